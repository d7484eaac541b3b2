#include <stdlib.h>

#include "lib/base/mask.h"
#include "lib/base/table.h"
#include "lib/render/text.h"
#include "lib/render/width.h"

enum {
    GAP = 2,
    BAR_CELLS = 10,
    WORDS_MOST = 24, /* the widest a column of words gets */
    NAME_MOST = 50,  /* longer names are wrapped in any case */
    NAME_ROOMY = 24, /* enough for names, some of them wrapped */
    NAME_LEAST = 14, /* below that it is no table any more */
    PROSE_INDENT = 3,
    TITLE_LEAST = 60, /* room for titles and hints above narrow tables */
    COLUMNS_MOST = 32 /* what is right of them is left to other formats */
};

/* A column on the terminal: a column of the listing, or the bars of one. */
struct column {
    size_t of;
    const struct listing_column *what;
    bool bar;
    size_t width; /* 0: left out */
};

struct text_table {
    const struct listing *listing;
    bool *shared; /* of each row: another one has the same name */
    struct column columns[COLUMNS_MOST];
    size_t count;
    size_t name;   /* which of them has the names */
    size_t labels; /* how wide the widest title is */
};

/* -- cells -------------------------------------------------------------- */

static bool is_number(const struct column *c)
{
    return !c->bar &&
           (c->what->kind == LISTING_NUMBER || c->what->kind == LISTING_SCORE);
}

static size_t most_of(const struct column *c)
{
    return c->bar                          ? BAR_CELLS
           : c->what->kind == LISTING_NAME ? NAME_MOST
                                           : WORDS_MOST;
}

static const struct listing_cell *cell_of(const struct text_table *t,
                                          size_t row, const struct column *c)
{
    return &listing_row(t->listing, row)[c->of];
}

static struct slice text_or_dash(struct slice text)
{
    return text.len != 0 ? text : slice_of("–");
}

static void add_number(struct block *b, struct slice text, size_t width)
{
    struct bytes masked = {0};
    mask_add(&masked, text_or_dash(text));
    block_add_right(b, STYLE_PLAIN, bytes_slice(&masked), width);
    b->text.failed = b->text.failed || masked.failed;
    bytes_free(&masked);
}

/* A tagline tells tools of one name apart, and else only takes room. */
static bool has_aside(const struct text_table *t, size_t row,
                      const struct column *c)
{
    return cell_of(t, row, c)->aside.len != 0 &&
           (c->what->kind != LISTING_NAME || t->shared[row]);
}

static void add_cell(struct block *b, const struct text_table *t, size_t row,
                     const struct column *c, size_t width)
{
    const struct listing_cell *cell = cell_of(t, row, c);
    if (c->bar) {
        if (cell->score != DECIMAL_UNKNOWN)
            block_add_bar(b, cell->score,
                          width < BAR_CELLS ? width : BAR_CELLS);
        return;
    }
    size_t indent = block_column(b);
    if (c->what->kind == LISTING_VERDICT)
        text_add_judgement(b, cell->judgement);
    else if (is_number(c))
        add_number(b, cell->text, width);
    else
        text_add_wrapped(
            b, c->what->kind == LISTING_NAME ? STYLE_STRONG : STYLE_PLAIN,
            text_or_dash(cell->text), width);
    if (!has_aside(t, row, c))
        return;
    block_line(b);
    block_add_spaces(b, indent + (c->what->kind == LISTING_NAME ? GAP : 0));
    text_add_wrapped(b, STYLE_FAINT, cell->aside, width);
}

/* -- widths ------------------------------------------------------------- */

static void add_columns(struct text_table *t)
{
    const struct listing *l = t->listing;
    for (size_t i = 0; i < l->column_count && t->count + 2 <= COLUMNS_MOST;
         i++) {
        const struct listing_column *what = &l->columns[i];
        if (what->kind == LISTING_PROSE)
            continue;
        if (what->kind == LISTING_NAME)
            t->name = t->count;
        else if (width_of(what->title) > t->labels)
            t->labels = width_of(what->title);
        t->columns[t->count++] = (struct column){.of = i, .what = what};
        if (what->kind == LISTING_SCORE)
            t->columns[t->count++] =
                (struct column){.of = i, .what = what, .bar = true};
    }
}

/* How wide the widest cell of a column is. */
static size_t measure(const struct text_table *t, const struct column *c)
{
    struct block b = {0};
    size_t most = most_of(c), widest = 0;
    if (!c->bar)
        widest = width_of(c->what->title);
    for (size_t i = 0; i < t->listing->row_count && widest < most; i++) {
        block_clear(&b);
        add_cell(&b, t, i, c, is_number(c) ? 0 : most);
        for (size_t line = 0; line < b.count; line++)
            if (b.lines[line].columns > widest)
                widest = b.lines[line].columns;
    }
    block_free(&b);
    return widest < most ? widest : most;
}

