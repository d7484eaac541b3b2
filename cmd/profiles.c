#include "cmd/profiles.h"

#include <stdlib.h>
#include <unistd.h>

#include "lib/io/input.h"

enum { FILE_MOST = 1024 * 1024 };

static const struct slice ending = SLICE(".profile");

/* Its file's name without folder and ending. */
static struct slice name_of(const char *file)
{
    const char *slash = strrchr(file, '/');
    struct slice name = slice_of(slash == NULL ? file : slash + 1);
    if (slice_ends(name, ending) && name.len > ending.len)
        name.len -= ending.len;
    return name;
}

static struct profile *
read_file(const char *file, const struct listener *listener, struct diag *d)
{
    struct bytes text = {0};
    int fd = input_open(file, d);
    if (fd < 0)
        return NULL;
    struct profile *profile = NULL;
    switch (input_read_all(fd, file, FILE_MOST, &text, d)) {
    case INPUT_READ:
        profile =
            profile_new(bytes_slice(&text), file, name_of(file), listener, d);
        break;
    case INPUT_TOO_LARGE:
        diag_set(d, file, 0, 0, "a profile of more than %d bytes", FILE_MOST);
        break;
    case INPUT_FAILED:
        break;
    }
    input_close(fd);
    bytes_free(&text);
    return profile;
}

/* One of the installed ones, else one that comes with the program. */
static struct profile *
find_named(const char *name, const struct listener *listener, struct diag *d)
{
    struct bytes file = {0};
    bytes_add_format(&file, "%s/profiles/%s.profile%c", VTOOLS_DATA, name, 0);
    bool installed = !file.failed && profile_shipped(slice_of(name)) == NULL &&
                     access(file.at, R_OK) == 0;
    struct profile *profile = installed ? read_file(file.at, listener, d)
                                        : profile_new_shipped(name, d);
    bytes_free(&file);
    return profile;
}

bool profiles_add(struct profiles *p, const char *argument,
                  const struct listener *listener, struct diag *d)
{
    struct profile **at = realloc(p->at, (p->choice.profile_count + 1) *
                                             sizeof(struct profile *));
    if (at == NULL) {
        diag_no_memory(d);
        return false;
    }
    p->at = at;
    p->choice.profiles = at;
    struct profile *profile =
        strchr(argument, '/') != NULL || access(argument, F_OK) == 0
            ? read_file(argument, listener, d)
            : find_named(argument, listener, d);
    if (profile == NULL)
        return false;
    at[p->choice.profile_count++] = profile;
    return true;
}

bool profiles_asked(const struct profiles *p)
{
    return p->check != NULL || p->print != NULL;
}

static void print(const char *name, struct command *c)
{
    const char *const *lines = profile_shipped(slice_of(name));
    struct diag d;
    if (lines == NULL) {
        diag_set(&d, NULL, 0, 0, "no profile is called '%.60s'", name);
        command_fail(c, &d);
        return;
    }
    for (; *lines != NULL; lines++)
        output_write(&c->output, slice_of(*lines));
}

void profiles_answer(const struct profiles *p, struct command *c)
{
    struct diag d;
    if (p->print != NULL)
        print(p->print, c);
    if (p->check == NULL)
        return;
    struct profile *profile = read_file(p->check, &c->listener, &d);
    if (profile == NULL) {
        command_note(c, &d);
        c->found = true;
    }
    profile_free(profile);
}

void profiles_free(struct profiles *p)
{
    for (size_t i = 0; i < p->choice.profile_count; i++)
        profile_free(p->at[i]);
    free(p->at);
}
