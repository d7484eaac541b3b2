#include "lib/io/packed.h"

#include <errno.h>
#include <stdlib.h>

#include "lib/io/input.h"

/* Room for what is at hand and a block behind it. */
static bool make_room(struct packed *p)
{
    if (p->buffer == NULL) {
        p->buffer = malloc(2 * PACKED_MOST);
        if (p->buffer == NULL) {
            p->error = ENOMEM;
            return false;
        }
        p->at = p->buffer;
    }
    if (p->start != 0 && p->start != p->end)
        memmove(p->buffer, p->buffer + p->start, p->end - p->start);
    p->end -= p->start;
    p->start = 0;
    return true;
}

struct slice packed_peek(struct packed *p, size_t want)
{
    while (p->end - p->start < want && !p->at_end) {
        if (p->fd < 0 || !make_room(p)) {
            p->at_end = true;
            break;
        }
        long got = input_read_some(p->fd, p->buffer + p->end,
                                   2 * PACKED_MOST - p->end);
        if (got < 0)
            p->error = errno;
        p->at_end = got <= 0;
        p->end += got > 0 ? (size_t)got : 0;
    }
    return p->at == NULL ? slice_from("", 0)
                         : slice_from(p->at + p->start, p->end - p->start);
}

void packed_take(struct packed *p, size_t len)
{
    p->start += len;
    p->offset += len;
}
