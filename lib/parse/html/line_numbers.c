#include "lib/parse/html/line_numbers.h"

#include "lib/parse/html/scan.h"

enum { BLOCK = 512 };

/* How many lines end from `from` up to `to`. */
static size_t count_line_ends(const struct line_numbers *numbers, size_t from,
                              size_t to)
{
    struct slice page = numbers->page;
    const char *end = page.at + to, *at = page.at + from;
    size_t count = html_count(at, end, '\n');
    /* A CR alone is so rare that it is looked for one by one. */
    while (numbers->any_cr && at < end &&
           (at = memchr(at, '\r', (size_t)(end - at))) != NULL) {
        at++;
        count += at == page.at + page.len || *at != '\n';
    }
    return count;
}

bool line_numbers_init(struct line_numbers *numbers, struct slice page,
                       struct arena *arena)
{
    size_t blocks = page.len / BLOCK + 1;
    *numbers = (struct line_numbers){
        .page = page,
        .any_cr = page.len != 0 && memchr(page.at, '\r', page.len) != NULL,
        .before = arena_alloc(arena, blocks * sizeof(size_t))};
    if (numbers->before == NULL)
        return false;
    numbers->before[0] = 0;
    for (size_t i = 1; i < blocks; i++)
        numbers->before[i] =
            numbers->before[i - 1] +
            count_line_ends(numbers, (i - 1) * BLOCK, i * BLOCK);
    return true;
}

size_t line_number_at(const struct line_numbers *numbers, size_t offset)
{
    size_t block = offset / BLOCK;
    return 1 + numbers->before[block] +
           count_line_ends(numbers, block * BLOCK, offset);
}
