#include "cmd/render_split.h"

#include <sys/stat.h>

#include "cmd/ignored.h"
#include "lib/base/arena.h"
#include "lib/base/table.h"
#include "lib/io/input.h"
#include "lib/json/value.h"

enum { PATH_MOST = 4096, DOCUMENT_MOST = 1 << 30 };

struct split {
    struct command *command;
    const char *pattern;
    const struct format *format;
    const struct render_settings *settings;
    struct document document; /* while `open` */
    bool open;
    struct bytes name;     /* of the document that is open */
    struct bytes next;     /* of that which the record at hand is for */
    struct bytes title;    /* of the document that is open */
    struct bytes contents; /* of the document so far, and what the file has */
    struct bytes before;
    struct table written; /* names, none of which may come again */
    struct arena names;
    struct arena record; /* the one at hand */
};

bool render_split_check(const char *pattern, struct diag *d)
{
    size_t names = 0;
    const char *at = pattern;
    while ((at = strpbrk(at, "{}")) != NULL) {
        size_t len = strcspn(at + 1, "{}");
        if (*at == '}' || at[1 + len] != '}' || len == 0) {
            diag_set(d, NULL, 0, 0, "--split: no member in braces in '%.200s'",
                     at);
            return false;
        }
        names++;
        at += len + 2;
    }
    if (names == 0)
        diag_set(d, NULL, 0, 0,
                 "--split: '%.200s' names no member, as {tool} does", pattern);
    return names != 0;
}

/* The string at a path of members; unknown when there is none. */
static struct slice find_string(const struct json_value *record,
                                struct slice path)
{
    while (path.len != 0) {
        const char *dot = memchr(path.at, '.', path.len);
        size_t len = dot == NULL ? path.len : (size_t)(dot - path.at);
        record = json_value_member(record, slice_from(path.at, len));
        path = slice_after(path, dot == NULL ? len : len + 1);
    }
    return json_value_string(record);
}

/*
 * Adds a pattern with the record's strings in place of members.  Gives the
 * path of the first that is none; unknown when all are there.
 */
static struct slice add_filled(struct bytes *out, struct slice pattern,
                               const struct json_value *record,
                               void (*add)(struct bytes *out, struct slice s))
{
    struct slice missing = {NULL, 0};
    while (pattern.len != 0) {
        const char *brace = memchr(pattern.at, '{', pattern.len);
        const char *end = brace == NULL ? NULL : strchr(brace, '}');
        size_t plain = end == NULL ? pattern.len : (size_t)(brace - pattern.at);
        bytes_add(out, pattern.at, plain);
        pattern = slice_after(pattern, plain);
        if (end == NULL)
            break;
        struct slice path = slice_from(brace + 1, (size_t)(end - brace - 1));
        struct slice value = find_string(record, path);
        if (value.len != 0)
            add(out, value);
        else if (!slice_known(missing))
            missing = path;
        pattern = slice_after(pattern, path.len + 2);
    }
    return missing;
}

/* The name of a record's file; false with *d filled when it has none. */
static bool make_name(struct split *s, const struct record_line *line,
                      const struct json_value *record, struct diag *d)
{
    bytes_clear(&s->next);
    struct slice missing =
        add_filled(&s->next, slice_of(s->pattern), record, site_add_file_name);
    if (slice_known(missing))
        diag_set(d, line->source, line->number, 1,
                 "no string \"%.*s\" to name a file by", (int)missing.len,
                 missing.at);
    else if (s->next.len > PATH_MOST)
        diag_set(d, line->source, line->number, 1, "too long a name of a file");
    return !slice_known(missing) && s->next.len <= PATH_MOST;
}

/*
 * Whether the file has these bytes; what cannot be read has not, nor has a
 * pipe or a device, which might have no end.
 */
static bool is_same(struct split *s, const char *file)
{
    struct diag ignored;
    struct stat st;
    if (stat(file, &st) != 0 || !S_ISREG(st.st_mode) ||
        (size_t)st.st_size != s->contents.len)
        return false;
    int fd = input_open(file, &ignored);
    if (fd < 0)
        return false;
    bool same = input_read_all(fd, file, DOCUMENT_MOST, &s->before, &ignored) ==
                    INPUT_READ &&
                slice_equal(bytes_slice(&s->before), bytes_slice(&s->contents));
    input_close(fd);
    return same;
}

