#include "lib/base/mask.h"
#include "lib/render/text_table.h"

enum {
    PROSE_INDENT = 3,
    TITLE_LEAST = 60 /* room for titles and hints above narrow tables */
};

/* -- rows --------------------------------------------------------------- */

static void add_title(struct block *b, const struct text_column *c)
{
    if (c->bar)
        return;
    if (text_column_is_number(c))
        block_add_right(b, STYLE_FAINT, c->what->title, c->width);
    else
        text_add_string(b, STYLE_FAINT, c->what->title);
}

enum { TITLES = -1 };

static void print_row(struct document *d, const struct text_table *t, long row)
{
    struct block blocks[TEXT_TABLE_COLUMNS];
    size_t starts[TEXT_TABLE_COLUMNS], at = 0;
    for (size_t i = 0; i < t->count; i++) {
        const struct text_column *c = &t->columns[i];
        blocks[i] = text_block(d);
        starts[i] = at;
        if (c->width == 0)
            continue;
        at += c->width + TEXT_TABLE_GAP;
        if (row == TITLES)
            add_title(&blocks[i], c);
        else
            text_table_add_cell(&blocks[i], t, (size_t)row, c, c->width);
    }
    block_print_columns(&d->out, blocks, starts, t->count);
    for (size_t i = 0; i < t->count; i++)
        block_free(&blocks[i]);
}

/* The sentences that belong to a row, below it, and a line behind them. */
static void print_prose(struct document *d, const struct listing *l, size_t row,
                        size_t width)
{
    size_t last = l->column_count - 1;
    struct slice prose = listing_row(l, row)[last].text;
    if (l->columns[last].kind != LISTING_PROSE)
        return;
    struct block b = text_block(d);
    if (prose.len != 0) {
        block_line(&b);
        block_add_spaces(&b, PROSE_INDENT);
        text_add_wrapped(&b, STYLE_PLAIN, prose,
                         width < TEXT_PROSE_MOST ? width : TEXT_PROSE_MOST);
    }
    if (row + 1 < l->row_count)
        block_line(&b);
    text_print(d, &b, 0);
}

static void add_fact(struct block *b, const struct text_table *t, size_t row,
                     const struct text_column *c, size_t width)
{
    const struct listing_cell *cell = text_table_cell(t, row, c);
    struct bytes title = {0};
    if (c->what->kind == LISTING_VERDICT) {
        block_line(b);
        block_add_spaces(b, TEXT_INDENT);
        text_table_add_cell(b, t, row, c, width);
        return;
    }
    if (cell->text.len == 0 && c->what->kind != LISTING_SCORE)
        return;
    mask_add(&title, c->what->title);
    bytes_add_byte(&title, '\0');
    text_add_label(b, title.failed ? "" : title.at, width);
    if (block_column(b) > TEXT_INDENT + TEXT_TABLE_GAP)
        block_add_padding(b, TEXT_INDENT + t->labels + 1);
    b->text.failed = b->text.failed || title.failed;
    bytes_free(&title);
    if (c->what->kind == LISTING_SCORE)
        text_add_score(b, cell->score, width);
    else
        text_add_wrapped(b, STYLE_PLAIN, cell->text, width);
}

/* Where there is no room for a table: one row below the other. */
static void print_stacked(struct document *d, const struct text_table *t,
                          size_t width)
{
    for (size_t row = 0; row < t->listing->row_count; row++) {
        struct block b = text_block(d);
        if (row != 0)
            block_line(&b);
        block_line(&b);
        text_table_add_cell(&b, t, row, &t->columns[t->name], width);
        for (size_t i = 0; i < t->count; i++)
            if (i != t->name && !t->columns[i].bar)
                add_fact(&b, t, row, &t->columns[i], width);
        text_print(d, &b, 0);
        print_prose(d, t->listing, row, width);
    }
}

/* -- all of it ---------------------------------------------------------- */

static void print_hint(struct document *d, struct slice hint, size_t width)
{
    struct block b = text_block(d);
    if (hint.len == 0)
        return;
    block_line(&b);
    text_add_wrapped(&b, STYLE_FAINT, hint, width);
    block_line(&b);
    text_print(d, &b, 0);
}

void text_listing(struct document *d, const struct listing *l)
{
    struct text_table t;
    size_t width = d->settings.width;
    if (!text_table_init(&t, l)) {
        d->out.failed = true;
        return;
    }
    bool fits = text_table_fit(&t, width);
    d->out.failed = d->out.failed || t.no_memory;
    bool prose = l->columns[l->column_count - 1].kind == LISTING_PROSE;
    size_t least = width;
    if (least > (fits && !prose ? TITLE_LEAST : TEXT_PROSE_MOST))
        least = fits && !prose ? TITLE_LEAST : TEXT_PROSE_MOST;
    if (!fits || text_table_width(&t) < least)
        width = least;
    else
        width = text_table_width(&t);
    if (l->part) {
        text_print_heading(d, l->title, l->hint, width);
    } else {
        text_begin_section(d, l->title, width);
        print_hint(d, l->hint, width);
    }
    if (fits) {
        print_row(d, &t, TITLES);
        for (size_t i = 0; i < l->row_count; i++) {
            print_row(d, &t, (long)i);
            print_prose(d, l, i, width);
        }
    } else {
        print_stacked(d, &t, width);
    }
    text_table_free(&t);
}
