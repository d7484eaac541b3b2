/*
 * Tools side by side, two or more: the decision table, the scorecard, who wins
 * and why.
 */
#ifndef VTOOLS_DIFF_COMPARE_H
#define VTOOLS_DIFF_COMPARE_H

#include "lib/base/sort.h"
#include "lib/diff/outcome.h"
#include "lib/record/side_by_side.h"

/* The most cells of a scorecard, and pairs of columns, of one comparison. */
enum { COMPARE_CELLS_MOST = 1 << 24 };

/* The line of the scorecard that a judge has, if `run` is the one at hand. */
struct judge_line {
    uint32_t run, line;
};

/* What is used again for every comparison.  Starts zeroed. */
struct comparer {
    /* Private. */
    struct judge_line *judges;
    uint32_t judge_count, run;
    struct scorecard_line *lines;
    const struct column_review **cells;
    size_t line_cap, cell_cap;
    const struct column **columns;
    struct standing *ranking; /* this and the next: two for each column */
    struct numbered *order;
    size_t column_cap;
    struct bytes why;
};

void comparer_free(struct comparer *r);

/*
 * Makes ready for contenders whose judges have numbers up to `judge_count`.
 * False when there is no memory.
 */
bool comparer_start(struct comparer *r, uint32_t judge_count);

enum compare_result { COMPARE_DONE, COMPARE_TOO_MANY, COMPARE_NO_MEMORY };

/*
 * Fills *s, which is valid until the next call and as long as the contenders
 * are, of which there are at least two.  Two are never too many.
 */
enum compare_result
compare_contenders(struct comparer *r,
                   const struct contender *const *contenders, size_t count,
                   struct side_by_side *s);

/* The scorecard alone: count, lines and cells of *s. */
enum compare_result compare_scorecard(struct comparer *r,
                                      const struct contender *const *contenders,
                                      size_t count, struct side_by_side *s);

/*
 * Ranks the columns by the comparisons with the others that they win less
 * those that they lose, as Copeland's rule has it; where all is known this is
 * the order by share and mean.  Those that tie stand in the order of the
 * columns.
 */
void compare_ranking(struct comparer *r,
                     const struct contender *const *contenders,
                     struct side_by_side *s);

/* Takes the number of a column. */
static inline void spread_add(struct spread *s, size_t column, int64_t number)
{
    if (number == DECIMAL_UNKNOWN)
        return;
    if (s->known++ == 0 || number > s->highest) {
        s->highest = number;
        s->first = column;
        s->leaders = 1;
    } else if (number == s->highest) {
        s->leaders++;
    }
    if (s->known == 1 || number < s->lowest)
        s->lowest = number;
}

#endif
