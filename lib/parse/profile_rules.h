/*
 * What a profile is made of.  Private to the profile's own files; nothing of
 * it changes once it is read.
 */
#ifndef VTOOLS_PARSE_PROFILE_RULES_H
#define VTOOLS_PARSE_PROFILE_RULES_H

#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/parse/form_patterns.h"
#include "lib/parse/profile.h"
#include "lib/parse/profile_pattern.h"
#include "lib/record/sighting.h"

/* What a group of a pattern may be named. */
enum profile_field {
    FIELD_NAME,
    FIELD_TAGLINE,
    FIELD_CATEGORY,
    FIELD_DESCRIPTION,
    FIELD_ENTRY,
    FIELD_PRICING,
    FIELD_SLUG,
    FIELD_URL,
    FIELD_REVIEWED,
    FIELD_BRAND,
    FIELD_COUNT,
    FIELD_SHIP,
    FIELD_SKIP,
    FIELD_SHIP_PCT,
    FIELD_VOTES,
    FIELD_COMMUNITY,
    FIELD_SCORE,
    FIELD_BEST,
    FIELD_VERDICT,
    FIELD_REVIEWER,
    FIELD_TEXT,
    FIELD_TITLE,
    FIELD_DATE,
    FIELD_PROS,
    FIELD_CONS,
    FIELD_HELPFUL,
    FIELD_TOTAL
};

/* For whom a field may be stated. */
enum { OF_TOOL = 1, OF_REVIEW = 2 };

struct profile_field_facts {
    struct slice name;
    unsigned of;
    bool many; /* taken from several lines; it may break off with the page */
};

extern const struct profile_field_facts profile_fields[FIELD_TOTAL];

/* FIELD_TOTAL when there is none of that name. */
enum profile_field profile_field_find(struct slice name);

struct profile_bind {
    enum profile_field field;
    size_t group;
};

/*
 * The keys of the built-in form's patterns and the fields that their groups
 * must state; see lib/parse/patterns.h.
 */
struct form_facts {
    struct slice key;
    size_t most;                 /* longer lines are not looked at */
    enum profile_field needs[2]; /* FIELD_TOTAL: none */
};

extern const struct form_facts form_patterns[FORM_TOTAL];

/* One line of a profile that has a pattern. */
struct profile_rule {
    struct slice key;
    size_t line; /* in the profile */
    struct pattern *pattern;
    struct slice begins; /* what every line begins with that it is found in */
    bool is_literal;     /* and those lines say no more */
    struct profile_bind *binds;
    size_t bind_count;
    bool drops;              /* "ignore": the line is part of nothing */
    enum profile_field runs; /* FIELD.begin: lines behind it are the field's */
    struct profile_rule *next;
};

struct profile_rules {
    struct profile_rule *first, *last;
};

enum { ABOVE_MOST = 8 };

enum profile_kind { KIND_REVIEW, KIND_TOOL };

struct profile_item {
    enum profile_kind kind;
    size_t line;
    struct profile_rules begin, end, rules;
    struct profile_rules above[ABOVE_MOST]; /* of the n-th line before begin */
    struct profile_item *next;
};

/* A section, or the page where no section is. */
struct profile_section {
    struct slice name;
    size_t line;
    struct profile_rules begin, end, rules;
    struct profile_item *items, *last_item;
    struct profile_section *next;
};

struct profile_word {
    struct slice word; /* as profile_add_word makes it */
    enum judgement verdict;
    struct profile_word *next;
};

struct profile {
    struct arena arena;
    struct slice name, syntax; /* "scorecard", "profile:scorecard" */
    struct profile_rules match_url, match_text;
    struct profile_section page; /* its next: the sections */
    struct profile_section *last_section;
    const struct profile_rule *form[FORM_TOTAL]; /* NULL: not given */
    bool has_form;
    struct profile_word *words;
    int64_t best, worst; /* DECIMAL_UNKNOWN: no scale is given */
};

/* A verdict word as words are compared: without case and punctuation. */
void profile_add_word(struct bytes *out, struct slice word);

/* The field's first group that took part in the matcher's last match. */
struct slice profile_rule_value(const struct profile_rule *rule,
                                const struct matcher *m,
                                enum profile_field field);

#endif
