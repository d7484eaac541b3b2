#include "lib/parse/jsonld_repair.h"

void jsonld_repair_free(struct jsonld_repair *r)
{
    bytes_free(&r->out);
    bytes_free(&r->open);
}

static struct slice rest(const struct jsonld_repair *r)
{
    return slice_after(r->script, r->at);
}

static bool at_end(const struct jsonld_repair *r)
{
    return r->at >= r->script.len;
}

static bool starts(const struct jsonld_repair *r, const char *with)
{
    return slice_starts(rest(r), slice_of(with));
}

/* Moves behind the next `what`, or to the end. */
static void skip_past(struct jsonld_repair *r, const char *what)
{
    struct slice left = rest(r);
    const char *found = memmem(left.at, left.len, what, strlen(what));
    r->at = found == NULL ? r->script.len
                          : (size_t)(found - r->script.at) + strlen(what);
}

/*
 * Moves over white space, and over what stands around or between values
 * though JSON knows none of it.
 */
static void skip_dirt(struct jsonld_repair *r)
{
    static const char *const marks[] = {"<![CDATA[", "<!--", "-->", "\uFEFF",
                                        "\u00a0",    ";",    NULL};
    while (!at_end(r)) {
        size_t from = r->at;
        while (!at_end(r) &&
               (r->script.at[r->at] == ' ' ||
                (r->script.at[r->at] >= '\t' && r->script.at[r->at] <= '\r')))
            r->at++;
        size_t dirt = r->at;
        /* Most often a bracket, a comma or a quotation mark stands here. */
        if (at_end(r) || memchr("/<-;]\xef\xc2", r->script.at[dirt], 7) == NULL)
            return;
        if (starts(r, "//"))
            skip_past(r, "\n");
        else if (starts(r, "/*"))
            skip_past(r, "*/");
        else if (r->open.len == 0 && starts(r, "]]>"))
            r->at += 3;
        for (const char *const *m = marks; r->at == dirt && *m != NULL; m++)
            if (starts(r, *m))
                r->at += strlen(*m);
        r->counts->repaired += r->at != dirt;
        if (r->at == from)
            return;
    }
}

/* -- other values ------------------------------------------------------- */

static bool is_bare(char c)
{
    return (unsigned char)c > ' ' && strchr(",:{}[]\"/;<", c) == NULL;
}

/*
 * A number, as a string; or a word, as it is.  A number at which the text
 * breaks off may lack digits: it is not known.
 */
static void take_bare(struct jsonld_repair *r)
{
    size_t from = r->at;
    while (!at_end(r) && is_bare(r->script.at[r->at]))
        r->at++;
    r->at += r->at == from;
    struct slice word = slice_from(r->script.at + from, r->at - from);
    bool number = memchr("0123456789+-.", word.at[0], 13) != NULL &&
                  memchr(word.at, '\\', word.len) == NULL;
    if (at_end(r)) {
        /* Where a comma had to come, it is the beginning of a comment. */
        if (r->state != JSONLD_NEXT)
            bytes_add_string(&r->out, r->state == JSONLD_KEY ? "\"\"" : "null");
    } else if (number) {
        bytes_add_byte(&r->out, '"');
        bytes_add_slice(&r->out, word);
        bytes_add_byte(&r->out, '"');
    } else {
        bytes_add_slice(&r->out, word);
    }
}

/* Moves over an object or array with all that is in it. */
static void skip_nested(struct jsonld_repair *r)
{
    size_t depth = 0;
    do {
        char c = r->script.at[r->at++];
        if (c == '{' || c == '[')
            depth++;
        else if (c == '}' || c == ']')
            depth--;
        while (c == '"' && !at_end(r) && r->script.at[r->at++] != '"')
            r->at += r->script.at[r->at - 1] == '\\' && !at_end(r);
    } while (!at_end(r) && depth != 0);
}

/* The first member of an object, where it began. */
static void add_offset(struct jsonld_repair *r)
{
    char digits[24];
    size_t at = sizeof digits, offset = r->offset + r->at;
    for (digits[--at] = '"'; offset != 0 || at == sizeof digits - 1;
         offset /= 10)
        digits[--at] = (char)('0' + offset % 10);
    bytes_add_string(&r->out, "\"@offset\":\"");
    bytes_add(&r->out, digits + at, sizeof digits - at);
}

