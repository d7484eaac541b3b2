/* Ratings as pages write them. */
#include "lib/parse/rating.h"

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

#define NONE DECIMAL_UNKNOWN

static const struct {
    const char *text;
    int64_t value, best, worst, score;
} ratings[] = {
    {"4", 400, 500, 100, 7500},
    {"4.4", 440, 500, 100, 8500},
    {"4,5", 450, 500, 100, 8750},
    {" 5 ", 500, 500, 100, 10000},
    {"1", 100, 500, 100, 0},
    {"0", 0, 500, 0, 0},
    {"0.5", 50, 500, 0, 1000},
    {"4½", 450, 500, 100, 8750},
    {"½", 50, 500, 0, 1000},
    {"9.1/10", 910, 1000, 100, 9000},
    {"9.1 / 10", 910, 1000, 100, 9000},
    {"9,1 / 10", 910, 1000, 100, 9000},
    {"85 %", 8500, 10000, 0, 8500},
    {"85%", 8500, 10000, 0, 8500},
    {"4 out of 5", 400, 500, 100, 7500},
    {"Rated 4.5 out of 5 stars", 450, 500, 100, 8750},
    {"9.2 out of \t 10 based on 178 reviews", 920, 1000, 100, 9111},
    {"4 von 5 Sternen", 400, 500, 100, 7500},
    {"4 offers", 400, 500, 100, 7500},
    {"4 stars", 400, 500, 100, 7500},
    {"4 stars out of 5", 400, 500, 100, 7500},
    {"4-star", 400, 500, 100, 7500},
    {"★★★★☆", 400, 500, 100, 7500},
    {"★★★★", 400, 500, 100, 7500},
    {"★★★½☆", 350, 500, 100, 6250},
    {"⭐️⭐️⭐️", 300, 500, 100, 5000},
    {"★ ★ ★ ☆ ☆ (12)", 300, 500, 100, 5000},
    {"★★★★★★★★☆☆", 800, 1000, 100, 7778},
    {"☆☆☆☆☆", 0, 500, 0, 0},
    {"7", 700, 1000, 100, 6667},
    {"88", 8800, 10000, 0, 8800},
    {"88/100", 8800, 10000, 0, 8800},
    {"150", 15000, 10000, 0, NONE},
    {"6/5", 600, 500, 100, NONE},
    {"-1", -100, 500, 0, NONE},
    {"5/0", 500, 0, 100, NONE},
    {"004", 400, 500, 100, 7500},
    {"4.", 400, 500, 100, 7500},
    {"4.5.6", 450, 500, 100, 8750},
    {"3.14159", 314, 500, 100, 5350},
};

static const char *const no_ratings[] = {
    "",
    " ",
    "great",
    "-",
    "n/a",
    "123456789012345678901234567890123",
    "9999999999999999999",
    "%",
};

static const struct {
    const char *text;
    int64_t count;
} counts[] = {
    {"178", 178},
    {"178 reviews", 178},
    {"(17)", 17},
    {"6,780", 6780},
    {"6,780 reviews", 6780},
    {"1.234", 1234},
    {"1.234.567", 1234567},
    {"1 234", 1234},
    {"1\xc2\xa0"
     "234",
     1234},
    {"1'234", 1234},
    {"12k", 12000},
    {"1.2k", 1200},
    {"1,2K reviews", 1200},
    {"3M", 3000000},
    {"5 kinds", 5},
    {"89.0", 89},
    {"89.5", -1},
    {"based on 62 reviews", 62},
    {"12345,678", -1},
    {"0", 0},
    {"", -1},
    {"none", -1},
    {"-3", -1},
};

static void check_ratings(void)
{
    for (size_t i = 0; i < sizeof ratings / sizeof *ratings; i++) {
        struct rating r;
        bool read = rating_read(slice_of(ratings[i].text), &r);
        rating_complete(&r);
        ok(read && r.value == ratings[i].value && r.best == ratings[i].best &&
               r.worst == ratings[i].worst &&
               rating_score(&r) == ratings[i].score,
           "\"%s\" is %" PRId64 " of %" PRId64 " to %" PRId64
           ", score %" PRId64,
           ratings[i].text, r.value, r.worst, r.best, rating_score(&r));
    }
    for (size_t i = 0; i < sizeof no_ratings / sizeof *no_ratings; i++) {
        struct rating r;
        ok(!rating_read(slice_of(no_ratings[i]), &r), "\"%s\" is no rating",
           no_ratings[i]);
    }
}

static void check_counts(void)
{
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        is_number(rating_read_count(slice_of(counts[i].text)), counts[i].count,
                  "count of \"%s\"", counts[i].text);
    ok(rating_read_count(slice_of("99999999999999999999999k")) > 0,
       "a huge count does not overflow");
}

/* Whatever scale: worst is 0, best 100, and a better value never less. */
static void check_scales(void)
{
    bool ends = true, ordered = true;
    for (size_t round = 0; round < 20000; round++) {
        struct rating r = {.worst = (int64_t)random_below(2000) - 1000};
        r.best = r.worst + 1 + (int64_t)random_below(100000);
        r.value = r.worst;
        ends = ends && rating_score(&r) == 0;
        r.value =
            r.worst + (int64_t)random_below((size_t)(r.best - r.worst) + 1);
        int64_t score = rating_score(&r);
        ordered = ordered && score >= 0 && score <= 10000;
        if (r.value < r.best) {
            r.value++;
            ordered = ordered && rating_score(&r) >= score;
        }
        r.value = r.best;
        ends = ends && rating_score(&r) == 10000;
    }
    ok(ends, "the worst of any scale is 0, the best 100");
    ok(ordered, "a better value never has a lower score");
}

static void check_noise(void)
{
    static const char alphabet[] = "0123456789.,/% -kM★☆½of out";
    bool sane = true;
    for (size_t round = 0; round < 100000; round++) {
        char text[24];
        size_t len = random_below(sizeof text);
        for (size_t i = 0; i < len; i++)
            text[i] = alphabet[random_below(sizeof alphabet - 1)];
        struct rating r;
        if (rating_read(slice_from(text, len), &r)) {
            rating_complete(&r);
            int64_t score = rating_score(&r);
            sane = sane &&
                   (score == DECIMAL_UNKNOWN || (score >= 0 && score <= 10000));
        }
        sane = sane && rating_read_count(slice_from(text, len)) >= -1;
    }
    ok(sane, "noise gives no score outside 0 to 100");
}

int main(void)
{
    check_ratings();
    check_counts();
    check_scales();
    check_noise();
    return done_testing();
}
