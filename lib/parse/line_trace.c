#include "lib/parse/line_trace.h"

#include <stdio.h>

bool line_trace_start(struct page_lines *lines, struct arena *arena)
{
    lines->takers = arena_array(arena, lines->count + 1, sizeof *lines->takers);
    return lines->takers != NULL;
}

/* As much of a line as tells it from the others, in whole characters. */
static struct slice beginning(struct slice text)
{
    enum { SHOWN_MOST = 40 };
    if (text.len <= SHOWN_MOST)
        return text;
    text.len = SHOWN_MOST;
    while (text.len > 0 && ((unsigned char)text.at[text.len] & 0xc0) == 0x80)
        text.len--;
    return text;
}

static void tell_line(const struct page_lines *lines, size_t i,
                      const struct line_taker *t, const struct page *page,
                      const struct listener *listener)
{
    const struct page_line *line = &lines->at[i];
    struct diag d;
    char rule[24] = "";
    struct slice shown = beginning(line->text);
    if (t->rule != 0)
        snprintf(rule, sizeof rule, ":%zu", t->rule);
    diag_set(&d, page->name, line_number(lines, i), 0, "%.*s%s: %.*s: %.*s%s",
             (int)t->profile.len, t->profile.at, rule, (int)t->key.len,
             t->key.at, (int)shown.len, shown.at,
             shown.len < line->text.len ? "..." : "");
    listener_tell(listener, &d);
}

void line_trace_tell(const struct page_lines *lines, struct slice profile,
                     const struct page *page, const struct listener *listener)
{
    const struct line_taker nobody = {profile, SLICE("no rule"), 0};
    for (size_t i = 0; lines->takers != NULL && i < lines->count; i++) {
        struct line_taker *t = &lines->takers[i];
        tell_line(lines, i, slice_known(t->key) ? t : &nobody, page, listener);
        *t = (struct line_taker){0};
    }
}
