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
                          size_t count)
{
    size_t width = d->settings.width;
    if (width > TEXT_PROSE_MOST)
        width = TEXT_PROSE_MOST;
    bool headed = false;
    for (size_t i = 0; i < count; i++) {
        struct block name = text_block(d), remarks = text_block(d);
        text_add_remarks(&remarks, &verdicts[i], true, width);
        if (remarks.count != 0) {
            if (!headed)
                text_print_heading(d, "Notes", NULL, width);
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
    print_remarks(d, verdicts, count);
}
