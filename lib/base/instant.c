#include "lib/base/instant.h"

#include <stdint.h>

#include "lib/base/ascii.h"

struct civil {
    int64_t year, month, day, hour, minute, second;
    int64_t zone; /* minutes east of UTC */
};

/* Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono"). */
static int64_t days_from(const struct civil *c)
{
    int64_t year = c->month <= 2 ? c->year - 1 : c->year;
    int64_t era = year / 400, of_era = year % 400;
    int64_t month = (c->month + 9) % 12;
    int64_t day = (153 * month + 2) / 5 + c->day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day -
           719468;
}

static void to_date(int64_t days, struct civil *c)
{
    days += 719468;
    int64_t era = days / 146097, of_era = days % 146097;
    int64_t year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t day = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * day + 2) / 153;
    c->day = day - (153 * month + 2) / 5 + 1;
    c->month = month < 10 ? month + 3 : month - 9;
    c->year = year + era * 400 + (c->month <= 2);
}

static bool add_seconds(struct bytes *out, int64_t seconds)
{
    struct civil c;
    if (seconds < 0 || seconds > INT64_C(253402300799)) /* the year 9999 */
        return false;
    to_date(seconds / 86400, &c);
    int64_t left = seconds % 86400;
    bytes_add_format(out, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)c.year,
                     (int)c.month, (int)c.day, (int)(left / 3600),
                     (int)(left / 60 % 60), (int)(left % 60));
    return true;
}

static bool add_civil(struct bytes *out, const struct civil *c)
{
    /* 60: a leap second. */
    if (c->year < 1970 || c->month < 1 || c->month > 12 || c->day < 1 ||
        c->day > 31 || c->hour > 23 || c->minute > 59 || c->second > 60)
        return false;
    struct civil back;
    to_date(days_from(c), &back);
    if (back.day != c->day) /* the 30th of February */
        return false;
    return add_seconds(out, days_from(c) * 86400 + c->hour * 3600 +
                                (c->minute - c->zone) * 60 + c->second);
}

/* Reading: each takes its piece off the start of *s. */

static bool take_number(struct slice *s, size_t least, size_t most,
                        int64_t *number)
{
    size_t len = 0;
    *number = 0;
    while (len < s->len && len < most && ascii_is_digit(s->at[len]))
        *number = *number * 10 + (s->at[len++] - '0');
    *s = slice_after(*s, len);
    return len >= least;
}

static bool take_byte(struct slice *s, const char *set)
{
    if (s->len == 0 || s->at[0] == '\0' || strchr(set, s->at[0]) == NULL)
        return false;
    *s = slice_after(*s, 1);
    return true;
}

static void take_spaces(struct slice *s)
{
    while (take_byte(s, " \t"))
        continue;
}

static bool take_fraction(struct slice *s)
{
    int64_t digits;
    return !take_byte(s, ".,") || take_number(s, 1, 18, &digits);
}

static bool take_zone(struct slice *s, int64_t *zone)
{
    *zone = 0;
    take_spaces(s);
    if (s->len == 0 || take_byte(s, "Zz") || slice_is(*s, "GMT") ||
        slice_is(*s, "UTC")) {
        if (s->len == 3)
            *s = slice_after(*s, 3);
        return true;
    }
    bool west = s->at[0] == '-';
    int64_t hours, minutes = 0;
    if (!take_byte(s, "+-") || !take_number(s, 2, 2, &hours))
        return false;
    take_byte(s, ":");
    if (s->len != 0 && !take_number(s, 2, 2, &minutes))
        return false;
    *zone = (west ? -1 : 1) * (hours * 60 + minutes);
    return hours <= 14 && minutes <= 59;
}

/* A time of day with its zone, up to the end. */
static bool take_time(struct slice *s, struct civil *c)
{
    c->second = 0;
    return take_number(s, 2, 2, &c->hour) && take_byte(s, ":") &&
           take_number(s, 2, 2, &c->minute) &&
           (!take_byte(s, ":") ||
            (take_number(s, 2, 2, &c->second) && take_fraction(s))) &&
           take_zone(s, &c->zone) && s->len == 0;
}

static bool read_iso(struct slice s, struct civil *c)
{
    *c = (struct civil){0};
    if (!take_number(&s, 4, 4, &c->year) || !take_byte(&s, "-") ||
        !take_number(&s, 2, 2, &c->month) || !take_byte(&s, "-") ||
        !take_number(&s, 2, 2, &c->day))
        return false;
    return s.len == 0 || (take_byte(&s, "Tt ") && take_time(&s, c));
}

/* "Mon, 06 Mar 2017 04:02:06 GMT", with or without the day of the week. */
static bool read_mail(struct slice s, struct civil *c)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    *c = (struct civil){0};
    const char *comma = memchr(s.at, ',', s.len);
    if (comma != NULL)
        s = slice_after(s, (size_t)(comma - s.at) + 1);
    take_spaces(&s);
    if (!take_number(&s, 1, 2, &c->day) || !take_byte(&s, " -") || s.len < 4)
        return false;
    for (size_t i = 0; i < 12; i++)
        if (memcmp(months + 3 * i, s.at, 3) == 0)
            c->month = (int64_t)i + 1;
    s = slice_after(s, 3);
    return take_byte(&s, " -") && take_number(&s, 4, 4, &c->year) &&
           take_byte(&s, " ") && take_time(&s, c);
}

static bool read_digits(struct bytes *out, struct slice s)
{
    struct civil c = {0};
    struct slice rest = s;
    if (s.len == 14)
        return take_number(&rest, 4, 4, &c.year) &&
               take_number(&rest, 2, 2, &c.month) &&
               take_number(&rest, 2, 2, &c.day) &&
               take_number(&rest, 2, 2, &c.hour) &&
               take_number(&rest, 2, 2, &c.minute) &&
               take_number(&rest, 2, 2, &c.second) && add_civil(out, &c);
    int64_t number;
    if (!take_number(&rest, 9, 13, &number) || !take_fraction(&rest) ||
        rest.len != 0)
        return false;
    /* Milliseconds have as many digits until the year 2286. */
    return add_seconds(out, number >= INT64_C(100000000000) ? number / 1000
                                                            : number);
}

bool instant_add(struct bytes *out, struct slice s)
{
    struct civil c;
    if (!slice_known(s) || s.len > 64)
        return false;
    take_spaces(&s);
    while (s.len != 0 && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\r'))
        s.len--;
    if (read_iso(s, &c) || read_mail(s, &c))
        return add_civil(out, &c);
    return read_digits(out, s);
}