static size_t table_width(const struct text_table *t)
{
    size_t width = 0;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].width != 0)
            width += t->columns[i].width + (width == 0 ? 0 : GAP);
    return width;
}

/* Bars say again what numbers say. */
static int yields_of(const struct column *c)
{
    return c->bar ? LISTING_YIELDS : c->what->yields;
}

/* Leaves out the column that matters least; false when all of them stay. */
static bool leave_one_out(struct text_table *t)
{
    struct column *least = NULL;
    for (size_t i = 0; i < t->count; i++) {
        struct column *c = &t->columns[i];
        if (c->width != 0 && yields_of(c) != LISTING_STAYS &&
            (least == NULL || yields_of(c) >= yields_of(least)))
            least = c;
    }
    if (least != NULL)
        least->width = 0;
    return least != NULL;
}

/* Fits the columns into the width; false when there is no room for a table. */
static bool fit(struct text_table *t, size_t width)
{
    for (size_t i = 0; i < t->count; i++)
        t->columns[i].width = measure(t, &t->columns[i]);
    size_t *name = &t->columns[t->name].width, wanted = *name;
    do {
        *name = 0;
        size_t taken = table_width(t) + GAP;
        size_t room = width > taken ? width - taken : 0;
        *name = room < wanted ? room : wanted;
        if (room >= wanted || room >= NAME_ROOMY)
            return true;
    } while (leave_one_out(t));
    return *name >= NAME_LEAST;
}

/* -- rows --------------------------------------------------------------- */

static void add_title(struct block *b, const struct column *c)
{
    if (c->bar)
        return;
    if (is_number(c))
        block_add_right(b, STYLE_FAINT, c->what->title, c->width);
    else
        text_add_string(b, STYLE_FAINT, c->what->title);
}

enum { TITLES = -1 };

static void print_row(struct document *d, const struct text_table *t, long row)
{
    struct block blocks[COLUMNS_MOST];
    size_t starts[COLUMNS_MOST], at = 0;
    for (size_t i = 0; i < t->count; i++) {
        const struct column *c = &t->columns[i];
        blocks[i] = text_block(d);
        starts[i] = at;
        if (c->width == 0)
            continue;
        at += c->width + GAP;
        if (row == TITLES)
            add_title(&blocks[i], c);
        else
            add_cell(&blocks[i], t, (size_t)row, c, c->width);
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
                     const struct column *c, size_t width)
{
    const struct listing_cell *cell = cell_of(t, row, c);
    struct bytes title = {0};
    if (c->what->kind == LISTING_VERDICT) {
        block_line(b);
        block_add_spaces(b, TEXT_INDENT);
        add_cell(b, t, row, c, width);
        return;
    }
    if (cell->text.len == 0 && c->what->kind != LISTING_SCORE)
        return;
    mask_add(&title, c->what->title);
    bytes_add_byte(&title, '\0');
    text_add_label(b, title.failed ? "" : title.at, width);
    if (block_column(b) > TEXT_INDENT + GAP)
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
        add_cell(&b, t, row, &t->columns[t->name], width);
        for (size_t i = 0; i < t->count; i++)
            if (i != t->name && !t->columns[i].bar)
                add_fact(&b, t, row, &t->columns[i], width);
        text_print(d, &b, 0);
        print_prose(d, t->listing, row, width);
    }
}

/* -- all of it ---------------------------------------------------------- */

/* Finds rows of the same name; NULL without memory. */
static bool *find_shared(const struct text_table *t)
{
    size_t rows = t->listing->row_count;
    bool *shared = calloc(rows + 1, sizeof *shared);
    struct table names = {0};
    for (size_t i = 0; shared != NULL && i < rows; i++) {
        bool added;
        struct slice name = cell_of(t, i, &t->columns[t->name])->text;
        size_t *first = table_add(
            &names, slice_known(name) ? name : slice_of(""), i, &added);
        if (first == NULL) {
            free(shared);
            shared = NULL;
        } else if (!added) {
            shared[i] = shared[*first] = true;
        }
    }
    table_free(&names);
    return shared;
}

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
    struct text_table t = {.listing = l};
    size_t width = d->settings.width;
    add_columns(&t);
    t.shared = find_shared(&t);
    if (t.shared == NULL) {
        d->out.failed = true;
        return;
    }
    bool fits = fit(&t, width);
    bool prose = l->columns[l->column_count - 1].kind == LISTING_PROSE;
    size_t least = width;
    if (least > (fits && !prose ? TITLE_LEAST : TEXT_PROSE_MOST))
        least = fits && !prose ? TITLE_LEAST : TEXT_PROSE_MOST;
    if (!fits || table_width(&t) < least)
        width = least;
    else
        width = table_width(&t);
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
    free(t.shared);
}
