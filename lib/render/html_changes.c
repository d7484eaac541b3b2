#include "lib/render/html.h"
#include "lib/render/words.h"

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
    struct words_values shown = words_values(c);
    html_markup(d, shown.old_value || shown.new_value ? " " : "");
    if (shown.old_value)
        add_value(d, "del", c->old_value);
    if (shown.old_value && shown.new_value)
        html_markup(d, " → ");
    if (shown.new_value)
        add_value(d, "ins", c->new_value);
}

/* The values, and why. */
static void add_what(struct document *d, const struct change *c)
{
    struct bytes words = {0};
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
}

/* What one side made of what both changed. */
static void add_side(struct document *d, const char *side,
                     const struct change *c)
{
    html_format(d, "<div class=\"side\"><span class=\"label\">%s</span>", side);
    add_what(d, c);
    html_markup(d, "</div>");
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
    words_add_origin(&words, c);
    if (words.len != 0) {
        html_markup(d, " <span class=\"aside\">(");
        html_text(d, bytes_slice(&words));
        html_markup(d, ")</span>");
    }
    d->body.failed = d->body.failed || words.failed;
    bytes_free(&words);
    if (c->theirs == NULL) {
        add_what(d, c);
    } else {
        struct change theirs = words_theirs(c);
        add_side(d, "Ours", c);
        add_side(d, "Theirs", &theirs);
    }
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
            html_link(d, SITE_TOOL, c->tool,
                      slice_known(c->name) ? c->name : c->tool);
            html_close_heading(d, 3);
            html_markup(d, "<ul class=\"changes\">\n");
        }
        add_change(d, c);
    }
    html_markup(d, "</ul>\n");
    html_end_section(d);
}
