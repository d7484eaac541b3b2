/*
 * The tools that a scorer knows, by their keys.  Private to lib/score.
 *
 * There may be millions of them in any order, and what is asked for is then
 * in no cache: so a tool is one line of it, with its key, if that is short.
 */
#ifndef VTOOLS_SCORE_TOOLS_H
#define VTOOLS_SCORE_TOOLS_H

#include <stdint.h>

#include "lib/base/arena.h"

enum { KEY_NEAR = 24, KEY_BEGINNING = 16 };

struct tool {
    union {
        char near[KEY_NEAR];
        struct {
            char beginning[KEY_BEGINNING];
            const char *far; /* all of it */
        } long_key;
    } key;
    /*
     * The name of the first review, as a number of the pool, and its hash:
     * names of the same are taken to be the same.
     */
    uint64_t name_hash;
    uint32_t review_name;
    uint32_t key_len;
    bool renamed;  /* another review has another name */
    bool unjudged; /* a review had no verdict when it was merged */
    /* Ranges of the scorer's arrays, once they are ordered by tool. */
    uint32_t first, count; /* of review sightings */
    uint32_t review_count;
    uint32_t first_sighting, sighting_count; /* votes are looked for */
};

struct tool_slot {
    uint32_t hash;
    uint32_t tool; /* and one; 0: free */
};

/* Start with all zeros. */
struct tools {
    struct arena arena; /* of long keys */
    struct tool *at;
    uint32_t count, cap;
    struct tool_slot *slots;
    uint32_t slot_cap;
};

void tools_free(struct tools *tools);

/* The hash by which a key is looked for. */
uint32_t tools_hash(struct slice key);

/*
 * gcc takes a function that only fetches memory for one without an effect,
 * and leaves out its calls, unless it is in line from the start.
 */
#define TOOLS_FETCHES static inline __attribute__((always_inline))

/* Has the memory fetched in which a key of this hash is looked for. */
TOOLS_FETCHES void tools_expect(const struct tools *tools, uint32_t hash)
{
    if (tools->slot_cap != 0)
        __builtin_prefetch(&tools->slots[hash & (tools->slot_cap - 1)]);
}

/* The same for the tool, once the slot has come that tells where it is. */
TOOLS_FETCHES void tools_expect_found(const struct tools *tools, uint32_t hash)
{
    if (tools->slot_cap == 0)
        return;
    uint32_t place = hash & (tools->slot_cap - 1);
    while (tools->slots[place].tool != 0 && tools->slots[place].hash != hash)
        place = (place + 1) & (tools->slot_cap - 1);
    if (tools->slots[place].tool != 0)
        __builtin_prefetch(&tools->at[tools->slots[place].tool - 1]);
}

/* The number of the tool, new or known; UINT32_MAX when there is no memory. */
uint32_t tools_add(struct tools *tools, struct slice key, uint32_t hash);

/* Gives back what tools are looked for by: no more are looked for or added. */
void tools_seal(struct tools *tools);

static inline struct slice tool_key(const struct tool *tool)
{
    return slice_from(tool->key_len <= KEY_NEAR ? tool->key.near
                                                : tool->key.long_key.far,
                      tool->key_len);
}

#endif
