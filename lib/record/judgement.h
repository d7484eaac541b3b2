/* What a reviewer, a panel or a page says of a tool. */
#ifndef VTOOLS_RECORD_JUDGEMENT_H
#define VTOOLS_RECORD_JUDGEMENT_H

#include "lib/base/slice.h"

enum judgement {
    JUDGEMENT_UNKNOWN, /* null */
    JUDGEMENT_SHIP,
    JUDGEMENT_MIXED,
    JUDGEMENT_SKIP,
    JUDGEMENT_UNRATED /* of a panel only: nothing was judged */
};

/* "ship" and so on; unknown for JUDGEMENT_UNKNOWN. */
struct slice judgement_word(enum judgement j);

/* "Ship" and so on, for readers; "Unknown" for JUDGEMENT_UNKNOWN. */
const char *judgement_title(enum judgement j);

/* False when the word is none of them; an unknown slice is unknown. */
bool judgement_read(struct slice word, enum judgement *j);

#endif
