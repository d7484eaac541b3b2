#include "cmd/profiles.h"

#include <dirent.h>
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

/* *faulty tells whether it could be read, if NULL. */
static struct profile *read_file(const char *file,
                                 const struct listener *listener, bool *faulty,
                                 struct diag *d)
{
    struct bytes text = {0};
    *faulty = false;
    int fd = input_open(file, d);
    if (fd < 0)
        return NULL;
    struct profile *profile = NULL;
    switch (input_read_all(fd, file, FILE_MOST, &text, d)) {
    case INPUT_READ:
        profile =
            profile_new(bytes_slice(&text), file, name_of(file), listener, d);
        *faulty = profile == NULL;
        break;
    case INPUT_TOO_LARGE:
        *faulty = true;
        diag_set(d, file, 0, 0, "a profile of more than %d bytes", FILE_MOST);
        break;
    case INPUT_FAILED:
        break;
    }
    input_close(fd);
    bytes_free(&text);
    return profile;
}

static void add_shipped(struct bytes *list)
{
    for (size_t i = 0; profile_shipped_name(i) != NULL; i++)
        bytes_add_format(list, "%s%s", list->len == 0 ? "" : ", ",
                         profile_shipped_name(i));
}

static int is_other_profile(const struct dirent *entry)
{
    struct slice name = slice_of(entry->d_name);
    return name.at[0] != '.' && slice_ends(name, ending) &&
           profile_shipped(name_of(entry->d_name)) == NULL;
}

static void add_installed(struct bytes *list)
{
    struct dirent **entries;
    int count =
        scandir(VTOOLS_DATA "/profiles", &entries, is_other_profile, alphasort);
    for (int i = 0; i < count; i++) {
        bytes_add_string(list, list->len == 0 ? "" : ", ");
        bytes_add_slice(list, name_of(entries[i]->d_name));
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

/* That there is no such profile, and which there are. */
static void tell_names(const char *name, bool installed, struct diag *d)
{
    struct bytes list = {0};
    struct bytes file = {0};
    bytes_add_format(&file, "%s.profile%c", name, 0);
    bool beside = installed && !file.failed && access(file.at, F_OK) == 0;
    add_shipped(&list);
    if (installed)
        add_installed(&list);
    if (beside)
        diag_set(d, NULL, 0, 0,
                 "no profile is called '%.60s'; there is a file: -p %.60s",
                 name, file.at);
    else
        diag_set(d, NULL, 0, 0, "no profile is called '%.60s'; there are %.*s",
                 name, (int)list.len, list.len == 0 ? "" : list.at);
    bytes_free(&file);
    bytes_free(&list);
}

/* One that comes with the program, else one of the installed ones. */
static struct profile *
find_named(const char *name, const struct listener *listener, struct diag *d)
{
    struct bytes file = {0};
    struct profile *profile = NULL;
    bool faulty;
    bytes_add_format(&file, "%s/profiles/%s.profile%c", VTOOLS_DATA, name, 0);
    if (profile_shipped(slice_of(name)) != NULL)
        profile = profile_new_shipped(name, d);
    else if (!file.failed && access(file.at, R_OK) == 0)
        profile = read_file(file.at, listener, &faulty, d);
    else
        tell_names(name, true, d);
    bytes_free(&file);
    return profile;
}

bool profiles_add(struct profiles *p, const char *argument,
                  const struct listener *listener, struct diag *d)
{
    size_t count = p->choice.profile_count;
    struct profile **at = reallocarray(p->at, count + 1, sizeof *at);
    atomic_bool *reading =
        reallocarray(p->choice.reading, count + 1, sizeof *reading);
    p->at = at != NULL ? at : p->at;
    p->choice.profiles = p->at;
    p->choice.reading = reading != NULL ? reading : p->choice.reading;
    if (at == NULL || reading == NULL) {
        diag_no_memory(d);
        return false;
    }
    bool faulty;
    struct profile *profile =
        strchr(argument, '/') != NULL || access(argument, F_OK) == 0
            ? read_file(argument, listener, &faulty, d)
            : find_named(argument, listener, d);
    if (profile == NULL)
        return false;
    at[count] = profile;
    atomic_init(&reading[count], false);
    p->choice.profile_count++;
    return true;
}

bool profiles_add_check(struct profiles *p, const char *file, struct diag *d)
{
    const char **checks =
        realloc(p->checks, (p->check_count + 1) * sizeof *checks);
    if (checks == NULL) {
        diag_no_memory(d);
        return false;
    }
    p->checks = checks;
    p->checks[p->check_count++] = file;
    return true;
}

bool profiles_asked(const struct profiles *p)
{
    return p->check_count != 0 || p->print != NULL;
}

static void print(const char *name, struct command *c)
{
    const char *const *lines = profile_shipped(slice_of(name));
    struct diag d;
    if (lines == NULL) {
        tell_names(name, false, &d);
        command_fail(c, &d);
        return;
    }
    for (; *lines != NULL; lines++)
        output_write(&c->output, slice_of(*lines));
}

static void check(const char *file, struct command *c)
{
    struct diag d;
    bool faulty;
    struct profile *profile = read_file(file, &c->listener, &faulty, &d);
    if (profile == NULL && faulty) {
        command_note(c, &d);
        c->found = true;
    } else if (profile == NULL) {
        command_fail(c, &d);
    }
    profile_free(profile);
}

void profiles_answer(const struct profiles *p, struct command *c)
{
    if (p->print != NULL)
        print(p->print, c);
    for (size_t i = 0; i < p->check_count; i++)
        check(p->checks[i], c);
}

void profiles_tell_idle(const struct profiles *p, struct command *c)
{
    size_t pages = c->stream.taken;
    for (size_t i = 0; i < p->choice.profile_count && pages != 0; i++) {
        struct diag d;
        struct slice name = profile_name(p->at[i]);
        if (atomic_load(&p->choice.reading[i]))
            continue;
        diag_set(&d, NULL, 0, 0, "profile %.*s: none of %zu page%s read by it",
                 (int)name.len, name.at, pages, pages == 1 ? "" : "s");
        command_note(c, &d);
    }
}

void profiles_free(struct profiles *p)
{
    for (size_t i = 0; i < p->choice.profile_count; i++)
        profile_free(p->at[i]);
    free(p->at);
    free(p->choice.reading);
    free(p->checks);
}
