#include "lib/parse/html/names.h"

#include <endian.h>

#include "lib/base/hash.h"

struct html_name html_name_of(struct slice text)
{
    uint64_t words[2] = {0};
    memcpy(words, text.at,
           text.len < HTML_NAME_WORDS ? text.len : HTML_NAME_WORDS);
    struct html_name name =
        html_short_name(text, le64toh(words[0]), le64toh(words[1]));
    memcpy(name.words, words, sizeof words);
    if (text.len > HTML_NAME_WORDS)
        name.hash = (uint32_t)hash_bytes(text);
    return name;
}
