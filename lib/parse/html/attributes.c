#include "lib/parse/html/attributes.h"

#include "lib/parse/html/attribute_slots.h"

static const struct slice names[HTML_ATTRIBUTE_COUNT] = {
    SLICE(""),
#define HTML_ATTRIBUTE_ROW(symbol, name) SLICE(name),
    HTML_ATTRIBUTES(HTML_ATTRIBUTE_ROW)
#undef HTML_ATTRIBUTE_ROW
        SLICE("xmlns:"),
};

enum html_attribute_name html_attribute_find(struct slice name, uint32_t hash)
{
    unsigned char found = slots[hash * slot_factor >> (32 - SLOT_BITS)];
    if (slice_equal(names[found], name))
        return (enum html_attribute_name)found;
    return name.at[0] == 'x' && slice_starts(name, names[ATTRIBUTE_XMLNS])
               ? ATTRIBUTE_XMLNS
               : ATTRIBUTE_OTHER;
}
