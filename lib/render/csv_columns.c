/* Which columns records have as tables. */
#include "lib/render/csv.h"

/*
 * Tools and reviews stand in one table, as a page's do in one stream: vparse
 * reads it back.
 */
static const char *const sightings[] = {
    "type",
    "tool",
    "name",
    "tagline",
    "category",
    "description",
    "entry",
    "pricing",
    "slug",
    "url",
    "brand",
    "reviewed",
    "stated.verdict",
    "stated.ship",
    "stated.skip",
    "stated.ship_pct",
    "community.votes",
    "community.ship_pct",
    "aggregate.value",
    "aggregate.best",
    "aggregate.worst",
    "aggregate.count",
    "reviewer",
    "score",
    "verdict",
    "text",
    "rating.value",
    "rating.best",
    "rating.worst",
    "title",
    "date",
    "pros",
    "cons",
    "helpful",
    "truncated",
    "id",
    "inferred",
    "page",
    "row",
    "col",
    "source.file",
    "source.line",
    "source.url",
    "source.fetched",
    "source.syntax",
    NULL,
};

static const char *const votes[] = {
    "tool", "vote", "voter", "at", NULL,
};

/* What a verdict says; inside a comparison behind `a.` or `b.`. */
static const char *const verdicts[] = {
    "rank",
    "tool",
    "name",
    "tagline",
    "category",
    "verdict",
    "held",
    "reviews",
    "ship",
    "skip",
    "mixed",
    "ship_pct",
    "weighted_ship_pct",
    "weighted_score",
    "basis",
    "provisional",
    "score.n",
    "score.mean",
    "score.median",
    "score.min",
    "score.max",
    "score.sd",
    "interval.0=interval_low",
    "interval.1=interval_high",
    "split.range",
    "split.polarization",
    "community.votes",
    "community.ship",
    "community.skip",
    "community.ship_pct",
    "aggregate.value",
    "aggregate.best",
    "aggregate.worst",
    "aggregate.count",
    "entry",
    "pricing",
    "brand",
    "stated.verdict",
    "stated.ship",
    "stated.skip",
    "stated.ship_pct",
    "agrees",
    "ranked.by",
    "ranked.value",
    "ranked.of",
    "policy",
    "pages",
    NULL,
};

static const char *const groups[] = {
    "rank",
    "group",
    "tools",
    "verdicts.ship",
    "verdicts.mixed",
    "verdicts.skip",
    "verdicts.unrated",
    "reviews",
    "ship",
    "skip",
    "mixed",
    "ship_pct",
    "score.n",
    "score.mean",
    "score.median",
    "score.min",
    "score.max",
    "score.sd",
    "interval.0=interval_low",
    "interval.1=interval_high",
    "alpha.verdict",
    "alpha.score",
    "harshness",
    "agreement_pct",
    "ranked.by",
    "ranked.value",
    "ranked.of",
    NULL,
};

static const char *const agreements[] = {
    "tools",         "reviewers",      "verdict.alpha",
    "verdict.tools", "verdict.values", "score.alpha",
    "score.tools",   "score.values",   NULL,
};

static const char *const audits[] = {
    "tool",     "name",   "kind",   "field", "claimed",
    "computed", "values", "policy", "pages", NULL,
};

/* The three types that partial states are made of. */
static const char *const partials[] = {
    "type",  "stream",  "schema", "policy",   "chunks",    "tool", "part",
    "tools", "reviews", "votes",  "partials", "sightings", NULL,
};

/* The verdict of one side. */
#define SIDE(letter)                                                           \
    letter ".tool", letter ".name", letter ".tagline", letter ".category",     \
        letter ".verdict", letter ".reviews", letter ".ship", letter ".skip",  \
        letter ".mixed", letter ".ship_pct", letter ".score.n",                \
        letter ".score.mean", letter ".score.min", letter ".score.max",        \
        letter ".interval.0=" letter "_interval_low",                          \
        letter ".interval.1=" letter "_interval_high",                         \
        letter ".community.votes", letter ".community.ship_pct",               \
        letter ".entry", letter ".pricing"

static const char *const comparisons[] = {
    "title",   "winner", "margin.ship_pct", "margin.score", "why", SIDE("a"),
    SIDE("b"), "agree",  "split",           "scorecard",    NULL,
};

static const char *const changes[] = {
    "tool",
    "name",
    "kind",
    "field",
    "old",
    "new",
    "reviewer",
    "cause.came",
    "cause.went",
    "cause.changed",
    "cause.policy.0=policy_old",
    "cause.policy.1=policy_new",
    "words",
    "by",
    "theirs.new",
    "theirs.cause.came",
    "theirs.cause.went",
    "theirs.cause.changed",
    "theirs.cause.policy.0=theirs_policy_old",
    "theirs.cause.policy.1=theirs_policy_new",
    "theirs.words",
    "since_policy",
    NULL,
};

static const char *const matrices[] = {
    "title",  "tools",   "decision",        "scorecard",
    "winner", "ranking", "margin.ship_pct", "margin.score",
    "why",    "agree",   "split",           NULL,
};

static const char *const pages[] = {
    "title",
    "address",
    "about",
    NULL,
};

static const struct csv_table tables[] = {
    {{"tool", "review", NULL}, sightings},
    {{"vote", NULL, NULL}, votes},
    {{"verdict", NULL, NULL}, verdicts},
    {{"comparison", NULL, NULL}, comparisons},
    {{"matrix", NULL, NULL}, matrices},
    {{"change", NULL, NULL}, changes},
    {{"group", NULL, NULL}, groups},
    {{"agreement", NULL, NULL}, agreements},
    {{"audit", NULL, NULL}, audits},
    {{"begin", "partial", "end"}, partials},
    {{"page", NULL, NULL}, pages},
};

const struct csv_table *csv_table_of(struct slice type)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (size_t k = 0; k < 3 && tables[i].types[k] != NULL; k++)
            if (slice_is(type, tables[i].types[k]))
                return &tables[i];
    return NULL;
}
