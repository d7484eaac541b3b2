#define PCRE2_CODE_UNIT_WIDTH 8
#include "lib/parse/patterns.h"

#include <pcre2.h>
#include <stdlib.h>
#include <strings.h>

enum pattern {
    PATTERN_SCORE,
    PATTERN_PERCENTAGE,
    PATTERN_PANEL,
    PATTERN_NO_VOTES,
    PATTERN_SHARE,
    PATTERN_VOTES,
    PATTERN_PRICE,
    PATTERN_VERDICT,
    PATTERN_SHIPS,
    PATTERN_SKIPS,
    PATTERN_VISIT,
    PATTERN_DATE,
    PATTERN_SHARED,
    PATTERN_LIST,
    PATTERN_COUNT
};

static const char *const sources[PATTERN_COUNT] = {
    [PATTERN_SCORE] = "^(\\d{1,3}(?:\\.\\d{1,2})?) ?/ ?100"
                      " ?[·•|–—-] ?(ship|skip|mixed)$",
    [PATTERN_PERCENTAGE] = "^(\\d{1,3}(?:\\.\\d{1,2})?) ?%$",
    [PATTERN_PANEL] = "^(?:(ship|mixed|skip) ?[·•|–—-] ?)?"
                      "(\\d{1,6}) ships? ?/ ?(\\d{1,6}) skips?$",
    [PATTERN_NO_VOTES] = "^(?:[—–-]|no (?:community )?votes(?: yet)?)$",
    [PATTERN_SHARE] = "(?<![\\d.,])(\\d{1,3}(?:\\.\\d{1,2})?) ?%",
    [PATTERN_VOTES] = "(?<![\\d.,])(\\d{1,9}) votes?\\b",
    [PATTERN_PRICE] = "^Price ?(.*?) ?Reviewed ?(\\d{4}-\\d\\d-\\d\\d)$",
    [PATTERN_VERDICT] = "^Verdict ?[—–-] ?(ship|skip|mixed)$",
    [PATTERN_SHIPS] = "^(\\d{1,6}) ships?(?: ?[·•|/]? ?(\\d{1,6}) skips?)?$",
    [PATTERN_SKIPS] = "^(\\d{1,6}) skips?$",
    [PATTERN_VISIT] = "^Visit ((?:[\\w-]+\\.)+[\\w-]+(?:/\\S*)?)$",
    [PATTERN_DATE] = "^(\\d{4}-\\d\\d-\\d\\d)$",
    [PATTERN_SHARED] = "^ verdict: (ship|skip|mixed)(?!\\w)"
                       "(?:\\W*(\\d{1,6}) ships? ?[·•|/] ?(\\d{1,6}) skips?"
                       " from the expert panel\\b"
                       "(?: ?Full review: ?\\S+?/tool/([^\\s/?#]+))?)?",
    [PATTERN_LIST] = "^(.+) verdicts? ?\\((\\d{1,6}) tools?, ?(\\d{1,6})"
                     " shipped\\)$",
};

/* No line that any of these takes is longer. */
enum { LINE_MOST = 1000, MATCH_LIMIT = 10000, DEPTH_LIMIT = 100 };

struct patterns {
    pcre2_code *codes[PATTERN_COUNT];
    pcre2_match_data *found;
    pcre2_match_context *limits;
};

void patterns_free(struct patterns *p)
{
    if (p == NULL)
        return;
    for (int i = 0; i < PATTERN_COUNT; i++)
        pcre2_code_free(p->codes[i]);
    pcre2_match_data_free(p->found);
    pcre2_match_context_free(p->limits);
    free(p);
}

static pcre2_code *compile(const char *source)
{
    int error;
    PCRE2_SIZE at;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
                      PCRE2_UTF | PCRE2_CASELESS, &error, &at, NULL);
    /* Without JIT (a processor it does not know) matching only is slower. */
    if (code != NULL)
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

