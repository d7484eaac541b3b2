#include "lib/parse/html_lines.h"
#include "lib/parse/panel.h"
#include "lib/parse/quote.h"

/* A cell of the table: one reviewer's judgement of one tool. */
struct cell {
    size_t begin; /* its first line: the score line */
    size_t text, text_end;
    bool has_name; /* the reviewer's name stands before it */
    struct score_line score;
};

/* Longer lines are no reviewers' names. */
enum { NAME_MOST = 80 };

/* Whether a line is a score line, and what it says. */
struct looked {
    size_t line;
    bool is_score;
    struct score_line score;
};

/* Lines are looked at several times, a few of them at a time. */
enum { LOOKED_MOST = 8 };

struct rows {
    struct scorecard *s;
    const struct panel *panel;
    bool names_adjoin; /* a name and its score line are one paragraph */
    struct cell *cells;
    size_t count;
    struct looked looked[LOOKED_MOST]; /* by their last bits */
};

static const struct looked *look_at(struct rows *r, size_t line)
{
    const struct page_lines *lines = r->s->lines;
    struct looked *looked = &r->looked[line % LOOKED_MOST];
    if (looked->line != line) {
        looked->line = line;
        looked->is_score = line_whole(lines, line) &&
                           patterns_score(r->s->patterns, lines->at[line].text,
                                          &looked->score);
    }
    return looked;
}

static bool is_score(struct rows *r, size_t line)
{
    return look_at(r, line)->is_score;
}

static bool has_gap(const struct rows *r, size_t line)
{
    return line < r->s->lines->count && r->s->lines->at[line].gap;
}

/* Whether the line before this score line is a reviewer's name. */
static bool adjoins_name(const struct rows *r, size_t score)
{
    return score > r->panel->begin && !has_gap(r, score) &&
           (has_gap(r, score - 1) || score - 1 == r->panel->begin);
}

static size_t next_score(struct rows *r, size_t from)
{
    while (from < r->panel->end && !is_score(r, from))
        from++;
    return from < r->panel->end ? from : r->panel->end;
}

/*
 * A score line is followed by a text, whatever that says.  Only when the line
 * behind looks like the next score line, and what comes then like its text,
 * has the text been left out.
 */
static bool lacks_text(struct rows *r, size_t score)
{
    size_t next = score + 1, then = score + 2;
    if (next >= r->panel->end)
        return true;
    if (r->names_adjoin && is_score(r, then) && adjoins_name(r, then))
        return !is_score(r, next);
    return is_score(r, next) && then < r->panel->end && !is_score(r, then) &&
           !(r->names_adjoin && is_score(r, then + 1) &&
             adjoins_name(r, then + 1));
}

/* Behind the paragraph that line `from` stands in. */
static size_t paragraph_end(const struct rows *r, size_t from)
{
    size_t end = from + 1;
    while (r->names_adjoin && end < r->panel->end && !has_gap(r, end))
        end++;
    return end;
}

/* Whether a paragraph may be a name, with its score line or what is left. */
static bool may_be_name(const struct rows *r, size_t from, size_t end)
{
    return end - from <= 2 && r->s->lines->at[from].text.len <= NAME_MOST;
}

/*
 * Where the text of the panel's last cell ends: at the footer.  Without one
 * the page breaks off, and a short last paragraph may be the next reviewer's
 * name.
 */
static size_t last_text_end(const struct rows *r, size_t text)
{
    if (r->panel->footer)
        return r->panel->end;
    size_t end = paragraph_end(r, text);
    while (r->names_adjoin && end < r->panel->end) {
        size_t next = paragraph_end(r, end);
        if (next == r->panel->end && may_be_name(r, end, next))
            break;
        end = next;
    }
    return end;
}

/* Whether a line is short, and looks like the first name where there is one. */
static bool looks_like_name(const struct rows *r, size_t line)
{
    const struct page_lines *lines = r->s->lines;
    return lines->at[line].text.len <= NAME_MOST &&
           (!r->cells[0].has_name ||
            html_lines_alike(lines, line, r->cells[0].begin - 1));
}

/*
 * Where names do not adjoin their score lines, a name is told from a second
 * line of text by its place: behind the row's last cell.
 */
