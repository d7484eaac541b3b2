/*
 * Walking over a JSON line without building anything.  Each step stands
 * behind what it took, or gives false where the line is not plainly valid:
 * that says nothing, for then jansson decides.
 */
#ifndef VTOOLS_JSON_WALK_H
#define VTOOLS_JSON_WALK_H

#include "lib/base/wide.h"
#include "lib/json/fields.h"

struct walk {
    const char *at, *end;
    const char *line;
    bool trusted; /* jansson has taken the line: nothing is checked again */
    const struct wide *wide;
};

static inline struct walk walk_begin(struct slice line, bool trusted,
                                     const struct wide *wide)
{
    return (struct walk){line.at, line.at + line.len, line.at, trusted, wide};
}

void walk_long_space(struct walk *w);

static inline void walk_space(struct walk *w)
{
    if (w->at < w->end && (unsigned char)*w->at <= ' ')
        walk_long_space(w);
}

/* One byte, if it is this one. */
static inline bool walk_take(struct walk *w, char c)
{
    if (w->at == w->end || *w->at != c)
        return false;
    w->at++;
    return true;
}

/*
 * A string, `at` standing behind its first quotation mark.  As all that is
 * not ASCII stands in strings, it is they that are held to be UTF-8.
 */
bool walk_string(struct walk *w, struct slice *raw, bool *escaped);

/* Any value. */
bool walk_value(struct walk *w, struct field *f);

/* The number that four hex digits make, or -1. */
long walk_hex4(const char *at, const char *end);

#endif
