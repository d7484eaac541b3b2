/* What patterns are made of.  Private to the files of patterns. */
#ifndef VTOOLS_PARSE_PATTERNS_MATCH_H
#define VTOOLS_PARSE_PATTERNS_MATCH_H

#include "lib/parse/patterns.h"
#include "lib/parse/profile_rules.h"

struct patterns {
    struct profile *builtin;
    const struct profile *words; /* whose verdict words and scale count */
    const struct profile_rule *rules[FORM_TOTAL];
    struct matcher *matcher;
    /* The labels that may have a byte as their first, and their second. */
    form_set first[256], second[256];
};

/* Whether the pattern is found in a line; its groups are the matcher's then. */
bool patterns_match(struct patterns *p, enum form_pattern pattern,
                    struct slice line);

#endif
