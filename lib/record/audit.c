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
