#include "lib/parse/patterns.h"

#include <stdlib.h>

#include "lib/base/ascii.h"
#include "lib/parse/line_trace.h"
#include "lib/parse/patterns_match.h"
#include "lib/parse/rating.h"

_Static_assert(FORM_TOTAL <= 64, "a form_set has a bit for each");

void patterns_free(struct patterns *p)
{
    if (p == NULL)
        return;
    matcher_free(p->matcher);
    profile_free(p->builtin);
    free(p);
}

/* Notes that a label has this byte, or may have any. */
static void note_byte(form_set at[256], form_set label, struct slice begins,
                      size_t place)
{
    if (place < begins.len)
        at[(unsigned char)begins.at[place]] |= label;
    else
        for (int byte = 0; byte < 256; byte++)
            at[byte] |= label;
}

static void find_bytes(struct patterns *p)
{
    for (int i = FORM_HEADER; i < FORM_TOTAL; i++) {
        form_set label = form_set_of((enum form_pattern)i);
        note_byte(p->first, label, p->rules[i]->begins, 0);
        note_byte(p->second, label, p->rules[i]->begins, 1);
    }
}

struct patterns *patterns_new(const struct profile *own, struct diag *d)
{
    struct patterns *p = calloc(1, sizeof *p);
    if (p == NULL) {
        diag_no_memory(d);
        return NULL;
    }
    p->builtin = profile_new_shipped("scorecard", d);
    if (p->builtin == NULL) {
        patterns_free(p);
        return NULL;
    }
    p->words = own == NULL ? p->builtin : own;
    for (int i = 0; i < FORM_TOTAL; i++)
        p->rules[i] = own != NULL && own->form[i] != NULL ? own->form[i]
                                                          : p->builtin->form[i];
    find_bytes(p);
    p->matcher = matcher_new();
    if (p->matcher != NULL)
        return p;
    patterns_free(p);
    diag_no_memory(d);
    return NULL;
}

struct slice patterns_name(const struct patterns *p)
{
    return p->words->name;
}

void patterns_took(const struct patterns *p, const struct page_lines *lines,
                   size_t i, enum form_pattern pattern)
{
    const struct profile_rule *rule = p->rules[pattern];
    bool own = p->words->form[pattern] == rule;
    line_trace_note(lines, i,
                    (struct line_taker){own ? p->words->name : p->builtin->name,
                                        rule->key, rule->line});
}

void patterns_took_part(const struct patterns *p,
                        const struct page_lines *lines, size_t from, size_t to,
                        const char *part)
{
    struct line_taker taker = {patterns_name(p), slice_of(part), 0};
    for (size_t i = from; lines->takers != NULL && i < to; i++)
        line_trace_note(lines, i, taker);
}

static struct slice value(struct patterns *p, enum form_pattern pattern,
                          enum profile_field field)
{
    return profile_rule_value(p->rules[pattern], p->matcher, field);
}

static int64_t percentage_of(struct slice digits)
{
    while (digits.len > 1 && digits.at[0] == '0' && digits.at[1] != '.')
        digits = slice_after(digits, 1);
    int64_t percentage;
    if (!decimal_read(digits, &percentage) || percentage < 0 ||
        percentage > 100 * 100)
        return DECIMAL_UNKNOWN;
    return percentage;
}

/* -1 for what is no number, which only a user's own pattern can let through. */
static int64_t count_of(struct slice digits)
{
    enum { DIGITS_MOST = 9 };
    int64_t count = 0;
    if (digits.len == 0 || digits.len > DIGITS_MOST)
        return -1;
    for (size_t i = 0; i < digits.len; i++) {
        if (!ascii_is_digit(digits.at[i]))
            return -1;
        count = count * 10 + (digits.at[i] - '0');
    }
    return count;
}

enum judgement patterns_judge(const struct patterns *p, struct slice word)
{
    return slice_known(word) ? profile_judge(p->words, word)
                             : JUDGEMENT_UNKNOWN;
}

/* A score on the scale of a user's own profile. */
static void rate(const struct patterns *p, struct slice text,
                 struct score_line *score)
{
    struct rating *r = &score->rating;
    if (!rating_read(text, r))
        return;
    if (r->best == DECIMAL_UNKNOWN)
        r->best = p->words->best;
    if (r->worst == DECIMAL_UNKNOWN && r->best == p->words->best)
        r->worst = p->words->worst;
    rating_complete(r);
    score->score = rating_score(r);
    score->has_rating = !rating_is_score(r);
}

