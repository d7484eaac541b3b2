#include "lib/base/decimal.h"
#include "lib/diff/changes.h"
#include "lib/diff/words.h"
#include "lib/record/parts.h"

/* A review's reviewer, or its id where nobody knows the reviewer. */
static struct slice label_of(const struct panel_review *r)
{
    return slice_known(r->reviewer) ? r->reviewer : r->id;
}

static struct slice label_of_pair(const struct panel_review *old_review,
                                  const struct panel_review *new_review)
{
    if (slice_known(new_review->reviewer) || !slice_known(old_review->reviewer))
        return label_of(new_review);
    return old_review->reviewer;
}

static struct slice judgement_text(struct change_list *l,
                                   const struct panel_review *r)
{
    struct json_writer w = {.out = &l->old_text};
    bytes_clear(&l->old_text);
    json_write_open(&w, '{');
    write_decimal(&w, "score", r->score);
    write_judgement(&w, "verdict", r->verdict);
    json_write_close(&w, '}');
    return changes_text(l, &l->old_text);
}

static struct slice score_text(struct change_list *l, int64_t score)
{
    struct json_writer w = {.out = &l->old_text};
    bytes_clear(&l->old_text);
    json_write_decimal(&w, score);
    return changes_text(l, &l->old_text);
}

static struct change *add_labelled(struct change_list *l, enum change_kind kind,
                                   const char *field, struct slice old_value,
                                   struct slice new_value, struct slice label)
{
    struct change *change =
        changes_add(l, kind, slice_of(field), old_value, new_value);
    if (change != NULL)
        change->reviewer = label;
    return change;
}

/* No word diff with a text that was never known: nothing was reworded. */
static void add_text(struct change_list *l, struct slice old_text,
                     struct slice new_text, struct slice label)
{
    struct change *change =
        add_labelled(l, CHANGE_TEXT, "text", changes_string(l, old_text),
                     changes_string(l, new_text), label);
    if (change == NULL || l->brief || !slice_known(old_text) ||
        !slice_known(new_text))
        return;
    struct change_words *words;
    enum words_result result =
        words_compare(old_text, new_text, WORDS_EFFORT_MOST, &l->arena, &words,
                      &change->word_count);
    l->failed = l->failed || result == WORDS_NO_MEMORY;
    change->replaced = result == WORDS_REPLACED;
    change->words = words;
}

/* What may flip a verdict; words and names cannot. */
static bool is_judged_anew(const struct panel_review *old_review,
                           const struct panel_review *new_review)
{
    return old_review->score != new_review->score ||
           old_review->verdict != new_review->verdict;
}

static void add_pair(struct change_list *l, const struct panel_review *a,
                     const struct panel_review *b, bool with_text)
{
    struct slice label = label_of_pair(a, b);
    if (!slice_equal(a->reviewer, b->reviewer))
        add_labelled(l, CHANGE_PANEL, "reviewer",
                     changes_string(l, a->reviewer),
                     changes_string(l, b->reviewer), label);
    if (a->score != b->score)
        add_labelled(l, CHANGE_PANEL, "score", score_text(l, a->score),
                     score_text(l, b->score), label);
    if (a->verdict != b->verdict &&
        add_labelled(l, CHANGE_PANEL, "verdict",
                     changes_string(l, judgement_word(a->verdict)),
                     changes_string(l, judgement_word(b->verdict)),
                     label) != NULL)
        l->items[l->count - 1].by_policy = changes_by_policy(a, b, &l->failed);
    changes_add_others(l, CHANGE_PANEL, a->others, b->others, label);
    if (with_text && !slice_equal(a->text, b->text))
        add_text(l, a->text, b->text, label);
}

void changes_add_reviews(struct change_list *l,
                         const struct opened_verdict *old_tool,
                         const struct opened_verdict *new_tool)
{
    const struct verdict *a = &old_tool->verdict, *b = &new_tool->verdict;
    const struct slice nothing = slice_of("null");
    bool with_text = !old_tool->brief && !new_tool->brief;
    for (size_t i = 0; i < a->panel_count; i++) {
        size_t partner = l->pairing.of_a[i];
        if (partner == PAIRING_NONE)
            add_labelled(l, CHANGE_PANEL, "review",
                         judgement_text(l, &a->panel[i]), nothing,
                         label_of(&a->panel[i]));
        else
            add_pair(l, &a->panel[i], &b->panel[partner], with_text);
    }
    for (size_t i = 0; i < b->panel_count; i++)
        if (l->pairing.of_b[i] == PAIRING_NONE)
            add_labelled(l, CHANGE_PANEL, "review", nothing,
                         judgement_text(l, &b->panel[i]),
                         label_of(&b->panel[i]));
}

const struct change_cause *changes_cause(struct change_list *l,
                                         const struct verdict *a,
                                         const struct verdict *b)
{
    struct change_cause *c = arena_array(&l->arena, 1, sizeof *c);
    if (c != NULL) {
        c->went = arena_array(&l->arena, a->panel_count, sizeof *c->went);
        c->changed = arena_array(&l->arena, a->panel_count, sizeof *c->changed);
        c->came = arena_array(&l->arena, b->panel_count, sizeof *c->came);
    }
    if (c == NULL || c->went == NULL || c->changed == NULL || c->came == NULL) {
        l->failed = true;
        return NULL;
    }
    for (size_t i = 0; i < a->panel_count; i++) {
        const struct panel_review *r = &a->panel[i];
        size_t partner = l->pairing.of_a[i];
        if (partner == PAIRING_NONE)
            c->went[c->went_count++] = label_of(r);
        else if (is_judged_anew(r, &b->panel[partner]))
            c->changed[c->changed_count++] =
                label_of_pair(r, &b->panel[partner]);
    }
    for (size_t i = 0; i < b->panel_count; i++)
        if (l->pairing.of_b[i] == PAIRING_NONE)
            c->came[c->came_count++] = label_of(&b->panel[i]);
    c->old_policy = a->policy;
    c->new_policy = b->policy;
    return c;
}
