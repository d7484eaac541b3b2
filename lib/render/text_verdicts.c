#include <stdlib.h>

#include "lib/base/table.h"
#include "lib/render/verdict_table.h"
#include "lib/render/words.h"

/* The verdicts with what is known of them in the list; NULL without memory. */
static struct listed *list(const struct verdict *verdicts, size_t count)
{
    struct listed *items = calloc(count, sizeof *items);
    struct table names = {0};
    for (size_t i = 0; items != NULL && i < count; i++) {
        bool added;
        size_t *first =
            table_add(&names, verdict_name(&verdicts[i]), i, &added);
        if (first == NULL) {
            free(items);
            items = NULL;
            break;
        }
        items[i].verdict = &verdicts[i];
        if (!added)
            items[i].shared = items[*first].shared = true;
    }
    table_free(&names);
    return items;
}

/* Where there is no room for a table: one below the other. */
static void print_stacked(struct document *d, const struct listed *items,
                          size_t count, size_t width)
{
    struct block b = text_block(d);
    for (size_t i = 0; i < count; i++) {
        const struct verdict *v = items[i].verdict;
        struct bytes words = {0};
        if (i != 0)
            block_line(&b);
        block_line(&b);
        text_add_wrapped(&b, STYLE_STRONG, verdict_name(v), width);
        if (items[i].shared && v->tagline.len != 0) {
            block_line(&b);
            block_add_spaces(&b, TEXT_INDENT);
            text_add_wrapped(&b, STYLE_FAINT, v->tagline, width);
        }
        block_line(&b);
        block_add_spaces(&b, TEXT_INDENT);
        text_add_standing(&b, v, width);
        words_add_panel(&words, v);
        text_add_label(&b, "Panel", width);
        text_add_wrapped_words(&b, STYLE_PLAIN, &words, width);
        text_add_label(&b, "Score", width);
        text_add_score(&b, v->score.mean, width);
        words_add_capitalized(&words, v->entry);
        text_add_label(&b, "Entry", width);
        text_add_wrapped_words(&b, STYLE_PLAIN, &words, width);
    }
    text_print(d, &b, 0);
}

static void add_name(struct block *b, const struct listed *item, size_t width)
{
    const struct verdict *v = item->verdict;
    struct bytes words = {0};
    bytes_add_slice(&words, verdict_name(v));
    if (item->shared && v->tagline.len != 0) {
        bytes_add_string(&words, " – ");
        bytes_add_slice(&words, v->tagline);
    }
    block_line(b);
    text_add_wrapped_words(b, STYLE_STRONG, &words, width);
}

static void print_remarks(struct document *d, const struct listed *items,
                          size_t count)
{
    size_t width = d->settings.width;
    if (width > TEXT_PROSE_MOST)
        width = TEXT_PROSE_MOST;
    bool headed = false;
    for (size_t i = 0; i < count; i++) {
        struct block name = text_block(d), remarks = text_block(d);
        text_add_remarks(&remarks, items[i].verdict, true, width);
        if (remarks.count != 0) {
            if (!headed)
                text_print_heading(d, "Notes", NULL, width);
            headed = true;
            add_name(&name, &items[i], width);
        }
        text_print(d, &name, 0);
        text_print(d, &remarks, 0);
    }
}

void text_verdicts(struct document *d, const struct verdict *verdicts,
                   size_t count)
{
    struct listed *items = list(verdicts, count);
    if (items == NULL) {
        d->out.failed = true;
        return;
    }
    struct verdict_table table;
    size_t width = d->settings.width;
    bool fits = verdict_table_fit(&table, items, count, width);
    if (fits)
        width = verdict_table_width(&table);
    text_begin_section(d, slice_of("Verdicts"), width);
    if (fits)
        verdict_table_print(d, &table, items, count);
    else
        print_stacked(d, items, count, width);
    print_remarks(d, items, count);
    free(items);
}
