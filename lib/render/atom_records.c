/* Records as entries of a feed. */
#include "lib/base/hash.h"
#include "lib/json/tree.h"
#include "lib/render/atom.h"
#include "lib/render/document.h"
#include "lib/render/facts.h"
#include "lib/render/notes.h"
#include "lib/render/times.h"
#include "lib/render/url.h"
#include "lib/render/words.h"

static void add_line(struct bytes *out, struct slice text)
{
    if (text.len == 0)
        return;
    bytes_add_slice(out, text);
    bytes_add_byte(out, '\n');
}

static void add_notes(struct feed *f, const struct verdict *v)
{
    struct notes notes = {0};
    struct slice sentence;
    notes_collect(&notes, v, false);
    for (size_t at = 0; notes_next(&notes, &at, &sentence);)
        add_line(&f->content, sentence);
    f->content.failed = f->content.failed || notes.text.failed;
    notes_free(&notes);
}

void atom_verdict(struct document *d, const struct verdict *v)
{
    struct feed *f = atom_begin_entry(d, "verdict");
    atom_add_to_id(f, slice_known(v->tool) ? v->tool : v->name);
    bytes_add_slice(&f->term, judgement_word(v->verdict));
    bytes_add_slice(&f->title, verdict_name(v));
    bytes_add_format(&f->title, ": %s", judgement_title(v->verdict));
    add_line(&f->content, v->tagline);
    verdict_add_panel_words(&f->content, v);
    bytes_add_byte(&f->content, '\n');
    size_t before = f->content.len;
    verdict_add_score_words(&f->content, v);
    if (f->content.len != before)
        bytes_add_byte(&f->content, '\n');
    verdict_add_community_words(&f->content, v);
    bytes_add_byte(&f->content, '\n');
    add_line(&f->content, v->category);
    add_line(&f->content, v->pricing);
    add_notes(f, v);
    for (size_t i = 0; i < v->source_count && !slice_known(f->link); i++)
        if (url_is_web(v->sources[i].url))
            f->link = v->sources[i].url;
    atom_end_entry(d, f);
}

void atom_comparison(struct document *d, const struct comparison *c)
{
    struct feed *f = atom_begin_entry(d, "comparison");
    atom_add_to_id(f, c->a.tool);
    atom_add_to_id(f, c->b.tool);
    bytes_add_slice(&f->term, side_word(c->winner));
    words_add_title(&f->title, c);
    words_add_winner(&f->content, c);
    bytes_add_byte(&f->content, '\n');
    add_line(&f->content, c->why);
    for (size_t i = 0; i < c->decision_count; i++) {
        const struct decision_row *row = &c->decision[i];
        bytes_add_slice(&f->content, row->field);
        bytes_add_string(&f->content, ": ");
        bytes_add_slice(&f->content, row->a);
        bytes_add_string(&f->content, " | ");
        add_line(&f->content, slice_known(row->b) ? row->b : slice_of("–"));
    }
    atom_end_entry(d, f);
}

/* The same change at another time is another one. */
static void add_change_id(struct document *d, struct feed *f,
                          const struct change *c)
{
    struct bytes all = {0}, hash = {0};
    const struct slice parts[] = {c->field, c->old_value, c->new_value,
                                  c->reviewer};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        bytes_add_slice(&all, parts[i]);
        bytes_add_byte(&all, '\0');
    }
    if (c->theirs != NULL)
        bytes_add_slice(&all, c->theirs->new_value);
    times_add(&all, d->record_value);
    hash_add_hex(&hash, hash_bytes(bytes_slice(&all)), 16);
    atom_add_to_id(f, c->tool);
    atom_add_to_id(f, slice_of(change_kind_word(c->kind)));
    atom_add_to_id(f, bytes_slice(&hash));
    f->id.failed = f->id.failed || all.failed || hash.failed;
    bytes_free(&all);
    bytes_free(&hash);
}

static void end_line(struct bytes *out)
{
    if (out->len != 0 && out->at[out->len - 1] != '\n')
        bytes_add_byte(out, '\n');
}

/* What a change made of what was, a line each: the values, why, the words. */
static void add_made(struct bytes *out, const struct change *c)
{
    words_add_values(out, c);
    end_line(out);
    words_add_cause(out, c->cause);
    end_line(out);
    words_add_diff(out, c);
    end_line(out);
}

void atom_change(struct document *d, const struct change *c)
{
    struct feed *f = atom_begin_entry(d, "change");
    add_change_id(d, f, c);
    bytes_add_string(&f->term, change_kind_word(c->kind));
    bytes_add_slice(&f->title, c->name.len != 0 ? c->name : c->tool);
    bytes_add_format(&f->title, ": %s ", change_kind_word(c->kind));
    words_add_subject(&f->title, c);
    words_add_origin(&f->content, c);
    end_line(&f->content);
    if (c->theirs == NULL) {
        add_made(&f->content, c);
    } else {
        struct change theirs = words_theirs(c);
        bytes_add_string(&f->content, "ours: ");
        add_made(&f->content, c);
        bytes_add_string(&f->content, "theirs: ");
        add_made(&f->content, &theirs);
    }
    atom_end_entry(d, f);
}

static void add_fact(void *self, struct slice path,
                     const struct json_value *value)
{
    struct feed *f = self;
    if (slice_is(path, "type"))
        return;
    bytes_add_slice(&f->content, path);
    bytes_add_string(&f->content, ": ");
    facts_add_value(&f->content, value);
    bytes_add_byte(&f->content, '\n');
}

/* Any other record is what it says: when that changes, it is another one. */
bool atom_other(struct document *d, struct slice type, struct object *o)
{
    struct bytes hash = {0};
    if (!facts_type_is_known(type))
        return false;
    struct feed *f = atom_begin_entry(d, "record");
    bool walked = facts_walk(o->value, add_fact, f);
    hash_add_hex(&hash, hash_long_bytes(bytes_slice(&f->content)), 16);
    atom_add_to_id(f, type);
    atom_add_to_id(f, bytes_slice(&hash));
    bytes_add_slice(&f->term, type);
    bytes_add_slice(&f->title, type);
    struct slice name = facts_name(o->value);
    if (name.len != 0) {
        bytes_add_string(&f->title, ": ");
        bytes_add_slice(&f->title, name);
    }
    f->content.failed = f->content.failed || !walked || hash.failed;
    bytes_free(&hash);
    atom_end_entry(d, f);
    return true;
}
