#include "lib/parse/html/names.h"

#include "lib/base/hash.h"

struct html_name html_name_of(struct slice text)
{
    size_t len;
    struct html_key key = html_key_of(scan16_next(text.at, text.len, &len));
    uint32_t hash =
        text.len > SIXTEEN ? (uint32_t)hash_bytes(text) : html_key_hash(key);
    return (struct html_name){text, key, hash};
}