static bool write_file(struct split *s, const char *file, struct diag *d)
{
    struct output output;
    struct stat st;
    if (is_same(s, file))
        return true;
    if (lstat(file, &st) == 0 && !S_ISREG(st.st_mode)) {
        diag_set(d, file, 0, 0, "something else than a file is there");
        return false;
    }
    if (!output_open(&output, file, d))
        return false;
    output_write(&output, bytes_slice(&s->contents));
    return output_close(&output, d);
}

static bool take_out(struct split *s)
{
    bytes_add_slice(&s->contents, bytes_slice(&s->document.out));
    bytes_clear(&s->document.out);
    return !s->contents.failed;
}

/* Ends the document that is open, if any, and writes it. */
static bool finish_document(struct split *s, struct diag *d)
{
    if (!s->open)
        return true;
    bool ok = document_end(&s->document, d);
    if (ok && !take_out(s)) {
        diag_no_memory(d);
        ok = false;
    }
    note_ignored(s->command, &s->document, s->name.at);
    document_free(&s->document);
    s->open = false;
    ok = ok && write_file(s, s->name.at, d);
    if (ok) {
        s->name.at[s->name.len - 1] = '\n';
        output_write(&s->command->output, bytes_slice(&s->name));
    }
    bytes_clear(&s->contents);
    return ok;
}

/* False with *d filled when the name was used before, or without memory. */
static bool begin_document(struct split *s, const struct record_line *line,
                           const struct json_value *record, struct diag *d)
{
    struct render_settings settings = *s->settings;
    bool failed = false, added = false;
    struct slice key = arena_copy(&s->names, bytes_slice(&s->next), &failed);
    if (failed || table_add(&s->written, key, 0, &added) == NULL) {
        diag_no_memory(d);
        return false;
    }
    if (!added) {
        diag_set(d, line->source, line->number, 1,
                 "%.*s was written before: sort the records by its name",
                 (int)key.len, key.at);
        return false;
    }
    bytes_clear(&s->name);
    bytes_add_slice(&s->name, key);
    bytes_add_byte(&s->name, '\0');
    bytes_clear(&s->title);
    add_filled(&s->title, settings.title, record, bytes_add_slice);
    settings.title = bytes_slice(&s->title);
    document_begin(&s->document, s->format, settings);
    s->open = true;
    return true;
}

static enum record_answer take_record(struct split *s,
                                      const struct record_line *line,
                                      const struct json_value *record,
                                      struct diag *d)
{
    if (!make_name(s, line, record, d))
        return RECORD_REJECTED;
    struct slice open = slice_from(s->name.at, s->open ? s->name.len - 1 : 0);
    if (!s->open || !slice_equal(open, bytes_slice(&s->next))) {
        if (!finish_document(s, d))
            return RECORD_STOP;
        if (!begin_document(s, line, record, d))
            return RECORD_REJECTED;
    }
    enum record_answer answer =
        document_take_read(&s->document, line, record, d);
    if (answer == RECORD_TAKEN && !take_out(s)) {
        diag_no_memory(d);
        answer = RECORD_STOP;
    }
    return command_output_ok(s->command) ? answer : RECORD_STOP;
}

static enum record_answer take(void *self, const struct record_line *line,
                               struct diag *d)
{
    struct split *s = self;
    bool failed = false;
    arena_reset(&s->record);
    const struct json_value *record = json_line_read(
        line->text, line->source, line->number, &s->record, &failed, d);
    if (record == NULL)
        return failed ? RECORD_STOP : RECORD_REJECTED;
    return take_record(s, line, record, d);
}

void render_split(struct command *c, const char *pattern,
                  const struct format *format,
                  const struct render_settings *settings)
{
    struct split s = {.command = c,
                      .pattern = pattern,
                      .format = format,
                      .settings = settings};
    struct diag d;
    if (command_read_records(c, take, &s) && !finish_document(&s, &d))
        command_fail(c, &d);
    if (s.open)
        document_free(&s.document);
    bytes_free(&s.name);
    bytes_free(&s.next);
    bytes_free(&s.title);
    bytes_free(&s.contents);
    bytes_free(&s.before);
    table_free(&s.written);
    arena_free(&s.names);
    arena_free(&s.record);
}
