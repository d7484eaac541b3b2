/* What is held of sightings, written and read. */
#include "lib/score/sightings.h"

#include <stdlib.h>

#include "lib/base/hash.h"
#include "lib/base/large_memory.h"
#include "lib/json/object.h"
#include "lib/score/adding.h"

/* -- strings and structs ------------------------------------------------ */

pooled scorer_hold(struct scorer *s, struct slice string)
{
    pooled number = pool_add(&s->pool, string);
    s->no_memory = s->no_memory || s->pool.failed;
    return number;
}

void bucket_free(struct bucket *b)
{
    large_memory_free(b->at, b->cap * sizeof *b->at);
    *b = (struct bucket){0};
}

uint32_t sighting_beginning(const struct scorer *s,
                            const struct review_sighting *r)
{
    if (sighting_is(r, REVIEW_AWAY))
        return (uint32_t)(sighting_note(s, r)->away >> AWAY_BITS);
    return review_text_beginning(sighting_text(s, r));
}

const struct held_text *text_hold(struct arena *arena, struct slice text,
                                  int64_t line, bool *failed)
{
    struct held_text *held = arena_alloc(arena, sizeof *held + text.len);
    if (held == NULL) {
        *failed = true;
        return NULL;
    }
    held->line = line;
    held->len = (uint32_t)text.len;
    if (text.len != 0)
        memcpy(held->at, text.at, text.len);
    return held;
}

/* Notes a text, behind which a rarity may follow. */
static void add_note(struct scorer *s, struct review_sighting *r,
                     const struct text_note *text, pooled rarity)
{
    bool rare = rarity != POOL_UNKNOWN;
    size_t number = s->note_count;
    s->no_memory = s->no_memory || number + rare >= NOTED_RARE;
    for (size_t i = 0; !s->no_memory && i <= rare; i++)
        NEXT_ITEM(s, note);
    if (s->no_memory)
        return;
    s->notes[number].text = *text;
    if (rare)
        s->notes[number + 1].rarity = rarity;
    r->more = (uint32_t)number | (rare ? NOTED_RARE : 0);
}

void sighting_set_rarity(struct scorer *s, struct review_sighting *r,
                         pooled rarity)
{
    if (sighting_rarity(s, r) == rarity)
        return;
    if (!sighting_is_noted(s, r)) {
        r->more = rarity;
        return;
    }
    struct text_note text = *sighting_note(s, r);
    add_note(s, r, &text, rarity);
}

/*
 * A text that is truncated, or whose tool is to be found by it, will most
 * likely be asked for again: as many of them are kept as take little room.
 */
static bool is_kept_anyway(struct scorer *s, const struct review_sighting *r,
                           size_t len)
{
    enum { KEPT_MOST = 16 * 1024 * 1024 };
    bool again = sighting_is(r, REVIEW_TRUNCATED) || r->tool == NONE;
    if (!again || s->kept_size + len > KEPT_MOST)
        return false;
    s->kept_size += len;
    return true;
}

void sighting_add_note(struct scorer *s, struct review_sighting *r,
                       const struct prepared_review *p, uint64_t place)
{
    pooled rarity = r->more;
    struct text_note note = {.id = p->id, .signature = p->signature};
    if (sighting_is(r, REVIEW_TEXT) && s->again.read != NULL &&
        place >> AWAY_BITS == 0 && !is_kept_anyway(s, r, p->text.len)) {
        note.away = place | (uint64_t)p->beginning << AWAY_BITS;
        r->flags |= REVIEW_AWAY;
    } else {
        note.held = p->held != NULL
                        ? p->held
                        : text_hold(&s->arena, p->text, p->line, &s->no_memory);
    }
    add_note(s, r, &note, rarity);
}

void text_room_free(struct text_room *room)
{
    arena_free(&room->arena);
    bytes_free(&room->read);
    bytes_free(&room->folded);
    bytes_free(&room->keyed);
}

/* Whether a text is the one that the note was made of. */
static bool is_noted(const struct scorer *s, const struct review_sighting *r,
                     struct slice text, struct bytes *keyed)
{
    uint64_t id = sighting_note(s, r)->id;
    return (r->tool != NONE && sighting_id(s, r, text, keyed) == id) ||
           hash_bytes(text) == id;
}

