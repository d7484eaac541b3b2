#include "lib/render/listings.h"
#include "lib/render/words.h"

static void begin(struct listing *l, const char *title)
{
    l->part = true;
    l->title = slice_of(title);
}

static bool is_shared(const struct matrix *m, size_t column)
{
    struct slice name = verdict_name(&m->tools[column]);
    for (size_t i = 0; i < m->tool_count; i++)
        if (i != column && slice_equal(verdict_name(&m->tools[i]), name))
            return true;
    return false;
}

/* The tagline stands in the first listing, and where names are not enough. */
static void add_tool(struct listing *l, const struct matrix *m, size_t column)
{
    listing_cell(l, 0)->text = verdict_name(&m->tools[column]);
    if (is_shared(m, column))
        listing_cell(l, 0)->aside = m->tools[column].tagline;
}

/* -- the tools ---------------------------------------------------------- */

enum { PLACE, TOOL, VERDICT, SHIP, REVIEWS, SCORE, WON, LOST, ENTRY, CATEGORY };

static void set_standing(struct listing *l, const struct verdict *v)
{
    struct bytes words = {0};
    words_add_standing(&words, v);
    listing_cell(l, VERDICT)->judgement = v->verdict;
    listing_cell(l, VERDICT)->aside = listing_keep_words(l, &words);
    if (v->entry.len != 0)
        words_add_capitalized(&words, v->entry);
    listing_cell(l, ENTRY)->text = listing_keep_words(l, &words);
    bytes_free(&words);
}

