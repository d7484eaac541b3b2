#include "cmd/command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/io/input.h"

enum { LINE_MOST = 64 * 1024 * 1024 };

/* Long options without a letter; programs use values from 1000 on. */
enum common_option {
    OPTION_STRICT = 500,
    OPTION_REJECTS,
    OPTION_SEQ,
    OPTION_LINE_BUFFERED,
    OPTION_FILES_FROM,
    OPTION_MAX_LINE
};

static const char common_letters[] = "o:hV";

static const struct option common_names[] = {
    {"output", required_argument, NULL, 'o'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"rejects", required_argument, NULL, OPTION_REJECTS},
    {"seq", no_argument, NULL, OPTION_SEQ},
    {"line-buffered", no_argument, NULL, OPTION_LINE_BUFFERED},
    {"files0-from", required_argument, NULL, OPTION_FILES_FROM},
    {"max-line", required_argument, NULL, OPTION_MAX_LINE},
};

static const char common_help[] =
    "  -o, --output=FILE     write to FILE, which appears when it is whole\n"
    "      --files0-from=F   read the names in F, each ended by NUL, as well\n"
    "      --strict          stop at the first input that is rejected\n"
    "      --rejects=FILE    keep rejected input, and why, in FILE\n"
    "      --max-line=BYTES  reject longer lines (default 64 MiB)\n"
    "      --seq             write record separators (RFC 7464)\n"
    "      --line-buffered   write every record as soon as it is there\n"
    "  -h, --help            show this help\n"
    "  -V, --version         show the version\n";

/* Nothing from a page may reach the terminal as anything but text. */
static void print_masked(FILE *to, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        /* C1 control characters are 0xc2 0x80 to 0xc2 0x9f in UTF-8. */
        bool c1 = c == 0xc2 && (unsigned char)text[1] >= 0x80 &&
                  (unsigned char)text[1] <= 0x9f;
        if (c < 0x20 || c == 0x7f) {
            fputc('?', to);
        } else if (c1) {
            fputc('?', to);
            text++;
        } else {
            fputc(c, to);
        }
    }
}

static void print(const struct command *c, const struct diag *d)
{
    fprintf(stderr, "%s: ", c->program->name);
    if (d->source != NULL) {
        print_masked(stderr, d->source);
        if (d->line != 0)
            fprintf(stderr, ":%zu", d->line);
        if (d->column != 0)
            fprintf(stderr, ":%zu", d->column);
        fputs(": ", stderr);
    }
    print_masked(stderr, d->message);
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

static void print_help(const struct program *p)
{
    printf("Usage: %s %s\n%s\n\n%s%s\nExit status: 0 done, 1 done with a "
           "finding, 2 not done.  See %s(1).\n",
           p->name, p->synopsis, p->about, p->options, common_help, p->name);
}

/* Help and version go to standard output, which is checked like any other. */
static int finish_printing(struct command *c)
{
    struct diag d;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_DONE;
    diag_set(&d, "standard output", 0, 0, "%s", strerror(errno));
    command_fail(c, &d);
    return EXIT_NOT_DONE;
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

bool command_read_number(const char *option, const char *argument,
                         unsigned long long least, unsigned long long most,
                         unsigned long long *number, struct diag *d)
{
    char *end;
    errno = 0;
    *number = strtoull(argument, &end, 10);
    if (*argument >= '0' && *argument <= '9' && *end == '\0' && errno == 0 &&
        *number >= least && *number <= most)
        return true;
    diag_set(d, NULL, 0, 0,
             "%s: '%.60s' is not a whole number from %llu to %llu", option,
             argument, least, most);
    return false;
}

static bool take_common(struct command *c, int option, const char *argument,
                        struct diag *d)
{
    unsigned long long number;
    switch (option) {
    case 'o':
        c->output_name = argument;
        return true;
    case OPTION_STRICT:
        c->stream.strict = true;
        return true;
    case OPTION_REJECTS:
        c->rejects_name = argument;
        return true;
    case OPTION_SEQ:
        c->seq = true;
        return true;
    case OPTION_LINE_BUFFERED:
        c->output.line_buffered = true;
        return true;
    case OPTION_FILES_FROM:
        c->list_name = argument;
        return true;
    default:
        if (!command_read_number("--max-line", argument, 1, SIZE_MAX / 4,
                                 &number, d))
            return false;
        c->stream.line_most = (size_t)number;
        return true;
    }
}

static bool is_common(int option)
{
    return option == 'o' || (option >= OPTION_STRICT && option < 1000);
}

/* The program's and the common options in one table, which the caller frees. */
static struct option *join_names(const struct program *p)
{
    size_t own = 0;
    while (p->names[own].name != NULL)
        own++;
    size_t common = sizeof common_names / sizeof *common_names;
    struct option *names = calloc(own + common + 1, sizeof *names);
    if (names == NULL)
        return NULL;
    memcpy(names, p->names, own * sizeof *names);
    memcpy(names + own, common_names, sizeof common_names);
    return names;
}

static bool usage(struct command *c, int *status)
{
    fprintf(stderr, "Try '%s --help'.\n", c->program->name);
    *status = EXIT_NOT_DONE;
    return false;
}

static bool read_options(struct command *c, void *self, int argc, char **argv,
                         int *status)
{
    char letters[128];
    snprintf(letters, sizeof letters, "%s%s", c->program->letters,
             common_letters);
    struct option *names = join_names(c->program);
    struct diag d;
    int option = -1;
    bool ok = names != NULL;
    while (ok &&
           (option = getopt_long(argc, argv, letters, names, NULL)) != -1 &&
           option != '?' && option != 'h' && option != 'V') {
        ok = is_common(option) ? take_common(c, option, optarg, &d)
                               : c->program->take(self, option, optarg, &d);
        if (!ok)
            command_fail(c, &d);
    }
    free(names);
    if (option == 'h' || option == 'V') {
        if (option == 'h')
            print_help(c->program);
        else
            printf("%s (vtools) %s\n", c->program->name, VTOOLS_VERSION);
        *status = finish_printing(c);
        return false;
    }
    return ok && option == -1 ? true : usage(c, status);
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

static bool open_outputs(struct command *c)
{
    struct diag d;
    bool line_buffered = c->output.line_buffered;
    if (!output_open(&c->output, c->output_name == NULL ? "-" : c->output_name,
                     &d)) {
        command_fail(c, &d);
        return false;
    }
    c->output.line_buffered = line_buffered;
    if (c->rejects_name == NULL)
        return true;
    if (!output_open(&c->rejects, c->rejects_name, &d)) {
        command_fail(c, &d);
        output_discard(&c->output);
        return false;
    }
    c->stream.rejects = &c->rejects;
    return true;
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
    if (!read_options(c, self, argc, argv, status))
        return false;
    *status = EXIT_NOT_DONE;
    if (list_inputs(c, argc, argv) && open_outputs(c))
        return true;
    free(c->inputs);
    bytes_free(&c->list);
    return false;
}

bool command_read_records(struct command *c, record_taker *take, void *self)
{
    for (size_t i = 0; i < c->input_count; i++) {
        if (!record_stream_read(&c->stream, c->inputs[i], take, self)) {
            if (!output_reader_gone(&c->output))
                c->broken = true;
            return false;
        }
    }
    return true;
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
    if (c->broken && c->output.temporary != NULL)
        output_discard(&c->output);
    else if (!output_close(&c->output, &d) && !output_reader_gone(&c->output))
        command_fail(c, &d);
    if (c->rejects_name != NULL && !output_close(&c->rejects, &d))
        command_fail(c, &d);
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
