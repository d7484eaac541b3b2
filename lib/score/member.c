#include "lib/score/member.h"

bool member_path_read(struct member_path *p, struct slice text)
{
    *p = (struct member_path){.text = text};
    for (;;) {
        const char *dot = text.len == 0 ? NULL : memchr(text.at, '.', text.len);
        size_t len = dot == NULL ? text.len : (size_t)(dot - text.at);
        if (len == 0 || p->count == MEMBER_DEPTH_MOST)
            return false;
        p->parts[p->count] = slice_from(text.at, len);
        field_reader_init(&p->readers[p->count], &p->parts[p->count], 1);
        p->count++;
        if (dot == NULL)
            return true;
        text = slice_after(text, len + 1);
    }
}

struct field member_find(struct member_path *p, struct slice record)
{
    struct field field = {.kind = FIELD_OBJECT, .raw = record};
    struct diag ignored;
    p->sought = true;
    for (size_t i = 0; i < p->count && field.kind == FIELD_OBJECT; i++) {
        struct slice object = field.raw;
        if (fields_read(&p->readers[i], object, NULL, 0, &field, NULL,
                        &ignored) != FIELDS_READ ||
            field.kind == FIELD_ABSENT)
            return (struct field){.kind = FIELD_ABSENT};
        /* Inside what is no object there is nothing. */
        if (i + 1 < p->count && field.kind != FIELD_OBJECT)
            return (struct field){.kind = FIELD_ABSENT};
    }
    p->met = true;
    return field;
}
