/* Sorting by numbers: any count, many equal ones, and these in their order. */
#include "lib/base/sort.h"

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

enum { MOST = 300 };

static bool is_sorted(size_t count, size_t different)
{
    struct numbered at[MOST], room[MOST / 2];
    size_t sum = 0, sorted_sum = 0;
    for (size_t i = 0; i < count; i++) {
        at[i] = (struct numbered){random_below(different), (uint32_t)i};
        sum += at[i].number;
    }
    sort_numbered(at, room, count);
    for (size_t i = 0; i < count; i++) {
        sorted_sum += at[i].number;
        if (i != 0 && (at[i - 1].number > at[i].number ||
                       (at[i - 1].number == at[i].number &&
                        at[i - 1].item >= at[i].item)))
            return false;
    }
    return sum == sorted_sum;
}

int main(void)
{
    size_t wrong = 0;
    for (size_t count = 0; count < MOST; count++)
        for (size_t different = 1; different < 1000; different *= 3)
            wrong += !is_sorted(count, different);
    is_number(wrong, 0, "every count up to %d, few numbers and many", MOST);
    return done_testing();
}
