/* vrender: records to documents for readers. */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cmd/command.h"
#include "cmd/pager.h"
#include "lib/render/document.h"

enum { OPTION_WIDTH = 1000, OPTION_COLOR, OPTION_PAGER };

enum color_wish { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct wishes {
    const struct format *format; /* NULL: by the output's name, else text */
    size_t width;                /* 0: as wide as the terminal */
    enum color_wish color;
    bool pager;
};

static bool take_format(struct wishes *wishes, const char *name, struct diag *d)
{
    wishes->format = format_named(name);
    if (wishes->format != NULL)
        return true;
    struct bytes names = {0};
    format_add_names(&names);
    diag_set(d, NULL, 0, 0, "--format: '%.60s' is none of %.*s", name,
             (int)names.len, bytes_slice(&names).at);
    bytes_free(&names);
    return false;
}

static bool take_color(struct wishes *wishes, const char *word, struct diag *d)
{
    static const char *const words[] = {"auto", "always", "never"};
    for (int i = COLOR_AUTO; i <= COLOR_NEVER; i++) {
        if (strcmp(word, words[i]) == 0) {
            wishes->color = (enum color_wish)i;
            return true;
        }
    }
    diag_set(d, NULL, 0, 0, "--color: '%.60s' is none of auto, always, never",
             word);
    return false;
}

static bool take_option(void *self, int option, const char *argument,
                        struct diag *d)
{
    struct wishes *wishes = self;
    unsigned long long number;
    switch (option) {
    case 'f':
        return take_format(wishes, argument, d);
    case OPTION_COLOR:
        return take_color(wishes, argument == NULL ? "always" : argument, d);
    case OPTION_PAGER:
        wishes->pager = true;
        return true;
    default:
        if (!command_read_number("--width", argument, RENDER_WIDTH_LEAST,
                                 RENDER_WIDTH_MOST, &number, d))
            return false;
        wishes->width = (size_t)number;
        return true;
    }
}

static const struct option names[] = {
    {"format", required_argument, NULL, 'f'},
    {"width", required_argument, NULL, OPTION_WIDTH},
    {"color", optional_argument, NULL, OPTION_COLOR},
    {"pager", no_argument, NULL, OPTION_PAGER},
    {0},
};

static const struct program program = {
    .name = "vrender",
    .synopsis = "[options] [FILE...]",
    .about = "Renders records as a document.",
    .options =
        "  -f, --format=FORMAT   text, md or html; default: by the end of the\n"
        "                        output's name, else text\n"
        "      --width=COLUMNS   width of text (default: the terminal's)\n"
        "      --color[=WHEN]    color in text: auto, always, never\n"
        "      --pager           show text on a terminal with $PAGER\n",
    .letters = "f:",
    .names = names,
    .take = take_option,
};

/* What the environment or a terminal says, held within what is possible. */
static size_t bounded_width(unsigned long columns)
{
    return columns < RENDER_WIDTH_LEAST  ? RENDER_WIDTH_LEAST
           : columns > RENDER_WIDTH_MOST ? RENDER_WIDTH_MOST
                                         : (size_t)columns;
}

/* The terminal knows its width better than the environment does. */
static size_t find_width(const struct wishes *wishes, int fd)
{
    enum { USUAL = 80 };
    struct winsize size;
    if (wishes->width != 0)
        return wishes->width;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
        return bounded_width(size.ws_col);
    const char *columns = getenv("COLUMNS");
    char *end = NULL;
    unsigned long number = columns == NULL ? 0 : strtoul(columns, &end, 10);
    if (number != 0 && *end == '\0' && *columns >= '0' && *columns <= '9')
        return bounded_width(number);
    return USUAL;
}

static bool find_color(const struct wishes *wishes, int fd)
{
    if (wishes->color != COLOR_AUTO)
        return wishes->color == COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return isatty(fd) && (no_color == NULL || *no_color == '\0') &&
           terminal != NULL && strcmp(terminal, "dumb") != 0;
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

static void note_ignored(struct rendering *r)
{
    struct diag d;
    const struct document *document = &r->document;
    for (size_t i = 0; i < document->ignored_count; i++) {
        const struct ignored_type *t = &document->ignored[i];
        const char *has = t->count == 1 ? "has" : "have";
        const char *s = t->count == 1 ? "" : "s";
        if (slice_known(t->name))
            diag_set(&d, NULL, 0, 0,
                     "%zu record%s of type \"%.60s\" %s no place in %s output",
                     t->count, s, t->name.at, has, document->format->name);
        else
            diag_set(&d, NULL, 0, 0,
                     "%zu record%s of further types %s no place in %s output",
                     t->count, s, has, document->format->name);
        command_note(&r->command, &d);
    }
}

int main(int argc, char **argv)
{
    struct rendering r = {0};
    struct wishes wishes = {0};
    int status;
    if (!command_start(&r.command, &program, &wishes, argc, argv, &status))
        return status;
    const char *file = r.command.output.name;
    const struct format *format = wishes.format;
    if (format == NULL)
        format = format_of_file(file);
    if (format == NULL)
        format = &format_text;
    int fd = r.command.output.fd;
    document_begin(&r.document, format,
                   (struct render_settings){find_width(&wishes, fd),
                                            find_color(&wishes, fd)});
    struct diag d;
    struct pager pager = {0};
    /* What is known of the terminal by now still holds behind the pager. */
    if (wishes.pager && format == &format_text && fd == STDOUT_FILENO &&
        !pager_start(&pager, &d)) {
        command_fail(&r.command, &d);
    } else if (command_read_records(&r.command, take_record, &r)) {
        if (document_end(&r.document, &d))
            write_out(&r);
        else
            command_fail(&r.command, &d);
    }
    note_ignored(&r);
    document_free(&r.document);
    status = command_finish(&r.command);
    pager_finish(&pager);
    return status;
}
