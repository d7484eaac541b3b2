#include "lib/render/markdown.h"
#include "lib/render/words.h"

static void add_row(struct document *d, const struct verdict *v)
{
    struct bytes words = {0};
    markdown_cell(d, verdict_name(v));
    markdown_cell(d, v->tagline);
    bytes_add_string(&words, judgement_title(v->verdict));
    if (v->provisional)
        bytes_add_string(&words, ", provisional");
    if (words_basis(v) != NULL)
        bytes_add_format(&words, ", %s", words_basis(v));
    markdown_cell_words(d, &words);
    words_add_percent(&words, v->ship_pct);
    markdown_cell_words(d, &words);
    words_add_count(&words, v->reviews);
    markdown_cell_words(d, &words);
    words_add_number(&words, v->score.mean);
    markdown_cell_words(d, &words);
    words_add_capitalized(&words, v->entry);
    markdown_cell_words(d, &words);
    markdown_cell(d, v->category);
    markdown_end_row(d);
}

void markdown_verdicts(struct document *d, const struct verdict *verdicts,
                       size_t count)
{
    markdown_heading(d, 1, slice_of("Verdicts"));
    markdown_begin_block(d);
    bytes_add_string(
        &d->out,
        "| Tool | Tagline | Verdict | Ship | Reviews | Score | Entry | "
        "Category |\n| --- | --- | --- | ---: | ---: | ---: | --- | --- |\n");
    for (size_t i = 0; i < count; i++)
        add_row(d, &verdicts[i]);
    markdown_notes(d, verdicts, count, true);
}

/* Masked text neither begins nor ends in space, so the marks hold. */
static void add_words(struct bytes *out, const struct change *c)
{
    for (size_t i = 0; i < c->word_count; i++) {
        const struct change_words *w = &c->words[i];
        const char *mark = w->sign == '-' ? "~~" : w->sign == '+' ? "**" : "";
        if (i != 0)
            bytes_add_byte(out, ' ');
        bytes_add_string(out, mark);
        markdown_add(out, w->text);
        bytes_add_string(out, mark);
    }
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

static void add_change(struct document *d, const struct change *c)
{
    struct bytes words = {0};
    bytes_add_format(&d->out, "- **%s**", change_kind_word(c->kind));
    words_add_subject(&words, c);
    if (words.len != 0) {
        bytes_add_byte(&d->out, ' ');
        markdown_add_words(&d->out, &words);
    }
    add_values(&d->out, c);
    words_add_cause(&words, c->cause);
    if (words.len != 0) {
        bytes_add_string(&d->out, " – ");
        markdown_add_words(&d->out, &words);
    }
    bytes_add_byte(&d->out, '\n');
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
