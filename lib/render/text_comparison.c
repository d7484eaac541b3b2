#include "lib/render/text.h"
#include "lib/render/width.h"
#include "lib/render/words.h"

enum {
    SIDE_BY_SIDE = 60, /* columns from which heads and tables fit */
    LABEL_COLUMN = 15
};

static struct text_sides place_sides(const struct document *d)
{
    size_t most = 2 * TEXT_PROSE_MOST + TEXT_GAP;
    struct text_sides s = {.width = d->settings.width};
    if (s.width > most)
        s.width = most;
    s.beside = s.width >= SIDE_BY_SIDE;
    s.side = s.beside ? (s.width - TEXT_GAP) / 2 : s.width;
    s.starts[1] = s.beside ? s.width - s.side : 0;
    return s;
}

/* Prints two blocks beside or below each other, and frees them. */
void text_print_both(struct document *d, struct block blocks[2],
                     const struct text_sides *s, bool beside)
{
    if (beside) {
        block_print_columns(&d->out, blocks, s->starts, 2);
    } else {
        block_print(&d->out, &blocks[0], 0);
        if (blocks[1].count != 0)
            bytes_add_byte(&d->out, '\n');
        block_print(&d->out, &blocks[1], 0);
    }
    block_free(&blocks[0]);
    block_free(&blocks[1]);
}

void text_add_letter(struct block *b, int side)
{
    block_line(b);
    block_add_string(b, STYLE_STRONG, side == 0 ? "A" : "B");
    block_add_padding(b, TEXT_INDENT);
}

static void add_identity(struct block *b, const struct verdict *v, int side,
                         size_t width)
{
    text_add_letter(b, side);
    text_add_wrapped(b, STYLE_STRONG, verdict_name(v), width);
    if (v->category.len != 0) {
        block_line(b);
        block_add_spaces(b, TEXT_INDENT);
        text_add_wrapped(b, STYLE_FAINT, v->category, width);
    }
    if (v->tagline.len != 0) {
        block_line(b);
        block_add_spaces(b, TEXT_INDENT);
        text_add_wrapped(b, STYLE_PLAIN, v->tagline, width);
    }
}

enum fact { PANEL, SCORE, COMMUNITY, ENTRY, PRICING, FACTS };

static void add_fact(struct block *b, const struct verdict *v, enum fact fact,
                     size_t width)
{
    static const char *const labels[] = {
        [PANEL] = "Panel", [SCORE] = "Score",     [COMMUNITY] = "Community",
        [ENTRY] = "Entry", [PRICING] = "Pricing",
    };
    struct bytes words = {0};
    text_add_label(b, labels[fact], width);
    switch (fact) {
    case PANEL:
        words_add_panel(&words, v);
        break;
    case SCORE:
        text_add_score(b, v->score.mean, width);
        return;
    case COMMUNITY:
        verdict_add_community_words(&words, v);
        break;
    case ENTRY:
        words_add_capitalized(&words, v->entry);
        break;
    default:
        words_add_capitalized(&words, v->pricing);
    }
    if (words.len == 0)
        bytes_add_string(&words, "–");
    text_add_wrapped_words(b, STYLE_PLAIN, &words, width);
}

static void add_badge(struct block *b, const struct verdict *v)
{
    block_line(b);
    block_add_spaces(b, TEXT_INDENT);
    text_add_judgement(b, v->verdict);
}

static void print_heads_beside(struct document *d,
                               const struct verdict *const tools[2],
                               const struct text_sides *s)
{
    struct block blocks[2] = {text_block(d), text_block(d)};
    for (int i = 0; i < 2; i++)
        add_identity(&blocks[i], tools[i], i, s->side);
    text_print_both(d, blocks, s, true);
    bytes_add_byte(&d->out, '\n');
    for (int i = 0; i < 2; i++)
        add_badge(&blocks[i], tools[i]);
    text_print_both(d, blocks, s, true);
    /* Row by row, so that both stay level where one is wrapped. */
    for (enum fact fact = PANEL; fact < FACTS; fact++) {
        for (int i = 0; i < 2; i++)
            add_fact(&blocks[i], tools[i], fact, s->side);
        text_print_both(d, blocks, s, true);
    }
}

static void print_heads_stacked(struct document *d,
                                const struct verdict *const tools[2],
                                const struct text_sides *s)
{
    struct block blocks[2] = {text_block(d), text_block(d)};
    for (int i = 0; i < 2; i++) {
        add_identity(&blocks[i], tools[i], i, s->side);
        block_line(&blocks[i]);
        add_badge(&blocks[i], tools[i]);
        for (enum fact fact = PANEL; fact < FACTS; fact++)
            add_fact(&blocks[i], tools[i], fact, s->side);
    }
    text_print_both(d, blocks, s, false);
}

