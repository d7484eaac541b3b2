#include <stdlib.h>

#include "lib/render/svg.h"
#include "lib/render/words.h"
#include "lib/render/xml.h"

/* Pixels, and columns of labels. */
enum {
    WIDTH = 640,
    MARGIN = 20,
    TITLE_HEIGHT = 34,
    ROW_HEIGHT = 52,
    SCALE_HEIGHT = 30,
    LEGEND_HEIGHT = 30,
    LEGEND_COLUMN = 6, /* pixels that a letter of it takes */
    LABEL_BASE = 14,
    AXIS = 30,
    LABEL_MOST = 80,
    CLOSE = 300, /* hundredths of a score */
    APART = 6
};

/* Tenths of a pixel from the left, of a number from 0 to 100. */
static int place_of(int64_t hundredths)
{
    enum { FULL = 100 * 100 };
    int64_t bounded = hundredths < 0      ? 0
                      : hundredths > FULL ? FULL
                                          : hundredths;
    return (int)(MARGIN * 10 + bounded * (WIDTH - 2 * MARGIN) * 10 / FULL);
}

static void add_place(struct bytes *out, const char *name, int tenths)
{
    bytes_add_format(out, " %s=\"%d.%d\"", name, tenths / 10, tenths % 10);
}

static void add_line(struct bytes *out, const char *class, int64_t from,
                     int64_t to, int y)
{
    bytes_add_format(out, "<line class=\"%s\" y1=\"%d\" y2=\"%d\"", class, y,
                     y);
    add_place(out, "x1", place_of(from));
    add_place(out, "x2", place_of(to));
    bytes_add_string(out, "/>\n");
}

void svg_begin_plot(struct document *d, struct slice title)
{
    struct svg *s = d->own;
    if (s->parts == 0)
        xml_add_text(&s->title, title);
    bytes_add_format(&d->body, "<text class=\"title\" x=\"%d\" y=\"%d\">",
                     MARGIN, s->height + TITLE_HEIGHT - LABEL_BASE);
    svg_add_text(&d->body, title, LABEL_MOST - LABEL_MOST / 4);
    bytes_add_string(&d->body, "</text>\n");
    svg_add_part(s, WIDTH, TITLE_HEIGHT);
    s->plots = true;
}

/* What the row shows, in words. */
static void describe(struct svg *s, const struct svg_row *row)
{
    struct bytes words = {0};
    bytes_add_slice(&words, row->label);
    bytes_add_byte(&words, ':');
    for (size_t i = 0; i < row->count; i++) {
        const char *letter = row->dots[i].letter;
        bytes_add_format(&words, "%s%s%s", i == 0 ? " scores " : ", ", letter,
                         *letter == '\0' ? "" : " ");
        words_add_number(&words, row->dots[i].score);
    }
    if (row->share != DECIMAL_UNKNOWN) {
        bytes_add_string(&words, row->count == 0 ? " ship " : "; ship ");
        words_add_percent(&words, row->share);
    }
    if (row->low != DECIMAL_UNKNOWN && row->high != DECIMAL_UNKNOWN) {
        bytes_add_string(&words, ", between ");
        words_add_percent(&words, row->low);
        bytes_add_string(&words, " and ");
        words_add_percent(&words, row->high);
    }
    if (row->count == 0 && row->share == DECIMAL_UNKNOWN)
        bytes_add_string(&words, " no scores");
    bytes_add_byte(&words, '.');
    xml_add_text(&s->description, bytes_slice(&words));
    bytes_add_byte(&s->description, '\n');
    s->description.failed = s->description.failed || words.failed;
    bytes_free(&words);
}

/* x in tenths of a pixel. */
static void add_diamond(struct bytes *out, int x, int y)
{
    bytes_add_format(out,
                     "<path class=\"share\" d=\"M%d.%d %dl7 7-7 7-7-7z\"/>\n",
                     x / 10, x % 10, y - 7);
}

/* x in tenths of a pixel. */
static void add_dot(struct bytes *out, const char *letter, int x, int y)
{
    bool lettered = *letter != '\0';
    bytes_add_format(out, "<circle class=\"dot %s\" r=\"%d\" cy=\"%d\"", letter,
                     lettered ? 9 : 6, y);
    add_place(out, "cx", x);
    bytes_add_string(out, "/>\n");
    if (!lettered)
        return;
    bytes_add_format(out, "<text class=\"letter\" y=\"%d\"", y + 4);
    add_place(out, "x", x);
    bytes_add_format(out, ">%s</text>\n", letter);
}

