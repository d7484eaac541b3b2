/* From what the rules of a profile took to records. */
#include "lib/parse/profile_draft.h"
#include "lib/parse/quote.h"
#include "lib/parse/rating.h"

static struct slice join(struct profile_drafts *d,
                         const struct profile_parts *parts)
{
    if (parts->count <= 1)
        return parts->count == 0 ? slice_from(NULL, 0) : parts->at[0];
    struct bytes joined = {0};
    for (size_t i = 0; i < parts->count; i++) {
        if (i != 0)
            bytes_add_byte(&joined, ' ');
        bytes_add_slice(&joined, parts->at[i]);
    }
    return arena_keep(d->records->arena, &joined, &d->records->no_memory);
}

static enum judgement verdict_of(struct profile_drafts *d, struct slice word)
{
    if (!slice_known(word))
        return JUDGEMENT_UNKNOWN;
    enum judgement verdict = profile_judge(d->profile, word);
    if (verdict == JUDGEMENT_UNKNOWN && d->oddities.words++ == 0)
        d->oddities.first_word = word;
    return verdict;
}

/* A rating on the scale that the text, the best or the profile gives it. */
static bool rating_of(struct profile_drafts *d,
                      const struct profile_draft *draft, struct rating *r)
{
    const struct profile *p = d->profile;
    struct slice text = draft->values[FIELD_SCORE];
    struct slice best = draft->values[FIELD_BEST];
    if (!slice_known(text))
        return false;
    if (!rating_read(text, r)) {
        if (d->oddities.ratings++ == 0)
            d->oddities.first_rating = text;
        return false;
    }
    if (slice_known(best) && r->best == DECIMAL_UNKNOWN)
        r->best = rating_read_number(best);
    if (p->best != DECIMAL_UNKNOWN && r->best == DECIMAL_UNKNOWN)
        r->best = p->best;
    if (p->best != DECIMAL_UNKNOWN && r->best == p->best &&
        r->worst == DECIMAL_UNKNOWN)
        r->worst = p->worst;
    rating_complete(r);
    return true;
}

static void set_source(const struct profile_drafts *d,
                       const struct profile_draft *draft,
                       struct record_source *source)
{
    if (d->lines->count == 0)
        return;
    source->line = (int64_t)line_number(d->lines, draft->line);
    source->offset = (int64_t)d->lines->at[draft->line].offset;
    source->syntax = d->profile->syntax;
}

/* The tool of this name, which is added when it is not there yet. */
static size_t named_tool(struct profile_drafts *d, struct profile_draft *draft)
{
    struct slice name = draft->values[FIELD_NAME];
    struct slice tagline = draft->values[FIELD_TAGLINE];
    struct bytes made = {0};
    bytes_add_slice(&made, name);
    bytes_add_byte(&made, '\0');
    bytes_add_slice(&made, tagline);
    bool *failed = &d->records->no_memory, added = false;
    struct slice key = arena_keep(d->records->arena, &made, failed);
    size_t *tool =
        *failed ? NULL
                : table_add(&d->named, key, d->records->tool_count, &added);
    if (tool == NULL) {
        *failed = true;
        return NO_TOOL;
    }
    if (!added)
        return *tool;
    struct tool_record *t = page_records_add_tool(d->records);
    if (t == NULL) {
        *tool = NO_TOOL;
        return NO_TOOL;
    }
    t->name = name;
    t->tagline = tagline;
    t->category = draft->values[FIELD_CATEGORY];
    set_source(d, draft, &t->source);
    return *tool;
}

static void keep_first(struct slice *to, struct slice value)
{
    if (!slice_known(*to))
        *to = value;
}

static void keep_first_count(int64_t *to, struct slice value)
{
    if (*to < 0 && slice_known(value))
        *to = rating_read_count(value);
}

static void keep_first_share(int64_t *to, struct slice value)
{
    int64_t share =
        slice_known(value) ? rating_read_number(value) : DECIMAL_UNKNOWN;
    if (*to == DECIMAL_UNKNOWN && share >= 0 && share <= 100 * 100)
        *to = share;
}

