/*
 * Diagnostics: what the library has to say about an input, and to whom.
 * The library fills them; only the programs print.
 */
#ifndef VTOOLS_BASE_DIAG_H
#define VTOOLS_BASE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * `source` is the name of the file ("-" for standard input) and belongs to
 * the caller; NULL when the message is about no file.  `line` and `column`
 * count from 1, columns in bytes; 0 when there is none to name.  With
 * `no_memory` nothing is wrong with the input.
 */
struct diag {
    const char *source;
    size_t line;
    size_t column;
    bool no_memory;
    char message[240];
};

/* No place and no message. */
static inline void diag_clear(struct diag *d)
{
    d->source = NULL;
    d->line = d->column = 0;
    d->no_memory = false;
    d->message[0] = '\0';
}

/* Sets the place and the message; a long message is cut. */
void diag_set(struct diag *d, const char *source, size_t line, size_t column,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The same with a list of what follows the format. */
void diag_set_list(struct diag *d, const char *source, size_t line,
                   size_t column, const char *format, va_list list);

/*
 * What "%.*s" takes of a slice: so much of a name or a key that it is known in
 * a message.
 */
#define DIAG_SHOWN(s) (int)((s).len < 60 ? (s).len : 60), (s).at

/* Sets no_memory and the message "out of memory", without a place. */
void diag_no_memory(struct diag *d);

/* Somebody who wants to hear of diagnostics as they come. */
struct listener {
    void (*hear)(void *self, const struct diag *d);
    void *self;
};

static inline void listener_tell(const struct listener *l, const struct diag *d)
{
    l->hear(l->self, d);
}

#endif
