#include "lib/render/text.h"
#include "lib/render/words.h"

/* With the tagline, as another one in the list may have the same name. */
static void add_name(struct block *b, const struct verdict *v, size_t width)
{
    struct bytes words = {0};
    bytes_add_slice(&words, verdict_name(v));
    if (v->tagline.len != 0) {
        bytes_add_string(&words, " – ");
        bytes_add_slice(&words, v->tagline);
    }
    block_line(b);
    text_add_wrapped_words(b, STYLE_STRONG, &words, width);
}

static void print_remarks(struct document *d, const struct verdict *verdicts,
                          size_t count, bool brief)
{
    size_t width = d->settings.width;
    if (width > TEXT_PROSE_MOST)
        width = TEXT_PROSE_MOST;
    bool headed = false;
    for (size_t i = 0; i < count; i++) {
        struct block name = text_block(d), remarks = text_block(d);
        text_add_remarks(&remarks, &verdicts[i], brief, width);
        if (remarks.count != 0) {
            if (!headed)
                text_print_heading(d, slice_of("Notes"), slice_from(NULL, 0),
                                   width);
            headed = true;
            add_name(&name, &verdicts[i], width);
        }
        text_print(d, &name, 0);
        text_print(d, &remarks, 0);
    }
}

void text_verdicts(struct document *d, const struct verdict *verdicts,
                   size_t count)
{
    struct listing l = {0};
    listing_of_verdicts(&l, verdicts, count);
    if (l.failed)
        d->out.failed = true;
    else
        text_listing(d, &l);
    listing_free(&l);
    print_remarks(d, verdicts, count, true);
}

void text_matrix(struct document *d, const struct matrix *m)
{
    size_t width = d->settings.width, part = 0;
    struct listing l = {0};
    struct bytes words = {0};
    if (width > TEXT_PROSE_MOST)
        width = TEXT_PROSE_MOST;
    words_add_matrix_title(&words, m);
    text_begin_section(d, bytes_slice(&words), width);
    bytes_clear(&words);
    words_add_matrix_winner(&words, m);
    text_print_why(d, &words, m->why, width);
    while (listing_of_matrix(&l, m, &part))
        text_listing(d, &l);
    text_print_agreement(d, m->agree, m->agree_count, m->split, m->split_count,
                         width);
    print_remarks(d, m->tools, m->tool_count, false);
    d->out.failed = d->out.failed || l.failed || words.failed;
    bytes_free(&words);
    listing_free(&l);
}
