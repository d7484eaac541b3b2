/*
 * The cells of the full form's table: each is one reviewer's judgement of one
 * tool, a score line and a text.
 */
#ifndef VTOOLS_PARSE_CELLS_H
#define VTOOLS_PARSE_CELLS_H

#include "lib/parse/panel.h"

struct cell {
    size_t begin;          /* its first line: the score line */
    size_t text, text_end; /* the lines of its text */
    bool has_name;         /* the reviewer's name stands before it */
    struct score_line score;
};

/* In the order of the page; they belong to the scorecard's arena. */
struct cells {
    struct cell *at;
    size_t count;
    bool cut; /* the page breaks off in the last one, or right behind it */
};

/*
 * Finds the cells between the lines of the panel, at most s->review_most;
 * lines behind those are counted in s->passed.  With s->no_memory set, none.
 */
void cells_read(struct cells *cells, struct scorecard *s,
                const struct panel *panel);

#endif
