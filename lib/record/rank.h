/* Places in a ranking, as verdicts and groups of them carry. */
#ifndef VTOOLS_RECORD_RANK_H
#define VTOOLS_RECORD_RANK_H

#include <stdint.h>

#include "lib/json/object.h"
#include "lib/json/write.h"

/* What is ranked by; see lib/score/ranking.h. */
enum rank_by { RANK_NONE, RANK_WILSON, RANK_MEAN, RANK_BAYES, RANK_SHIP };

/* Zeroed: not ranked.  `value` is in hundredths. */
struct rank {
    int64_t place, of; /* from 1, among how many */
    enum rank_by by;
    int64_t value;
};

/* "wilson" and so on; unknown for RANK_NONE. */
struct slice rank_word(enum rank_by by);

/* False when the word is none of them. */
bool rank_read_word(struct slice word, enum rank_by *by);

/* Writes `rank` and `ranked`, or nothing when it has no place. */
void rank_write(struct json_writer *w, const struct rank *r);

struct rank rank_read(struct object *o);

#endif
