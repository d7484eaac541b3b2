/*
 * Tools that nothing but votes names, as after a misspelled key: they have
 * verdicts, but are told of.
 */
#ifndef VTOOLS_CMD_ONLY_VOTED_H
#define VTOOLS_CMD_ONLY_VOTED_H

#include "cmd/command.h"
#include "lib/score/score.h"

/* Starts zeroed; `keys` is to be freed. */
struct only_voted {
    size_t count;
    struct bytes keys; /* of the first few */
};

/* Adds those of a scorer that has settled. */
void only_voted_add(struct only_voted *o, const struct scorer *s);

/* Says how many there were, if any, and which. */
void only_voted_tell(const struct only_voted *o, struct command *c);

#endif
