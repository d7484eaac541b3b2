#include "lib/io/rejects.h"

void rejects_add(struct output *rejects, struct slice bytes)
{
    if (rejects != NULL)
        output_write(rejects, bytes);
}

void rejects_add_reason(struct bytes *out, size_t len, const struct diag *d)
{
    bytes_add_format(out, "\n# %zu bytes, %s:%zu:%zu: %s\n", len,
                     d->source == NULL ? "-" : d->source, d->line, d->column,
                     d->message);
}

void rejects_explain(struct output *rejects, size_t len, const struct diag *d)
{
    if (rejects == NULL)
        return;
    struct bytes line = {0};
    rejects_add_reason(&line, len, d);
    output_write(rejects, bytes_slice(&line));
    bytes_free(&line);
}
