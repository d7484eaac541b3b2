/*
 * Verdicts by what their tools have in common, and reviews by reviewer: the
 * figures behind `group` records.
 */
#ifndef VTOOLS_SCORE_GROUPING_H
#define VTOOLS_SCORE_GROUPING_H

#include "lib/score/alpha.h"
#include "lib/score/contrast.h"
#include "lib/score/member.h"
#include "lib/score/ranking.h"

enum { GROUPING_NAMES_MOST = 8 };

struct group;
struct group_score;

/* Starts zeroed; must stay where it is after grouping_read. */
struct grouping {
    struct slice names[GROUPING_NAMES_MOST]; /* as the user gave them */
    struct member_path paths[GROUPING_NAMES_MOST];
    size_t name_count;
    bool by_reviewer; /* one of the names is `reviewer`: reviews are grouped */
    size_t group_count;

    /* Private. */
    struct group *groups;
    size_t group_cap;
    struct group_score *scores;
    size_t score_count, score_cap;
    struct table index;
    struct arena arena, scratch;
    struct bytes record, key;
    struct panel_totals totals; /* of the panel at hand */
    int64_t *sorted;            /* scores, by group */
    size_t verdicts;
};

/*
 * Takes names of members with commas between them.  The text must outlive the
 * grouping.  False with *d filled when they are no names, or too many.
 */
bool grouping_read(struct grouping *g, const char *text, struct diag *d);
void grouping_free(struct grouping *g);

/* Adds a verdict, copying what is kept.  False when there is no memory. */
bool grouping_add(struct grouping *g, const struct verdict *v);

/*
 * After the last verdict: orders the groups by their values, null first, then
 * false, true, numbers and strings, these by bytes.  False when there is no
 * memory.
 */
bool grouping_finish(struct grouping *g);

/* Then: the figures of group `index`, valid as long as the grouping. */
struct group_record grouping_record(const struct grouping *g, size_t index);
struct rank_figures grouping_figures(const struct grouping *g, size_t index);

#endif
