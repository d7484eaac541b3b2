/*
 * From sightings to verdicts: what vscore calls.
 *
 * Sightings come in any order.  scorer_settle then merges the sightings of
 * one review and infers what no page states; scorer_verdict judges one tool
 * after the other.  The outcome does not depend on the order.
 */
#ifndef VTOOLS_SCORE_SCORE_H
#define VTOOLS_SCORE_SCORE_H

#include "lib/record/sighting.h"
#include "lib/record/verdict.h"
#include "lib/score/policy.h"

/* What may be inferred; bits. */
enum inference {
    INFER_MATCH = 1,
    INFER_ROW = 2,
    INFER_PANEL = 4,
    INFER_SCORE = 8,
    INFER_ALL = INFER_MATCH | INFER_ROW | INFER_PANEL | INFER_SCORE
};

struct scorer;
struct prepared_sighting;

/*
 * Where texts can be read again that were not kept: `place` is what was given
 * with their sightings.  There are so many readers, numbered from 0, each of
 * which is used by one thread at a time.  False, with nothing added, when
 * reading fails.
 */
struct text_again {
    bool (*read)(void *self, size_t reader, uint64_t place, struct bytes *text);
    void *self;
    size_t readers;
};

/* Stands for a text that cannot be read again. */
#define NO_PLACE UINT64_MAX

/*
 * NULL when there is no memory.  The policy must outlive the scorer.  `brief`:
 * nobody will ask for the reviews' texts and the sources.
 */
struct scorer *scorer_new(const struct policy *policy, unsigned infer,
                          bool brief);

/* From here on, texts with a place are not kept; only under `brief`. */
void scorer_read_again(struct scorer *s, struct text_again again);
void scorer_free(struct scorer *s);

/* Whether texts will be asked for, so that all are kept. */
bool scorer_keeps_texts(const struct scorer *s);

/* Takes one sighting, copying what it keeps.  False when out of memory. */
bool scorer_add(struct scorer *s, const struct sighting *sighting);

/* The same, of which the text can be read again at a place, or NO_PLACE. */
bool scorer_add_at(struct scorer *s, const struct sighting *sighting,
                   uint64_t place);

/* The same of one that was prepared (lib/score/prepared.h). */
bool scorer_add_prepared(struct scorer *s, const struct prepared_sighting *p,
                         uint64_t place);

/*
 * Has the memory fetched in which a sighting's tool will be looked for, well
 * before it is added, and some time later that of the tool: among millions of
 * tools neither is in a cache.
 */
void scorer_expect(const struct scorer *s, const struct prepared_sighting *p);
void scorer_expect_soon(const struct scorer *s,
                        const struct prepared_sighting *p);

/*
 * Merges the sightings, with so many threads, and infers what no page states.
 * Gives the number of tools; false when there is no memory, or when a text
 * could not be read again as it was.
 */
bool scorer_settle(struct scorer *s, size_t workers, size_t *count);

/* Room for verdicts being made; starts zeroed.  Each thread has its own. */
struct verdict_room {
    struct arena arena; /* to be reset when its verdicts are done with */

    /* Private. */
    struct bytes scratch;
    bool failed;
};

void verdict_room_free(struct verdict_room *room);

/*
 * The verdict on one tool, in the order of their keys.  It belongs to the
 * scorer and the room.  False when there is no memory.
 */
bool scorer_verdict(const struct scorer *s, size_t index,
                    struct verdict_room *room, struct verdict *v);

/* Whether a text could not be read again as it was. */
bool scorer_changed(const struct scorer *s);

/* Reviews that name no tool and match none; known after scorer_settle. */
size_t scorer_unplaced(const struct scorer *s);

/*
 * The key of the next tool that nothing but votes names, in the order of the
 * input; false when there is no other.  *at starts as 0.  After scorer_settle.
 */
bool scorer_next_voted(const struct scorer *s, size_t *at, struct slice *key);

/*
 * Adds the arithmetic behind a verdict, for readers: lines of text, the last
 * one blank.  Strings from pages are masked (lib/base/mask.h).
 */
void score_explain(struct bytes *out, const struct verdict *v,
                   const struct policy *policy);

#endif
