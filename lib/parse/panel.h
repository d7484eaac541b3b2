/* What the two forms of the reviewer scorecard share. */
#ifndef VTOOLS_PARSE_PANEL_H
#define VTOOLS_PARSE_PANEL_H

#include "lib/parse/scorecard.h"

/* The lines between the heading and the footer, or the page's end. */
struct panel {
    size_t begin, end;
    bool footer; /* the footer stands at `end` */
};

/*
 * A new review that begins at this line, with nothing known of it; NULL, with
 * s->passed counted up, when there are too many.
 */
struct review_record *panel_add_review(struct scorecard *s, size_t line);

/* Gives a review the tool in column `col`. */
void panel_place(struct scorecard *s, struct review_record *r, size_t col);

/* The full form: names, score lines, texts. */
void panel_read_rows(struct scorecard *s, const struct panel *panel);

/* The reader form: one quote a line. */
void panel_read_quotes(struct scorecard *s, const struct panel *panel);

#endif
