/*
 * What an HTML page says of its encoding before it can be read: the steps of
 * "prescan a byte stream to determine its encoding" in the HTML standard.  They
 * are taken further than its 1024 bytes, since a parser would change its mind
 * when it came upon a later element.
 */
#include "lib/base/ascii.h"
#include "lib/parse/charset.h"
#include "lib/parse/html/scan.h"

enum { PRESCAN_MOST = 32 * 1024, NAME_MOST = 16, VALUE_MOST = 256 };

/* Names and values in small letters; what is too long to matter is cut. */
struct attribute {
    char name[NAME_MOST + 1], value[VALUE_MOST + 1];
    size_t name_len, value_len;
};

/* A position that never goes past the end, where every byte is NUL. */
struct scan {
    struct slice page;
    size_t at;
};

static char here(const struct scan *s)
{
    return s->at < s->page.len ? s->page.at[s->at] : '\0';
}

static bool at_end(const struct scan *s)
{
    return s->at >= s->page.len;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static void skip_spaces(struct scan *s)
{
    while (is_space(here(s)))
        s->at++;
}

/* Whether the page goes on with a word in small letters. */
static bool goes_on(const struct scan *s, const char *word)
{
    return html_stands(s->page.at + s->at, s->page.at + s->page.len, word);
}

static void add(char *to, size_t *len, size_t most, char c)
{
    if (*len < most)
        to[(*len)++] = ascii_small(c);
    to[*len] = '\0';
}

static void read_value(struct scan *s, struct attribute *a)
{
    s->at++; /* the equals sign */
    skip_spaces(s);
    char quote = here(s);
    if (quote == '"' || quote == '\'') {
        for (s->at++; !at_end(s) && here(s) != quote; s->at++)
            add(a->value, &a->value_len, VALUE_MOST, here(s));
        s->at++;
        return;
    }
    for (; !at_end(s) && !is_space(here(s)) && here(s) != '>'; s->at++)
        add(a->value, &a->value_len, VALUE_MOST, here(s));
}

/* "Get an attribute"; false when there is none. */
static bool read_attribute(struct scan *s, struct attribute *a)
{
    *a = (struct attribute){0};
    while (is_space(here(s)) || here(s) == '/')
        s->at++;
    if (at_end(s) || here(s) == '>')
        return false;
    for (; !at_end(s); s->at++) {
        char c = here(s);
        if ((c == '=' && a->name_len != 0) || is_space(c))
            break;
        if (c == '/' || c == '>')
            return true;
        add(a->name, &a->name_len, NAME_MOST, c);
    }
    skip_spaces(s);
    if (here(s) == '=')
        read_value(s, a);
    return true;
}

/* "Extract a character encoding from a meta element". */
static const struct charset *find_in_content(struct slice content)
{
    struct scan s = {content, 0};
    for (;;) {
        while (!at_end(&s) && !goes_on(&s, "charset"))
            s.at++;
        if (at_end(&s))
            return NULL;
        s.at += strlen("charset");
        skip_spaces(&s);
        if (here(&s) == '=')
            break;
    }
    s.at++;
    skip_spaces(&s);
    char quote = here(&s);
    size_t from = s.at, end;
    if (quote == '"' || quote == '\'') {
        from++;
        const char *close =
            from < content.len
                ? memchr(content.at + from, quote, content.len - from)
                : NULL;
        if (close == NULL)
            return NULL;
        end = (size_t)(close - content.at);
    } else {
        while (!at_end(&s) && !is_space(here(&s)) && here(&s) != ';')
            s.at++;
        end = s.at;
    }
    return charset_find(slice_from(content.at + from, end - from));
}

/* What a page cannot be, when bytes of ASCII say so. */
static const struct charset *plausible(const struct charset *c)
{
    static const struct slice utf8 = SLICE("utf-8");
    return c != NULL && c->kind == CHARSET_UTF16 ? charset_find(utf8) : c;
}

static const struct charset *find_label(struct slice label)
{
    static const struct slice windows = SLICE("windows-1252");
    return slice_is(label, "x-user-defined") ? charset_find(windows)
                                             : charset_find(label);
}

/* The attributes of a meta element, up to its end. */
static const struct charset *read_meta(struct scan *s)
{
    struct attribute a;
    bool pragma = false, seen[3] = {false};
    int needs_pragma = -1;
    const struct charset *found = NULL;
    while (read_attribute(s, &a)) {
        static const char *const names[] = {"http-equiv", "content", "charset"};
        int name = 0;
        while (name < 3 && strcmp(a.name, names[name]) != 0)
            name++;
        if (name == 3 || seen[name])
            continue;
        seen[name] = true;
        struct slice value = slice_from(a.value, a.value_len);
        if (name == 0) {
            pragma = strcmp(a.value, "content-type") == 0;
        } else if (name == 1) {
            const struct charset *c = find_in_content(value);
            if (c != NULL && found == NULL) {
                found = c;
                needs_pragma = 1;
            }
        } else {
            found = find_label(value);
            needs_pragma = 0;
        }
    }
    /* An element that is not all there says nothing. */
    if (at_end(s) || needs_pragma == -1 || (needs_pragma == 1 && !pragma))
        return NULL;
    return plausible(found);
}

static void skip_past(struct scan *s, const char *end)
{
    size_t len = strlen(end);
    const char *found =
        memmem(s->page.at + s->at, s->page.len - s->at, end, len);
    s->at = found == NULL ? s->page.len : (size_t)(found - s->page.at) + len;
}

/* A tag of any other element, with its attributes. */
static void skip_tag(struct scan *s)
{
    struct attribute a;
    while (!at_end(s) && !is_space(here(s)) && here(s) != '>')
        s->at++;
    while (read_attribute(s, &a))
        continue;
}

/* <?xml version="1.0" encoding="..."?> */
static const struct charset *find_in_xml(struct slice page)
{
    struct scan s = {page, 0};
    if (!goes_on(&s, "<?xml"))
        return NULL;
    const char *close = memchr(page.at, '>', page.len);
    if (close == NULL)
        return NULL;
    s.page.len = (size_t)(close - page.at);
    while (!at_end(&s) && !goes_on(&s, "encoding"))
        s.at++;
    s.at += strlen("encoding");
    skip_spaces(&s);
    if (here(&s) != '=')
        return NULL;
    struct attribute a = {0};
    read_value(&s, &a);
    return plausible(charset_find(slice_from(a.value, a.value_len)));
}

const struct charset *charset_of_html(struct slice page)
{
    if (page.len > PRESCAN_MOST)
        page.len = PRESCAN_MOST;
    struct scan s = {page, 0};
    for (; !at_end(&s); s.at++) {
        char next = s.at + 1 < page.len ? page.at[s.at + 1] : '\0';
        size_t letter = s.at + (next == '/' ? 2 : 1);
        if (goes_on(&s, "<!--")) {
            s.at += 2; /* the dashes may be those of the end, too */
            skip_past(&s, "-->");
            s.at--;
        } else if (goes_on(&s, "<meta") && s.at + 5 < page.len &&
                   (is_space(page.at[s.at + 5]) || page.at[s.at + 5] == '/')) {
            s.at += 5;
            const struct charset *found = read_meta(&s);
            if (found != NULL)
                return found;
        } else if (here(&s) == '<' && letter < page.len &&
                   ascii_is_letter(page.at[letter])) {
            skip_tag(&s);
        } else if (here(&s) == '<' &&
                   (next == '!' || next == '/' || next == '?')) {
            skip_past(&s, ">");
            s.at--;
        }
    }
    return find_in_xml(page);
}
