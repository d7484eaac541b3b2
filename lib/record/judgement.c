#include "lib/record/judgement.h"

#include <limits.h>

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

/*
 * Which of them a word is, if any, its second letter tells.  To ask for one
 * after the other would be a guess each time.
 */
static enum judgement likely(struct slice word)
{
    static const unsigned char by_second[UCHAR_MAX + 1] = {
        ['h'] = JUDGEMENT_SHIP,
        ['i'] = JUDGEMENT_MIXED,
        ['k'] = JUDGEMENT_SKIP,
        ['n'] = JUDGEMENT_UNRATED};
    return word.len < 2 ? JUDGEMENT_UNKNOWN
                        : by_second[(unsigned char)word.at[1]];
}

bool judgement_read(struct slice word, enum judgement *j)
{
    enum judgement found = likely(word);
    if (found == JUDGEMENT_UNKNOWN ? slice_known(word)
                                   : !slice_equal(word, judgement_word(found)))
        return false;
    *j = found;
    return true;
}
