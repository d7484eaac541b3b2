#include "lib/parse/jsonld_context.h"

#include "lib/json/tree.h"
#include "lib/parse/vocabulary.h"

enum { ALIASES_MOST = 3 };

const struct context no_context = {NULL, NULL, 0, true};

/* What a term stands for; unknown when no context defines it. */
static struct slice lookup(const struct context *c, struct slice term)
{
    for (; c != NULL; c = c->outer) {
        const json_t *value = json_object_getn(c->terms, term.at, term.len);
        if (json_is_object(value))
            value = json_object_get(value, "@id");
        if (json_is_string(value))
            return tree_string(value);
    }
    return slice_from(NULL, 0);
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

/* Lays one part of a context over another; `room` is for the new one. */
static const struct context *lay_over(const struct context *outer,
                                      const json_t *part, struct context *room)
{
    const json_t *vocabulary = json_object_get(part, "@vocab");
    if (outer->depth == CONTEXTS_MOST)
        return outer;
    *room = (struct context){outer, json_is_object(part) ? part : NULL,
                             outer->depth + 1, outer->known_vocabulary};
    if (json_is_string(part))
        room->known_vocabulary = vocabulary_is_known(tree_string(part));
    else if (vocabulary != NULL)
        room->known_vocabulary = vocabulary_is_known(tree_string(vocabulary));
    else if (outer == &no_context)
        room->known_vocabulary = false;
    return room;
}

/* Of several in an array, one of a known vocabulary is not hidden. */
const struct context *context_enter(const struct context *outer,
                                    const json_t *own, struct context *room)
{
    const struct context *c = outer;
    bool known = false;
    if (!json_is_array(own))
        return own == NULL ? outer : lay_over(outer, own, room);
    for (size_t i = 0; i < json_array_size(own) && i < CONTEXTS_MOST; i++) {
        c = lay_over(c, json_array_get(own, i), &room[i]);
        known = known || (c != outer && c->known_vocabulary);
    }
    if (c != outer)
        room[c - room].known_vocabulary = known;
    return c;
}
