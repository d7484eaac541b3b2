/* Listings as tables. */
#include "lib/render/html.h"
#include "lib/render/width.h"

/* -- how much room a table needs ---------------------------------------- */

/*
 * All in hundredths of an em, as broad as common fonts of screens set text.  A
 * word broader than the last is broken where need be.
 */
enum {
    BOLD = 112, /* per cent of the width of plain text */
    QUIET = 93, /* the same, of what is said beside it */
    NAME_LEAST = 800,
    SCORE_LEAST = 500,
    PROSE_LEAST = 1600,
    BADGE_AROUND = 260,
    MASKED = 105, /* the sign in place of what is not shown */
    WORD_MOST = 1400
};

static int width_of_byte(char c)
{
    bool capital = c >= 'A' && c <= 'Z';
    return c == ' '                              ? 35
           : c < ' ' || c == 127                 ? MASKED
           : strchr("mwMW@%", c) != NULL         ? 100
           : capital                             ? 75
           : strchr("fijlrtI.,:;'!|", c) != NULL ? 42
                                                 : 64;
}

/* Where a line may be broken. */
enum breaks { NOWHERE, BEHIND_WORDS, BEHIND_SLASHES };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether browsers break the text behind this byte. */
static bool is_break(struct slice text, size_t at, enum breaks breaks)
{
    bool inside = at != 0 && at + 1 < text.len;
    char c = text.at[at];
    return c == ' ' ||
           (c == '-' && inside && is_letter(text.at[at - 1]) &&
            is_letter(text.at[at + 1])) ||
           (c == '/' && inside && breaks == BEHIND_SLASHES &&
            text.at[at + 1] != '/');
}

/* Of the broadest part that is not broken; no more than a bit above the most.
 */
static int width_of_text(struct slice text, enum breaks breaks)
{
    int width = 0, most = 0;
    size_t at = 0;
    while (at < text.len && most <= WORD_MOST) {
        bool breakable;
        if (text.at[at] > 0) {
            width += width_of_byte(text.at[at]);
            breakable = is_break(text, at++, breaks);
        } else {
            struct cluster k = cluster_next(text, &at);
            breakable = k.columns == 2; /* between ideographs */
            width += breakable ? 110 : k.columns == 1 ? 80 : MASKED;
        }
        most = width > most ? width : most;
        if (breakable && breaks != NOWHERE)
            width = 0;
    }
    return most;
}

static enum breaks breaks_of(enum listing_kind kind)
{
    return kind == LISTING_NUMBER || kind == LISTING_SCORE ? NOWHERE
           : kind == LISTING_PLACE                         ? BEHIND_SLASHES
                                                           : BEHIND_WORDS;
}

static int width_of_cell(const struct listing_cell *cell,
                         enum listing_kind kind)
{
    int aside = width_of_text(cell->aside, BEHIND_WORDS) * QUIET / 100;
    int width = 0;
    if (kind == LISTING_VERDICT)
        width = width_of_text(html_judgement(cell->judgement), NOWHERE) *
                    QUIET / 100 * BOLD / 100 +
                BADGE_AROUND;
    else if (kind != LISTING_PROSE)
        width = width_of_text(cell->text, breaks_of(kind));
    if (kind == LISTING_NAME)
        width = width * BOLD / 100;
    return width > aside ? width : aside;
}

static int width_of_title(const struct listing_column *column)
{
    return width_of_text(column->title, BEHIND_WORDS) * BOLD / 100;
}

static int width_of_column(const struct listing *l, size_t column)
{
    static const int least[] = {[LISTING_NAME] = NAME_LEAST,
                                [LISTING_SCORE] = SCORE_LEAST,
                                [LISTING_PROSE] = PROSE_LEAST};
    enum listing_kind kind = l->columns[column].kind;
    int most = width_of_title(&l->columns[column]);
    if (kind < sizeof least / sizeof *least && most < least[kind])
        most = least[kind];
    for (size_t i = 0; i < l->row_count; i++) {
        int width = width_of_cell(&listing_row(l, i)[column], kind);
        most = width > most ? width : most;
    }
    return most > WORD_MOST && kind != LISTING_PROSE ? WORD_MOST : most;
}

/*
 * A class by how much room the columns take: where the page has less, the rows
 * are laid out as grids, see the style sheet.  Room is in rem, of the page
 * without its margins; narrow ones set tables smaller and closer.
 */