static bool is_name_by_place(const struct rows *r, size_t line, size_t text,
                             size_t cells_in_row)
{
    return line > text &&
           (cells_in_row >= r->s->tool_count || looks_like_name(r, line));
}

/* Reads the cell whose score line is `score`; gives the next cell's. */
static size_t read_cell(struct rows *r, size_t score, bool has_name,
                        size_t cells_in_row, bool *next_has_name)
{
    struct cell *cell = &r->cells[r->count++];
    *cell = (struct cell){score, score + 1, score + 1, has_name,
                          look_at(r, score)->score};
    size_t text = score + 1;
    size_t from = lacks_text(r, score) ? text : text + 1;
    size_t next = next_score(r, from);
    *next_has_name = false;
    if (next >= r->panel->end) {
        if (text < r->panel->end)
            cell->text_end = last_text_end(r, text);
        return r->panel->end;
    }
    *next_has_name = r->names_adjoin
                         ? adjoins_name(r, next)
                         : is_name_by_place(r, next - 1, text, cells_in_row);
    cell->text_end = *next_has_name ? next - 1 : next;
    return next;
}

static void read_cells(struct rows *r)
{
    size_t begin = r->panel->begin;
    size_t score = is_score(r, begin) ? begin : begin + 1;
    bool has_name = score != begin;
    if (!is_score(r, score))
        return;
    r->names_adjoin = has_gap(r, score + 1) || score + 1 >= r->panel->end;
    if (has_name)
        r->names_adjoin = r->names_adjoin && !has_gap(r, score);
    size_t in_row = 0;
    while (score < r->panel->end && r->count < r->s->review_most) {
        in_row = has_name ? 1 : in_row + 1;
        score = read_cell(r, score, has_name, in_row, &has_name);
    }
    if (score < r->panel->end)
        r->s->passed += r->panel->end - score;
}

static void add_cell(const struct rows *r, const struct cell *cell,
                     struct slice reviewer, size_t row)
{
    struct scorecard *s = r->s;
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
static size_t row_width(const struct rows *r, size_t first)
{
    size_t width = 1;
    while (width < r->s->tool_count && first + width < r->count &&
           !r->cells[first + width].has_name)
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

/* Whether the page breaks off in the last row, or in the line behind it. */
static bool is_cut(const struct rows *r)
{
    const struct page_lines *lines = r->s->lines;
    size_t end = r->cells[r->count - 1].text_end;
    if (end < lines->count && may_be_name(r, end, lines->count))
        end = lines->count;
    return !r->panel->footer && end >= lines->count;
}

/*
 * A row as wide as there are tools is placed in order, and so is the last one
 * when the page breaks off in it.  In a shorter one some tool was not judged
 * by this reviewer: which one, only the stated counts may tell.
 */
static void place_rows(const struct rows *r, const size_t *widths,
                       size_t row_count)
{
    struct scorecard *s = r->s;
    int64_t full = 0, single = 0;
    for (size_t i = 0; i < row_count; i++) {
        full += widths[i] == s->tool_count;
        single += widths[i] == 1 && s->tool_count > 1;
    }
    bool cut = is_cut(r);
    s->broken_off = cut;
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

void panel_read_rows(struct scorecard *s, const struct panel *panel)
{
    struct rows r = {.s = s, .panel = panel};
    for (size_t i = 0; i < LOOKED_MOST; i++)
        r.looked[i].line = SIZE_MAX;
    r.cells = arena_alloc(s->arena, s->review_most * sizeof *r.cells);
    size_t *widths = arena_alloc(s->arena, s->review_most * sizeof *widths);
    if (r.cells == NULL || widths == NULL) {
        s->no_memory = true;
        return;
    }
    read_cells(&r);
    size_t row = 0;
    for (size_t first = 0; first < r.count; first += widths[row++]) {
        const struct cell *cell = &r.cells[first];
        struct slice reviewer = {NULL, 0};
        if (cell->has_name)
            reviewer = s->lines->at[cell->begin - 1].text;
        if (cell->has_name)
            patterns_took_part(s->patterns, s->lines, cell->begin - 1,
                               cell->begin, "reviewer");
        widths[row] = row_width(&r, first);
        for (size_t j = 0; j < widths[row]; j++)
            add_cell(&r, &r.cells[first + j], reviewer, row);
    }
    if (row != 0)
        place_rows(&r, widths, row);
}
