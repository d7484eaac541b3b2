#include "lib/diff/names.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/diff/near.h"

#define NONE SIZE_MAX

static void free_chains(struct name_chains *c)
{
    table_free(&c->first);
    free(c->next);
    *c = (struct name_chains){0};
}

void names_free(struct names *n)
{
    free_chains(&n->by_name);
    free_chains(&n->by_slug);
    arena_free(&n->slugs);
    bytes_free(&n->scratch);
}

/* From the last tool to the first, so that the chains run the other way. */
static bool chain(struct name_chains *c, struct slice text, size_t place)
{
    bool added;
    c->next[place] = NONE;
    if (!slice_known(text))
        return true;
    size_t *first = table_add(&c->first, text, NONE, &added);
    if (first == NULL)
        return false;
    c->next[place] = *first;
    *first = place;
    return true;
}

static bool start_chains(struct name_chains *c, size_t count)
{
    c->next = calloc(count + 1, sizeof *c->next);
    return c->next != NULL;
}

static bool chain_names(struct names *n)
{
    if (!start_chains(&n->by_name, n->lineup->count))
        return false;
    for (size_t i = n->lineup->count; i-- > 0;)
        if (!chain(&n->by_name, n->lineup->tools[i]->name, i))
            return false;
    return true;
}

/* Names without letters or digits all have one slug, which is none. */
static bool slug_of(struct names *n, struct slice name, struct slice *slug)
{
    *slug = slice_from(NULL, 0);
    if (!slice_known(name))
        return true;
    bytes_clear(&n->scratch);
    text_add_slug(&n->scratch, name);
    if (n->scratch.len != 0)
        *slug = bytes_slice(&n->scratch);
    return !n->scratch.failed;
}

static bool chain_slugs(struct names *n)
{
    bool failed = false;
    if (!start_chains(&n->by_slug, n->lineup->count))
        return false;
    for (size_t i = n->lineup->count; i-- > 0;) {
        struct slice slug;
        if (!slug_of(n, n->lineup->tools[i]->name, &slug))
            return false;
        slug = arena_copy(&n->slugs, slug, &failed);
        if (failed || !chain(&n->by_slug, slug, i))
            return false;
    }
    return true;
}

static size_t find_key(const struct lineup *lineup, struct slice key)
{
    size_t low = 0, high = lineup->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(lineup->tools[middle]->key, key);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NONE;
}

static size_t first_of(const struct name_chains *c, struct slice text)
{
    const size_t *first = table_find(&c->first, text);
    return first == NULL ? NONE : *first;
}

/* The chain of those that fit, and its first; false without memory. */
static bool find(struct names *n, struct slice name, size_t *first,
                 const struct name_chains **chains)
{
    struct slice slug;
    *chains = NULL;
    *first = find_key(n->lineup, name);
    if (*first != NONE)
        return true;
    if (n->by_name.next == NULL && !chain_names(n))
        return false;
    *chains = &n->by_name;
    *first = first_of(&n->by_name, name);
    /* Names that are not UTF-8 have no slug; no tool's name is like that. */
    if (*first != NONE || utf8_valid(name) != name.len)
        return true;
    if (n->by_slug.next == NULL && !chain_slugs(n))
        return false;
    if (!slug_of(n, name, &slug))
        return false;
    *chains = &n->by_slug;
    if (slice_known(slug))
        *first = first_of(&n->by_slug, slug);
    return true;
}

static void tell_fitting(const struct names *n, struct slice name, size_t first,
                         const struct name_chains *chains,
                         const struct listener *l, struct diag *d)
{
    size_t count = 0;
    for (size_t i = first; i != NONE; i = chains->next[i]) {
        const struct snapshot_tool *t = n->lineup->tools[i];
        struct slice tagline =
            slice_known(t->tagline) ? t->tagline : slice_of("no tagline");
        struct diag note;
        diag_set(&note, d->source, d->line, d->column,
                 "'%.*s' fits %.*s (%.*s)", DIAG_SHOWN(name),
                 DIAG_SHOWN(t->key), DIAG_SHOWN(tagline));
        listener_tell(l, &note);
        count++;
    }
    diag_set(d, d->source, d->line, d->column,
             "'%.*s' fits %zu tools: give the key of one", DIAG_SHOWN(name),
             count);
}

static void tell_unknown(struct names *n, struct slice name, struct diag *d)
{
    struct bytes near = {0};
    if (utf8_valid(name) == name.len)
        near_add_names(&near, n->lineup, name);
    diag_set(d, d->source, d->line, d->column,
             "no tool in the input is '%.*s'%s%.*s", DIAG_SHOWN(name),
             near.len == 0 ? "" : "; there is ", (int)near.len,
             near.len == 0 ? "" : near.at);
    bytes_free(&near);
}

bool names_resolve(struct names *n, struct slice name, size_t *place,
                   const struct listener *listener, struct diag *d)
{
    const struct name_chains *chains;
    if (!find(n, name, place, &chains)) {
        diag_no_memory(d);
        return false;
    }
    if (*place == NONE) {
        tell_unknown(n, name, d);
        return false;
    }
    if (chains == NULL || chains->next[*place] == NONE)
        return true;
    tell_fitting(n, name, *place, chains, listener, d);
    return false;
}
