#include "lib/json/fields.h"

#include "lib/json/shapes.h"
#include "lib/json/tree.h"
#include "lib/json/walk.h"

enum { NO_NAME = 255, HEAD = sizeof(uint64_t) };

/* The first eight bytes of a name, and zeros if it is shorter. */
static inline uint64_t head_of(struct slice name)
{
    uint64_t head = 0;
    uint32_t first, last;
    if (name.len >= HEAD) {
        memcpy(&head, name.at, HEAD);
    } else if (name.len >= sizeof first) {
        memcpy(&first, name.at, sizeof first);
        memcpy(&last, name.at + name.len - sizeof last, sizeof last);
        head = first | (uint64_t)last << (8 * (name.len - sizeof last));
    } else {
        for (size_t i = 0; i < name.len; i++)
            head |= (uint64_t)(unsigned char)name.at[i] << (8 * i);
    }
    return head;
}

/* Names with the same head and length have the same number. */
static inline size_t looks(uint64_t head, size_t len)
{
    uint64_t mixed = (head ^ len) * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(mixed >> 32) % FIELD_NAMES_MOST;
}

void field_reader_init_names(struct field_reader *r,
                             const struct field_names *names)
{
    r->names = *names;
    r->count = names->count;
    r->wide = wide_best();
    memset(r->first_alike, NO_NAME, sizeof r->first_alike);
    for (size_t i = names->known; i-- != 0;) {
        struct slice name = names->at[i];
        r->heads[i] = head_of(name);
        unsigned char *first = &r->first_alike[looks(r->heads[i], name.len)];
        r->next_alike[i] = *first;
        *first = (unsigned char)i;
    }
}

void field_reader_init(struct field_reader *r, const struct slice *names,
                       size_t count)
{
    field_reader_init_names(
        r, &(struct field_names){
               .at = names, .top = count, .count = count, .known = count});
}

const struct field_group *field_group_of(const struct field_names *names,
                                         size_t field)
{
    for (size_t i = 0; i < names->group_count; i++)
        if (names->groups[i].outer == field)
            return &names->groups[i];
    return NULL;
}

/* One line being read. */
struct reading {
    const struct field_reader *reader;
    struct walk walk;
    struct field *fields;
    struct bytes *others;
    struct shape_notes *notes;
};

/* Whether it is a member's name in the group, NULL being the line's object. */
static bool is_in(const struct field_names *names,
                  const struct field_group *group, size_t name)
{
    return group == NULL ? name < names->top || name >= names->count
                         : name - group->first < group->count;
}

static inline bool is_name(const struct field_reader *r, size_t name,
                           struct slice key, uint64_t head)
{
    struct slice wanted = r->names.at[name];
    return r->heads[name] == head && wanted.len == key.len &&
           (key.len <= HEAD ||
            memcmp(wanted.at + HEAD, key.at + HEAD, key.len - HEAD) == 0);
}

/* Which name this key is. */
static size_t find_name(const struct reading *g,
                        const struct field_group *group, struct slice key)
{
    const struct field_reader *r = g->reader;
    uint64_t head = head_of(key);
    size_t name = r->first_alike[looks(head, key.len)];
    while (name != NO_NAME &&
           (!is_name(r, name, key, head) || !is_in(&r->names, group, name)))
        name = r->next_alike[name];
    return name;
}

static size_t find_escaped_name(const struct reading *g,
                                const struct field_group *group,
                                struct slice raw)
{
    struct bytes decoded = {0};
    struct field key = {.kind = FIELD_STRING, .escaped = true, .raw = raw};
    field_add_decoded(&decoded, &key);
    size_t found =
        decoded.failed ? NO_NAME : find_name(g, group, bytes_slice(&decoded));
    bytes_free(&decoded);
    return found;
}

static bool read_members(struct reading *g, const struct field_group *group);

