/* Cells of tables. */
#include <csv.h>

#include "lib/base/formula.h"
#include "lib/base/utf8.h"
#include "lib/json/walk.h"
#include "lib/render/csv.h"

/* What a byte means for the cell it stands in. */
enum {
    PLAIN,
    QUOTED = 1, /* it must stand between quotation marks */
    HIDDEN = 2, /* it is, or may begin, a control character */
};

static const unsigned char looks[256] = {
    [0x00] = HIDDEN, [0x01] = HIDDEN, [0x02] = HIDDEN, [0x03] = HIDDEN,
    [0x04] = HIDDEN, [0x05] = HIDDEN, [0x06] = HIDDEN, [0x07] = HIDDEN,
    [0x08] = HIDDEN, ['\t'] = QUOTED, ['\n'] = QUOTED, [0x0b] = HIDDEN,
    [0x0c] = HIDDEN, ['\r'] = QUOTED, [0x0e] = HIDDEN, [0x0f] = HIDDEN,
    [0x10] = HIDDEN, [0x11] = HIDDEN, [0x12] = HIDDEN, [0x13] = HIDDEN,
    [0x14] = HIDDEN, [0x15] = HIDDEN, [0x16] = HIDDEN, [0x17] = HIDDEN,
    [0x18] = HIDDEN, [0x19] = HIDDEN, [0x1a] = HIDDEN, [0x1b] = HIDDEN,
    [0x1c] = HIDDEN, [0x1d] = HIDDEN, [0x1e] = HIDDEN, [0x1f] = HIDDEN,
    [0x7f] = HIDDEN, ['"'] = QUOTED,  [','] = QUOTED,  [';'] = QUOTED,
    [0xc2] = HIDDEN};

/* White space at the ends, too, is kept by quotation marks alone. */
static unsigned look_at(struct slice text)
{
    unsigned look = PLAIN;
    for (size_t i = 0; i < text.len; i++)
        look |= looks[(unsigned char)text.at[i]];
    if (text.at[0] == ' ' || text.at[text.len - 1] == ' ')
        look |= QUOTED;
    return look;
}

/* Adds the text with U+FFFD for control characters but TAB, LF and CR. */
static void add_masked(struct bytes *out, struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        bool hidden = (c < ' ' && c != '\t' && c != '\n' && c != '\r') ||
                      (c >= 0x7f && c < 0xa0);
        if (hidden)
            bytes_add_codepoint(out, 0xfffd);
        else
            bytes_add(out, text.at + from, at - from);
    }
}

void csv_add_string(struct bytes *out, struct slice text,
                    const struct csv_style *style, struct bytes *room)
{
    /* Readers take `""` for the same, but `cut` and awk show the marks. */
    if (text.len == 0)
        return;
    unsigned look = look_at(text);
    struct bytes masked = {0};
    if (!style->raw && (look & HIDDEN) != 0) {
        add_masked(&masked, text);
        text = bytes_slice(&masked);
    }
    if (!style->raw && formula_needs_guard(text)) {
        bytes_clear(room);
        bytes_add_byte(room, '\'');
        bytes_add_slice(room, text);
        text = bytes_slice(room);
    }
    if ((look & QUOTED) == 0) {
        bytes_add_slice(out, text);
    } else if (bytes_reserve(out, 2 * text.len + 2)) {
        out->len += csv_write(out->at + out->len, out->cap - out->len, text.at,
                              text.len);
    }
    out->failed = out->failed || masked.failed || room->failed;
    bytes_free(&masked);
}

/* Adds the items, a line each; those that are no strings as JSON. */
static void add_items(struct bytes *list, struct slice array)
{
    struct walk w = walk_begin(array, true, wide_best());
    struct field item;
    bool more = walk_take(&w, '['), divided = false;
    size_t count = 0;
    while (more) {
        walk_space(&w);
        if (!walk_value(&w, &item))
            break;
        size_t from = list->len;
        if (item.kind == FIELD_STRING)
            field_add_decoded(list, &item);
        else
            bytes_add_slice(list, item.raw);
        struct slice added = slice_after(bytes_slice(list), from);
        divided = divided || (added.len != 0 &&
                              (memchr(added.at, ';', added.len) != NULL ||
                               memchr(added.at, '|', added.len) != NULL));
        walk_space(&w);
        more = walk_take(&w, ',');
        if (more)
            bytes_add_byte(list, '\n');
        count++;
    }
    /* Else vparse would take the parts of a single item for several. */
    if (count == 1 && divided)
        bytes_add_byte(list, '\n');
}

/* Whether all items are strings, numbers and the like, which lines can be. */
static bool is_list(struct slice array)
{
    struct walk w = walk_begin(array, true, wide_best());
    struct field item;
    bool more = walk_take(&w, '[');
    while (more) {
        walk_space(&w);
        if (!walk_value(&w, &item))
            return true;
        if (item.kind == FIELD_ARRAY || item.kind == FIELD_OBJECT)
            return false;
        walk_space(&w);
        more = walk_take(&w, ',');
    }
    return true;
}

void csv_add_cell(struct bytes *out, const struct field *value,
                  const struct csv_style *style, struct bytes *room)
{
    struct bytes text = {0};
    switch (value->kind) {
    case FIELD_ABSENT:
    case FIELD_NULL:
        return;
    case FIELD_STRING:
        if (!value->escaped) {
            csv_add_string(out, value->raw, style, room);
            return;
        }
        field_add_decoded(&text, value);
        break;
    case FIELD_ARRAY:
        if (is_list(value->raw))
            add_items(&text, value->raw);
        else
            bytes_add_slice(&text, value->raw);
        break;
    case FIELD_OBJECT:
        bytes_add_slice(&text, value->raw);
        break;
    default:
        bytes_add_slice(out, value->raw);
        return;
    }
    csv_add_string(out, bytes_slice(&text), style, room);
    out->failed = out->failed || text.failed;
    bytes_free(&text);
}
