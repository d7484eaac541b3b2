/* Slices that differ in one byte, of every length that is looked at apart. */
#include "lib/base/slice.h"

#include <stdlib.h>

#include "tests/unit/tap.h"

enum { LENGTH_MOST = 80 };

/* In memory that ends where the slice does, for whoever reads too far. */
static char *copy_of(const char *at, size_t len)
{
    char *copy = malloc(len == 0 ? 1 : len);
    if (copy == NULL)
        abort();
    memcpy(copy, at, len);
    return copy;
}

/* How many single bytes can be changed without being noticed. */
static size_t count_unnoticed(const char *text, size_t len)
{
    size_t count = 0;
    char *a = copy_of(text, len), *b = copy_of(text, len);
    for (size_t i = 0; i < len; i++) {
        b[i] ^= 1;
        count += slice_equal(slice_from(a, len), slice_from(b, len));
        b[i] ^= 1;
    }
    count += !slice_equal(slice_from(a, len), slice_from(b, len));
    free(a);
    free(b);
    return count;
}

int main(void)
{
    char text[LENGTH_MOST];
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 26);
    for (size_t len = 0; len <= LENGTH_MOST; len++)
        wrong += count_unnoticed(text, len);
    ok(wrong == 0, "slices up to %d bytes are equal if every byte is",
       LENGTH_MOST);
    ok(!slice_equal(slice_from(text, 9), slice_from(text, 10)),
       "slices of different lengths are not");
    ok(!slice_equal(slice_from(NULL, 0), slice_of("")) &&
           slice_equal(slice_from(NULL, 0), slice_from(NULL, 0)),
       "what is unknown equals only what is unknown");
    return done_testing();
}