static void finish_tool(struct profile_drafts *d, struct profile_draft *draft)
{
    const struct slice *v = draft->values;
    if (!slice_known(v[FIELD_NAME])) {
        d->oddities.unnamed++;
        return;
    }
    if (draft->tool == NO_TOOL)
        draft->tool = named_tool(d, draft);
    if (draft->tool == NO_TOOL)
        return;
    struct tool_record *t = &d->records->tools[draft->tool];
    keep_first(&t->tagline, v[FIELD_TAGLINE]);
    keep_first(&t->category, v[FIELD_CATEGORY]);
    keep_first(&t->description, join(d, &draft->parts[FIELD_DESCRIPTION]));
    keep_first(&t->entry, v[FIELD_ENTRY]);
    keep_first(&t->pricing, v[FIELD_PRICING]);
    keep_first(&t->slug, v[FIELD_SLUG]);
    keep_first(&t->url, v[FIELD_URL]);
    keep_first(&t->reviewed, v[FIELD_REVIEWED]);
    keep_first(&t->brand, v[FIELD_BRAND]);
    if (t->stated.verdict == JUDGEMENT_UNKNOWN)
        t->stated.verdict = verdict_of(d, v[FIELD_VERDICT]);
    keep_first_count(&t->stated.ship, v[FIELD_SHIP]);
    keep_first_count(&t->stated.skip, v[FIELD_SKIP]);
    keep_first_share(&t->stated.ship_pct, v[FIELD_SHIP_PCT]);
    keep_first_count(&t->community_votes, v[FIELD_VOTES]);
    keep_first_share(&t->community_ship_pct, v[FIELD_COMMUNITY]);
    struct rating r;
    if (!t->has_aggregate && rating_of(d, draft, &r)) {
        t->has_aggregate = true;
        t->aggregate = (struct aggregate){r.value, r.best, r.worst, -1};
        keep_first_count(&t->aggregate.count, v[FIELD_COUNT]);
    }
    t->truncated = t->truncated || draft->truncated;
}

static bool says_nothing(const struct profile_draft *draft)
{
    static const enum profile_field saying[] = {FIELD_SCORE, FIELD_VERDICT,
                                                FIELD_TITLE};
    static const enum profile_field many[] = {FIELD_TEXT, FIELD_PROS,
                                              FIELD_CONS};
    for (size_t i = 0; i < 3; i++)
        if (slice_known(draft->values[saying[i]]) ||
            draft->parts[many[i]].count != 0)
            return false;
    return true;
}

/* What a review is of, the tool at hand being `tool`. */
static size_t tool_of_review(struct profile_drafts *d,
                             struct profile_draft *draft,
                             struct profile_draft *tool)
{
    if (slice_known(draft->values[FIELD_NAME]))
        return named_tool(d, draft);
    if (slice_known(draft->values[FIELD_TAGLINE]))
        return NO_TOOL;
    if (tool->tool == NO_TOOL && slice_known(tool->values[FIELD_NAME]))
        tool->tool = named_tool(d, tool);
    return tool->tool;
}

static void finish_review(struct profile_drafts *d, struct profile_draft *draft,
                          struct profile_draft *tool)
{
    const struct slice *v = draft->values;
    if (says_nothing(draft)) {
        d->oddities.empty++;
        return;
    }
    size_t of = tool_of_review(d, draft, tool);
    struct page_review *r = page_records_add_review(d->records);
    if (r == NULL)
        return;
    r->tool = of;
    if (of == NO_TOOL)
        r->record.tagline = v[FIELD_TAGLINE];
    else
        r->record.col = (int64_t)of;
    r->record.row = (int64_t)d->records->review_count - 1;
    r->record.reviewer = v[FIELD_REVIEWER];
    r->record.verdict = verdict_of(d, v[FIELD_VERDICT]);
    r->record.text = join(d, &draft->parts[FIELD_TEXT]);
    if (slice_known(r->record.text) && !draft->truncated)
        r->record.text = quote_inside(r->record.text);
    if (rating_of(d, draft, &r->record.rating)) {
        r->record.score = rating_score(&r->record.rating);
        r->record.has_rating = !rating_is_score(&r->record.rating);
    }
    r->record.title = v[FIELD_TITLE];
    r->record.date = v[FIELD_DATE];
    r->record.pros = draft->parts[FIELD_PROS].at;
    r->record.pro_count = draft->parts[FIELD_PROS].count;
    r->record.cons = draft->parts[FIELD_CONS].at;
    r->record.con_count = draft->parts[FIELD_CONS].count;
    keep_first_count(&r->record.helpful, v[FIELD_HELPFUL]);
    r->record.truncated = draft->truncated;
    set_source(d, draft, &r->record.source);
}

void profile_draft_finish(struct profile_drafts *d, struct profile_draft *draft,
                          struct profile_draft *tool)
{
    if (draft->kind == KIND_TOOL)
        finish_tool(d, draft);
    else
        finish_review(d, draft, tool);
}
