#include "lib/io/input.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024 };

/*
 * A larger pipe than usual keeps both of its ends from waiting for each other
 * so often.  What is none is not changed.
 */
static void widen_pipe(int fd)
{
#ifdef F_SETPIPE_SZ
    enum { PIPE_SIZE = 1024 * 1024 }; /* as much as anybody may have */
    int error = errno;
    fcntl(fd, F_SETPIPE_SZ, PIPE_SIZE);
    errno = error;
#else
    (void)fd;
#endif
}

int input_open(const char *name, struct diag *d)
{
    if (strcmp(name, "-") == 0) {
        widen_pipe(STDIN_FILENO);
        return STDIN_FILENO;
    }
    int fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        diag_set(d, name, 0, 0, "%s", strerror(errno));
    return fd;
}

bool input_is_file(const char *name, size_t *size)
{
    struct stat st;
    bool is =
        strcmp(name, "-") != 0 && stat(name, &st) == 0 && S_ISREG(st.st_mode);
    *size = is ? (size_t)st.st_size : 0;
    return is;
}

void input_close(int fd)
{
    if (fd != STDIN_FILENO)
        close(fd);
}

long input_read_some(int fd, void *at, size_t len)
{
    ssize_t got;
    do
        got = read(fd, at, len);
    while (got < 0 && errno == EINTR);
    return got;
}

enum input_result input_read_all(int fd, const char *name, size_t most,
                                 struct bytes *out, struct diag *d)
{
    bytes_clear(out);
    for (;;) {
        if (!bytes_reserve(out, BLOCK)) {
            diag_no_memory(d);
            return INPUT_FAILED;
        }
        long got = input_read_some(fd, out->at + out->len, BLOCK);
        if (got < 0) {
            diag_set(d, name, 0, 0, "%s", strerror(errno));
            return INPUT_FAILED;
        }
        if (got == 0)
            return INPUT_READ;
        out->len += (size_t)got;
        if (out->len > most)
            return INPUT_TOO_LARGE;
    }
}
