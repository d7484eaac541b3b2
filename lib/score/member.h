/*
 * Members of a verdict by name, as a user sees them in the record: `entry`,
 * `score.mean`, one's own.
 */
#ifndef VTOOLS_SCORE_MEMBER_H
#define VTOOLS_SCORE_MEMBER_H

#include "lib/json/fields.h"

enum { MEMBER_DEPTH_MOST = 8 };

/* Must stay where it is: the readers point into it. */
struct member_path {
    struct slice text; /* the caller's */
    bool sought;       /* whether it was looked for in any record */
    bool met;          /* and any had such a member, even null */

    /* Private. */
    struct slice parts[MEMBER_DEPTH_MOST];
    size_t count;
    struct field_reader readers[MEMBER_DEPTH_MOST];
};

/*
 * Takes a path of names with dots between them; the text must outlive it.
 * False when a name is empty or there are too many.
 */
bool member_path_read(struct member_path *p, struct slice text);

/* Finds the member in a record, one line of JSON; absent when there is none. */
struct field member_find(struct member_path *p, struct slice record);

#endif
