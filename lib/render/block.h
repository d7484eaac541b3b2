/*
 * A block is a stack of lines for a terminal, each of a known width, that can
 * be set beside another block.  Text put into it must be masked
 * (lib/base/mask.h); what it adds itself are styles, when colour is wanted.
 */
#ifndef VTOOLS_RENDER_BLOCK_H
#define VTOOLS_RENDER_BLOCK_H

#include <stdint.h>

#include "lib/base/bytes.h"

enum style {
    STYLE_PLAIN,
    STYLE_STRONG, /* names and headings */
    STYLE_FAINT,  /* labels and rules */
    STYLE_GREEN,
    STYLE_YELLOW,
    STYLE_RED
};

struct block_line {
    size_t from, to; /* in the block's text */
    size_t columns;
};

/* Start zeroed but for `color`; block_free gives the memory back. */
struct block {
    bool color;
    struct bytes text;
    struct block_line *lines;
    size_t count, cap;
};

void block_free(struct block *b);

/* Forgets the lines, keeps the memory. */
void block_clear(struct block *b);

/* Begins a new line; an empty one stays when nothing is added to it. */
void block_line(struct block *b);

/* How wide the line begun last is so far. */
size_t block_column(const struct block *b);

/* Adds to the line begun last. */
void block_add(struct block *b, enum style style, struct slice text);
void block_add_string(struct block *b, enum style style, const char *text);
void block_add_spaces(struct block *b, size_t count);

/* Fills the line with spaces until it is `columns` wide. */
void block_add_padding(struct block *b, size_t columns);

/* Adds text so that it ends `columns` behind the end of the line. */
void block_add_right(struct block *b, enum style style, struct slice text,
                     size_t columns);

/* A rule of `columns`. */
void block_add_rule(struct block *b, size_t columns);

/*
 * A bar of `cells` columns for a score from 0 to 100, in hundredths; what is
 * outside counts as the nearest end.
 */
void block_add_bar(struct block *b, int64_t score, size_t cells);

/*
 * Adds text wrapped to `columns` in all, going on in the line begun last;
 * further lines are indented to the column where the first began.
 */
void block_add_wrapped(struct block *b, enum style style, struct slice text,
                       size_t columns);

/* Adds the lines to *out, each behind `indent` spaces. */
void block_print(struct bytes *out, const struct block *b, size_t indent);

/*
 * Adds the lines of several blocks side by side, those of blocks[i] beginning
 * at column starts[i].
 */
void block_print_columns(struct bytes *out, const struct block *blocks,
                         const size_t *starts, size_t count);

#endif
