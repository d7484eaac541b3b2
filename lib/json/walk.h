/*
 * Walking over a JSON line without building anything.  Each step stands
 * behind what it took, or gives false where the line is not plainly valid:
 * that says nothing, for then jansson decides.
 */
#ifndef VTOOLS_JSON_WALK_H
#define VTOOLS_JSON_WALK_H

#include "lib/json/fields.h"

struct walk {
    const char *at, *end;
    const char *line;
    bool trusted; /* jansson has taken the line: nothing is checked again */
};

void walk_space(struct walk *w);

/* One byte, if it is this one. */
bool walk_take(struct walk *w, char c);

/* A string, `at` standing behind its first quotation mark. */
bool walk_string(struct walk *w, struct slice *raw, bool *escaped);

/* Any value. */
bool walk_value(struct walk *w, struct field *f);

/* The number that four hex digits make, or -1. */
long walk_hex4(const char *at, const char *end);

#endif
