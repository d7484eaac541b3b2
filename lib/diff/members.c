#include "lib/diff/changes.h"

#include "lib/record/parts.h"

/*
 * What is compared of a verdict itself.  Every part is written as a member of
 * the record, so that what is equal is equal byte for byte.  What only
 * follows from the rest (interval, split, counts, shares) is no news.
 */
typedef void write_member(struct json_writer *w, const char *field,
                          const struct opened_verdict *t);

static void write_verdict(struct json_writer *w, const char *field,
                          const struct opened_verdict *t)
{
    write_judgement(w, field, t->verdict.verdict);
}

static void write_mean(struct json_writer *w, const char *field,
                       const struct opened_verdict *t)
{
    write_decimal(w, field, t->verdict.score.mean);
}

static void write_median(struct json_writer *w, const char *field,
                         const struct opened_verdict *t)
{
    write_decimal(w, field, t->verdict.score.median);
}

static void write_score_count(struct json_writer *w, const char *field,
                              const struct opened_verdict *t)
{
    write_count(w, field, t->verdict.score.n);
}

static void write_entry(struct json_writer *w, const char *field,
                        const struct opened_verdict *t)
{
    write_string(w, field, t->verdict.entry);
}

static void write_pricing(struct json_writer *w, const char *field,
                          const struct opened_verdict *t)
{
    write_string(w, field, t->verdict.pricing);
}

static void write_name(struct json_writer *w, const char *field,
                       const struct opened_verdict *t)
{
    write_string(w, field, t->verdict.name);
}

static void write_tagline(struct json_writer *w, const char *field,
                          const struct opened_verdict *t)
{
    write_string(w, field, t->verdict.tagline);
}

static void write_category(struct json_writer *w, const char *field,
                           const struct opened_verdict *t)
{
    write_string(w, field, t->verdict.category);
}

static void write_basis(struct json_writer *w, const char *field,
                        const struct opened_verdict *t)
{
    write_string(w, field, t->verdict.basis);
}

static void write_policy(struct json_writer *w, const char *field,
                         const struct opened_verdict *t)
{
    write_string(w, field, t->verdict.policy);
}

static void write_claims(struct json_writer *w, const char *field,
                         const struct opened_verdict *t)
{
    (void)field;
    write_stated(w, &t->verdict.stated);
}

static void write_rating(struct json_writer *w, const char *field,
                         const struct opened_verdict *t)
{
    if (t->verdict.has_aggregate)
        write_aggregate(w, &t->verdict.aggregate);
    else
        write_string(w, field, slice_from(NULL, 0));
}

static void write_community(struct json_writer *w, const char *field,
                            const struct opened_verdict *t)
{
    const struct community *c = &t->verdict.community;
    json_write_key(w, field);
    json_write_open(w, '{');
    write_count(w, "votes", c->votes);
    write_count(w, "ship", c->ship);
    write_count(w, "skip", c->skip);
    write_decimal(w, "ship_pct", c->ship_pct);
    json_write_close(w, '}');
}

static void write_conflicts(struct json_writer *w, const char *field,
                            const struct opened_verdict *t)
{
    json_write_key(w, field);
    if (t->verdict.conflict_count == 0)
        json_write_null(w);
    else
        json_value_add_text(w->out,
                            json_value_member(t->record, slice_of(field)));
}

static const struct {
    enum change_kind kind;
    const char *field;
    write_member *write;
} members[] = {
    {CHANGE_FLIPPED, "verdict", write_verdict},
    {CHANGE_SCORE, "score.mean", write_mean},
    {CHANGE_SCORE, "score.median", write_median},
    {CHANGE_SCORE, "score.n", write_score_count},
    {CHANGE_PRICING, "entry", write_entry},
    {CHANGE_PRICING, "pricing", write_pricing},
    {CHANGE_FACT, "name", write_name},
    {CHANGE_FACT, "tagline", write_tagline},
    {CHANGE_FACT, "category", write_category},
    {CHANGE_FACT, "stated", write_claims},
    {CHANGE_FACT, "community", write_community},
    {CHANGE_FACT, "aggregate", write_rating},
    {CHANGE_FACT, "basis", write_basis},
    {CHANGE_FACT, "conflicts", write_conflicts},
    {CHANGE_FACT, "policy", write_policy},
};

