/*
 * A line as values against jansson's tree of it: both refuse it in the same
 * words, or both take it and say the same.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/json/tree.h"
#include "tests/unit/value_agreement.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice line = slice_from(size == 0 ? "" : (const char *)data, size);
    struct diag ignored;
    json_t *tree = tree_read_line(line, "test", 7, &ignored);
    const char *wrong = differing_line(line, tree);
    if (wrong != NULL) {
        fprintf(stderr, "%s\n", wrong);
        abort();
    }
    json_decref(tree);
    return 0;
}
