#include "lib/parse/profile_rules.h"

#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/parse/verdict_word.h"

#define BOTH (OF_TOOL | OF_REVIEW)

const struct profile_field_facts profile_fields[FIELD_TOTAL] = {
    [FIELD_NAME] = {SLICE("name"), BOTH, false},
    [FIELD_TAGLINE] = {SLICE("tagline"), BOTH, false},
    [FIELD_CATEGORY] = {SLICE("category"), BOTH, false},
    [FIELD_DESCRIPTION] = {SLICE("description"), OF_TOOL, true},
    [FIELD_ENTRY] = {SLICE("entry"), OF_TOOL, false},
    [FIELD_PRICING] = {SLICE("pricing"), OF_TOOL, false},
    [FIELD_SLUG] = {SLICE("slug"), OF_TOOL, false},
    [FIELD_URL] = {SLICE("url"), OF_TOOL, false},
    [FIELD_REVIEWED] = {SLICE("reviewed"), OF_TOOL, false},
    [FIELD_BRAND] = {SLICE("brand"), OF_TOOL, false},
    [FIELD_COUNT] = {SLICE("count"), OF_TOOL, false},
    [FIELD_SHIP] = {SLICE("ship"), OF_TOOL, false},
    [FIELD_SKIP] = {SLICE("skip"), OF_TOOL, false},
    [FIELD_SHIP_PCT] = {SLICE("ship_pct"), OF_TOOL, false},
    [FIELD_VOTES] = {SLICE("votes"), OF_TOOL, false},
    [FIELD_COMMUNITY] = {SLICE("community"), OF_TOOL, false},
    [FIELD_SCORE] = {SLICE("score"), BOTH, false},
    [FIELD_BEST] = {SLICE("best"), BOTH, false},
    [FIELD_VERDICT] = {SLICE("verdict"), BOTH, false},
    [FIELD_REVIEWER] = {SLICE("reviewer"), OF_REVIEW, false},
    [FIELD_TEXT] = {SLICE("text"), OF_REVIEW, true},
    [FIELD_TITLE] = {SLICE("title"), OF_REVIEW, false},
    [FIELD_DATE] = {SLICE("date"), OF_REVIEW, false},
    [FIELD_PROS] = {SLICE("pros"), OF_REVIEW, true},
    [FIELD_CONS] = {SLICE("cons"), OF_REVIEW, true},
    [FIELD_HELPFUL] = {SLICE("helpful"), OF_REVIEW, false},
};

#define NEEDS_NONE                                                             \
    {                                                                          \
        FIELD_TOTAL, FIELD_TOTAL                                               \
    }
#define NEEDS(field)                                                           \
    {                                                                          \
        (field), FIELD_TOTAL                                                   \
    }

