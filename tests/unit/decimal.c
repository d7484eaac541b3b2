/* Numbers with two decimals: reading, writing, rounding. */
#include "lib/base/decimal.h"

#include <math.h>
#include <stdlib.h>

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

static void reads(const char *number, int64_t wanted)
{
    int64_t got = 77;
    bool read = decimal_read(slice_of(number), &got);
    ok(read && got == wanted, "%.60s is %" PRId64 " hundredths", number,
       wanted);
}

static void refuses(const char *number)
{
    int64_t got;
    ok(!decimal_read(slice_of(number), &got), "'%.60s' is refused", number);
}

static void check_reading(void)
{
    reads("0", 0);
    reads("-0", 0);
    reads("74", 7400);
    reads("87.5", 8750);
    reads("-0.25", -25);
    reads("1e2", 10000);
    reads("1E+2", 10000);
    reads("12.34e-1", 123);
    reads("0.004", 0);
    reads("0.005", 1);
    reads("-0.005", -1);
    reads("0.00499999999999999999999999", 0);
    reads("1.005", 101);
    reads("2.675", 268);
    reads("99.995", 10000);
    reads("5e-3", 1);
    reads("49e-4", 0);
    reads("5e-4", 0);
    reads("999e-9999999999999999999", 0);
    reads("0e99999999999999999999", 0);
    reads("0.00000000000000000001e20", 100);
    reads("100000000000000000000e-20", 100);
    reads("1000000000000000", INT64_C(100000000000000000));
    reads("-1000000000000000", -INT64_C(100000000000000000));
    reads("1e15", INT64_C(100000000000000000));
}

static void check_refusals(void)
{
    static const char *const wrong[] = {"",
                                        "-",
                                        "+1",
                                        "01",
                                        "-01",
                                        ".5",
                                        "1.",
                                        "1.e2",
                                        "1e",
                                        "1e+",
                                        "1e-",
                                        "0x10",
                                        " 1",
                                        "1 ",
                                        "1,5",
                                        "1.2.3",
                                        "--1",
                                        "NaN",
                                        "inf",
                                        "1e16",
                                        "-1e16",
                                        "10000000000000001",
                                        "1e9999999999999999999",
                                        "null",
                                        "\"1\""};
    int64_t got;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        refuses(wrong[i]);
    ok(!decimal_read(slice_from(NULL, 0), &got), "an unknown slice is refused");
    ok(!decimal_read(slice_from("1\0", 2), &got), "a NUL is refused");
    ok(!decimal_read(slice_of("1\n"), &got), "the end of a line is refused");
}

static void writes(int64_t hundredths, const char *wanted)
{
    struct bytes b = {0};
    decimal_add(&b, hundredths);
    bytes_add_byte(&b, '\0');
    is_string(b.at, wanted, "%s is written shortest", wanted);
    bytes_free(&b);
}

static void check_writing(void)
{
    writes(0, "0");
    writes(7400, "74");
    writes(8750, "87.5");
    writes(5975, "59.75");
    writes(1, "0.01");
    writes(10, "0.1");
    writes(-1, "-0.01");
    writes(-25, "-0.25");
    writes(-100, "-1");
    writes(10005, "100.05");
    writes(99999, "999.99");
    writes(100000, "1000");
    writes(INT64_MAX, "92233720368547758.07");
    writes(-INT64_MAX, "-92233720368547758.07");
}

/* What is written reads back, and is no longer than need be. */
static void check_round_trip(void)
{
    size_t wrong = 0, long_ones = 0;
    for (int i = 0; i < 200000; i++) {
        static const uint64_t sizes[] = {1000, 10000, 1000000,
                                         UINT64_C(100000000000000000)};
        int64_t n = (int64_t)(random_bits() % sizes[random_below(4)]);
        int64_t wanted = one_in(2) ? n : -n, got = 0;
        struct bytes b = {0};
        decimal_add(&b, wanted);
        struct slice s = bytes_slice(&b);
        wrong += !decimal_read(s, &got) || got != wanted;
        bool point = memchr(s.at, '.', s.len) != NULL;
        long_ones += point && s.at[s.len - 1] == '0';
        long_ones += point != (wanted % 100 != 0);
        bytes_free(&b);
    }
    is_number(wrong, 0, "written numbers read back");
    is_number(long_ones, 0, "no zeros at the end");
}

/* Against strtold, where no digit sits on the border. */
static void check_against_the_library(void)
{
    size_t wrong = 0;
    for (int i = 0; i < 200000; i++) {
        char text[64];
        snprintf(text, sizeof text, "%s%" PRIu64 ".%0*" PRIu64 "e%d",
                 one_in(2) ? "-" : "", random_bits() % 1000,
                 (int)random_below(9) + 1, random_bits() % 1000000000,
                 (int)random_below(9) - 4);
        long double value = strtold(text, NULL) * 100;
        long double distance = fabsl(value - truncl(value)) - 0.5L;
        int64_t got;
        if (fabsl(distance) < 1e-6L)
            continue;
        wrong += !decimal_read(slice_of(text), &got) ||
                 got != (int64_t)llroundl(value);
    }
    is_number(wrong, 0, "numbers are read as the C library reads them");
}

static void check_division(void)
{
    is_number(decimal_divide(1, 2), 1, "1/2 rounds away from zero");
    is_number(decimal_divide(-1, 2), -1, "-1/2 too");
    is_number(decimal_divide(1, -2), -1, "1/-2 too");
    is_number(decimal_divide(-1, -2), 1, "-1/-2 too");
    is_number(decimal_divide(1, 3), 0, "1/3 rounds down");
    is_number(decimal_divide(2, 3), 1, "2/3 rounds up");
    is_number(decimal_divide(0, 7), 0, "0/7 is 0");
    decimal_wide large = (decimal_wide)1 << 100;
    is_number(decimal_divide(large * 3, large * 2), 2, "wide numbers");
    is_number(decimal_of_real(0.125), 13, "0.125 is 13 hundredths");
    is_number(decimal_of_real(-0.125), -13, "-0.125 is -13 hundredths");
    is_number(decimal_of_real(59.75), 5975, "59.75 is 5975 hundredths");
}

int main(void)
{
    check_reading();
    check_refusals();
    check_writing();
    check_round_trip();
    check_against_the_library();
    check_division();
    return done_testing();
}
