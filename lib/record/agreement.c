#include "lib/record/agreement.h"

#include <stdlib.h>

#include "lib/record/parts.h"

void alpha_write(struct json_writer *w, const char *key, int64_t thousandths)
{
    struct bytes text = {0};
    json_write_key(w, key);
    if (thousandths == ALPHA_UNKNOWN) {
        json_write_null(w);
        return;
    }
    bytes_add_format(&text, "%s%lld.%03lld", thousandths < 0 ? "-" : "",
                     llabs((long long)thousandths) / 1000,
                     llabs((long long)thousandths) % 1000);
    while (text.len != 0 && text.at[text.len - 1] == '0')
        text.len--;
    if (text.len != 0 && text.at[text.len - 1] == '.')
        text.len--;
    json_write_raw(w, bytes_slice(&text));
    w->out->failed = w->out->failed || text.failed;
    bytes_free(&text);
}

static void write_on(struct json_writer *w, const char *key,
                     const struct agreement_on *on)
{
    json_write_key(w, key);
    json_write_open(w, '{');
    alpha_write(w, "alpha", on->alpha);
    write_count(w, "tools", on->tools);
    write_count(w, "values", on->values);
    json_write_close(w, '}');
}

void agreement_write(struct json_writer *w, const struct agreement_record *a)
{
    json_write_open(w, '{');
    write_string(w, "type", slice_of("agreement"));
    write_count(w, "tools", a->tools);
    write_count(w, "reviewers", a->reviewers);
    write_on(w, "verdict", &a->verdict);
    write_on(w, "score", &a->score);
    json_write_close(w, '}');
}
