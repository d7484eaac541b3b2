#include "lib/render/times.h"

#include <time.h>

#include "lib/base/instant.h"

static bool add(struct bytes *out, const struct json_value *record,
                const char *key)
{
    struct slice text =
        json_value_string(json_value_member(record, slice_of(key)));
    return slice_known(text) && instant_add(out, text);
}

bool times_add(struct bytes *out, const struct json_value *record)
{
    static const char *const keys[] = {"updated", "at", "date", "reviewed"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (add(out, record, keys[i]))
            return true;
    return add(out, json_value_member(record, slice_of("source")), "fetched");
}

void times_add_seconds(struct bytes *out, int64_t seconds)
{
    char text[32];
    struct tm tm = {.tm_year = 70, .tm_mday = 1};
    time_t time = (time_t)seconds;
    gmtime_r(&time, &tm);
    bytes_add(out, text,
              strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm));
}
