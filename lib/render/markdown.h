/* The Markdown format's own parts; only its files include this. */
#ifndef VTOOLS_RENDER_MARKDOWN_H
#define VTOOLS_RENDER_MARKDOWN_H

#include "lib/render/document.h"

/*
 * Adds text from a record, masked and escaped so that CommonMark and GitHub's
 * tables, strikethrough, links, math and emoji read it back as that text; an
 * unknown slice is a dash.
 */
void markdown_add(struct bytes *out, struct slice text);

/* The same with what the words hold, which it clears. */
void markdown_add_words(struct bytes *out, struct bytes *words);

/* A paragraph break before the next block, unless the document begins. */
void markdown_begin_block(struct document *d);

/* A heading of its own block. */
void markdown_heading(struct document *d, int level, struct slice title);

/* One cell of a table; markdown_end_row ends the row. */
void markdown_cell(struct document *d, struct slice text);
void markdown_cell_words(struct document *d, struct bytes *words);
void markdown_end_row(struct document *d);

/*
 * The section of notes: what is remarkable about each verdict and where it
 * was seen, a list item each; nothing without any.  If brief, as
 * notes_collect has it, and without where.
 */
void markdown_notes(struct document *d, const struct verdict *verdicts,
                    size_t count, bool brief);

/* The parts that comparisons of two and of several tools have in common. */
void markdown_why(struct document *d, struct bytes *winner, struct slice why);
void markdown_agreement(struct document *d, const struct slice *agree,
                        size_t agree_count, const struct slice *split,
                        size_t split_count);

void markdown_matrix(struct document *d, const struct matrix *m);
void markdown_comparison(struct document *d, const struct comparison *c);
void markdown_verdicts(struct document *d, const struct verdict *verdicts,
                       size_t count);
void markdown_listing(struct document *d, const struct listing *l);
void markdown_changes(struct document *d, const struct change *changes,
                      size_t count);

#endif
