#include "lib/render/text.h"
#include "lib/render/words.h"

static void add_values(struct bytes *out, const struct change *c)
{
    size_t subject = out->len;
    if (subject != 0)
        bytes_add_string(out, ": ");
    size_t start = out->len;
    if (c->word_count != 0)
        words_add_diff(out, c);
    else
        words_add_values(out, c);
    /* No value: the colon is not wanted either. */
    if (out->len == start)
        out->len = subject;
}

/* The values, and below them why; what stands before them is in *words. */
static void add_what(struct block *b, const struct change *c,
                     struct bytes *words, size_t width)
{
    add_values(words, c);
    text_add_wrapped_words(b, STYLE_PLAIN, words, width);
    words_add_cause(words, c->cause);
    if (words->len == 0)
        return;
    text_add_label(b, "", width);
    text_add_wrapped_words(b, STYLE_FAINT, words, width);
}

/* What one side made of what both changed. */
static void add_side(struct block *b, const char *side, const struct change *c,
                     size_t width)
{
    struct bytes words = {0};
    text_add_label(b, "", width);
    bytes_add_string(&words, side);
    add_what(b, c, &words, width);
}

static void add_change(struct block *b, const struct change *c, size_t width)
{
    struct bytes words = {0}, origin = {0};
    text_add_label(b, change_kind_word(c->kind), width);
    words_add_subject(&words, c);
    words_add_origin(&origin, c);
    if (origin.len != 0) {
        bytes_add_string(&words, words.len == 0 ? "(" : " (");
        bytes_add_slice(&words, bytes_slice(&origin));
        bytes_add_byte(&words, ')');
    }
    words.failed = words.failed || origin.failed;
    bytes_free(&origin);
    if (c->theirs == NULL) {
        add_what(b, c, &words, width);
        return;
    }
    struct change theirs = words_theirs(c);
    text_add_wrapped_words(b, STYLE_PLAIN, &words, width);
    add_side(b, "ours", c, width);
    add_side(b, "theirs", &theirs, width);
}

void text_changes(struct document *d, const struct change *changes,
                  size_t count)
{
    struct block b = text_block(d);
    size_t width = d->settings.width;
    if (width > TEXT_PROSE_MOST)
        width = TEXT_PROSE_MOST;
    text_begin_section(d, slice_of("Changes"), width);
    for (size_t i = 0; i < count; i++) {
        const struct change *c = &changes[i];
        if (i == 0 || !slice_equal(c->tool, changes[i - 1].tool)) {
            block_line(&b);
            block_line(&b);
            text_add_wrapped(&b, STYLE_STRONG,
                             slice_known(c->name) ? c->name : c->tool, width);
        }
        add_change(&b, c, width);
    }
    text_print(d, &b, 0);
}
