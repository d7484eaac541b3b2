#include "lib/render/listings.h"

#include "lib/render/words.h"

static const struct listed_type types[] = {
    {"group", listing_take_group},   {"agreement", listing_take_agreement},
    {"audit", listing_take_audit},   {"tool", listing_take_tool},
    {"review", listing_take_review}, {"vote", listing_take_vote},
    {"page", listing_take_page},
};

const struct listed_type *listed_type_of(struct slice type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (slice_is(type, types[i].type))
            return &types[i];
    return NULL;
}

void listing_set_percent(struct listing *l, size_t column, int64_t share)
{
    struct bytes words = {0};
    if (share != DECIMAL_UNKNOWN)
        words_add_percent(&words, share);
    listing_cell(l, column)->text = listing_keep_words(l, &words);
    bytes_free(&words);
}

void listing_set_count(struct listing *l, size_t column, int64_t count)
{
    struct bytes words = {0};
    if (count >= 0)
        words_add_count(&words, count);
    listing_cell(l, column)->text = listing_keep_words(l, &words);
    bytes_free(&words);
}

void listing_set_score(struct listing *l, size_t column, int64_t score)
{
    struct bytes words = {0};
    if (score != DECIMAL_UNKNOWN)
        words_add_number(&words, score);
    struct listing_cell *cell = listing_cell(l, column);
    cell->score = score;
    cell->text = listing_keep_words(l, &words);
    bytes_free(&words);
}

struct slice listing_rank_hint(const struct rank *r)
{
    static const char *const hints[] = {
        [RANK_NONE] = NULL,
        [RANK_WILSON] = "By the lower bound of the 95% interval of the ship "
                        "share",
        [RANK_MEAN] = "By mean score",
        [RANK_BAYES] = "By mean score, drawn to the mean of all where reviews "
                       "are few",
        [RANK_SHIP] = "By ship share",
    };
    return slice_of(hints[r->by]);
}

/* The mean and the share have columns already. */
bool listing_add_rank_value(struct listing *l, const struct rank *r)
{
    bool own = r->by == RANK_WILSON || r->by == RANK_BAYES;
    if (own)
        listing_add_column(l, r->by == RANK_WILSON ? "Bound" : "Weighed",
                           LISTING_NUMBER, LISTING_YIELDS);
    return own;
}
