#include "lib/render/markdown.h"

#include <strings.h>

#include "lib/base/mask.h"
#include "lib/base/scan16.h"
#include "lib/render/notes.h"
#include "lib/render/url.h"
#include "lib/render/words.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The byte to escape so that the text begins no list and no heading, or -1. */
static long block_marker(struct slice s)
{
    size_t digits = 0;
    if (s.len != 0 && memchr("-+=", s.at[0], 3) != NULL)
        return 0;
    while (digits < s.len && is_digit(s.at[digits]))
        digits++;
    bool ends =
        digits + 1 == s.len || (digits + 1 < s.len && s.at[digits + 1] == ' ');
    return digits != 0 && ends && (s.at[digits] == '.' || s.at[digits] == ')')
               ? (long)digits
               : -1;
}

/* "http://", "www." and ":smile:" mean something to GitHub. */
static bool begins_link(struct slice s, size_t i)
{
    if (s.at[i] == ':')
        return i + 1 < s.len && s.at[i + 1] != ' ';
    return s.at[i] == '.' && i >= 3 && strncasecmp(s.at + i - 3, "www", 3) == 0;
}

static bool is_mark(char c)
{
    static const bool marks[128] = {
        ['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true,
        ['['] = true,  [']'] = true, ['<'] = true, ['>'] = true,
        ['&'] = true,  ['|'] = true, ['~'] = true, ['#'] = true,
        ['$'] = true,  [':'] = true, ['.'] = true, ['@'] = true,
    };
    return c >= 0 && marks[(unsigned char)c];
}

/* Where sixteen bytes may be marks; few others are among them. */
static uint32_t maybe_marks(struct sixteen s)
{
    struct sixteen signs = scan16_or(
        scan16_where_between(s, '#', '&'),
        scan16_or(scan16_where_equal(s, '*'), scan16_where_equal(s, '.')));
    struct sixteen brackets =
        scan16_or(scan16_where_between(s, ':', '@'),
                  scan16_or(scan16_where_between(s, '[', '`'),
                            scan16_where_between(s, '|', '~')));
    return scan16_tops(scan16_or(signs, brackets));
}

/* Whether the byte, which may be a mark, cannot stand there as it is. */
static bool is_active(struct slice s, size_t i)
{
    char c = s.at[i];
    if (c == ':' || c == '.')
        return begins_link(s, i);
    return is_mark(c);
}

/*
 * The next byte that cannot stand as it is, the block marker (or -1) being one
 * of them; the length when there is none.
 */
static size_t next_active(struct slice s, long marker, size_t from)
{
    size_t end = marker >= (long)from ? (size_t)marker : s.len;
    while (from < end) {
        size_t len;
        uint32_t maybe =
            maybe_marks(scan16_next(s.at + from, end - from, &len));
        for (; maybe != 0; maybe &= maybe - 1)
            if (is_active(s, from + scan16_first(maybe)))
                return from + scan16_first(maybe);
        from += len;
    }
    return end;
}

/*
 * Escapes what was added from `start` on.  An at sign, which no backslash
 * keeps from making a mail address a link or somebody's name a mention, is set
 * apart by an empty comment.
 */
static void escape_from(struct bytes *out, size_t start)
{
    struct slice s = slice_after(bytes_slice(out), start);
    long marker = block_marker(s);
    size_t run = 0, active = next_active(s, marker, 0);
    if (active == s.len)
        return;
    struct bytes copy = {0};
    bytes_add_slice(&copy, s);
    out->failed = out->failed || copy.failed;
    out->len = start;
    s = bytes_slice(&copy);
    while (active < s.len) {
        bool at_sign = s.at[active] == '@';
        bytes_add(out, s.at + run, active - run);
        bytes_add_string(out, at_sign ? "" : "\\");
        bytes_add_byte(out, s.at[active]);
        bytes_add_string(out, at_sign ? "<!-- -->" : "");
        run = active + 1;
        active = next_active(s, marker, run);
    }
    bytes_add(out, s.at + run, s.len - run);
    bytes_free(&copy);
}

void markdown_add(struct bytes *out, struct slice text)
{
    size_t start = out->len;
    if (slice_known(text))
        mask_add(out, text);
    if (out->len == start)
        bytes_add_string(out, "–");
    else
        escape_from(out, start);
}

void markdown_add_words(struct bytes *out, struct bytes *words)
{
    markdown_add(out, bytes_slice(words));
    out->failed = out->failed || words->failed;
    bytes_free(words);
}

void markdown_begin_block(struct document *d)
{
    if (d->sections++ != 0)
        bytes_add_byte(&d->out, '\n');
}

void markdown_heading(struct document *d, int level, struct slice title)
{
    markdown_begin_block(d);
    bytes_add_repeated(&d->out, '#', (size_t)level);
    bytes_add_byte(&d->out, ' ');
    markdown_add(&d->out, title);
    bytes_add_byte(&d->out, '\n');
}

void markdown_cell(struct document *d, struct slice text)
{
    bytes_add_string(&d->out, "| ");
    markdown_add(&d->out, text);
    bytes_add_byte(&d->out, ' ');
}

void markdown_cell_words(struct document *d, struct bytes *words)
{
    bytes_add_string(&d->out, "| ");
    markdown_add_words(&d->out, words);
    bytes_add_byte(&d->out, ' ');
}

void markdown_end_row(struct document *d)
{
    bytes_add_string(&d->out, "|\n");
}

static void add_source(struct bytes *out, const struct verdict_source *s)
{
    if (!url_is_web(s->url)) {
        markdown_add(out, words_source(s));
        return;
    }
    bytes_add_byte(out, '<');
    bytes_add_slice(out, s->url);
    bytes_add_byte(out, '>');
}

/* Begins a list item, and the section with the first of all. */
static void begin_note(struct document *d, const struct verdict *v, bool *any)
{
    if (!*any) {
        markdown_heading(d, 2, slice_of("Notes"));
        markdown_begin_block(d);
    }
    *any = true;
    bytes_add_string(&d->out, "- **");
    markdown_add(&d->out, verdict_name(v));
    bytes_add_string(&d->out, "** – ");
}

static void add_notes(struct document *d, const struct verdict *v, bool brief,
                      bool *any)
{
    struct notes notes = {0};
    struct slice sentence;
    size_t at = 0;
    notes_collect(&notes, v, brief);
    d->out.failed = d->out.failed || notes.text.failed;
    while (notes_next(&notes, &at, &sentence)) {
        begin_note(d, v, any);
        markdown_add(&d->out, sentence);
        bytes_add_byte(&d->out, '\n');
    }
    notes_free(&notes);
    if (brief || v->source_count == 0)
        return;
    begin_note(d, v, any);
    bytes_add_string(&d->out, "Seen on ");
    for (size_t i = 0; i < v->source_count; i++) {
        bytes_add_string(&d->out, i == 0 ? "" : ", ");
        add_source(&d->out, &v->sources[i]);
    }
    bytes_add_byte(&d->out, '\n');
}

void markdown_notes(struct document *d, const struct verdict *verdicts,
                    size_t count, bool brief)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        add_notes(d, &verdicts[i], brief, &any);
}

const struct format format_markdown = {
    .name = "md",
    .extensions = ".md .markdown",
    .comparison = markdown_comparison,
    .verdicts = markdown_verdicts,
    .changes = markdown_changes,
    .listing = markdown_listing,
    .matrix = markdown_matrix,
};
