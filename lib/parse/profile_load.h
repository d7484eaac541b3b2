/* Reading a profile's text.  Private to the profile's own files. */
#ifndef VTOOLS_PARSE_PROFILE_LOAD_H
#define VTOOLS_PARSE_PROFILE_LOAD_H

#include "lib/parse/profile_rules.h"

enum profile_place {
    PLACE_NONE,
    PLACE_UNKNOWN, /* behind a header that is none */
    PLACE_PAGE,
    PLACE_SECTION,
    PLACE_ITEM,
    PLACE_FORM
};

struct profile_loading {
    struct profile *profile;
    const char *source;
    const struct listener *listener;
    size_t faults;
    bool no_memory;
    /* The line at hand and what it is part of. */
    struct slice text;
    size_t line;
    enum profile_place place;
    struct profile_section *section;
    struct profile_item *item;
    bool item_has_rules;
    size_t rule_count; /* and words */
};

enum { PROFILE_RULES_MOST = 400 };

/* Tells of a fault at a byte of the line at hand. */
void profile_fault(struct profile_loading *l, const char *at,
                   const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Takes a line `key = value` with a pattern, of any place. */
void profile_load_rule(struct profile_loading *l, struct slice key,
                       struct slice value);

#endif
