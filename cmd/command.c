#include "cmd/command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cmd/options.h"
#include "cmd/stack.h"
#include "cmd/unfinished.h"
#include "lib/base/utf8.h"
#include "lib/io/input.h"
#include "lib/json/tree_memory.h"

enum { LINE_MOST = 64 * 1024 * 1024 };

/*
 * Whether a code point is shown as it is.  Control characters are not, nor
 * those that reorder the text around them or end lines.
 */
static bool is_shown(uint32_t c)
{
    return c >= 0x20 && (c < 0x7f || c > 0x9f) && c != 0x61c && c != 0x200e &&
           c != 0x200f && (c < 0x2028 || c > 0x202e) &&
           (c < 0x2066 || c > 0x2069);
}

/*
 * Nothing from a page or a file's name may reach the terminal as anything but
 * text; bytes that are no UTF-8 are control characters to some of them.
 */
static void print_masked(const char *text)
{
    struct slice s = slice_of(text);
    size_t at = 0;
    while (at < s.len) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        if (!is_shown(c) || (c == 0xfffd && at - from == 1))
            fputc('?', stderr);
        else
            fwrite(s.at + from, 1, at - from, stderr);
    }
}

/* That there is no memory is found in many places, and told once. */
static void print(struct command *c, const struct diag *d)
{
    if (d->no_memory && c->told_no_memory)
        return;
    c->told_no_memory = c->told_no_memory || d->no_memory;
    fprintf(stderr, "%s: ", c->program->name);
    if (d->source != NULL) {
        print_masked(d->source);
        if (d->line != 0)
            fprintf(stderr, ":%zu", d->line);
        if (d->column != 0)
            fprintf(stderr, ":%zu", d->column);
        fputs(": ", stderr);
    }
    print_masked(d->message);
    fputc('\n', stderr);
}

static void hear(void *self, const struct diag *d)
{
    print(self, d);
}

void command_fail(struct command *c, const struct diag *d)
{
    c->broken = true;
    print(c, d);
}

void command_note(struct command *c, const struct diag *d)
{
    print(c, d);
}

/*
 * When a standard stream is closed, the next file opened would take its
 * place and be written to.  These stand-ins fail instead when used.
 */
static void hold_standard_streams(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)!open("/dev/null", modes[fd]);
}

/* Makes the list of inputs: operands, then the names in --files0-from. */
static bool list_inputs(struct command *c, int argc, char **argv)
{
    struct diag d;
    size_t most = (size_t)(argc - optind) + 1;
    if (c->list_name != NULL) {
        int fd = input_open(c->list_name, &d);
        enum input_result result =
            fd < 0
                ? INPUT_FAILED
                : input_read_all(fd, c->list_name, SIZE_MAX / 4, &c->list, &d);
        if (fd >= 0)
            input_close(fd);
        if (result != INPUT_READ) {
            command_fail(c, &d);
            return false;
        }
        bytes_add_byte(&c->list, '\0');
        for (size_t i = 0; i < c->list.len; i++)
            most += c->list.at[i] == '\0';
    }
    c->inputs = calloc(most, sizeof *c->inputs);
    if (c->inputs == NULL || c->list.failed) {
        diag_no_memory(&d);
        command_fail(c, &d);
        return false;
    }
    for (int i = optind; i < argc; i++)
        c->inputs[c->input_count++] = argv[i];
    for (size_t at = 0; at < c->list.len; at += strlen(c->list.at + at) + 1)
        if (c->list.at[at] != '\0')
            c->inputs[c->input_count++] = c->list.at + at;
    if (c->input_count == 0 && c->list_name == NULL)
        c->inputs[c->input_count++] = "-";
    return true;
}

bool command_input_is_free(const struct command *c, const char *option,
                           const char *name, struct diag *d)
{
    for (size_t i = 0; strcmp(name, "-") == 0 && i < c->input_count; i++) {
        if (strcmp(c->inputs[i], "-") != 0)
            continue;
        diag_set(d, NULL, 0, 0, "%s: standard input has the records", option);
        return false;
    }
    return true;
}

