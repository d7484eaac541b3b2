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
