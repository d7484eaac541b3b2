/*
 * The format svg: a badge for a verdict alone, else plots, one below the
 * other.  No script, nothing from elsewhere.
 */
#ifndef VTOOLS_RENDER_SVG_H
#define VTOOLS_RENDER_SVG_H

#include "lib/render/document.h"

/* The picture; its parts stand in document->body. */
struct svg {
    struct bytes title, description; /* for those who do not see it */
    int width, height;
    size_t parts;
    bool badges, plots; /* whether there are any */
    bool rows_open;     /* records of other types go on below the last row */
    struct {
        bool dot, letters, share, interval;
    } marks; /* those that the plot at hand has */
};

/* Notes that a part of this size was added; it begins at the height before. */
void svg_add_part(struct svg *s, int width, int height);

/* Adds text, masked and escaped, cut to so many columns with an ellipsis. */
void svg_add_text(struct bytes *out, struct slice text, size_t columns);

/* How many columns svg_add_text takes for it. */
size_t svg_text_width(struct slice text, size_t columns);

/* "#1a7f37": dark enough for white text on it. */
const char *svg_color(enum judgement j);

/* A badge: the name, and beside it the verdict and the share of ship. */
void svg_badge(struct document *d, const struct verdict *v);

/* What stands in the picture when there is nothing else. */
void svg_nothing(struct document *d);

/* The parts of plots: a title, rows, and a scale and a legend below them. */
void svg_begin_plot(struct document *d, struct slice title);

struct svg_dot {
    int64_t score;
    const char *letter; /* "A", "B" or "" */
};

/*
 * A row: dots at scores, a diamond at a share and a line over its interval,
 * whatever is not DECIMAL_UNKNOWN; in words where there is none of it.
 */
struct svg_row {
    struct slice label;
    const struct svg_dot *dots;
    size_t count;
    int64_t share, low, high;
};

void svg_add_row(struct document *d, const struct svg_row *row);
void svg_end_plot(struct document *d);

/* Rows of other records end where something else begins. */
void svg_end_rows(struct document *d);

void svg_verdicts(struct document *d, const struct verdict *verdicts,
                  size_t count);
void svg_comparison(struct document *d, const struct comparison *c);
void svg_matrix(struct document *d, const struct matrix *m);
bool svg_other(struct document *d, struct slice type, struct object *o);

#endif
