/* Verdicts in the words of pages and tables. */
#ifndef VTOOLS_PARSE_VERDICT_WORD_H
#define VTOOLS_PARSE_VERDICT_WORD_H

#include "lib/record/judgement.h"

/* The verdict of a word as it stands: unrated is one of a panel only. */
static inline enum judgement verdict_word_as_is(struct slice word)
{
    enum judgement verdict;
    return judgement_read(word, &verdict) && verdict != JUDGEMENT_UNRATED
               ? verdict
               : JUDGEMENT_UNKNOWN;
}

/* The same, whatever its case and punctuation. */
enum judgement verdict_word_folded(struct slice word);

/*
 * The verdict of ship, mixed or skip, without regard to case and punctuation;
 * unknown for anything else.  Mostly it is as plain as can be.
 */
static inline enum judgement verdict_word_read(struct slice word)
{
    enum judgement verdict = verdict_word_as_is(word);
    return verdict == JUDGEMENT_UNKNOWN ? verdict_word_folded(word) : verdict;
}

#endif
