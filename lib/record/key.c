#include "lib/record/key.h"

#include "lib/base/hash.h"
#include "lib/base/text.h"

enum { TAGLINE_DIGITS = 6, ID_DIGITS = 16 };

void key_add_tool(struct bytes *out, struct slice name, struct slice tagline)
{
    size_t start = out->len;
    text_add_slug(out, name);
    struct slice told_apart_by = tagline;
    if (!slice_known(tagline) && out->len == start)
        told_apart_by = name;
    if (!slice_known(told_apart_by))
        return;
    bytes_add_byte(out, '.');
    hash_add_hex(out, hash_bytes(told_apart_by), TAGLINE_DIGITS);
}

bool key_fits(struct slice key, struct slice name)
{
    struct bytes slug = {0};
    text_add_slug(&slug, name);
    struct slice rest = slice_starts(key, bytes_slice(&slug)) && !slug.failed
                            ? slice_after(key, slug.len)
                            : slice_from("?", 1);
    bool fits = (rest.len == 0 && slug.len != 0) ||
                (rest.len == 1 + TAGLINE_DIGITS && rest.at[0] == '.');
    for (size_t i = 1; i < rest.len && fits; i++)
        fits = strchr("0123456789abcdef", rest.at[i]) != NULL &&
               rest.at[i] != '\0';
    bytes_free(&slug);
    return fits;
}

void key_add_review(struct bytes *out, struct slice tool, struct slice reviewer,
                    struct slice text)
{
    /* What is hashed is put together where the id will be. */
    size_t start = out->len;
    bytes_add_slice(out, tool);
    bytes_add_byte(out, '\0');
    if (text.len == 0)
        bytes_add_slice(out, reviewer);
    bytes_add_byte(out, '\0');
    bytes_add_slice(out, text);
    if (out->failed)
        return;
    uint64_t hash = hash_bytes(slice_after(bytes_slice(out), start));
    out->len = start;
    hash_add_hex(out, hash, ID_DIGITS);
}
