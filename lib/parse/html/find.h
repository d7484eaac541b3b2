/* Which element and which attribute has a name. */
#ifndef VTOOLS_PARSE_HTML_FIND_H
#define VTOOLS_PARSE_HTML_FIND_H

#include "lib/parse/html/attribute_slots.h"
#include "lib/parse/html/tag_slots.h"

static inline enum html_tag html_tag_find(const struct html_name *name)
{
    unsigned char tag =
        tag_slots[name->hash * TAG_SLOT_FACTOR >> (32 - TAG_SLOT_BITS)];
    return html_name_is(name, html_tag_facts[tag].name) ? (enum html_tag)tag
                                                        : HTML_OTHER;
}

static inline enum html_attribute_name
html_attribute_find(const struct html_name *name)
{
    unsigned char found = attribute_slots[name->hash * ATTRIBUTE_SLOT_FACTOR >>
                                          (32 - ATTRIBUTE_SLOT_BITS)];
    if (html_name_is(name, html_attribute_names[found]))
        return (enum html_attribute_name)found;
    return slice_starts(name->text, slice_of("xmlns:")) ? ATTRIBUTE_XMLNS
                                                        : ATTRIBUTE_OTHER;
}

#endif
