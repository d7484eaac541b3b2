#include "lib/render/markdown.h"

#include <strings.h>

#include "lib/base/mask.h"
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

/*
 * An at sign, which no backslash keeps from making a mail address a link or
 * somebody's name a mention, is set apart by an empty comment.
 */
static void add_escaped(struct bytes *out, struct slice s)
{
    static const bool marks[128] = {
        ['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true,
        ['['] = true,  [']'] = true, ['<'] = true, ['>'] = true,
        ['&'] = true,  ['|'] = true, ['~'] = true, ['#'] = true,
        ['$'] = true,  [':'] = true, ['.'] = true, ['@'] = true,
    };
    long marker = block_marker(s);
    size_t run = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool mark = c >= 0 && marks[(unsigned char)c];
        if (!mark && (long)i != marker)
            continue;
        bool link = c == ':' || c == '.' || c == '@';
        bool escaped =
            (mark && !link) || (long)i == marker || begins_link(s, i);
        bytes_add(out, s.at + run, i - run);
        if (escaped)
            bytes_add_byte(out, '\\');
        bytes_add_byte(out, c);
        if (c == '@')
            bytes_add_string(out, "<!-- -->");
        run = i + 1;
    }
    bytes_add(out, s.at + run, s.len - run);
}

void markdown_add(struct bytes *out, struct slice text)
{
    struct bytes masked = {0};
    if (slice_known(text))
        mask_add(&masked, text);
    if (masked.len == 0)
        bytes_add_string(&masked, "–");
    add_escaped(out, bytes_slice(&masked));
    out->failed = out->failed || masked.failed;
    bytes_free(&masked);
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
