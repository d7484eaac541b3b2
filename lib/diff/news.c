#include "lib/diff/news.h"

#include "lib/base/decimal.h"

/* Whether it is a score of a tool or of a review, and not a count of them. */
static bool is_score(const struct change *c)
{
    return (c->kind == CHANGE_SCORE && !slice_is(c->field, "score.n")) ||
           (c->kind == CHANGE_PANEL && slice_is(c->field, "score"));
}

static bool moves_less(struct slice old_value, struct slice new_value,
                       int64_t least)
{
    int64_t a, b;
    return decimal_read(old_value, &a) && decimal_read(new_value, &b) &&
           (a < b ? b - a : a - b) < least;
}

/* Of a conflict, both moves must be small. */
static bool is_small_move(const struct change *c, int64_t least)
{
    return least > 0 && is_score(c) &&
           moves_less(c->old_value, c->new_value, least) &&
           (c->theirs == NULL ||
            moves_less(c->old_value, c->theirs->new_value, least));
}

bool news_leaves_out(const struct news_wanted *wanted)
{
    bool some = wanted->score_least != 0;
    for (int kind = 0; kind < CHANGE_KINDS; kind++)
        some = some || wanted->ignored[kind];
    return some;
}

bool news_take(const struct news_wanted *wanted, const struct change *c,
               struct news_count *count)
{
    if (wanted->ignored[c->kind])
        count->ignored[c->kind]++;
    else if (is_small_move(c, wanted->score_least))
        count->small_moves++;
    else {
        count->told++;
        return true;
    }
    return false;
}
