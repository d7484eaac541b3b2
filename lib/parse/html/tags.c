#include "lib/parse/html/tags.h"

const struct html_tag_facts html_tag_facts[HTML_TAG_COUNT] = {
    {"", RULE_NONE, 0},
#define HTML_TAG_ROW(symbol, name, facts, rule) {name, RULE_##rule, (facts)},
    HTML_TAGS(HTML_TAG_ROW)
#undef HTML_TAG_ROW
};
