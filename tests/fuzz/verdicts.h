/* What the fuzzers of verdicts share: reading them, and giving up. */
#ifndef TESTS_FUZZ_VERDICTS_H
#define TESTS_FUZZ_VERDICTS_H

#include <stdio.h>
#include <stdlib.h>

#include "lib/record/snapshot.h"

enum { TOOLS_MOST = 12 };

/* Shown when something is wrong. */
static struct slice at_hand;

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n%.*s\n", what, (int)at_hand.len, at_hand.at);
    abort();
}

static void read_verdicts(struct snapshot *s, struct slice rest)
{
    for (size_t number = 1; rest.len != 0 && s->count < TOOLS_MOST; number++) {
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t len = end == NULL ? rest.len : (size_t)(end - rest.at);
        const struct record_line line = {
            .text = slice_from(rest.at, len), .source = "in", .number = number};
        enum snapshot_news news;
        struct diag d = {0};
        at_hand = line.text;
        enum record_answer answer = snapshot_take(s, &line, &news, &d);
        require(answer != RECORD_STOP, "no memory");
        if (answer == RECORD_REJECTED)
            require(d.line == number && d.column >= 1 && d.column <= len + 1,
                    "a refusal that names no place");
        rest = slice_after(rest, end == NULL ? len : len + 1);
    }
}

#endif
