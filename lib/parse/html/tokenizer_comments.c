/* Comments, doctypes, and where the text of a script ends. */
#include "lib/parse/html/references.h"
#include "lib/parse/html/scan.h"
#include "lib/parse/html/tokenizer.h"

/* -- comments ----------------------------------------------------------- */

static bool read_comment_text(struct html_tokenizer *t,
                              struct html_token *token, const char *to,
                              const char *behind)
{
    const char *from = t->at;
    t->at = behind;
    if (!t->comments)
        return false;
    token->kind = HTML_COMMENT;
    token->text = html_take(t, from, to, html_has_special(from, to, false), 0);
    return true;
}

/* How much of a comment that the page ends in is the beginning of "-->". */
static size_t half_end(struct slice comment)
{
    static const struct slice halves[] = {SLICE("--!"), SLICE("--"),
                                          SLICE("-")};
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (slice_ends(comment, halves[i]))
            return halves[i].len;
    return 0;
}

bool html_read_comment(struct html_tokenizer *t, struct html_token *token)
{
    const char *from = t->at, *at = from, *end = t->end;
    while ((at = memchr(at, '>', (size_t)(end - at))) != NULL) {
        size_t len = (size_t)(at - from);
        at++;
        if (len == 0 || (len == 1 && from[0] == '-'))
            return read_comment_text(t, token, from, at);
        if (len >= 2 && memcmp(at - 3, "--", 2) == 0)
            return read_comment_text(t, token, at - 3, at);
        if (len >= 3 && memcmp(at - 4, "--!", 3) == 0)
            return read_comment_text(t, token, at - 4, at);
    }
    size_t half = half_end(slice_from(from, (size_t)(end - from)));
    return read_comment_text(t, token, end - half, end);
}

bool html_read_bogus_comment(struct html_tokenizer *t, struct html_token *token)
{
    const char *to = memchr(t->at, '>', (size_t)(t->end - t->at));
    return to == NULL ? read_comment_text(t, token, t->end, t->end)
                      : read_comment_text(t, token, to, to + 1);
}

/* -- doctypes ----------------------------------------------------------- */

static void skip_space(struct html_tokenizer *t)
{
    while (t->at < t->end && html_byte_is(*t->at, BYTE_SPACE))
        t->at++;
}

/* The byte at t->at; '>' too when the page ends, which is then quirks. */
static char peek(const struct html_tokenizer *t, struct html_token *token)
{
    if (t->at < t->end)
        return *t->at;
    token->quirks = true;
    return '>';
}

/* Passes a keyword, written in any letters. */
static bool take_word(struct html_tokenizer *t, const char *small)
{
    bool stands = html_stands(t->at, t->end, small);
    t->at += stands ? strlen(small) : 0;
    return stands;
}

/* A quoted identifier; false when the doctype ends in it. */
static bool read_identifier(struct html_tokenizer *t, struct html_token *token,
                            struct slice *id)
{
    char quote = *t->at++;
    const char *from = t->at;
    while (t->at < t->end && *t->at != quote && *t->at != '>')
        t->at++;
    *id = html_take(t, from, t->at, html_has_special(from, t->at, false), 0);
    if (peek(t, token) == '>') {
        token->quirks = true;
        return false;
    }
    t->at++;
    skip_space(t);
    return true;
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'';
}

/* The identifiers, up to ">" or to what is no part of a doctype. */
static void read_identifiers(struct html_tokenizer *t, struct html_token *token)
{
    bool public = take_word(t, "public");
    if (!public && !take_word(t, "system")) {
        token->quirks = true;
        return;
    }
    skip_space(t);
    if (!is_quote(peek(t, token))) {
        token->quirks = true;
        return;
    }
    if (public) {
        if (!read_identifier(t, token, &token->public_id) ||
            peek(t, token) == '>')
            return;
        if (!is_quote(*t->at)) {
            token->quirks = true;
            return;
        }
    }
    if (read_identifier(t, token, &token->system_id))
        peek(t, token);
}

static void read_doctype_name(struct html_tokenizer *t,
                              struct html_token *token)
{
    const char *from = t->at;
    while (t->at < t->end && *t->at != '>' && !html_byte_is(*t->at, BYTE_SPACE))
        t->at++;
    token->name = html_take_small(t, slice_from(from, (size_t)(t->at - from)));
}

bool html_read_doctype(struct html_tokenizer *t, struct html_token *token)
{
    token->kind = HTML_DOCTYPE;
    token->quirks = false;
    token->name = token->public_id = token->system_id = slice_from(NULL, 0);
    skip_space(t);
    if (peek(t, token) == '>') {
        token->quirks = true;
    } else {
        read_doctype_name(t, token);
        skip_space(t);
        if (peek(t, token) != '>')
            read_identifiers(t, token);
    }
    const char *close =
        t->at == t->end ? NULL : memchr(t->at, '>', (size_t)(t->end - t->at));
    t->at = close == NULL ? t->end : close + 1;
    return t->comments;
}

/* -- scripts ------------------------------------------------------------ */

/* In "<!--" nothing is special; in "<!-- <script" not even an end tag. */
enum escape { ESCAPE_NONE, ESCAPE_COMMENT, ESCAPE_SCRIPT };

static bool is_script_tag(const char *at, const char *end)
{
    static const char script[] = "<script";
    size_t len = sizeof script - 1;
    return (size_t)(end - at) > len && html_stands(at, end, script) &&
           html_byte_is(at[len], BYTE_NAME_END);
}

/*
 * Passes "<" in an escaped part, which may begin or end a script inside the
 * script.
 */
static enum escape escape_behind(enum escape escape, const char *at,
                                 const char *end)
{
    if (escape == ESCAPE_COMMENT)
        return is_script_tag(at, end) ? ESCAPE_SCRIPT : ESCAPE_COMMENT;
    return html_is_end_tag(at, end, slice_of("script")) ? ESCAPE_COMMENT
                                                        : ESCAPE_SCRIPT;
}

const char *html_script_end(const char *at, const char *end, struct slice name)
{
    enum escape escape = ESCAPE_NONE;
    const char *dashes = at; /* from where on "-->" may stand */
    while (at < end) {
        if (escape == ESCAPE_NONE) {
            at = memchr(at, '<', (size_t)(end - at));
            if (at == NULL)
                return end;
        }
        if (*at == '>' && at - dashes >= 2 && memcmp(at - 2, "--", 2) == 0) {
            escape = ESCAPE_NONE;
        } else if (*at == '<') {
            if (escape != ESCAPE_SCRIPT && html_is_end_tag(at, end, name))
                return at;
            if (escape != ESCAPE_NONE) {
                escape = escape_behind(escape, at, end);
            } else if (end - at >= 4 && memcmp(at, "<!--", 4) == 0) {
                escape = ESCAPE_COMMENT;
                dashes = at + 2;
            }
        }
        at++;
    }
    return end;
}
