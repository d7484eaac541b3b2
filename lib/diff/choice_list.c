#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/diff/choice.h"

/* The list being read. */
struct reading {
    const char *source;
    size_t number; /* of the line, from 1 */
    struct slice line;
    struct names *names;
    const struct listener *listener;
    struct bytes folded;
};

/* Where something in the line begins. */
static struct diag at(const struct reading *r, struct slice piece)
{
    return (struct diag){.source = r->source,
                         .line = r->number,
                         .column = (size_t)(piece.at - r->line.at) + 1};
}

static bool refuse(const struct reading *r, struct slice piece,
                   const char *message, struct diag *d)
{
    struct diag place = at(r, piece);
    diag_set(d, place.source, place.line, place.column, "%s", message);
    return false;
}

/* Names are looked for as records hold them. */
static bool resolve(struct reading *r, struct slice name, size_t *place,
                    struct diag *d)
{
    *d = at(r, name);
    if (utf8_valid(name) == name.len) {
        bytes_clear(&r->folded);
        text_add_folded(&r->folded, name);
        if (r->folded.failed) {
            diag_no_memory(d);
            return false;
        }
        name = bytes_slice(&r->folded);
    }
    return names_resolve(r->names, name, place, r->listener, d);
}

static bool take_line(struct reading *r, struct chosen *chosen, struct diag *d)
{
    const char *tab = memchr(r->line.at, '\t', r->line.len);
    if (tab == NULL)
        return refuse(r, r->line, "two names with a TAB between are needed", d);
    size_t len = (size_t)(tab - r->line.at);
    struct slice rest = slice_after(r->line, len + 1);
    const char *more = memchr(rest.at, '\t', rest.len);
    struct slice first = text_trim(slice_from(r->line.at, len));
    struct slice second = text_trim(rest);
    struct tool_pair pair;
    if (first.len == 0 || second.len == 0)
        return refuse(r, first.len == 0 ? r->line : rest, "a name is missing",
                      d);
    if (more != NULL)
        return refuse(r, slice_from(more, 0), "more than two names", d);
    if (!resolve(r, first, &pair.a, d) || !resolve(r, second, &pair.b, d))
        return false;
    if (pair.a == pair.b)
        return refuse(r, second, "both names are one tool's", d);
    if (chosen_list(chosen, pair))
        return true;
    diag_no_memory(d);
    return false;
}

bool choice_read_list(const struct choice *c, struct names *names,
                      struct chosen *chosen, const struct listener *listener,
                      struct diag *d)
{
    struct reading r = {
        .source = c->list_name, .names = names, .listener = listener};
    struct slice rest = utf8_without_mark(c->list);
    bool taken = true;
    while (rest.len != 0 && taken) {
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t len = end == NULL ? rest.len : (size_t)(end - rest.at);
        r.line = slice_from(rest.at, len);
        r.number++;
        if (text_trim(r.line).len != 0 && r.line.at[0] != '#')
            taken = take_line(&r, chosen, d);
        rest = slice_after(rest, end == NULL ? len : len + 1);
    }
    bytes_free(&r.folded);
    return taken;
}
