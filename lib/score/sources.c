/* The pages that a tool was seen on. */
#include <stdlib.h>

#include "lib/base/sort.h"
#include "lib/score/sightings.h"

/* Where the tool, or a review of it, was seen. */
struct seen {
    pooled page;
    bool review; /* which tells less of the tool than its own record */
    int64_t line;
    uint32_t where;
};

static int compare_sources(const void *a, const void *b)
{
    const struct verdict_source *x = a, *y = b;
    int order = slice_compare(x->file, y->file);
    if (order == 0)
        order = (x->line > y->line) - (x->line < y->line);
    return order != 0 ? order : slice_compare(x->page, y->page);
}

/* Of a page that several files hold, the first file by name stands. */
static int compare_seen(const void *a, const void *b, void *scorer)
{
    const struct scorer *s = scorer;
    const struct seen *x = a, *y = b;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    if (x->review != y->review)
        return x->review ? 1 : -1;
    int order = x->where == y->where
                    ? 0
                    : pool_compare(&s->pool, where_of(s, x->where).file,
                                   where_of(s, y->where).file);
    if (order == 0)
        order = (x->line > y->line) - (x->line < y->line);
    return order != 0 || x->where == y->where
               ? order
               : pool_compare(&s->pool, where_of(s, x->where).url,
                              where_of(s, y->where).url);
}

/* Lists where the tool was seen; how often that was on a known page. */
static uint32_t list_seen(const struct scorer *s, const struct tool *tool,
                          struct seen *seen)
{
    const struct review_sighting *reviews = review_sightings(s, tool);
    uint32_t count = 0;
    for (uint32_t i = 0; i < tool->sighting_count; i++) {
        const struct tool_sighting *t =
            &s->tool_sightings[tool->first_sighting + i];
        seen[count] =
            (struct seen){where_of(s, t->where).page, false, t->line, t->where};
        count += seen[count].page != POOL_UNKNOWN;
    }
    for (uint32_t i = 0; i < tool->count; i++) {
        const struct review_sighting *r = &reviews[i];
        seen[count] = (struct seen){where_of(s, r->where).page, true,
                                    sighting_line(s, r), r->where};
        count += seen[count].page != POOL_UNKNOWN;
    }
    return count;
}

/* Most tools are on so few pages that these are looked through one by one. */
enum { PAGES_FEW = 16 };

static bool is_listed(const struct numbered *pages, size_t count, pooled page)
{
    for (size_t i = 0; i < count; i++)
        if (pages[i].number == page)
            return true;
    return false;
}

static uint32_t where_at(const struct scorer *s, const struct tool *tool,
                         size_t i)
{
    return i < tool->count
               ? review_sightings(s, tool)[i].where
               : s->tool_sightings[tool->first_sighting + i - tool->count]
                     .where;
}

/* The pages, when nobody asks what else is known of them. */
static bool count_pages(const struct scorer *s, const struct tool *tool,
                        struct verdict_room *room, struct verdict *v)
{
    size_t most = (size_t)tool->sighting_count + tool->count, count = 0;
    struct numbered *pages =
        arena_alloc(&room->arena, 2 * most * sizeof *pages);
    uint32_t last = 0;
    if (pages == NULL)
        return false;
    for (size_t i = 0; i < most; i++) {
        uint32_t where = where_at(s, tool, i);
        if (where == last)
            continue;
        last = where;
        pooled page = where_of(s, where).page;
        if (page != POOL_UNKNOWN &&
            (count > PAGES_FEW || !is_listed(pages, count, page)))
            pages[count++].number = page;
    }
    if (count > PAGES_FEW)
        sort_numbered(pages, pages + most, count);
    for (size_t i = 0; i < count; i++)
        v->pages += i == 0 || pages[i].number != pages[i - 1].number;
    return true;
}

/*
 * The pages the tool was seen on: where its own record stands, or, without
 * one, its first review.
 */
bool scorer_find_sources(const struct scorer *s, const struct tool *tool,
                         struct verdict_room *room, struct verdict *v)
{
    size_t most = (size_t)tool->sighting_count + tool->count + 1;
    if (s->brief)
        return count_pages(s, tool, room, v);
    struct seen *seen = arena_alloc(&room->arena, most * sizeof *seen);
    if (seen == NULL)
        return false;
    uint32_t count = list_seen(s, tool, seen);
    qsort_r(seen, count, sizeof *seen, compare_seen, (void *)s);
    v->sources = arena_alloc(&room->arena, most * sizeof *v->sources);
    if (v->sources == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && seen[i].page == seen[i - 1].page)
            continue;
        v->pages++;
        struct where where = where_of(s, seen[i].where);
        v->sources[v->source_count++] = (struct verdict_source){
            pool_get(&s->pool, where.page), pool_get(&s->pool, where.file),
            pool_get(&s->pool, where.url), seen[i].line};
    }
    if (v->source_count != 0)
        qsort(v->sources, v->source_count, sizeof *v->sources, compare_sources);
    return true;
}
