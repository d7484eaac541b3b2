#include "lib/score/policy.h"

#include "lib/base/bytes.h"
#include "lib/base/decimal.h"
#include "lib/base/text.h"
#include "lib/json/object.h"

static const char default_text[] = "{\n"
                                   "  \"name\": \"panel\",\n"
                                   "  \"version\": 1,\n"
                                   "  \"ship_from\": 60,\n"
                                   "  \"skip_to\": 40,\n"
                                   "  \"score_ship_from\": 60,\n"
                                   "  \"score_skip_to\": 40,\n"
                                   "  \"minimum\": 3,\n"
                                   "  \"weights\": {},\n"
                                   "  \"basis\": \"share\",\n"
                                   "  \"margin\": 0\n"
                                   "}\n";

static const char *const names[] = {"name",
                                    "version",
                                    "ship_from",
                                    "skip_to",
                                    "score_ship_from",
                                    "score_skip_to",
                                    "minimum",
                                    "weights",
                                    "basis",
                                    "margin",
                                    NULL};

enum { ONE = 100, HUNDRED_PERCENT = 100 * 100, WEIGHT_MOST = 1000 * 100 };

/* What members that are missing stand for: those of the text above. */
static const struct policy default_policy = {.name = SLICE("panel-1"),
                                             .ship_from = 60 * ONE,
                                             .skip_to = 40 * ONE,
                                             .score_ship_from = 60 * ONE,
                                             .score_skip_to = 40 * ONE,
                                             .minimum = 3};

struct slice policy_default_text(void)
{
    return slice_of(default_text);
}

void policy_free(struct policy *p)
{
    table_free(&p->weights);
    arena_free(&p->arena);
    *p = (struct policy){0};
}

/* Rounded, a number would be another than the one that was written down. */
static bool is_exact(const struct json_value *number, int64_t hundredths)
{
    return json_value_real(number) == (double)hundredths / ONE;
}

static int64_t take_percentage(struct object *o, const char *key,
                               int64_t otherwise)
{
    int64_t value = object_decimal(o, key);
    if (value == DECIMAL_UNKNOWN)
        return otherwise;
    if (!is_exact(object_member(o, key), value))
        object_refuse(o, key, "a number with at most two decimals");
    if (value < 0 || value > HUNDRED_PERCENT)
        object_refuse(o, key, "a number from 0 to 100");
    return value;
}

/*
 * "panel" and 1 are "panel-1"; a version may be a string as well.  No other
 * policy must pass for the default one.
 */
static bool take_name(struct policy *p, struct object *o)
{
    struct slice name = object_string(o, "name");
    const struct json_value *version = object_member(o, "version");
    struct bytes joined = {0};
    bytes_add_slice(&joined, slice_known(name) ? name : slice_of("custom"));
    bytes_add_byte(&joined, '-');
    if (json_value_is(version, FIELD_STRING))
        bytes_add_slice(&joined, version->text);
    else if (json_value_is_integer(version))
        json_value_add_text(&joined, version);
    else if (json_value_is_null(version))
        bytes_add_byte(&joined, '1');
    else
        object_refuse(o, "version", "a whole number or a string");
    bool failed = joined.failed;
    p->name = arena_copy(&p->arena, bytes_slice(&joined), &failed);
    bytes_free(&joined);
    return !failed;
}

static bool take_weights(struct policy *p, struct object *o)
{
    struct object weights = object_inside(o, "weights");
    size_t count = json_value_size(weights.value);
    p->weight_values = arena_array(&p->arena, count + 1, sizeof(int64_t));
    if (p->weight_values == NULL)
        return false;
    size_t i = 0;
    json_value_each(weights.value, weight)
    {
        bool failed = false, added;
        struct slice key = arena_copy(&p->arena, weight->key, &failed);
        if (failed)
            return false;
        int64_t value = object_decimal(&weights, key.at);
        if (value == DECIMAL_UNKNOWN || value < 0 || value > WEIGHT_MOST ||
            !is_exact(weight, value))
            object_refuse(o, "weights",
                          "an object of numbers from 0 to 1000, with at most "
                          "two decimals");
        if (table_add(&p->weights, key, i, &added) == NULL)
            return false;
        p->weight_values[i++] = value;
    }
    return true;
}

