#include "lib/render/notes.h"

#include "lib/json/value.h"
#include "lib/render/words.h"

void notes_free(struct notes *n)
{
    bytes_free(&n->text);
}

/* JSON strings hold no NUL, jansson refuses them. */
static void end_sentence(struct notes *n)
{
    bytes_add_byte(&n->text, '\0');
}

static void note(struct notes *n, const char *sentence)
{
    bytes_add_string(&n->text, sentence);
    end_sentence(n);
}

/* A rating of many, which the verdict rests on or stands beside. */
static void note_aggregate(struct notes *n, const struct aggregate *a,
                           bool rests)
{
    struct bytes *out = &n->text;
    bytes_add_string(out, rests ? "The verdict rests on a rating"
                                : "The pages also state a rating");
    if (a->value != DECIMAL_UNKNOWN) {
        bytes_add_string(out, " of ");
        decimal_add(out, a->value);
    }
    if (a->best != DECIMAL_UNKNOWN) {
        bytes_add_string(out, " out of ");
        decimal_add(out, a->best);
    }
    if (a->count >= 0) {
        bytes_add_string(out, " by ");
        words_add_count(out, a->count);
    }
    bytes_add_string(out, rests ? ", not on reviews." : ".");
    end_sentence(n);
}

static void note_held(struct notes *n, const struct verdict *v)
{
    if (v->held == JUDGEMENT_UNKNOWN)
        return;
    bytes_add_string(&n->text, "Held at ");
    bytes_add_string(&n->text, judgement_title(v->verdict));
    bytes_add_string(&n->text, ": without the policy’s margin it would be ");
    bytes_add_string(&n->text, judgement_title(v->held));
    bytes_add_byte(&n->text, '.');
    end_sentence(n);
}

static void note_weights(struct notes *n, const struct verdict *v)
{
    bool share = v->weighted_ship_pct != DECIMAL_UNKNOWN;
    bool score = v->weighted_score != DECIMAL_UNKNOWN;
    if (!share && !score)
        return;
    bytes_add_string(&n->text, "With the policy’s weights: ");
    if (share) {
        words_add_percent(&n->text, v->weighted_ship_pct);
        bytes_add_string(&n->text, score ? " ship, " : " ship");
    }
    if (score) {
        bytes_add_string(&n->text, "a score of ");
        words_add_number(&n->text, v->weighted_score);
    }
    bytes_add_byte(&n->text, '.');
    end_sentence(n);
}

static void note_rank(struct notes *n, const struct verdict *v)
{
    static const char *const by[] = {
        [RANK_NONE] = "",
        [RANK_WILSON] = " by the lower bound of the ship share",
        [RANK_MEAN] = " by mean score",
        [RANK_BAYES] = " by mean score, drawn to the mean of all",
        [RANK_SHIP] = " by ship share",
    };
    if (v->rank.place == 0)
        return;
    bytes_add_format(&n->text, "Place %lld", (long long)v->rank.place);
    if (v->rank.of > 0)
        bytes_add_format(&n->text, " of %lld", (long long)v->rank.of);
    bytes_add_string(&n->text, by[v->rank.by]);
    bytes_add_byte(&n->text, '.');
    end_sentence(n);
}

static void note_basis(struct notes *n, const struct verdict *v)
{
    if (v->provisional)
        note(n, "Provisional: fewer reviews than the policy asks for.");
    if (slice_is(v->basis, "stated"))
        note(n, "The verdict is the page’s own; not every review has one.");
    else if (slice_is(v->basis, "aggregate"))
        note_aggregate(n, &v->aggregate, true);
    else if (slice_is(v->basis, "none"))
        note(n, "Nothing was judged.");
    if (v->has_aggregate && !slice_is(v->basis, "aggregate"))
        note_aggregate(n, &v->aggregate, false);
    note_held(n, v);
}

