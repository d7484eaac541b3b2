/* The rows of the full form's table: whose cells these are. */
#include "lib/parse/cells.h"
#include "lib/parse/quote.h"

static void add_cell(struct scorecard *s, const struct cell *cell,
                     struct slice reviewer, size_t row)
{
    struct review_record *review = panel_add_review(s, cell->begin);
    if (review == NULL)
        return;
    const struct score_line *score = &cell->score;
    patterns_took(s->patterns, s->lines, cell->begin, FORM_SCORE);
    patterns_took_part(s->patterns, s->lines, cell->text, cell->text_end,
                       "text");
    review->reviewer = reviewer;
    review->score = score->score;
    review->has_rating = score->has_rating;
    review->rating = score->rating;
    review->verdict = score->verdict;
    review->row = (int64_t)row;
    review->text = lines_joined(s->lines, cell->text, cell->text_end, s->arena,
                                &s->no_memory);
    review->truncated = cell->text_end >= s->lines->count &&
                        (cell->text == cell->text_end ||
                         !s->lines->at[cell->text_end - 1].ended);
    if (slice_known(review->text) && !review->truncated)
        review->text = quote_inside(review->text);
}

/* How many cells the row that begins with this one has. */
static size_t row_width(const struct scorecard *s, const struct cells *cells,
                        size_t first)
{
    size_t width = 1;
    while (width < s->tool_count && first + width < cells->count &&
           !cells->at[first + width].has_name)
        width++;
    return width;
}

/*
 * The one tool that the rows with a single cell must be about, by what the
 * page says of the panels' sizes; tool_count when that does not tell.
 */
static size_t tool_of_short_rows(const struct scorecard *s, int64_t full_rows,
                                 int64_t short_rows)
{
    size_t found = s->tool_count;
    for (size_t i = 0; i < s->tool_count; i++) {
        const struct stated *stated = &s->tools[i].stated;
        if (stated->ship < 0 || stated->skip < 0)
            return s->tool_count;
        int64_t missing = stated->ship + stated->skip - full_rows;
        if (missing == 0)
            continue;
        if (missing != short_rows || found != s->tool_count)
            return s->tool_count;
        found = i;
    }
    return found;
}

/*
 * A row as wide as there are tools is placed in order, and so is the last one
 * when the page breaks off in it.  In a shorter one some tool was not judged
 * by this reviewer: which one, only the stated counts may tell.
 */
static void place_rows(struct scorecard *s, const size_t *widths,
                       size_t row_count, bool cut)
{
    int64_t full = 0, single = 0;
    for (size_t i = 0; i < row_count; i++) {
        full += widths[i] == s->tool_count;
        single += widths[i] == 1 && s->tool_count > 1;
    }
    s->broken_off = cut;
    if (s->tools_past != 0) {
        s->unplaced += s->review_count;
        return;
    }
    size_t short_tool = full + single == (int64_t)row_count
                            ? tool_of_short_rows(s, full, single)
                            : s->tool_count;
    size_t review = 0;
    for (size_t i = 0; i < row_count; i++) {
        bool in_order =
            widths[i] == s->tool_count || (cut && i + 1 == row_count);
        for (size_t j = 0; j < widths[i] && review < s->review_count; j++) {
            struct review_record *at = &s->reviews[review++];
            bool counted = widths[i] == 1 && short_tool < s->tool_count;
            if (in_order && !counted) {
                panel_place(s, at, j);
            } else if (counted) {
                panel_place(s, at, short_tool);
                at->inferred = slice_of("{\"tool\":\"panel\"}");
            } else {
                s->unplaced++;
            }
        }
    }
}

/* The cells of the row that begins with this one. */
static void add_row(struct scorecard *s, const struct cell *first, size_t width,
                    size_t row)
{
    struct slice reviewer = {NULL, 0};
    if (first->has_name) {
        reviewer = s->lines->at[first->begin - 1].text;
        patterns_took_part(s->patterns, s->lines, first->begin - 1,
                           first->begin, "reviewer");
    }
    for (size_t i = 0; i < width; i++)
        add_cell(s, &first[i], reviewer, row);
}

void panel_read_rows(struct scorecard *s, const struct panel *panel)
{
    struct cells cells;
    cells_read(&cells, s, panel);
    size_t *widths = arena_alloc(s->arena, (cells.count + 1) * sizeof *widths);
    if (widths == NULL) {
        s->no_memory = true;
        return;
    }
    size_t row = 0;
    for (size_t first = 0; first < cells.count; first += widths[row++]) {
        widths[row] = row_width(s, &cells, first);
        add_row(s, &cells.at[first], widths[row], row);
    }
    if (row != 0)
        place_rows(s, widths, row, cells.cut);
}
