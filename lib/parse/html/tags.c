#include "lib/parse/html/tags.h"

#include "lib/parse/html/tag_slots.h"

const struct html_tag_facts html_tag_facts[HTML_TAG_COUNT] = {
    {"", RULE_NONE, 0},
#define HTML_TAG_ROW(symbol, name, facts, rule) {name, RULE_##rule, (facts)},
    HTML_TAGS(HTML_TAG_ROW)
#undef HTML_TAG_ROW
};

enum html_tag html_tag_find(struct html_key key, uint32_t hash)
{
    unsigned char tag = slots[hash * slot_factor >> (32 - SLOT_BITS)];
    return html_key_is(key, html_tag_facts[tag].name) ? (enum html_tag)tag
                                                      : HTML_OTHER;
}
