/*
 * JSON strings for documents.  What they say is what json_add_string's say,
 * but characters that a terminal or a browser would act upon are escaped.
 */
#ifndef VTOOLS_RENDER_JSON_TEXT_H
#define VTOOLS_RENDER_JSON_TEXT_H

#include "lib/base/bytes.h"

/* Where the JSON will stand. */
enum json_place {
    JSON_ALONE,  /* control characters and those of direction are escaped */
    JSON_IN_PAGE /* < > and & too: it may stand in a script of an HTML page */
};

/* Adds a string with its quotation marks; an unknown slice is null. */
void json_text_add_string(struct bytes *out, struct slice s,
                          enum json_place place);

#endif
