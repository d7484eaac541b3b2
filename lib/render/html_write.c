#include <stdarg.h>
#include <stdio.h>

#include "lib/base/mask.h"
#include "lib/render/html.h"
#include "lib/render/words.h"

void html_markup(struct document *d, const char *markup)
{
    bytes_add_string(&d->body, markup);
}

/* For short markup with numbers; what does not fit is a fault of ours. */
void html_format(struct document *d, const char *format, ...)
{
    char markup[512];
    va_list list;
    va_start(list, format);
    int len = vsnprintf(markup, sizeof markup, format, list);
    va_end(list);
    if (len < 0 || (size_t)len >= sizeof markup)
        d->body.failed = true;
    else
        bytes_add(&d->body, markup, (size_t)len);
}

static const char *entity_of(char c)
{
    static const char *const entities['>' + 1] = {
        ['&'] = "&amp;",  ['<'] = "&lt;",   ['>'] = "&gt;",
        ['"'] = "&quot;", ['\''] = "&#39;",
    };
    return c < 0 || c > '>' ? NULL : entities[(unsigned char)c];
}

/* Most texts need no entity: then what was added stays as it is. */
void html_add_text(struct bytes *out, struct slice text)
{
    size_t start = out->len;
    mask_add(out, text);
    struct slice masked = slice_after(bytes_slice(out), start);
    size_t plain = 0;
    while (plain < masked.len && entity_of(masked.at[plain]) == NULL)
        plain++;
    if (plain == masked.len)
        return;
    struct bytes rest = {0};
    bytes_add_slice(&rest, slice_after(masked, plain));
    out->len = start + plain;
    for (size_t i = 0, run = 0; i <= rest.len; i++) {
        const char *entity = i < rest.len ? entity_of(rest.at[i]) : "";
        if (entity == NULL)
            continue;
        bytes_add(out, rest.at + run, i - run);
        bytes_add_string(out, entity);
        run = i + 1;
    }
    out->failed = out->failed || rest.failed;
    bytes_free(&rest);
}

void html_text(struct document *d, struct slice text)
{
    html_add_text(&d->body, text);
}

void html_bdi(struct document *d, struct slice text)
{
    if (text.len == 0) {
        html_markup(d, "<span class=\"none\">–</span>");
        return;
    }
    html_markup(d, "<bdi>");
    html_text(d, text);
    html_markup(d, "</bdi>");
}

void html_place(struct document *d, struct slice place)
{
    if (place.len == 0) {
        html_bdi(d, place);
        return;
    }
    html_markup(d, "<bdi>");
    for (size_t i = 1, from = 0; i <= place.len; i++) {
        bool ends = i == place.len;
        if (!ends && (place.at[i - 1] != '/' || place.at[i] == '/'))
            continue;
        html_text(d, slice_from(place.at + from, i - from));
        html_markup(d, ends ? "" : "<wbr>");
        from = i;
    }
    html_markup(d, "</bdi>");
}

bool html_open_link(struct document *d, enum site_page page, struct slice name)
{
    struct bytes address = {0};
    bool linked = site_add_address(&address, d->settings.site, page, name);
    if (linked) {
        html_markup(d, "<a href=\"");
        html_text(d, bytes_slice(&address));
        html_markup(d, "\">");
    }
    d->body.failed = d->body.failed || address.failed;
    bytes_free(&address);
    return linked;
}

void html_close_link(struct document *d, bool opened)
{
    if (opened)
        html_markup(d, "</a>");
}

void html_link(struct document *d, enum site_page page, struct slice name,
               struct slice text)
{
    /* A page does not lead to itself. */
    bool opened =
        !slice_equal(text, d->settings.title) && html_open_link(d, page, name);
    html_bdi(d, text);
    html_close_link(d, opened);
}

void html_words(struct document *d, struct bytes *words)
{
    if (words->len == 0)
        html_markup(d, "–");
    html_text(d, bytes_slice(words));
    d->body.failed = d->body.failed || words->failed;
    bytes_free(words);
}

void html_paragraph(struct document *d, const char *class, struct slice text)
{
    if (text.len == 0)
        return;
    if (class == NULL)
        html_markup(d, "<p dir=\"auto\">");
    else
        html_format(d, "<p class=\"%s\" dir=\"auto\">", class);
    html_text(d, text);
    html_markup(d, "</p>\n");
}

void html_open_heading(struct document *d, int level)
{
    html_format(d, "<h%c>", level);
}

void html_close_heading(struct document *d, int level)
{
    html_format(d, "</h%c>\n", level);
}

void html_heading(struct document *d, int level, const char *title)
{
    html_open_heading(d, level);
    html_markup(d, title);
    html_close_heading(d, level);
}

/* The first title's place is kept: a page of one section leaves it out. */
void html_begin_section(struct document *d, const char *class,
                        struct slice title)
{
    d->sections++;
    html_add_text(&d->contents, title);
    bytes_add_byte(&d->contents, '\n');
    html_format(d, "<section class=\"%s\" id=\"s%zu\">\n", class, d->sections);
    if (d->sections == 1)
        d->title_from = d->body.len;
    html_markup(d, "<h2 dir=\"auto\">");
    html_text(d, title);
    html_markup(d, "</h2>\n");
    if (d->sections == 1)
        d->title_to = d->body.len;
}

void html_end_section(struct document *d)
{
    html_markup(d, "</section>\n");
}

struct slice html_judgement(enum judgement j)
{
    return slice_of(j == JUDGEMENT_UNKNOWN ? "No verdict" : judgement_title(j));
}

void html_badge(struct document *d, enum judgement j)
{
    static const char *const classes[] = {
        [JUDGEMENT_UNKNOWN] = "unrated", [JUDGEMENT_SHIP] = "ship",
        [JUDGEMENT_MIXED] = "mixed",     [JUDGEMENT_SKIP] = "skip",
        [JUDGEMENT_UNRATED] = "unrated",
    };
    html_format(d, "<span class=\"badge %s\">", classes[j]);
    html_text(d, html_judgement(j));
    html_markup(d, "</span>");
}

void html_bar(struct document *d, int64_t score)
{
    struct bytes width = {0};
    if (score == DECIMAL_UNKNOWN)
        return;
    /* Attributes, as the policy forbids styles of single elements. */
    decimal_add(&width, score < 0 ? 0 : score > 10000 ? 10000 : score);
    bytes_add_byte(&width, '\0');
    html_format(d,
                "<svg class=\"bar\" viewBox=\"0 0 100 4\" "
                "preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                "<rect class=\"track\" width=\"100\" height=\"4\"/>"
                "<rect class=\"fill\" width=\"%s\" height=\"4\"/></svg>",
                width.at == NULL ? "0" : width.at);
    d->body.failed = d->body.failed || width.failed;
    bytes_free(&width);
}
