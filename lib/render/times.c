#include "lib/render/times.h"

#include <time.h>

#include "lib/base/instant.h"
#include "lib/json/tree.h"

static bool add(struct bytes *out, const json_t *record, const char *key)
{
    struct slice text = tree_string(json_object_get(record, key));
    return slice_known(text) && instant_add(out, text);
}

bool times_add(struct bytes *out, const json_t *record)
{
    static const char *const keys[] = {"updated", "at", "date", "reviewed"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (add(out, record, keys[i]))
            return true;
    return add(out, json_object_get(record, "source"), "fetched");
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
