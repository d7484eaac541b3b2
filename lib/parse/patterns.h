/*
 * The patterns of short lines in the built-in forms.  They are those of the
 * profile `scorecard`, or of one that a user has made of it.
 */
#ifndef VTOOLS_PARSE_PATTERNS_H
#define VTOOLS_PARSE_PATTERNS_H

#include "lib/base/diag.h"
#include "lib/parse/form_patterns.h"
#include "lib/parse/lines.h"
#include "lib/record/sighting.h"

struct patterns;
struct profile;

/*
 * Those that `own` does not have, or all when it is NULL, are the built-in
 * ones; it must outlive them.  NULL with *d filled when there is no memory.
 */
struct patterns *patterns_new(const struct profile *own, struct diag *d);
void patterns_free(struct patterns *p);

/* Whether a line is this label, with or without a colon behind it. */
bool patterns_label(struct patterns *p, enum form_pattern label,
                    struct slice line);

/* Which of these labels a line may begin with, by a look at two bytes. */
form_set patterns_may_begin(const struct patterns *p, form_set labels,
                            struct slice line);

/* Sets the bytes with which one of these labels may begin. */
void patterns_first_bytes(const struct patterns *p, form_set labels,
                          bool bytes[256]);

/* Which of these labels a line is; FORM_TOTAL: none. */
enum form_pattern patterns_find_label(struct patterns *p, form_set labels,
                                      struct slice line);

/* What this label always says; unknown when it is a pattern. */
struct slice patterns_literal(const struct patterns *p,
                              enum form_pattern label);

/* Whether a line that is cut off may be the beginning of this label. */
bool patterns_label_begins(struct patterns *p, enum form_pattern label,
                           struct slice line);

/* What a line says behind what it must begin with. */
bool patterns_behind(struct patterns *p, enum form_pattern beginning,
                     struct slice line, struct slice *rest);

/* The verdict of a word, or unknown. */
enum judgement patterns_judge(const struct patterns *p, struct slice word);

/* Whether there is a line `i`, whole, that is this label. */
static inline bool line_is_label(const struct page_lines *lines, size_t i,
                                 struct patterns *p, enum form_pattern label)
{
    return line_whole(lines, i) && patterns_label(p, label, lines->at[i].text);
}

/* Notes in the lines' trace that the pattern took line `i`. */
void patterns_took(const struct patterns *p, const struct page_lines *lines,
                   size_t i, enum form_pattern pattern);

/* Notes that these lines are a part of the form that no pattern tells. */
void patterns_took_part(const struct patterns *p,
                        const struct page_lines *lines, size_t from, size_t to,
                        const char *part);

/* The profile that they are of. */
struct slice patterns_name(const struct patterns *p);

/* A reviewer's score line, "74/100 · ship". */
struct score_line {
    int64_t score; /* hundredths; DECIMAL_UNKNOWN when past 100 */
    enum judgement verdict;
    bool has_rating; /* the score was on another scale */
    struct rating rating;
};
bool patterns_score(struct patterns *p, struct slice line,
                    struct score_line *score);

/* A percentage, "75%", in hundredths; at most 100. */
bool patterns_percentage(struct patterns *p, struct slice line,
                         int64_t *percentage);

/* The panel's verdict with its counts, "Mixed · 2 ship / 2 skip". */
bool patterns_panel(struct patterns *p, struct slice line,
                    struct stated *stated);

/*
 * What the community says: "—" and "No community votes yet" are 0 votes;
 * "62%", "13 votes" and both together are read; else both stay as they are.
 */
void patterns_community(struct patterns *p, struct slice line, int64_t *votes,
                        int64_t *ship_pct);

/* A tool page's label "Price{price}Reviewed{date}"; no price stays as is. */
bool patterns_price(struct patterns *p, struct slice line, struct slice *price,
                    struct slice *date);

/* A date, "2026-03-14". */
bool patterns_date(struct patterns *p, struct slice line, struct slice *date);

/* "Visit {address}". */
bool patterns_visit(struct patterns *p, struct slice line,
                    struct slice *address);

/* "Verdict — Ship". */
bool patterns_verdict(struct patterns *p, struct slice line,
                      enum judgement *verdict);

/* "3 Ships1 Skip", or one of the two. */
bool patterns_counts(struct patterns *p, struct slice line,
                     struct stated *stated);

/* What a tool page has to share, behind the tool's name. */
struct shared {
    struct stated stated;
    const char *verdict_end; /* where the verdict ends in the text */
    struct slice slug;
};
bool patterns_shared(struct patterns *p, struct slice text,
                     struct shared *shared);

/* Whether that may follow where the page breaks off in the text. */
bool patterns_shared_begins(struct patterns *p, struct slice text);

/*
 * Moves behind the word between two names of a title, and the spaces around
 * it; false when it does not follow.
 */
bool patterns_versus(struct patterns *p, struct slice *title);

/* The heading over a reviewer's quotes, "{category} verdicts(3 tools, ...)". */
bool patterns_list(struct patterns *p, struct slice line);

#endif
