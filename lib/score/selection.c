#include "lib/score/selection.h"

#include <stdlib.h>

/* So many bookmarks are told of that each may mean several tools. */
enum { TOLD_MOST = 20 };

void selection_free(struct selection *s)
{
    free(s->chosen);
    bytes_free(&s->record);
    arena_free(&s->arena);
    *s = (struct selection){0};
}

static void say(const struct bookmarks *b, const struct bookmark *item,
                size_t count, struct diag *d)
{
    int len = (int)(item->text.len < 60 ? item->text.len : 60);
    if (count == 0)
        diag_set(d, b->source, item->line, 0, "no tool in the input is '%.*s'",
                 len, item->text.at);
    else
        diag_set(d, b->source, item->line, 0,
                 "'%.*s' fits %zu tools: give the key of one", len,
                 item->text.at, count);
}

static bool tell_fitting(struct selection *s, struct bookmark *item,
                         const struct verdict_list *list,
                         const struct listener *listener)
{
    struct verdict v;
    for (size_t i = 0; i < list->count; i++)
        if (!list->get(list->self, i, &v) ||
            !bookmarks_tell(s->only, item, &v, listener))
            return false;
    return true;
}

static bool meet_all(struct selection *s, const struct verdict_list *list)
{
    struct verdict v;
    s->chosen = calloc(list->count + 1, sizeof *s->chosen);
    if (s->chosen == NULL)
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (!list->get(list->self, i, &v) || !bookmarks_meet(s->only, &v, i))
            return false;
    return true;
}

enum selection_result selection_start(struct selection *s,
                                      const struct verdict_list *list,
                                      const struct listener *listener,
                                      size_t *missing, struct diag *d)
{
    struct bookmarks *b = s->only;
    struct diag note;
    size_t index, count, several = 0;
    *missing = 0;
    if (b == NULL)
        return SELECTION_DONE;
    if (!meet_all(s, list))
        return SELECTION_NO_MEMORY;
    for (size_t i = 0; i < b->count; i++) {
        struct bookmark *item = &b->items[i];
        if (bookmarks_resolve(b, item, &index, &count)) {
            s->chosen[index] = true;
        } else if (count == 0) {
            say(b, item, count, &note);
            listener_tell(listener, &note);
            ++*missing;
        } else if (several++ < TOLD_MOST) {
            /* The last of them is the caller's to tell. */
            if (several != 1)
                listener_tell(listener, d);
            if (!tell_fitting(s, item, list, listener))
                return SELECTION_NO_MEMORY;
            say(b, item, count, d);
        }
    }
    return several == 0 ? SELECTION_DONE : SELECTION_REFUSED;
}

bool selection_takes(struct selection *s, const struct verdict *v, size_t index,
                     bool *failed)
{
    if (s->chosen != NULL && !s->chosen[index])
        return false;
    if (s->condition_count == 0)
        return true;
    struct json_writer w = {.out = &s->record};
    bytes_clear(&s->record);
    arena_reset(&s->arena);
    verdict_write(&w, v, VERDICT_INSIDE);
    *failed = *failed || s->record.failed;
    for (size_t i = 0; !*failed && i < s->condition_count; i++)
        if (!condition_holds(&s->conditions[i], bytes_slice(&s->record),
                             &s->arena, failed))
            return false;
    return !*failed;
}
