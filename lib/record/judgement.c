#include "lib/record/judgement.h"

static const struct {
    const char *word, *title;
} judgements[] = {
    [JUDGEMENT_UNKNOWN] = {NULL, "Unknown"},
    [JUDGEMENT_SHIP] = {"ship", "Ship"},
    [JUDGEMENT_MIXED] = {"mixed", "Mixed"},
    [JUDGEMENT_SKIP] = {"skip", "Skip"},
    [JUDGEMENT_UNRATED] = {"unrated", "Unrated"},
};

struct slice judgement_word(enum judgement j)
{
    return slice_of(judgements[j].word);
}

const char *judgement_title(enum judgement j)
{
    return judgements[j].title;
}

bool judgement_read(struct slice word, enum judgement *j)
{
    for (int i = JUDGEMENT_UNKNOWN; i <= JUDGEMENT_UNRATED; i++) {
        if (slice_equal(word, judgement_word((enum judgement)i))) {
            *j = (enum judgement)i;
            return true;
        }
    }
    return false;
}
