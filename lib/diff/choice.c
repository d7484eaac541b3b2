#include "lib/diff/choice.h"

#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/diff/near.h"

/* In this order of precedence. */
enum name_kind { NAME_IS_KEY, NAME_IS_NAME, NAME_IS_SLUG };

/* A name to resolve, with its slug, and room for a tool's. */
struct wanted {
    struct slice name;
    struct bytes slug, other;
};

/* Names without letters or digits all have one slug, which is none. */
static bool has_slug(struct wanted *w, struct slice name)
{
    if (!slice_known(name) || w->slug.len == 0)
        return false;
    bytes_clear(&w->other);
    text_add_slug(&w->other, name);
    return slice_equal(bytes_slice(&w->other), bytes_slice(&w->slug));
}

static bool fits(struct wanted *w, const struct snapshot_tool *t,
                 enum name_kind kind)
{
    switch (kind) {
    case NAME_IS_KEY:
        return slice_equal(t->key, w->name);
    case NAME_IS_NAME:
        return slice_equal(t->name, w->name);
    default:
        return has_slug(w, t->name);
    }
}

/* How many tools fit, and the first of them: hence the way from the end. */
static size_t count_fitting(struct wanted *w, const struct snapshot *s,
                            enum name_kind kind, size_t *place)
{
    size_t count = 0;
    for (size_t i = s->count; i-- > 0;) {
        if (fits(w, &s->tools[i], kind)) {
            *place = i;
            count++;
        }
    }
    return count;
}

static void tell_fitting(struct wanted *w, const struct snapshot *s,
                         enum name_kind kind, const struct listener *l)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct snapshot_tool *t = &s->tools[i];
        if (!fits(w, t, kind))
            continue;
        struct diag d;
        diag_set(&d, NULL, 0, 0, "'%s' fits %.*s (%.*s)", w->name.at,
                 (int)t->key.len, t->key.at,
                 slice_known(t->tagline) ? (int)t->tagline.len : 10,
                 slice_known(t->tagline) ? t->tagline.at : "no tagline");
        listener_tell(l, &d);
    }
}

static void tell_unknown(const struct wanted *w, const struct snapshot *s,
                         struct diag *d)
{
    struct bytes near = {0};
    if (w->slug.len != 0)
        near_add_names(&near, s, w->name);
    diag_set(d, NULL, 0, 0, "no tool in the input is '%s'%s%.*s", w->name.at,
             near.len == 0 ? "" : "; there is ", (int)near.len,
             near.len == 0 ? "" : near.at);
    bytes_free(&near);
}

static bool find(struct wanted *w, const struct snapshot *s, size_t *place,
                 const struct listener *l, struct diag *d)
{
    enum name_kind kind = NAME_IS_KEY;
    size_t count = count_fitting(w, s, kind, place);
    while (count == 0 && kind < NAME_IS_SLUG)
        count = count_fitting(w, s, ++kind, place);
    if (w->slug.failed || w->other.failed) {
        diag_no_memory(d);
        return false;
    }
    if (count == 0)
        tell_unknown(w, s, d);
    if (count > 1) {
        tell_fitting(w, s, kind, l);
        diag_set(d, NULL, 0, 0, "'%s' fits %zu tools: give the key of one",
                 w->name.at, count);
    }
    return count == 1;
}

/* Names that are not UTF-8 have no slug; no tool's name is like that. */
static bool resolve(const char *name, const struct snapshot *s, size_t *place,
                    const struct listener *l, struct diag *d)
{
    struct wanted w = {.name = slice_of(name)};
    if (utf8_valid(w.name) == w.name.len)
        text_add_slug(&w.slug, w.name);
    bool found = find(&w, s, place, l, d);
    bytes_free(&w.slug);
    bytes_free(&w.other);
    return found;
}

static bool resolve_seconds(const struct choice *c, const struct snapshot *s,
                            struct pair_list *pairs, const struct listener *l,
                            struct diag *d)
{
    pairs->seconds = calloc(c->second_count + 1, sizeof *pairs->seconds);
    if (pairs->seconds == NULL) {
        diag_no_memory(d);
        return false;
    }
    pairs->second_count = c->second_count;
    for (size_t i = 0; i < c->second_count; i++) {
        if (!resolve(c->second[i], s, &pairs->seconds[i], l, d))
            return false;
        if (pairs->has_first && pairs->seconds[i] == pairs->first) {
            diag_set(d, NULL, 0, 0, "'%s' and '%s' are one tool", c->first,
                     c->second[i]);
            return false;
        }
    }
    return true;
}

bool choice_resolve(const struct choice *c, const struct snapshot *s,
                    struct pair_list *pairs, const struct listener *listener,
                    struct diag *d)
{
    *pairs = (struct pair_list){.tool_count = s->count};
    pairs->has_first = c->first != NULL;
    if (pairs->has_first && !resolve(c->first, s, &pairs->first, listener, d))
        return false;
    return resolve_seconds(c, s, pairs, listener, d);
}

void pair_list_free(struct pair_list *pairs)
{
    free(pairs->seconds);
    *pairs = (struct pair_list){0};
}

/* How many rows of pairs there are, and how many pairs are in each. */
static size_t row_count(const struct pair_list *p)
{
    if (p->second_count != 0)
        return p->second_count;
    return p->has_first ? 1 : p->tool_count;
}

static size_t column_count(const struct pair_list *p)
{
    return p->has_first && p->second_count != 0 ? 1 : p->tool_count;
}

static struct tool_pair pair_at(const struct pair_list *p)
{
    struct tool_pair pair = {p->row, p->column};
    if (p->has_first)
        pair.a = p->first;
    else if (p->second_count != 0)
        pair.a = p->column;
    if (p->second_count != 0)
        pair.b = p->seconds[p->row];
    return pair;
}

bool pair_list_next(struct pair_list *p, struct tool_pair *pair)
{
    while (p->row < row_count(p)) {
        if (p->column == column_count(p)) {
            p->row++;
            /* Of all pairs, only those of a tool with a later one. */
            bool all = !p->has_first && p->second_count == 0;
            p->column = all && p->row < p->tool_count ? p->row : 0;
            continue;
        }
        *pair = pair_at(p);
        p->column++;
        if (pair->a != pair->b)
            return true;
    }
    return false;
}
