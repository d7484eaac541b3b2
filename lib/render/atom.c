#include "lib/render/atom.h"

#include <stdlib.h>

#include "lib/render/document.h"
#include "lib/render/times.h"
#include "lib/render/xml.h"

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
    table_free(&f->ids);
    arena_free(&f->names);
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

struct feed *atom_begin_entry(struct document *d, const char *kind)
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

void atom_add_to_id(struct feed *f, struct slice s)
{
    bytes_add_byte(&f->id, '/');
    add_specific(&f->id, s);
}

/*
 * No two entries have one id: of several verdicts on one tool, or changes that
 * are alike, the second's ends in /2.
 */
static void number_id(struct feed *f)
{
    bool added = false, failed = false;
    size_t *count = table_find(&f->ids, bytes_slice(&f->id));
    if (count != NULL) {
        bytes_add_format(&f->id, "/%zu", ++*count);
        return;
    }
    struct slice name = arena_copy(&f->names, bytes_slice(&f->id), &failed);
    if (failed || table_add(&f->ids, name, 1, &added) == NULL)
        f->id.failed = true;
}

/* -- entries ------------------------------------------------------------ */

/* The record's own time; now if it has none, or one that was told before. */
static void add_news_time(struct document *d, struct feed *f,
                          const struct atom_entry *before)
{
    bool has = times_add(&f->updated, d->record_value);
    if (has && (before == NULL ||
                slice_compare(bytes_slice(&f->updated), before->updated) > 0))
        return;
    bytes_clear(&f->updated);
    times_add_seconds(&f->updated, d->settings.now);
}

/* An entry that says what it said before keeps its time. */
static void find_time(struct document *d, struct feed *f)
{
    const struct atom_entry *before =
        atom_entries_find(&f->before, bytes_slice(&f->id));
    if (before != NULL && slice_equal(before->term, bytes_slice(&f->term)))
        bytes_add_slice(&f->updated, before->updated);
    else
        add_news_time(d, f, before);
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

void atom_end_entry(struct document *d, struct feed *f)
{
    struct bytes *out = &d->body;
    struct bytes term = {0};
    /* What is compared with the earlier feed is what stands in this one. */
    xml_add_text(&term, bytes_slice(&f->term));
    bytes_clear(&f->term);
    bytes_add_slice(&f->term, bytes_slice(&term));
    number_id(f);
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
