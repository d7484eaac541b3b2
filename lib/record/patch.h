/*
 * What makes old lines the new ones: the member `patches` of changes, and of
 * records of the type `patch`.
 */
#ifndef VTOOLS_RECORD_PATCH_H
#define VTOOLS_RECORD_PATCH_H

#include "lib/json/object.h"
#include "lib/json/write.h"

/*
 * A piece of the new line: bytes copied from the old one (more than 0), bytes
 * passed over there (less), or a text, which is unknown in the other two.
 */
struct patch_piece {
    int64_t bytes;
    struct slice text;
};

struct patch {
    struct slice tool;
    struct slice from, to;            /* hashes, 16 hex digits, or unknown */
    bool has_line;                    /* the line is another one */
    const struct patch_piece *pieces; /* of the new line */
    size_t count;
    bool moved;         /* the verdict stands where it usually would not: */
    struct slice after; /* behind this tool's, or first if unknown */
};

/* Writes one of them. */
void patch_write(struct json_writer *w, const struct patch *p);

/*
 * Adds the member to a record, of patches with commas between them, and the
 * total of patches in all records if it is not 0.
 */
void patches_add(struct bytes *record, struct slice patches, size_t total);

/* Reads one of them, as verdict_read does; it lies in the arena and *o. */
bool patch_read(struct object *o, struct arena *arena, struct patch *p);

#endif