static void list_tools(struct listing *l, const struct matrix *m)
{
    begin(l, "Ranking");
    l->hint = slice_of("Won and lost: against how many of the others");
    listing_add_column(l, "#", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
    listing_add_column(l, "Verdict", LISTING_VERDICT, LISTING_STAYS);
    listing_add_column(l, "Ship", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Reviews", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Score", LISTING_SCORE, LISTING_STAYS);
    listing_add_column(l, "Won", LISTING_NUMBER, LISTING_YIELDS_LATE);
    listing_add_column(l, "Lost", LISTING_NUMBER, LISTING_YIELDS_LATE);
    listing_add_column(l, "Entry", LISTING_WORDS, LISTING_YIELDS_LATE);
    listing_add_column(l, "Category", LISTING_WORDS, LISTING_YIELDS_SOON);
    for (size_t i = 0; i < m->tool_count; i++) {
        size_t column = matrix_column_at(m, i);
        const struct verdict *v = &m->tools[column];
        listing_add_row(l);
        listing_cell(l, TOOL)->text = verdict_name(v);
        listing_cell(l, TOOL)->aside = v->tagline;
        listing_cell(l, TOOL)->page = SITE_TOOL;
        listing_cell(l, TOOL)->page_of = v->tool;
        set_standing(l, v);
        listing_set_percent(l, SHIP, v->ship_pct);
        listing_set_count(l, REVIEWS, v->reviews);
        listing_set_score(l, SCORE, v->score.mean);
        listing_cell(l, CATEGORY)->text = v->category;
        if (m->ranking_count != m->tool_count)
            continue;
        listing_set_count(l, PLACE, m->ranking[i].rank);
        listing_set_count(l, WON, m->ranking[i].won);
        listing_set_count(l, LOST, m->ranking[i].lost);
    }
}

/* -- point by point ----------------------------------------------------- */

static void set_signed(struct listing *l, size_t column, struct bytes *words,
                       bool better)
{
    struct bytes text = {0};
    if (words->len != 0) {
        bytes_add_string(&text, better ? "✓ " : "");
        bytes_add_slice(&text, bytes_slice(words));
    }
    listing_cell(l, column)->text = listing_keep_words(l, &text);
    bytes_clear(words);
    bytes_free(&text);
}

static void list_decision(struct listing *l, const struct matrix *m)
{
    struct bytes words = {0};
    begin(l, "Decision");
    l->hint = slice_of("✓ best");
    listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
    for (size_t i = 0; i < m->decision_count; i++) {
        listing_add_column(l, "", LISTING_WORDS, LISTING_STAYS);
        if (!l->failed)
            l->columns[i + 1].title = m->decision[i].field;
    }
    for (size_t i = 0; i < m->tool_count; i++) {
        size_t column = matrix_column_at(m, i);
        listing_add_row(l);
        add_tool(l, m, column);
        for (size_t k = 0; k < m->decision_count; k++) {
            const struct matrix_decision *row = &m->decision[k];
            bytes_add_slice(&words, row->values[column]);
            set_signed(l, k + 1, &words, row->better[column]);
        }
    }
    bytes_free(&words);
}

/* -- the reviewers ------------------------------------------------------ */

static struct slice reviewer_of(const struct matrix_row *row)
{
    return row->reviewer.len != 0 ? row->reviewer
                                  : slice_of("Reviewer not named");
}

static void list_scores(struct listing *l, const struct matrix *m)
{
    struct bytes words = {0};
    begin(l, "Reviewer scorecard");
    l->hint = slice_of("✓ a reviewer’s best");
    listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
    for (size_t i = 0; i < m->scorecard_count; i++) {
        listing_add_column(l, "", LISTING_WORDS, LISTING_STAYS);
        if (!l->failed)
            l->columns[i + 1].title = reviewer_of(&m->scorecard[i]);
    }
    for (size_t i = 0; i < m->tool_count; i++) {
        size_t column = matrix_column_at(m, i);
        listing_add_row(l);
        add_tool(l, m, column);
        for (size_t k = 0; k < m->scorecard_count; k++) {
            const struct scorecard_cell *cell = &m->scorecard[k].cells[column];
            if (cell->known && cell->score != DECIMAL_UNKNOWN)
                words_add_number(&words, cell->score);
            if (cell->known && cell->verdict != JUDGEMENT_UNKNOWN) {
                bytes_add_string(&words, words.len == 0 ? "" : " ");
                bytes_add_slice(&words, judgement_word(cell->verdict));
            }
            set_signed(l, k + 1, &words, m->scorecard[k].better[column]);
        }
    }
    bytes_free(&words);
}

static void list_reviews(struct listing *l, const struct matrix *m,
                         const struct matrix_row *row)
{
    begin(l, "");
    l->title = reviewer_of(row);
    listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
    listing_add_column(l, "Verdict", LISTING_VERDICT, LISTING_STAYS);
    listing_add_column(l, "Score", LISTING_SCORE, LISTING_STAYS);
    listing_add_column(l, "Review", LISTING_PROSE, LISTING_STAYS);
    for (size_t i = 0; i < m->tool_count; i++) {
        size_t column = matrix_column_at(m, i);
        const struct scorecard_cell *cell = &row->cells[column];
        if (!cell->known)
            continue;
        listing_add_row(l);
        add_tool(l, m, column);
        listing_cell(l, 1)->judgement = cell->verdict;
        listing_set_score(l, 2, cell->score);
        listing_cell(l, 3)->text = cell->text;
    }
}

static bool has_text(const struct matrix_row *row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (row->cells[i].text.len != 0)
            return true;
    return false;
}

bool listing_of_matrix(struct listing *l, const struct matrix *m, size_t *part)
{
    enum { TOOLS, DECISION, SCORES, FIRST_REVIEWER };
    listing_clear(l);
    while (!l->failed) {
        size_t i = (*part)++;
        if (i >= FIRST_REVIEWER + m->scorecard_count || m->tool_count == 0)
            return false;
        if (i == TOOLS)
            list_tools(l, m);
        else if (i == DECISION && m->decision_count != 0)
            list_decision(l, m);
        else if (i == SCORES && m->scorecard_count != 0)
            list_scores(l, m);
        else if (i >= FIRST_REVIEWER &&
                 has_text(&m->scorecard[i - FIRST_REVIEWER], m->tool_count))
            list_reviews(l, m, &m->scorecard[i - FIRST_REVIEWER]);
        listing_tidy(l, slice_from(NULL, 0));
        if (l->row_count != 0)
            return true;
    }
    return false;
}
