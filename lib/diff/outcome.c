#include "lib/diff/outcome.h"

#include "lib/base/decimal.h"

static int64_t ship_pct_of(const struct contender *c)
{
    return c->column.numbers[DECISION_PANEL];
}

static int64_t mean_of(const struct contender *c)
{
    return c->column.numbers[DECISION_SCORE];
}

static int sign_of(int64_t a, int64_t b)
{
    if (a == DECIMAL_UNKNOWN || b == DECIMAL_UNKNOWN)
        return OUTCOME_UNKNOWN;
    return (a > b) - (a < b);
}

int outcome_sign(const struct contender *a, const struct contender *b)
{
    int sign = sign_of(ship_pct_of(a), ship_pct_of(b));
    if (sign == 0 || sign == OUTCOME_UNKNOWN)
        sign = sign_of(mean_of(a), mean_of(b));
    return sign == OUTCOME_UNKNOWN ? 0 : sign;
}

static int64_t lead_of(const struct quotient *a, const struct quotient *b)
{
    if (a->sum == DECIMAL_UNKNOWN || b->sum == DECIMAL_UNKNOWN)
        return DECIMAL_UNKNOWN;
    return decimal_divide((decimal_wide)a->sum * b->count -
                              (decimal_wide)b->sum * a->count,
                          (decimal_wide)a->count * b->count);
}

void outcome_make(struct outcome *o, const struct contender *a,
                  const struct contender *b)
{
    int sign = outcome_sign(a, b);
    o->winner = sign < 0 ? b : a;
    o->loser = sign < 0 ? a : b;
    o->tie = sign == 0;
    o->by_ship_pct = sign_of(ship_pct_of(o->winner), ship_pct_of(o->loser));
    o->by_score = sign_of(mean_of(o->winner), mean_of(o->loser));
    o->ship_pct = lead_of(&o->winner->ship_pct, &o->loser->ship_pct);
    o->score = lead_of(&o->winner->mean, &o->loser->mean);
}

void outcome_add_name(struct bytes *out, const struct contender *c, bool whole)
{
    bytes_add_slice(out, c->column.name);
    if (!whole || c->name == POOL_UNKNOWN)
        return;
    bytes_add_string(out, " (");
    bytes_add_slice(out, c->column.key);
    bytes_add_byte(out, ')');
}

static void add_name(struct bytes *out, const struct outcome *o,
                     const struct contender *c)
{
    outcome_add_name(out, c, o->winner->name == o->loser->name);
}

static void add_points(struct bytes *out, int64_t hundredths)
{
    int64_t points = hundredths < 0 ? -hundredths : hundredths;
    decimal_add(out, points);
    bytes_add_string(out, points == 100 ? " point" : " points");
}

static void add_leads(struct bytes *out, const struct outcome *o,
                      bool name_loser)
{
    add_name(out, o, o->winner);
    if (name_loser) {
        bytes_add_string(out, " leads ");
        add_name(out, o, o->loser);
        bytes_add_string(out, ", the next, by ");
    } else {
        bytes_add_string(out, " leads by ");
    }
}

/* What the score adds to a lead by the panel's share. */
static void add_score_besides(struct bytes *out, const struct outcome *o)
{
    switch (o->by_score) {
    case OUTCOME_UNKNOWN:
        return;
    case 0:
        bytes_add_string(out, ", at the same mean score of ");
        bytes_add_slice(out, o->winner->mean_digits);
        return;
    case 1:
        bytes_add_string(out, " and ");
        break;
    default:
        bytes_add_string(out, ", while ");
        add_name(out, o, o->loser);
        bytes_add_string(out, " leads by ");
    }
    add_points(out, o->score);
    bytes_add_string(out, " of mean score");
}

static void add_lead_by_ship_pct(struct bytes *out, const struct outcome *o,
                                 bool name_loser)
{
    add_leads(out, o, name_loser);
    add_points(out, o->ship_pct);
    bytes_add_string(out, " of panel ship (");
    bytes_add_slice(out, o->winner->ship_pct_digits);
    bytes_add_string(out, "% to ");
    bytes_add_slice(out, o->loser->ship_pct_digits);
    bytes_add_string(out, "%)");
    add_score_besides(out, o);
}

static const char unknown_share[] = "; panel ship is not known for both tools";

static void add_lead_by_score(struct bytes *out, const struct outcome *o,
                              bool name_loser)
{
    if (o->by_ship_pct == 0) {
        bytes_add_string(out, "Both have ");
        bytes_add_slice(out, o->winner->ship_pct_digits);
        bytes_add_string(out, "% panel ship; ");
    }
    add_leads(out, o, name_loser);
    add_points(out, o->score);
    bytes_add_string(out, " of mean score (");
    bytes_add_slice(out, o->winner->mean_digits);
    bytes_add_string(out, " to ");
    bytes_add_slice(out, o->loser->mean_digits);
    bytes_add_byte(out, ')');
    if (o->by_ship_pct != 0)
        bytes_add_string(out, unknown_share);
}

static void add_tie(struct bytes *out, const struct outcome *o)
{
    bool share = o->by_ship_pct != OUTCOME_UNKNOWN;
    bool score = o->by_score != OUTCOME_UNKNOWN;
    if (!share && !score) {
        bytes_add_string(out, "There is nothing to compare: neither panel ship "
                              "nor a mean score is known for both tools");
        return;
    }
    bytes_add_string(out, "Both have ");
    if (share) {
        bytes_add_slice(out, o->winner->ship_pct_digits);
        bytes_add_string(out, "% panel ship");
    }
    if (score) {
        bytes_add_string(out,
                         share ? " and a mean score of " : "a mean score of ");
        bytes_add_slice(out, o->winner->mean_digits);
    }
    if (!share)
        bytes_add_string(out, unknown_share);
    else if (!score)
        bytes_add_string(out, "; a mean score is not known for both tools");
}

void outcome_add_why(struct bytes *out, const struct outcome *o,
                     bool name_loser)
{
    if (o->tie)
        add_tie(out, o);
    else if (o->by_ship_pct == 1)
        add_lead_by_ship_pct(out, o, name_loser);
    else
        add_lead_by_score(out, o, name_loser);
    bytes_add_byte(out, '.');
}
