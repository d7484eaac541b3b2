/*
 * Where pages come from: files, folders, standard input, and the containers
 * that crawlers leave on the disk.  Whatever an operand is, its pages come out
 * one after the other.
 */
#ifndef VTOOLS_IO_PAGE_H
#define VTOOLS_IO_PAGE_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

/*
 * One page as it was found.  `bytes` are decompressed and freed of transfer
 * encodings, but not decoded to UTF-8.  Everything is valid during the call
 * that hands the page out.  Unknown slices: nobody said.
 */
struct page {
    const char *file; /* the operand or the file in a folder */
    const char *name; /* what diagnostics call it: the file and, where that
                         holds several pages, which of them */
    struct slice bytes;
    struct slice url, fetched; /* fetched: RFC 3339 UTC */
    struct slice charset;      /* from the transport, as it stood */
    struct slice type;   /* media type from the transport, small letters */
    size_t line, offset; /* of the page in the file; 1 and 0 if it is all */
};

#endif
