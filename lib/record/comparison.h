/*
 * `comparison` records as they are read: two tools side by side.  They are
 * written from what is made once for each tool, see side_by_side.h.
 */
#ifndef VTOOLS_RECORD_COMPARISON_H
#define VTOOLS_RECORD_COMPARISON_H

#include "lib/record/verdict.h"

enum side { SIDE_NONE, SIDE_A, SIDE_B, SIDE_TIE };

/* "a", "b", "tie"; unknown (null) for SIDE_NONE. */
struct slice side_word(enum side s);

/* One row of the decision table. */
struct decision_row {
    struct slice field, a, b;
    enum side better;
};

/* One reviewer's judgement of one of the tools. */
struct scorecard_cell {
    bool known; /* else null: the reviewer says nothing of this tool */
    int64_t score;
    enum judgement verdict;
    struct slice text;
    struct slice inferred; /* JSON text; unknown: left out */
};

struct scorecard_row {
    struct slice reviewer;
    struct scorecard_cell a, b;
    int64_t delta; /* b's score less a's, or DECIMAL_UNKNOWN */
};

struct comparison {
    struct slice title;
    struct verdict a, b;
    struct decision_row *decision;
    size_t decision_count;
    struct scorecard_row *scorecard;
    size_t scorecard_count;
    enum side winner;
    int64_t margin_ship_pct, margin_score; /* the winner's lead, hundredths */
    struct slice why;
    struct slice *agree, *split; /* reviewers, an unknown one is left out */
    size_t agree_count, split_count;
    bool brief;          /* the cells have no texts */
    struct slice others; /* further members, each as `,"key":value` */
};

/* As verdict_read.  The panels of a and b are made from the scorecard. */
bool comparison_read(struct object *o, struct arena *arena,
                     struct comparison *c);

/*
 * Pieces that other records have too: a cell from its object, whose value is
 * NULL where there is no review, and an array of names.
 */
bool scorecard_cell_read(struct object *o, struct arena *arena,
                         struct scorecard_cell *cell);
bool reviewers_read(struct object *o, const char *key, struct arena *arena,
                    struct slice **names, size_t *count);

#endif
