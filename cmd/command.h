/*
 * What all programs share: common options, inputs, diagnostics on standard
 * error, the output, and exit statuses.
 */
#ifndef VTOOLS_CMD_COMMAND_H
#define VTOOLS_CMD_COMMAND_H

#include <getopt.h>

#include "lib/base/diag.h"
#include "lib/io/output.h"
#include "lib/record/stream.h"

enum exit_status {
    EXIT_DONE = 0,
    EXIT_FOUND = 1,   /* done, with a negative finding */
    EXIT_NOT_DONE = 2 /* usage, unreadable file, write error, no memory */
};

/* A program's own part of the command line. */
struct program {
    const char *name;
    const char *synopsis;       /* behind the name: "[options] [FILE...]" */
    const char *about;          /* one line */
    const char *unit;           /* what it reads, for counts; NULL: "records" */
    const char *options;        /* help on its own options, a line each */
    const char *letters;        /* its short options, as getopt has them */
    const struct option *names; /* its long options; a zeroed one ends them */
    /*
     * Takes one of its options, the value or letter being `option`.  False
     * with *d filled when the argument is no good.
     */
    bool (*take)(void *self, int option, const char *argument, struct diag *d);
};

struct command {
    const struct program *program;
    struct output output;
    struct listener listener; /* prints diagnostics */
    struct record_stream stream;
    const char **inputs; /* operands, then those of --files0-from; or "-" */
    size_t input_count;
    bool seq;    /* RFC 7464 */
    bool broken; /* the work cannot be finished: EXIT_NOT_DONE, no -o file */
    bool found;  /* a negative finding: EXIT_FOUND */

    /* Private. */
    const char *output_name, *rejects_name, *list_name;
    bool told_no_memory;
    struct output rejects;
    struct bytes list;
};

/*
 * Reads the command line and opens the output.  True to go on; false when
 * the program must return *status at once.
 */
bool command_start(struct command *c, const struct program *program, void *self,
                   int argc, char **argv, int *status);

/* Closes everything, says how much was rejected, and gives the exit status. */
int command_finish(struct command *c);

/* Says something and remembers that the program cannot do its work. */
void command_fail(struct command *c, const struct diag *d);

/* Says something that is no fault. */
void command_note(struct command *c, const struct diag *d);

/*
 * Hands every line of every input to the taker.  False when that broke off,
 * which makes the command broken unless the output's reader has gone.
 */
bool command_read_records(struct command *c, record_taker *take, void *self);

/* Writes one record, a line without its LF. */
void command_write_record(struct command *c, struct slice line);

/* Writes records, each a line with its LF. */
void command_write_lines(struct command *c, struct slice lines);

/*
 * Whether the program should go on: false once the output is broken or its
 * reader has gone.
 */
bool command_output_ok(const struct command *c);

/*
 * Whether the file that an option names can be read: false with *d filled when
 * it is standard input, which is to be read as records.
 */
bool command_input_is_free(const struct command *c, const char *option,
                           const char *name, struct diag *d);

/*
 * Reads a whole number from `least` to `most`; false with *d filled.
 * `option` is the option's name, for the message.
 */
bool command_read_number(const char *option, const char *argument,
                         unsigned long long least, unsigned long long most,
                         unsigned long long *number, struct diag *d);

/* Reads the argument of --jobs: a number of threads, 0 for one a processor. */
bool command_read_jobs(const char *argument, size_t *jobs, struct diag *d);

#endif
