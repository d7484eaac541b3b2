/*
 * Three texts with form feeds between them, as snapshots: what changed from
 * the first to the second, applied to the first, gives the second; three of
 * them can be compared; and the third as changes to the first is applied or
 * refused.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/diff/apply.h"
#include "lib/diff/diff.h"

enum { TEXTS = 3 };

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void hear(void *self, const struct diag *d)
{
    require(d->message[0] != '\0', "a diagnostic that says nothing");
    ++*(size_t *)self;
}

static bool add_line(void *self, struct slice line)
{
    bytes_add_slice(self, line);
    bytes_add_byte(self, '\n');
    return true;
}

/* A file with a name, which only regular ones are read again by. */
struct file {
    int fd;
    char name[32];
};

static struct file make_file(struct slice text)
{
    struct file f = {.fd = memfd_create("text", 0)};
    require(f.fd >= 0, "no memory for a file");
    require(write(f.fd, text.at, text.len) == (ssize_t)text.len,
            "a file is not written");
    snprintf(f.name, sizeof f.name, "/proc/self/fd/%d", f.fd);
    return f;
}

/* How often something was said of the snapshots, records of other types too. */
static size_t diff(const char *const *names, size_t count, bool sorted,
                   struct bytes *changes)
{
    size_t heard = 0;
    const struct listener listener = {hear, &heard};
    struct record_stream stream = {.listener = &listener, .line_most = 1 << 20};
    struct news_count news = {0};
    struct join_seen seen[TEXTS] = {{0}};
    struct diag d = {0};
    const struct change_job job = {.stream = &stream,
                                   .sources = names,
                                   .source_count = count,
                                   .sorted = sorted,
                                   .sink = {add_line, changes},
                                   .count = &news,
                                   .seen = seen};
    enum diff_result result = diff_snapshots(&job, &d);
    require(result == DIFF_DONE || (sorted && result == DIFF_FAILED),
            "snapshots are not compared");
    return heard + (result == DIFF_FAILED);
}

/* Whether nothing was refused. */
static bool apply(const char *snapshot, const char *changes,
                  struct bytes *result)
{
    size_t heard = 0;
    const struct listener listener = {hear, &heard};
    struct record_stream stream = {.listener = &listener, .line_most = 1 << 24};
    const char *const names[] = {snapshot, changes};
    const struct apply_sink sink = {add_line, result};
    struct diag d = {0};
    struct apply a = {.stream = &stream,
                      .sources = names,
                      .index = {.sides = 2},
                      .total = -1};
    require(apply_run(&a, &sink, &d) == SIDE_DONE, "changes are not applied");
    bool refused = a.refused;
    require(!refused || (heard != 0 && result->len == 0),
            "a refusal that says nothing or makes something");
    apply_free(&a);
    return !refused;
}

/* The lines of verdicts as they are written again. */
static void add_verdicts(struct bytes *out, struct slice text)
{
    const struct line_block block = {.text = text};
    struct record_lines lines;
    struct slice whole, record;
    struct verdict_glance glance = {.is_verdict = false};
    struct diag ignored;
    record_lines_begin(&lines, &block);
    while (record_lines_next(&lines, &whole, &record)) {
        const struct record_line line = {.text = record};
        if (verdict_glance(&glance, &line, &ignored) == RECORD_TAKEN &&
            glance.is_verdict)
            add_line(out, record);
    }
    verdict_glance_free(&glance);
}

static void check_two(const struct file *files, const struct slice *texts)
{
    const char *const names[] = {files[0].name, files[1].name};
    struct bytes changes = {0}, sorted = {0}, again = {0}, wanted = {0};
    bool clean = diff(names, 2, false, &changes) == 0;
    if (diff(names, 2, true, &sorted) == 0 && clean)
        require(slice_equal(bytes_slice(&changes), bytes_slice(&sorted)),
                "sorted snapshots differ otherwise");
    struct file told = make_file(bytes_slice(&changes));
    if (clean) {
        add_verdicts(&wanted, texts[1]);
        require(apply(files[0].name, told.name, &again),
                "changes that were found do not fit");
        require(slice_equal(bytes_slice(&again), bytes_slice(&wanted)),
                "changes that were found make something else");
    }
    close(told.fd);
    bytes_free(&changes);
    bytes_free(&sorted);
    bytes_free(&again);
    bytes_free(&wanted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice rest = slice_from(size == 0 ? "" : (const char *)data, size);
    struct slice texts[TEXTS];
    struct file files[TEXTS];
    struct bytes out = {0};
    for (size_t i = 0; i < TEXTS; i++) {
        const char *end = memchr(rest.at, '\f', rest.len);
        size_t len =
            end == NULL || i + 1 == TEXTS ? rest.len : (size_t)(end - rest.at);
        texts[i] = slice_from(rest.at, len);
        files[i] = make_file(texts[i]);
        rest = slice_after(rest, len == rest.len ? len : len + 1);
    }
    const char *const names[] = {files[0].name, files[1].name, files[2].name};
    check_two(files, texts);
    diff(names, TEXTS, false, &out);
    bytes_clear(&out);
    apply(files[0].name, files[2].name, &out);
    bytes_free(&out);
    for (size_t i = 0; i < TEXTS; i++)
        close(files[i].fd);
    return 0;
}
