#include "lib/parse/html/attributes.h"

#include "lib/parse/html/attribute_slots.h"

static const char names[HTML_ATTRIBUTE_COUNT][SIXTEEN] = {
    "",
#define HTML_ATTRIBUTE_ROW(symbol, name) name,
    HTML_ATTRIBUTES(HTML_ATTRIBUTE_ROW)
#undef HTML_ATTRIBUTE_ROW
};

enum html_attribute_name html_attribute_find(struct slice name,
                                             struct html_key key, uint32_t hash)
{
    unsigned char found = slots[hash * slot_factor >> (32 - SLOT_BITS)];
    if (html_key_is(key, names[found]))
        return (enum html_attribute_name)found;
    return slice_starts(name, slice_of("xmlns:")) ? ATTRIBUTE_XMLNS
                                                  : ATTRIBUTE_OTHER;
}
