#include "lib/io/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lib/base/array.h"

enum { DEPTH_MOST = 128 };

/* A folder on the way to where the walk is. */
struct level {
    const struct level *up;
    size_t depth;
    dev_t device;
    ino_t inode;
};

/* A name in a folder, and what the folder says it is: DT_REG and so on. */
struct name {
    char *text;
    unsigned char type;
};

struct names {
    struct name *at;
    size_t count, cap;
};

static bool walk(struct folder_walker *w, const char *path,
                 const struct level *up);

bool folder_is(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void refuse(struct folder_walker *w, const char *path, const char *why)
{
    struct diag d;
    diag_set(&d, path, 0, 0, "%s", why);
    w->refuse(w->self, &d);
}

static void names_free(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->at[i].text);
    free(names->at);
}

static bool names_add(struct names *names, const struct dirent *entry)
{
    struct name *at =
        array_room(names->at, names->count, &names->cap, sizeof *at);
    if (at == NULL)
        return false;
    names->at = at;
    char *copy = strdup(entry->d_name);
    if (copy != NULL)
        at[names->count++] = (struct name){copy, entry->d_type};
    return copy != NULL;
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct name *)a)->text,
                  ((const struct name *)b)->text);
}

/* The names in a folder, sorted; an errno when not all could be read. */
static int list(struct folder_walker *w, const char *path, struct names *names)
{
    DIR *folder = opendir(path);
    if (folder == NULL)
        return errno;
    struct dirent *entry;
    int error = 0;
    while (error == 0 && (errno = 0, entry = readdir(folder)) != NULL) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        if (name[0] == '.')
            w->hidden++;
        else if (!names_add(names, entry))
            error = ENOMEM;
    }
    if (error == 0)
        error = errno;
    closedir(folder);
    if (names->count != 0)
        qsort(names->at, names->count, sizeof *names->at, compare);
    return error;
}

static bool take(struct folder_walker *w, const char *path)
{
    w->files++;
    return w->take(w->self, path);
}

/*
 * A file, a folder or something else; true to go on.  Not every file system
 * says which in its folders, and of a link it counts what that leads to.
 */
static bool visit(struct folder_walker *w, const char *path, unsigned char type,
                  const struct level *level)
{
    struct stat st;
    if (type == DT_REG)
        return take(w, path);
    if (stat(path, &st) != 0) {
        refuse(w, path, strerror(errno));
        return true;
    }
    if (S_ISDIR(st.st_mode))
        return walk(w, path, level);
    if (S_ISREG(st.st_mode))
        return take(w, path);
    refuse(w, path, "neither a file nor a folder");
    return true;
}

static bool leads_back(const struct level *up, const struct stat *st)
{
    for (; up != NULL; up = up->up)
        if (up->device == st->st_dev && up->inode == st->st_ino)
            return true;
    return false;
}

/* Whether it was walked by another name; its pages would come twice. */
static bool is_repeated(struct folder_walker *w, const char *path,
                        const struct stat *st)
{
    uint64_t id[2] = {st->st_dev, st->st_ino};
    struct slice key = slice_from((const char *)id, sizeof id);
    struct diag d;
    bool added = false, failed = false;
    if (table_find(&w->walked, key) == NULL) {
        key = arena_copy(&w->ids, key, &failed);
        if (failed || table_add(&w->walked, key, 0, &added) == NULL)
            refuse(w, path, strerror(ENOMEM));
        return failed || !added;
    }
    diag_set(&d, path, 0, 0, "passed over: a folder that was read already");
    w->pass(w->self, &d);
    w->repeated++;
    return true;
}

static bool visit_all(struct folder_walker *w, const char *path,
                      const struct level *level, const struct names *names)
{
    struct bytes inner = {0};
    bool go_on = true;
    size_t len = strlen(path);
    bytes_add(&inner, path, len);
    if (len == 0 || path[len - 1] != '/')
        bytes_add_byte(&inner, '/');
    len = inner.len;
    for (size_t i = 0; go_on && i < names->count; i++) {
        inner.len = len;
        const struct name *name = &names->at[i];
        bytes_add(&inner, name->text, strlen(name->text) + 1);
        if (inner.failed)
            refuse(w, path, strerror(ENOMEM));
        go_on = !inner.failed && visit(w, inner.at, name->type, level);
    }
    bytes_free(&inner);
    return go_on;
}

static bool walk(struct folder_walker *w, const char *path,
                 const struct level *up)
{
    struct stat st;
    struct names names = {0};
    if (stat(path, &st) != 0) {
        refuse(w, path, strerror(errno));
        return true;
    }
    if (leads_back(up, &st)) {
        refuse(w, path, "leads back to a folder on the way here");
        return true;
    }
    if (is_repeated(w, path, &st))
        return true;
    struct level level = {up, up == NULL ? 1 : up->depth + 1, st.st_dev,
                          st.st_ino};
    if (level.depth > DEPTH_MOST) {
        refuse(w, path, "too many folders inside one another");
        return true;
    }
    int error = list(w, path, &names);
    if (error != 0)
        refuse(w, path, strerror(error));
    bool go_on = visit_all(w, path, &level, &names);
    names_free(&names);
    return go_on;
}

bool folder_walk(struct folder_walker *w, const char *path)
{
    bool go_on = walk(w, path, NULL);
    table_free(&w->walked);
    arena_free(&w->ids);
    return go_on;
}