struct slice scorer_text(const struct scorer *s,
                         const struct review_sighting *r,
                         struct text_room *room)
{
    struct slice none = {NULL, 0}, whole = none;
    if (!sighting_is(r, REVIEW_AWAY))
        return sighting_text(s, r);
    const struct text_note *note = sighting_note(s, r);
    uint64_t place = note->away & (((uint64_t)1 << AWAY_BITS) - 1);
    bytes_clear(&room->read);
    if (s->again.read(s->again.self, room->reader, place, &room->read) &&
        !room->read.failed)
        whole = review_text_folded(bytes_slice(&room->read), &room->folded);
    bool same = slice_known(whole) && is_noted(s, r, whole, &room->keyed);
    room->no_memory = room->no_memory || room->read.failed ||
                      room->folded.failed || room->keyed.failed;
    if (!same) {
        room->changed = room->changed || !room->no_memory;
        return none;
    }
    return arena_copy(&room->arena, whole, &room->no_memory);
}

struct stated stated_of(const struct scorer *s, pooled stated)
{
    struct stated said = {JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN};
    if (stated != POOL_UNKNOWN)
        POOL_GET_VALUE(&s->pool, stated, &said);
    return said;
}

static const struct rarity nothing_rare = {.row = -1, .col = -1};

struct rarity rarity_of(const struct scorer *s, pooled rarity)
{
    struct rarity r = nothing_rare;
    if (rarity != POOL_UNKNOWN)
        POOL_GET_VALUE(&s->pool, rarity, &r);
    return r;
}

pooled rarity_hold(struct scorer *s, const struct rarity *rarity)
{
    if (memcmp(rarity, &nothing_rare, sizeof *rarity) == 0)
        return POOL_UNKNOWN;
    return scorer_hold(s, slice_from((const char *)rarity, sizeof *rarity));
}

int64_t sighting_row(const struct scorer *s, const struct review_sighting *r)
{
    return sighting_number(r->row, r->row == SMALL_RARE
                                       ? rarity_of(s, sighting_rarity(s, r)).row
                                       : -1);
}

int64_t sighting_col(const struct scorer *s, const struct review_sighting *r)
{
    return sighting_number(r->col, r->col == SMALL_RARE
                                       ? rarity_of(s, sighting_rarity(s, r)).col
                                       : -1);
}

pooled sighting_name(const struct scorer *s, const struct review_sighting *r)
{
    if (!sighting_is(r, REVIEW_NAMED))
        return POOL_UNKNOWN;
    pooled rare = rarity_of(s, sighting_rarity(s, r)).name;
    return rare != POOL_UNKNOWN || r->tool == NONE
               ? rare
               : s->tools.at[r->tool].review_name;
}

/* Adds a string and a NUL where there is room; gives what follows. */
static char *put_terminated(char *at, struct slice string)
{
    at = slice_put(at, string);
    *at = '\0';
    return at + 1;
}

uint64_t review_id(struct bytes *room, struct slice tool, struct slice reviewer,
                   struct slice text)
{
    struct slice none = {NULL, 0};
    bytes_clear(room);
    if (text.len != 0)
        reviewer = none;
    if (!bytes_reserve(room, tool.len + reviewer.len + text.len + 3))
        return 0;
    char *at = put_terminated(room->at, tool);
    at = put_terminated(put_terminated(at, reviewer), text);
    return hash_bytes(slice_from(room->at, (size_t)(at - room->at) - 1));
}

uint64_t sighting_id(const struct scorer *s, const struct review_sighting *r,
                     struct slice text, struct bytes *room)
{
    return review_id(room, tool_key(&s->tools.at[r->tool]),
                     pool_get(&s->pool, r->reviewer), text);
}

pooled scorer_join_members(struct scorer *s, pooled a, pooled b)
{
    if (b == POOL_UNKNOWN || a == b)
        return a;
    if (a == POOL_UNKNOWN)
        return b;
    struct bytes joined = {0};
    object_join_members(&joined, pool_get(&s->pool, a), pool_get(&s->pool, b));
    s->no_memory = s->no_memory || joined.failed;
    pooled held = scorer_hold(s, bytes_slice(&joined));
    bytes_free(&joined);
    return held;
}

/* -- reviews ------------------------------------------------------------ */

uint32_t review_length(const struct review_sighting *first, uint32_t count)
{
    uint32_t length = 1;
    while (length < count && !sighting_is(&first[length], REVIEW_FIRST))
        length++;
    return length;
}

struct provenance review_how(const struct scorer *s,
                             const struct review_sighting *r)
{
    return rarity_of(s, sighting_rarity(s, r)).how;
}

void review_set_how(struct scorer *s, struct review_sighting *r,
                    const struct provenance *how)
{
    struct rarity rarity = rarity_of(s, sighting_rarity(s, r));
    rarity.how = *how;
    sighting_set_rarity(s, r, rarity_hold(s, &rarity));
}
