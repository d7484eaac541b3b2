#include "lib/parse/verdict_word.h"

#include "lib/base/text.h"

enum judgement verdict_word_folded(struct slice word)
{
    struct bytes slug = {0};
    if (slice_known(word))
        text_add_slug(&slug, word);
    enum judgement verdict = verdict_word_as_is(bytes_slice(&slug));
    bytes_free(&slug);
    return verdict;
}