struct patterns *patterns_new(struct diag *d)
{
    struct patterns *p = calloc(1, sizeof *p);
    bool made = p != NULL;
    if (made) {
        p->found = pcre2_match_data_create(8, NULL);
        p->limits = pcre2_match_context_create(NULL);
        made = p->found != NULL && p->limits != NULL;
    }
    for (int i = 0; made && i < PATTERN_COUNT; i++) {
        p->codes[i] = compile(sources[i]);
        made = p->codes[i] != NULL;
    }
    if (!made) {
        patterns_free(p);
        diag_no_memory(d);
        return NULL;
    }
    pcre2_set_match_limit(p->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(p->limits, DEPTH_LIMIT);
    return p;
}

/* Lines are valid UTF-8 already: checking them again costs most of the time. */
static bool matches(struct patterns *p, enum pattern pattern, struct slice line)
{
    return line.len <= LINE_MOST &&
           pcre2_match(p->codes[pattern], (PCRE2_SPTR)line.at, line.len, 0,
                       PCRE2_NO_UTF_CHECK, p->found, p->limits) > 0;
}

static struct slice group(struct patterns *p, struct slice line, size_t n)
{
    PCRE2_SIZE *at = pcre2_get_ovector_pointer(p->found);
    if (n >= pcre2_get_ovector_count(p->found) || at[2 * n] == PCRE2_UNSET)
        return slice_from(NULL, 0);
    return slice_from(line.at + at[2 * n], at[2 * n + 1] - at[2 * n]);
}

static int64_t percentage_of(struct slice digits)
{
    while (digits.len > 1 && digits.at[0] == '0' && digits.at[1] != '.')
        digits = slice_after(digits, 1);
    int64_t value;
    if (!decimal_read(digits, &value) || value > 100 * 100)
        return DECIMAL_UNKNOWN;
    return value;
}

static int64_t count_of(struct slice digits)
{
    int64_t count = 0;
    for (size_t i = 0; i < digits.len; i++)
        count = count * 10 + (digits.at[i] - '0');
    return count;
}

/* Caseless matching also lets letters pass that only look like these. */
static enum judgement judgement_of(struct slice word)
{
    if (word.len == 4 && strncasecmp(word.at, "ship", 4) == 0)
        return JUDGEMENT_SHIP;
    if (word.len == 4 && strncasecmp(word.at, "skip", 4) == 0)
        return JUDGEMENT_SKIP;
    if (word.len == 5 && strncasecmp(word.at, "mixed", 5) == 0)
        return JUDGEMENT_MIXED;
    return JUDGEMENT_UNKNOWN;
}

bool patterns_score(struct patterns *p, struct slice line,
                    struct score_line *score)
{
    if (!matches(p, PATTERN_SCORE, line))
        return false;
    score->score = percentage_of(group(p, line, 1));
    score->verdict = judgement_of(group(p, line, 2));
    return true;
}

bool patterns_percentage(struct patterns *p, struct slice line,
                         int64_t *percentage)
{
    if (!matches(p, PATTERN_PERCENTAGE, line))
        return false;
    *percentage = percentage_of(group(p, line, 1));
    return *percentage != DECIMAL_UNKNOWN;
}

bool patterns_panel(struct patterns *p, struct slice line,
                    struct stated *stated)
{
    if (!matches(p, PATTERN_PANEL, line))
        return false;
    stated->verdict = judgement_of(group(p, line, 1));
    stated->ship = count_of(group(p, line, 2));
    stated->skip = count_of(group(p, line, 3));
    return true;
}

void patterns_community(struct patterns *p, struct slice line, int64_t *votes,
                        int64_t *ship_pct)
{
    if (matches(p, PATTERN_NO_VOTES, line)) {
        *votes = 0;
        return;
    }
    if (matches(p, PATTERN_SHARE, line)) {
        int64_t share = percentage_of(group(p, line, 1));
        if (share != DECIMAL_UNKNOWN)
            *ship_pct = share;
    }
    if (matches(p, PATTERN_VOTES, line))
        *votes = count_of(group(p, line, 1));
}

bool patterns_price(struct patterns *p, struct slice line, struct slice *price,
                    struct slice *date)
{
    if (!matches(p, PATTERN_PRICE, line))
        return false;
    struct slice text = group(p, line, 1);
    if (text.len != 0)
        *price = text;
    *date = group(p, line, 2);
    return true;
}

bool patterns_date(struct patterns *p, struct slice line, struct slice *date)
{
    if (!matches(p, PATTERN_DATE, line))
        return false;
    *date = group(p, line, 1);
    return true;
}

bool patterns_visit(struct patterns *p, struct slice line,
                    struct slice *address)
{
    if (!matches(p, PATTERN_VISIT, line))
        return false;
    *address = group(p, line, 1);
    return true;
}

bool patterns_verdict(struct patterns *p, struct slice line,
                      enum judgement *verdict)
{
    if (!matches(p, PATTERN_VERDICT, line))
        return false;
    *verdict = judgement_of(group(p, line, 1));
    return true;
}

bool patterns_counts(struct patterns *p, struct slice line,
                     struct stated *stated)
{
    if (matches(p, PATTERN_SKIPS, line)) {
        stated->skip = count_of(group(p, line, 1));
        return true;
    }
    if (!matches(p, PATTERN_SHIPS, line))
        return false;
    stated->ship = count_of(group(p, line, 1));
    if (group(p, line, 2).len != 0)
        stated->skip = count_of(group(p, line, 2));
    return true;
}

bool patterns_shared(struct patterns *p, struct slice text,
                     struct shared *shared)
{
    if (!matches(p, PATTERN_SHARED, text))
        return false;
    struct slice verdict = group(p, text, 1), ship = group(p, text, 2);
    shared->stated =
        (struct stated){judgement_of(verdict), -1, -1, DECIMAL_UNKNOWN};
    shared->verdict_end = verdict.at + verdict.len;
    if (ship.len != 0) {
        shared->stated.ship = count_of(ship);
        shared->stated.skip = count_of(group(p, text, 3));
    }
    shared->slug = group(p, text, 4);
    return true;
}

bool patterns_list(struct patterns *p, struct slice line)
{
    return matches(p, PATTERN_LIST, line);
}
