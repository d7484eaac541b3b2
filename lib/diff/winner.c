#include "lib/base/decimal.h"
#include "lib/diff/compare.h"

/* What is past these is not computed with. */
enum { COUNT_MOST = 100 * 1000 * 1000, SCORE_MOST = 100 * 100 };

/* One number of both tools, which is ahead by it, and how far. */
struct measure {
    int64_t winner, loser;
    enum side ahead;
    int64_t lead;
};

/* A number in hundredths before it was rounded. */
struct quotient {
    int64_t sum, count;
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

/* What the record says, unless it is this quotient rounded. */
static struct quotient exact(int64_t said, int64_t sum, int64_t count)
{
    bool same = said != DECIMAL_UNKNOWN && count > 0 &&
                count <= 3 * COUNT_MOST && decimal_divide(sum, count) == said;
    return same ? (struct quotient){sum, count} : (struct quotient){said, 1};
}

static struct quotient exact_ship_pct(const struct verdict *v)
{
    if (v->ship < 0 || v->skip < 0 || v->mixed < 0 || v->ship > COUNT_MOST ||
        v->skip > COUNT_MOST || v->mixed > COUNT_MOST)
        return exact(v->ship_pct, 0, 0);
    return exact(v->ship_pct, v->ship * 100 * 100,
                 v->ship + v->skip + v->mixed);
}

/* By the panel's scores, where they are as many as the mean is of. */
static struct quotient exact_mean(const struct verdict *v)
{
    int64_t sum = 0, count = 0;
    for (size_t i = 0; i < v->panel_count; i++) {
        int64_t score = v->panel[i].score;
        if (score == DECIMAL_UNKNOWN)
            continue;
        if (score < 0 || score > SCORE_MOST)
            return exact(v->score.mean, 0, 0);
        sum += score;
        count++;
    }
    return exact(v->score.mean, sum, count == v->score.n ? count : 0);
}

/*
 * The difference of what two records round is not that of the rounded numbers:
 * 2 of 3 are 33.33 points ahead of 1 of 3, and not 66.67 less 33.33.
 */
static int64_t lead_of(struct quotient winner, struct quotient loser)
{
    if (winner.sum == DECIMAL_UNKNOWN || loser.sum == DECIMAL_UNKNOWN)
        return DECIMAL_UNKNOWN;
    return decimal_divide((decimal_wide)winner.sum * loser.count -
                              (decimal_wide)loser.sum * winner.count,
                          (decimal_wide)winner.count * loser.count);
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
    add_points(out, o->ship_pct.lead);
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
    add_points(out, m->lead);
    bytes_add_string(out, " of mean score");
}

static void add_score_clause(struct bytes *out, const struct outcome *o)
{
    add_name(out, o, o->winner);
    bytes_add_string(out, " leads by ");
    add_points(out, o->score.lead);
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
        .ship_pct = {winner->ship_pct, loser->ship_pct, by_share,
                     lead_of(exact_ship_pct(winner), exact_ship_pct(loser))},
        .score = {winner->score.mean, loser->score.mean, by_score,
                  lead_of(exact_mean(winner), exact_mean(loser))},
        .namesakes = slice_equal(c->a.name, c->b.name),
    };
    c->margin_ship_pct = o.ship_pct.lead;
    c->margin_score = o.score.lead;
    return make_why(c, &o, arena);
}
