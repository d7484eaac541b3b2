#include "lib/score/text_search.h"

#include <stdlib.h>

#include "lib/base/array.h"
#include "lib/base/hash.h"

enum { WANTED, MET };

/* A bearer whose text has no number yet. */
static struct text_bearer unnumbered(struct review_sighting *r)
{
    return (struct text_bearer){r, NONE};
}

bool text_search_want(struct text_search *t, struct review_sighting *r)
{
    bool added;
    return !sighting_is(r, REVIEW_LONG) ||
           (number_table_add(&t->signatures, sighting_note(t->s, r)->signature,
                             WANTED, &added) != NULL &&
            ARRAY_ADD(&t->wanted, unnumbered(r)));
}

bool text_search_meet(struct text_search *t, struct review_sighting *r)
{
    uint32_t *signature =
        sighting_is(r, REVIEW_LONG)
            ? number_table_find(&t->signatures,
                                sighting_note(t->s, r)->signature)
            : NULL;
    if (signature == NULL)
        return true;
    *signature = MET;
    return ARRAY_ADD(&t->met, unnumbered(r));
}

/* Leaves out what is wanted and met by none. */
static void drop_unmet(struct text_search *t)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->wanted.count; i++) {
        const struct text_bearer *bearer = &t->wanted.at[i];
        if (*number_table_find(
                &t->signatures,
                sighting_note(t->s, bearer->sighting)->signature) == MET)
            t->wanted.at[kept++] = *bearer;
    }
    t->wanted.count = kept;
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

/* Numbers the texts that are wanted, and gives those of the others. */
static bool number_texts(struct text_search *t, struct number_table *texts)
{
    uint64_t hash;
    bool added;
    for (size_t i = 0; i < t->wanted.count; i++) {
        struct text_bearer *bearer = &t->wanted.at[i];
        if (!hash_text(t, bearer->sighting, &hash))
            return false;
        const uint32_t *text =
            number_table_add(texts, hash, (uint32_t)texts->count, &added);
        if (text == NULL)
            return false;
        bearer->text = *text;
    }
    for (size_t i = 0; i < t->met.count; i++) {
        struct text_bearer *bearer = &t->met.at[i];
        if (!hash_text(t, bearer->sighting, &hash))
            return false;
        const uint32_t *text = number_table_find(texts, hash);
        bearer->text = text == NULL ? NONE : *text;
    }
    t->text_count = texts->count;
    return true;
}

bool text_search_compare(struct text_search *t)
{
    struct number_table texts = {0};
    struct scorer *s = t->s;
    drop_unmet(t);
    bool ok = number_texts(t, &texts);
    number_table_free(&texts);
    s->changed = s->changed || t->room.changed;
    s->no_memory = s->no_memory || t->room.no_memory;
    return ok && !t->room.no_memory;
}

void text_search_free(struct text_search *t)
{
    free(t->wanted.at);
    free(t->met.at);
    number_table_free(&t->signatures);
    text_room_free(&t->room);
}
