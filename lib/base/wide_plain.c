/* Without registers made for it: eight bytes as one number. */
#include "lib/base/scan.h"
#include "lib/base/wide.h"

static bool ends_plain(unsigned char c)
{
    return c == '"' || c == '\\' || c < ' ';
}

static const char *plain_end(const char *at, const char *end, bool *past_ascii)
{
    uint64_t eight, all = 0;
    for (; end - at >= (ptrdiff_t)sizeof eight; at += sizeof eight) {
        memcpy(&eight, at, sizeof eight);
        if ((scan_equal(eight, '"') | scan_equal(eight, '\\') |
             scan_below(eight, ' ')) != 0)
            break;
        all |= eight;
    }
    unsigned char rest = 0;
    for (; at < end && !ends_plain((unsigned char)*at); at++)
        rest |= (unsigned char)*at;
    if ((all & SCAN_TOPS) != 0 || rest >= 0x80)
        *past_ascii = true;
    return at;
}

const struct wide wide_plain = {"plain C", plain_end, NULL, NULL};
