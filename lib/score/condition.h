/*
 * Conditions on verdicts: a member that equals a value or lies in a range.
 * Whatever else one may ask for is for jq.
 */
#ifndef VTOOLS_SCORE_CONDITION_H
#define VTOOLS_SCORE_CONDITION_H

#include "lib/score/member.h"

/* Must stay where it is, as its path must. */
struct condition {
    struct member_path path;

    /* Private. */
    bool equality;     /* of words; numbers are compared as a range too */
    bool range;        /* low and high say something */
    bool above, below; /* the bounds themselves are outside */
    struct slice value;
    double low, high;
};

/*
 * Takes MEMBER=VALUE, MEMBER=LOW..HIGH with one end at most left out, or
 * MEMBER and one of < <= >= > and a number.  The text must outlive it.  False
 * with *d filled when it is none of these.
 */
bool condition_read(struct condition *c, const char *text, struct diag *d);

/*
 * Whether it holds for a record, one line of JSON.  An equality holds for a
 * string, number, true or false that is written like the value, and `null`
 * for a member that is null or missing; a range holds for numbers in it.
 * False with *failed set when there is no memory.
 */
bool condition_holds(struct condition *c, struct slice record,
                     struct arena *arena, bool *failed);

#endif
