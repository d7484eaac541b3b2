#include "lib/record/ranked_line.h"

enum { NAME_RANK, NAME_RANKED, NAMES };

void ranked_line_free(struct ranked_line *r)
{
    bytes_free(&r->others);
    bytes_free(&r->object);
    *r = (struct ranked_line){0};
}

static void name_fields(struct ranked_line *r)
{
    static const struct slice ranks[NAMES] = {
        [NAME_RANK] = SLICE("rank"), [NAME_RANKED] = SLICE("ranked")};
    static const struct slice panel = SLICE("panel");
    if (r->ranks.count != 0)
        return;
    field_reader_init(&r->ranks, ranks, NAMES);
    field_reader_init(&r->panel, &panel, 1);
}

/* Makes `object`: the line without its rank.  A verdict has other members. */
static bool leave_out_rank(struct ranked_line *r, struct slice line)
{
    struct field fields[NAMES];
    struct diag ignored;
    if (fields_read(&r->ranks, line, NULL, 0, fields, &r->others, &ignored) !=
        FIELDS_READ)
        return false;
    bytes_clear(&r->object);
    bytes_add_byte(&r->object, '{');
    bytes_add_slice(&r->object, slice_after(bytes_slice(&r->others), 1));
    bytes_add_byte(&r->object, '}');
    return !r->others.failed && !r->object.failed;
}

/*
 * Where in `object` a rank belongs: before the panel, if that stands as
 * verdicts are written, else at the end.
 */
static bool find_place(struct ranked_line *r, size_t *place)
{
    static const struct slice key = SLICE(",\"panel\":");
    struct slice object = bytes_slice(&r->object);
    struct field panel;
    struct diag ignored;
    if (fields_read(&r->panel, object, NULL, 0, &panel, NULL, &ignored) !=
        FIELDS_READ)
        return false;
    *place = object.len - 1;
    if (panel.kind != FIELD_ARRAY)
        return true;
    size_t value = (size_t)(panel.raw.at - object.at);
    if (value >= key.len &&
        memcmp(panel.raw.at - key.len, key.at, key.len) == 0)
        *place = value - key.len;
    return true;
}

bool ranked_line_add(struct ranked_line *r, struct slice line,
                     const struct rank *rank, struct bytes *out)
{
    struct json_writer w = {.out = out, .comma = true};
    size_t place;
    name_fields(r);
    if (!leave_out_rank(r, line) || !find_place(r, &place))
        return false;
    bytes_add(out, r->object.at, place);
    rank_write(&w, rank);
    bytes_add_slice(out, slice_after(bytes_slice(&r->object), place));
    return !out->failed;
}
