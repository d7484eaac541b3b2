#include "lib/render/html.h"
#include "lib/render/words.h"

/* A cell with the column's title, which is seen where columns are not. */
static void open_cell(struct document *d, const char *title, bool number)
{
    html_format(d,
                "<td role=\"cell\"%s><span class=\"title\" "
                "aria-hidden=\"true\">%s</span> ",
                number ? " class=\"numeric\"" : "", title);
}

static void close_cell(struct document *d)
{
    html_markup(d, "</td>\n");
}

static void add_verdict(struct document *d, const struct verdict *v)
{
    open_cell(d, "Verdict", false);
    html_badge(d, v->verdict);
    if (v->provisional)
        html_markup(d, " <span class=\"aside\">provisional</span>");
    if (words_basis(v) != NULL)
        html_format(d, " <span class=\"aside\">%s</span>", words_basis(v));
    close_cell(d);
}

static void add_row(struct document *d, const struct verdict *v)
{
    struct bytes words = {0};
    html_markup(d, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">");
    html_bdi(d, verdict_name(v));
    if (v->tagline.len != 0) {
        html_markup(d, " <span class=\"aside\">");
        html_bdi(d, v->tagline);
        html_markup(d, "</span>");
    }
    html_markup(d, "</th>\n");
    add_verdict(d, v);
    open_cell(d, "Panel ship", true);
    words_add_percent(&words, v->ship_pct);
    html_words(d, &words);
    close_cell(d);
    open_cell(d, "Reviews", true);
    words_add_count(&words, v->reviews);
    html_words(d, &words);
    close_cell(d);
    open_cell(d, "Mean score", true);
    words_add_number(&words, v->score.mean);
    html_words(d, &words);
    html_bar(d, v->score.mean);
    close_cell(d);
    open_cell(d, "Entry", false);
    words_add_capitalized(&words, v->entry);
    html_bdi(d, bytes_slice(&words));
    bytes_free(&words);
    close_cell(d);
    open_cell(d, "Category", false);
    html_bdi(d, v->category);
    close_cell(d);
    html_markup(d, "</tr>\n");
}

static void add_titles(struct document *d)
{
    static const struct {
        const char *title, *class;
    } columns[] = {
        {"Tool", ""},
        {"Verdict", ""},
        {"Panel ship", " class=\"numeric\""},
        {"Reviews", " class=\"numeric\""},
        {"Mean score", " class=\"numeric\""},
        {"Entry", ""},
        {"Category", ""},
    };
    html_markup(d, "<thead role=\"rowgroup\">\n<tr role=\"row\">");
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        html_format(d, "<th role=\"columnheader\" scope=\"col\"%s>%s</th>\n",
                    columns[i].class, columns[i].title);
    html_markup(d, "</tr>\n</thead>\n");
}

void html_verdicts(struct document *d, const struct verdict *verdicts,
                   size_t count)
{
    html_begin_section(d, "list", slice_of("Verdicts"));
    html_format(d,
                "<table class=\"ranking\" role=\"table\">\n<caption>%zu tool%s,"
                " in the order given</caption>\n",
                count, count == 1 ? "" : "s");
    add_titles(d);
    html_markup(d, "<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < count; i++)
        add_row(d, &verdicts[i]);
    html_markup(d, "</tbody>\n</table>\n");
    html_notes(d, verdicts, count, true);
    html_sources(d, verdicts, count);
    html_end_section(d);
}

static void add_value(struct document *d, const char *element,
                      struct slice json)
{
    struct bytes words = {0};
    words_add_json(&words, json);
    html_format(d, "<%s>", element);
    html_bdi(d, bytes_slice(&words));
    html_format(d, "</%s>", element);
    d->body.failed = d->body.failed || words.failed;
    bytes_free(&words);
}

static void add_words(struct document *d, const struct change *c)
{
    for (size_t i = 0; i < c->word_count; i++) {
        struct words_run run = words_run(c, i);
        const char *element = run.sign == '-'   ? "del"
                              : run.sign == '+' ? "ins"
                                                : "span";
        html_markup(d, run.spaced ? " " : "");
        if (run.text.len == 0)
            continue;
        html_format(d, "<%s>", element);
        html_text(d, run.text);
        html_format(d, "</%s>", element);
    }
}

static void add_values(struct document *d, const struct change *c)
{
    bool was = !slice_is(c->old_value, "null");
    bool is = !slice_is(c->new_value, "null");
    if (!was && !is)
        return;
    html_markup(d, " ");
    if (c->kind != CHANGE_ADDED)
        add_value(d, "del", c->old_value);
    if (c->kind != CHANGE_ADDED && c->kind != CHANGE_REMOVED)
        html_markup(d, " → ");
    if (c->kind != CHANGE_REMOVED)
        add_value(d, "ins", c->new_value);
}

static void add_change(struct document *d, const struct change *c)
{
    struct bytes words = {0};
    html_format(d, "<li><span class=\"badge plain\">%s</span> ",
                change_kind_word(c->kind));
    words_add_subject(&words, c);
    if (words.len != 0)
        html_bdi(d, bytes_slice(&words));
    bytes_clear(&words);
    if (c->word_count != 0) {
        html_markup(d, "<p class=\"diff\" dir=\"auto\">");
        add_words(d, c);
        html_markup(d, "</p>");
    } else {
        add_values(d, c);
    }
    words_add_cause(&words, c->cause);
    html_paragraph(d, "cause", bytes_slice(&words));
    d->body.failed = d->body.failed || words.failed;
    bytes_free(&words);
    html_markup(d, "</li>\n");
}

void html_changes(struct document *d, const struct change *changes,
                  size_t count)
{
    html_begin_section(d, "list", slice_of("Changes"));
    for (size_t i = 0; i < count; i++) {
        const struct change *c = &changes[i];
        if (i == 0 || !slice_equal(c->tool, changes[i - 1].tool)) {
            html_markup(d, i == 0 ? "" : "</ul>\n");
            html_open_heading(d, 3);
            html_bdi(d, slice_known(c->name) ? c->name : c->tool);
            html_close_heading(d, 3);
            html_markup(d, "<ul class=\"changes\">\n");
        }
        add_change(d, c);
    }
    html_markup(d, "</ul>\n");
    html_end_section(d);
}
