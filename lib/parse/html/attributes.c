#include "lib/parse/html/attributes.h"

const char html_attribute_names[HTML_ATTRIBUTE_COUNT][SIXTEEN] = {
    "",
#define HTML_ATTRIBUTE_ROW(symbol, name) name,
    HTML_ATTRIBUTES(HTML_ATTRIBUTE_ROW)
#undef HTML_ATTRIBUTE_ROW
};
