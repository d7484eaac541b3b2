#include "lib/parse/html/tags.h"

#include "lib/parse/html/tag_slots.h"

const struct html_tag_facts html_tag_facts[HTML_TAG_COUNT] = {
    {"", 0, RULE_NONE, 0},
#define HTML_TAG_ROW(symbol, name, facts, rule)                                \
    {name, sizeof name - 1, RULE_##rule, (facts)},
    HTML_TAGS(HTML_TAG_ROW)
#undef HTML_TAG_ROW
};

enum html_tag html_tag_find(struct slice name, uint32_t hash)
{
    unsigned char tag = slots[hash * slot_factor >> (32 - SLOT_BITS)];
    const struct html_tag_facts *found = &html_tag_facts[tag];
    /* So short that a loop is faster than memcmp. */
    bool same = found->length == name.len;
    for (size_t i = 0; same && i < name.len; i++)
        same = found->name[i] == name.at[i];
    return same ? (enum html_tag)tag : HTML_OTHER;
}
