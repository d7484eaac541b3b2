#include "lib/base/wide.h"

#include "lib/base/scan16.h"

/*
 * What the processor has is asked each time: that is a look at one number,
 * and nothing need be set up.
 */
const struct wide *wide_at(size_t number)
{
    static const struct wide *const all[] = {
#ifdef SCAN_REGISTERS
        &wide_avx2, &wide_sse2,
#endif
        &wide_plain};
#ifdef SCAN_REGISTERS
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi"))
        number++;
#endif
    return number < sizeof all / sizeof *all ? all[number] : NULL;
}

const struct wide *wide_best(void)
{
    return wide_at(0);
}
