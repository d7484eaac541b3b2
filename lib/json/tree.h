/*
 * Whole JSON values by jansson, which decides what is valid JSON.  Only NUL
 * bytes, some of which it passes over, are refused before.
 */
#ifndef VTOOLS_JSON_TREE_H
#define VTOOLS_JSON_TREE_H

#include <jansson.h>

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

/*
 * Parses one line that must hold one object or array.  The caller releases
 * the value with json_decref.  NULL with *d filled, the column being where
 * the line stops to be valid.
 */
json_t *tree_read_line(struct slice line, const char *source, size_t number,
                       struct diag *d);

/*
 * Parses a text of several lines (a policy, say), in which repeated keys are
 * refused.
 */
json_t *tree_read_text(struct slice text, const char *source, struct diag *d);

/* A string's bytes, valid as long as the value; unknown for anything else. */
struct slice tree_string(const json_t *value);

/*
 * Adds the value as compact JSON text that reads as the same value, its reals
 * with as few digits as that takes.
 */
void tree_add_text(struct bytes *out, const json_t *value);

/* The same with reals in 17 digits, which takes no search for fewer. */
void tree_add_exact_text(struct bytes *out, const json_t *value);

#endif
