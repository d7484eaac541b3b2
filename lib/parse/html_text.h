/* Text that stands between tags, made into text as records hold it. */
#ifndef VTOOLS_PARSE_HTML_TEXT_H
#define VTOOLS_PARSE_HTML_TEXT_H

#include "lib/base/arena.h"
#include "lib/base/bytes.h"

/* The text without ASCII white space at its beginning, and at its end. */
struct slice html_text_skip_blanks(struct slice text);
struct slice html_text_trim(struct slice text);

/*
 * Adds a text to those before it, each run of ASCII white space as one space,
 * and none at the beginning of all.
 */
void html_text_join(struct bytes *joined, struct slice text);

/*
 * The text folded (lib/base/text.h): a part of itself when it is so already
 * and `lasts` as long as the arena does, or else in the arena; `scratch` is
 * room to work in.  Unknown, with *failed set, when there is no memory.
 */
struct slice html_text_fold(struct slice text, bool lasts,
                            struct bytes *scratch, struct arena *arena,
                            bool *failed);

#endif
