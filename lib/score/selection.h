/*
 * Finished verdicts, and which of them a user asks for.
 */
#ifndef VTOOLS_SCORE_SELECTION_H
#define VTOOLS_SCORE_SELECTION_H

#include "lib/score/bookmarks.h"
#include "lib/score/condition.h"

/*
 * Verdicts by index, in the order of their tools' keys.  `get` fills *v,
 * whose parts are valid until its next call; false when there is no memory.
 */
struct verdict_list {
    size_t count;
    bool (*get)(void *self, size_t index, struct verdict *v);
    void *self;
};

/* Starts zeroed: every verdict is asked for.  All but `chosen` and the rest
 * below it are the caller's. */
struct selection {
    struct bookmarks *only; /* or NULL: any tool */
    struct condition *conditions;
    size_t condition_count;

    /* Private. */
    bool *chosen; /* by index; NULL: all of them */
    struct bytes record;
    struct arena arena;
};

void selection_free(struct selection *s);

enum selection_result {
    SELECTION_DONE,
    SELECTION_REFUSED, /* a bookmark may mean several tools; *d says which */
    SELECTION_NO_MEMORY
};

/*
 * Finds the tools that the bookmarks mean.  Those that mean none are told to
 * the listener and counted in *missing.
 */
enum selection_result selection_start(struct selection *s,
                                      const struct verdict_list *list,
                                      const struct listener *listener,
                                      size_t *missing, struct diag *d);

/*
 * Whether this verdict is asked for.  False with *failed set when there is no
 * memory.
 */
bool selection_takes(struct selection *s, const struct verdict *v, size_t index,
                     bool *failed);

#endif
