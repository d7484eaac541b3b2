#include "lib/parse/html/tokenizer.h"

#include "lib/parse/html/references.h"
#include "lib/parse/html/scan.h"

enum { DECODED_STEP = 16 * 1024 };

bool html_tokenizer_init(struct html_tokenizer *t, struct slice page,
                         size_t attributes_most, struct arena *arena)
{
    *t = (struct html_tokenizer){.begin = page.at,
                                 .at = page.at,
                                 .end = page.at + page.len,
                                 .arena = arena,
                                 .attributes_most = attributes_most < UINT16_MAX
                                                        ? attributes_most
                                                        : UINT16_MAX};
    t->attribute_hashes = arena_alloc(arena, attributes_most + 1);
    return t->attribute_hashes != NULL;
}

struct slice html_take_decoded(struct html_tokenizer *t, struct slice raw,
                               unsigned rules)
{
    size_t most = html_decoded_most(raw);
    if (t->decoded == NULL || (size_t)(t->decoded_end - t->decoded) < most) {
        size_t room = most < DECODED_STEP ? DECODED_STEP : most;
        char *made = arena_alloc(t->arena, room);
        if (made == NULL) {
            t->failed = true;
            return slice_from("", 0);
        }
        t->decoded = made;
        t->decoded_end = made + room;
    }
    struct slice decoded = {t->decoded, html_decode(t->decoded, raw, rules)};
    t->decoded += decoded.len;
    return decoded;
}

/* Text up to `to`, when there is any. */
static bool read_text(struct html_tokenizer *t, struct html_token *token,
                      const char *to, bool special, unsigned rules)
{
    if (to == t->at)
        return false;
    token->kind = HTML_CHARACTERS;
    token->text = html_take(t, t->at, to, special, rules);
    t->at = to;
    return true;
}

/* -- data --------------------------------------------------------------- */

/* Whether "<" at `at` begins anything but text. */
static bool opens_markup(const char *at, const char *end)
{
    if (end - at < 2)
        return false;
    if (at[1] == '/')
        return end - at > 2;
    return html_byte_is(at[1], BYTE_LETTER) || at[1] == '!' || at[1] == '?';
}

/* What "<!" begins. */
static bool read_declaration(struct html_tokenizer *t, struct html_token *token)
{
    static const struct slice cdata = SLICE("[CDATA[");
    struct slice rest = slice_from(t->at, (size_t)(t->end - t->at));
    if (slice_starts(rest, slice_of("--"))) {
        t->at += 2;
        return html_read_comment(t, token);
    }
    if (html_stands(t->at, t->end, "doctype")) {
        t->at += strlen("doctype");
        return html_read_doctype(t, token);
    }
    if (t->foreign && slice_starts(rest, cdata)) {
        t->at += cdata.len;
        t->state = HTML_STATE_CDATA;
        return false;
    }
    return html_read_bogus_comment(t, token);
}

static bool read_markup(struct html_tokenizer *t, struct html_token *token)
{
    switch (t->at[1]) {
    case '!':
        t->at += 2;
        return read_declaration(t, token);
    case '?':
        t->at += 1;
        return html_read_bogus_comment(t, token);
    case '/':
        t->at += 2;
        if (html_byte_is(*t->at, BYTE_LETTER)) {
            token->kind = HTML_END_TAG;
            return html_read_tag(t, token);
        }
        if (*t->at != '>')
            return html_read_bogus_comment(t, token);
        t->at++; /* "</>" is nothing at all */
        return false;
    default:
        t->at += 1;
        token->kind = HTML_START_TAG;
        return html_read_tag(t, token);
    }
}

static bool read_data(struct html_tokenizer *t, struct html_token *token)
{
    const char *to = t->at, *end = t->end;
    bool special = false;
    if (*to == '<') {
        if (opens_markup(to, end))
            return read_markup(t, token);
        to++;
    }
    while (to = html_scan_to(to, end, '<', &special),
           to < end && !opens_markup(to, end))
        to++;
    return read_text(t, token, to, special,
                     DECODE_REFERENCES | DECODE_KEEP_NUL);
}

/* -- text that only its own end tag ends -------------------------------- */

bool html_is_end_tag(const char *at, const char *end, struct slice name)
{
    /* "</", the name and one byte more */
    if ((size_t)(end - at) < name.len + 3 || at[1] != '/' || name.len == 0)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = at[i + 2];
        if (html_byte_is(c, BYTE_UPPER))
            c = (char)(c | BYTE_UPPER);
        if (c != name.at[i])
            return false;
    }
    return html_byte_is(at[name.len + 2], BYTE_NAME_END);
}

static const char *find_end_tag(const struct html_tokenizer *t)
{
    const char *at = t->at;
    while ((at = memchr(at, '<', (size_t)(t->end - at))) != NULL) {
        if (html_is_end_tag(at, t->end, t->last_start))
            return at;
        at++;
    }
    return t->end;
}

/* Text up to its end tag at `to`; when that stands right here, the tag. */
static bool read_up_to_end_tag(struct html_tokenizer *t,
                               struct html_token *token, const char *to,
                               unsigned rules)
{
    bool special =
        html_has_special(t->at, to, (rules & DECODE_REFERENCES) != 0);
    if (read_text(t, token, to, special, rules))
        return true;
    t->state = HTML_STATE_DATA;
    t->at += 2;
    token->kind = HTML_END_TAG;
    return html_read_tag(t, token);
}

static bool read_rcdata(struct html_tokenizer *t, struct html_token *token)
{
    return read_up_to_end_tag(t, token, find_end_tag(t), DECODE_REFERENCES);
}

static bool read_rawtext(struct html_tokenizer *t, struct html_token *token)
{
    return read_up_to_end_tag(t, token, find_end_tag(t), 0);
}

static bool read_script(struct html_tokenizer *t, struct html_token *token)
{
    const char *to = html_script_end(t->at, t->end, t->last_start);
    return read_up_to_end_tag(t, token, to, 0);
}

static bool read_plaintext(struct html_tokenizer *t, struct html_token *token)
{
    return read_text(t, token, t->end, html_has_special(t->at, t->end, false),
                     0);
}

static bool read_cdata(struct html_tokenizer *t, struct html_token *token)
{
    const char *to = memmem(t->at, (size_t)(t->end - t->at), "]]>", 3);
    const char *behind = to == NULL ? t->end : to + 3;
    to = to == NULL ? t->end : to;
    bool any = read_text(t, token, to, html_has_special(t->at, to, false),
                         DECODE_KEEP_NUL);
    t->at = behind;
    t->state = HTML_STATE_DATA;
    return any;
}

/* Reads a token, or passes what gives none. */
static bool read_token(struct html_tokenizer *t, struct html_token *token)
{
    switch (t->state) {
    case HTML_STATE_RCDATA:
        return read_rcdata(t, token);
    case HTML_STATE_RAWTEXT:
        return read_rawtext(t, token);
    case HTML_STATE_SCRIPT_DATA:
        return read_script(t, token);
    case HTML_STATE_PLAINTEXT:
        return read_plaintext(t, token);
    case HTML_STATE_CDATA:
        return read_cdata(t, token);
    default:
        return read_data(t, token);
    }
}

bool html_tokenizer_next(struct html_tokenizer *t, struct html_token *token)
{
    while (t->at < t->end && !t->failed) {
        token->offset = (size_t)(t->at - t->begin);
        if (read_token(t, token))
            return !t->failed;
    }
    return false;
}
