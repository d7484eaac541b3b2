#include "lib/diff/pair_list.h"

#include <stdlib.h>

#define NONE SIZE_MAX

void pair_list_free(struct pair_list *pairs)
{
    free(pairs->next);
    free(pairs->first);
    *pairs = (struct pair_list){0};
}

/* Chains the tools of each category, or all of them. */
static bool chain(struct pair_list *p, const uint32_t *categories,
                  uint32_t category_count)
{
    size_t *last = malloc(((size_t)category_count + 1) * sizeof *last);
    if (last == NULL)
        return false;
    for (size_t i = 0; i <= category_count; i++)
        last[i] = NONE;
    for (size_t i = 0; i < p->count; i++) {
        size_t category = categories == NULL ? 0 : categories[i];
        p->next[i] = p->first[i] = NONE;
        if (categories != NULL && category == 0)
            continue;
        size_t before = last[category];
        p->first[i] = before == NONE ? i : p->first[before];
        if (before != NONE)
            p->next[before] = i;
        last[category] = i;
    }
    free(last);
    return true;
}

/* The tool that a row is about: of the names, or every one. */
static size_t row_tool(const struct pair_list *p)
{
    return p->chosen->name_count == 0 ? p->row : p->chosen->names[p->row];
}

static size_t row_count(const struct pair_list *p)
{
    if (p->listed)
        return p->chosen->listed_count;
    return p->chosen->name_count == 0 ? p->count : p->chosen->name_count;
}

/* Of all pairs, only those of a tool with a later one. */
static void start_row(struct pair_list *p)
{
    if (p->listed || p->row >= row_count(p))
        return;
    size_t tool = row_tool(p);
    p->column = p->chosen->name_count == 0 ? p->next[tool] : p->first[tool];
}

bool pair_list_make(struct pair_list *p, const struct chosen *chosen,
                    size_t count, const uint32_t *categories,
                    uint32_t category_count)
{
    *p = (struct pair_list){
        .chosen = chosen, .listed = chosen->is_listed, .count = count};
    if (p->listed)
        return true;
    p->next = calloc(count + 1, sizeof *p->next);
    p->first = calloc(count + 1, sizeof *p->first);
    if (p->next == NULL || p->first == NULL ||
        !chain(p, categories, category_count))
        return false;
    start_row(p);
    return true;
}

static size_t next_listed(struct pair_list *p, struct tool_pair *at,
                          size_t most)
{
    size_t left = p->chosen->listed_count - p->row;
    size_t count = left < most ? left : most;
    if (count != 0)
        memcpy(at, p->chosen->listed + p->row, count * sizeof *at);
    p->row += count;
    return count;
}

size_t pair_list_next(struct pair_list *p, struct tool_pair *at, size_t most)
{
    size_t count = 0;
    if (p->listed)
        return next_listed(p, at, most);
    bool turned = p->chosen->name_count != 0 && !p->chosen->has_first;
    while (count < most && p->row < row_count(p)) {
        if (p->column == NONE) {
            p->row++;
            start_row(p);
            continue;
        }
        size_t tool = row_tool(p), other = p->column;
        p->column = p->next[other];
        if (other != tool)
            at[count++] = turned ? (struct tool_pair){other, tool}
                                 : (struct tool_pair){tool, other};
    }
    return count;
}
