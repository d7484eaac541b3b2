#include "lib/record/patch.h"

#include "lib/record/parts.h"

static void write_line(struct json_writer *w, const struct patch *p)
{
    json_write_key(w, "line");
    json_write_open(w, '[');
    for (size_t i = 0; i < p->count; i++) {
        if (slice_known(p->pieces[i].text))
            json_write_string(w, p->pieces[i].text);
        else
            json_write_integer(w, p->pieces[i].bytes);
    }
    json_write_close(w, ']');
}

void patch_write(struct json_writer *w, const struct patch *p)
{
    json_write_open(w, '{');
    write_string(w, "tool", p->tool);
    if (slice_known(p->from))
        write_string(w, "from", p->from);
    if (slice_known(p->to))
        write_string(w, "to", p->to);
    if (p->has_line)
        write_line(w, p);
    if (p->moved)
        write_string(w, "after", p->after);
    json_write_close(w, '}');
}

void patches_add(struct bytes *record, struct slice patches, size_t total)
{
    if (record->len != 0)
        record->len--;
    bytes_add_string(record, ",\"patches\":[");
    bytes_add_slice(record, patches);
    bytes_add_byte(record, ']');
    if (total != 0)
        bytes_add_format(record, ",\"total\":%zu", total);
    bytes_add_byte(record, '}');
}

static bool read_line(struct object *o, struct arena *arena, struct patch *p)
{
    const struct json_value *array = object_array(o, "line");
    p->has_line = array != NULL;
    p->count = json_value_size(array);
    struct patch_piece *pieces = arena_array(arena, p->count, sizeof *pieces);
    if (pieces == NULL)
        return false;
    p->pieces = pieces;
    json_value_each(array, piece)
    {
        pieces->text = json_value_string(piece);
        pieces->bytes =
            json_value_is_integer(piece) ? json_value_integer(piece) : 0;
        if (!slice_known(pieces->text) && pieces->bytes == 0)
            object_refuse(o, "line", "an array of strings and whole numbers");
        pieces++;
    }
    return true;
}

bool patch_read(struct object *o, struct arena *arena, struct patch *p)
{
    *p = (struct patch){.tool = object_string(o, "tool"),
                        .from = object_string(o, "from"),
                        .to = object_string(o, "to"),
                        .moved = object_member(o, "after") != NULL,
                        .after = object_string(o, "after")};
    return read_line(o, arena, p);
}
