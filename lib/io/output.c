#include "lib/io/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PENDING_MOST = 256 * 1024 };

/*
 * Devices, pipes and the like are written in place: renaming a file over
 * /dev/null would replace it.
 */
static bool is_written_in_place(const char *name)
{
    struct stat st;
    return stat(name, &st) == 0 && !S_ISREG(st.st_mode);
}

static bool open_temporary(struct output *o)
{
    /* Through a symbolic link the file it names is replaced, not the link. */
    char *target = realpath(o->name, NULL);
    struct bytes path = {0};
    bytes_add_string(&path, target == NULL ? o->name : target);
    free(target);
    bytes_add_string(&path, ".XXXXXX");
    bytes_add_byte(&path, '\0');
    if (path.failed) {
        bytes_free(&path);
        errno = ENOMEM;
        return false;
    }
    o->temporary = path.at;
    o->fd = mkostemp(o->temporary, O_CLOEXEC);
    if (o->fd < 0)
        return false;
    struct stat st;
    bool exists = stat(o->name, &st) == 0;
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(o->fd, exists ? st.st_mode & 0777 : 0666 & ~mask) == 0;
}

bool output_open(struct output *o, const char *name, struct diag *d)
{
    *o = (struct output){.name = name, .fd = STDOUT_FILENO};
    if (strcmp(name, "-") == 0)
        return true;
    bool opened;
    if (is_written_in_place(name)) {
        o->fd = open(name, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        opened = o->fd >= 0;
    } else {
        opened = open_temporary(o);
    }
    if (!opened) {
        diag_set(d, name, 0, 0, "%s", strerror(errno));
        output_discard(o);
    }
    return opened;
}

static void put(struct output *o, struct slice s)
{
    while (o->error == 0 && s.len != 0) {
        ssize_t len = write(o->fd, s.at, s.len);
        if (len >= 0)
            s = slice_after(s, (size_t)len);
        else if (errno != EINTR)
            o->error = errno;
    }
}

void output_flush(struct output *o)
{
    put(o, bytes_slice(&o->pending));
    bytes_clear(&o->pending);
}

void output_write(struct output *o, struct slice s)
{
    if (o->error != 0)
        return;
    if (s.len >= PENDING_MOST) { /* worth a call of its own */
        output_flush(o);
        put(o, s);
        return;
    }
    bytes_add_slice(&o->pending, s);
    if (o->pending.failed)
        o->error = ENOMEM;
    else if (o->pending.len >= PENDING_MOST || o->line_buffered)
        output_flush(o);
}

bool output_reader_gone(const struct output *o)
{
    return o->error == EPIPE;
}

/* The rename is on the disk only when the folder is. */
static int sync_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash == NULL   ? strdup(".")
                   : slash == path ? strdup("/")
                                   : strndup(path, (size_t)(slash - path));
    if (folder == NULL)
        return ENOMEM;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(folder);
    if (fd < 0)
        return 0; /* a folder we may write but not read: nothing to sync */
    int error = fsync(fd) == 0 || errno == EINVAL ? 0 : errno;
    close(fd);
    return error;
}

static void put_in_place(struct output *o)
{
    size_t len = strlen(o->temporary) - strlen(".XXXXXX");
    char *place = strndup(o->temporary, len);
    if (place == NULL)
        o->error = ENOMEM;
    else if (rename(o->temporary, place) != 0)
        o->error = errno;
    else
        o->error = sync_folder_of(place);
    free(place);
}

bool output_close(struct output *o, struct diag *d)
{
    output_flush(o);
    if (o->temporary != NULL && o->error == 0 && fsync(o->fd) != 0)
        o->error = errno;
    /* close reports what a network file system could not write. */
    if (close(o->fd) != 0 && o->error == 0 && errno != EINTR)
        o->error = errno;
    if (o->temporary != NULL && o->error == 0)
        put_in_place(o);
    else if (o->temporary != NULL)
        unlink(o->temporary);
    if (o->error != 0)
        diag_set(d, strcmp(o->name, "-") == 0 ? "standard output" : o->name, 0,
                 0, "%s", strerror(o->error));
    free(o->temporary);
    o->temporary = NULL;
    bytes_free(&o->pending);
    o->fd = -1;
    return o->error == 0;
}

void output_discard(struct output *o)
{
    if (o->temporary != NULL) {
        unlink(o->temporary);
        free(o->temporary);
        o->temporary = NULL;
    }
    if (o->fd > STDERR_FILENO)
        close(o->fd);
    o->fd = -1;
    bytes_free(&o->pending);
}
