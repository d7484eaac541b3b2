/* Tags and their attributes. */
#include "lib/parse/html/find.h"
#include "lib/parse/html/references.h"
#include "lib/parse/html/scan.h"
#include "lib/parse/html/tokenizer.h"

/* -- names -------------------------------------------------------------- */

struct slice html_take_small(struct html_tokenizer *t, struct slice raw)
{
    struct slice name = html_take_decoded(t, raw, 0);
    char *at = (char *)name.at; /* decoded text, and nobody else's yet */
    for (size_t i = 0; i < name.len; i++)
        if (html_byte_is(at[i], BYTE_UPPER))
            at[i] = (char)(at[i] | BYTE_UPPER);
    return name;
}

/*
 * Names are read at *at, which is left behind them.  Bytes of kind `stop` end
 * them, but never the first.  It is kept out of read_name, which is small then.
 */
__attribute__((noinline)) static struct html_name
read_odd_name(struct html_tokenizer *t, const char **at, unsigned stop)
{
    const char *from = *at, *to = from;
    bool plain = true;
    do {
        plain = plain && *to != '\0' && !html_byte_is(*to, BYTE_UPPER);
        to++;
    } while (to < t->end && !html_byte_is(*to, stop));
    struct slice raw = slice_from(from, (size_t)(to - from));
    *at = to;
    return html_name_of(plain ? raw : html_take_small(t, raw));
}

/* The same, at once where a short name in small letters stands. */
static inline struct html_name read_name(struct html_tokenizer *t,
                                         const char **at, unsigned stop)
{
    const char *from = *at, *behind = from;
    if (t->end - from > SIXTEEN) {
        struct sixteen s = scan16_load(from);
        uint32_t ends = html_name_ends(s);
        size_t len = ends == 0 ? 0 : scan16_first(ends);
        if (len != 0 && html_byte_is(from[len], stop)) {
            *at = from + len;
            return html_short_name(slice_from(from, len), scan16_keep(s, len));
        }
    }
    struct html_name name = read_odd_name(t, &behind, stop);
    *at = behind;
    return name;
}

/* -- attributes --------------------------------------------------------- */

/* A value as it stands in the page. */
struct value {
    const char *from, *to;
    bool special;
};

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && html_byte_is(*at, BYTE_SPACE))
        at++;
    return at;
}

/*
 * Reads "= value" at `at`, and gives what stands behind it; NULL when the
 * page ends in it.
 */
static const char *read_value(const char *at, const char *end,
                              struct value *value)
{
    at = skip_space(at + 1, end);
    if (at == end)
        return NULL;
    if (*at == '"' || *at == '\'') {
        char quote = *at++;
        value->from = at;
        value->to = quote == '"' ? html_scan_to(at, end, '"', &value->special)
                                 : html_scan_to(at, end, '\'', &value->special);
        return value->to == end ? NULL : value->to + 1;
    }
    value->from = at;
    while (at < end && !html_byte_is(*at, BYTE_VALUE_END))
        value->special = html_byte_is(*at++, BYTE_SPECIAL) || value->special;
    value->to = at;
    return at;
}

/* Whether the tag at hand has one of this name that is not known already. */
static bool is_among(const struct html_tokenizer *t,
                     const struct html_token *token,
                     const struct html_name *name)
{
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

/*
 * Makes room for one more attribute: at first for as many as a page mostly
 * has, of which only what is used is touched.
 */
static bool make_room(struct html_tokenizer *t)
{
    enum { FIRST_ROOM = 64, USUAL_DISTANCE = 32 };
    size_t room = t->attribute_room * 2;
    if (room == 0)
        room = FIRST_ROOM + (size_t)(t->end - t->begin) / USUAL_DISTANCE;
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

static inline void add_attribute(struct html_tokenizer *t,
                                 struct html_token *token,
                                 const struct html_name *name,
                                 const struct value *value)
{
    enum html_attribute_name known = html_attribute_find(name);
    html_attribute_set bit = (html_attribute_set)1 << known;
    bool stands_for_several =
        known == ATTRIBUTE_OTHER || known == ATTRIBUTE_XMLNS;
    if ((token->known & bit) != 0 &&
        (!stands_for_several || is_among(t, token, name)))
        return;
    if (token->attribute_count >= t->attributes_most) {
        t->attributes_left_out++;
        return;
    }
    if (t->attribute_count == t->attribute_room && !make_room(t))
        return;
    token->known |= bit;
    t->attribute_hashes[token->attribute_count++] =
        (unsigned char)(name->hash >> 24);
    struct html_attribute *attribute = &t->attributes[t->attribute_count++];
    attribute->name = name->text;
    attribute->value = html_take(t, value->from, value->to, value->special,
                                 DECODE_REFERENCES | DECODE_ATTRIBUTE);
    attribute->known = known;
}

/* Reads an attribute; gives what is behind it, NULL when the page ends. */
static const char *read_attribute(struct html_tokenizer *t, const char *at,
                                  struct html_token *token)
{
    const char *end = t->end;
    struct html_name name = read_name(t, &at, BYTE_ATTRIBUTE_END);
    struct value value = {"", "", false};
    value.to = value.from;
    if (at < end && *at != '=')
        at = skip_space(at, end);
    if (at < end && *at == '=') {
        at = read_value(at, end, &value);
        if (at == NULL)
            return NULL;
    }
    if (token->kind == HTML_START_TAG)
        add_attribute(t, token, &name, &value);
    return at;
}

/* Reads all up to ">", and gives what is behind it; NULL when there is none. */
static const char *read_attributes(struct html_tokenizer *t, const char *at,
                                   struct html_token *token)
{
    const char *end = t->end;
    while (at != NULL && at < end) {
        if (*at == '>')
            return at + 1;
        if (*at == '/') {
            at++;
            token->self_closing = at < end && *at == '>';
        } else if (html_byte_is(*at, BYTE_SPACE)) {
            at++;
        } else {
            at = read_attribute(t, at, token);
        }
    }
    return NULL;
}

bool html_read_tag(struct html_tokenizer *t, struct html_token *token)
{
    const char *at = t->at;
    struct html_name name = read_name(t, &at, BYTE_NAME_END);
    token->name = name.text;
    token->hash = name.hash;
    token->tag = html_tag_find(&name);
    token->self_closing = false;
    token->attribute = (uint32_t)t->attribute_count;
    token->attribute_count = 0;
    token->known = 0;
    at = read_attributes(t, at, token);
    t->at = at == NULL ? t->end : at;
    if (at != NULL && token->kind == HTML_START_TAG)
        t->last_start = name.text;
    return at != NULL;
}
