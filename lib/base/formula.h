/*
 * Text that a spreadsheet would take for a formula, and the apostrophe that
 * keeps it from doing so.
 */
#ifndef VTOOLS_BASE_FORMULA_H
#define VTOOLS_BASE_FORMULA_H

#include "lib/base/slice.h"

/*
 * Whether a cell with this text needs an apostrophe before it: its first
 * character is = + - @, one of these in full width, TAB, CR or LF.  White
 * space, characters without width and apostrophes before the first character
 * do not count, so that a text with an apostrophe of its own before a formula
 * needs another one, and taking one away gives the text back.
 */
bool formula_needs_guard(struct slice text);

/* The text of a cell without the apostrophe that formula_needs_guard asks
 * for; any other cell as it is. */
struct slice formula_without_guard(struct slice cell);

#endif
