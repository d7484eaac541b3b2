/*
 * Texts of reviews that were not kept, read again from the inputs they came
 * from: regular files, which can be read twice.
 */
#ifndef VTOOLS_CMD_TEXTS_AGAIN_H
#define VTOOLS_CMD_TEXTS_AGAIN_H

#include "lib/record/stream.h"
#include "lib/score/score.h"

/* An input, and the places of its bytes, counted through all inputs. */
struct text_input {
    const char *source; /* the caller's */
    bool regular;
    uint64_t begin, end;
};

/* What one thread reads with. */
struct text_reader {
    size_t open; /* which input is; one past its index, 0: none */
    int fd;
    const char *failed; /* the input that could not be read, and why */
    int error;
    struct bytes line;
    struct sighting_reader reader;
    struct arena arena;
};

/* Starts zeroed. */
struct texts_again {
    struct text_input *inputs;
    size_t count, cap;
    size_t last_offset;
    size_t line_most; /* no line was longer */
    struct text_reader *readers;
    size_t reader_count;
};

/*
 * Makes so many readers, of lines that are no longer than that.  False when
 * there is no memory.
 */
bool texts_again_start(struct texts_again *t, size_t readers, size_t line_most);
void texts_again_free(struct texts_again *t);

/* Where a line can be read again, as the scorer wants it; lines in order. */
uint64_t texts_again_place(struct texts_again *t,
                           const struct record_line *line);

/* A struct text_again's `read`, with a struct texts_again for `self`. */
bool texts_again_read(void *self, size_t reader, uint64_t place,
                      struct bytes *text);

/*
 * Why one could not be read again: *d is filled with the system's reason, or
 * says that an input changed.
 */
void texts_again_complain(const struct texts_again *t, struct diag *d);

#endif
