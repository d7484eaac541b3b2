/* What became different about one tool between two snapshots. */
#ifndef VTOOLS_DIFF_CHANGES_H
#define VTOOLS_DIFF_CHANGES_H

#include "lib/diff/pairing.h"
#include "lib/record/change.h"
#include "lib/record/opened.h"

struct listed_change {
    struct change change;
    size_t place; /* in which order it was found */
    bool
        by_policy; /* a review's verdict, which the policy makes of its score */
};

/*
 * The changes of one tool.  Starts zeroed; used for one tool after the other.
 * A failure to get memory is remembered in `failed`.
 */
struct change_list {
    struct listed_change *items;
    size_t count;
    bool brief; /* set by the caller: no word diffs */
    bool failed;
    bool since_policy; /* the policy alone made them */

    /* Private. */
    size_t cap;
    struct arena arena;
    struct pairing pairing;
    struct bytes old_text, new_text;
    struct slice tool, name;
};

void change_list_free(struct change_list *l);

/*
 * Lists what is different, in the order in which it is to be written.  One of
 * the tools may be NULL, when it is in one snapshot only.  Valid until the
 * next call and as long as both verdicts are.  False when there is no
 * memory.
 */
bool changes_list(struct change_list *l, const struct opened_verdict *old_tool,
                  const struct opened_verdict *new_tool);

/*
 * The parts of it.  Adding gives the change that was added, to be filled
 * further, or NULL when there is no memory; `field` must be a literal or lie
 * in the arena.
 */
struct change *changes_add(struct change_list *l, enum change_kind kind,
                           struct slice field, struct slice old_value,
                           struct slice new_value);

/* JSON text in the arena. */
struct slice changes_text(struct change_list *l, const struct bytes *text);
struct slice changes_string(struct change_list *l, struct slice s);

/* Facts, scores, prices and the verdict, which says what made it flip. */
void changes_add_members(struct change_list *l,
                         const struct opened_verdict *old_tool,
                         const struct opened_verdict *new_tool);

/*
 * Members that no program knows, from two texts of the form `,"key":value`;
 * `reviewer` is unknown when they are the tool's.
 */
void changes_add_others(struct change_list *l, enum change_kind kind,
                        struct slice old_others, struct slice new_others,
                        struct slice reviewer);

/* Reviews that came, went or changed. */
void changes_add_reviews(struct change_list *l,
                         const struct opened_verdict *old_tool,
                         const struct opened_verdict *new_tool);

/*
 * Whether the policy makes both verdicts of one review of its score, so that
 * it may be the reason for their being different.  Sets *failed when there is
 * no memory to tell.
 */
bool changes_by_policy(const struct panel_review *old_review,
                       const struct panel_review *new_review, bool *failed);

/*
 * Whether nothing that is listed, and no count, has another reason than
 * another policy.
 */
bool changes_since_policy(const struct change_list *l,
                          const struct verdict *old_verdict,
                          const struct verdict *new_verdict);

/* Why the verdict flipped.  NULL when there is no memory. */
const struct change_cause *changes_cause(struct change_list *l,
                                         const struct verdict *old_verdict,
                                         const struct verdict *new_verdict);

#endif
