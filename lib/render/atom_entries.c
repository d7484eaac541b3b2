#include "lib/render/atom.h"

#include <stdlib.h>

#include "lib/base/instant.h"

/*
 * What stands between `begin` and `end` in *rest, which moves behind it;
 * unknown when there is none.
 */
static struct slice take_between(struct slice *rest, const char *begin,
                                 const char *end)
{
    size_t begin_len = strlen(begin), end_len = strlen(end);
    const char *from =
        rest->len == 0 ? NULL : memmem(rest->at, rest->len, begin, begin_len);
    if (from == NULL)
        return slice_from(NULL, 0);
    from += begin_len;
    size_t left = rest->len - (size_t)(from - rest->at);
    const char *to = left == 0 ? NULL : memmem(from, left, end, end_len);
    if (to == NULL)
        return slice_from(NULL, 0);
    *rest = slice_from(to + end_len, left - (size_t)(to - from) - end_len);
    return slice_from(from, (size_t)(to - from));
}

/* Times are compared and written again: they have the form of ours. */
static bool is_time(struct slice s)
{
    struct bytes instant = {0};
    bool same =
        instant_add(&instant, s) && slice_equal(bytes_slice(&instant), s);
    bytes_free(&instant);
    return same;
}

static bool add(struct atom_entries *entries, const struct atom_entry *entry)
{
    bool added;
    if (entries->count == entries->cap) {
        size_t wanted = entries->cap == 0 ? 64 : 2 * entries->cap;
        void *grown = reallocarray(entries->at, wanted, sizeof *entries->at);
        if (grown == NULL)
            return false;
        entries->at = grown;
        entries->cap = wanted;
    }
    if (table_add(&entries->ids, entry->id, entries->count, &added) == NULL)
        return false;
    if (added)
        entries->at[entries->count++] = *entry;
    return true;
}

bool atom_entries_read(struct atom_entries *entries, struct slice feed)
{
    struct slice entry;
    while (slice_known(entry = take_between(&feed, "<entry>", "</entry>"))) {
        struct atom_entry e;
        e.id = take_between(&entry, "<id>", "</id>");
        e.updated = take_between(&entry, "<updated>", "</updated>");
        e.term = take_between(&entry, "<category term=\"", "\"");
        if (slice_known(e.id) && is_time(e.updated) && !add(entries, &e))
            return false;
    }
    return true;
}

void atom_entries_free(struct atom_entries *entries)
{
    table_free(&entries->ids);
    free(entries->at);
}

const struct atom_entry *atom_entries_find(const struct atom_entries *entries,
                                           struct slice id)
{
    const size_t *found = table_find(&entries->ids, id);
    return found == NULL ? NULL : &entries->at[*found];
}
