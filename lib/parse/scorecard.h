/*
 * The scorecard grammar: comparison pages, whole or cut off anywhere.
 *
 * Nothing hangs on known names or on the words of prose.  What holds a page
 * together is its structure: the run of lines `{n}%`, `Panel ship`, a value,
 * `Community`, a value, `Entry` in each tool's block; names that fit the
 * title; a Decision table that repeats those names; score lines in the
 * reviewer scorecard.  The parts are read one after the other by the files
 * beside this one (block, decision, panel), each of which begins where the
 * one before ended.
 */
#ifndef VTOOLS_PARSE_SCORECARD_H
#define VTOOLS_PARSE_SCORECARD_H

#include "lib/parse/lines.h"
#include "lib/parse/patterns.h"

enum { TOOLS_MOST = 16, REVIEWS_MOST = 65536 };

/* A page being read; everything belongs to the page or to the arena. */
struct scorecard {
    const struct page_lines *lines;
    struct patterns *patterns;
    struct arena *arena;
    bool no_memory;
    bool broken_off; /* the page ends before its footer */
    /* What is read so far. */
    struct tool_record tools[TOOLS_MOST];
    size_t tool_count;
    struct review_record *reviews;
    size_t review_count, review_most;
    size_t tools_past; /* tools past TOOLS_MOST, which are not read */
    size_t unplaced;   /* reviews that no tool could be found for */
    size_t passed;     /* lines among the reviews that are no part of one */
};

/*
 * Reads the page that `s` was given (lines, patterns, arena; the rest
 * zeroed).  What was not found stays empty; `no_memory` tells of that.
 * Records have no page, source file or keys yet.
 */
void scorecard_read(struct scorecard *s);

/*
 * The tools' blocks.  Gives the line behind the last block's `Entry`, or
 * what stands for it, from where on the rest is to be sought.
 */
size_t scorecard_read_blocks(struct scorecard *s);

/*
 * The Decision table, which begins at or behind line `from`.  *begin is set
 * to its first line, or to the end when there is none.  Gives the line behind
 * it, or `from`.
 */
size_t scorecard_read_decision(struct scorecard *s, size_t from, size_t *begin);

/* The reviewer scorecard, whose heading is line `heading`. */
void scorecard_read_panel(struct scorecard *s, size_t heading);

#endif
