#include "lib/score/grouping.h"

#include <stdlib.h>

#include "lib/base/utf8.h"
#include "lib/json/value.h"
#include "lib/score/grouping_state.h"

/* Records hold no larger counts, so sums of what pages claim stop there. */
static const int64_t COUNT_MOST = INT64_C(1000000000000000);

static const struct slice reviewer_name = SLICE("reviewer");

static bool is_there(const struct grouping *g, struct slice name)
{
    for (size_t i = 0; i < g->name_count; i++)
        if (slice_equal(g->names[i], name))
            return true;
    return false;
}

bool grouping_read(struct grouping *g, const char *text, struct diag *d)
{
    *g = (struct grouping){0};
    for (const char *at = text;; at++) {
        size_t len = strcspn(at, ",");
        struct slice name = slice_from(at, len);
        if (g->name_count == GROUPING_NAMES_MOST) {
            diag_set(d, NULL, 0, 0, "--by: more than %d names",
                     GROUPING_NAMES_MOST);
            return false;
        }
        if (is_there(g, name)) {
            diag_set(d, NULL, 0, 0, "--by: '%.*s' is there twice",
                     (int)(len < 60 ? len : 60), at);
            return false;
        }
        if (utf8_valid(name) != len ||
            !member_path_read(&g->paths[g->name_count], name)) {
            diag_set(d, NULL, 0, 0, "--by: '%.*s' is no name of a member",
                     (int)(len < 60 ? len : 60), at);
            return false;
        }
        if (slice_equal(name, reviewer_name))
            g->by_reviewer = true;
        g->names[g->name_count++] = name;
        at += len;
        if (*at == '\0')
            return true;
    }
}

void grouping_free(struct grouping *g)
{
    free(g->groups);
    free(g->scores);
    free(g->sorted);
    table_free(&g->index);
    panel_totals_free(&g->totals);
    arena_free(&g->arena);
    arena_free(&g->scratch);
    bytes_free(&g->record);
    bytes_free(&g->key);
    *g = (struct grouping){0};
}

/* Room for one more item behind `count`, by doubling. */
static bool make_room(void **array, size_t count, size_t *cap, size_t size)
{
    if (count < *cap)
        return true;
    size_t larger = *cap == 0 ? 64 : *cap * 2;
    void *grown = realloc(*array, larger * size);
    if (grown == NULL)
        return false;
    *array = grown;
    *cap = larger;
    return true;
}

/* A number as one text: 1, however it was spelled. */
static void add_number(struct bytes *out, struct slice raw)
{
    static const struct slice whole = SLICE(".0"), minus = SLICE("-0");
    const struct json_value number = {
        .kind = FIELD_NUMBER, .text = raw, .span = 1};
    size_t from = out->len;
    json_value_add_text(out, &number);
    if (slice_ends(slice_after(bytes_slice(out), from), whole))
        out->len -= whole.len;
    if (slice_equal(slice_after(bytes_slice(out), from), minus)) {
        out->len = from;
        bytes_add_byte(out, '0');
    }
}

/* A value as one text, however it was escaped; what is no scalar is null. */
static bool add_value(struct grouping *g, const struct field *f)
{
    static const struct slice null = SLICE("null");
    bool failed = false;
    if (f->kind == FIELD_STRING)
        json_add_string(&g->key, field_string(f, &g->scratch, &failed));
    else if (f->kind == FIELD_NUMBER)
        add_number(&g->key, f->raw);
    else if (f->kind == FIELD_TRUE || f->kind == FIELD_FALSE)
        bytes_add_slice(&g->key, f->raw);
    else
        bytes_add_slice(&g->key, null);
    return !failed && !g->key.failed;
}

static bool add_reviewer(struct grouping *g, struct slice reviewer)
{
    struct json_writer w = {.out = &g->key};
    json_write_string(&w, reviewer);
    return !g->key.failed;
}

/*
 * Makes the key of a group in g->key: its values with LF between them, which
 * JSON texts of scalars do not contain.
 */