static const char *class_of(const struct listing *l)
{
    static const struct {
        int room, size, gap; /* a size in per mille */
        const char *name;
    } classes[] = {{18, 875, 100, ""},
                   {30, 875, 100, " narrow"},
                   {44, 875, 100, " medium"},
                   {57, 1000, 150, " wide"},
                   {69, 1000, 150, " full"}};
    int width = 0;
    for (size_t i = 0; i < l->column_count; i++)
        width += width_of_column(l, i);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (width * classes[i].size / 1000 +
                ((int)l->column_count - 1) * classes[i].gap <=
            classes[i].room * 100)
            return classes[i].name;
    return " grids";
}

/* -- cells -------------------------------------------------------------- */

static const char *const classes[] = {
    [LISTING_NAME] = "",
    [LISTING_WORDS] = "",
    [LISTING_PLACE] = "place",
    [LISTING_NUMBER] = "numeric",
    [LISTING_SCORE] = "numeric scored",
    [LISTING_VERDICT] = "",
    [LISTING_PROSE] = "prose",
};

/* What has a word that is better broken than given all of the room. */
static bool is_long(const struct listing_cell *cell, enum listing_kind kind)
{
    enum { LEAST = WORD_MOST / 110 };
    return (cell->text.len > LEAST || cell->aside.len > LEAST) &&
           kind != LISTING_PROSE && width_of_cell(cell, kind) > WORD_MOST;
}

static void add_class(struct document *d, const char *class, bool is_long)
{
    if (*class != '\0' || is_long)
        html_format(d, " class=\"%s%s%s\"", class,
                    *class != '\0' && is_long ? " " : "",
                    is_long ? "long" : "");
}

static void add_aside(struct document *d, struct slice aside)
{
    if (aside.len == 0)
        return;
    html_markup(d, " <span class=\"aside\">");
    html_bdi(d, aside);
    html_markup(d, "</span>");
}

/*
 * A cell says its column's title, which is seen where columns are not; the
 * roles say again what the elements mean, as browsers forget that rows that
 * are laid out as grids were rows.
 */
static void add_cell(struct document *d, const struct listing_column *column,
                     const struct listing_cell *cell)
{
    bool name = column->kind == LISTING_NAME;
    html_markup(d, name ? "<th role=\"rowheader\" scope=\"row\""
                        : "<td role=\"cell\"");
    add_class(d, classes[column->kind], is_long(cell, column->kind));
    html_markup(d, ">");
    if (!name) {
        html_markup(d, "<span class=\"title\" aria-hidden=\"true\">");
        html_text(d, column->title);
        html_markup(d, "</span> ");
    }
    if (column->kind == LISTING_VERDICT)
        html_badge(d, cell->judgement);
    else if (column->kind == LISTING_PLACE)
        html_place(d, cell->text);
    else
        html_link(d, cell->page, cell->page_of, cell->text);
    add_aside(d, cell->aside);
    if (column->kind == LISTING_SCORE)
        html_bar(d, cell->score);
    html_markup(d, name ? "</th>\n" : "</td>\n");
}

static void add_titles(struct document *d, const struct listing *l)
{
    html_markup(d, "<thead role=\"rowgroup\">\n<tr role=\"row\">");
    for (size_t i = 0; i < l->column_count; i++) {
        html_markup(d, "<th role=\"columnheader\" scope=\"col\"");
        add_class(d, classes[l->columns[i].kind],
                  width_of_title(&l->columns[i]) > WORD_MOST);
        html_markup(d, ">");
        html_text(d, l->columns[i].title);
        html_markup(d, "</th>\n");
    }
    html_markup(d, "</tr>\n</thead>\n");
}

void html_table(struct document *d, const struct listing *l)
{
    html_format(d, "<table class=\"listing%s\" role=\"table\">\n", class_of(l));
    if (l->hint.len != 0) {
        html_markup(d, "<caption>");
        html_text(d, l->hint);
        html_markup(d, "</caption>\n");
    }
    add_titles(d, l);
    html_markup(d, "<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < l->row_count; i++) {
        const struct listing_cell *row = listing_row(l, i);
        html_markup(d, "<tr role=\"row\">");
        for (size_t j = 0; j < l->column_count; j++)
            add_cell(d, &l->columns[j], &row[j]);
        html_markup(d, "</tr>\n");
    }
    html_markup(d, "</tbody>\n</table>\n");
}
