#include "lib/diff/near.h"

#include "lib/base/text.h"

enum { NAME_MOST = 64, NEAR_MOST = 3, BEGINNING_LEAST = 3 };

/* The slug without what separates its words; empty when it is too long. */
static struct slice squeeze(struct bytes *slug, struct slice name)
{
    size_t len = 0;
    bytes_clear(slug);
    text_add_slug(slug, name);
    for (size_t i = 0; i < slug->len; i++)
        if (slug->at[i] != '-')
            slug->at[len++] = slug->at[i];
    return slice_from(slug->at, len > NAME_MOST ? 0 : len);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many bytes must be put in, left out or replaced to make b of a. */
static size_t distance(struct slice a, struct slice b)
{
    size_t row[NAME_MOST + 1];
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t replaced = corner + (a.at[i - 1] != b.at[j - 1]);
            corner = row[j];
            row[j] = least(replaced, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[b.len];
}

/*
 * Whether the name may be meant by the one that is wanted, and how far it is.
 * One that is only begun is as far as any may be.
 */
static bool is_near(struct slice wanted, struct slice name, size_t *far)
{
    size_t most = wanted.len < 5 ? 1 : 2;
    bool begun = wanted.len >= BEGINNING_LEAST && slice_starts(name, wanted);
    if (name.len == 0 || (!begun && (name.len > wanted.len + most ||
                                     wanted.len > name.len + most)))
        return false;
    *far = distance(wanted, name);
    if (begun)
        *far = least(*far, most);
    return *far <= most;
}

/* A tool and how far its name is. */
struct near {
    size_t place, distance;
};

/* Keeps the nearest, of equal ones the first. */
static size_t keep(struct near *nearest, size_t count, struct near found)
{
    size_t at = count;
    while (at > 0 && nearest[at - 1].distance > found.distance)
        at--;
    if (at == NEAR_MOST)
        return count;
    size_t last = count == NEAR_MOST ? count - 1 : count;
    memmove(nearest + at + 1, nearest + at, (last - at) * sizeof *nearest);
    nearest[at] = found;
    return last + 1;
}

/* Tools of one name are one to choose from here. */
static bool has_name(const struct lineup *lineup, const struct near *nearest,
                     size_t count, struct slice name)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(lineup->tools[nearest[i].place]->name, name))
            return true;
    return false;
}

void near_add_names(struct bytes *list, const struct lineup *lineup,
                    struct slice name)
{
    struct bytes mine = {0}, its = {0};
    struct near nearest[NEAR_MOST];
    size_t count = 0;
    struct slice wanted = squeeze(&mine, name);
    for (size_t i = 0; i < lineup->count && wanted.len > 1; i++) {
        struct slice other_name = lineup->tools[i]->name;
        if (!slice_known(other_name) ||
            has_name(lineup, nearest, count, other_name))
            continue;
        struct near found = {.place = i};
        if (is_near(wanted, squeeze(&its, other_name), &found.distance))
            count = keep(nearest, count, found);
    }
    for (size_t i = 0; i < count; i++) {
        bytes_add_string(list, i == 0 ? "'" : ", '");
        bytes_add_slice(list, lineup->tools[nearest[i].place]->name);
        bytes_add_byte(list, '\'');
    }
    bytes_free(&mine);
    bytes_free(&its);
}
