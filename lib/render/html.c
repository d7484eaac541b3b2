#include "lib/render/html.h"

#include "lib/base/scan16.h"

/* Bytes below this one stand for the levels of headings. */
enum { LEVELS_END = 8 };

static struct slice first_title(const struct document *d)
{
    const char *end = memchr(d->contents.at, '\n', d->contents.len);
    return slice_from(d->contents.at, (size_t)(end - d->contents.at));
}

/* What a page of several sections is called. */
static const char several[] = "Tool reviews";

/* The title of the page, escaped. */
static void add_title(struct bytes *out, const struct document *d)
{
    if (d->settings.title.len != 0)
        html_add_text(out, d->settings.title);
    else if (d->sections == 0)
        bytes_add_string(out, "Nothing to show");
    else if (d->sections == 1)
        bytes_add_slice(out, first_title(d));
    else
        bytes_add_string(out, several);
}

/* The same for the window, where several sections need telling apart. */
static void add_window_title(struct bytes *out, const struct document *d)
{
    add_title(out, d);
    if (d->sections < 2 || d->settings.title.len != 0)
        return;
    bytes_add_string(out, ": ");
    bytes_add_slice(out, first_title(d));
    bytes_add_format(out, " and %zu more", d->sections - 1);
}

/* The policy comes before all that it governs. */
static void add_head(struct bytes *out, const struct document *d)
{
    bytes_add_string(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" "
                          "content=\"default-src 'none'; style-src 'sha256-");
    bytes_add_string(out, html_style_hash);
    bytes_add_string(
        out, "'; base-uri 'none'; form-action 'none'\">\n"
             "<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    add_window_title(out, d);
    bytes_add_string(out, "</title>\n<style>");
    for (size_t i = 0; html_style[i] != NULL; i++)
        bytes_add_string(out, html_style[i]);
    bytes_add_string(out, "</style>\n</head>\n");
}

static void add_contents(struct bytes *out, const struct document *d)
{
    size_t at = 0;
    bytes_add_string(out, "<nav aria-labelledby=\"contents\">\n"
                          "<h2 id=\"contents\">Contents</h2>\n<ol>\n");
    for (size_t i = 1; at < d->contents.len; i++) {
        struct slice rest = slice_after(bytes_slice(&d->contents), at);
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t len = (size_t)(end - rest.at);
        bytes_add_format(out, "<li><a href=\"#s%zu\"><bdi>", i);
        bytes_add(out, rest.at, len);
        bytes_add_string(out, "</bdi></a></li>\n");
        at += len + 1;
    }
    bytes_add_string(out, "</ol>\n</nav>\n");
}

/* The place of the next level in the body; `to` when there is none before. */
static size_t next_level(const struct bytes *body, size_t from, size_t to)
{
    while (from < to) {
        size_t len;
        struct sixteen s = scan16_next(body->at + from, to - from, &len);
        uint32_t levels =
            scan16_tops(scan16_where_between(s, 1, LEVELS_END - 1));
        if (levels != 0)
            return from + scan16_first(levels);
        from += len;
    }
    return to;
}

/* The body from one place to another, its levels made digits. */
static void add_body(struct bytes *out, const struct document *d, size_t from,
                     size_t to)
{
    int up = d->sections == 1 && d->settings.title.len == 0 ? 1 : 0;
    if (!bytes_reserve(out, to - from))
        return;
    while (from < to) {
        size_t level = next_level(&d->body, from, to);
        bytes_add(out, d->body.at + from, level - from);
        if (level < to)
            bytes_add_byte(out, (char)('0' + d->body.at[level] - up));
        from = level + 1;
    }
}

/* To the first page of the site. */
static void add_way_home(struct bytes *out, const struct document *d)
{
    const struct site_settings *site = d->settings.site;
    struct bytes address = {0};
    if (site != NULL &&
        site_add_address(&address, site, SITE_ADDRESS, site->home)) {
        bytes_add_string(out, "<p class=\"home\"><a href=\"");
        html_add_text(out, bytes_slice(&address));
        bytes_add_string(out, "\">All tools</a></p>\n");
    }
    out->failed = out->failed || address.failed;
    bytes_free(&address);
}

static void end(struct document *d)
{
    struct bytes *out = &d->out;
    if (d->body.failed || d->contents.failed) {
        out->failed = true;
        return;
    }
    add_head(out, d);
    bytes_add_string(out, "<body>\n"
                          "<a class=\"jump\" href=\"#main\">Skip to content</a>"
                          "\n<header class=\"page\">\n");
    add_way_home(out, d);
    bytes_add_string(out, "<h1 dir=\"auto\">");
    add_title(out, d);
    bytes_add_string(out, "</h1>\n</header>\n");
    if (d->sections > 1)
        add_contents(out, d);
    bytes_add_string(out, "<main id=\"main\" tabindex=\"-1\">\n");
    if (d->sections == 0)
        bytes_add_string(out, "<p>The input held nothing to show.</p>\n");
    /* The only section has its title in the page's header already. */
    bool is_titled = d->sections == 1 && d->settings.title.len == 0;
    size_t resume = is_titled ? d->title_to : d->title_from;
    add_body(out, d, 0, d->title_from);
    add_body(out, d, resume, d->body.len);
    bytes_add_string(out, "</main>\n<footer>\n<p>Rendered by vrender from "
                          "review records.</p>\n</footer>\n</body>\n"
                          "</html>\n");
}

const struct format format_html = {
    .name = "html",
    .extensions = ".html .htm",
    .comparison = html_comparison,
    .verdicts = html_verdicts,
    .changes = html_changes,
    .listing = html_listing,
    .matrix = html_matrix,
    .end = end,
};
