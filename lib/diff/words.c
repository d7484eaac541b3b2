#include "lib/diff/words.h"

#include <utf8proc.h>

#include "lib/base/table.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/diff/edits.h"

/* A text cut into words. */
struct words {
    struct slice text;
    size_t *ids;
    size_t *ends; /* where each word ends in the text */
    struct sequence sequence;
};

enum word_class { WORD_LETTERS, WORD_SPACE, WORD_SINGLE };

/* All marks go with what they stand on, those that enclose it too. */
static enum word_class class_of(uint32_t c)
{
    if (text_is_space(c))
        return WORD_SPACE;
    return text_is_letter_or_digit(c) ||
                   utf8proc_category((utf8proc_int32_t)c) ==
                       UTF8PROC_CATEGORY_ME
               ? WORD_LETTERS
               : WORD_SINGLE;
}

/* Where the word that begins at `at` ends. */
static size_t word_end(struct slice text, size_t at)
{
    enum word_class kind = class_of(utf8_next(text, &at));
    size_t end = at;
    if (kind == WORD_SINGLE)
        return end;
    while (at < text.len && class_of(utf8_next(text, &at)) == kind)
        end = at;
    return end;
}

static size_t word_start(const struct words *w, ptrdiff_t i)
{
    return i == 0 ? 0 : w->ends[i - 1];
}

static bool make_room(struct words *w, struct arena *scratch)
{
    size_t count = 0;
    for (size_t at = 0; at < w->text.len; at = word_end(w->text, at))
        count++;
    w->ids = arena_array(scratch, count, sizeof *w->ids);
    w->ends = arena_array(scratch, count, sizeof *w->ends);
    bool *changed = arena_array(scratch, count, sizeof *changed);
    w->sequence = (struct sequence){w->ids, (ptrdiff_t)count, changed};
    return w->ids != NULL && w->ends != NULL && changed != NULL;
}

/* Cuts the text into words; `known` gives equal words one id. */
static bool cut(struct words *w, struct slice text, struct table *known,
                struct arena *scratch)
{
    w->text = text;
    if (!make_room(w, scratch))
        return false;
    size_t at = 0;
    for (ptrdiff_t i = 0; i < w->sequence.count; i++) {
        size_t end = word_end(text, at);
        bool added;
        size_t *id = table_add(known, slice_from(text.at + at, end - at),
                               known->count, &added);
        if (id == NULL)
            return false;
        w->ids[i] = *id;
        w->ends[i] = end;
        at = end;
    }
    return true;
}

static bool is_space(const struct words *w, ptrdiff_t i)
{
    size_t start = word_start(w, i);
    return text_is_space(utf8_next(w->text, &start));
}

static bool is_changed(const struct sequence *s, ptrdiff_t i)
{
    return i >= 0 && i < s->count && s->changed[i];
}

/*
 * "quick brown" for "slow red" reads better as one change than as two with an
 * unchanged space between them.
 */
static void join_over_space(struct words *first, struct words *second)
{
    struct sequence *a = &first->sequence, *b = &second->sequence;
    ptrdiff_t i = 0, j = 0;
    while (i < a->count && j < b->count) {
        if (a->changed[i] || b->changed[j]) {
            i += a->changed[i];
            j += b->changed[j];
            continue;
        }
        bool before = is_changed(a, i - 1) || is_changed(b, j - 1);
        bool after = is_changed(a, i + 1) || is_changed(b, j + 1);
        if (before && after && is_space(first, i))
            a->changed[i] = b->changed[j] = true;
        i++;
        j++;
    }
}

/* How many runs there can be: three for each change, one at the end. */
static size_t runs_most(const struct sequence *a, const struct sequence *b)
{
    size_t changes = 0;
    for (ptrdiff_t i = 0; i < a->count; i++)
        changes += a->changed[i] && !is_changed(a, i - 1);
    for (ptrdiff_t i = 0; i < b->count; i++)
        changes += b->changed[i] && !is_changed(b, i - 1);
    return 3 * changes + 1;
}

