#include "lib/record/group.h"
#include "lib/render/listings.h"
#include "lib/render/words.h"

/* -- groups ------------------------------------------------------------- */

static void add_title(struct listing *l, const struct group_record *g)
{
    struct bytes words = {0};
    bytes_add_string(&words, "By ");
    words_add_list(&words, g->names, g->name_count);
    l->title = listing_keep_words(l, &words);
    bytes_free(&words);
}

static bool is_ranked(const struct rank *r)
{
    return r->place != 0 || r->by != RANK_NONE;
}

static void add_columns(struct listing *l, const struct group_record *g)
{
    if (is_ranked(&g->rank))
        listing_add_column(l, "#", LISTING_NUMBER, LISTING_STAYS);
    for (size_t i = 0; i < g->name_count; i++) {
        struct bytes words = {0};
        words_add_capitalized(&words, g->names[i]);
        listing_add_column(l, "", i == 0 ? LISTING_NAME : LISTING_WORDS,
                           LISTING_STAYS);
        struct slice title = listing_keep_words(l, &words);
        if (!l->failed)
            l->columns[l->column_count - 1].title = title;
        bytes_free(&words);
    }
    listing_add_column(l, "Tools", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Reviews", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Ship", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Score", LISTING_SCORE, LISTING_STAYS);
    listing_add_rank_value(l, &g->rank);
    if (g->of_reviewers) {
        listing_add_column(l, "Harshness", LISTING_NUMBER, LISTING_YIELDS_LATE);
        listing_add_column(l, "Agrees", LISTING_NUMBER, LISTING_YIELDS_LATE);
    }
    listing_add_column(l, "Interval", LISTING_WORDS, LISTING_YIELDS);
    listing_add_column(l, "Verdicts", LISTING_WORDS, LISTING_YIELDS);
    if (!g->of_reviewers)
        listing_add_column(l, "Alpha", LISTING_WORDS, LISTING_YIELDS_SOON);
}

static const char reviewer_hint[] =
    "Harshness: by how much the others score the same tools higher; agrees: "
    "how often their verdict is the same; interval: 95% bounds of the ship "
    "share";
static const char group_hint[] =
    "Interval: 95% bounds of the ship share; alpha: how far reviewers agree "
    "beyond chance, 1 being always";

/* A group without a place goes below those that have one. */
static void take_rank(struct rank *rank, const struct listing *l)
{
    if (is_ranked(rank) || l->column_count == 0 ||
        !slice_is(l->columns[0].title, "#"))
        return;
    rank->by = RANK_MEAN;
    for (size_t i = 0; i < l->column_count; i++) {
        if (slice_is(l->columns[i].title, "Bound"))
            rank->by = RANK_WILSON;
        if (slice_is(l->columns[i].title, "Weighed"))
            rank->by = RANK_BAYES;
    }
}

/* Whether a listing of these columns can take the group. */
static bool fits(const struct listing *l, const struct group_record *g)
{
    struct listing wanted = {0};
    add_columns(&wanted, g);
    bool same = !wanted.failed && wanted.column_count == l->column_count;
    for (size_t i = 0; same && i < wanted.column_count; i++)
        same = slice_equal(wanted.columns[i].title, l->columns[i].title);
    listing_free(&wanted);
    return same;
}

static void add_verdicts(struct bytes *words, const struct group_record *g)
{
    const struct {
        int64_t count;
        const char *word;
    } counts[] = {{g->ship_tools, "ship"},
                  {g->mixed_tools, "mixed"},
                  {g->skip_tools, "skip"},
                  {g->unrated_tools, "unrated"}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].count > 0)
            bytes_add_format(words, "%s%lld %s", words->len == 0 ? "" : ", ",
                             (long long)counts[i].count, counts[i].word);
}

static void add_alpha(struct bytes *words, const char *of, int64_t alpha)
{
    if (alpha == ALPHA_UNKNOWN)
        return;
    bytes_add_format(words, "%s%s ", words->len == 0 ? "" : ", ", of);
    alpha_add(words, alpha);
}

static void set_words(struct listing *l, size_t column, struct bytes *words)
{
    listing_cell(l, column)->text = listing_keep_words(l, words);
}

