#include "lib/render/notes.h"
#include "lib/render/text.h"
#include "lib/render/words.h"

enum { SOURCES_MOST = 3 };

void text_print_agreement(struct document *d, const struct slice *agree,
                          size_t agree_count, const struct slice *split,
                          size_t split_count, size_t width)
{
    if (agree_count == 0 && split_count == 0)
        return;
    struct block b = text_block(d);
    struct bytes words = {0};
    text_print_heading(d, slice_of("Agreement"), slice_from(NULL, 0), width);
    if (agree_count != 0) {
        text_add_label(&b, "Agree", width);
        words_add_list(&words, agree, agree_count);
        text_add_wrapped_words(&b, STYLE_PLAIN, &words, width);
    }
    if (split_count != 0) {
        text_add_label(&b, "Split", width);
        words_add_list(&words, split, split_count);
        text_add_wrapped_words(&b, STYLE_PLAIN, &words, width);
    }
    text_print(d, &b, 0);
}

/* In the line begun last if it is still empty, else in a new one. */
static void begin_remark(struct block *b)
{
    if (block_column(b) > TEXT_INDENT)
        block_line(b);
    block_add_padding(b, TEXT_INDENT);
}

static void add_sources(struct block *b, const struct verdict *v, size_t width)
{
    if (v->source_count == 0)
        return;
    struct bytes words = {0};
    bytes_add_string(&words, "Seen on ");
    for (size_t i = 0; i < v->source_count && i < SOURCES_MOST; i++) {
        if (i != 0)
            bytes_add_string(&words, ", ");
        bytes_add_slice(&words, words_source(&v->sources[i]));
    }
    if (v->source_count > SOURCES_MOST)
        bytes_add_format(&words, " and %zu more",
                         v->source_count - SOURCES_MOST);
    begin_remark(b);
    text_add_wrapped_words(b, STYLE_FAINT, &words, width);
}

void text_add_remarks(struct block *b, const struct verdict *v, bool brief,
                      size_t width)
{
    struct notes notes = {0};
    struct slice sentence;
    size_t at = 0;
    if (width > TEXT_PROSE_MOST)
        width = TEXT_PROSE_MOST;
    notes_collect(&notes, v, brief);
    b->text.failed = b->text.failed || notes.text.failed;
    while (notes_next(&notes, &at, &sentence)) {
        begin_remark(b);
        text_add_wrapped(b, STYLE_PLAIN, sentence, width);
    }
    if (!brief)
        add_sources(b, v, width);
    notes_free(&notes);
}

void text_print_remarks(struct document *d, const struct comparison *c,
                        const struct text_sides *s)
{
    const struct verdict *tools[2] = {&c->a, &c->b};
    bool headed = false; /* no heading where there is nothing to say */
    for (int i = 0; i < 2; i++) {
        struct block b = text_block(d);
        text_add_remarks(&b, tools[i], false, s->width);
        bool any = b.count != 0;
        /* Only now is it known that the letter has something behind it. */
        block_clear(&b);
        if (any && !headed)
            text_print_heading(d, slice_of("Notes"), slice_from(NULL, 0),
                               s->width);
        headed = headed || any;
        if (any) {
            text_add_letter(&b, i);
            text_add_remarks(&b, tools[i], false, s->width);
        }
        text_print(d, &b, 0);
    }
}
