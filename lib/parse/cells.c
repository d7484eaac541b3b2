/* Finding the cells of the full form's table among its lines. */
#include "lib/parse/cells.h"

#include "lib/parse/html_lines.h"

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

struct reader {
    struct scorecard *s;
    const struct panel *panel;
    bool names_adjoin; /* a name and its score line are one paragraph */
    struct cells *cells;
    struct looked looked[LOOKED_MOST]; /* by their last bits */
};

static const struct looked *look_at(struct reader *r, size_t line)
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

static bool is_score(struct reader *r, size_t line)
{
    return look_at(r, line)->is_score;
}

static bool has_gap(const struct reader *r, size_t line)
{
    return line < r->s->lines->count && r->s->lines->at[line].gap;
}

/* Whether the line before this score line is a reviewer's name. */
static bool adjoins_name(const struct reader *r, size_t score)
{
    return score > r->panel->begin && !has_gap(r, score) &&
           (has_gap(r, score - 1) || score - 1 == r->panel->begin);
}

static size_t next_score(struct reader *r, size_t from)
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
static bool lacks_text(struct reader *r, size_t score)
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
static size_t paragraph_end(const struct reader *r, size_t from)
{
    size_t end = from + 1;
    while (r->names_adjoin && end < r->panel->end && !has_gap(r, end))
        end++;
    return end;
}

/* Whether a paragraph may be a name, with its score line or what is left. */
static bool may_be_name(const struct reader *r, size_t from, size_t end)
{
    return end - from <= 2 && r->s->lines->at[from].text.len <= NAME_MOST;
}

/*
 * Where the text of the panel's last cell ends: at the footer.  Without one
 * the page breaks off, and a short last paragraph may be the next reviewer's
 * name.
 */
static size_t last_text_end(const struct reader *r, size_t text)
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
static bool looks_like_name(const struct reader *r, size_t line)
{
    const struct page_lines *lines = r->s->lines;
    return lines->at[line].text.len <= NAME_MOST &&
           (!r->cells->at[0].has_name ||
            html_lines_alike(lines, line, r->cells->at[0].begin - 1));
}

/*
 * Where names do not adjoin their score lines, a name is told from a second
 * line of text by its place: behind the row's last cell.
 */
static bool is_name_by_place(const struct reader *r, size_t line, size_t text,
                             size_t cells_in_row)
{
    return line > text &&
           (cells_in_row >= r->s->tool_count || looks_like_name(r, line));
}

/* Reads the cell whose score line is `score`; gives the next cell's. */
static size_t read_cell(struct reader *r, size_t score, bool has_name,
                        size_t cells_in_row, bool *next_has_name)
{
    struct cell *cell = &r->cells->at[r->cells->count++];
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

static void read_cells(struct reader *r)
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
    while (score < r->panel->end && r->cells->count < r->s->review_most) {
        in_row = has_name ? 1 : in_row + 1;
        score = read_cell(r, score, has_name, in_row, &has_name);
    }
    if (score < r->panel->end)
        r->s->passed += r->panel->end - score;
}

/* Whether the page breaks off in the last cell, or in the line behind it. */
static bool is_cut(const struct reader *r)
{
    const struct page_lines *lines = r->s->lines;
    size_t end = r->cells->at[r->cells->count - 1].text_end;
    if (end < lines->count && may_be_name(r, end, lines->count))
        end = lines->count;
    return !r->panel->footer && end >= lines->count;
}

void cells_read(struct cells *cells, struct scorecard *s,
                const struct panel *panel)
{
    struct reader r = {.s = s, .panel = panel, .cells = cells};
    for (size_t i = 0; i < LOOKED_MOST; i++)
        r.looked[i].line = SIZE_MAX;
    *cells = (struct cells){
        .at = arena_alloc(s->arena, s->review_most * sizeof *cells->at)};
    if (cells->at == NULL) {
        s->no_memory = true;
        return;
    }
    read_cells(&r);
    cells->cut = cells->count != 0 && is_cut(&r);
}
