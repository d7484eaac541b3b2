/*
 * What vscore does beyond one machine: states that are written and read as
 * records, and one tool at a time.
 */
#ifndef VTOOLS_CMD_PARTIALS_H
#define VTOOLS_CMD_PARTIALS_H

#include "cmd/command.h"
#include "cmd/reports.h"
#include "lib/score/partial_state.h"
#include "lib/score/partial_streams.h"

/* Values of the long options, behind those of reports. */
enum partials_option {
    OPTION_PARTIAL = 3000,
    OPTION_CHUNK,
    OPTION_EXPECT,
    OPTION_UNCOMMITTED,
    OPTION_SORTED,
    OPTION_KEY_TAB
};

#define PARTIALS_OPTIONS                                                       \
    {"partial", no_argument, NULL, OPTION_PARTIAL},                            \
        {"chunk", required_argument, NULL, OPTION_CHUNK},                      \
        {"expect", required_argument, NULL, OPTION_EXPECT},                    \
        {"uncommitted", no_argument, NULL, OPTION_UNCOMMITTED},                \
        {"sorted", no_argument, NULL, OPTION_SORTED},                          \
    {                                                                          \
        "key-tab", no_argument, NULL, OPTION_KEY_TAB                           \
    }

#define PARTIALS_HELP                                                          \
    "      --partial         write states that can be merged, for vscore\n"    \
    "      --chunk=ID        with --partial, the name of this input\n"         \
    "      --expect=FILE     fail unless all chunks named in FILE came\n"      \
    "      --uncommitted     count states without their begin and end\n"       \
    "      --sorted          input is grouped by tool: hold one at a time\n"   \
    "      --key-tab         write the tool's key and a TAB before records\n"

/* Starts zeroed; must stay where it is. */
struct partials {
    bool writes;  /* --partial */
    bool sorted;  /* --sorted */
    bool key_tab; /* --key-tab */

    /* Private. */
    struct partial_streams streams;
    struct partial_state state;
    const char *chunk_name, *expect_name;
    struct bytes expect_text, id, key;
    struct command *command;
};

/* Takes one of the options above, as a program does. */
bool partials_take(struct partials *p, int option, const char *argument,
                   struct diag *d);

/*
 * After the last option: checks that they go together, and reads the files
 * they name.  False, having said why.
 */
bool partials_start(struct partials *p, struct command *c,
                    const struct report *r, bool explain);
void partials_free(struct partials *p);

/* Whether an option was given other than --key-tab. */
bool partials_asked(const struct partials *p);

/* Adds a sighting that is to be written, from the line at hand. */
bool partials_add(struct partials *p, const struct record_line *line,
                  const struct sighting *s);

/*
 * After the last record: counts what was kept aside.  The sightings go to the
 * taker, or into what is written with --partial.  False, having said why,
 * when there is nothing to go on with.
 */
bool partials_finish(struct partials *p, const struct sighting_taker *taker);

/* With --partial, after that: writes the stream. */
void partials_write(struct partials *p, struct slice policy);

/*
 * Writes a record, with the key before it if asked for.  False, the command
 * knowing why, when no more can be written.
 */
bool partials_write_record(struct partials *p, struct slice key,
                           struct slice line);

#endif
