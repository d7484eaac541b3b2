#include "lib/render/atom.h"

#include <stdlib.h>

#include "lib/base/hash.h"
#include "lib/json/tree.h"
#include "lib/render/document.h"
#include "lib/render/facts.h"
#include "lib/render/notes.h"
#include "lib/render/times.h"
#include "lib/render/url.h"
#include "lib/render/words.h"
#include "lib/render/xml.h"

/* The entries are collected: the feed's `updated` stands before them. */
struct feed {
    struct atom_entries before;
    struct bytes newest; /* of the entries' times */
    /* Of the entry at hand; what they hold is text, but for the id. */
    struct bytes id, term, title, content, updated;
    struct slice link;
};

static void atom_begin(struct document *d)
{
    struct feed *f = calloc(1, sizeof *f);
    d->own = f;
    if (f == NULL ||
        (d->settings.atom != NULL &&
         !atom_entries_read(&f->before, d->settings.atom->previous)))
        d->out.failed = true;
}

static void atom_free(struct document *d)
{
    struct feed *f = d->own;
    if (f == NULL)
        return;
    atom_entries_free(&f->before);
    bytes_free(&f->newest);
    bytes_free(&f->id);
    bytes_free(&f->term);
    bytes_free(&f->title);
    bytes_free(&f->content);
    bytes_free(&f->updated);
    free(f);
}

/* -- ids ---------------------------------------------------------------- */

bool atom_tag_is_valid(struct slice tag)
{
    static const char form[] = "dddd-dd-dd";
    const char *comma = tag.len == 0 ? NULL : memchr(tag.at, ',', tag.len);
    size_t name = comma == NULL ? 0 : (size_t)(comma - tag.at);
    if (name == 0 || name > 254)
        return false;
    for (size_t i = 0; i < name; i++) {
        char c = tag.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9');
        if (!plain && (c == '\0' || strchr("-._@", c) == NULL))
            return false;
    }
    struct slice date = slice_after(tag, name + 1);
    if (date.len != 4 && date.len != 7 && date.len != 10)
        return false;
    for (size_t i = 0; i < date.len; i++)
        if (form[i] == 'd' ? date.at[i] < '0' || date.at[i] > '9'
                           : date.at[i] != '-')
            return false;
    return true;
}

/* Adds what identifies something, as part of a tag URI. */
static void add_specific(struct bytes *out, struct slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                     c == '_' || c == '~';
        if (plain)
            bytes_add_byte(out, (char)c);
        else
            bytes_add_format(out, "%%%02X", c);
    }
}

static void add_tag(struct bytes *out, const struct document *d)
{
    const struct atom_settings *s = d->settings.atom;
    bytes_add_string(out, "tag:");
    if (s != NULL && s->tag.len != 0)
        bytes_add_slice(out, s->tag);
    else
        bytes_add_string(out, "vtools.invalid,2026");
    bytes_add_byte(out, ':');
}

static struct feed *begin_entry(struct document *d, const char *kind)
{
    struct feed *f = d->own;
    bytes_clear(&f->id);
    bytes_clear(&f->term);
    bytes_clear(&f->title);
    bytes_clear(&f->content);
    bytes_clear(&f->updated);
    f->link = slice_from(NULL, 0);
    add_tag(&f->id, d);
    bytes_add_string(&f->id, kind);
    return f;
}

static void add_to_id(struct feed *f, struct slice s)
{
    bytes_add_byte(&f->id, '/');
    add_specific(&f->id, s);
}

/* -- entries ------------------------------------------------------------ */

/*
 * An entry that says what it said before keeps its time.  Else the record's
 * own counts, and if it has none this is news of now.
 */
static void find_time(struct document *d, struct feed *f)
{
    const struct atom_entry *before =
        atom_entries_find(&f->before, bytes_slice(&f->id));
    if (before != NULL && slice_equal(before->term, bytes_slice(&f->term)))
        bytes_add_slice(&f->updated, before->updated);
    else if (!times_add(&f->updated, d->record_value))
        times_add_seconds(&f->updated, d->settings.now);
    if (slice_compare(bytes_slice(&f->newest), bytes_slice(&f->updated)) >= 0)
        return;
    bytes_clear(&f->newest);
    bytes_add_slice(&f->newest, bytes_slice(&f->updated));
}

static void add_element(struct bytes *out, const char *name, struct slice text)
{
    bytes_add_format(out, "<%s>", name);
    xml_add_text(out, text);
    bytes_add_format(out, "</%s>\n", name);
}

static void end_entry(struct document *d, struct feed *f)
{
    struct bytes *out = &d->body;
    struct bytes term = {0};
    /* What is compared with the earlier feed is what stands in this one. */
    xml_add_text(&term, bytes_slice(&f->term));
    bytes_clear(&f->term);
    bytes_add_slice(&f->term, bytes_slice(&term));
    find_time(d, f);
    bytes_add_string(out, "<entry>\n");
    add_element(out, "id", bytes_slice(&f->id));
    add_element(out, "updated", bytes_slice(&f->updated));
    bytes_add_string(out, "<category term=\"");
    bytes_add_slice(out, bytes_slice(&f->term));
    bytes_add_string(out, "\"/>\n");
    add_element(out, "title", bytes_slice(&f->title));
    if (slice_known(f->link)) {
        bytes_add_string(out, "<link rel=\"alternate\" href=\"");
        xml_add_text(out, f->link);
        bytes_add_string(out, "\"/>\n");
    }
    bytes_add_string(out, "<content type=\"text\">");
    xml_add_lines(out, bytes_slice(&f->content));
    bytes_add_string(out, "</content>\n</entry>\n");
    out->failed = out->failed || term.failed || f->id.failed ||
                  f->term.failed || f->title.failed || f->content.failed ||
                  f->updated.failed || f->newest.failed;
    bytes_free(&term);
}

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

