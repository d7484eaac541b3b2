/* The patterns of the built-in forms, by what they are for. */
#ifndef VTOOLS_PARSE_FORM_PATTERNS_H
#define VTOOLS_PARSE_FORM_PATTERNS_H

#include <stdint.h>

enum form_pattern {
    FORM_SCORE,
    FORM_PERCENTAGE,
    FORM_PANEL,
    FORM_NO_VOTES,
    FORM_SHARE,
    FORM_VOTES,
    FORM_PRICE,
    FORM_DATE,
    FORM_VISIT,
    FORM_VERDICT,
    FORM_SHIPS,
    FORM_SKIPS,
    FORM_SHARED,
    FORM_LIST,
    /* What a line only begins with. */
    FORM_CRUMB,
    FORM_TOOL_CRUMB,
    FORM_ARTICLE,
    /* Labels: lines that state nothing. */
    FORM_HEADER,
    FORM_VERSUS,
    FORM_BADGE,
    FORM_PANEL_LABEL,
    FORM_COMMUNITY_LABEL,
    FORM_ENTRY_LABEL,
    FORM_DECISION,
    FORM_PANEL_ROW,
    FORM_COMMUNITY_ROW,
    FORM_PRICING_ROW,
    FORM_BEST_FOR_ROW,
    FORM_CATEGORY_ROW,
    FORM_SCORECARD,
    FORM_TAKE,
    FORM_PRICE_LABEL,
    FORM_DATE_LABEL,
    FORM_VERDICT_LABEL,
    FORM_SHARE_LABEL,
    FORM_FOOTER,
    FORM_TOTAL
};

/* Several of them. */
typedef uint64_t form_set;

#define FORM_SET(name) (UINT64_C(1) << FORM_##name)

static inline form_set form_set_of(enum form_pattern pattern)
{
    return UINT64_C(1) << pattern;
}

#endif
