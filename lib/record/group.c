#include "lib/record/group.h"

#include "lib/record/parts.h"

static void write_names(struct json_writer *w, const struct group_record *g)
{
    json_write_key(w, "group");
    json_write_open(w, '{');
    for (size_t i = 0; i < g->name_count; i++) {
        json_write_key_slice(w, g->names[i]);
        json_write_raw(w, g->values[i]);
    }
    json_write_close(w, '}');
}

static void write_verdicts(struct json_writer *w, const struct group_record *g)
{
    json_write_key(w, "verdicts");
    json_write_open(w, '{');
    write_count(w, "ship", g->ship_tools);
    write_count(w, "mixed", g->mixed_tools);
    write_count(w, "skip", g->skip_tools);
    write_count(w, "unrated", g->unrated_tools);
    json_write_close(w, '}');
}

void group_write(struct json_writer *w, const struct group_record *g)
{
    json_write_open(w, '{');
    write_string(w, "type", slice_of("group"));
    write_names(w, g);
    rank_write(w, &g->rank);
    write_count(w, "tools", g->tools);
    write_verdicts(w, g);
    write_count(w, "reviews", g->reviews);
    write_count(w, "ship", g->ship);
    write_count(w, "skip", g->skip);
    write_count(w, "mixed", g->mixed);
    write_decimal(w, "ship_pct", g->ship_pct);
    score_summary_write(w, &g->score);
    interval_write(w, g->interval_low, g->interval_high);
    if (g->of_reviewers) {
        write_decimal(w, "harshness", g->contrast.harshness);
        write_decimal(w, "agreement_pct", g->contrast.agreement);
    } else {
        json_write_key(w, "alpha");
        json_write_open(w, '{');
        alpha_write(w, "verdict", g->verdict_alpha);
        alpha_write(w, "score", g->score_alpha);
        json_write_close(w, '}');
    }
    json_write_close(w, '}');
}

static bool read_names(struct object *o, struct arena *arena,
                       struct group_record *g)
{
    struct object inside = object_inside(o, "group");
    size_t count = json_value_size(inside.value), i = 0;
    struct slice *names = arena_array(arena, count + 1, sizeof *names);
    struct slice *values = arena_array(arena, count + 1, sizeof *values);
    if (names == NULL || values == NULL)
        return false;
    json_value_each(inside.value, value)
    {
        names[i] = value->key;
        if (!read_text(value, arena, &values[i++]))
            return false;
    }
    g->names = names;
    g->values = values;
    g->name_count = count;
    object_adopt(o, &inside, "group");
    return true;
}

static void read_verdicts(struct object *o, struct group_record *g)
{
    struct object inside = object_inside(o, "verdicts");
    g->ship_tools = object_count(&inside, "ship");
    g->mixed_tools = object_count(&inside, "mixed");
    g->skip_tools = object_count(&inside, "skip");
    g->unrated_tools = object_count(&inside, "unrated");
    object_adopt(o, &inside, "verdicts");
}

bool group_read(struct object *o, struct arena *arena, struct group_record *g)
{
    *g = (struct group_record){.rank = rank_read(o)};
    g->tools = object_count(o, "tools");
    read_verdicts(o, g);
    g->reviews = object_count(o, "reviews");
    g->ship = object_count(o, "ship");
    g->skip = object_count(o, "skip");
    g->mixed = object_count(o, "mixed");
    g->ship_pct = object_percentage(o, "ship_pct");
    g->score = score_summary_read(o);
    interval_read(o, &g->interval_low, &g->interval_high);
    struct object alpha = object_inside(o, "alpha");
    g->of_reviewers = alpha.value == NULL;
    g->contrast.harshness = object_decimal(o, "harshness");
    g->contrast.agreement = object_percentage(o, "agreement_pct");
    g->verdict_alpha = alpha_read(&alpha, "verdict");
    g->score_alpha = alpha_read(&alpha, "score");
    object_adopt(o, &alpha, "alpha");
    return read_names(o, arena, g);
}
