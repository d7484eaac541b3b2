#include "lib/parse/line_trace.h"
#include "lib/parse/profile_reading.h"

struct slice profile_misfit(const struct profile *p,
                            const struct profile_page *page)
{
    const struct slice none = {NULL, 0};
    const struct profile_rule *rule = p->match_url.first;
    if (rule != NULL && slice_known(page->page->url)) {
        while (rule != NULL &&
               !matcher_find(page->matcher, rule->pattern, page->page->url))
            rule = rule->next;
        if (rule == NULL)
            return p->match_url.first->key;
    }
    if (p->match_text.first == NULL)
        return none;
    for (size_t i = 0; i < page->lines->count; i++)
        for (rule = p->match_text.first; rule != NULL; rule = rule->next)
            if (matcher_find(page->matcher, rule->pattern,
                             page->lines->at[i].text))
                return none;
    return p->match_text.first->key;
}

/* The groups of match.url tell of the page's tool. */
static void take_matches(struct profile_reading *r)
{
    const struct profile_page *page = r->page;
    struct page_line address = {.text = page->page->url, .ended = true};
    for (const struct profile_rule *rule = r->profile->match_url.first;
         rule != NULL && slice_known(address.text); rule = rule->next)
        if (rule->bind_count != 0 &&
            matcher_find(page->matcher, rule->pattern, address.text))
            profile_draft_take(&r->drafts, &r->page_tool, rule, page->matcher,
                               &address);
}

static void tell(const struct profile_reading *r, size_t count,
                 const char *what, struct slice first)
{
    struct diag d;
    if (count == 0)
        return;
    struct slice name = r->profile->name;
    diag_set(&d, r->page->page->name, 0, 0, "profile %.*s: %s: %zu%s%.*s%s",
             (int)name.len, name.at, what, count,
             slice_known(first) ? ", the first '" : "",
             (int)(first.len < 60 ? first.len : 60),
             slice_known(first) ? first.at : "", slice_known(first) ? "'" : "");
    listener_tell(r->page->listener, &d);
}

static void tell_oddities(const struct profile_reading *r)
{
    const struct profile_oddities *o = &r->drafts.oddities;
    const struct slice none = {NULL, 0};
    tell(r, o->words, "verdict words that it does not map", o->first_word);
    tell(r, o->ratings, "scores that are no number", o->first_rating);
    tell(r, o->empty, "items that say nothing", none);
    tell(r, o->unnamed, "tools without a name", none);
    tell(r, r->gave_up, "searches given up as too long", none);
}

/* Reviews that came before the page's only tool was named. */
static void place_reviews(struct profile_reading *r, size_t first)
{
    struct page_records *records = r->page->records;
    if (r->page_tool.tool == NO_TOOL || r->has_item_tool)
        return;
    for (size_t i = first; i < records->review_count; i++) {
        struct page_review *review = &records->reviews[i];
        if (review->tool != NO_TOOL || slice_known(review->record.tagline))
            continue;
        review->tool = r->page_tool.tool;
        review->record.col = (int64_t)review->tool;
    }
}

bool profile_read(const struct profile *p, const struct profile_page *page,
                  size_t *vain)
{
    struct page_records *records = page->records;
    size_t tools = records->tool_count, reviews = records->review_count;
    struct profile_reading *r = arena_array(records->arena, 1, sizeof *r);
    if (r == NULL) {
        records->no_memory = true;
        return false;
    }
    *r = (struct profile_reading){
        .profile = p,
        .page = page,
        .drafts = {.profile = p, .lines = page->lines, .records = records},
        .section = &p->page,
        .runs = FIELD_TOTAL};
    profile_draft_begin(&r->page_tool, KIND_TOOL, 0);
    take_matches(r);
    for (size_t i = 0; i < page->lines->count && !records->no_memory; i++)
        profile_read_line(r, i);
    profile_give_back(r);
    profile_close_item(r);
    if (slice_known(r->page_tool.values[FIELD_NAME]))
        profile_draft_finish(&r->drafts, &r->page_tool, &r->page_tool);
    place_reviews(r, reviews);
    table_free(&r->drafts.named);
    bool any = records->tool_count != tools || records->review_count != reviews;
    if (any || !p->has_form)
        line_trace_tell(page->lines, p->name, page->page, page->listener);
    if (any || page->lines->takers != NULL)
        tell_oddities(r);
    *vain = r->drafts.oddities.empty + r->drafts.oddities.unnamed;
    return any;
}
