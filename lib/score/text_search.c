#include "lib/score/text_search.h"

#include <stdlib.h>

#include "lib/base/hash.h"

enum { WANTED, MET };

bool text_search_want(struct text_search *t, const struct review_sighting *r)
{
    bool added;
    return !sighting_is(r, REVIEW_LONG) ||
           number_table_add(&t->signatures, sighting_note(t->s, r)->signature,
                            WANTED, &added) != NULL;
}

static uint32_t *signature_of(const struct text_search *t,
                              const struct review_sighting *r)
{
    return sighting_is(r, REVIEW_LONG)
               ? number_table_find(&t->signatures,
                                   sighting_note(t->s, r)->signature)
               : NULL;
}

bool text_search_meet(struct text_search *t, struct review_sighting *r)
{
    uint32_t *signature = signature_of(t, r);
    if (signature == NULL)
        return true;
    *signature = MET;
    return review_list_add(&t->met, r);
}

/* The hash of a text; false when it cannot be read again. */
static bool hash_text(struct text_search *t, const struct review_sighting *r,
                      uint64_t *hash)
{
    arena_reset(&t->room.arena);
    struct slice text = scorer_text(t->s, r, &t->room);
    if (!slice_known(text))
        return false;
    *hash = hash_bytes(text);
    return true;
}

uint32_t text_search_number(struct text_search *t,
                            const struct review_sighting *r)
{
    const uint32_t *signature = signature_of(t, r);
    uint64_t hash;
    bool added;
    if (signature == NULL || *signature != MET || !hash_text(t, r, &hash))
        return NONE;
    const uint32_t *number =
        number_table_add(&t->texts, hash, (uint32_t)t->texts.count, &added);
    t->room.no_memory = t->room.no_memory || number == NULL;
    return number == NULL ? NONE : *number;
}

uint32_t text_search_find(struct text_search *t,
                          const struct review_sighting *r)
{
    uint64_t hash;
    if (!hash_text(t, r, &hash))
        return NONE;
    const uint32_t *number = number_table_find(&t->texts, hash);
    return number == NULL ? NONE : *number;
}

bool text_search_end(struct text_search *t)
{
    struct scorer *s = t->s;
    s->changed = s->changed || t->room.changed;
    s->no_memory = s->no_memory || t->room.no_memory;
    free(t->met.at);
    number_table_free(&t->signatures);
    number_table_free(&t->texts);
    text_room_free(&t->room);
    return !t->room.changed && !t->room.no_memory;
}