static void atom_verdict(struct document *d, const struct verdict *v)
{
    struct feed *f = begin_entry(d, "verdict");
    add_to_id(f, slice_known(v->tool) ? v->tool : v->name);
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
    end_entry(d, f);
}

static void atom_comparison(struct document *d, const struct comparison *c)
{
    struct feed *f = begin_entry(d, "comparison");
    add_to_id(f, c->a.tool);
    add_to_id(f, c->b.tool);
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
    end_entry(d, f);
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
    times_add(&all, d->record_value);
    hash_add_hex(&hash, hash_bytes(bytes_slice(&all)), 16);
    add_to_id(f, c->tool);
    add_to_id(f, slice_of(change_kind_word(c->kind)));
    add_to_id(f, bytes_slice(&hash));
    f->id.failed = f->id.failed || all.failed || hash.failed;
    bytes_free(&all);
    bytes_free(&hash);
}

static void atom_change(struct document *d, const struct change *c)
{
    struct feed *f = begin_entry(d, "change");
    add_change_id(d, f, c);
    bytes_add_string(&f->term, change_kind_word(c->kind));
    bytes_add_slice(&f->title, c->name.len != 0 ? c->name : c->tool);
    bytes_add_format(&f->title, ": %s ", change_kind_word(c->kind));
    words_add_subject(&f->title, c);
    words_add_values(&f->content, c);
    bytes_add_byte(&f->content, '\n');
    if (c->cause != NULL)
        words_add_cause(&f->content, c->cause);
    for (size_t i = 0; i < c->word_count; i++) {
        struct words_run run = words_run(c, i);
        if (run.spaced)
            bytes_add_byte(&f->content, ' ');
        bytes_add_string(&f->content, run.sign == '-'   ? "[-"
                                      : run.sign == '+' ? "{+"
                                                        : "");
        bytes_add_slice(&f->content, run.text);
        bytes_add_string(&f->content, run.sign == '-'   ? "-]"
                                      : run.sign == '+' ? "+}"
                                                        : "");
    }
    end_entry(d, f);
}

static void add_fact(void *self, struct slice path, const json_t *value)
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
static bool atom_other(struct document *d, struct slice type, struct object *o)
{
    struct bytes hash = {0};
    if (!facts_type_is_known(type))
        return false;
    struct feed *f = begin_entry(d, "record");
    bool walked = facts_walk(o->value, add_fact, f);
    hash_add_hex(&hash, hash_long_bytes(bytes_slice(&f->content)), 16);
    add_to_id(f, type);
    add_to_id(f, bytes_slice(&hash));
    bytes_add_slice(&f->term, type);
    bytes_add_slice(&f->title, type);
    struct slice name = facts_name(o->value);
    if (name.len != 0) {
        bytes_add_string(&f->title, ": ");
        bytes_add_slice(&f->title, name);
    }
    f->content.failed = f->content.failed || !walked || hash.failed;
    bytes_free(&hash);
    end_entry(d, f);
    return true;
}

/* -- the feed ----------------------------------------------------------- */

static void atom_end(struct document *d)
{
    struct feed *f = d->own;
    struct bytes *out = &d->out, id = {0};
    const struct atom_settings *s = d->settings.atom;
    if (f == NULL)
        return;
    bool titled = s != NULL && slice_known(s->title);
    if (f->newest.len == 0)
        times_add_seconds(&f->newest, d->settings.now);
    add_tag(&id, d);
    bytes_add_string(&id, "feed");
    bytes_add_string(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                          "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    add_element(out, "id", bytes_slice(&id));
    add_element(out, "title", titled ? s->title : slice_of("Tool verdicts"));
    add_element(out, "updated", bytes_slice(&f->newest));
    bytes_add_string(out, "<author><name>vtools</name></author>\n"
                          "<generator>vrender</generator>\n");
    if (s != NULL && slice_known(s->url)) {
        bytes_add_string(out, "<link rel=\"self\" href=\"");
        xml_add_text(out, s->url);
        bytes_add_string(out, "\"/>\n");
    }
    bytes_add_slice(out, bytes_slice(&d->body));
    bytes_add_string(out, "</feed>\n");
    out->failed = out->failed || id.failed || f->newest.failed;
    bytes_free(&id);
}

const struct format format_atom = {
    .name = "atom",
    .extensions = ".atom",
    .begin = atom_begin,
    .comparison = atom_comparison,
    .verdict = atom_verdict,
    .change = atom_change,
    .other = atom_other,
    .end = atom_end,
    .free = atom_free,
};
