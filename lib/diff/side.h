/*
 * The snapshots that are compared, each one side, read verdict by verdict; and
 * what they have on one tool, however that was found.
 */
#ifndef VTOOLS_DIFF_SIDE_H
#define VTOOLS_DIFF_SIDE_H

#include "lib/record/cursor.h"
#include "lib/record/opened.h"

enum { SIDES_MOST = 3 };

/* The line of a tool's verdict on each side; its text unknown: there is none.
 */
struct tool_lines {
    struct slice tool;
    struct record_line lines[SIDES_MOST];
    /*
     * Whether the second side has the verdict at another place than the first
     * side's order gives it (lib/diff/moves.h), and then behind which tool;
     * unknown: it is the first.
     */
    bool moved;
    struct slice after;
};

/* Whether all sides have the same line, or none has one. */
bool tool_lines_equal(const struct tool_lines *t, size_t sides);

/*
 * Who wants to know of the tools of which the sides do not have the same, by
 * their keys; false to stop.
 */
struct tool_taker {
    bool (*take)(void *self, const struct tool_lines *t);
    void *self;
};

enum side_result {
    SIDE_DONE,
    SIDE_STOPPED, /* the taker wants no more, or a line was rejected under
                     `strict` */
    SIDE_FAILED,  /* *d says why, if it has a message */
    SIDE_NO_MEMORY
};

/* What was read of a side. */
struct join_seen {
    size_t verdicts, others; /* records of other types */
};

/*
 * A line that is likely to come next, as another side has it: it needs no look
 * to know what is in it.  No tool: nothing is expected.
 */
struct line_guess {
    uint64_t hash; /* hash_long_bytes */
    size_t len;
    struct slice tool;
};

/* Must stay where it is. */
struct side_reader {
    struct record_cursor cursor;
    struct slice tool; /* of the line it is at; valid as long as that */
    size_t verdicts, others;
    enum side_result result; /* at the end: DONE, STOPPED or NO_MEMORY */
    struct line_guess guess; /* by who reads */
    bool guessed;            /* the line it is at was the one expected */

    /* Private. */
    struct verdict_glance glance;
};

/* As record_cursor_init. */
void side_init(struct side_reader *s, struct record_stream *stream,
               const char *const *source);
void side_free(struct side_reader *s);

/* Goes to the next verdict; false at the end. */
bool side_next(struct side_reader *s);

/*
 * Of a verdict on a tool that has one already on this side: tells that it
 * stands for that one.  False when it is rejected.
 */
bool side_replaces(struct side_reader *s);

/*
 * Rejects a line that a cursor has left behind, for the reason *d.  False when
 * reading must stop.
 */
bool side_reject_late(struct record_stream *s, const struct record_line *line,
                      const struct diag *d);

#endif