struct run_list {
    struct change_words *runs;
    size_t count;
};

static void add_run(struct run_list *list, char sign, const struct words *w,
                    ptrdiff_t from, ptrdiff_t to)
{
    if (from == to)
        return;
    size_t start = word_start(w, from), end = word_start(w, to);
    list->runs[list->count++] = (struct change_words){
        sign, slice_from(w->text.at + start, end - start)};
}

static ptrdiff_t changed_until(const struct sequence *s, ptrdiff_t i)
{
    while (is_changed(s, i))
        i++;
    return i;
}

static void list_runs(struct run_list *list, const struct words *gone,
                      const struct words *come)
{
    const struct sequence *a = &gone->sequence, *b = &come->sequence;
    ptrdiff_t i = 0, j = 0;
    while (i < a->count || j < b->count) {
        ptrdiff_t i_from = i, j_from = j;
        while (i < a->count && !a->changed[i] && j < b->count && !b->changed[j])
            i++, j++;
        add_run(list, '=', gone, i_from, i);
        i_from = i;
        j_from = j;
        i = changed_until(a, i);
        j = changed_until(b, j);
        add_run(list, '-', gone, i_from, i);
        add_run(list, '+', come, j_from, j);
    }
}

/* Texts that are not compared, or one text twice. */
static enum words_result list_whole(struct slice old_text,
                                    struct slice new_text, struct arena *arena,
                                    struct run_list *list)
{
    list->runs = arena_array(arena, 2, sizeof *list->runs);
    if (list->runs == NULL)
        return WORDS_NO_MEMORY;
    bool equal = slice_equal(old_text, new_text);
    list->count = 0;
    if (old_text.len != 0)
        list->runs[list->count++] =
            (struct change_words){equal ? '=' : '-', old_text};
    if (new_text.len != 0 && !equal)
        list->runs[list->count++] = (struct change_words){'+', new_text};
    return equal ? WORDS_COMPARED : WORDS_REPLACED;
}

/*
 * The search is not the same from either side where several ways are equally
 * short, so it is always made from the text that sorts first.
 */
static enum words_result compare(struct slice old_text, struct slice new_text,
                                 size_t effort_most, struct arena *arena,
                                 struct run_list *list, struct arena *scratch,
                                 struct table *known)
{
    struct words gone, come; /* of the old text, of the new one */
    if (!cut(&gone, old_text, known, scratch) ||
        !cut(&come, new_text, known, scratch))
        return WORDS_NO_MEMORY;
    bool swap = slice_compare(old_text, new_text) > 0;
    struct words *a = swap ? &come : &gone, *b = swap ? &gone : &come;
    switch (edits_find(&a->sequence, &b->sequence, effort_most, scratch)) {
    case EDITS_FOUND:
        break;
    case EDITS_TOO_MANY:
        return list_whole(old_text, new_text, arena, list);
    default:
        return WORDS_NO_MEMORY;
    }
    join_over_space(a, b);
    list->runs = arena_array(arena, runs_most(&gone.sequence, &come.sequence),
                             sizeof *list->runs);
    if (list->runs == NULL)
        return WORDS_NO_MEMORY;
    list_runs(list, &gone, &come);
    return WORDS_COMPARED;
}

enum words_result words_compare(struct slice old_text, struct slice new_text,
                                size_t effort_most, struct arena *arena,
                                struct change_words **runs, size_t *count)
{
    struct run_list list = {0};
    struct arena scratch = {0};
    struct table known = {0};
    enum words_result result;
    if (slice_equal(old_text, new_text) || old_text.len > WORDS_LENGTH_MOST ||
        new_text.len > WORDS_LENGTH_MOST)
        result = list_whole(old_text, new_text, arena, &list);
    else
        result = compare(old_text, new_text, effort_most, arena, &list,
                         &scratch, &known);
    table_free(&known);
    arena_free(&scratch);
    *runs = list.runs;
    *count = list.count;
    return result;
}
