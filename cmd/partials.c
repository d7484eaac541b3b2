#include "cmd/partials.h"

#include "lib/base/utf8.h"
#include "lib/io/input.h"
#include "lib/record/keyed.h"

enum { EXPECT_MOST = 256 * 1024 * 1024, MISSING_TOLD = 10 };

static bool take_chunk(struct partials *p, const char *id, struct diag *d)
{
    struct slice s = slice_of(id);
    p->chunk_name = id;
    if (s.len != 0 && utf8_valid(s) == s.len)
        return true;
    diag_set(d, NULL, 0, 0, "--chunk: a name in UTF-8 is needed");
    return false;
}

bool partials_take(struct partials *p, int option, const char *argument,
                   struct diag *d)
{
    switch (option) {
    case OPTION_PARTIAL:
        p->writes = true;
        return true;
    case OPTION_CHUNK:
        return take_chunk(p, argument, d);
    case OPTION_EXPECT:
        p->expect_name = argument;
        return true;
    case OPTION_UNCOMMITTED:
        p->streams.uncommitted = true;
        return true;
    case OPTION_SORTED:
        p->sorted = p->streams.sorted = true;
        return true;
    default:
        p->key_tab = true;
        return true;
    }
}

bool partials_asked(const struct partials *p)
{
    return p->writes || p->sorted || p->streams.uncommitted ||
           p->chunk_name != NULL || p->expect_name != NULL;
}

/* What does not go together; NULL when all does. */
static const char *contradiction(const struct partials *p,
                                 const struct report *r, bool explain)
{
    bool whole = r->kind != REPORT_VERDICTS || r->rank != RANK_NONE ||
                 r->top != 0 || r->selection->only != NULL;
    bool some = r->least > 0 || r->selection->condition_count != 0;
    if (p->writes && (whole || some || explain))
        return "--partial writes no verdicts, so it cannot choose, rank, "
               "group or explain them";
    if (p->sorted && whole)
        return "--sorted holds one tool, so it cannot choose, rank or group "
               "them";
    if (p->writes && p->sorted)
        return "--partial needs all records, and --sorted holds one tool";
    if (p->writes && p->streams.uncommitted)
        return "--partial cannot name the chunks of what is --uncommitted";
    if (p->chunk_name != NULL && !p->writes)
        return "--chunk names what --partial writes";
    return NULL;
}

static bool read_expected(struct partials *p, struct diag *d)
{
    int fd = input_open(p->expect_name, d);
    if (fd < 0)
        return false;
    enum input_result result =
        input_read_all(fd, p->expect_name, EXPECT_MOST, &p->expect_text, d);
    input_close(fd);
    if (result == INPUT_TOO_LARGE)
        diag_set(d, p->expect_name, 0, 0, "too large for a list of chunks");
    return result == INPUT_READ;
}

bool partials_start(struct partials *p, struct command *c,
                    const struct report *r, bool explain)
{
    struct diag d;
    const char *wrong = contradiction(p, r, explain);
    p->command = c;
    p->streams.listener = &c->listener;
    if (wrong != NULL)
        diag_set(&d, NULL, 0, 0, "%s", wrong);
    else if (p->expect_name == NULL)
        return true;
    else if (command_input_is_free(c, "--expect", p->expect_name, &d) &&
             read_expected(p, &d))
        return true;
    command_fail(c, &d);
    return false;
}

void partials_free(struct partials *p)
{
    partial_streams_free(&p->streams);
    partial_state_free(&p->state);
    bytes_free(&p->expect_text);
    bytes_free(&p->id);
    bytes_free(&p->key);
}

bool partials_add(struct partials *p, const struct record_line *line,
                  const struct sighting *s)
{
    partial_state_read(&p->state, line->text);
    return partial_state_add(&p->state, s);
}

/* -- chunks that are expected ------------------------------------------- */