/* An object whose members are read; of two the last counts as a whole. */
static bool read_group(struct reading *g, const struct field_group *group)
{
    struct walk *w = &g->walk;
    struct field *outer = &g->fields[group->outer];
    memset(g->fields + group->first, 0, group->count * sizeof *g->fields);
    *outer = (struct field){.kind = FIELD_OBJECT, .at = w->at};
    shape_notes_open(g->notes, group->outer, w->at);
    return read_members(g, group);
}

static bool read_value(struct reading *g, const struct field_group *group,
                       size_t name, const char *key)
{
    const struct field_names *names = &g->reader->names;
    struct walk *w = &g->walk;
    const char *from = w->at;
    const struct field_group *inside = group == NULL && name < names->count
                                           ? field_group_of(names, name)
                                           : NULL;
    if (inside != NULL && w->at < w->end && *w->at == '{')
        return read_group(g, inside);
    if (inside != NULL)
        memset(g->fields + inside->first, 0, inside->count * sizeof *g->fields);
    struct field value;
    if (!walk_value(w, &value))
        return false;
    bool other = name == NO_NAME && group == NULL;
    if (name < names->count) {
        g->fields[name] = value;
    } else if (other && g->others != NULL) {
        bytes_add_byte(g->others, ',');
        bytes_add(g->others, key, (size_t)(w->at - key));
    }
    if (g->notes != NULL)
        shape_notes_leaf(g->notes, key, from, w->at,
                         name < names->count ? name
                         : other             ? SHAPE_OTHER
                                             : SHAPE_PASSED,
                         inside != NULL);
    return true;
}

static bool read_member(struct reading *g, const struct field_group *group)
{
    struct walk *w = &g->walk;
    const char *from = w->at;
    struct slice key;
    bool escaped;
    if (!walk_take(w, '"') || !walk_string(w, &key, &escaped))
        return false;
    if (escaped && !w->trusted)
        return false;
    size_t name =
        escaped ? find_escaped_name(g, group, key) : find_name(g, group, key);
    walk_space(w);
    if (!walk_take(w, ':'))
        return false;
    walk_space(w);
    return read_value(g, group, name, from);
}

/* An object, from bracket to bracket. */
static bool read_members(struct reading *g, const struct field_group *group)
{
    struct walk *w = &g->walk;
    if (!walk_take(w, '{'))
        return false;
    walk_space(w);
    bool more = !walk_take(w, '}');
    while (more) {
        if (!read_member(g, group))
            return false;
        walk_space(w);
        more = walk_take(w, ',');
        if (more)
            walk_space(w);
        else if (!walk_take(w, '}'))
            return false;
    }
    return true;
}

static bool read_line(struct reading *g)
{
    struct walk *w = &g->walk;
    memset(g->fields, 0, g->reader->names.count * sizeof *g->fields);
    if (g->others != NULL)
        bytes_clear(g->others);
    walk_space(w);
    if (!read_members(g, NULL))
        return false;
    walk_space(w);
    return w->at == w->end;
}

bool fields_walk(struct field_reader *r, struct slice line,
                 struct field *fields, struct bytes *others,
                 struct shape_notes *notes)
{
    struct reading g = {r, walk_begin(line, false, r->wide), fields, others,
                        notes};
    return read_line(&g);
}

enum fields_result fields_read_declined(struct field_reader *r,
                                        struct slice line, const char *source,
                                        size_t number, struct field *fields,
                                        struct bytes *others, struct diag *d)
{
    json_t *value = tree_read_line(line, source, number, d);
    if (value == NULL)
        return FIELDS_REFUSED;
    bool object = json_is_object(value);
    json_decref(value);
    struct reading g = {r, walk_begin(line, true, r->wide), fields, others,
                        NULL};
    if (object && read_line(&g))
        return FIELDS_READ;
    diag_set(d, source, number, 1, "not a record: an object is needed");
    return FIELDS_NO_OBJECT;
}

enum fields_result fields_read(struct field_reader *r, struct slice line,
                               const char *source, size_t number,
                               struct field *fields, struct bytes *others,
                               struct diag *d)
{
    return fields_walk(r, line, fields, others, NULL)
               ? FIELDS_READ
               : fields_read_declined(r, line, source, number, fields, others,
                                      d);
}
