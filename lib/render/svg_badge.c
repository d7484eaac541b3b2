#include "lib/render/svg.h"
#include "lib/render/words.h"
#include "lib/render/xml.h"

/* Pixels; a column is as wide as a digit of the font is. */
enum { HEIGHT = 20, COLUMN = 7, PADDING = 6, BASE = 14, NAME_MOST = 40 };

const char *svg_color(enum judgement j)
{
    switch (j) {
    case JUDGEMENT_SHIP:
        return "#1a7f37";
    case JUDGEMENT_MIXED:
        return "#8a5a00";
    case JUDGEMENT_SKIP:
        return "#b3261e";
    default:
        return "#57606a";
    }
}

/* The width is an estimate, which textLength makes true. */
static void add_half(struct bytes *out, int x, int width, const char *fill,
                     int y, struct slice text, size_t columns)
{
    bytes_add_format(out,
                     "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
                     "fill=\"%s\"/>\n<text class=\"badge\" x=\"%d\" y=\"%d\" "
                     "textLength=\"%d\" "
                     "lengthAdjust=\"spacingAndGlyphs\">",
                     x, y, width, HEIGHT, fill, x + PADDING, y + BASE,
                     width - 2 * PADDING);
    svg_add_text(out, text, columns);
    bytes_add_string(out, "</text>\n");
}

static int width_of_half(struct slice text)
{
    return (int)svg_text_width(text, NAME_MOST) * COLUMN + 2 * PADDING;
}

static void add_description(struct svg *s, const struct verdict *v)
{
    struct bytes words = {0};
    verdict_add_panel_words(&words, v);
    bytes_add_string(&words, ". ");
    size_t before = words.len;
    verdict_add_score_words(&words, v);
    if (words.len != before)
        bytes_add_string(&words, ". ");
    xml_add_text(&s->description, bytes_slice(&words));
    bytes_add_byte(&s->description, '\n');
    s->description.failed = s->description.failed || words.failed;
    bytes_free(&words);
}

void svg_badge(struct document *d, const struct verdict *v)
{
    struct svg *s = d->own;
    struct bytes said = {0}, title = {0};
    bytes_add_string(&said, judgement_title(v->verdict));
    if (v->ship_pct != DECIMAL_UNKNOWN) {
        bytes_add_byte(&said, ' ');
        words_add_percent(&said, v->ship_pct);
    }
    struct slice name = verdict_name(v), word = bytes_slice(&said);
    int left = width_of_half(name), right = width_of_half(word);
    bytes_add_slice(&title, name);
    bytes_add_string(&title, ": ");
    bytes_add_slice(&title, word);
    if (s->parts == 0)
        xml_add_text(&s->title, bytes_slice(&title));
    add_description(s, v);
    add_half(&d->body, 0, left, "#24292f", s->height, name, NAME_MOST);
    add_half(&d->body, left, right, svg_color(v->verdict), s->height, word,
             NAME_MOST);
    s->badges = true;
    svg_add_part(s, left + right, HEIGHT);
    d->body.failed = d->body.failed || said.failed || title.failed;
    bytes_free(&said);
    bytes_free(&title);
}

void svg_nothing(struct document *d)
{
    struct svg *s = d->own;
    struct slice words = slice_of("Nothing to show");
    int width = width_of_half(words);
    bytes_add_slice(&s->title, words);
    add_half(&d->body, 0, width, svg_color(JUDGEMENT_UNKNOWN), 0, words,
             NAME_MOST);
    s->badges = true;
    svg_add_part(s, width, HEIGHT);
}
