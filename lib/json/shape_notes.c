#include "lib/json/shapes.h"

/* Whether a field is seen for the second time: then the last of them counts. */
static bool see(struct shape_notes *n, size_t field)
{
    uint64_t bit = UINT64_C(1) << field;
    bool again = (n->seen & bit) != 0;
    n->seen |= bit;
    return again;
}

void shape_notes_open(struct shape_notes *n, size_t field, const char *at)
{
    if (n == NULL)
        return;
    /* An object without members leaves two to open before one leaf. */
    if (see(n, field) || n->opened != SHAPE_NONE)
        n->unfit = true;
    n->opened = (unsigned char)field;
    n->opening = at;
}

void shape_notes_leaf(struct shape_notes *n, const char *key, const char *from,
                      const char *end, size_t leaf, bool plain)
{
    if (n == NULL)
        return;
    if (n->count == FIELDS_MOST || (leaf < FIELDS_MOST && see(n, leaf))) {
        n->unfit = true;
        return;
    }
    n->at[n->count++] = (struct shape_note){.key = key,
                                            .from = from,
                                            .end = end,
                                            .leaf = (unsigned char)leaf,
                                            .plain = plain,
                                            .opened = n->opened,
                                            .opening = n->opening};
    n->opened = SHAPE_NONE;
}
