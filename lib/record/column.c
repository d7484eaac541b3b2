#include "lib/record/column.h"

#include "lib/base/decimal.h"
#include "lib/record/parts.h"

struct slice decision_field_title(enum decision_field field)
{
    static const struct slice titles[DECISION_FIELDS] = {
        [DECISION_PANEL] = SLICE("Panel verdict"),
        [DECISION_SCORE] = SLICE("Score"),
        [DECISION_COMMUNITY] = SLICE("Community"),
        [DECISION_PRICING] = SLICE("Pricing"),
        [DECISION_BEST_FOR] = SLICE("Best for"),
        [DECISION_CATEGORY] = SLICE("Category"),
    };
    return titles[field];
}

/* A text is written into `json` and moved to the arena. */
struct making {
    struct arena *arena;
    struct bytes json, words;
    bool failed;
};

static struct slice keep(struct making *m)
{
    struct slice kept = arena_copy(m->arena, bytes_slice(&m->json), &m->failed);
    m->failed = m->failed || m->json.failed;
    bytes_clear(&m->json);
    return kept;
}

static struct slice keep_string(struct making *m, struct slice s)
{
    struct json_writer w = {.out = &m->json};
    json_write_string(&w, s);
    return keep(m);
}

/* What stands between the quotation marks of a string. */
static struct slice keep_inside(struct making *m, struct slice s)
{
    struct slice string = keep_string(m, s);
    return m->failed ? string : slice_from(string.at + 1, string.len - 2);
}

static void add_panel(struct bytes *out, const struct verdict *v)
{
    if (v->verdict != JUDGEMENT_UNKNOWN)
        verdict_add_panel_words(out, v);
}

static void add_score(struct bytes *out, const struct verdict *v)
{
    const struct score_summary *s = &v->score;
    if (s->mean != DECIMAL_UNKNOWN && s->min != DECIMAL_UNKNOWN &&
        s->max != DECIMAL_UNKNOWN)
        verdict_add_score_words(out, v);
}

/* Words that say nothing are not known. */
static struct slice keep_words(struct making *m,
                               void (*add)(struct bytes *,
                                           const struct verdict *),
                               const struct verdict *v)
{
    static const struct slice unknown = {NULL, 0};
    bytes_clear(&m->words);
    add(&m->words, v);
    m->failed = m->failed || m->words.failed;
    return keep_string(m, m->words.len == 0 ? unknown : bytes_slice(&m->words));
}

static void make_decision(struct making *m, struct column *c,
                          const struct verdict *v)
{
    c->words[DECISION_PANEL] = keep_words(m, add_panel, v);
    c->words[DECISION_SCORE] = keep_words(m, add_score, v);
    c->words[DECISION_COMMUNITY] =
        keep_words(m, verdict_add_community_words, v);
    c->words[DECISION_PRICING] = keep_string(m, v->pricing);
    c->words[DECISION_BEST_FOR] = keep_string(m, v->tagline);
    c->words[DECISION_CATEGORY] = keep_string(m, v->category);
    for (int i = 0; i < DECISION_FIELDS; i++)
        c->numbers[i] = DECIMAL_UNKNOWN;
    c->numbers[DECISION_PANEL] = v->ship_pct;
    c->numbers[DECISION_SCORE] = v->score.mean;
    c->numbers[DECISION_COMMUNITY] = v->community.ship_pct;
}

static struct slice keep_cell(struct making *m, const struct panel_review *r,
                              bool brief)
{
    struct json_writer w = {.out = &m->json};
    json_write_open(&w, '{');
    write_decimal(&w, "score", r->score);
    write_judgement(&w, "verdict", r->verdict);
    if (!brief)
        write_string(&w, "text", r->text);
    if (slice_known(r->inferred)) {
        json_write_key(&w, "inferred");
        json_write_raw(&w, r->inferred);
    }
    json_write_close(&w, '}');
    return keep(m);
}

static void make_panel(struct making *m, struct column *c,
                       const struct verdict *v, bool brief)
{
    c->panel = arena_array(m->arena, v->panel_count, sizeof *c->panel);
    m->failed = m->failed || c->panel == NULL;
    if (m->failed)
        return;
    c->panel_count = v->panel_count;
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *r = &v->panel[i];
        c->panel[i] = (struct column_review){
            .reviewer = keep_string(m, r->reviewer),
            .cell = keep_cell(m, r, brief),
            .score = r->score,
            .verdict = r->verdict,
        };
    }
}

bool column_make(struct column *column, const struct verdict *v, bool brief,
                 struct arena *arena)
{
    struct making m = {.arena = arena};
    struct json_writer w = {.out = &m.json};
    *column = (struct column){0};
    verdict_write(&w, v, VERDICT_INSIDE);
    column->verdict = keep(&m);
    column->name = keep_inside(&m, verdict_name(v));
    column->key = keep_inside(&m, v->tool);
    make_decision(&m, column, v);
    make_panel(&m, column, v, brief);
    bytes_free(&m.json);
    bytes_free(&m.words);
    return !m.failed;
}
