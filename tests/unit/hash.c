/* The digits of a hash, against those of printf. */
#include "lib/base/hash.h"

#include <stdio.h>

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

static bool has_digits(uint64_t hash)
{
    char expected[17], digits[16];
    struct bytes some = {0};
    snprintf(expected, sizeof expected, "%016llx", (unsigned long long)hash);
    hash_put_hex(digits, hash);
    hash_add_hex(&some, hash, 6);
    bool right = memcmp(digits, expected, sizeof digits) == 0 &&
                 some.len == 6 && memcmp(some.at, expected, 6) == 0;
    bytes_free(&some);
    return right;
}

int main(void)
{
    size_t wrong = 0;
    for (int i = 0; i < 64; i++)
        wrong += !has_digits(UINT64_C(1) << i) ||
                 !has_digits((UINT64_C(1) << i) - 1);
    for (int i = 0; i < 100000; i++)
        wrong += !has_digits(random_bits());
    is_number(wrong, 0, "every digit is at its place");
    return done_testing();
}
