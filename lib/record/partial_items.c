#include "lib/record/partial_items.h"

#include "lib/json/walk.h"

/* Digits, with a minus sign at most: no number here needs more. */
static bool read_integer(struct slice raw, int64_t *number)
{
    bool negative = raw.len != 0 && raw.at[0] == '-';
    int64_t n = 0;
    if (raw.len > 19)
        return false;
    for (size_t i = negative; i < raw.len; i++) {
        if (raw.at[i] < '0' || raw.at[i] > '9')
            return false;
        n = n * 10 + (raw.at[i] - '0');
    }
    *number = negative ? -n : n;
    return true;
}

int64_t take_integer(struct members *m, size_t name, int64_t unknown,
                     int64_t least, int64_t most, const char *wanted)
{
    int64_t n;
    if (members_missing(m, name))
        return unknown;
    if (m->fields[name].kind == FIELD_NUMBER &&
        read_integer(m->fields[name].raw, &n) && n >= least && n <= most)
        return n;
    members_refuse(m, name, wanted);
    return unknown;
}

int64_t take_count(struct members *m, size_t name)
{
    return take_integer(m, name, -1, 0, NUMBER_MOST, "a whole number or null");
}

/* Takes over what was wrong in an item of an array, which begins there. */
static void adopt(struct members *m, size_t name, const struct members *item,
                  const char *at)
{
    m->no_memory = m->no_memory || item->no_memory;
    if (m->bad != NULL || item->bad == NULL)
        return;
    m->bad = item->bad;
    m->wanted = item->wanted;
    m->outer = item->outer == NULL ? m->names->at[name].at : item->outer;
    m->at = item->at == NULL ? at : item->at;
}

void each_item(struct reading *r, size_t name, struct field_reader *reader,
               struct field *fields, item_taker *take, void *self)
{
    struct members *m = r->record;
    const struct field *array = &m->fields[name];
    if (members_missing(m, name))
        return;
    if (array->kind != FIELD_ARRAY) {
        members_refuse(m, name, "an array or null");
        return;
    }
    /* The line as a whole has been found to be JSON. */
    struct walk w = walk_begin(r->line, true, reader->wide);
    w.at = array->raw.at + 1;
    w.end = array->raw.at + array->raw.len;
    walk_space(&w);
    while (m->bad == NULL && !r->stopped && !walk_take(&w, ']')) {
        struct field value;
        struct diag d;
        if (!walk_value(&w, &value))
            return;
        struct members item = {
            .names = &reader->names, .fields = fields, .arena = m->arena};
        diag_clear(&d);
        if (value.kind != FIELD_OBJECT ||
            fields_read(reader, value.raw, NULL, 0, fields, NULL, &d) !=
                FIELDS_READ) {
            m->no_memory = m->no_memory || d.no_memory;
            members_refuse(m, name, "an array of objects");
            m->at = value.at;
            return;
        }
        take(r, &item, self);
        adopt(m, name, &item, value.at);
        walk_space(&w);
        if (walk_take(&w, ','))
            walk_space(&w);
    }
}