static void take_basis(struct policy *p, struct object *o)
{
    const struct json_value *basis = object_member(o, "basis");
    p->by_score = slice_is(json_value_string(basis), "score");
    if (!p->by_score && !json_value_is_null(basis) &&
        !slice_is(json_value_string(basis), "share"))
        object_refuse(o, "basis", "\"share\" or \"score\"");
}

static bool decides_as(const struct policy *p, const struct policy *other)
{
    return p->ship_from == other->ship_from && p->skip_to == other->skip_to &&
           p->score_ship_from == other->score_ship_from &&
           p->score_skip_to == other->score_skip_to &&
           p->minimum == other->minimum && p->by_score == other->by_score &&
           p->margin == other->margin &&
           p->weights.count == other->weights.count;
}

static bool take_members(struct policy *p, struct object *o)
{
    const struct policy *otherwise = &default_policy;
    p->ship_from = take_percentage(o, "ship_from", otherwise->ship_from);
    p->skip_to = take_percentage(o, "skip_to", otherwise->skip_to);
    p->score_ship_from =
        take_percentage(o, "score_ship_from", otherwise->score_ship_from);
    p->score_skip_to =
        take_percentage(o, "score_skip_to", otherwise->score_skip_to);
    if (p->skip_to >= p->ship_from)
        object_refuse(o, "skip_to", "less than \"ship_from\"");
    if (p->score_skip_to >= p->score_ship_from)
        object_refuse(o, "score_skip_to", "less than \"score_ship_from\"");
    p->minimum = object_count(o, "minimum");
    if (p->minimum < 0)
        p->minimum = otherwise->minimum;
    p->margin = take_percentage(o, "margin", otherwise->margin);
    take_basis(p, o);
    if (!take_name(p, o) || !take_weights(p, o))
        return false;
    if (slice_equal(p->name, otherwise->name) && !decides_as(p, otherwise))
        object_refuse(o, "name",
                      "another than \"panel\": it is not the default policy");
    return true;
}

/* A member that no policy has is a slip, and would silently do nothing. */
static const char *unknown_member(const json_t *value)
{
    const char *key;
    json_t *item;
    json_object_foreach((json_t *)value, key, item)
    {
        size_t i = 0;
        while (names[i] != NULL && strcmp(names[i], key) != 0)
            i++;
        if (names[i] == NULL)
            return key;
    }
    return NULL;
}

bool policy_read(struct policy *p, struct slice text, const char *source,
                 struct diag *d)
{
    *p = (struct policy){0};
    json_t *value = tree_read_text(text, source, d);
    if (value == NULL)
        return false;
    struct arena arena = {0};
    struct object o = {.value = json_values_of_tree(value, &arena)};
    bool read = false;
    const char *unknown = unknown_member(value);
    if (!json_is_object(value))
        diag_set(d, source, 1, 1, "a policy is a JSON object");
    else if (unknown != NULL)
        diag_set(d, source, 1, 1, "\"%.60s\" is no member of a policy",
                 unknown);
    else if (o.value == NULL || !take_members(p, &o))
        diag_no_memory(d);
    else if (o.bad != NULL)
        diag_set(d, source, 1, 1, "\"%s\" must be %s", o.bad, o.wanted);
    else
        read = true;
    const char *wrong = unknown != NULL ? unknown : o.bad;
    if (!read && wrong != NULL)
        text_find_place(text, object_column(text, wrong) - 1, &d->line,
                        &d->column);
    json_decref(value);
    arena_free(&arena);
    if (!read)
        policy_free(p);
    return read;
}

int64_t policy_weight(const struct policy *p, struct slice reviewer)
{
    size_t *found =
        slice_known(reviewer) ? table_find(&p->weights, reviewer) : NULL;
    return found == NULL ? ONE : p->weight_values[*found];
}

enum judgement policy_judge_share(const struct policy *p, int64_t numerator,
                                  int64_t denominator)
{
    decimal_wide share = (decimal_wide)numerator * HUNDRED_PERCENT;
    if (share >= (decimal_wide)p->ship_from * denominator)
        return JUDGEMENT_SHIP;
    if (share <= (decimal_wide)p->skip_to * denominator)
        return JUDGEMENT_SKIP;
    return JUDGEMENT_MIXED;
}

enum judgement policy_judge_score(const struct policy *p, int64_t score)
{
    if (score >= p->score_ship_from)
        return JUDGEMENT_SHIP;
    if (score <= p->score_skip_to)
        return JUDGEMENT_SKIP;
    return JUDGEMENT_MIXED;
}
