/*
 * Any lines as records: those that are sightings give the same verdicts when
 * they went through partial records, which are written the same again; of
 * those that are partials, refusals name a place.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/score/partial_state.h"
#include "lib/score/partial_streams.h"
#include "lib/score/score.h"

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void hear(void *self, const struct diag *d)
{
    (void)self;
    require(d->message[0] != '\0', "a diagnostic that says nothing");
}

static const struct listener listener = {hear, NULL};

static bool score(void *self, const struct sighting *s)
{
    require(scorer_add(self, s), "no memory");
    return true;
}

static bool gather(void *self, const struct sighting *s)
{
    require(partial_state_add(self, s), "no memory");
    return true;
}

static bool write_line(void *self, struct slice key, struct slice line)
{
    (void)key;
    bytes_add_slice(self, line);
    bytes_add_byte(self, '\n');
    return true;
}

static struct slice next_line(struct slice *rest)
{
    const char *end = memchr(rest->at, '\n', rest->len);
    size_t len = end == NULL ? rest->len : (size_t)(end - rest->at);
    struct slice line = slice_from(rest->at, len);
    *rest = slice_after(*rest, end == NULL ? len : len + 1);
    return line;
}

/* Takes partials; those that nobody wrote on purpose may be refused. */
static void take_partial(struct partial_streams *streams, struct slice text,
                         size_t number, bool hostile)
{
    struct record_line line = {.source = "in", .number = number, .text = text};
    struct diag d = {0};
    bool other;
    enum record_answer answer =
        partial_streams_take(streams, &line, NULL, &other, &d);
    require(answer != RECORD_STOP, "partials stop the program");
    require(hostile || (answer == RECORD_TAKEN && !other), text.at);
    require(answer == RECORD_TAKEN ||
                (d.line == number && d.column >= 1 &&
                 d.column <= text.len + 1 && d.message[0] != '\0'),
            "a refusal that names no place");
}

static void read_lines(struct slice rest, struct scorer *scorer,
                       struct partial_state *state,
                       struct partial_streams *streams)
{
    struct sighting_reader reader = {0};
    struct arena arena = {0};
    for (size_t number = 1; rest.len != 0; number++) {
        struct slice line = next_line(&rest);
        struct sighting s;
        struct diag d;
        arena_reset(&arena);
        if (!sighting_read(&reader, line, "in", number, &arena, &s, &d))
            continue;
        if (s.type == SIGHTING_OTHER) {
            take_partial(streams, line, number, true);
        } else {
            partial_state_read(state, line);
            gather(state, &s);
            score(scorer, &s);
        }
    }
    arena_free(&arena);
    sighting_reader_free(&reader);
}

static void write_state(struct partial_state *state, struct bytes *out)
{
    const struct partial_writer writer = {write_line, out};
    struct bytes id = {0};
    struct chunk chunk = partial_state_chunk(state, slice_of("one"), &id);
    require(partial_state_write(state, slice_of("p"), &chunk, 1, &writer),
            "no memory");
    bytes_free(&id);
}

static void read_state(const struct bytes *lines,
                       const struct sighting_taker *taker)
{
    struct partial_streams streams = {.listener = &listener};
    struct slice rest = bytes_slice(lines);
    size_t count;
    for (size_t number = 1; rest.len != 0; number++)
        take_partial(&streams, next_line(&rest), number, false);
    require(partial_streams_finish(&streams, NULL, taker), "no memory");
    partial_streams_chunks(&streams, &count);
    require(count == 1 && !streams.incomplete && !streams.broken,
            "a stream that was written does not count");
    partial_streams_free(&streams);
}

static void write_verdicts(struct scorer *scorer, struct bytes *out)
{
    size_t count = 0;
    struct verdict_room room = {0};
    require(scorer_settle(scorer, 1, &count), "no memory");
    for (size_t i = 0; i < count; i++) {
        struct json_writer w = {.out = out};
        struct verdict verdict;
        arena_reset(&room.arena);
        require(scorer_verdict(scorer, i, &room, &verdict), "no memory");
        verdict_write(&w, &verdict, VERDICT_WHOLE);
        bytes_add_byte(out, '\n');
    }
    verdict_room_free(&room);
    bytes_add_format(out, "%zu", scorer_unplaced(scorer));
}

static void require_same(const struct bytes *a, const struct bytes *b,
                         const char *what)
{
    if (slice_equal(bytes_slice(a), bytes_slice(b)))
        return;
    fprintf(stderr, "%.*s\n%.*s\n", (int)a->len, a->at, (int)b->len, b->at);
    require(false, what);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct policy policy;
    struct diag d;
    if (policy.name.at == NULL &&
        !policy_read(&policy, policy_default_text(), NULL, &d))
        return 0;
    struct scorer *direct = scorer_new(&policy, INFER_ALL, false);
    struct scorer *over = scorer_new(&policy, INFER_ALL, false);
    struct partial_state first = {0}, second = {0};
    struct partial_streams hostile = {.listener = &listener,
                                      .uncommitted = true};
    struct bytes lines = {0}, again = {0}, wanted = {0}, got = {0};
    require(direct != NULL && over != NULL, "no memory");

    read_lines(slice_from(size == 0 ? "" : (const char *)data, size), direct,
               &first, &hostile);
    write_state(&first, &lines);
    read_state(&lines, &(struct sighting_taker){score, over});
    write_verdicts(direct, &wanted);
    write_verdicts(over, &got);
    require_same(&wanted, &got, "partials give other verdicts");

    second.digest = first.digest;
    read_state(&lines, &(struct sighting_taker){gather, &second});
    write_state(&second, &again);
    require_same(&lines, &again, "a partial read and written differs");

    /* What came as partials is as good as any: it can be written. */
    require(partial_streams_finish(&hostile, NULL,
                                   &(struct sighting_taker){gather, &second}),
            "no memory");
    write_state(&second, &again);

    bytes_free(&lines);
    bytes_free(&again);
    bytes_free(&wanted);
    bytes_free(&got);
    partial_streams_free(&hostile);
    partial_state_free(&first);
    partial_state_free(&second);
    scorer_free(direct);
    scorer_free(over);
    return 0;
}
