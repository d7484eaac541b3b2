#include "lib/render/verdict_table.h"

#include "lib/render/width.h"
#include "lib/render/words.h"

enum {
    GAP = 2,
    BAR_CELLS = 10,
    WORDS_MOST = 20, /* the widest a column of short words gets */
    NAME_MOST = 50,  /* longer names are wrapped in any case */
    NAME_ROOMY = 24, /* enough for names, some of them wrapped */
    NAME_LEAST = 14  /* below that it is no table any more */
};

enum { NAME, VERDICT, SHIP, REVIEWS, MEAN, BAR, ENTRY, CATEGORY };

/* Numbers stand at the right end of their column. */
static void add_number(struct block *b, enum style style, struct bytes *words,
                       size_t width)
{
    block_add_right(b, style, bytes_slice(words), width);
    b->text.failed = b->text.failed || words->failed;
    bytes_free(words);
}

static void add_name(struct block *b, const struct listed *item, size_t width)
{
    const struct verdict *v = item->verdict;
    text_add_wrapped(b, STYLE_STRONG, verdict_name(v), width);
    if (!item->shared || v->tagline.len == 0)
        return;
    block_line(b);
    text_add_wrapped(b, STYLE_FAINT, v->tagline, width);
}

static void add_verdict(struct block *b, const struct listed *item,
                        size_t width)
{
    text_add_standing(b, item->verdict, width);
}

static void add_ship(struct block *b, const struct listed *item, size_t width)
{
    struct bytes words = {0};
    words_add_percent(&words, item->verdict->ship_pct);
    add_number(b, STYLE_PLAIN, &words, width);
}

static void add_reviews(struct block *b, const struct listed *item,
                        size_t width)
{
    struct bytes words = {0};
    words_add_count(&words, item->verdict->reviews);
    add_number(b, STYLE_PLAIN, &words, width);
}

static void add_mean(struct block *b, const struct listed *item, size_t width)
{
    struct bytes words = {0};
    words_add_number(&words, item->verdict->score.mean);
    add_number(b, STYLE_PLAIN, &words, width);
}

static void add_bar(struct block *b, const struct listed *item, size_t width)
{
    int64_t mean = item->verdict->score.mean;
    if (mean != DECIMAL_UNKNOWN)
        block_add_bar(b, mean, width < BAR_CELLS ? width : BAR_CELLS);
}

static void add_entry(struct block *b, const struct listed *item, size_t width)
{
    struct bytes words = {0};
    words_add_capitalized(&words, item->verdict->entry);
    text_add_wrapped_words(b, STYLE_PLAIN, &words, width);
}

static void add_category(struct block *b, const struct listed *item,
                         size_t width)
{
    struct slice category = item->verdict->category;
    text_add_wrapped(b, STYLE_PLAIN,
                     category.len != 0 ? category : slice_of("–"), width);
}

static const struct column {
    const char *title;
    bool right;
    void (*add)(struct block *b, const struct listed *item, size_t width);
    size_t most; /* columns */
} columns[VERDICT_TABLE_COLUMNS] = {
    [NAME] = {"Tool", false, add_name, NAME_MOST},
    [VERDICT] = {"Verdict", false, add_verdict, WORDS_MOST},
    [SHIP] = {"Ship", true, add_ship, WORDS_MOST},
    [REVIEWS] = {"Reviews", true, add_reviews, WORDS_MOST},
    [MEAN] = {"Score", true, add_mean, WORDS_MOST},
    [BAR] = {"", false, add_bar, BAR_CELLS},
    [ENTRY] = {"Entry", false, add_entry, WORDS_MOST},
    [CATEGORY] = {"Category", false, add_category, WORDS_MOST},
};

/* How wide the widest cell of a column is. */
static size_t measure(const struct column *column, const struct listed *items,
                      size_t count)
{
    struct block b = {0};
    size_t widest = width_of(slice_of(column->title));
    for (size_t i = 0; i < count && widest < column->most; i++) {
        block_clear(&b);
        column->add(&b, &items[i], column->right ? 0 : column->most);
        for (size_t line = 0; line < b.count; line++)
            if (b.lines[line].columns > widest)
                widest = b.lines[line].columns;
    }
    block_free(&b);
    return widest < column->most ? widest : column->most;
}

size_t verdict_table_width(const struct verdict_table *t)
{
    size_t width = 0;
    for (int i = 0; i < VERDICT_TABLE_COLUMNS; i++)
        if (t->widths[i] != 0)
            width += t->widths[i] + (width == 0 ? 0 : GAP);
    return width;
}

/* What the other columns leave for names; at most what names want. */
static size_t room_for_names(const struct verdict_table *t, size_t wanted,
                             size_t width)
{
    struct verdict_table others = *t;
    others.widths[NAME] = 0;
    size_t taken = verdict_table_width(&others) + GAP;
    size_t room = width > taken ? width - taken : 0;
    return room < wanted ? room : wanted;
}

bool verdict_table_fit(struct verdict_table *t, const struct listed *items,
                       size_t count, size_t width)
{
    static const int dispensable[] = {CATEGORY, BAR, ENTRY};
    enum { DISPENSABLE = sizeof dispensable / sizeof *dispensable };
    for (int i = 0; i < VERDICT_TABLE_COLUMNS; i++)
        t->widths[i] = measure(&columns[i], items, count);
    size_t wanted = t->widths[NAME];
    for (size_t i = 0; i <= DISPENSABLE; i++) {
        size_t room = room_for_names(t, wanted, width);
        size_t least = i == DISPENSABLE ? NAME_LEAST : NAME_ROOMY;
        t->widths[NAME] = room;
        if (room == wanted || room >= least)
            return true;
        if (i < DISPENSABLE)
            t->widths[dispensable[i]] = 0;
    }
    return false;
}

static void add_title(struct block *b, const struct column *column,
                      size_t width)
{
    if (column->right)
        block_add_right(b, STYLE_FAINT, slice_of(column->title), width);
    else
        block_add_string(b, STYLE_FAINT, column->title);
}

/* One row; without an item, the titles. */
static void print_row(struct document *d, const struct verdict_table *t,
                      const struct listed *item)
{
    struct block blocks[VERDICT_TABLE_COLUMNS];
    size_t starts[VERDICT_TABLE_COLUMNS], at = 0;
    for (int i = 0; i < VERDICT_TABLE_COLUMNS; i++) {
        size_t width = t->widths[i];
        blocks[i] = text_block(d);
        starts[i] = at;
        if (width == 0)
            continue;
        at += width + GAP;
        if (item != NULL)
            columns[i].add(&blocks[i], item, width);
        else
            add_title(&blocks[i], &columns[i], width);
    }
    block_print_columns(&d->out, blocks, starts, VERDICT_TABLE_COLUMNS);
    for (int i = 0; i < VERDICT_TABLE_COLUMNS; i++)
        block_free(&blocks[i]);
}

void verdict_table_print(struct document *d, const struct verdict_table *t,
                         const struct listed *items, size_t count)
{
    print_row(d, t, NULL);
    for (size_t i = 0; i < count; i++)
        print_row(d, t, &items[i]);
}
