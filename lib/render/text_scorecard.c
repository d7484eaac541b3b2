#include "lib/render/text.h"
#include "lib/render/width.h"
#include "lib/render/words.h"

/* Columns from which two reviews are readable beside each other. */
enum { PROSE_SIDE_BY_SIDE = 100 };

static void add_review(struct block *b, const struct scorecard_cell *cell,
                       int side, size_t width)
{
    enum { SHORT_SCORE = 8 };
    text_add_letter(b, side);
    if (!cell->known) {
        block_add_string(b, STYLE_FAINT, "no review");
        return;
    }
    text_add_judgement(b, cell->verdict);
    block_add_spaces(b, 2);
    /* In the narrowest windows the score goes below the verdict. */
    text_make_room(b, SHORT_SCORE, width);
    text_add_score(b, cell->score, width);
    if (cell->text.len != 0) {
        block_line(b);
        block_add_spaces(b, TEXT_INDENT);
        text_add_wrapped(b, STYLE_PLAIN, cell->text,
                         width < TEXT_PROSE_MOST ? width : TEXT_PROSE_MOST);
    }
}

static void add_reviewer(struct block *b, const struct scorecard_row *row,
                         size_t width)
{
    struct bytes words = {0};
    block_line(b);
    text_add_wrapped(b, STYLE_STRONG,
                     slice_known(row->reviewer)
                         ? row->reviewer
                         : slice_of("Reviewer not named"),
                     width);
    words_add_delta(&words, row);
    if (words.len == 0)
        return;
    block_add_spaces(b, 2);
    text_make_room(b, width_of(bytes_slice(&words)), width);
    text_add_words(b, STYLE_FAINT, &words);
}

void text_print_scorecard(struct document *d, const struct comparison *c,
                          const struct text_sides *s)
{
    if (c->scorecard_count == 0)
        return;
    bool beside = s->width >= PROSE_SIDE_BY_SIDE;
    size_t width = beside ? s->side : s->width;
    text_print_heading(d, slice_of("Reviewer scorecard"), slice_from(NULL, 0),
                       s->width);
    for (size_t i = 0; i < c->scorecard_count; i++) {
        const struct scorecard_row *row = &c->scorecard[i];
        struct block name = text_block(d);
        if (i != 0)
            block_line(&name);
        add_reviewer(&name, row, s->width);
        text_print(d, &name, 0);
        struct block blocks[2] = {text_block(d), text_block(d)};
        add_review(&blocks[0], &row->a, 0, width);
        add_review(&blocks[1], &row->b, 1, width);
        text_print_both(d, blocks, s, beside);
    }
}