static void note_disagreement(struct notes *n, const struct verdict *v)
{
    if (v->agrees != AGREEMENT_NO)
        return;
    bytes_add_string(&n->text, "The pages state ");
    if (v->stated.verdict != JUDGEMENT_UNKNOWN)
        bytes_add_string(&n->text, judgement_title(v->stated.verdict));
    else
        words_add_percent(&n->text, v->stated.ship_pct);
    bytes_add_string(&n->text, ", the reviews make it ");
    if (v->stated.verdict != JUDGEMENT_UNKNOWN)
        bytes_add_string(&n->text, judgement_title(v->verdict));
    else
        words_add_percent(&n->text, v->ship_pct);
    bytes_add_byte(&n->text, '.');
    end_sentence(n);
}

static void note_conflict(struct notes *n, const struct conflict *c)
{
    bytes_add_string(&n->text, "Pages disagree on ");
    bytes_add_slice(&n->text,
                    slice_known(c->field) ? c->field : slice_of("a field"));
    for (size_t i = 0; i < c->count; i++) {
        bytes_add_string(&n->text, i == 0 ? ": “" : ", “");
        words_add_json(&n->text, c->values[i]);
        bytes_add_string(&n->text, "”");
    }
    bytes_add_byte(&n->text, '.');
    end_sentence(n);
}

/* How a value was inferred, for readers; the word itself if it is no rule. */
static struct slice rule_words(struct slice rule)
{
    static const struct {
        const char *rule, *words;
    } rules[] = {
        {"match", "from the same review on another page"},
        {"row", "from the row on the page"},
        {"panel", "from the counts that the page states"},
        {"score", "from the score"},
        {"voice", "from the wording"},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (slice_is(rule, rules[i].rule))
            return slice_of(rules[i].words);
    return rule;
}

enum { INFERENCES_MOST = 16 };

/* So many reviews have this value by this rule. */
struct inference {
    struct slice value, rule;
    int64_t reviews;
};

struct inferences {
    struct inference items[INFERENCES_MOST];
    size_t count;
    bool more; /* than the items hold */
};

static void count_inference(struct inferences *list, struct slice value,
                            struct slice rule)
{
    for (size_t i = 0; i < list->count; i++) {
        struct inference *item = &list->items[i];
        if (slice_equal(item->value, value) && slice_equal(item->rule, rule)) {
            item->reviews++;
            return;
        }
    }
    if (list->count == INFERENCES_MOST)
        list->more = true;
    else
        list->items[list->count++] = (struct inference){value, rule, 1};
}

static void note_inferences(struct notes *n, const struct inferences *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct inference *item = &list->items[i];
        bytes_add_string(&n->text, "Inferred: ");
        bytes_add_slice(&n->text, item->value);
        bytes_add_string(&n->text, " of ");
        words_add_counted(&n->text, item->reviews, "review");
        bytes_add_string(&n->text, ", ");
        bytes_add_slice(&n->text, rule_words(item->rule));
        bytes_add_byte(&n->text, '.');
        end_sentence(n);
    }
    if (list->more)
        note(n, "Inferred: further values of its reviews.");
}

static void note_inferred(struct notes *n, const struct verdict *v)
{
    struct inferences list = {.count = 0};
    struct arena arena = {0};
    for (size_t i = 0; i < v->panel_count; i++) {
        struct slice text = v->panel[i].inferred;
        struct diag ignored;
        bool failed = false;
        if (!slice_known(text))
            continue;
        const struct json_value *object =
            json_line_read(text, NULL, 0, &arena, &failed, &ignored);
        n->text.failed = n->text.failed || failed;
        json_value_each(object, rule)
            count_inference(&list, rule->key, json_value_string(rule));
    }
    note_inferences(n, &list);
    arena_free(&arena);
}

void notes_collect(struct notes *n, const struct verdict *v, bool brief)
{
    bytes_clear(&n->text);
    if (!brief)
        note_basis(n, v);
    note_weights(n, v);
    if (!brief)
        note_rank(n, v);
    note_disagreement(n, v);
    for (size_t i = 0; i < v->conflict_count; i++)
        note_conflict(n, &v->conflicts[i]);
    note_inferred(n, v);
}

bool notes_next(const struct notes *n, size_t *at, struct slice *sentence)
{
    if (*at >= n->text.len)
        return false;
    *sentence = slice_of(n->text.at + *at);
    *at += sentence->len + 1;
    return true;
}