static void open_bracket(struct jsonld_repair *r, char bracket)
{
    if (r->open.len == JSONLD_DEPTH_MOST) {
        r->counts->left_out++;
        skip_nested(r);
        bytes_add_string(&r->out, "null");
        r->state = JSONLD_NEXT;
        return;
    }
    bytes_add_byte(&r->out, bracket);
    bytes_add_byte(&r->open, bracket);
    if (bracket == '{') {
        add_offset(r);
        r->comma = r->inserted = true;
        r->counts->objects++;
    }
    r->state = bracket == '{' ? JSONLD_KEY : JSONLD_ELEMENT;
    r->at++;
}

static void close_bracket(struct jsonld_repair *r, char bracket)
{
    r->counts->repaired += r->comma && !r->inserted;
    r->comma = r->inserted = false;
    bytes_add_byte(&r->out, bracket);
    r->open.len--;
    r->state = JSONLD_NEXT;
    r->at++;
}

static void take_comma(struct jsonld_repair *r)
{
    char last = r->out.len == 0 ? '[' : r->out.at[r->out.len - 1];
    r->at++;
    if (r->comma || last == '[') {
        r->counts->repaired++;
        return;
    }
    r->comma = true;
    r->state = r->open.at[r->open.len - 1] == '{' ? JSONLD_KEY : JSONLD_ELEMENT;
}

static void take_value(struct jsonld_repair *r, char c)
{
    if (r->counts->values == JSONLD_VALUES_MOST ||
        (c == '{' && r->counts->objects == JSONLD_OBJECTS_MOST)) {
        r->counts->left_out++;
        r->at = r->script.len;
        return;
    }
    r->counts->values++;
    if (r->comma)
        bytes_add_byte(&r->out, ',');
    r->comma = r->inserted = false;
    if (c == '{' || c == '[') {
        open_bracket(r, c);
        return;
    }
    if (c == '"')
        jsonld_take_string(r);
    else
        take_bare(r);
    r->state = r->state == JSONLD_KEY ? JSONLD_COLON : JSONLD_NEXT;
}

/* Closes everything where the text breaks off. */
static void break_off(struct jsonld_repair *r)
{
    r->counts->repaired++;
    if (r->state == JSONLD_COLON)
        bytes_add_byte(&r->out, ':');
    if (r->state == JSONLD_COLON || r->state == JSONLD_VALUE)
        bytes_add_string(&r->out, "null");
    for (; r->open.len != 0; r->open.len--) {
        if (r->open.at[r->open.len - 1] == '{')
            bytes_add_string(&r->out, ",\"@truncated\":true}");
        else
            bytes_add_byte(&r->out, ']');
    }
}

/* Moves to the next object or array; what is neither stands astray. */
static bool find_text(struct jsonld_repair *r)
{
    bool astray = false;
    while (skip_dirt(r), !at_end(r)) {
        char c = r->script.at[r->at];
        if (c == '{' || c == '[')
            break;
        r->counts->repaired += !astray && c != ',';
        astray = c != ',';
        if (c == '"') {
            r->at++;
            while (!at_end(r) && r->script.at[r->at++] != '"')
                r->at += r->script.at[r->at - 1] == '\\' && !at_end(r);
        } else {
            r->at++;
        }
    }
    return !at_end(r);
}

bool jsonld_repair_next(struct jsonld_repair *r)
{
    bytes_clear(&r->out);
    bytes_clear(&r->open);
    r->comma = r->inserted = false;
    r->state = JSONLD_ELEMENT;
    if (!find_text(r))
        return false;
    do {
        char c = r->script.at[r->at];
        if (c == '}' || c == ']') {
            close_bracket(r, c);
        } else if (c == ',') {
            take_comma(r);
        } else if (c == ':') {
            bytes_add_byte(&r->out, ':');
            r->state = JSONLD_VALUE;
            r->at++;
        } else {
            take_value(r, c);
        }
        if (r->open.len != 0)
            skip_dirt(r);
    } while (r->open.len != 0 && !at_end(r));
    if (r->open.len != 0)
        break_off(r);
    return true;
}
