#include "cmd/texts_again.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/base/array.h"
#include "lib/io/input.h"

enum { PIECE = 2048 }; /* most lines are no longer */

bool texts_again_start(struct texts_again *t, size_t readers, size_t line_most)
{
    t->line_most = line_most;
    t->readers = calloc(readers, sizeof *t->readers);
    t->reader_count = t->readers == NULL ? 0 : readers;
    for (size_t i = 0; i < t->reader_count; i++)
        t->readers[i].reader.padded = true;
    return t->readers != NULL;
}

static void reader_free(struct text_reader *r)
{
    if (r->open != 0)
        input_close(r->fd);
    bytes_free(&r->line);
    sighting_reader_free(&r->reader);
    arena_free(&r->arena);
}

void texts_again_free(struct texts_again *t)
{
    for (size_t i = 0; i < t->reader_count; i++)
        reader_free(&t->readers[i]);
    free(t->readers);
    free(t->inputs);
    *t = (struct texts_again){0};
}

/* Notes the input that a line is the first of; NULL: no memory. */
static struct text_input *add_input(struct texts_again *t, const char *source)
{
    uint64_t begin = t->count == 0 ? 0 : t->inputs[t->count - 1].end;
    size_t size;
    struct text_input *inputs =
        array_room(t->inputs, t->count, &t->cap, sizeof *inputs);
    if (inputs == NULL)
        return NULL;
    t->inputs = inputs;
    struct text_input *input = &t->inputs[t->count++];
    *input = (struct text_input){.source = source, .begin = begin};
    input->regular = input_is_file(source, &size);
    input->end = begin + size;
    return input;
}

uint64_t texts_again_place(struct texts_again *t,
                           const struct record_line *line)
{
    struct text_input *input = t->count == 0 ? NULL : &t->inputs[t->count - 1];
    if (input == NULL || input->source != line->source ||
        line->offset < t->last_offset)
        input = add_input(t, line->source);
    t->last_offset = line->offset;
    uint64_t place = input == NULL ? 0 : input->begin + line->offset;
    return input == NULL || !input->regular || place >= input->end ? NO_PLACE
                                                                   : place;
}

/* The input that a place is in. */
static size_t find_input(const struct texts_again *t, uint64_t place)
{
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->inputs[middle].end <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* False, noting the error unless it is that the input is another one now. */
static bool give_up(struct text_reader *r, const char *source, int error)
{
    bool changed = error == ENOENT || error == ENOTDIR || error == ENXIO ||
                   error == ESPIPE || error == EISDIR;
    if (!changed) {
        r->failed = source;
        r->error = error;
    }
    return false;
}

static bool open_input(const struct texts_again *t, struct text_reader *r,
                       size_t index)
{
    if (r->open == index + 1)
        return true;
    if (r->open != 0)
        input_close(r->fd);
    r->open = 0;
    /* What became a FIFO meanwhile is not waited for: it cannot be sought. */
    r->fd = open(t->inputs[index].source,
                 O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (r->fd < 0)
        return give_up(r, t->inputs[index].source, errno);
    r->open = index + 1;
    return true;
}

/* Reads the line at an offset, without its LF. */
static bool read_line(const struct texts_again *t, struct text_reader *r,
                      uint64_t offset)
{
    const char *source = t->inputs[r->open - 1].source, *lf = NULL;
    bytes_clear(&r->line);
    while (lf == NULL) {
        if (r->line.len > t->line_most)
            return false;
        if (!bytes_reserve(&r->line, PIECE + WIDE_BEHIND))
            return give_up(r, source, ENOMEM);
        char *to = r->line.at + r->line.len;
        ssize_t got = pread(r->fd, to, PIECE, (off_t)(offset + r->line.len));
        if (got < 0)
            return give_up(r, source, errno);
        if (got == 0)
            return r->line.len != 0;
        lf = memchr(to, '\n', (size_t)got);
        r->line.len += lf == NULL ? (size_t)got : (size_t)(lf - to);
    }
    return true;
}

bool texts_again_read(void *self, size_t reader, uint64_t place,
                      struct bytes *text)
{
    const struct texts_again *t = self;
    struct text_reader *r = &t->readers[reader];
    struct sighting sighting;
    struct diag d;
    size_t index = find_input(t, place);
    if (index == t->count || !open_input(t, r, index) ||
        !read_line(t, r, place - t->inputs[index].begin))
        return false;
    struct slice line = bytes_slice(&r->line);
    if (line.len != 0 && line.at[line.len - 1] == '\r')
        line.len--;
    arena_reset(&r->arena);
    diag_clear(&d);
    if (!sighting_read(&r->reader, line, t->inputs[index].source, 0, &r->arena,
                       &sighting, &d) ||
        sighting.type != SIGHTING_REVIEW)
        return d.no_memory && give_up(r, t->inputs[index].source, ENOMEM);
    bytes_add_slice(text, sighting.review.text);
    return true;
}

void texts_again_complain(const struct texts_again *t, struct diag *d)
{
    for (size_t i = 0; i < t->reader_count; i++) {
        const struct text_reader *r = &t->readers[i];
        if (r->error == ENOMEM)
            diag_no_memory(d);
        else if (r->error != 0)
            diag_set(d, r->failed, 0, 0, "%s", strerror(r->error));
        if (r->error != 0)
            return;
    }
    diag_set(d, NULL, 0, 0, "an input changed while it was read");
}
