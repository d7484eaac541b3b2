#include "lib/base/decimal.h"
#include "lib/diff/compare.h"

/* One number of both tools, and which is ahead by it. */
struct measure {
    int64_t winner, loser;
    enum side ahead;
};

/* Everything the sentence is made of. */
struct outcome {
    const struct verdict *winner, *loser; /* of a tie, a and b */
    enum side side;
    struct measure ship_pct, score;
    bool namesakes;
};

/* Tools of one name are told apart by their keys. */
static void add_name(struct bytes *out, const struct outcome *o,
                     const struct verdict *v)
{
    bytes_add_slice(out, verdict_name(v));
    if (o->namesakes && v->name.len != 0) {
        bytes_add_string(out, " (");
        bytes_add_slice(out, v->tool);
        bytes_add_byte(out, ')');
    }
}

static int64_t lead(const struct measure *m)
{
    return m->ahead == SIDE_NONE ? DECIMAL_UNKNOWN : m->winner - m->loser;
}

static void add_points(struct bytes *out, int64_t hundredths)
{
    int64_t points = hundredths < 0 ? -hundredths : hundredths;
    decimal_add(out, points);
    bytes_add_string(out, points == 100 ? " point" : " points");
}

static void add_ship_pct_clause(struct bytes *out, const struct outcome *o)
{
    add_name(out, o, o->winner);
    bytes_add_string(out, " leads by ");
    add_points(out, lead(&o->ship_pct));
    bytes_add_string(out, " of panel ship (");
    decimal_add(out, o->ship_pct.winner);
    bytes_add_string(out, "% to ");
    decimal_add(out, o->ship_pct.loser);
    bytes_add_string(out, "%)");
}

/* What the score adds to a lead by the panel's share. */
static void add_score_besides(struct bytes *out, const struct outcome *o)
{
    const struct measure *m = &o->score;
    if (m->ahead == SIDE_NONE)
        return;
    if (m->ahead == SIDE_TIE) {
        bytes_add_string(out, ", at the same mean score of ");
        decimal_add(out, m->winner);
        return;
    }
    bytes_add_string(out, m->ahead == o->side ? " and " : ", while ");
    if (m->ahead != o->side) {
        add_name(out, o, o->loser);
        bytes_add_string(out, " leads by ");
    }
    add_points(out, lead(m));
    bytes_add_string(out, " of mean score");
}

static void add_score_clause(struct bytes *out, const struct outcome *o)
{
    add_name(out, o, o->winner);
    bytes_add_string(out, " leads by ");
    add_points(out, lead(&o->score));
    bytes_add_string(out, " of mean score (");
    decimal_add(out, o->score.winner);
    bytes_add_string(out, " to ");
    decimal_add(out, o->score.loser);
    bytes_add_byte(out, ')');
}

static const char unknown_share[] = "; panel ship is not known for both tools";

static void add_lead_by_score(struct bytes *out, const struct outcome *o)
{
    bool level = o->ship_pct.ahead == SIDE_TIE;
    if (level) {
        bytes_add_string(out, "Both have ");
        decimal_add(out, o->ship_pct.winner);
        bytes_add_string(out, "% panel ship; ");
    }
    add_score_clause(out, o);
    if (!level)
        bytes_add_string(out, unknown_share);
}

static void add_tie(struct bytes *out, const struct outcome *o)
{
    bool share = o->ship_pct.ahead != SIDE_NONE;
    bool score = o->score.ahead != SIDE_NONE;
    if (!share && !score) {
        bytes_add_string(out, "There is nothing to compare: neither panel ship "
                              "nor a mean score is known for both tools");
        return;
    }
    bytes_add_string(out, "Both have ");
    if (share) {
        decimal_add(out, o->ship_pct.winner);
        bytes_add_string(out, "% panel ship");
    }
    if (score) {
        bytes_add_string(out,
                         share ? " and a mean score of " : "a mean score of ");
        decimal_add(out, o->score.winner);
    }
    if (!share)
        bytes_add_string(out, unknown_share);
    else if (!score)
        bytes_add_string(out, "; a mean score is not known for both tools");
}

static bool make_why(struct comparison *c, const struct outcome *o,
                     struct arena *arena)
{
    struct bytes why = {0};
    bool failed = false;
    if (o->side == SIDE_TIE) {
        add_tie(&why, o);
    } else if (o->ship_pct.ahead == o->side) {
        add_ship_pct_clause(&why, o);
        add_score_besides(&why, o);
    } else {
        add_lead_by_score(&why, o);
    }
    bytes_add_byte(&why, '.');
    c->why = arena_copy(arena, bytes_slice(&why), &failed);
    failed = failed || why.failed;
    bytes_free(&why);
    return !failed;
}

bool compare_winner(struct comparison *c, struct arena *arena)
{
    enum side by_share = compare_numbers(c->a.ship_pct, c->b.ship_pct);
    enum side by_score = compare_numbers(c->a.score.mean, c->b.score.mean);
    bool decided = by_share == SIDE_A || by_share == SIDE_B;
    c->winner = decided ? by_share : by_score;
    if (c->winner == SIDE_NONE)
        c->winner = SIDE_TIE;
    bool swap = c->winner == SIDE_B;
    const struct verdict *winner = swap ? &c->b : &c->a;
    const struct verdict *loser = swap ? &c->a : &c->b;
    const struct outcome o = {
        .winner = winner,
        .loser = loser,
        .side = c->winner,
        .ship_pct = {winner->ship_pct, loser->ship_pct, by_share},
        .score = {winner->score.mean, loser->score.mean, by_score},
        .namesakes = slice_equal(c->a.name, c->b.name),
    };
    c->margin_ship_pct = lead(&o.ship_pct);
    c->margin_score = lead(&o.score);
    return make_why(c, &o, arena);
}