static bool is_counted(const struct chunk *chunks, size_t count,
                       struct slice id)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(chunks[middle].id, id);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* A line of the list, which moves behind it. */
static struct slice next_id(struct slice *rest)
{
    const char *end = memchr(rest->at, '\n', rest->len);
    size_t len = end == NULL ? rest->len : (size_t)(end - rest->at);
    struct slice id = slice_from(rest->at, len);
    *rest = slice_after(*rest, end == NULL ? len : len + 1);
    if (id.len != 0 && id.at[id.len - 1] == '\r')
        id.len--;
    return id;
}

/* Names the chunks that did not come, or the first of them. */
static bool all_came(struct partials *p)
{
    struct slice rest = bytes_slice(&p->expect_text);
    size_t count, missing = 0;
    struct diag d;
    const struct chunk *chunks = partial_streams_chunks(&p->streams, &count);
    for (size_t line = 1; rest.len != 0; line++) {
        struct slice id = next_id(&rest);
        if (id.len == 0 || is_counted(chunks, count, id) ||
            ++missing > MISSING_TOLD)
            continue;
        diag_set(&d, p->expect_name, line, 0, "chunk \"%.*s\" is missing",
                 (int)(id.len < 100 ? id.len : 100), id.at);
        command_fail(p->command, &d);
    }
    if (missing > MISSING_TOLD) {
        diag_set(&d, p->expect_name, 0, 0, "%zu more chunks are missing",
                 missing - MISSING_TOLD);
        command_fail(p->command, &d);
    }
    return missing == 0;
}

/* -- after the last record ---------------------------------------------- */

static bool gather(void *self, const struct sighting *s)
{
    struct partials *p = self;
    return partial_state_add(&p->state, s);
}

static struct chunk own_chunk(struct partials *p)
{
    return partial_state_chunk(&p->state,
                               p->chunk_name == NULL ? slice_from(NULL, 0)
                                                     : slice_of(p->chunk_name),
                               &p->id);
}

bool partials_finish(struct partials *p, const struct sighting_taker *taker)
{
    const struct sighting_taker gathering = {gather, p};
    struct command *c = p->command;
    struct diag d;
    /* Merging alone adds no chunk, but even one that is empty is one. */
    bool has_own = p->writes && (p->state.read != 0 || p->streams.count == 0);
    struct chunk own = own_chunk(p);
    bool ok = partial_streams_finish(&p->streams, has_own ? &own : NULL,
                                     p->writes ? &gathering : taker);
    if (!ok || p->id.failed) {
        diag_no_memory(&d);
        command_fail(c, &d);
        return false;
    }
    c->found = c->found || p->streams.incomplete;
    c->broken = c->broken || p->streams.broken;
    return !p->streams.broken && all_came(p);
}

static bool write_line(void *self, struct slice key, struct slice line)
{
    struct partials *p = self;
    return partials_write_record(p, key, line);
}

void partials_write(struct partials *p, struct slice policy)
{
    const struct partial_writer writer = {write_line, p};
    struct command *c = p->command;
    size_t count;
    struct diag d;
    const struct chunk *chunks = partial_streams_chunks(&p->streams, &count);
    /* Of half an input, and of streams without an end, there is no chunk. */
    if (c->stream.unreadable != 0 || count == 0 ||
        partial_state_write(&p->state, policy, chunks, count, &writer))
        return;
    diag_no_memory(&d);
    command_fail(c, &d);
}

bool partials_write_record(struct partials *p, struct slice key,
                           struct slice line)
{
    struct bytes *b = &p->key;
    if (p->key_tab) {
        bytes_clear(b);
        keyed_add(b, key);
        bytes_add_slice(b, line);
        line = bytes_slice(b);
    }
    if (b->failed) {
        struct diag d;
        diag_no_memory(&d);
        command_fail(p->command, &d);
        return false;
    }
    command_write_record(p->command, line);
    return command_output_ok(p->command);
}