const struct form_facts form_patterns[FORM_TOTAL] = {
    [FORM_SCORE] = {SLICE("score"), 120, {FIELD_SCORE, FIELD_VERDICT}},
    [FORM_PERCENTAGE] = {SLICE("percentage"), 120, NEEDS(FIELD_SHIP_PCT)},
    [FORM_PANEL] = {SLICE("panel"), 120, {FIELD_SHIP, FIELD_SKIP}},
    [FORM_NO_VOTES] = {SLICE("no-votes"), 120, NEEDS_NONE},
    [FORM_SHARE] = {SLICE("share"), 120, NEEDS(FIELD_COMMUNITY)},
    [FORM_VOTES] = {SLICE("votes"), 120, NEEDS(FIELD_VOTES)},
    [FORM_PRICE] = {SLICE("price"), 1000, {FIELD_PRICING, FIELD_REVIEWED}},
    [FORM_DATE] = {SLICE("date"), 120, NEEDS(FIELD_REVIEWED)},
    [FORM_VISIT] = {SLICE("visit"), 1000, NEEDS(FIELD_URL)},
    [FORM_VERDICT] = {SLICE("verdict"), 120, NEEDS(FIELD_VERDICT)},
    [FORM_SHIPS] = {SLICE("ships"), 120, NEEDS(FIELD_SHIP)},
    [FORM_SKIPS] = {SLICE("skips"), 120, NEEDS(FIELD_SKIP)},
    [FORM_SHARED] = {SLICE("shared"), 1000, NEEDS(FIELD_VERDICT)},
    [FORM_LIST] = {SLICE("list"), 1000, NEEDS_NONE},
    [FORM_CRUMB] = {SLICE("crumb"), 1000, NEEDS_NONE},
    [FORM_TOOL_CRUMB] = {SLICE("tool-crumb"), 1000, NEEDS_NONE},
    [FORM_ARTICLE] = {SLICE("article"), 1000, NEEDS_NONE},
    [FORM_HEADER] = {SLICE("header"), 120, NEEDS_NONE},
    [FORM_VERSUS] = {SLICE("versus"), 120, NEEDS_NONE},
    [FORM_BADGE] = {SLICE("badge"), 120, NEEDS_NONE},
    [FORM_PANEL_LABEL] = {SLICE("label.panel"), 120, NEEDS_NONE},
    [FORM_COMMUNITY_LABEL] = {SLICE("label.community"), 120, NEEDS_NONE},
    [FORM_ENTRY_LABEL] = {SLICE("label.entry"), 120, NEEDS_NONE},
    [FORM_DECISION] = {SLICE("decision"), 120, NEEDS_NONE},
    [FORM_PANEL_ROW] = {SLICE("row.panel"), 120, NEEDS_NONE},
    [FORM_COMMUNITY_ROW] = {SLICE("row.community"), 120, NEEDS_NONE},
    [FORM_PRICING_ROW] = {SLICE("row.pricing"), 120, NEEDS_NONE},
    [FORM_BEST_FOR_ROW] = {SLICE("row.best-for"), 120, NEEDS_NONE},
    [FORM_CATEGORY_ROW] = {SLICE("row.category"), 120, NEEDS_NONE},
    [FORM_SCORECARD] = {SLICE("scorecard"), 120, NEEDS_NONE},
    [FORM_TAKE] = {SLICE("take"), 120, NEEDS_NONE},
    [FORM_PRICE_LABEL] = {SLICE("label.price"), 120, NEEDS_NONE},
    [FORM_DATE_LABEL] = {SLICE("label.date"), 120, NEEDS_NONE},
    [FORM_VERDICT_LABEL] = {SLICE("label.verdict"), 120, NEEDS_NONE},
    [FORM_SHARE_LABEL] = {SLICE("label.share"), 120, NEEDS_NONE},
    [FORM_FOOTER] = {SLICE("footer"), 120, NEEDS_NONE},
};

enum profile_field profile_field_find(struct slice name)
{
    for (int i = 0; i < FIELD_TOTAL; i++)
        if (slice_equal(profile_fields[i].name, name))
            return (enum profile_field)i;
    return FIELD_TOTAL;
}

void profile_add_word(struct bytes *out, struct slice word)
{
    size_t before = out->len;
    text_add_slug(out, word);
    if (out->len == before)
        bytes_add_slice(out, word);
}

enum judgement profile_judge(const struct profile *p, struct slice word)
{
    struct bytes made = {0};
    const struct profile_word *w = p->words;
    if (w == NULL)
        return verdict_word_read(word);
    profile_add_word(&made, word);
    while (w != NULL && !slice_equal(w->word, bytes_slice(&made)))
        w = w->next;
    bytes_free(&made);
    return w != NULL ? w->verdict : verdict_word_read(word);
}

struct slice profile_rule_value(const struct profile_rule *rule,
                                const struct matcher *m,
                                enum profile_field field)
{
    for (size_t i = 0; i < rule->bind_count; i++) {
        struct slice value = {NULL, 0};
        if (rule->binds[i].field == field)
            value = matcher_group(m, rule->binds[i].group);
        if (slice_known(value))
            return value;
    }
    return slice_from(NULL, 0);
}

static void free_rules(const struct profile_rules *rules)
{
    for (const struct profile_rule *r = rules->first; r != NULL; r = r->next)
        pattern_free(r->pattern);
}

void profile_free(struct profile *p)
{
    if (p == NULL)
        return;
    free_rules(&p->match_url);
    free_rules(&p->match_text);
    for (int i = 0; i < FORM_TOTAL; i++)
        if (p->form[i] != NULL)
            pattern_free(p->form[i]->pattern);
    for (const struct profile_section *s = &p->page; s != NULL; s = s->next) {
        free_rules(&s->begin);
        free_rules(&s->end);
        free_rules(&s->rules);
        for (const struct profile_item *i = s->items; i != NULL; i = i->next) {
            free_rules(&i->begin);
            free_rules(&i->end);
            free_rules(&i->rules);
            for (int n = 0; n < ABOVE_MOST; n++)
                free_rules(&i->above[n]);
        }
    }
    arena_free(&p->arena);
    free(p);
}

struct slice profile_name(const struct profile *p)
{
    return p->name;
}

struct slice profile_syntax(const struct profile *p)
{
    return p->syntax;
}

bool profile_has_form(const struct profile *p)
{
    return p->has_form;
}
