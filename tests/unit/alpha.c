/* Krippendorff's alpha on published examples, and what always holds. */
#include "lib/score/alpha.h"

#include <math.h>

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

enum { OBSERVERS = 6, UNITS = 15 };

/* K. Krippendorff, 2011: four observers of twelve units; "." is no value. */
static const char *const four_observers[OBSERVERS] = {
    "123321412...",
    "1233224125.3",
    ".3332342251.",
    "12332441251.",
};

/* Wikipedia, "Krippendorff's alpha": three observers of fifteen units. */
static const char *const three_observers[OBSERVERS] = {
    ".....34121133.3",
    "1.213343.......",
    "..21344.21133.4",
};

static const char *const alike[OBSERVERS] = {"1..1", "1.11"};
static const char *const unpaired[OBSERVERS] = {"12..", "..34"};
static const char *const opposed[OBSERVERS] = {"1212", "2121"};
static const char *const agreed[OBSERVERS] = {"1252", "1252"};

static void add_unit(const char *const *observers, size_t unit,
                     struct alpha_nominal *nominal,
                     struct alpha_interval *interval)
{
    int64_t counts[ALPHA_CATEGORIES] = {0}, n = 0, sum = 0, squares = 0;
    for (size_t i = 0; i < OBSERVERS && observers[i] != NULL; i++) {
        if (observers[i][unit] == '.')
            continue;
        int64_t value = observers[i][unit] - '0';
        counts[value]++;
        n++;
        sum += value * 100;
        squares += value * 100 * value * 100;
    }
    alpha_nominal_add(nominal, counts);
    alpha_interval_add(interval, n, sum, squares);
}

/* The units are taken from both ends: their order never shows. */
static void check(const char *name, const char *const *observers,
                  int64_t wanted_nominal, int64_t wanted_interval)
{
    struct alpha_nominal nominal = {0}, backwards = {0};
    struct alpha_interval interval = {0}, interval_backwards = {0};
    size_t units = strlen(observers[0]);
    for (size_t i = 0; i < units; i++) {
        add_unit(observers, i, &nominal, &interval);
        add_unit(observers, units - 1 - i, &backwards, &interval_backwards);
    }
    is_number(alpha_nominal_value(&nominal), wanted_nominal, "%s: nominal",
              name);
    is_number(alpha_interval_value(&interval), wanted_interval, "%s: interval",
              name);
    ok(alpha_nominal_value(&backwards) == wanted_nominal &&
           alpha_interval_value(&interval_backwards) == wanted_interval,
       "%s: the same backwards", name);
}

static long double square(long double x)
{
    return x * x;
}

/* The definition, pair by pair, for the nominal and the interval metric. */
static void by_definition(int64_t values[UNITS][OBSERVERS],
                          const size_t counts[UNITS], long double alpha[2])
{
    long double observed[2] = {0}, expected[2] = {0}, n = 0;
    for (size_t u = 0; u < UNITS; u++) {
        for (size_t i = 0; counts[u] > 1 && i < counts[u]; i++) {
            n++;
            for (size_t v = 0; v < UNITS; v++) {
                for (size_t j = 0; counts[v] > 1 && j < counts[v]; j++) {
                    long double far[2] = {
                        values[u][i] != values[v][j],
                        square((long double)(values[u][i] - values[v][j]))};
                    for (int k = 0; k < 2; k++) {
                        expected[k] += far[k];
                        if (u == v)
                            observed[k] +=
                                far[k] / (long double)(counts[u] - 1);
                    }
                }
            }
        }
    }
    for (int k = 0; k < 2; k++)
        alpha[k] = 1 - observed[k] * (n - 1) / expected[k];
}

static void check_random_panels(void)
{
    size_t wrong = 0;
    for (int round = 0; round < 2000; round++) {
        struct alpha_nominal nominal = {0};
        struct alpha_interval interval = {0};
        int64_t values[UNITS][OBSERVERS];
        size_t counts[UNITS];
        for (size_t u = 0; u < UNITS; u++) {
            int64_t of[ALPHA_CATEGORIES] = {0}, sum = 0, squares = 0;
            counts[u] = random_below(OBSERVERS + 1);
            for (size_t i = 0; i < counts[u]; i++) {
                int64_t value = (int64_t)random_below(4);
                values[u][i] = value;
                of[value]++;
                sum += value;
                squares += value * value;
            }
            alpha_nominal_add(&nominal, of);
            alpha_interval_add(&interval, (int64_t)counts[u], sum, squares);
        }
        long double wanted[2];
        by_definition(values, counts, wanted);
        wrong += !(fabsl((long double)alpha_nominal_value(&nominal) -
                         wanted[0] * 1000) < 0.5001L);
        wrong += !(fabsl((long double)alpha_interval_value(&interval) -
                         wanted[1] * 1000) < 0.5001L);
    }
    is_number(wrong, 0, "random panels, by the definition");
}

/* The sums of a million tools with large panels stay within their bounds. */
static void check_large_sums(void)
{
    struct alpha_nominal nominal = {0};
    struct alpha_interval interval = {0};
    int64_t half = 500;
    const int64_t counts[ALPHA_CATEGORIES] = {half, half};
    for (int i = 0; i < 1000000; i++) {
        alpha_nominal_add(&nominal, counts);
        alpha_interval_add(&interval, 2 * half, (decimal_wide)half * 10000,
                           (decimal_wide)half * 100000000);
    }
    is_number(alpha_nominal_value(&nominal), -1, "a billion verdicts");
    is_number(alpha_interval_value(&interval), -1, "a billion scores");
}

int main(void)
{
    check("four observers", four_observers, 743, 849);
    check("three observers", three_observers, 691, 811);
    check("all values are one", alike, ALPHA_UNKNOWN, ALPHA_UNKNOWN);
    check("no unit has two values", unpaired, ALPHA_UNKNOWN, ALPHA_UNKNOWN);
    check("always opposed", opposed, -750, -750);
    check("always agreed", agreed, 1000, 1000);
    check_random_panels();
    check_large_sums();
    return done_testing();
}
