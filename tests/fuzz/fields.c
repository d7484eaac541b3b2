/*
 * Lines, one after the other, through a stream of fields, and what it takes
 * against jansson.  All are read twice, so that each has its shape the second
 * time, with two of the sets of registers: both times must give the same.
 * What an input holds is read some twenty times: a minute's run is of more
 * than ten million lines.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/hash.h"
#include "tests/unit/stream_agreement.h"

enum { LINES_MOST = 64 };

static struct field_stream stream;

static void require(const char *wrong)
{
    if (wrong == NULL)
        return;
    fprintf(stderr, "%s\n", wrong);
    abort();
}

/* What was made of a line when it was read first. */
struct reading {
    bool taken;
    struct field fields[AGREEMENT_NAMES];
    uint64_t others;
};

static bool same_field(const struct field *a, const struct field *b)
{
    return a->kind == b->kind &&
           (a->kind == FIELD_ABSENT ||
            (a->escaped == b->escaped && a->at == b->at &&
             a->raw.at == b->raw.at && a->raw.len == b->raw.len));
}

static void read_first(struct reading *reading, struct slice line)
{
    require(differing_stream(&stream, line, &reading->taken));
    memcpy(reading->fields, stream.fields,
           nested_names.count * sizeof *reading->fields);
    reading->others = hash_bytes(bytes_slice(&stream.others));
}

static void read_again(const struct reading *reading, struct slice line)
{
    if (field_stream_walk(&stream, line) != reading->taken)
        require("a line is taken once only");
    if (!reading->taken)
        return;
    for (size_t i = 0; i < nested_names.count; i++)
        if (!same_field(&stream.fields[i], &reading->fields[i]))
            require("a field differs the second time");
    if (hash_bytes(bytes_slice(&stream.others)) != reading->others)
        require("others differ the second time");
}

/* The first of the lines, which moves on to the next. */
static struct slice next_line(struct slice *rest)
{
    const char *lf = rest->len == 0 ? NULL : memchr(rest->at, '\n', rest->len);
    size_t len = lf == NULL ? rest->len : (size_t)(lf - rest->at);
    struct slice line = slice_from(rest->at, len);
    *rest = slice_after(*rest, lf == NULL ? len : len + 1);
    return line;
}

/*
 * A line with one byte changed, several times over: most are no line of the
 * shape that was learnt, a few are.  Its memory ends where it may.
 */
static void read_varied(struct slice line, uint64_t chance)
{
    enum { VARIANTS = 6 };
    static const char bytes[] =
        "\"\"\\\\{}[]:,019-.eEnu \n\x1f\x7f\x80\xa9\xc3";
    char *copy = line.len == 0 ? NULL : malloc(line.len + WIDE_BEHIND);
    if (copy == NULL)
        return;
    memcpy(copy, line.at, line.len + WIDE_BEHIND);
    for (size_t i = 0; i < VARIANTS; i++) {
        bool taken;
        size_t at = (size_t)(chance >> 8) % line.len;
        copy[at] = bytes[(size_t)chance % sizeof bytes]; /* NUL too */
        require(differing_stream(&stream, slice_from(copy, line.len), &taken));
        require(differing_in_room(&stream, slice_from(copy, line.len), taken));
        require(differing_first(&stream, slice_from(copy, line.len), taken));
        copy[at] = line.at[at];
        chance = chance * UINT64_C(6364136223846793005) + 1442695040888963407;
        chance ^= chance >> 33;
    }
    free(copy);
}

/*
 * Behind the input stands some of it again, so that a line that is read too
 * far may seem to go on.
 */
static void fill_behind(char *at, size_t size, uint64_t chance)
{
    for (size_t i = 0; i < WIDE_BEHIND; i++)
        at[size + i] = size == 0 ? '"' : at[(i + (size_t)chance) % size];
}

/* One of the sets of registers that there are. */
static const struct wide *choose(uint64_t number)
{
    size_t count = 0;
    while (wide_at(count) != NULL)
        count++;
    return wide_at(number % count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct reading readings[LINES_MOST];
    char *input = malloc(size + WIDE_BEHIND);
    if (input == NULL)
        return 0;
    if (size != 0)
        memcpy(input, data, size);
    struct slice all = slice_from(input, size);
    uint64_t chance = hash_bytes(all);
    struct slice first = all, again = all;
    if (stream.reader.count == 0)
        field_stream_init(&stream, &nested_names, true);
    field_stream_forget(&stream);
    stream.reader.wide = choose(chance);
    fill_behind(input, size, chance % 61);
    for (size_t i = 0; i < LINES_MOST && (i == 0 || first.len != 0); i++)
        read_first(&readings[i], next_line(&first));
    stream.reader.wide = choose(chance / 3);
    fill_behind(input, size, chance % 67);
    for (size_t i = 0; i < LINES_MOST && (i == 0 || again.len != 0); i++) {
        struct slice line = next_line(&again);
        read_again(&readings[i], line);
        read_varied(line, chance + i);
    }
    free(input);
    return 0;
}
