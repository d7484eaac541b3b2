#include "lib/score/audit.h"

struct audit {
    const struct verdict *verdict;
    bool (*take)(void *self, const struct audit_record *a);
    void *self;
    struct bytes claimed, computed;
    size_t count;
    bool stopped;
};

static void find(struct audit *a, struct audit_record *found)
{
    if (a->stopped)
        return;
    found->verdict = a->verdict;
    a->count++;
    a->stopped =
        a->claimed.failed || a->computed.failed || !a->take(a->self, found);
}

/* Two JSON texts have been made: what is claimed, and what it should be. */
static void find_claim(struct audit *a, const char *field)
{
    struct audit_record found = {.kind = AUDIT_CLAIM,
                                 .field = slice_of(field),
                                 .claimed = bytes_slice(&a->claimed),
                                 .computed = bytes_slice(&a->computed)};
    find(a, &found);
}

static void check_verdict(struct audit *a)
{
    const struct verdict *v = a->verdict;
    /* A verdict that is only held is not what the reviews come to. */
    enum judgement computed =
        v->held == JUDGEMENT_UNKNOWN ? v->verdict : v->held;
    if (v->stated.verdict == JUDGEMENT_UNKNOWN || v->stated.verdict == computed)
        return;
    bytes_clear(&a->claimed);
    bytes_clear(&a->computed);
    json_add_string(&a->claimed, judgement_word(v->stated.verdict));
    json_add_string(&a->computed, judgement_word(computed));
    find_claim(a, "verdict");
}

static void check_count(struct audit *a, const char *field, int64_t claimed,
                        int64_t computed)
{
    if (claimed < 0 || computed < 0 || claimed == computed)
        return;
    bytes_clear(&a->claimed);
    bytes_clear(&a->computed);
    bytes_add_integer(&a->claimed, claimed);
    bytes_add_integer(&a->computed, computed);
    find_claim(a, field);
}

/* Pages round percentages to whole ones. */
static void check_percentage(struct audit *a)
{
    const struct verdict *v = a->verdict;
    int64_t claimed = v->stated.ship_pct;
    if (claimed == DECIMAL_UNKNOWN || v->ship_pct == DECIMAL_UNKNOWN ||
        claimed == v->ship_pct)
        return;
    bool counted = v->ship >= 0 && v->skip >= 0 && v->mixed >= 0;
    int64_t all = counted ? v->ship + v->skip + v->mixed : 0;
    if (all != 0 &&
        claimed == 100 * decimal_divide(100 * (decimal_wide)v->ship, all))
        return;
    bytes_clear(&a->claimed);
    bytes_clear(&a->computed);
    decimal_add(&a->claimed, claimed);
    decimal_add(&a->computed, v->ship_pct);
    find_claim(a, "ship_pct");
}

/*
 * Counts of the panel's known judgements: where the counts that a page states
 * stand for the panel, there may not be more of them than it states.
 */
static int64_t at_least(const struct verdict *v, enum judgement verdict,
                        int64_t counted)
{
    int64_t known = 0;
    for (size_t i = 0; i < v->panel_count; i++)
        known += v->panel[i].verdict == verdict;
    return known > counted ? known : counted;
}

static void check_claims(struct audit *a)
{
    const struct verdict *v = a->verdict;
    if (!slice_is(v->basis, "computed") && !slice_is(v->basis, "stated"))
        return;
    check_verdict(a);
    check_count(a, "ship", v->stated.ship,
                at_least(v, JUDGEMENT_SHIP, v->ship));
    check_count(a, "skip", v->stated.skip,
                at_least(v, JUDGEMENT_SKIP, v->skip));
    check_percentage(a);
}

bool audit_verdict(const struct verdict *v,
                   bool (*take)(void *self, const struct audit_record *a),
                   void *self, size_t *count, bool *failed)
{
    struct audit a = {.verdict = v, .take = take, .self = self};
    check_claims(&a);
    for (size_t i = 0; i < v->conflict_count; i++) {
        struct audit_record found = {.kind = AUDIT_CONFLICT,
                                     .field = v->conflicts[i].field,
                                     .values = v->conflicts[i].values,
                                     .value_count = v->conflicts[i].count};
        find(&a, &found);
    }
    *count += a.count;
    *failed = a.claimed.failed || a.computed.failed;
    bytes_free(&a.claimed);
    bytes_free(&a.computed);
    return !a.stopped;
}
