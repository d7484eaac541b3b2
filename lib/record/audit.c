#include "lib/record/audit.h"

#include "lib/record/parts.h"

void audit_write(struct json_writer *w, const struct audit_record *a,
                 bool brief)
{
    const struct verdict *v = a->verdict;
    bool claim = a->kind == AUDIT_CLAIM;
    json_write_open(w, '{');
    write_string(w, "type", slice_of("audit"));
    write_string(w, "tool", v->tool);
    write_string(w, "name", v->name);
    write_string(w, "kind", slice_of(claim ? "claim" : "conflict"));
    write_string(w, "field", a->field);
    if (claim) {
        json_write_key(w, "claimed");
        json_write_raw(w, a->claimed);
        json_write_key(w, "computed");
        json_write_raw(w, a->computed);
    } else {
        json_write_key(w, "values");
        json_write_open(w, '[');
        for (size_t i = 0; i < a->value_count; i++)
            json_write_raw(w, a->values[i]);
        json_write_close(w, ']');
    }
    write_string(w, "policy", v->policy);
    write_count(w, "pages", v->pages);
    if (!brief)
        verdict_sources_write(w, v);
    json_write_close(w, '}');
}

static enum audit_kind read_kind(struct object *o)
{
    struct slice word = object_string(o, "kind");
    if (!slice_is(word, "claim") && !slice_is(word, "conflict"))
        object_refuse(o, "kind", "\"claim\" or \"conflict\"");
    return slice_is(word, "conflict") ? AUDIT_CONFLICT : AUDIT_CLAIM;
}

bool audit_read(struct object *o, struct arena *arena, struct audit_record *a)
{
    struct verdict *v = arena_array(arena, 1, sizeof *v);
    struct slice *values;
    if (v == NULL ||
        !json_texts_read(o, "values", arena, &values, &a->value_count))
        return false;
    a->values = values;
    a->verdict = v;
    a->kind = read_kind(o);
    a->field = object_string(o, "field");
    v->tool = object_string(o, "tool");
    v->name = object_string(o, "name");
    v->policy = object_string(o, "policy");
    v->pages = object_count(o, "pages");
    return read_text(object_member(o, "claimed"), arena, &a->claimed) &&
           read_text(object_member(o, "computed"), arena, &a->computed) &&
           verdict_sources_read(o, arena, v);
}
