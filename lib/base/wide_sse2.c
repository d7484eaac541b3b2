/* Sixteen bytes at once, which every x86-64 can look at. */
#include "lib/base/scan16.h"
#include "lib/base/wide.h"

#ifdef SCAN_REGISTERS

static const char *plain_end(const char *at, const char *end, bool *past_ascii)
{
    uint32_t all = 0;
    size_t len;
    for (; at < end; at += len) {
        struct sixteen s = scan16_next(at, (size_t)(end - at), &len);
        uint32_t ends = scan16_string_ends(s) & scan16_before(len);
        uint32_t tops = scan16_tops(s);
        if (ends != 0) {
            at += scan16_first(ends);
            all |= tops & scan16_before(scan16_first(ends));
            break;
        }
        all |= tops;
    }
    if (all != 0)
        *past_ascii = true;
    return at;
}

const struct wide wide_sse2 = {"SSE2", plain_end, NULL, NULL};

#endif
