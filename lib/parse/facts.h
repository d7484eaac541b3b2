/*
 * Facts of a tool that stand behind their labels: on the next line, or behind
 * a colon, as "Category: Search".
 */
#ifndef VTOOLS_PARSE_FACTS_H
#define VTOOLS_PARSE_FACTS_H

#include "lib/parse/lines.h"
#include "lib/parse/patterns.h"

struct fact {
    enum form_pattern label;
    struct slice value;
    size_t line, end; /* the lines of both */
};

/*
 * Reads the fact whose label line `line` is, or begins with; false when it is
 * none.  The value of a label alone is the next line, unless that is a label
 * too.
 */
bool fact_read(struct fact *fact, const struct page_lines *lines,
               struct patterns *p, size_t line);

/*
 * Gives a tool the value that stands for a label, of which a dash is none.
 * Tagline, category, verdict, date and what entry costs stay as they are when
 * the tool has them.
 */
void fact_take(struct patterns *p, struct tool_record *t,
               enum form_pattern label, struct slice value, struct arena *arena,
               bool *no_memory);

/* ASCII letters made small, in the arena: what an entry costs is no prose. */
struct slice fact_lowered(struct slice text, struct arena *arena,
                          bool *no_memory);

/* What the label tells, as the trace names it. */
const char *fact_part(enum form_pattern label);

/* Notes in the trace who took the lines of a fact. */
void fact_trace(const struct fact *fact, const struct page_lines *lines,
                const struct patterns *p);

#endif
