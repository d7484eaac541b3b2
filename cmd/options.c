/* The options that all programs have, and how a command line is read. */
#include "cmd/options.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Long options without a letter; programs use values from 1000 on. */
enum common_option {
    OPTION_STRICT = 500,
    OPTION_REJECTS,
    OPTION_SEQ,
    OPTION_LINE_BUFFERED,
    OPTION_FILES_FROM,
    OPTION_MAX_LINE
};

enum { JOBS_MOST = 256 };

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

bool command_read_jobs(const char *argument, size_t *jobs, struct diag *d)
{
    unsigned long long number;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (!command_read_number("--jobs", argument, 0, JOBS_MOST, &number, d))
        return false;
    if (number == 0)
        number = processors < 1           ? 1
                 : processors > JOBS_MOST ? JOBS_MOST
                                          : (unsigned long long)processors;
    *jobs = (size_t)number;
    return true;
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

/* The options whose names begin with the word, each behind a space. */
static void add_candidates(struct bytes *list, const struct option *names,
                           const char *word)
{
    const char *start = word + strspn(word, "-");
    size_t len = strcspn(start, "=");
    for (; names->name != NULL; names++)
        if (strncmp(names->name, start, len) == 0)
            bytes_add_format(list, " --%s", names->name);
}

/* A word that no one option's name is or begins with. */
static void explain_word(const char *word, const struct option *names,
                         struct diag *d)
{
    struct bytes list = {0};
    add_candidates(&list, names, word);
    if (list.len == 0)
        diag_set(d, NULL, 0, 0, "unrecognized option '%.100s'", word);
    else
        diag_set(d, NULL, 0, 0, "option '%.40s' is ambiguous:%.*s", word,
                 (int)list.len, list.at);
    bytes_free(&list);
}

/*
 * What getopt would say of an option it does not understand, but masked: a
 * file's name may be taken for an option.
 */
static void explain_option(struct command *c, int option,
                           const struct option *names, char **argv)
{
    const struct option *known = names;
    const char *word = argv[optind - 1];
    struct diag d;
    while (known->name != NULL && known->val != optopt)
        known++;
    if (option == ':' && known->name != NULL)
        diag_set(&d, NULL, 0, 0, "option '--%s' requires an argument",
                 known->name);
    else if (option == ':')
        diag_set(&d, NULL, 0, 0, "option requires an argument -- '%c'", optopt);
    else if (optopt == 0)
        explain_word(word, names, &d);
    else if (known->name != NULL)
        diag_set(&d, NULL, 0, 0, "option '--%s' doesn't allow an argument",
                 known->name);
    else
        diag_set(&d, NULL, 0, 0, "invalid option -- '%c'", optopt);
    command_fail(c, &d);
}

static bool no_memory(struct command *c, int *status)
{
    struct diag d;
    diag_no_memory(&d);
    command_fail(c, &d);
    *status = EXIT_NOT_DONE;
    return false;
}

static bool usage(struct command *c, int *status)
{
    fprintf(stderr, "Try '%s --help'.\n", c->program->name);
    *status = EXIT_NOT_DONE;
    return false;
}

bool options_read(struct command *c, void *self, int argc, char **argv,
                  int *status)
{
    char letters[128];
    snprintf(letters, sizeof letters, ":%s%s", c->program->letters,
             common_letters);
    struct option *names = join_names(c->program);
    struct diag d;
    int option = -1;
    bool ok = true;
    if (names == NULL)
        return no_memory(c, status);
    opterr = 0;
    while (ok &&
           (option = getopt_long(argc, argv, letters, names, NULL)) != -1 &&
           option != '?' && option != ':' && option != 'h' && option != 'V') {
        ok = is_common(option) ? take_common(c, option, optarg, &d)
                               : c->program->take(self, option, optarg, &d);
        if (!ok)
            command_fail(c, &d);
    }
    if (option == '?' || option == ':')
        explain_option(c, option, names, argv);
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