static bool make_key(struct grouping *g, const struct panel_review *r)
{
    bytes_clear(&g->key);
    arena_reset(&g->scratch);
    for (size_t i = 0; i < g->name_count; i++) {
        if (i != 0)
            bytes_add_byte(&g->key, '\n');
        if (r != NULL && slice_equal(g->names[i], reviewer_name)) {
            g->paths[i].met = true;
            if (!add_reviewer(g, r->reviewer))
                return false;
            continue;
        }
        struct field f = member_find(&g->paths[i], bytes_slice(&g->record));
        if (!add_value(g, &f))
            return false;
    }
    return true;
}

/* The values of a new group, taken from its key. */
static bool set_values(struct grouping *g, struct group *group,
                       struct slice key)
{
    group->values =
        arena_array(&g->arena, g->name_count, sizeof *group->values);
    for (size_t i = 0; group->values != NULL && i < g->name_count; i++) {
        const char *end = memchr(key.at, '\n', key.len);
        size_t len = end == NULL ? key.len : (size_t)(end - key.at);
        group->values[i] = slice_from(key.at, len);
        if (end != NULL)
            key = slice_after(key, len + 1);
    }
    return group->values != NULL;
}

/* The group that g->key names; NULL without memory. */
static struct group *find_group(struct grouping *g)
{
    size_t *found = table_find(&g->index, bytes_slice(&g->key));
    if (found != NULL)
        return &g->groups[*found];
    bool failed = false, added;
    void *groups = g->groups;
    struct slice key = arena_copy(&g->arena, bytes_slice(&g->key), &failed);
    bool room =
        make_room(&groups, g->group_count, &g->group_cap, sizeof *g->groups);
    g->groups = groups;
    if (failed || !room ||
        table_add(&g->index, key, g->group_count, &added) == NULL)
        return NULL;
    struct group *group = &g->groups[g->group_count++];
    *group = (struct group){0};
    return set_values(g, group, key) ? group : NULL;
}

static bool add_score(struct grouping *g, struct group *group, int64_t score)
{
    void *scores = g->scores;
    if (score == DECIMAL_UNKNOWN)
        return true;
    bool room =
        make_room(&scores, g->score_count, &g->score_cap, sizeof *g->scores);
    g->scores = scores;
    if (!room)
        return false;
    g->scores[g->score_count++] =
        (struct group_score){(size_t)(group - g->groups), score};
    group->score_sum += score;
    return true;
}

static void count_tool(struct grouping *g, struct group *group,
                       const struct verdict *v)
{
    if (group->last_verdict == g->verdicts)
        return;
    group->last_verdict = g->verdicts;
    group->tools++;
    group->verdicts[v->verdict]++;
}

static void add_count(int64_t *sum, int64_t count)
{
    if (count > 0)
        *sum = *sum + count < COUNT_MOST ? *sum + count : COUNT_MOST;
}

static bool add_tool(struct grouping *g, const struct verdict *v)
{
    struct group *group = make_key(g, NULL) ? find_group(g) : NULL;
    if (group == NULL)
        return false;
    count_tool(g, group, v);
    add_count(&group->reviews, v->reviews);
    add_count(&group->ship, v->ship);
    add_count(&group->skip, v->skip);
    add_count(&group->mixed, v->mixed);
    panel_alphas_add(&group->alphas, v);
    for (size_t i = 0; i < v->panel_count; i++)
        if (!add_score(g, group, v->panel[i].score))
            return false;
    return true;
}

static bool add_reviews(struct grouping *g, const struct verdict *v)
{
    if (!panel_totals_take(&g->totals, v))
        return false;
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *r = &v->panel[i];
        struct group *group = make_key(g, r) ? find_group(g) : NULL;
        if (group == NULL || !add_score(g, group, r->score))
            return false;
        count_tool(g, group, v);
        group->reviews++;
        group->ship += r->verdict == JUDGEMENT_SHIP;
        group->skip += r->verdict == JUDGEMENT_SKIP;
        group->mixed += r->verdict == JUDGEMENT_MIXED;
        contrast_add(&group->contrast, &g->totals, r);
    }
    return true;
}

bool grouping_add(struct grouping *g, const struct verdict *v)
{
    struct json_writer w = {.out = &g->record};
    bytes_clear(&g->record);
    /* Who reviewed is known without the record. */
    if (!g->by_reviewer || g->name_count > 1)
        verdict_write(&w, v, VERDICT_INSIDE);
    g->verdicts++;
    if (g->record.failed)
        return false;
    return g->by_reviewer ? add_reviews(g, v) : add_tool(g, v);
}
