/* Test results in the Test Anything Protocol, for programs of one file:
 *
 *     int main(void)
 *     {
 *         ok(1 + 1 == 2, "one and one");
 *         is_string(name, "vparse", "name of case %d", i);
 *         is_number(count, 3, "count");
 *         return done_testing();
 *     }
 *
 * Every call prints one result and returns whether it passed; what went wrong
 * goes to stderr, as lines that begin with #. */
#ifndef TESTS_UNIT_TAP_H
#define TESTS_UNIT_TAP_H

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* With -O3, gcc takes a string that slice_of would let be NULL to be so. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic ignored "-Wformat-overflow"
#endif

#define ok(condition, ...) tap_ok((condition), __FILE__, __LINE__, __VA_ARGS__)
#define is_string(got, wanted, ...)                                            \
    tap_is_string((got), (wanted), __FILE__, __LINE__, __VA_ARGS__)
#define is_number(got, wanted, ...)                                            \
    tap_is_number((intmax_t)(got), (intmax_t)(wanted), __FILE__, __LINE__,     \
                  __VA_ARGS__)

static int tap_run;
static int tap_failed;

static inline bool tap_report(bool passed, const char *file, int line,
                              const char *format, va_list arguments)
{
    tap_run++;
    printf("%sok %d - ", passed ? "" : "not ", tap_run);
    vprintf(format, arguments);
    putchar('\n');
    fflush(stdout);
    if (!passed) {
        tap_failed++;
        fprintf(stderr, "# failed at %s:%d\n", file, line);
    }
    return passed;
}

__attribute__((format(printf, 4, 5))) static inline bool
tap_ok(bool passed, const char *file, int line, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    tap_report(passed, file, line, format, arguments);
    va_end(arguments);
    return passed;
}

/* A null pointer equals only a null pointer. */
__attribute__((format(printf, 5, 6))) static inline bool
tap_is_string(const char *got, const char *wanted, const char *file, int line,
              const char *format, ...)
{
    va_list arguments;
    bool passed = got && wanted ? strcmp(got, wanted) == 0 : !got && !wanted;

    va_start(arguments, format);
    tap_report(passed, file, line, format, arguments);
    va_end(arguments);
    if (!passed)
        fprintf(stderr, "#      got: %s\n#   wanted: %s\n",
                got ? got : "(null)", wanted ? wanted : "(null)");
    return passed;
}

__attribute__((format(printf, 5, 6))) static inline bool
tap_is_number(intmax_t got, intmax_t wanted, const char *file, int line,
              const char *format, ...)
{
    va_list arguments;
    bool passed = got == wanted;

    va_start(arguments, format);
    tap_report(passed, file, line, format, arguments);
    va_end(arguments);
    if (!passed)
        fprintf(stderr, "#      got: %jd\n#   wanted: %jd\n", got, wanted);
    return passed;
}

/* The plan, at the end; the value is the program's exit status. */
static inline int done_testing(void)
{
    printf("1..%d\n", tap_run);
    if (fflush(stdout) != 0)
        return 1;
    return tap_failed ? 1 : 0;
}

#endif