static bool open_outputs(struct command *c)
{
    struct diag d;
    bool line_buffered = c->output.line_buffered;
    const char *output = c->output_name == NULL ? "-" : c->output_name;
    if (c->rejects_name != NULL && strcmp(c->rejects_name, output) == 0) {
        diag_set(&d, NULL, 0, 0, "--rejects and the output are one file");
        command_fail(c, &d);
        return false;
    }
    if (!output_open(&c->output, output, &d)) {
        command_fail(c, &d);
        return false;
    }
    c->output.line_buffered = line_buffered;
    unfinished_add(c->output.temporary);
    if (c->rejects_name == NULL)
        return true;
    if (!output_open(&c->rejects, c->rejects_name, &d)) {
        command_fail(c, &d);
        output_discard(&c->output);
        return false;
    }
    unfinished_add(c->rejects.temporary);
    c->stream.rejects = &c->rejects;
    return true;
}

static bool take_stack(struct command *c)
{
    struct diag d;
    if (stack_take_room())
        return true;
    diag_no_memory(&d);
    command_fail(c, &d);
    return false;
}

bool command_start(struct command *c, const struct program *program, void *self,
                   int argc, char **argv, int *status)
{
    *c = (struct command){.program = program};
    c->listener = (struct listener){hear, c};
    c->stream.listener = &c->listener;
    c->stream.line_most = LINE_MOST;
    hold_standard_streams();
    /* A diagnostic is one write, and not one a byte. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    /* A reader that goes away shows as a failed write, and ends us quietly. */
    signal(SIGPIPE, SIG_IGN);
    /* So does a limit on the size of files. */
    signal(SIGXFSZ, SIG_IGN);
    tree_memory_start();
    if (!options_read(c, self, argc, argv, status))
        return false;
    *status = EXIT_NOT_DONE;
    if (take_stack(c) && list_inputs(c, argc, argv) && open_outputs(c))
        return true;
    free(c->inputs);
    bytes_free(&c->list);
    return false;
}

bool command_read_records(struct command *c, record_taker *take, void *self)
{
    if (record_stream_read(&c->stream, c->inputs, c->input_count, take, self))
        return true;
    if (!output_reader_gone(&c->output))
        c->broken = true;
    return false;
}

void command_write_record(struct command *c, struct slice line)
{
    static const struct slice separator = SLICE("\x1e"), end = SLICE("\n");
    bool line_buffered = c->output.line_buffered;
    c->output.line_buffered = false;
    if (c->seq)
        output_write(&c->output, separator);
    output_write(&c->output, line);
    c->output.line_buffered = line_buffered;
    output_write(&c->output, end);
}

void command_write_lines(struct command *c, struct slice lines)
{
    if (!c->seq && !c->output.line_buffered) {
        output_write(&c->output, lines);
        return;
    }
    while (lines.len != 0) {
        const char *end = memchr(lines.at, '\n', lines.len);
        size_t len = end == NULL ? lines.len : (size_t)(end - lines.at);
        command_write_record(c, slice_from(lines.at, len));
        lines = slice_after(lines, end == NULL ? len : len + 1);
    }
}

bool command_output_ok(const struct command *c)
{
    return output_ok(&c->output);
}

static void close_outputs(struct command *c)
{
    struct diag d;
    /* Half of what was asked for must not replace what is there. */
    bool whole = !c->broken && c->stream.unreadable == 0;
    if (!whole && c->output.temporary != NULL)
        output_discard(&c->output);
    else if (!output_close(&c->output, &d) && !output_reader_gone(&c->output))
        command_fail(c, &d);
    if (c->rejects_name != NULL && !output_close(&c->rejects, &d))
        command_fail(c, &d);
    unfinished_forget();
}

int command_finish(struct command *c)
{
    close_outputs(c);
    struct diag d;
    if (c->stream.rejected != 0) {
        const char *unit = c->program->unit;
        diag_set(&d, NULL, 0, 0, "%zu of %zu %s rejected", c->stream.rejected,
                 c->stream.taken + c->stream.rejected,
                 unit == NULL ? "records" : unit);
        command_note(c, &d);
        c->found = true;
    }
    free(c->inputs);
    bytes_free(&c->list);
    if (c->broken || c->stream.unreadable != 0)
        return EXIT_NOT_DONE;
    return c->found ? EXIT_FOUND : EXIT_DONE;
}
