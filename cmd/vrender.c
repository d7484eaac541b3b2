/* vrender: records to documents for readers. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "cmd/command.h"
#include "cmd/ignored.h"
#include "cmd/pager.h"
#include "cmd/render_options.h"
#include "cmd/render_split.h"
#include "lib/io/input.h"
#include "lib/render/document.h"

static const struct program program = {
    .name = "vrender",
    .synopsis = "[options] [FILE...]",
    .about = "Renders records as a document.",
    .options = render_options_help,
    .letters = "f:",
    .names = render_option_names,
    .take = render_options_take,
};

/* What the environment or a terminal says, held within what is possible. */
static size_t bounded_width(unsigned long columns)
{
    return columns < RENDER_WIDTH_LEAST  ? RENDER_WIDTH_LEAST
           : columns > RENDER_WIDTH_MOST ? RENDER_WIDTH_MOST
                                         : (size_t)columns;
}

/* The terminal knows its width better than the environment does. */
static size_t find_width(const struct render_options *wishes,
                         const struct format *format, int fd)
{
    enum { USUAL = 80, OF_MAIL = 72 };
    struct winsize size;
    if (wishes->width != 0)
        return wishes->width;
    if (format == &format_mail)
        return OF_MAIL;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
        return bounded_width(size.ws_col);
    const char *columns = getenv("COLUMNS");
    char *end = NULL;
    unsigned long number = columns == NULL ? 0 : strtoul(columns, &end, 10);
    if (number != 0 && *end == '\0' && *columns >= '0' && *columns <= '9')
        return bounded_width(number);
    return USUAL;
}

static bool find_color(const struct render_options *wishes, int fd)
{
    if (wishes->color != COLOR_AUTO)
        return wishes->color == COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return isatty(fd) && (no_color == NULL || *no_color == '\0') &&
           terminal != NULL && strcmp(terminal, "dumb") != 0;
}

/*
 * The format asked for, or that of the file's name; text where nothing says
 * another.  A name whose end tells of a format that is not there does say so.
 */
static bool find_format(const struct render_options *wishes, const char *file,
                        const struct format **format, struct diag *d)
{
    *format = wishes->format != NULL ? wishes->format : format_of_file(file);
    if (*format != NULL)
        return true;
    *format = &format_text;
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;
    const char *dot = strrchr(name, '.');
    if (dot == NULL || dot == name)
        return true;
    diag_set(d, NULL, 0, 0,
             "'%.60s' is the extension of no format: name one with --format",
             dot);
    return false;
}

/* Tests and those who build the same thing twice say what time it is. */
static bool find_time(int64_t *now, struct diag *d)
{
    const char *given = getenv("SOURCE_DATE_EPOCH");
    unsigned long long number;
    *now = (int64_t)time(NULL);
    if (given == NULL)
        return true;
    if (!command_read_number("SOURCE_DATE_EPOCH", given, 0, 253402300799,
                             &number, d))
        return false;
    *now = (int64_t)number;
    return true;
}

/* The earlier feed; a file that is not there yet is an empty one. */
static bool read_previous(const struct render_options *wishes,
                          struct bytes *feed, struct diag *d)
{
    enum { FEED_MOST = 1 << 30 };
    if (wishes->previous != NULL && strcmp(wishes->previous, "-") == 0) {
        diag_set(d, NULL, 0, 0, "--previous: standard input has the records");
        return false;
    }
    if (wishes->previous == NULL || access(wishes->previous, F_OK) != 0)
        return true;
    int fd = input_open(wishes->previous, d);
    if (fd < 0)
        return false;
    enum input_result result =
        input_read_all(fd, wishes->previous, FEED_MOST, feed, d);
    input_close(fd);
    if (result == INPUT_TOO_LARGE)
        diag_set(d, wishes->previous, 0, 0, "a feed of more than 1 GiB");
    return result == INPUT_READ;
}

struct rendering {
    struct command command;
    struct document document;
};

/* What is ready goes out at once, so that readers of pipes see it. */
static void write_out(struct rendering *r)
{
    if (r->document.out.len != 0)
        output_write(&r->command.output, bytes_slice(&r->document.out));
    bytes_clear(&r->document.out);
}

static enum record_answer
take_record(void *self, const struct record_line *line, struct diag *d)
{
    struct rendering *r = self;
    enum record_answer answer = document_take(&r->document, line, d);
    if (answer == RECORD_STOP)
        return answer;
    write_out(r);
    return command_output_ok(&r->command) ? answer : RECORD_STOP;
}

int main(int argc, char **argv)
{
    struct rendering r = {0};
    struct render_options wishes = {0};
    int status;
    if (!command_start(&r.command, &program, &wishes, argc, argv, &status)) {
        render_options_free(&wishes);
        return status;
    }
    const char *file =
        wishes.split != NULL ? wishes.split : r.command.output.name;
    const struct format *format;
    struct diag d;
    bool ready = find_format(&wishes, file, &format, &d);
    int fd = r.command.output.fd;
    struct render_settings settings = {
        .width = find_width(&wishes, format, fd),
        .color = find_color(&wishes, fd),
        .raw = wishes.raw,
        .title = wishes.atom.title,
        .mail = &wishes.mail,
        .atom = &wishes.atom,
        .site = &wishes.site,
    };
    struct bytes previous = {0};
    struct pager pager = {0};
    ready = ready && find_time(&settings.now, &d) &&
            read_previous(&wishes, &previous, &d);
    /* What is known of the terminal by now still holds behind the pager. */
    if (ready && wishes.pager && format == &format_text && fd == STDOUT_FILENO)
        ready = pager_start(&pager, &d);
    ready =
        ready && (wishes.split == NULL || render_split_check(wishes.split, &d));
    wishes.atom.previous = bytes_slice(&previous);
    document_begin(&r.document, format, settings);
    if (!ready) {
        command_fail(&r.command, &d);
    } else if (wishes.split != NULL) {
        render_split(&r.command, wishes.split, format, &settings);
    } else if (command_read_records(&r.command, take_record, &r)) {
        if (document_end(&r.document, &d))
            write_out(&r);
        else
            command_fail(&r.command, &d);
    }
    note_ignored(&r.command, &r.document, NULL);
    document_free(&r.document);
    bytes_free(&previous);
    render_options_free(&wishes);
    status = command_finish(&r.command);
    if (!pager_finish(&pager, &d)) {
        fprintf(stderr, "%s: %s\n", program.name, d.message);
        status = 2;
    }
    return status;
}
