#include "cmd/only_voted.h"

void only_voted_add(struct only_voted *o, const struct scorer *s)
{
    enum { NAMED_MOST = 3, KEY_MOST = 60 };
    struct slice key;
    for (size_t at = 0; scorer_next_voted(s, &at, &key); o->count++) {
        int len = key.len < KEY_MOST ? (int)key.len : KEY_MOST;
        const char *before = o->count == 0 ? "" : ", ";
        if (o->count < NAMED_MOST)
            bytes_add_format(&o->keys, "%s'%.*s'", before, len, key.at);
        else if (o->count == NAMED_MOST)
            bytes_add_string(&o->keys, ", ...");
    }
}

void only_voted_tell(const struct only_voted *o, struct command *c)
{
    struct diag d;
    if (o->count == 0 || c->broken)
        return;
    diag_set(&d, NULL, 0, 0, "tools that nothing but votes names: %zu (%.*s)",
             o->count, (int)o->keys.len, o->keys.at);
    command_note(c, &d);
}
