#include "lib/render/text_table.h"

#include <stdlib.h>

#include "lib/base/mask.h"
#include "lib/base/table.h"
#include "lib/render/width.h"

enum {
    BAR_CELLS = 10,
    WORDS_MOST = 24, /* the widest a column of words gets */
    NAME_MOST = 50,  /* longer names are wrapped in any case */
    NAME_ROOMY = 24, /* enough for names, some of them wrapped */
    NAME_LEAST = 14  /* below that it is no table any more */
};

/* -- cells -------------------------------------------------------------- */

bool text_column_is_number(const struct text_column *c)
{
    return !c->bar &&
           (c->what->kind == LISTING_NUMBER || c->what->kind == LISTING_SCORE);
}

static size_t most_of(const struct text_column *c)
{
    return c->bar                          ? BAR_CELLS
           : c->what->kind == LISTING_NAME ? NAME_MOST
                                           : WORDS_MOST;
}

const struct listing_cell *text_table_cell(const struct text_table *t,
                                           size_t row,
                                           const struct text_column *c)
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
                      const struct text_column *c)
{
    return text_table_cell(t, row, c)->aside.len != 0 &&
           (c->what->kind != LISTING_NAME || t->shared[row]);
}

void text_table_add_cell(struct block *b, const struct text_table *t,
                         size_t row, const struct text_column *c, size_t width)
{
    const struct listing_cell *cell = text_table_cell(t, row, c);
    if (c->bar) {
        if (cell->score != DECIMAL_UNKNOWN)
            block_add_bar(b, cell->score,
                          width < BAR_CELLS ? width : BAR_CELLS);
        return;
    }
    size_t indent = block_column(b);
    if (c->what->kind == LISTING_VERDICT)
        text_add_judgement(b, cell->judgement);
    else if (text_column_is_number(c))
        add_number(b, cell->text, width);
    else
        text_add_wrapped(
            b, c->what->kind == LISTING_NAME ? STYLE_STRONG : STYLE_PLAIN,
            text_or_dash(cell->text), width);
    if (!has_aside(t, row, c))
        return;
    block_line(b);
    block_add_spaces(
        b, indent + (c->what->kind == LISTING_NAME ? TEXT_TABLE_GAP : 0));
    text_add_wrapped(b, STYLE_FAINT, cell->aside, width);
}

/* -- widths ------------------------------------------------------------- */

static void add_columns(struct text_table *t)
{
    const struct listing *l = t->listing;
    for (size_t i = 0;
         i < l->column_count && t->count + 2 <= TEXT_TABLE_COLUMNS; i++) {
        const struct listing_column *what = &l->columns[i];
        if (what->kind == LISTING_PROSE)
            continue;
        if (what->kind == LISTING_NAME)
            t->name = t->count;
        else if (width_of(what->title) > t->labels)
            t->labels = width_of(what->title);
        t->columns[t->count++] = (struct text_column){.of = i, .what = what};
        if (what->kind == LISTING_SCORE)
            t->columns[t->count++] =
                (struct text_column){.of = i, .what = what, .bar = true};
    }
}

/* How wide the widest cell of a column is. */
static size_t measure(struct text_table *t, const struct text_column *c)
{
    struct block b = {0};
    size_t most = most_of(c), widest = 0;
    if (!c->bar)
        widest = width_of(c->what->title);
    for (size_t i = 0; i < t->listing->row_count && widest < most; i++) {
        block_clear(&b);
        text_table_add_cell(&b, t, i, c, text_column_is_number(c) ? 0 : most);
        for (size_t line = 0; line < b.count; line++)
            if (b.lines[line].columns > widest)
                widest = b.lines[line].columns;
    }
    t->no_memory = t->no_memory || b.text.failed;
    block_free(&b);
    return widest < most ? widest : most;
}

size_t text_table_width(const struct text_table *t)
{
    size_t width = 0;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].width != 0)
            width += t->columns[i].width + (width == 0 ? 0 : TEXT_TABLE_GAP);
    return width;
}

/* Bars say again what numbers say. */
static int yields_of(const struct text_column *c)
{
    return c->bar ? LISTING_YIELDS : c->what->yields;
}

/* Leaves out the column that matters least; false when all of them stay. */
static bool leave_one_out(struct text_table *t)
{
    struct text_column *least = NULL;
    for (size_t i = 0; i < t->count; i++) {
        struct text_column *c = &t->columns[i];
        if (c->width != 0 && yields_of(c) != LISTING_STAYS &&
            (least == NULL || yields_of(c) >= yields_of(least)))
            least = c;
    }
    if (least != NULL)
        least->width = 0;
    return least != NULL;
}

bool text_table_fit(struct text_table *t, size_t width)
{
    for (size_t i = 0; i < t->count; i++)
        t->columns[i].width = measure(t, &t->columns[i]);
    size_t *name = &t->columns[t->name].width, wanted = *name;
    do {
        *name = 0;
        size_t taken = text_table_width(t) + TEXT_TABLE_GAP;
        size_t room = width > taken ? width - taken : 0;
        *name = room < wanted ? room : wanted;
        if (room >= wanted || room >= NAME_ROOMY)
            return true;
    } while (leave_one_out(t));
    return *name >= NAME_LEAST;
}

/* -- beginning and end ---------------------------------------------------- */

/* Finds rows of the same name; NULL without memory. */
static bool *find_shared(const struct text_table *t)
{
    size_t rows = t->listing->row_count;
    bool *shared = calloc(rows + 1, sizeof *shared);
    struct table names = {0};
    for (size_t i = 0; shared != NULL && i < rows; i++) {
        bool added;
        struct slice name = text_table_cell(t, i, &t->columns[t->name])->text;
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

bool text_table_init(struct text_table *t, const struct listing *l)
{
    *t = (struct text_table){.listing = l};
    add_columns(t);
    t->shared = find_shared(t);
    return t->shared != NULL;
}

void text_table_free(struct text_table *t)
{
    free(t->shared);
}
