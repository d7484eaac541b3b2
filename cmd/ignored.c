#include "cmd/ignored.h"

void note_ignored(struct command *c, const struct document *document,
                  const char *file)
{
    struct diag d;
    for (size_t i = 0; i < document->ignored_count; i++) {
        const struct ignored_type *t = &document->ignored[i];
        const char *has = t->count == 1 ? "has" : "have";
        const char *s = t->count == 1 ? "" : "s";
        if (slice_known(t->name))
            diag_set(&d, file, 0, 0,
                     "%zu record%s of type \"%.60s\" %s no place in %s output",
                     t->count, s, t->name.at, has, document->format->name);
        else
            diag_set(&d, file, 0, 0,
                     "%zu record%s of further types %s no place in %s output",
                     t->count, s, has, document->format->name);
        command_note(c, &d);
    }
}
