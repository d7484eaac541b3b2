/* The field reader against jansson, on any line. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/agreement.h"

static const struct slice names[] = {SLICE("type"),  SLICE("tool"), SLICE("k"),
                                     SLICE("score"), SLICE(""),     SLICE("é")};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct field_reader reader;
    if (reader.count == 0)
        field_reader_init(&reader, names, sizeof names / sizeof *names);
    struct slice line = slice_from(size == 0 ? "" : (const char *)data, size);
    const char *wrong = disagreement(&reader, line);
    if (wrong != NULL) {
        fprintf(stderr, "%s\n", wrong);
        abort();
    }
    return 0;
}
