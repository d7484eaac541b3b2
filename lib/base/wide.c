#include "lib/base/wide.h"

#include "lib/base/scan16.h"

/*
 * What the processor has is asked each time: that is a look at one number,
 * and nothing need be set up.
 */
static bool has_avx2(void)
{
#ifdef SCAN_REGISTERS
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

const struct wide *wide_best(void)
{
#ifdef SCAN_REGISTERS
    return has_avx2() ? &wide_avx2 : &wide_sse2;
#else
    return &wide_plain;
#endif
}

const struct wide *wide_at(size_t number)
{
    const struct wide *all[] = {
#ifdef SCAN_REGISTERS
        &wide_avx2, &wide_sse2,
#endif
        &wide_plain};
#ifdef SCAN_REGISTERS
    if (!has_avx2())
        number++;
#endif
    return number < sizeof all / sizeof *all ? all[number] : NULL;
}
