/* Which tools are to be compared with each other, as a user says it. */
#ifndef VTOOLS_DIFF_CHOICE_H
#define VTOOLS_DIFF_CHOICE_H

#include "lib/diff/names.h"

enum choice_pairs {
    CHOICE_ALL,      /* any two tools */
    CHOICE_CATEGORY, /* two of one category */
    CHOICE_LISTED    /* those of a list */
};

/*
 * With neither `first` nor `second`, every two tools are compared; with one of
 * them, that tool and every other; with both, the first with each second.
 */
struct choice {
    const char *first; /* NULL: left open */
    const char *const *second;
    size_t second_count;
    bool distinct; /* no tool is named twice */
    enum choice_pairs pairs;
    /* The list: two names a line, a TAB between them; `#` begins a comment. */
    struct slice list;
    const char *list_name; /* for diagnostics */
};

/* Places in the lineup. */
struct tool_pair {
    size_t a, b;
};

/* The choice with places for names.  Starts zeroed. */
struct chosen {
    size_t *names; /* the first, if any, then the others */
    size_t name_count;
    bool has_first;
    bool is_listed; /* the pairs are those of a list, or first and second */
    struct tool_pair *listed;
    size_t listed_count, listed_cap;
};

/*
 * Resolves all names.  False with *d filled when one does not fit one tool,
 * a tool would be compared with itself, a line of the list is no pair, or
 * there is no memory.
 */
bool choice_resolve(const struct choice *c, const struct lineup *lineup,
                    struct chosen *chosen, const struct listener *listener,
                    struct diag *d);
void chosen_free(struct chosen *chosen);

/* Adds a pair to those that are listed; false when there is no memory. */
bool chosen_list(struct chosen *chosen, struct tool_pair pair);

/* The part of choice_resolve that reads the list. */
bool choice_read_list(const struct choice *c, struct names *names,
                      struct chosen *chosen, const struct listener *listener,
                      struct diag *d);

#endif
