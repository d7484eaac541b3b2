#include "lib/json/members.h"

#include "lib/base/decimal.h"

/* The member that holds this one; NULL when that is the record. */
static const char *outer_of(const struct field_names *names, size_t name)
{
    for (size_t i = 0; i < names->group_count; i++) {
        const struct field_group *group = &names->groups[i];
        if (name - group->first < group->count)
            return names->at[group->outer].at;
    }
    return NULL;
}

void members_refuse(struct members *m, size_t name, const char *wanted)
{
    if (m->bad != NULL)
        return;
    m->bad = m->names->at[name].at;
    m->wanted = wanted;
    m->outer = outer_of(m->names, name);
    m->at = m->fields[name].at;
}

struct slice members_any_string(struct members *m, size_t name)
{
    const struct field *f = &m->fields[name];
    if (f->kind != FIELD_STRING)
        members_refuse(m, name, "a string or null");
    return field_string(f, m->arena, &m->no_memory);
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

int64_t members_any_percentage(struct members *m, size_t name)
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

int64_t members_any_count(struct members *m, size_t name)
{
    int64_t hundredths = members_decimal(m, name);
    if (hundredths == DECIMAL_UNKNOWN)
        return -1;
    struct slice raw = m->fields[name].raw;
    if (hundredths < 0 || !is_integer(raw))
        members_refuse(m, name, "a whole number or null");
    return hundredths / 100;
}

void members_complain(const struct members *m, struct slice line,
                      const char *source, size_t number, struct diag *d)
{
    size_t column = field_column(m->at, line);
    if (m->no_memory)
        diag_no_memory(d);
    else if (m->outer == NULL)
        diag_set(d, source, number, column, "\"%s\" must be %s", m->bad,
                 m->wanted);
    else
        diag_set(d, source, number, column, "\"%s\" in \"%s\" must be %s",
                 m->bad, m->outer, m->wanted);
}
