/*
 * The text of a review as it is compared with others, and what is noted of it:
 * numbers that equal texts have in common and few others, so that most need not
 * be looked at again.
 */
#ifndef VTOOLS_SCORE_REVIEW_TEXT_H
#define VTOOLS_SCORE_REVIEW_TEXT_H

#include <stdint.h>

#include "lib/base/bytes.h"

/*
 * A text as it is compared, itself or in the scratch: folded, so that a record
 * from elsewhere, with double spaces say, still is the same review.
 */
struct slice review_text_folded(struct slice text, struct bytes *scratch);

/* A text of fewer characters could be, or begin, many reviews. */
enum { TEXT_LEAST = 40 };

bool review_text_is_long(struct slice text);

/* So many bits has the number of a beginning. */
enum { BEGINNING_BITS = 24 };

/* Odd numbers without a pattern, by which bytes are brought into all others. */
static const uint64_t text_factors[] = {
    UINT64_C(0x9e3779b185ebca87), UINT64_C(0xc2b2ae3d27d4eb4f),
    UINT64_C(0x165667b19e3779f9), UINT64_C(0x85ebca77c2b2ae63),
    UINT64_C(0x27d4eb2f165667c5), UINT64_C(0xd6e8feb86659fd93),
};

/* A number of the beginning of a long text, as long as all of them are. */
static inline uint32_t review_text_beginning(struct slice text)
{
    enum { EIGHT = 8 };
    uint64_t number = 0;
    for (size_t i = 0; i < TEXT_LEAST / EIGHT; i++)
        number += slice_eight(text.at + i * EIGHT) * text_factors[i];
    return (uint32_t)(number >> (64 - BEGINNING_BITS));
}

/*
 * A number of a long text: of its length and of bytes from five places in it,
 * which takes much less time than a hash of all of it.
 */
static inline uint64_t review_text_signature(struct slice text)
{
    enum { EIGHT = 8, QUARTERS = 4 };
    uint64_t number = text.len * text_factors[QUARTERS + 1];
    for (size_t i = 0; i < QUARTERS; i++)
        number +=
            slice_eight(text.at + text.len / QUARTERS * i) * text_factors[i];
    return number +
           slice_eight(text.at + text.len - EIGHT) * text_factors[QUARTERS];
}

#endif
