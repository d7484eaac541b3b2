#include "lib/record/sighting.h"

#include "lib/record/parts.h"

static void write_source(struct json_writer *w, const struct record_source *s)
{
    json_write_key(w, "source");
    json_write_open(w, '{');
    write_string(w, "file", s->file);
    write_count(w, "line", s->line);
    write_count(w, "offset", s->offset);
    write_string(w, "url", s->url);
    write_string(w, "fetched", s->fetched);
    write_string(w, "syntax", s->syntax);
    json_write_close(w, '}');
}

static void write_truncated(struct json_writer *w, bool truncated)
{
    if (!truncated)
        return;
    json_write_key(w, "truncated");
    json_write_bool(w, true);
}

/* A member that is left out when it is not known. */
static void write_known(struct json_writer *w, const char *key,
                        struct slice value)
{
    if (slice_known(value))
        write_string(w, key, value);
}

static void write_rating(struct json_writer *w, const struct rating *r)
{
    json_write_key(w, "rating");
    json_write_open(w, '{');
    write_decimal(w, "value", r->value);
    write_decimal(w, "best", r->best);
    write_decimal(w, "worst", r->worst);
    json_write_close(w, '}');
}

static void write_list(struct json_writer *w, const char *key,
                       const struct slice *items, size_t count)
{
    if (count == 0)
        return;
    json_write_key(w, key);
    json_write_open(w, '[');
    for (size_t i = 0; i < count; i++)
        json_write_string(w, items[i]);
    json_write_close(w, ']');
}

void tool_record_write(struct bytes *out, const struct tool_record *t)
{
    struct json_writer w = {.out = out};
    json_write_raw(&w, slice_of("{\"type\":\"tool\""));
    write_string(&w, "tool", t->tool);
    write_string(&w, "name", t->name);
    write_string(&w, "tagline", t->tagline);
    write_string(&w, "category", t->category);
    write_string(&w, "description", t->description);
    write_stated(&w, &t->stated);
    json_write_key(&w, "community");
    json_write_open(&w, '{');
    write_count(&w, "votes", t->community_votes);
    write_decimal(&w, "ship_pct", t->community_ship_pct);
    json_write_close(&w, '}');
    write_string(&w, "entry", t->entry);
    write_string(&w, "pricing", t->pricing);
    write_known(&w, "slug", t->slug);
    write_known(&w, "url", t->url);
    write_known(&w, "reviewed", t->reviewed);
    write_known(&w, "brand", t->brand);
    if (t->has_aggregate)
        write_aggregate(&w, &t->aggregate);
    write_truncated(&w, t->truncated);
    write_string(&w, "page", t->page);
    write_count(&w, "col", t->col);
    write_source(&w, &t->source);
    json_write_close(&w, '}');
    bytes_add_byte(out, '\n');
}

void review_record_write(struct bytes *out, const struct review_record *r)
{
    struct json_writer w = {.out = out};
    json_write_raw(&w, slice_of("{\"type\":\"review\""));
    write_string(&w, "tool", r->tool);
    write_string(&w, "name", r->name);
    write_known(&w, "tagline", r->tagline);
    write_string(&w, "reviewer", r->reviewer);
    write_decimal(&w, "score", r->score);
    write_judgement(&w, "verdict", r->verdict);
    write_string(&w, "text", r->text);
    if (r->has_rating)
        write_rating(&w, &r->rating);
    write_known(&w, "title", r->title);
    write_known(&w, "date", r->date);
    write_list(&w, "pros", r->pros, r->pro_count);
    write_list(&w, "cons", r->cons, r->con_count);
    if (r->helpful >= 0)
        write_count(&w, "helpful", r->helpful);
    write_truncated(&w, r->truncated);
    write_string(&w, "id", r->id);
    if (slice_known(r->inferred)) {
        json_write_key(&w, "inferred");
        json_write_raw(&w, r->inferred);
    }
    write_string(&w, "page", r->page);
    write_count(&w, "row", r->row);
    write_count(&w, "col", r->col);
    write_source(&w, &r->source);
    json_write_close(&w, '}');
    bytes_add_byte(out, '\n');
}