static void add_group(struct listing *l, const struct group_record *g)
{
    struct bytes words = {0};
    size_t at = 0;
    listing_add_row(l);
    if (is_ranked(&g->rank))
        listing_set_count(l, at++, g->rank.place == 0 ? -1 : g->rank.place);
    for (size_t i = 0; i < g->name_count; i++) {
        if (!slice_is(g->values[i], "null"))
            words_add_json(&words, g->values[i]);
        set_words(l, at, &words);
        if (slice_is(g->names[i], "reviewer")) {
            listing_cell(l, at)->page = SITE_REVIEWER;
            listing_cell(l, at)->page_of = listing_cell(l, at)->text;
        }
        at++;
    }
    listing_set_count(l, at++, g->tools);
    listing_set_count(l, at++, g->reviews);
    listing_set_percent(l, at++, g->ship_pct);
    listing_set_score(l, at++, g->score.mean);
    if (g->rank.by == RANK_WILSON || g->rank.by == RANK_BAYES) {
        if (g->rank.place != 0)
            words_add_number(&words, g->rank.value);
        set_words(l, at++, &words);
    }
    if (g->of_reviewers) {
        if (g->contrast.harshness != DECIMAL_UNKNOWN)
            words_add_number(&words, g->contrast.harshness);
        set_words(l, at++, &words);
        listing_set_percent(l, at++, g->contrast.agreement);
    }
    if (g->interval_low != DECIMAL_UNKNOWN)
        words_add_interval(&words, g->interval_low, g->interval_high);
    set_words(l, at++, &words);
    add_verdicts(&words, g);
    set_words(l, at++, &words);
    if (!g->of_reviewers) {
        add_alpha(&words, "verdicts", g->verdict_alpha);
        add_alpha(&words, "scores", g->score_alpha);
        set_words(l, at++, &words);
    }
    bytes_free(&words);
}

enum listed listing_take_group(struct listing *l, struct object *o,
                               struct arena *arena)
{
    struct group_record g;
    if (!group_read(o, arena, &g))
        return LISTED_NO_MEMORY;
    if (o->bad != NULL)
        return LISTED;
    take_rank(&g.rank, l);
    if (l->column_count == 0) {
        add_title(l, &g);
        l->alone = slice_of("In numbers");
        l->hint = slice_of(g.of_reviewers ? reviewer_hint : group_hint);
        add_columns(l, &g);
    } else if (!fits(l, &g)) {
        return LISTED_ELSEWHERE;
    }
    add_group(l, &g);
    return l->failed ? LISTED_NO_MEMORY : LISTED;
}

/* -- agreement ---------------------------------------------------------- */

static void add_agreement(struct listing *l, const char *on,
                          const struct agreement_on *a)
{
    struct bytes words = {0};
    listing_add_row(l);
    listing_cell(l, 0)->text = slice_of(on);
    alpha_add(&words, a->alpha);
    set_words(l, 1, &words);
    listing_set_count(l, 2, a->tools);
    listing_set_count(l, 3, a->values);
    bytes_free(&words);
}

/* Each record is a listing of its own, whose title says how much it is of. */
enum listed listing_take_agreement(struct listing *l, struct object *o,
                                   struct arena *arena)
{
    struct bytes words = {0};
    struct agreement_record a = agreement_read(o);
    (void)arena;
    if (o->bad != NULL)
        return LISTED;
    if (l->column_count != 0)
        return LISTED_ELSEWHERE;
    bytes_add_string(&words, "Agreement of ");
    words_add_counted(&words, a.reviewers, "reviewer");
    bytes_add_string(&words, " on ");
    words_add_counted(&words, a.tools, "tool");
    l->title = listing_keep_words(l, &words);
    l->hint = slice_of("Krippendorff’s alpha: 1 is agreement, 0 is chance");
    listing_add_column(l, "On", LISTING_NAME, LISTING_STAYS);
    listing_add_column(l, "Alpha", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Tools", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Values", LISTING_NUMBER, LISTING_STAYS);
    add_agreement(l, "Verdicts", &a.verdict);
    add_agreement(l, "Scores", &a.score);
    l->failed = l->failed || words.failed;
    bytes_free(&words);
    return l->failed ? LISTED_NO_MEMORY : LISTED;
}
