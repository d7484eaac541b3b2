/*
 * Folders of files, read through in the byte order of names, so that the
 * order is the same everywhere.  Names that begin with a dot are passed over.
 */
#ifndef VTOOLS_IO_FOLDER_H
#define VTOOLS_IO_FOLDER_H

#include "lib/base/arena.h"
#include "lib/base/diag.h"
#include "lib/base/table.h"

struct folder_walker {
    /* Takes a file, whose path is valid during the call; false to stop. */
    bool (*take)(void *self, const char *path);
    /*
     * Hears of what is no file and not read: folders that may not be read,
     * links that lead back up, devices, pipes.
     */
    void (*refuse)(void *self, const struct diag *d);
    /* Hears of a folder that was walked already by another name. */
    void (*pass)(void *self, const struct diag *d);
    void *self;
    size_t hidden, repeated; /* names and folders passed over so far */
    size_t files;            /* that were there to be taken */
    /* Private. */
    struct table walked; /* folders by device and inode */
    struct arena ids;
};

bool folder_is(const char *path);

/*
 * Walks through a folder and those in it, through links as well, but through
 * none of them twice.  False when a taker stopped it.
 */
bool folder_walk(struct folder_walker *w, const char *path);

#endif
