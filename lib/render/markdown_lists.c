#include "lib/base/utf8.h"
#include "lib/render/markdown.h"
#include "lib/render/words.h"

static void add_cell(struct document *d, const struct listing_cell *cell,
                     enum listing_kind kind)
{
    struct bytes words = {0};
    if (kind == LISTING_VERDICT && cell->judgement != JUDGEMENT_UNKNOWN)
        bytes_add_string(&words, judgement_title(cell->judgement));
    else
        bytes_add_slice(&words, cell->text);
    if (cell->aside.len != 0) {
        bytes_add_string(&words, words.len == 0 ? "" : " – ");
        bytes_add_slice(&words, cell->aside);
    }
    markdown_cell_words(d, &words);
}

static void add_titles(struct document *d, const struct listing *l)
{
    for (size_t i = 0; i < l->column_count; i++)
        markdown_cell(d, l->columns[i].title);
    markdown_end_row(d);
    for (size_t i = 0; i < l->column_count; i++) {
        enum listing_kind kind = l->columns[i].kind;
        bool right = kind == LISTING_NUMBER || kind == LISTING_SCORE;
        bytes_add_string(&d->out, right ? "| ---: " : "| --- ");
    }
    markdown_end_row(d);
}

void markdown_listing(struct document *d, const struct listing *l)
{
    markdown_heading(d, l->part ? 2 : 1, l->title);
    if (l->hint.len != 0) {
        markdown_begin_block(d);
        markdown_add(&d->out, l->hint);
        bytes_add_byte(&d->out, '\n');
    }
    markdown_begin_block(d);
    add_titles(d, l);
    for (size_t i = 0; i < l->row_count; i++) {
        const struct listing_cell *row = listing_row(l, i);
        for (size_t j = 0; j < l->column_count; j++)
            add_cell(d, &row[j], l->columns[j].kind);
        markdown_end_row(d);
    }
}

void markdown_verdicts(struct document *d, const struct verdict *verdicts,
                       size_t count)
{
    struct listing l = {0};
    listing_of_verdicts(&l, verdicts, count);
    if (l.failed)
        d->out.failed = true;
    else
        markdown_listing(d, &l);
    listing_free(&l);
    markdown_notes(d, verdicts, count, true);
}

void markdown_matrix(struct document *d, const struct matrix *m)
{
    struct listing l = {0};
    struct bytes words = {0};
    size_t part = 0;
    words_add_matrix_title(&words, m);
    markdown_heading(d, 1, bytes_slice(&words));
    bytes_clear(&words);
    words_add_matrix_winner(&words, m);
    markdown_why(d, &words, m->why);
    while (listing_of_matrix(&l, m, &part))
        markdown_listing(d, &l);
    markdown_agreement(d, m->agree, m->agree_count, m->split, m->split_count);
    markdown_notes(d, m->tools, m->tool_count, false);
    d->out.failed = d->out.failed || l.failed || words.failed;
    bytes_free(&words);
    listing_free(&l);
}

/* Not sure of what is not ASCII: a reference too many does no harm. */
static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

/*
 * A mark between a letter outside and punctuation inside would be taken for
 * text.  As a character reference the letter reads the same, and counts as
 * punctuation itself.
 */
static void refer(struct bytes *out, size_t at)
{
    struct bytes rest = {0};
    size_t end = at;
    if (at >= out->len ||
        ((unsigned char)out->at[at] < 0x80 && !is_letter(out->at[at])))
        return;
    uint32_t letter = utf8_next(bytes_slice(out), &end);
    bytes_add_slice(&rest, slice_after(bytes_slice(out), end));
    out->len = at;
    bytes_add_format(out, "&#%lu;", (unsigned long)letter);
    bytes_add_slice(out, bytes_slice(&rest));
    out->failed = out->failed || rest.failed;
    bytes_free(&rest);
}

/*
 * Where the last code point begins, before a mark of `mark_len` bytes: GitHub
 * looks through the marks of strikethrough.
 */
static size_t find_last(const struct bytes *out, size_t mark_len)
{
    size_t at = out->len <= mark_len ? 0 : out->len - mark_len - 1;
    while (at != 0 && ((unsigned char)out->at[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* The texts of runs neither begin nor end in space, so the marks hold. */
static void add_words(struct bytes *out, const struct change *c)
{
    struct bytes text = {0};
    bool sharp = false;  /* a mark that closes behind punctuation */
    size_t mark_len = 0; /* of what closed last */
    for (size_t i = 0; i < c->word_count; i++) {
        struct words_run run = words_run(c, i);
        const char *mark = run.sign == '-' ? "~~" : run.sign == '+' ? "**" : "";
        bytes_add_string(out, run.spaced ? " " : "");
        if (run.text.len == 0)
            continue;
        bytes_clear(&text);
        markdown_add(&text, run.text);
        bool adjoins = sharp && !run.spaced;
        if (*mark != '\0' && text.len != 0 &&
            (adjoins || !is_letter(text.at[0])))
            refer(out, find_last(out, run.spaced ? 0 : mark_len));
        mark_len = strlen(mark);
        bytes_add_string(out, mark);
        size_t start = out->len;
        bytes_add_slice(out, bytes_slice(&text));
        bytes_add_string(out, mark);
        if (adjoins)
            refer(out, start);
        sharp =
            *mark != '\0' && text.len != 0 && !is_letter(text.at[text.len - 1]);
    }
    out->failed = out->failed || text.failed;
    bytes_free(&text);
}

static void add_values(struct bytes *out, const struct change *c)
{
    struct bytes words = {0};
    words_add_values(&words, c);
    if (c->word_count == 0 && words.len == 0)
        return;
    bytes_add_string(out, " – ");
    if (c->word_count != 0)
        add_words(out, c);
    else
        markdown_add(out, bytes_slice(&words));
    out->failed = out->failed || words.failed;
    bytes_free(&words);
}

/* The values, and why. */
static void add_what(struct document *d, const struct change *c)
{
    struct bytes words = {0};
    add_values(&d->out, c);
    words_add_cause(&words, c->cause);
    if (words.len != 0) {
        bytes_add_string(&d->out, " – ");
        markdown_add_words(&d->out, &words);
    }
    bytes_add_byte(&d->out, '\n');
}

static void add_change(struct document *d, const struct change *c)
{
    struct bytes words = {0};
    bytes_add_format(&d->out, "- **%s**", change_kind_word(c->kind));
    words_add_subject(&words, c);
    if (words.len != 0) {
        bytes_add_byte(&d->out, ' ');
        markdown_add_words(&d->out, &words);
    }
    words_add_origin(&words, c);
    if (words.len != 0) {
        bytes_add_string(&d->out, " (");
        markdown_add_words(&d->out, &words);
        bytes_add_byte(&d->out, ')');
    }
    if (c->theirs == NULL) {
        add_what(d, c);
        return;
    }
    struct change theirs = words_theirs(c);
    bytes_add_string(&d->out, "\n  - **ours**");
    add_what(d, c);
    bytes_add_string(&d->out, "  - **theirs**");
    add_what(d, &theirs);
}

void markdown_changes(struct document *d, const struct change *changes,
                      size_t count)
{
    markdown_heading(d, 1, slice_of("Changes"));
    for (size_t i = 0; i < count; i++) {
        const struct change *c = &changes[i];
        if (i == 0 || !slice_equal(c->tool, changes[i - 1].tool)) {
            markdown_heading(d, 2, slice_known(c->name) ? c->name : c->tool);
            markdown_begin_block(d);
        }
        add_change(d, c);
    }
}
