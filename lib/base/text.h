/*
 * Text as records hold it: NFC, runs of white space folded to one space, ends
 * trimmed; and the slugs made of names.  White space is what Unicode gives
 * the property White_Space.
 */
#ifndef VTOOLS_BASE_TEXT_H
#define VTOOLS_BASE_TEXT_H

#include <stdint.h>

#include "lib/base/bytes.h"
#include "lib/base/wide.h"

bool text_is_space(uint32_t codepoint);

/*
 * Marks belong to the letter before them (a Devanagari vowel sign is no
 * separator), so they count as letters.
 */
bool text_is_letter_or_digit(uint32_t c);

/* Adds s, which must be valid UTF-8, folded and in NFC. */
void text_add_folded(struct bytes *out, struct slice s);

/*
 * Whether s, valid UTF-8, surely is as text_add_folded would leave it.  False
 * says nothing: it is a quick look that most text passes.
 */
bool text_is_folded(struct slice s);

/* The same with the registers that are named. */
bool text_is_folded_by(const struct wide *wide, struct slice s);

/* s without white space at its ends. */
struct slice text_trim(struct slice s);

/*
 * Adds the slug of a name: letters and digits of any script, case-folded;
 * every other run becomes one `-`, none at the ends.
 */
void text_add_slug(struct bytes *out, struct slice name);

/* Line and column, both from 1, of an offset; columns in bytes. */
void text_find_place(struct slice text, size_t offset, size_t *line,
                     size_t *column);

/* Whether s is one character as a reader counts them (a grapheme cluster). */
bool text_is_one_character(struct slice s);

#endif
