/*
 * Blocks of lines that several threads prepare, and that are handed over in
 * the order in which they were read.  Private to the loop of lib/record/stream.
 */
#ifndef VTOOLS_RECORD_LINE_JOBS_H
#define VTOOLS_RECORD_LINE_JOBS_H

#include "lib/record/stream.h"

/* A line that is not blank. */
struct block_line {
    struct slice whole, text; /* with what may stand around a record; without */
    size_t number;            /* from the block's first line, which is 1 */
    const void *prepared;     /* NULL: nothing was made of it */
};

/* Of a block of whole lines, all of them. */
struct line_job {
    struct line_block block;
    struct block_line *lines;
    size_t count, cap;
    size_t line_count; /* with the blank ones */
    bool failed;       /* there was no memory for the lines */

    /* Private. */
    bool read;          /* there was a block for it */
    struct arena arena; /* what was prepared */
};

/* Takes the next block; false: no more of them.  Called by one at a time. */
typedef bool line_job_taker(void *self, const struct line_job *job);

enum line_jobs_result {
    LINE_JOBS_DONE,
    LINE_JOBS_STOPPED,  /* the taker wanted no more */
    LINE_JOBS_NO_MEMORY /* to begin with: nothing was read */
};

/* Reads all there is and hands it over. */
enum line_jobs_result line_jobs_run(struct block_reader *reader,
                                    const struct record_preparer *preparer,
                                    line_job_taker *take, void *self);

#endif
