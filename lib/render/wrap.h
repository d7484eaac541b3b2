/* Breaking text into lines of a given width. */
#ifndef VTOOLS_RENDER_WRAP_H
#define VTOOLS_RENDER_WRAP_H

#include "lib/base/slice.h"

/* Start with {.text = masked text}. */
struct wrap {
    struct slice text;
    size_t at;
};

/*
 * The next line of at most `columns` (from 2) columns, without the space it
 * was broken at; false when there is none.  Lines break at spaces, behind
 * hyphens, dashes and slashes inside words, and between ideographs; a word
 * longer than a line breaks anywhere between characters.
 */
bool wrap_next(struct wrap *w, size_t columns, struct slice *line);

#endif
