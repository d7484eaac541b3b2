#include "lib/render/site.h"

#include "lib/base/hash.h"
#include "lib/base/utf8.h"
#include "lib/render/url.h"

enum { NAME_MOST = 120, HASH_DIGITS = 8 };

static bool is_letter_or_digit(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* How many bytes of a name there is room for, whole characters only. */
static size_t fitting(struct slice name)
{
    size_t len = name.len < NAME_MOST ? name.len : NAME_MOST;
    while (len < name.len && len != 0 &&
           ((unsigned char)name.at[len] & 0xc0) == 0x80)
        len--;
    return len;
}

void site_add_file_name(struct bytes *out, struct slice name)
{
    size_t len = fitting(name);
    bool same = len == name.len && len != 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        bool kept = is_letter_or_digit(c) ||
                    (i != 0 && (c == '-' || c == '.' || c == '_'));
        same = same && kept;
        bytes_add_byte(out, kept ? (char)c : '-');
    }
    if (same)
        return;
    bytes_add_byte(out, '.');
    hash_add_hex(out, hash_bytes(name), HASH_DIGITS);
}

static void add_encoded(struct bytes *out, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x80)
            bytes_add_byte(out, (char)c);
        else
            bytes_add_format(out, "%%%02X", c);
    }
}

static void add_from_pattern(struct bytes *out, struct slice pattern,
                             struct slice name)
{
    struct bytes file = {0};
    const char *at = memmem(pattern.at, pattern.len, "{}", 2);
    size_t before = at == NULL ? pattern.len : (size_t)(at - pattern.at);
    bytes_add(out, pattern.at, before);
    if (at != NULL) {
        site_add_file_name(&file, name);
        add_encoded(out, bytes_slice(&file));
        bytes_add_slice(out, slice_after(pattern, before + 2));
    }
    out->failed = out->failed || file.failed;
    bytes_free(&file);
}

/* No scheme and no host: what leads to no other site, nor runs anything. */
static bool is_relative(struct slice address)
{
    for (size_t i = 0; i < address.len; i++) {
        char c = address.at[i];
        bool plain = is_letter_or_digit((unsigned char)c) || c == '/' ||
                     c == '-' || c == '.' || c == '_' || c == '%' || c == '#';
        if (!plain || (i == 0 && c == '/'))
            return false;
    }
    return address.len != 0;
}

bool site_add_address(struct bytes *out, const struct site_settings *site,
                      enum site_page page, struct slice name)
{
    if (page == SITE_NO_PAGE || name.len == 0)
        return false;
    if (page == SITE_ADDRESS) {
        bool sound = is_relative(name) || url_is_web(name);
        if (sound)
            add_encoded(out, name);
        return sound;
    }
    struct slice pattern = {NULL, 0};
    if (site != NULL)
        pattern = page == SITE_TOOL ? site->tool_page : site->reviewer_page;
    if (slice_known(pattern))
        add_from_pattern(out, pattern, name);
    return slice_known(pattern);
}
