#include "cmd/inferences.h"

#include "lib/score/score.h"

static const struct {
    struct slice name;
    unsigned bits;
} known[] = {{SLICE("match"), INFER_MATCH}, {SLICE("row"), INFER_ROW},
             {SLICE("panel"), INFER_PANEL}, {SLICE("score"), INFER_SCORE},
             {SLICE("all"), INFER_ALL},     {SLICE("none"), 0}};

static bool take_one(struct inferences *inferences, struct slice name,
                     struct diag *d)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (slice_equal(known[i].name, name)) {
            inferences->bits |= known[i].bits;
            return true;
        }
    }
    diag_set(d, NULL, 0, 0,
             "--infer: '%.*s' is none of match, row, panel, score, all, none",
             DIAG_SHOWN(name));
    return false;
}

bool inferences_take(struct inferences *i, const char *list, struct diag *d)
{
    *i = (struct inferences){.given = true};
    for (const char *at = list;; at++) {
        size_t len = strcspn(at, ",");
        if (!take_one(i, slice_from(at, len), d))
            return false;
        at += len;
        if (*at == '\0')
            return true;
    }
}

bool inferences_limit_to_one_tool(struct inferences *i, struct diag *d)
{
    enum { OTHERS = INFER_MATCH | INFER_ROW };
    if (i->given && (i->bits & OTHERS) != 0) {
        diag_set(d, NULL, 0, 0,
                 "--sorted holds one tool, and match and row need others");
        return false;
    }
    i->bits &= ~(unsigned)OTHERS;
    return true;
}
