#include "lib/parse/jsonld_context.h"

#include <stdlib.h>

#include "lib/parse/vocabulary.h"

enum { ALIASES_MOST = 3 };

const struct context no_context = {NULL, NULL, 0, 0, true};

/* -- terms -------------------------------------------------------------- */

static int compare_terms(const void *a, const void *b)
{
    return slice_compare(((const struct term *)a)->name,
                         ((const struct term *)b)->name);
}

/* Orders the terms, so that no number of them makes a page expensive. */
static void read_terms(struct context *c, const struct json_values *values,
                       uint32_t object, struct arena *arena, bool *failed)
{
    const struct json_value *at = values->at;
    size_t size = json_values_size(values, object);
    struct term *terms = arena_alloc(arena, size * sizeof *terms + 1);
    if (terms == NULL) {
        *failed = true;
        return;
    }
    for (uint32_t i = object + 1, end = object + at[object].span; i < end;
         i += at[i].span) {
        uint32_t value = at[i].kind == FIELD_OBJECT
                             ? json_values_member(values, i, slice_of("@id"))
                             : i;
        struct term term = {at[i].key, json_values_string(values, value)};
        if (slice_known(term.meaning))
            terms[c->term_count++] = term;
    }
    qsort(terms, c->term_count, sizeof *terms, compare_terms);
    c->terms = terms;
}

/* What the context says that a term stands for; unknown when it does not. */
static struct slice meaning_in(const struct context *c, struct slice term)
{
    size_t low = 0, high = c->term_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(c->terms[middle].name, term);
        if (order == 0)
            return c->terms[middle].meaning;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return slice_from(NULL, 0);
}

/* What a term stands for; unknown when no context defines it. */
static struct slice lookup(const struct context *c, struct slice term)
{
    struct slice meaning = {NULL, 0};
    for (; c != NULL && !slice_known(meaning); c = c->outer)
        meaning = meaning_in(c, term);
    return meaning;
}

/* The name behind a prefix that stands for a known vocabulary. */
static struct slice without_prefix(const struct context *c, struct slice name,
                                   size_t colon)
{
    struct slice prefix = slice_from(name.at, colon);
    struct slice address = lookup(c, prefix);
    bool known = slice_known(address) ? vocabulary_is_known(address)
                                      : slice_is(prefix, "schema");
    return known ? slice_after(name, colon + 1) : slice_from(NULL, 0);
}

struct slice context_resolve(const struct context *c, struct slice name)
{
    for (int aliases = 0; aliases < ALIASES_MOST; aliases++) {
        struct slice meaning = lookup(c, name);
        if (!slice_known(meaning) || slice_equal(meaning, name))
            break;
        name = meaning;
    }
    if (name.len != 0 && name.at[0] == '@')
        return name;
    const char *colon = name.len == 0 ? NULL : memchr(name.at, ':', name.len);
    if (colon == NULL && c->known_vocabulary) {
        /* The context of schema.org has these as aliases. */
        if (slice_is(name, "type") || slice_is(name, "id"))
            return slice_of(slice_is(name, "id") ? "@id" : "@type");
        return name;
    }
    struct slice local = vocabulary_local(name);
    if (colon == NULL || slice_known(local))
        return local;
    return without_prefix(c, name, (size_t)(colon - name.at));
}

/* -- contexts ----------------------------------------------------------- */

/* Lays one part of a context over another; `room` is for the new one. */
static const struct context *lay_over(const struct context *outer,
                                      const struct json_values *values,
                                      uint32_t part, struct context *room,
                                      struct arena *arena, bool *failed)
{
    if (outer->depth == CONTEXTS_MOST)
        return outer;
    uint32_t vocabulary = json_values_member(values, part, slice_of("@vocab"));
    struct slice address =
        json_values_string(values, vocabulary != NO_VALUE ? vocabulary : part);
    *room = (struct context){.outer = outer,
                             .depth = outer->depth + 1,
                             .known_vocabulary = outer->known_vocabulary};
    if (values->at[part].kind == FIELD_OBJECT)
        read_terms(room, values, part, arena, failed);
    if (slice_known(address) || vocabulary != NO_VALUE)
        room->known_vocabulary =
            slice_known(address) && vocabulary_is_known(address);
    else if (outer == &no_context)
        room->known_vocabulary = false;
    return room;
}

/* Of several in an array, one of a known vocabulary is not hidden. */
const struct context *context_enter(const struct context *outer,
                                    const struct json_values *values,
                                    uint32_t own, struct context *room,
                                    struct arena *arena, bool *failed)
{
    const struct context *c = outer;
    bool known = false;
    size_t count = 0;
    if (own == NO_VALUE)
        return outer;
    if (values->at[own].kind != FIELD_ARRAY)
        return lay_over(outer, values, own, room, arena, failed);
    uint32_t end = own + values->at[own].span;
    for (uint32_t i = own + 1; i < end && count < CONTEXTS_MOST;
         i += values->at[i].span) {
        c = lay_over(c, values, i, &room[count++], arena, failed);
        known = known || (c != outer && c->known_vocabulary);
    }
    if (c != outer)
        room[c - room].known_vocabulary = known;
    return c;
}
