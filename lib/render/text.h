/* The text format's own parts; only its files include this. */
#ifndef VTOOLS_RENDER_TEXT_H
#define VTOOLS_RENDER_TEXT_H

#include "lib/render/block.h"
#include "lib/render/document.h"

enum {
    TEXT_PROSE_MOST = 100, /* longer lines are hard to read */
    TEXT_GAP = 4,          /* between two tools side by side */
    TEXT_INDENT = 3        /* of what belongs to "A" or "B" */
};

/* Where the two tools of a comparison stand. */
struct text_sides {
    size_t width; /* of the whole */
    size_t side;  /* of one tool's part */
    size_t starts[2];
    bool beside; /* whether there is room for both in a line */
};

/* Ends what stands before and begins a section, its title underlined. */
void text_begin_section(struct document *d, struct slice title, size_t width);

/* An empty block in the document's colour. */
struct block text_block(const struct document *d);

/* Adds what the words hold, masked, and clears them. */
void text_add_words(struct block *b, enum style style, struct bytes *words);
void text_add_wrapped_words(struct block *b, enum style style,
                            struct bytes *words, size_t columns);
void text_add_string(struct block *b, enum style style, struct slice s);
void text_add_wrapped(struct block *b, enum style style, struct slice s,
                      size_t columns);

/* "● Ship": colour never stands alone. */
void text_add_judgement(struct block *b, enum judgement j);

/*
 * A new line that begins with a label, what follows being aligned; where
 * `width` leaves no room for that, it follows in a line of its own.
 */
void text_add_label(struct block *b, const char *label, size_t width);

/* Begins a new line, indented, unless `columns` fit into this one. */
void text_make_room(struct block *b, size_t columns, size_t width);

/* The number and its bar, or what says that there is none. */
void text_add_score(struct block *b, int64_t score, size_t columns);

/* Prints the block and gives its memory back. */
void text_print(struct document *d, struct block *b, size_t indent);

/* A title inside a section, with room above it; the hint may be unknown. */
void text_print_heading(struct document *d, struct slice title,
                        struct slice hint, size_t width);

/* Prints two blocks beside or below each other, and frees them. */
void text_print_both(struct document *d, struct block blocks[2],
                     const struct text_sides *s, bool beside);

/* A new line that begins with "A" or "B", for side 0 or 1. */
void text_add_letter(struct block *b, int side);

/* The parts of a comparison that stand in files of their own. */
void text_print_scorecard(struct document *d, const struct comparison *c,
                          const struct text_sides *s);
void text_print_agreement(struct document *d, const struct slice *agree,
                          size_t agree_count, const struct slice *split,
                          size_t split_count, size_t width);
void text_print_why(struct document *d, struct bytes *winner, struct slice why,
                    size_t width);
void text_print_remarks(struct document *d, const struct comparison *c,
                        const struct text_sides *s);

/*
 * Adds the remarks on a verdict and where it was seen, a line each; if brief,
 * as notes_collect has it, and without where.
 */
void text_add_remarks(struct block *b, const struct verdict *v, bool brief,
                      size_t width);

void text_comparison(struct document *d, const struct comparison *c);
void text_verdicts(struct document *d, const struct verdict *verdicts,
                   size_t count);
void text_matrix(struct document *d, const struct matrix *m);
void text_listing(struct document *d, const struct listing *l);
void text_changes(struct document *d, const struct change *changes,
                  size_t count);

#endif
