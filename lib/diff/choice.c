#include "lib/diff/choice.h"

#include <stdlib.h>

#include "lib/base/array.h"

void chosen_free(struct chosen *chosen)
{
    free(chosen->names);
    free(chosen->listed);
    *chosen = (struct chosen){0};
}

bool chosen_list(struct chosen *chosen, struct tool_pair pair)
{
    struct tool_pair *listed = array_room(chosen->listed, chosen->listed_count,
                                          &chosen->listed_cap, sizeof *listed);
    if (listed == NULL)
        return false;
    chosen->listed = listed;
    listed[chosen->listed_count++] = pair;
    return true;
}

/* What a user called one of the names. */
static const char *name_of(const struct choice *c, size_t index)
{
    if (c->first != NULL && index == 0)
        return c->first;
    return c->second[index - (c->first != NULL)];
}

/* The name that was resolved last is not another one's tool. */
static bool check_distinct(const struct choice *c, const struct chosen *chosen,
                           struct diag *d)
{
    size_t last = chosen->name_count - 1;
    size_t with = c->distinct ? last : chosen->has_first;
    for (size_t i = 0; i < with && i < last; i++) {
        if (chosen->names[i] != chosen->names[last])
            continue;
        diag_set(d, NULL, 0, 0, "'%s' and '%s' are one tool", name_of(c, i),
                 name_of(c, last));
        return false;
    }
    return true;
}

static bool resolve(struct names *names, const char *name,
                    struct chosen *chosen, const struct listener *listener,
                    struct diag *d)
{
    *d = (struct diag){0};
    return names_resolve(names, slice_of(name),
                         &chosen->names[chosen->name_count++], listener, d);
}

static bool resolve_names(const struct choice *c, struct names *names,
                          struct chosen *chosen,
                          const struct listener *listener, struct diag *d)
{
    chosen->has_first = c->first != NULL;
    chosen->is_listed = chosen->has_first && c->second_count != 0;
    chosen->names = calloc(c->second_count + 1, sizeof *chosen->names);
    if (chosen->names == NULL) {
        diag_no_memory(d);
        return false;
    }
    if (chosen->has_first && !resolve(names, c->first, chosen, listener, d))
        return false;
    for (size_t i = 0; i < c->second_count; i++) {
        if (!resolve(names, c->second[i], chosen, listener, d))
            return false;
        if (!check_distinct(c, chosen, d))
            return false;
        if (!chosen->is_listed)
            continue;
        const struct tool_pair pair = {chosen->names[0],
                                       chosen->names[chosen->name_count - 1]};
        if (!chosen_list(chosen, pair)) {
            diag_no_memory(d);
            return false;
        }
    }
    return true;
}

bool choice_resolve(const struct choice *c, const struct lineup *lineup,
                    struct chosen *chosen, const struct listener *listener,
                    struct diag *d)
{
    struct names names = {.lineup = lineup};
    chosen->is_listed = c->pairs == CHOICE_LISTED;
    bool resolved = chosen->is_listed
                        ? choice_read_list(c, &names, chosen, listener, d)
                        : resolve_names(c, &names, chosen, listener, d);
    names_free(&names);
    return resolved;
}
