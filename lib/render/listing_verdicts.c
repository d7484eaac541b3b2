#include "lib/render/listings.h"
#include "lib/render/words.h"

/* Where things stand; `bound` and `place` only in a ranking. */
struct columns {
    size_t place, name, verdict, ship, reviews, mean, bound, entry, category;
    bool ranked, has_bound;
};

static struct columns add_columns(struct listing *l, const struct rank *rank)
{
    struct columns c = {.ranked = rank->place != 0};
    c.place = l->column_count;
    if (c.ranked)
        listing_add_column(l, "#", LISTING_NUMBER, LISTING_STAYS);
    c.name = l->column_count;
    listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
    c.verdict = l->column_count;
    listing_add_column(l, "Verdict", LISTING_VERDICT, LISTING_STAYS);
    c.ship = l->column_count;
    listing_add_column(l, "Ship", LISTING_NUMBER, LISTING_STAYS);
    c.reviews = l->column_count;
    listing_add_column(l, "Reviews", LISTING_NUMBER, LISTING_STAYS);
    c.mean = l->column_count;
    listing_add_column(l, "Score", LISTING_SCORE, LISTING_STAYS);
    c.bound = l->column_count;
    c.has_bound = listing_add_rank_value(l, rank);
    c.entry = l->column_count;
    listing_add_column(l, "Entry", LISTING_WORDS, LISTING_YIELDS_LATE);
    c.category = l->column_count;
    listing_add_column(l, "Category", LISTING_WORDS, LISTING_YIELDS_SOON);
    return c;
}

static struct slice standing(struct listing *l, const struct verdict *v)
{
    struct bytes words = {0};
    words_add_standing(&words, v);
    struct slice kept = listing_keep_words(l, &words);
    bytes_free(&words);
    return kept;
}

static void add_verdict(struct listing *l, const struct columns *c,
                        const struct verdict *v)
{
    struct bytes words = {0};
    listing_add_row(l);
    if (c->ranked)
        listing_set_count(l, c->place, v->rank.place == 0 ? -1 : v->rank.place);
    listing_cell(l, c->name)->text = verdict_name(v);
    listing_cell(l, c->name)->aside = v->tagline;
    listing_cell(l, c->name)->page = SITE_TOOL;
    listing_cell(l, c->name)->page_of = v->tool;
    listing_cell(l, c->verdict)->judgement = v->verdict;
    listing_cell(l, c->verdict)->aside = standing(l, v);
    listing_set_percent(l, c->ship, v->ship_pct);
    listing_set_count(l, c->reviews, v->reviews);
    listing_set_score(l, c->mean, v->score.mean);
    if (c->has_bound && v->rank.place != 0)
        words_add_number(&words, v->rank.value);
    if (c->has_bound)
        listing_cell(l, c->bound)->text = listing_keep_words(l, &words);
    if (v->entry.len != 0)
        words_add_capitalized(&words, v->entry);
    listing_cell(l, c->entry)->text = listing_keep_words(l, &words);
    listing_cell(l, c->category)->text = v->category;
    bytes_free(&words);
}

/* Verdicts without a place may follow ranked ones: their cell stays empty. */
void listing_of_verdicts(struct listing *l, const struct verdict *verdicts,
                         size_t count)
{
    const struct rank *rank = &verdicts[0].rank;
    struct columns c = add_columns(l, rank);
    l->title = slice_of(c.ranked ? "Ranking" : "Verdicts");
    l->hint = listing_rank_hint(rank);
    for (size_t i = 0; i < count && !l->failed; i++)
        add_verdict(l, &c, &verdicts[i]);
    listing_tidy(l, slice_from(NULL, 0));
}
