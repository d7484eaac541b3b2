/*
 * The patterns of profiles, by PCRE2 with JIT.
 *
 * However hostile a pattern and a line are, matching them ends soon: a pattern
 * is tried from one place only, in at most STEPS_BASE + STEPS_PER_BYTE * n
 * steps for the n bytes that it sees, and of a long line it sees the first
 * PATTERN_SEES bytes.
 */
#ifndef VTOOLS_PARSE_PROFILE_PATTERN_H
#define VTOOLS_PARSE_PROFILE_PATTERN_H

#include "lib/base/slice.h"

enum { PATTERN_SEES = 4096, PATTERN_GROUPS_MOST = 40 };

/* Not changed by matching, so that many matchers may share it. */
struct pattern;

struct pattern_error {
    size_t offset; /* in bytes of the pattern */
    char message[160];
};

/*
 * Compiles a pattern, valid UTF-8.  NULL with *error filled when it is none,
 * or with an empty message when there is no memory.
 */
struct pattern *pattern_new(struct slice source, struct pattern_error *error);
void pattern_free(struct pattern *p);

/*
 * Finds out with which bytes a line may begin, so that most are told by a
 * look.  `literal` is what all of them begin with; without one it takes as
 * long as a hundred lines.
 */
void pattern_find_first_bytes(struct pattern *p, struct slice literal);

/* How many named groups there are; the name and number of one of them. */
size_t pattern_names(const struct pattern *p);
struct slice pattern_name(const struct pattern *p, size_t i, size_t *group);

/* What matching needs, and the groups of the last match. */
struct matcher;

/* NULL when there is no memory. */
struct matcher *matcher_new(void);
void matcher_free(struct matcher *m);

/* Whether the pattern is found in a line, valid UTF-8. */
bool matcher_find(struct matcher *m, const struct pattern *p,
                  struct slice line);

/*
 * Whether a line that is cut off could be the beginning of one that the
 * pattern is found in.  Of a pattern that may be found anywhere in a line that
 * is always so, and not said.
 */
bool matcher_may_find(struct matcher *m, const struct pattern *p,
                      struct slice line);

/*
 * A group of the last match; unknown when it took no part.  One that reaches
 * to the end of what the pattern saw goes on to the line's end.
 */
struct slice matcher_group(const struct matcher *m, size_t group);

/* Whether the last search ended at a limit instead. */
bool matcher_gave_up(const struct matcher *m);

#endif
