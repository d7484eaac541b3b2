/* vrender --split: a document for every name that records make. */
#ifndef VTOOLS_CMD_RENDER_SPLIT_H
#define VTOOLS_CMD_RENDER_SPLIT_H

#include "cmd/command.h"
#include "lib/render/document.h"

/*
 * Reads the records and writes them to files named by `pattern`, in which
 * `{member}` or `{member.member}` stands for a string of the record.  Records
 * of one name that follow each other make one document; a file that says the
 * same already is left as it is.  The names go to the output, one a line.
 */
void render_split(struct command *c, const char *pattern,
                  const struct format *format,
                  const struct render_settings *settings);

/*
 * False with *d filled when a pattern has no name in braces, or braces that
 * do not fit.
 */
bool render_split_check(const char *pattern, struct diag *d);

#endif
