/* Telling of records that a document had no place for. */
#ifndef VTOOLS_CMD_IGNORED_H
#define VTOOLS_CMD_IGNORED_H

#include "cmd/command.h"
#include "lib/render/document.h"

/* `file` is the document's, NULL for that of the whole output. */
void note_ignored(struct command *c, const struct document *document,
                  const char *file);

#endif
