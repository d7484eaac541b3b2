#include "lib/render/site.h"

#include "lib/base/hash.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/render/url.h"

enum { NAME_MOST = 120, HASH_DIGITS = 8 };

static bool is_plain(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
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

/* Ends as a name does that was changed: another could become it. */
static bool looks_changed(struct slice name)
{
    enum { END = 1 + HASH_DIGITS };
    if (name.len < END || name.at[name.len - END] != '.')
        return false;
    for (size_t i = name.len - HASH_DIGITS; i < name.len; i++)
        if (memchr("0123456789abcdef", name.at[i], 16) == NULL)
            return false;
    return true;
}

void site_add_file_name(struct bytes *out, struct slice name)
{
    size_t len = fitting(name);
    bool same = len == name.len && len != 0 && !looks_changed(name);
    size_t at = 0;
    while (at < len) {
        size_t from = at;
        uint32_t c = utf8_next(name, &at);
        bool kept = text_is_letter_or_digit(c) ||
                    (from != 0 && (c == '-' || c == '.' || c == '_'));
        same = same && kept;
        if (kept)
            bytes_add(out, name.at + from, at - from);
        else
            bytes_add_byte(out, '-');
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
        bool sound =
            is_plain((unsigned char)c) || c < 0 || strchr("/-._%#", c) != NULL;
        if (!sound || c == '\0' || (i == 0 && c == '/'))
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

bool site_pattern_is_sound(struct slice pattern)
{
    struct bytes address = {0};
    const struct site_settings site = {.tool_page = pattern};
    bool sound = site_add_address(&address, &site, SITE_TOOL, slice_of("x"));
    struct slice made = bytes_slice(&address);
    sound = sound && !address.failed && (is_relative(made) || url_is_web(made));
    bytes_free(&address);
    return sound;
}
