#include "lib/render/text.h"

#include "lib/base/mask.h"
#include "lib/render/words.h"

enum { LABEL_WIDTH = 11, LABELS_BESIDE = 30, BAR_MOST = 20 };

/* Two empty lines set sections apart, one sets apart what is in them. */
void text_begin_section(struct document *d, struct slice title, size_t width)
{
    struct block b = text_block(d);
    if (d->sections++ != 0) {
        block_line(&b);
        block_line(&b);
    }
    block_line(&b);
    text_add_wrapped(&b, STYLE_STRONG, title, width);
    block_line(&b);
    block_add_rule(&b, width);
    text_print(d, &b, 0);
}

struct block text_block(const struct document *d)
{
    return (struct block){.color = d->settings.color};
}

void text_add_string(struct block *b, enum style style, struct slice s)
{
    struct bytes masked = {0};
    mask_add(&masked, s);
    block_add(b, style, bytes_slice(&masked));
    b->text.failed = b->text.failed || masked.failed;
    bytes_free(&masked);
}

void text_add_wrapped(struct block *b, enum style style, struct slice s,
                      size_t columns)
{
    struct bytes masked = {0};
    mask_add(&masked, s);
    block_add_wrapped(b, style, bytes_slice(&masked), columns);
    b->text.failed = b->text.failed || masked.failed;
    bytes_free(&masked);
}

/* Words are a buffer of their own: its failure becomes the block's. */
static void end_words(struct block *b, struct bytes *words)
{
    b->text.failed = b->text.failed || words->failed;
    bytes_free(words);
}

void text_add_words(struct block *b, enum style style, struct bytes *words)
{
    text_add_string(b, style, bytes_slice(words));
    end_words(b, words);
}

void text_add_wrapped_words(struct block *b, enum style style,
                            struct bytes *words, size_t columns)
{
    text_add_wrapped(b, style, bytes_slice(words), columns);
    end_words(b, words);
}

void text_add_judgement(struct block *b, enum judgement j)
{
    static const struct {
        const char *mark;
        enum style style;
    } looks[] = {
        [JUDGEMENT_UNKNOWN] = {"–", STYLE_FAINT},
        [JUDGEMENT_SHIP] = {"●", STYLE_GREEN},
        [JUDGEMENT_MIXED] = {"◐", STYLE_YELLOW},
        [JUDGEMENT_SKIP] = {"○", STYLE_RED},
        [JUDGEMENT_UNRATED] = {"–", STYLE_FAINT},
    };
    struct bytes words = {0};
    bytes_add_format(&words, "%s %s", looks[j].mark,
                     j == JUDGEMENT_UNKNOWN ? "no verdict"
                                            : judgement_title(j));
    text_add_words(b, looks[j].style, &words);
}

void text_add_label(struct block *b, const char *label, size_t width)
{
    block_line(b);
    block_add_spaces(b, TEXT_INDENT);
    block_add_string(b, STYLE_FAINT, label);
    if (width >= LABELS_BESIDE) {
        size_t column = block_column(b) + (*label == '\0' ? 0 : 1);
        size_t usual = TEXT_INDENT + LABEL_WIDTH;
        block_add_padding(b, column > usual ? column : usual);
        return;
    }
    if (*label != '\0')
        block_line(b);
    block_add_padding(b, TEXT_INDENT + 2);
}

void text_make_room(struct block *b, size_t columns, size_t width)
{
    if (block_column(b) + columns <= width)
        return;
    block_line(b);
    block_add_spaces(b, TEXT_INDENT);
}

void text_add_score(struct block *b, int64_t score, size_t columns)
{
    if (score == DECIMAL_UNKNOWN) {
        block_add_string(b, STYLE_FAINT, "no score");
        return;
    }
    struct bytes words = {0};
    words_add_number(&words, score);
    block_add(b, STYLE_STRONG, bytes_slice(&words));
    end_words(b, &words);
    size_t used = block_column(b);
    /* A bar of a few cells would tell less than the number alone. */
    if (used + 1 + BAR_MOST / 2 > columns)
        return;
    block_add_spaces(b, 1);
    used++;
    block_add_bar(b, score,
                  columns - used < BAR_MOST ? columns - used : BAR_MOST);
}

void text_print(struct document *d, struct block *b, size_t indent)
{
    block_print(&d->out, b, indent);
    block_free(b);
}

const struct format format_text = {
    .name = "text",
    .extensions = ".txt .text",
    .comparison = text_comparison,
    .verdicts = text_verdicts,
    .changes = text_changes,
    .listing = text_listing,
    .matrix = text_matrix,
};
