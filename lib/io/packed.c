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

/* Reads once, to `out`; 0 at the end and when that fails. */
static size_t read_some(struct packed *p, char *out, size_t len)
{
    long got = input_read_some(p->fd, out, len);
    if (got < 0)
        p->error = errno;
    p->at_end = got <= 0;
    return got > 0 ? (size_t)got : 0;
}

struct slice packed_peek(struct packed *p, size_t want)
{
    while (p->end - p->start < want && !p->at_end) {
        if (p->fd < 0 || !make_room(p)) {
            p->at_end = true;
            break;
        }
        p->end += read_some(p, p->buffer + p->end, 2 * PACKED_MOST - p->end);
    }
    return p->at == NULL ? slice_from("", 0)
                         : slice_from(p->at + p->start, p->end - p->start);
}

void packed_take(struct packed *p, size_t len)
{
    p->start += len;
    p->offset += len;
}

size_t packed_copy(struct packed *p, char *out, size_t len)
{
    size_t at_hand = p->end - p->start;
    if (at_hand == 0 && p->fd >= 0)
        return p->at_end ? 0 : read_some(p, out, len);
    if (len > at_hand)
        len = at_hand;
    if (len != 0)
        memcpy(out, p->at + p->start, len);
    packed_take(p, len);
    return len;
}

char *packed_hand_over(struct packed *p, size_t *cap, size_t *start,
                       size_t *end)
{
    char *buffer = p->buffer;
    *cap = buffer == NULL ? 0 : 2 * PACKED_MOST;
    *start = p->start;
    *end = p->end;
    p->buffer = NULL;
    p->at = NULL;
    p->start = p->end = 0;
    return buffer;
}
