#include "lib/base/diag.h"

#include <stdio.h>

void diag_set(struct diag *d, const char *source, size_t line, size_t column,
              const char *format, ...)
{
    va_list list;
    va_start(list, format);
    diag_set_list(d, source, line, column, format, list);
    va_end(list);
}

void diag_set_list(struct diag *d, const char *source, size_t line,
                   size_t column, const char *format, va_list list)
{
    d->source = source;
    d->line = line;
    d->column = column;
    d->no_memory = false;
    vsnprintf(d->message, sizeof d->message, format, list);
}

void diag_no_memory(struct diag *d)
{
    diag_set(d, NULL, 0, 0, "out of memory");
    d->no_memory = true;
}