void text_print_heading(struct document *d, struct slice title,
                        struct slice hint, size_t width)
{
    struct block b = text_block(d);
    block_line(&b);
    block_line(&b);
    text_add_wrapped(&b, STYLE_STRONG, title, width);
    if (hint.len != 0) {
        block_add_spaces(&b, 2);
        text_make_room(&b, width_of(hint), width);
        text_add_wrapped(&b, STYLE_FAINT, hint, width);
    }
    block_line(&b);
    block_add_rule(&b, width);
    text_print(d, &b, 0);
}

void text_print_why(struct document *d, struct bytes *winner, struct slice why,
                    size_t width)
{
    if (winner->len == 0 && why.len == 0)
        return;
    struct block b = text_block(d);
    if (width > TEXT_PROSE_MOST)
        width = TEXT_PROSE_MOST;
    block_line(&b);
    if (winner->len != 0)
        block_line(&b);
    text_add_wrapped_words(&b, STYLE_STRONG, winner, width);
    if (why.len != 0) {
        block_line(&b);
        text_add_wrapped(&b, STYLE_PLAIN, why, width);
    }
    text_print(d, &b, 0);
}

/* The sign of the better side, which is no colour. */
static const char *sign_of(enum side better, int side)
{
    if (better == SIDE_TIE)
        return "=";
    return better == (side == 0 ? SIDE_A : SIDE_B) ? "✓" : " ";
}

static void add_signed(struct block *b, const struct decision_row *row,
                       int side, size_t width)
{
    struct slice value = side == 0 ? row->a : row->b;
    const char *sign = sign_of(row->better, side);
    block_add_string(b, *sign == ' ' ? STYLE_PLAIN : STYLE_STRONG, sign);
    block_add_spaces(b, TEXT_INDENT - 1);
    text_add_wrapped(b,
                     *sign == ' ' || *sign == '=' ? STYLE_PLAIN : STYLE_STRONG,
                     value.len != 0 ? value : slice_of("–"), width);
}

static void print_decision_rows(struct document *d, const struct comparison *c,
                                const struct text_sides *s)
{
    size_t column = (s->width - LABEL_COLUMN - TEXT_GAP / 2) / 2;
    const size_t starts[3] = {0, LABEL_COLUMN, s->width - column};
    const struct verdict *tools[2] = {&c->a, &c->b};
    struct block blocks[3] = {text_block(d), text_block(d), text_block(d)};
    for (int i = 0; i < 2; i++) {
        text_add_letter(&blocks[i + 1], i);
        text_add_wrapped(&blocks[i + 1], STYLE_STRONG, verdict_name(tools[i]),
                         column);
    }
    block_print_columns(&d->out, blocks, starts, 3);
    for (size_t i = 0; i < c->decision_count; i++) {
        const struct decision_row *row = &c->decision[i];
        for (int j = 0; j < 3; j++)
            block_clear(&blocks[j]);
        text_add_wrapped(&blocks[0], STYLE_FAINT, row->field, LABEL_COLUMN - 1);
        add_signed(&blocks[1], row, 0, column);
        add_signed(&blocks[2], row, 1, column);
        block_print_columns(&d->out, blocks, starts, 3);
    }
    for (int j = 0; j < 3; j++)
        block_free(&blocks[j]);
}

static void print_decision_stacked(struct document *d,
                                   const struct comparison *c, size_t width)
{
    struct block b = text_block(d);
    for (size_t i = 0; i < c->decision_count; i++) {
        const struct decision_row *row = &c->decision[i];
        block_line(&b);
        text_add_wrapped(&b, STYLE_FAINT, row->field, width);
        for (int side = 0; side < 2; side++) {
            text_add_letter(&b, side);
            add_signed(&b, row, side, width);
        }
    }
    text_print(d, &b, 0);
}

static void print_decision(struct document *d, const struct comparison *c,
                           const struct text_sides *s)
{
    if (c->decision_count == 0)
        return;
    text_print_heading(d, slice_of("Decision"), slice_of("✓ better, = equal"),
                       s->width);
    if (s->beside)
        print_decision_rows(d, c, s);
    else
        print_decision_stacked(d, c, s->width);
}

void text_comparison(struct document *d, const struct comparison *c)
{
    struct text_sides sides = place_sides(d);
    struct bytes title = {0}, winner = {0};
    words_add_title(&title, c);
    text_begin_section(d, bytes_slice(&title), sides.width);
    d->out.failed = d->out.failed || title.failed;
    bytes_free(&title);
    bytes_add_byte(&d->out, '\n');
    const struct verdict *const tools[2] = {&c->a, &c->b};
    if (sides.beside)
        print_heads_beside(d, tools, &sides);
    else
        print_heads_stacked(d, tools, &sides);
    words_add_winner(&winner, c);
    text_print_why(d, &winner, c->why, sides.width);
    print_decision(d, c, &sides);
    text_print_scorecard(d, c, &sides);
    text_print_agreement(d, c->agree, c->agree_count, c->split, c->split_count,
                         sides.width);
    text_print_remarks(d, c, &sides);
}
