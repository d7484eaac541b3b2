#include "lib/parse/html/names.h"

#include "lib/base/hash.h"

struct html_name html_name_of(struct slice text)
{
    size_t len;
    struct html_name name =
        html_short_name(text, scan16_next(text.at, text.len, &len));
    if (text.len > SIXTEEN)
        name.hash = (uint32_t)hash_bytes(text);
    return name;
}
