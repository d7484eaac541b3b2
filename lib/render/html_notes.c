#include "lib/render/html.h"
#include "lib/render/notes.h"
#include "lib/render/url.h"
#include "lib/render/words.h"

/*
 * A tool's entry in a list of descriptions; the list begins with the first.  Of
 * one tool alone the title stands in place of its name.
 */
static void open_entry(struct document *d, const struct verdict *v,
                       const char *title, bool alone, bool *any)
{
    if (!*any && !alone)
        html_heading(d, 3, title);
    if (!*any)
        html_markup(d, "<dl class=\"notes\">\n");
    *any = true;
    html_markup(d, "<div><dt>");
    html_bdi(d, alone ? slice_of(title) : verdict_name(v));
    html_markup(d, "</dt>\n");
}

void html_notes(struct document *d, const struct verdict *verdicts,
                size_t count, bool brief)
{
    struct notes notes = {0};
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        struct slice sentence;
        size_t at = 0;
        notes_collect(&notes, &verdicts[i], brief);
        if (notes.text.len == 0)
            continue;
        open_entry(d, &verdicts[i], "Notes", count == 1, &any);
        while (notes_next(&notes, &at, &sentence)) {
            html_markup(d, "<dd>");
            html_text(d, sentence);
            html_markup(d, "</dd>\n");
        }
        html_markup(d, "</div>\n");
    }
    html_markup(d, any ? "</dl>\n" : "");
    d->body.failed = d->body.failed || notes.text.failed;
    notes_free(&notes);
}

static void add_source(struct document *d, const struct verdict_source *s)
{
    html_markup(d, "<dd>");
    if (url_is_web(s->url)) {
        html_markup(d, "<a rel=\"noopener noreferrer external\" href=\"");
        html_text(d, s->url);
        html_markup(d, "\">");
        html_place(d, s->url);
        html_markup(d, "</a>");
    } else {
        html_place(d, words_source(s));
    }
    if (slice_known(s->url) && slice_known(s->file)) {
        html_markup(d, " <span class=\"aside\">");
        html_place(d, s->file);
        html_markup(d, "</span>");
    }
    html_markup(d, "</dd>\n");
}

void html_sources(struct document *d, const struct verdict *verdicts,
                  size_t count)
{
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        const struct verdict *v = &verdicts[i];
        if (v->source_count == 0)
            continue;
        open_entry(d, v, "Sources", count == 1, &any);
        for (size_t j = 0; j < v->source_count; j++)
            add_source(d, &v->sources[j]);
        html_markup(d, "</div>\n");
    }
    html_markup(d, any ? "</dl>\n" : "");
}
