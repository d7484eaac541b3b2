#include "lib/score/bookmarks.h"

#include "lib/base/text.h"
#include "lib/base/utf8.h"

/* Of tools that share a name, so many are told of. */
enum { TOLD_MOST = 20 };

#define NO_SLUG ((size_t)-1)

void bookmarks_free(struct bookmarks *b)
{
    table_free(&b->by_text);
    table_free(&b->by_slug);
    arena_free(&b->arena);
    bytes_free(&b->scratch);
    *b = (struct bookmarks){0};
}

/* The place of the slug of a text, which is kept if `add`. */
static bool find_slug(struct bookmarks *b, struct slice text, bool add,
                      size_t *place)
{
    bool failed = false, added;
    *place = NO_SLUG;
    bytes_clear(&b->scratch);
    text_add_slug(&b->scratch, text);
    if (b->scratch.failed)
        return false;
    struct slice slug = bytes_slice(&b->scratch);
    /* Names without letters or digits all have one slug, which is none. */
    if (slug.len == 0)
        return true;
    size_t *found = table_find(&b->by_slug, slug);
    if (found == NULL && add) {
        struct slice copy = arena_copy(&b->arena, slug, &failed);
        if (failed)
            return false;
        found = table_add(&b->by_slug, copy, b->by_slug.count, &added);
        if (found == NULL)
            return false;
    }
    if (found != NULL)
        *place = *found;
    return true;
}

/* A line as records hold names, which bytes that are no UTF-8 never are. */
static bool add_line(struct bookmarks *b, struct slice line, size_t number)
{
    bool failed = false, added, valid = utf8_valid(line) == line.len;
    if (valid) {
        bytes_clear(&b->scratch);
        text_add_folded(&b->scratch, line);
        line = arena_copy(&b->arena, bytes_slice(&b->scratch), &failed);
        failed = failed || b->scratch.failed;
    } else {
        line = arena_copy(&b->arena, line, &failed);
    }
    if (failed)
        return false;
    if (line.len == 0)
        return true;
    if (table_add(&b->by_text, line, b->count, &added) == NULL)
        return false;
    if (!added)
        return true;
    struct bookmark *item = &b->items[b->count++];
    *item = (struct bookmark){.text = line, .line = number, .slug = NO_SLUG};
    return !valid || find_slug(b, line, true, &item->slug);
}

bool bookmarks_read(struct bookmarks *b, struct slice text, const char *source)
{
    static const struct slice mark = SLICE("\xef\xbb\xbf");
    size_t most = 1;
    *b = (struct bookmarks){.source = source};
    if (slice_starts(text, mark))
        text = slice_after(text, mark.len);
    for (size_t i = 0; i < text.len; i++)
        most += text.at[i] == '\n';
    b->items = arena_array(&b->arena, most, sizeof *b->items);
    b->slugs = arena_array(&b->arena, most, sizeof *b->slugs);
    if (b->items == NULL || b->slugs == NULL)
        return false;
    for (size_t number = 1; text.len != 0; number++) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end == NULL ? text.len : (size_t)(end - text.at);
        if (!add_line(b, slice_from(text.at, len), number))
            return false;
        text = slice_after(text, end == NULL ? len : len + 1);
    }
    return true;
}

static void fit(struct bookmark_fit *f, size_t index)
{
    f->count++;
    f->last = index;
}

bool bookmarks_meet(struct bookmarks *b, const struct verdict *v, size_t index)
{
    size_t *key = table_find(&b->by_text, v->tool);
    size_t *name =
        slice_known(v->name) ? table_find(&b->by_text, v->name) : NULL;
    size_t slug = NO_SLUG;
    if (key != NULL)
        fit(&b->items[*key].by_key, index);
    if (name != NULL)
        fit(&b->items[*name].by_name, index);
    if (slice_known(v->name) && !find_slug(b, v->name, false, &slug))
        return false;
    if (slug != NO_SLUG)
        fit(&b->slugs[slug], index);
    return true;
}

enum spelling { SPELLING_KEY, SPELLING_NAME, SPELLING_SLUG };

/* What the bookmark is taken for, and the tools that it then fits. */
static enum spelling spelling_of(const struct bookmarks *b,
                                 const struct bookmark *item,
                                 struct bookmark_fit *f)
{
    static const struct bookmark_fit none = {0, 0};
    *f = item->by_key;
    if (f->count != 0)
        return SPELLING_KEY;
    *f = item->by_name;
    if (f->count != 0)
        return SPELLING_NAME;
    *f = item->slug == NO_SLUG ? none : b->slugs[item->slug];
    return SPELLING_SLUG;
}

bool bookmarks_resolve(const struct bookmarks *b, const struct bookmark *item,
                       size_t *index, size_t *count)
{
    struct bookmark_fit f;
    spelling_of(b, item, &f);
    *index = f.last;
    *count = f.count;
    return f.count == 1;
}

bool bookmarks_tell(struct bookmarks *b, struct bookmark *item,
                    const struct verdict *v, const struct listener *listener)
{
    struct bookmark_fit f;
    struct diag d;
    size_t slug = NO_SLUG;
    bool fits = slice_equal(v->name, item->text);
    if (spelling_of(b, item, &f) == SPELLING_SLUG) {
        if (slice_known(v->name) && !find_slug(b, v->name, false, &slug))
            return false;
        fits = slug != NO_SLUG && slug == item->slug;
    }
    if (!fits || item->told++ >= TOLD_MOST)
        return true;
    struct slice tagline =
        slice_known(v->tagline) ? v->tagline : slice_of("no tagline");
    diag_set(&d, b->source, item->line, 0, "'%.*s' fits %.*s (%.*s)",
             (int)(item->text.len < 60 ? item->text.len : 60), item->text.at,
             (int)(v->tool.len < 80 ? v->tool.len : 80), v->tool.at,
             (int)(tagline.len < 60 ? tagline.len : 60), tagline.at);
    listener_tell(listener, &d);
    return true;
}
