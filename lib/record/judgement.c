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
    for (int i = JUDGEMENT_UNKNOWN; i <= JUDGEMENT_UNRATED; i++) {
        if (slice_equal(word, judgements[i].word)) {
            *j = (enum judgement)i;
            return true;
        }
    }
    return false;
}
