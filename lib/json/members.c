#include "lib/json/members.h"

#include "lib/base/decimal.h"

void members_refuse(struct members *m, size_t name, const char *wanted)
{
    if (m->bad != NULL)
        return;
    m->bad = m->names[name].at;
    m->wanted = wanted;
    m->column = m->fields[name].column;
}

bool members_missing(const struct members *m, size_t name)
{
    return m->fields[name].kind == FIELD_ABSENT ||
           m->fields[name].kind == FIELD_NULL;
}

struct slice members_string(struct members *m, size_t name)
{
    if (!members_missing(m, name) && m->fields[name].kind != FIELD_STRING)
        members_refuse(m, name, "a string or null");
    return field_string(&m->fields[name], m->arena, &m->no_memory);
}

int64_t members_decimal(struct members *m, size_t name)
{
    int64_t hundredths = DECIMAL_UNKNOWN;
    if (!members_missing(m, name) &&
        (m->fields[name].kind != FIELD_NUMBER ||
         !decimal_read(m->fields[name].raw, &hundredths)))
        members_refuse(m, name, "a number or null");
    return hundredths;
}

int64_t members_percentage(struct members *m, size_t name)
{
    int64_t hundredths = members_decimal(m, name);
    if (hundredths != DECIMAL_UNKNOWN &&
        (hundredths < 0 || hundredths > 100 * 100)) {
        members_refuse(m, name, "a number from 0 to 100 or null");
        return DECIMAL_UNKNOWN;
    }
    return hundredths;
}

/* Whether a number is written without a point and an exponent. */
static bool is_integer(struct slice raw)
{
    return memchr(raw.at, '.', raw.len) == NULL &&
           memchr(raw.at, 'e', raw.len) == NULL &&
           memchr(raw.at, 'E', raw.len) == NULL;
}

int64_t members_count(struct members *m, size_t name)
{
    int64_t hundredths = members_decimal(m, name);
    if (hundredths == DECIMAL_UNKNOWN)
        return -1;
    struct slice raw = m->fields[name].raw;
    if (hundredths < 0 || !is_integer(raw))
        members_refuse(m, name, "a whole number or null");
    return hundredths / 100;
}

bool members_bool(struct members *m, size_t name)
{
    enum field_kind kind = m->fields[name].kind;
    if (!members_missing(m, name) && kind != FIELD_TRUE && kind != FIELD_FALSE)
        members_refuse(m, name, "true, false or null");
    return kind == FIELD_TRUE;
}

struct slice members_object_text(struct members *m, size_t name)
{
    if (members_missing(m, name))
        return slice_from(NULL, 0);
    if (m->fields[name].kind != FIELD_OBJECT)
        members_refuse(m, name, "an object or null");
    return m->fields[name].raw;
}

struct members members_inside(struct members *m, size_t name,
                              struct field_reader *reader, struct field *fields)
{
    struct members inside = {
        .names = reader->names,
        .fields = fields,
        .arena = m->arena,
        .outer = m->names[name].at,
        .outer_column = m->fields[name].column,
    };
    struct slice text = members_object_text(m, name);
    struct diag ignored;
    if (m->bad != NULL || !slice_known(text) ||
        fields_read(reader, text, NULL, 0, fields, NULL, &ignored) !=
            FIELDS_READ)
        memset(fields, 0, reader->count * sizeof *fields);
    return inside;
}

void members_adopt(struct members *m, const struct members *inside)
{
    m->no_memory = m->no_memory || inside->no_memory;
    if (m->bad != NULL || inside->bad == NULL)
        return;
    m->bad = inside->bad;
    m->wanted = inside->wanted;
    m->outer = inside->outer;
    m->column = inside->outer_column + inside->column - 1;
}

bool members_check(const struct members *m, const char *source, size_t number,
                   struct diag *d)
{
    if (m->no_memory) {
        diag_no_memory(d);
        return false;
    }
    if (m->bad == NULL)
        return true;
    size_t column = m->column == 0 ? 1 : m->column;
    if (m->outer == NULL)
        diag_set(d, source, number, column, "\"%s\" must be %s", m->bad,
                 m->wanted);
    else
        diag_set(d, source, number, column, "\"%s\" in \"%s\" must be %s",
                 m->bad, m->outer, m->wanted);
    return false;
}
