#include "lib/render/svg.h"

#include <stdlib.h>

#include "lib/base/mask.h"
#include "lib/render/width.h"
#include "lib/render/xml.h"

static const char badge_style[] =
    ".badge{font:11px Verdana,DejaVu Sans,sans-serif;fill:#fff}\n";

/* A selector of a class counts for more than those of elements. */
static const char plot_style[] =
    "text{font:13px system-ui,Verdana,DejaVu Sans,sans-serif;fill:#1f2328}\n"
    ".title{font-size:16px;font-weight:600}\n"
    ".sheet{fill:#fff}\n"
    ".tick{font-size:11px;text-anchor:middle;fill:#57606a}\n"
    ".legend{font-size:11px;fill:#57606a}\n"
    ".letter{font-size:11px;font-weight:700;text-anchor:middle;fill:#fff}\n"
    ".axis{stroke:#8c959f;stroke-width:1}\n"
    ".interval{stroke:#5b97dd;stroke-width:4}\n"
    ".share{fill:#0969da}\n"
    ".dot{fill:#1f2328;fill-opacity:.75}\n"
    ".dot.A{fill:#0550ae;fill-opacity:1}\n"
    ".dot.B{fill:#953800;fill-opacity:1}\n"
    "@media (prefers-color-scheme:dark){\n"
    ".sheet{fill:#0d1117}text{fill:#e6edf3}.tick,.legend{fill:#9198a1}\n"
    ".letter{fill:#fff}\n"
    ".dot{fill:#e6edf3}.interval{stroke:#3f74b5}.share{fill:#58a6ff}\n"
    "}\n";

static void svg_begin(struct document *d)
{
    d->own = calloc(1, sizeof(struct svg));
    d->out.failed = d->own == NULL;
}

static void svg_free(struct document *d)
{
    struct svg *s = d->own;
    if (s == NULL)
        return;
    bytes_free(&s->title);
    bytes_free(&s->description);
    free(s);
}

void svg_add_part(struct svg *s, int width, int height)
{
    enum { HEIGHT_MOST = 1 << 30 };
    if (width > s->width)
        s->width = width;
    if (s->height < HEIGHT_MOST)
        s->height += height;
    s->parts++;
}

/* -- text --------------------------------------------------------------- */

/* How many bytes of masked text fit, and their columns; *cut: not all do. */
static size_t fit(struct slice text, size_t columns, size_t *used, bool *cut)
{
    size_t at = 0;
    *used = 0;
    while (at < text.len) {
        size_t from = at;
        struct cluster c = cluster_next(text, &at);
        if (*used + c.columns + (at < text.len) > columns) {
            *cut = true;
            return from;
        }
        *used += c.columns;
    }
    *cut = false;
    return at;
}

void svg_add_text(struct bytes *out, struct slice text, size_t columns)
{
    struct bytes masked = {0};
    size_t used;
    bool cut;
    mask_add(&masked, text);
    struct slice shown = bytes_slice(&masked);
    shown.len = fit(shown, columns, &used, &cut);
    xml_add_text(out, shown);
    if (cut)
        bytes_add_string(out, "…");
    out->failed = out->failed || masked.failed;
    bytes_free(&masked);
}

size_t svg_text_width(struct slice text, size_t columns)
{
    struct bytes masked = {0};
    size_t used;
    bool cut;
    mask_add(&masked, text);
    fit(bytes_slice(&masked), columns, &used, &cut);
    bytes_free(&masked);
    used += cut;
    return used == 0 ? 1 : used;
}

static void svg_end(struct document *d)
{
    struct svg *s = d->own;
    struct bytes *out = &d->out;
    if (s == NULL)
        return;
    svg_end_rows(d);
    if (s->parts == 0)
        svg_nothing(d);
    bytes_add_format(out,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                     "width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                     "<title>",
                     s->width, s->height, s->width, s->height);
    bytes_add_slice(out, bytes_slice(&s->title));
    bytes_add_string(out, "</title>\n<desc>");
    bytes_add_slice(out, bytes_slice(&s->description));
    bytes_add_string(out, "</desc>\n");
    bytes_add_string(out, "<style>\n");
    if (s->plots)
        bytes_add_string(out, plot_style);
    if (s->badges)
        bytes_add_string(out, badge_style);
    bytes_add_string(out, "</style>\n");
    /* Whatever is behind the picture, its colours are seen. */
    if (s->plots)
        bytes_add_string(out, "<rect class=\"sheet\" width=\"100%\" "
                              "height=\"100%\"/>\n");
    bytes_add_slice(out, bytes_slice(&d->body));
    bytes_add_string(out, "</svg>\n");
    out->failed = out->failed || d->body.failed || s->title.failed ||
                  s->description.failed;
}

const struct format format_svg = {
    .name = "svg",
    .extensions = ".svg",
    .begin = svg_begin,
    .comparison = svg_comparison,
    .matrix = svg_matrix,
    .verdicts = svg_verdicts,
    .other = svg_other,
    .end = svg_end,
    .free = svg_free,
};
