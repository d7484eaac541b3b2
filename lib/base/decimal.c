#include "lib/base/decimal.h"

#include <math.h>

#include "lib/base/ascii.h"

static const int64_t LARGEST = 100 * INT64_C(1000000000000000);

static size_t digits(struct slice s, size_t at)
{
    size_t from = at;
    while (at < s.len && ascii_is_digit(s.at[at]))
        at++;
    return at - from;
}

struct number {
    bool negative;
    struct slice whole, fraction;
    int exponent;
};

/* Takes a JSON number apart; an exponent past +-9999 is held at that. */
static bool take_apart(struct slice s, struct number *n)
{
    *n = (struct number){0};
    size_t at = 0;
    if (at < s.len && s.at[at] == '-') {
        n->negative = true;
        at++;
    }
    n->whole = slice_from(s.at + at, digits(s, at));
    if (n->whole.len == 0 || (n->whole.len > 1 && n->whole.at[0] == '0'))
        return false;
    at += n->whole.len;
    if (at < s.len && s.at[at] == '.') {
        n->fraction = slice_from(s.at + at + 1, digits(s, at + 1));
        if (n->fraction.len == 0)
            return false;
        at += 1 + n->fraction.len;
    }
    if (at < s.len && (s.at[at] == 'e' || s.at[at] == 'E')) {
        at++;
        bool minus = at < s.len && s.at[at] == '-';
        if (at < s.len && (s.at[at] == '-' || s.at[at] == '+'))
            at++;
        size_t len = digits(s, at);
        if (len == 0)
            return false;
        for (size_t i = 0; i < len && n->exponent < 9999; i++)
            n->exponent = n->exponent * 10 + (s.at[at + i] - '0');
        if (n->exponent > 9999)
            n->exponent = 9999;
        if (minus)
            n->exponent = -n->exponent;
        at += len;
    }
    return at == s.len;
}

bool decimal_read(struct slice s, int64_t *hundredths)
{
    struct number n;
    if (s.at == NULL || !take_apart(s, &n))
        return false;
    /* Digits up to `kept` count; the one behind them rounds. */
    long kept = (long)n.whole.len + n.exponent + 2;
    size_t all = n.whole.len + n.fraction.len;
    int64_t value = 0;
    for (long i = 0; i < kept; i++) {
        int digit = 0;
        if ((size_t)i < n.whole.len)
            digit = n.whole.at[i] - '0';
        else if ((size_t)i < all)
            digit = n.fraction.at[(size_t)i - n.whole.len] - '0';
        else if (value == 0)
            break;
        value = value * 10 + digit;
        if (value > LARGEST)
            return false;
    }
    if (kept >= 0 && (size_t)kept < all) {
        size_t next = (size_t)kept;
        char digit = next < n.whole.len ? n.whole.at[next]
                                        : n.fraction.at[next - n.whole.len];
        if (digit >= '5')
            value++;
    }
    *hundredths = n.negative ? -value : value;
    return true;
}

void decimal_add(struct bytes *out, int64_t hundredths)
{
    int64_t cents = hundredths % 100;
    if (hundredths >= 0 && hundredths <= DECIMAL_SMALL_MOST &&
        bytes_reserve(out, DECIMAL_SMALL_LENGTH)) {
        char *at = out->at + out->len;
        out->len += (size_t)(decimal_put_small(at, (unsigned)hundredths) - at);
        return;
    }
    if (hundredths < 0 && hundredths > -100)
        bytes_add_byte(out, '-'); /* -0.25 has no sign on its 0 */
    bytes_add_integer(out, hundredths / 100);
    if (cents == 0)
        return;
    cents = cents < 0 ? -cents : cents;
    bytes_add_byte(out, '.');
    bytes_add_byte(out, (char)('0' + cents / 10));
    if (cents % 10 != 0)
        bytes_add_byte(out, (char)('0' + cents % 10));
}

int64_t decimal_divide(decimal_wide numerator, decimal_wide denominator)
{
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    decimal_wide twice = (numerator < 0 ? -numerator : numerator) * 2;
    decimal_wide result = twice + denominator;
    /* Almost always both fit what a processor divides at once. */
    if (result <= INT64_MAX && denominator <= INT64_MAX / 2)
        result = (uint64_t)result / (uint64_t)(denominator * 2);
    else
        result /= denominator * 2;
    return (int64_t)(numerator < 0 ? -result : result);
}

int64_t decimal_of_real(double value)
{
    return (int64_t)llround(value * 100.0);
}

int64_t decimal_count_of_share(int64_t percentage, int64_t all, bool *only)
{
    enum { ALL_MOST = 1000, HUNDRED = 100 };
    int64_t found = -1;
    *only = true;
    if (percentage == DECIMAL_UNKNOWN || all <= 0 || all > ALL_MOST)
        return -1;
    for (int64_t count = 0; count <= all; count++) {
        decimal_wide part = HUNDRED * (decimal_wide)count;
        if (percentage != decimal_divide(part * HUNDRED, all) &&
            percentage != decimal_divide(part, all) * HUNDRED)
            continue;
        *only = found < 0;
        if (found < 0)
            found = count;
    }
    return found;
}
