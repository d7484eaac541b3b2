/* Tags and their attributes. */
#include "lib/parse/html/references.h"
#include "lib/parse/html/scan.h"
#include "lib/parse/html/tokenizer.h"

static void skip_space(struct html_tokenizer *t)
{
    while (t->at < t->end && html_byte_is(*t->at, BYTE_SPACE))
        t->at++;
}

/* A name with capitals or NUL in it: made small, NUL made U+FFFD. */
static struct slice small_name(struct html_tokenizer *t, struct slice raw)
{
    struct slice name = html_take(t, raw.at, raw.at + raw.len, true, 0);
    char *at = (char *)name.at; /* decoded text, and nobody else's yet */
    for (size_t i = 0; i < name.len; i++)
        if (html_byte_is(at[i], BYTE_UPPER))
            at[i] = (char)(at[i] | BYTE_UPPER);
    return name;
}

/* A name that bytes of kind `stop` end; its first byte is part of it. */
static struct html_name read_odd_name(struct html_tokenizer *t, unsigned stop)
{
    const char *from = t->at;
    bool plain = true;
    do {
        plain = plain && *t->at != '\0' && !html_byte_is(*t->at, BYTE_UPPER);
        t->at++;
    } while (t->at < t->end && !html_byte_is(*t->at, stop));
    struct slice raw = slice_from(from, (size_t)(t->at - from));
    return html_name_of(plain ? raw : small_name(t, raw));
}

/* The same, at once where a short name in small letters stands. */
static struct html_name read_name(struct html_tokenizer *t, unsigned stop)
{
    if (t->end - t->at <= SIXTEEN)
        return read_odd_name(t, stop);
    struct sixteen s = scan16_load(t->at);
    uint32_t low = scan16_up_to(s, ' ');
    uint32_t stops = low | scan16_equal(s, '/') | scan16_equal(s, '>');
    if (stop == BYTE_ATTRIBUTE_END)
        stops |= scan16_equal(s, '=');
    stops &= ~1u;
    uint32_t capitals = scan16_up_to(s, 'Z') & ~scan16_up_to(s, 'A' - 1);
    size_t len = stops == 0 ? 0 : scan16_first(stops);
    if (len == 0 || !html_byte_is(t->at[len], stop) ||
        ((capitals | (low & 1)) & scan16_before(len)) != 0)
        return read_odd_name(t, stop);
    struct slice text = slice_from(t->at, len);
    t->at += len;
    return html_short_name(text, scan16_keep(s, len));
}

/* -- attributes --------------------------------------------------------- */

/* A value as it stands in the page. */
struct value {
    const char *from, *to;
    bool special;
};

/* Reads "= value"; false when the page ends in it. */
static bool read_value(struct html_tokenizer *t, struct value *value)
{
    t->at++;
    skip_space(t);
    if (t->at == t->end)
        return false;
    if (*t->at == '"' || *t->at == '\'') {
        char quote = *t->at++;
        value->from = t->at;
        value->to = html_scan_to(t->at, t->end, quote, &value->special);
        t->at = value->to;
        if (t->at == t->end)
            return false;
        t->at++;
        return true;
    }
    value->from = t->at;
    while (t->at < t->end && !html_byte_is(*t->at, BYTE_VALUE_END))
        value->special = html_byte_is(*t->at++, BYTE_SPECIAL) || value->special;
    value->to = t->at;
    return true;
}

/* Whether the tag at hand has this attribute already. */
static bool is_repeated(const struct html_tokenizer *t,
                        const struct html_token *token,
                        const struct html_name *name,
                        enum html_attribute_name known)
{
    if (known != ATTRIBUTE_OTHER && known != ATTRIBUTE_XMLNS)
        return (token->known >> known & 1) != 0;
    const unsigned char *hashes = t->attribute_hashes;
    unsigned char hash = (unsigned char)(name->hash >> 24);
    size_t count = token->attribute_count, i = 0;
    while (i < count) {
        const unsigned char *found = memchr(hashes + i, hash, count - i);
        if (found == NULL)
            return false;
        i = (size_t)(found - hashes);
        if (slice_equal(t->attributes[token->attribute + i].name, name->text))
            return true;
        i++;
    }
    return false;
}

static bool make_room(struct html_tokenizer *t)
{
    enum { FIRST_ROOM = 512 };
    if (t->attribute_count < t->attribute_room)
        return true;
    size_t room = t->attribute_room == 0 ? FIRST_ROOM : t->attribute_room * 2;
    struct html_attribute *made =
        room > UINT32_MAX ? NULL : arena_alloc(t->arena, room * sizeof *made);
    if (made == NULL) {
        t->failed = true;
        return false;
    }
    if (t->attribute_count != 0)
        memcpy(made, t->attributes, t->attribute_count * sizeof *made);
    t->attributes = made;
    t->attribute_room = room;
    return true;
}

static void add_attribute(struct html_tokenizer *t, struct html_token *token,
                          const struct html_name *name,
                          const struct value *value)
{
    enum html_attribute_name known = html_attribute_find(name);
    if (is_repeated(t, token, name, known))
        return;
    if (token->attribute_count >= t->attributes_most) {
        t->attributes_left_out++;
        return;
    }
    if (!make_room(t))
        return;
    t->attribute_hashes[token->attribute_count++] =
        (unsigned char)(name->hash >> 24);
    token->known |= (html_attribute_set)(known != ATTRIBUTE_OTHER) << known;
    t->attributes[t->attribute_count++] = (struct html_attribute){
        name->text,
        html_take(t, value->from, value->to, value->special,
                  DECODE_REFERENCES | DECODE_ATTRIBUTE),
        known};
}

static bool read_attribute(struct html_tokenizer *t, struct html_token *token)
{
    struct html_name name = read_name(t, BYTE_ATTRIBUTE_END);
    struct value value = {"", "", false};
    value.to = value.from;
    skip_space(t);
    if (t->at < t->end && *t->at == '=' && !read_value(t, &value))
        return false;
    if (token->kind == HTML_START_TAG)
        add_attribute(t, token, &name, &value);
    return true;
}

bool html_read_tag(struct html_tokenizer *t, struct html_token *token)
{
    struct html_name name = read_name(t, BYTE_NAME_END);
    token->name = name.text;
    token->hash = name.hash;
    token->tag = html_tag_find(&name);
    token->self_closing = false;
    token->attribute = (uint32_t)t->attribute_count;
    token->attribute_count = 0;
    token->known = 0;
    while (t->at < t->end) {
        char c = *t->at;
        if (c == '>') {
            t->at++;
            if (token->kind == HTML_START_TAG)
                t->last_start = token->name;
            return true;
        }
        if (c == '/') {
            t->at++;
            token->self_closing = t->at < t->end && *t->at == '>';
        } else if (html_byte_is(c, BYTE_SPACE)) {
            t->at++;
        } else if (!read_attribute(t, token)) {
            break;
        }
    }
    t->at = t->end;
    return false;
}
