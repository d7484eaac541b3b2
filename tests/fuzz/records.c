/*
 * Any lines as sightings: what vscore makes of them is JSON, is read back as
 * verdicts, and written again says the same.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/score/score.h"

static struct bytes first, second, third, explanation;

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n%.*s\n%.*s\n", what, (int)first.len, first.at,
            (int)second.len, second.at);
    abort();
}

static void add_lines(struct scorer *scorer, struct slice rest)
{
    static struct sighting_reader reader;
    struct arena arena = {0};
    for (size_t number = 1; rest.len != 0; number++) {
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t len = end == NULL ? rest.len : (size_t)(end - rest.at);
        struct slice line = slice_from(rest.at, len);
        struct sighting s;
        struct diag d = {0};
        arena_reset(&arena);
        if (!sighting_read(&reader, line, "in", number, &arena, &s, &d))
            require(d.line == number && d.column >= 1 && d.column <= len + 1 &&
                        d.message[0] != '\0',
                    "a refusal that names no place");
        else if (s.type != SIGHTING_OTHER)
            require(scorer_add(scorer, &s), "no memory");
        rest = slice_after(rest, end == NULL ? len : len + 1);
    }
    arena_free(&arena);
}

static void check_sums(const struct verdict *v)
{
    require(v->ship >= -1 && v->skip >= -1 && v->mixed >= -1,
            "counts below unknown");
    require(v->interval_low == DECIMAL_UNKNOWN ||
                (v->interval_low >= 0 && v->interval_high <= 10000 &&
                 v->interval_low <= v->interval_high),
            "an interval out of order");
    require(v->ship_pct == DECIMAL_UNKNOWN ||
                (v->ship_pct >= 0 && v->ship_pct <= 10000),
            "a share out of range");
}

/* Reads the line in `from` and writes it to `to`; gives it as a value. */
static json_t *write_again(const struct bytes *from, struct bytes *to,
                           enum verdict_parts parts)
{
    struct arena arena = {0};
    struct verdict read;
    struct diag d = {0};
    struct json_writer w = {.out = to};
    struct slice line = bytes_slice(from);
    bool failed = false;
    json_t *value = tree_read_line(line, "out", 1, &d);
    struct object o = {.value =
                           json_line_read(line, "out", 1, &arena, &failed, &d)};
    require(value != NULL && o.value != NULL, d.message);
    require(verdict_read(&o, &arena, &read), "no memory");
    require(object_check(&o, line, "out", 1, &d), d.message);
    bytes_clear(to);
    verdict_write(&w, &read, parts);
    arena_free(&arena);
    return value;
}

/* Members of a user's own may be spelled otherwise, but only once. */
static void check_verdict(const struct verdict *v, enum verdict_parts parts)
{
    struct json_writer w = {.out = &first};
    bytes_clear(&first);
    verdict_write(&w, v, parts);
    json_t *once = write_again(&first, &second, parts);
    json_t *twice = write_again(&second, &third, parts);
    require(json_equal(once, twice), "a verdict read and written differs");
    require(slice_equal(bytes_slice(&second), bytes_slice(&third)),
            "a verdict is written otherwise after it was read");
    json_decref(once);
    json_decref(twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct policy policy;
    struct diag d;
    if (policy.name.at == NULL &&
        !policy_read(&policy, policy_default_text(), NULL, &d))
        return 0;
    struct scorer *scorer = scorer_new(&policy, INFER_ALL, false);
    if (scorer == NULL)
        return 0;
    size_t count = 0;
    add_lines(scorer, slice_from(size == 0 ? "" : (const char *)data, size));
    struct verdict_room room = {0};
    struct slice before = {NULL, 0};
    require(scorer_settle(scorer, 1, &count), "no memory");
    for (size_t i = 0; i < count; i++) {
        struct verdict verdict;
        arena_reset(&room.arena);
        require(scorer_verdict(scorer, i, &room, &verdict), "no memory");
        check_sums(&verdict);
        require(slice_compare(before, verdict.tool) < 0,
                "verdicts out of order");
        before = verdict.tool;
        check_verdict(&verdict, VERDICT_WHOLE);
        check_verdict(&verdict, VERDICT_BRIEF);
        bytes_clear(&explanation);
        score_explain(&explanation, &verdict, &policy);
    }
    verdict_room_free(&room);
    scorer_free(scorer);
    return 0;
}