/* The value of a member that was written as `"field":value`. */
static struct slice value_of(struct change_list *l, const char *field,
                             const struct bytes *member)
{
    if (l->failed)
        return slice_of("null");
    struct slice value =
        slice_after(bytes_slice(member), strlen(field) + strlen("\"\":"));
    return arena_copy(&l->arena, value, &l->failed);
}

/* NULL also when nothing changed. */
static struct change *add_member(struct change_list *l, size_t i,
                                 const struct opened_verdict *old_tool,
                                 const struct opened_verdict *new_tool)
{
    const char *field = members[i].field;
    struct json_writer old_writer = {.out = &l->old_text};
    struct json_writer new_writer = {.out = &l->new_text};
    bytes_clear(&l->old_text);
    bytes_clear(&l->new_text);
    members[i].write(&old_writer, field, old_tool);
    members[i].write(&new_writer, field, new_tool);
    l->failed = l->failed || l->old_text.failed || l->new_text.failed;
    if (slice_equal(bytes_slice(&l->old_text), bytes_slice(&l->new_text)))
        return NULL;
    return changes_add(l, members[i].kind, slice_of(field),
                       value_of(l, field, &l->old_text),
                       value_of(l, field, &l->new_text));
}

void changes_add_members(struct change_list *l,
                         const struct opened_verdict *old_tool,
                         const struct opened_verdict *new_tool)
{
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        struct change *change = add_member(l, i, old_tool, new_tool);
        if (change != NULL && change->kind == CHANGE_FLIPPED)
            change->cause =
                changes_cause(l, &old_tool->verdict, &new_tool->verdict);
    }
}

/* They came as text, and are compared as values, in any order. */
static json_t *object_of(struct change_list *l, struct slice others)
{
    struct diag ignored;
    bytes_clear(&l->old_text);
    bytes_add_byte(&l->old_text, '{');
    if (others.len != 0)
        bytes_add_slice(&l->old_text, slice_after(others, 1));
    bytes_add_byte(&l->old_text, '}');
    json_t *object =
        tree_read_line(bytes_slice(&l->old_text), NULL, 0, &ignored);
    l->failed = l->failed || object == NULL;
    return object;
}

static struct slice text_of(struct change_list *l, const json_t *value)
{
    if (value == NULL)
        return slice_of("null");
    bytes_clear(&l->old_text);
    tree_add_text(&l->old_text, value);
    return changes_text(l, &l->old_text);
}

/* Members of `from`; with `added`, only those that `other` lacks. */
static void add_differing(struct change_list *l, enum change_kind kind,
                          const json_t *from, const json_t *other, bool added,
                          struct slice reviewer)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)from, key, value)
    {
        const json_t *counterpart = json_object_get(other, key);
        if (added ? counterpart != NULL : json_equal(value, counterpart))
            continue;
        struct slice field = arena_copy(&l->arena, slice_of(key), &l->failed);
        struct slice mine = text_of(l, value), its = text_of(l, counterpart);
        struct change *change =
            changes_add(l, kind, field, added ? its : mine, added ? mine : its);
        if (change != NULL)
            change->reviewer = reviewer;
    }
}

void changes_add_others(struct change_list *l, enum change_kind kind,
                        struct slice old_others, struct slice new_others,
                        struct slice reviewer)
{
    if (slice_equal(old_others, new_others))
        return;
    json_t *old_object = object_of(l, old_others);
    json_t *new_object = object_of(l, new_others);
    if (!l->failed) {
        add_differing(l, kind, old_object, new_object, false, reviewer);
        add_differing(l, kind, new_object, old_object, true, reviewer);
    }
    json_decref(old_object);
    json_decref(new_object);
}
