/*
 * Word diffs: what to take out of a text and put into it to have another.
 *
 * The steps are the fewest possible over words, found with Myers' algorithm in
 * linear space ("An O(ND) Difference Algorithm and Its Variations", 1986).  A
 * word is a run of letters, digits and marks; a run of white space counts as
 * one too, and so does every other character.
 */
#ifndef VTOOLS_DIFF_WORDS_H
#define VTOOLS_DIFF_WORDS_H

#include "lib/base/arena.h"
#include "lib/record/change.h"

/*
 * How many comparisons of words a diff may take (that is, roughly, with 5000
 * words changed), and how long the texts may be, in bytes.
 */
enum { WORDS_EFFORT_MOST = 16 * 1000 * 1000, WORDS_LENGTH_MOST = 4 << 20 };

enum words_result {
    WORDS_COMPARED,
    WORDS_REPLACED, /* past a limit: the runs are but the two texts */
    WORDS_NO_MEMORY
};

/*
 * Compares two texts in UTF-8.  The runs marked '=' and '-' together are the
 * old text, those marked '=' and '+' the new one; no two runs with one sign
 * follow each other, and '-' stands before '+'.  Texts given the other way
 * round have the same runs with '-' and '+' exchanged.  White space alone
 * between two changes belongs to them, as it would only tear them apart.
 *
 * The runs lie in the arena; their texts point into the two texts.
 */
enum words_result words_compare(struct slice old_text, struct slice new_text,
                                size_t effort_most, struct arena *arena,
                                struct change_words **runs, size_t *count);

#endif
