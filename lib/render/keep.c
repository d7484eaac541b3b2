#include "lib/render/keep.h"

/* Replaces the slices with copies. */
static bool keep_slices(struct arena *arena, struct slice *const *slices,
                        size_t count)
{
    bool failed = false;
    for (size_t i = 0; i < count; i++)
        *slices[i] = arena_copy(arena, *slices[i], &failed);
    return !failed;
}

static bool keep_list(struct arena *arena, struct slice **list, size_t count)
{
    bool failed = false;
    struct slice *copy = arena_array(arena, count, sizeof *copy);
    if (copy == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        copy[i] = arena_copy(arena, (*list)[i], &failed);
    *list = copy;
    return !failed;
}

/* A copy of `count` structs, whose slices still point where they did. */
static void *keep_structs(struct arena *arena, const void *structs,
                          size_t count, size_t size)
{
    void *copy = arena_array(arena, count, size);
    if (copy != NULL && count != 0)
        memcpy(copy, structs, count * size);
    return copy;
}

static bool keep_panel(struct arena *arena, struct verdict *v)
{
    static const struct slice unknown = {NULL, 0};
    v->panel = keep_structs(arena, v->panel, v->panel_count, sizeof *v->panel);
    for (size_t i = 0; v->panel != NULL && i < v->panel_count; i++) {
        struct panel_review *r = &v->panel[i];
        r->text = r->id = r->others = unknown;
        struct slice *const slices[] = {&r->reviewer, &r->inferred};
        if (!keep_slices(arena, slices, 2))
            return false;
    }
    return v->panel != NULL;
}

static bool keep_conflicts(struct arena *arena, struct verdict *v)
{
    v->conflicts = keep_structs(arena, v->conflicts, v->conflict_count,
                                sizeof *v->conflicts);
    for (size_t i = 0; v->conflicts != NULL && i < v->conflict_count; i++) {
        struct conflict *c = &v->conflicts[i];
        struct slice *const field = &c->field;
        if (!keep_slices(arena, &field, 1) ||
            !keep_list(arena, &c->values, c->count))
            return false;
    }
    return v->conflicts != NULL;
}

static bool keep_sources(struct arena *arena, struct verdict *v)
{
    v->sources =
        keep_structs(arena, v->sources, v->source_count, sizeof *v->sources);
    for (size_t i = 0; v->sources != NULL && i < v->source_count; i++) {
        struct verdict_source *s = &v->sources[i];
        struct slice *const slices[] = {&s->page, &s->file, &s->url};
        if (!keep_slices(arena, slices, 3))
            return false;
    }
    return v->sources != NULL;
}

bool keep_verdict(struct arena *arena, struct verdict *v)
{
    struct slice *const slices[] = {&v->tool,     &v->name,   &v->tagline,
                                    &v->category, &v->basis,  &v->entry,
                                    &v->pricing,  &v->policy, &v->others};
    return keep_slices(arena, slices, sizeof slices / sizeof *slices) &&
           keep_panel(arena, v) && keep_conflicts(arena, v) &&
           keep_sources(arena, v);
}

static bool keep_words(struct arena *arena, struct change *c)
{
    struct change_words *words =
        keep_structs(arena, c->words, c->word_count, sizeof *words);
    bool failed = words == NULL;
    for (size_t i = 0; words != NULL && i < c->word_count; i++)
        words[i].text = arena_copy(arena, words[i].text, &failed);
    c->words = words;
    return !failed;
}

static bool keep_cause(struct arena *arena, struct change *c)
{
    if (c->cause == NULL)
        return true;
    struct change_cause *cause =
        keep_structs(arena, c->cause, 1, sizeof *cause);
    if (cause == NULL)
        return false;
    c->cause = cause;
    struct slice *const slices[] = {&cause->old_policy, &cause->new_policy};
    return keep_slices(arena, slices, 2) &&
           keep_list(arena, &cause->came, cause->came_count) &&
           keep_list(arena, &cause->went, cause->went_count) &&
           keep_list(arena, &cause->changed, cause->changed_count);
}

/* Of what the others made of it only the new value, cause and words count. */
static bool keep_theirs(struct arena *arena, struct change *c)
{
    if (c->theirs == NULL)
        return true;
    struct change *theirs = keep_structs(arena, c->theirs, 1, sizeof *theirs);
    bool failed = false;
    c->theirs = theirs;
    if (theirs == NULL)
        return false;
    theirs->new_value = arena_copy(arena, theirs->new_value, &failed);
    return !failed && keep_words(arena, theirs) && keep_cause(arena, theirs);
}

bool keep_change(struct arena *arena, struct change *c)
{
    struct slice *const slices[] = {&c->tool,      &c->name,      &c->field,
                                    &c->old_value, &c->new_value, &c->reviewer};
    return keep_slices(arena, slices, sizeof slices / sizeof *slices) &&
           keep_words(arena, c) && keep_cause(arena, c) &&
           keep_theirs(arena, c);
}
