/* The profiles of the folder profiles/, compiled in. */
#include "lib/parse/profile.h"

struct shipped {
    const char *name;
    const char *const *lines;
};

/* Made of the files: a list shipped_profiles[] ended by a NULL name. */
#include PROFILE_TEXTS

const char *profile_shipped_name(size_t number)
{
    return shipped_profiles[number].name;
}

const char *const *profile_shipped(struct slice name)
{
    for (size_t i = 0; shipped_profiles[i].name != NULL; i++)
        if (slice_is(name, shipped_profiles[i].name))
            return shipped_profiles[i].lines;
    return NULL;
}

static void hear_nothing(void *self, const struct diag *d)
{
    (void)self;
    (void)d;
}

struct profile *profile_new_shipped(const char *name, struct diag *d)
{
    const struct listener nobody = {hear_nothing, NULL};
    const char *const *lines = profile_shipped(slice_of(name));
    struct bytes text = {0};
    for (size_t i = 0; lines != NULL && lines[i] != NULL; i++)
        bytes_add_string(&text, lines[i]);
    struct profile *p = NULL;
    if (lines == NULL)
        diag_set(d, NULL, 0, 0, "no profile is called '%.60s'", name);
    else if (text.failed)
        diag_no_memory(d);
    else
        p = profile_new(bytes_slice(&text), name, slice_of(name), &nobody, d);
    bytes_free(&text);
    return p;
}