bool patterns_score(struct patterns *p, struct slice line,
                    struct score_line *score)
{
    if (!patterns_match(p, FORM_SCORE, line))
        return false;
    *score = (struct score_line){.score = DECIMAL_UNKNOWN};
    struct slice text = value(p, FORM_SCORE, FIELD_SCORE);
    if (p->words->best == DECIMAL_UNKNOWN)
        score->score = percentage_of(text);
    else
        rate(p, text, score);
    score->verdict = patterns_judge(p, value(p, FORM_SCORE, FIELD_VERDICT));
    return true;
}

bool patterns_percentage(struct patterns *p, struct slice line,
                         int64_t *percentage)
{
    if (!patterns_match(p, FORM_PERCENTAGE, line))
        return false;
    *percentage = percentage_of(value(p, FORM_PERCENTAGE, FIELD_SHIP_PCT));
    return *percentage != DECIMAL_UNKNOWN;
}

bool patterns_panel(struct patterns *p, struct slice line,
                    struct stated *stated)
{
    if (!patterns_match(p, FORM_PANEL, line))
        return false;
    stated->verdict = patterns_judge(p, value(p, FORM_PANEL, FIELD_VERDICT));
    stated->ship = count_of(value(p, FORM_PANEL, FIELD_SHIP));
    stated->skip = count_of(value(p, FORM_PANEL, FIELD_SKIP));
    return true;
}

void patterns_community(struct patterns *p, struct slice line, int64_t *votes,
                        int64_t *ship_pct)
{
    if (patterns_match(p, FORM_NO_VOTES, line)) {
        *votes = 0;
        return;
    }
    if (patterns_match(p, FORM_SHARE, line)) {
        int64_t share = percentage_of(value(p, FORM_SHARE, FIELD_COMMUNITY));
        if (share != DECIMAL_UNKNOWN)
            *ship_pct = share;
    }
    if (patterns_match(p, FORM_VOTES, line))
        *votes = count_of(value(p, FORM_VOTES, FIELD_VOTES));
}

bool patterns_price(struct patterns *p, struct slice line, struct slice *price,
                    struct slice *date)
{
    if (!patterns_match(p, FORM_PRICE, line))
        return false;
    struct slice text = value(p, FORM_PRICE, FIELD_PRICING);
    if (text.len != 0)
        *price = text;
    *date = value(p, FORM_PRICE, FIELD_REVIEWED);
    return true;
}

bool patterns_date(struct patterns *p, struct slice line, struct slice *date)
{
    if (!patterns_match(p, FORM_DATE, line))
        return false;
    *date = value(p, FORM_DATE, FIELD_REVIEWED);
    return true;
}

bool patterns_visit(struct patterns *p, struct slice line,
                    struct slice *address)
{
    if (!patterns_match(p, FORM_VISIT, line))
        return false;
    *address = value(p, FORM_VISIT, FIELD_URL);
    return true;
}

bool patterns_verdict(struct patterns *p, struct slice line,
                      enum judgement *verdict)
{
    if (!patterns_match(p, FORM_VERDICT, line))
        return false;
    *verdict = patterns_judge(p, value(p, FORM_VERDICT, FIELD_VERDICT));
    return true;
}

bool patterns_counts(struct patterns *p, struct slice line,
                     struct stated *stated)
{
    if (patterns_match(p, FORM_SKIPS, line)) {
        stated->skip = count_of(value(p, FORM_SKIPS, FIELD_SKIP));
        return true;
    }
    if (!patterns_match(p, FORM_SHIPS, line))
        return false;
    struct slice skip = value(p, FORM_SHIPS, FIELD_SKIP);
    stated->ship = count_of(value(p, FORM_SHIPS, FIELD_SHIP));
    if (slice_known(skip))
        stated->skip = count_of(skip);
    return true;
}

bool patterns_shared(struct patterns *p, struct slice text,
                     struct shared *shared)
{
    if (!patterns_match(p, FORM_SHARED, text))
        return false;
    struct slice verdict = value(p, FORM_SHARED, FIELD_VERDICT);
    shared->stated = (struct stated){
        patterns_judge(p, verdict), count_of(value(p, FORM_SHARED, FIELD_SHIP)),
        count_of(value(p, FORM_SHARED, FIELD_SKIP)), DECIMAL_UNKNOWN};
    shared->verdict_end =
        slice_known(verdict) ? verdict.at + verdict.len : text.at + text.len;
    shared->slug = value(p, FORM_SHARED, FIELD_SLUG);
    return true;
}

bool patterns_shared_begins(struct patterns *p, struct slice text)
{
    return matcher_may_find(p->matcher, p->rules[FORM_SHARED]->pattern, text);
}

bool patterns_list(struct patterns *p, struct slice line)
{
    return patterns_match(p, FORM_LIST, line);
}
