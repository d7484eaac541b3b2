#include "lib/record/verdict.h"

#include "lib/record/parts.h"

void score_summary_write(struct json_writer *w, const struct score_summary *s)
{
    json_write_key(w, "score");
    json_write_open(w, '{');
    write_count(w, "n", s->n);
    write_decimal(w, "mean", s->mean);
    write_decimal(w, "median", s->median);
    write_decimal(w, "min", s->min);
    write_decimal(w, "max", s->max);
    write_decimal(w, "sd", s->sd);
    json_write_close(w, '}');
}

void interval_write(struct json_writer *w, int64_t low, int64_t high)
{
    json_write_key(w, "interval");
    if (low == DECIMAL_UNKNOWN) {
        json_write_null(w);
        return;
    }
    json_write_open(w, '[');
    json_write_decimal(w, low);
    json_write_decimal(w, high);
    json_write_close(w, ']');
}

static void write_split(struct json_writer *w, const struct verdict *v)
{
    json_write_key(w, "split");
    json_write_open(w, '{');
    write_decimal(w, "range", v->range);
    write_decimal(w, "polarization", v->polarization);
    json_write_close(w, '}');
}

static void write_community(struct json_writer *w, const struct community *c)
{
    json_write_key(w, "community");
    json_write_open(w, '{');
    write_count(w, "votes", c->votes);
    write_count(w, "ship", c->ship);
    write_count(w, "skip", c->skip);
    write_decimal(w, "ship_pct", c->ship_pct);
    json_write_close(w, '}');
}

static void write_conflicts(struct json_writer *w, const struct verdict *v)
{
    if (v->conflict_count == 0)
        return;
    json_write_key(w, "conflicts");
    json_write_open(w, '[');
    for (size_t i = 0; i < v->conflict_count; i++) {
        const struct conflict *c = &v->conflicts[i];
        json_write_open(w, '{');
        write_string(w, "field", c->field);
        json_write_key(w, "values");
        json_write_open(w, '[');
        for (size_t j = 0; j < c->count; j++)
            json_write_raw(w, c->values[j]);
        json_write_close(w, ']');
        json_write_close(w, '}');
    }
    json_write_close(w, ']');
}

void verdict_sources_write(struct json_writer *w, const struct verdict *v)
{
    if (v->source_count == 0)
        return;
    json_write_key(w, "sources");
    json_write_open(w, '[');
    for (size_t i = 0; i < v->source_count; i++) {
        const struct verdict_source *s = &v->sources[i];
        json_write_open(w, '{');
        write_string(w, "page", s->page);
        write_string(w, "file", s->file);
        write_count(w, "line", s->line);
        write_string(w, "url", s->url);
        json_write_close(w, '}');
    }
    json_write_close(w, ']');
}

static void write_counts(struct json_writer *w, const struct verdict *v)
{
    write_judgement(w, "verdict", v->verdict);
    if (v->held != JUDGEMENT_UNKNOWN)
        write_judgement(w, "held", v->held);
    write_count(w, "reviews", v->reviews);
    write_count(w, "ship", v->ship);
    write_count(w, "skip", v->skip);
    write_count(w, "mixed", v->mixed);
    write_decimal(w, "ship_pct", v->ship_pct);
    if (v->weighted_ship_pct != DECIMAL_UNKNOWN)
        write_decimal(w, "weighted_ship_pct", v->weighted_ship_pct);
    if (v->weighted_score != DECIMAL_UNKNOWN)
        write_decimal(w, "weighted_score", v->weighted_score);
    write_string(w, "basis", v->basis);
    if (v->has_aggregate)
        write_aggregate(w, &v->aggregate);
    score_summary_write(w, &v->score);
    interval_write(w, v->interval_low, v->interval_high);
    write_split(w, v);
    if (v->provisional) {
        json_write_key(w, "provisional");
        json_write_bool(w, true);
    }
}

void verdict_write(struct json_writer *w, const struct verdict *v,
                   enum verdict_parts parts)
{
    json_write_open(w, '{');
    if (parts != VERDICT_INSIDE) {
        static const struct slice type = SLICE("\"verdict\"");
        json_write_key(w, "type");
        json_write_raw(w, type);
    }
    write_string(w, "tool", v->tool);
    write_string(w, "name", v->name);
    write_string(w, "tagline", v->tagline);
    write_string(w, "category", v->category);
    write_counts(w, v);
    write_community(w, &v->community);
    write_string(w, "entry", v->entry);
    write_string(w, "pricing", v->pricing);
    write_stated(w, &v->stated);
    json_write_key(w, "agrees");
    if (v->agrees == AGREEMENT_UNKNOWN)
        json_write_null(w);
    else
        json_write_bool(w, v->agrees == AGREEMENT_YES);
    write_conflicts(w, v);
    rank_write(w, &v->rank);
    if (parts != VERDICT_INSIDE)
        panel_write(w, v, parts == VERDICT_BRIEF);
    write_string(w, "policy", v->policy);
    write_count(w, "pages", v->pages);
    if (parts != VERDICT_BRIEF)
        verdict_sources_write(w, v);
    write_others(w, v->others);
    json_write_close(w, '}');
}

void verdict_add_panel_words(struct bytes *out, const struct verdict *v)
{
    bytes_add_string(out, judgement_title(v->verdict));
    if (v->ship < 0 || v->skip < 0)
        return;
    bytes_add_string(out, " · ");
    bytes_add_integer(out, v->ship);
    bytes_add_string(out, " ship / ");
    bytes_add_integer(out, v->skip);
    bytes_add_string(out, " skip");
    if (v->mixed <= 0)
        return;
    bytes_add_string(out, " / ");
    bytes_add_integer(out, v->mixed);
    bytes_add_string(out, " mixed");
}

void verdict_add_community_words(struct bytes *out, const struct verdict *v)
{
    const struct community *c = &v->community;
    if (c->votes == 0) {
        bytes_add_string(out, "No community votes yet");
        return;
    }
    if (c->ship_pct != DECIMAL_UNKNOWN) {
        decimal_add(out, c->ship_pct);
        bytes_add_string(out, "% ship");
    }
    if (c->votes <= 0)
        return;
    bytes_add_string(out, c->ship_pct == DECIMAL_UNKNOWN ? "" : " · ");
    bytes_add_integer(out, c->votes);
    bytes_add_string(out, c->votes == 1 ? " vote" : " votes");
}

void verdict_add_score_words(struct bytes *out, const struct verdict *v)
{
    const struct score_summary *s = &v->score;
    if (s->n <= 0)
        return;
    decimal_add(out, s->mean);
    bytes_add_string(out, " · ");
    decimal_add(out, s->min);
    bytes_add_string(out, " to ");
    decimal_add(out, s->max);
    bytes_add_string(out, " · ");
    bytes_add_integer(out, s->n);
    bytes_add_string(out, s->n == 1 ? " score" : " scores");
}
