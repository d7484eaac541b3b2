#include "lib/parse/html/attributes.h"

#include "lib/parse/html/attribute_slots.h"

static const char names[HTML_ATTRIBUTE_COUNT][SIXTEEN] = {
    "",
#define HTML_ATTRIBUTE_ROW(symbol, name) name,
    HTML_ATTRIBUTES(HTML_ATTRIBUTE_ROW)
#undef HTML_ATTRIBUTE_ROW
};

enum html_attribute_name html_attribute_find(const struct html_name *name)
{
    unsigned char found = slots[name->hash * slot_factor >> (32 - SLOT_BITS)];
    if (html_name_is(name, names[found]))
        return (enum html_attribute_name)found;
    return name->text.at[0] == 'x' &&
                   slice_starts(name->text, slice_of("xmlns:"))
               ? ATTRIBUTE_XMLNS
               : ATTRIBUTE_OTHER;
}
