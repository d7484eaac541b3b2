#include "lib/record/judgement.h"

static const struct {
    struct slice word;
    const char *title;
} judgements[] = {
    [JUDGEMENT_UNKNOWN] = {{NULL, 0}, "Unknown"},
    [JUDGEMENT_SHIP] = {SLICE("ship"), "Ship"},
    [JUDGEMENT_MIXED] = {SLICE("mixed"), "Mixed"},
    [JUDGEMENT_SKIP] = {SLICE("skip"), "Skip"},
    [JUDGEMENT_UNRATED] = {SLICE("unrated"), "Unrated"},
};

struct slice judgement_word(enum judgement j)
{
    return judgements[j].word;
}

const char *judgement_title(enum judgement j)
{
    return judgements[j].title;
}

bool judgement_read(struct slice word, enum judgement *j)
{
    if (slice_is(word, "ship"))
        *j = JUDGEMENT_SHIP;
    else if (slice_is(word, "mixed"))
        *j = JUDGEMENT_MIXED;
    else if (slice_is(word, "skip"))
        *j = JUDGEMENT_SKIP;
    else if (slice_is(word, "unrated"))
        *j = JUDGEMENT_UNRATED;
    else if (!slice_known(word))
        *j = JUDGEMENT_UNKNOWN;
    else
        return false;
    return true;
}