void svg_add_row(struct document *d, const struct svg_row *row)
{
    struct svg *s = d->own;
    struct bytes *out = &d->body;
    int y = s->height + AXIS;
    bytes_add_format(out, "<text x=\"%d\" y=\"%d\">", MARGIN,
                     s->height + LABEL_BASE);
    svg_add_text(out, row->label, LABEL_MOST);
    bytes_add_string(out, "</text>\n");
    add_line(out, "axis", 0, 100 * 100, y);
    bool interval = row->low != DECIMAL_UNKNOWN && row->high != DECIMAL_UNKNOWN;
    if (interval)
        add_line(out, "interval", row->low, row->high, y);
    if (row->share != DECIMAL_UNKNOWN)
        add_diamond(out, place_of(row->share), y);
    /* Two that would cover each other are set apart. */
    bool close = row->count == 2 && *row->dots[0].letter != '\0' &&
                 llabs(row->dots[0].score - row->dots[1].score) < CLOSE;
    for (size_t i = 0; i < row->count; i++)
        add_dot(out, row->dots[i].letter, place_of(row->dots[i].score),
                !close   ? y
                : i == 0 ? y - APART
                         : y + APART);
    bool lettered = row->count != 0 && *row->dots[0].letter != '\0';
    s->marks.interval = s->marks.interval || interval;
    s->marks.share = s->marks.share || row->share != DECIMAL_UNKNOWN;
    s->marks.letters = s->marks.letters || lettered;
    s->marks.dot = s->marks.dot || (row->count != 0 && !lettered);
    describe(s, row);
    svg_add_part(s, WIDTH, ROW_HEIGHT);
}

/* -- the legend --------------------------------------------------------- */

/* Says what the mark before it means; gives the place of the next mark. */
static int add_meaning(struct svg *s, struct bytes *out, int x, int mark_width,
                       const char *meaning)
{
    bytes_add_format(out,
                     "<text class=\"legend\" x=\"%d\" y=\"%d\">%s</text>\n",
                     x + mark_width + 6, s->height + LABEL_BASE, meaning);
    return x + mark_width + 6 + (int)strlen(meaning) * LEGEND_COLUMN + 22;
}

static void add_legend(struct document *d)
{
    struct svg *s = d->own;
    struct bytes *out = &d->body;
    int x = MARGIN, y = s->height + LABEL_BASE - 4;
    if (s->marks.dot) {
        add_dot(out, "", (x + 6) * 10, y);
        x = add_meaning(s, out, x, 12, "score");
    }
    if (s->marks.letters) {
        add_dot(out, "A", (x + 9) * 10, y);
        add_dot(out, "B", (x + 29) * 10, y);
        x = add_meaning(s, out, x, 38, "score of each by a reviewer");
    }
    if (s->marks.share) {
        add_diamond(out, (x + 7) * 10, y);
        x = add_meaning(s, out, x, 14, "share of ship in percent");
    }
    if (s->marks.interval) {
        bytes_add_format(out,
                         "<line class=\"interval\" x1=\"%d\" x2=\"%d\" "
                         "y1=\"%d\" y2=\"%d\"/>\n",
                         x, x + 24, y, y);
        add_meaning(s, out, x, 24, "its 95% interval");
    }
    s->marks.dot = s->marks.letters = s->marks.share = s->marks.interval =
        false;
    svg_add_part(s, WIDTH, LEGEND_HEIGHT);
}

void svg_end_plot(struct document *d)
{
    struct svg *s = d->own;
    struct bytes *out = &d->body;
    for (int tick = 0; tick <= 100; tick += 25) {
        bytes_add_format(out, "<text class=\"tick\" y=\"%d\"",
                         s->height + LABEL_BASE);
        add_place(out, "x", place_of(tick * 100));
        bytes_add_format(out, ">%d</text>\n", tick);
    }
    svg_add_part(s, WIDTH, SCALE_HEIGHT);
    add_legend(d);
}
