/*
 * Pages by profiles: line by line, each taken by the first rule that has
 * something new to say by it.
 */
#include "lib/parse/profile.h"

#include "lib/parse/profile_draft.h"

struct reading {
    const struct profile *profile;
    const struct profile_page *page;
    struct profile_drafts drafts;
    struct profile_draft page_tool, item_tool, item;
    const struct profile_section *section;
    const struct profile_item *open; /* NULL: no item is open */
    enum profile_field runs;         /* whose lines come; FIELD_TOTAL: none */
    bool has_item_tool;
    size_t floor;   /* lines before it are not above any item */
    size_t gave_up; /* searches that ended at a limit */
};

bool profile_fits(const struct profile *p, const struct profile_page *page)
{
    const struct profile_rule *rule = p->match_url.first;
    if (rule != NULL && slice_known(page->page->url)) {
        while (rule != NULL &&
               !matcher_find(page->matcher, rule->pattern, page->page->url))
            rule = rule->next;
        if (rule == NULL)
            return false;
    }
    if (p->match_text.first == NULL)
        return true;
    for (size_t i = 0; i < page->lines->count; i++)
        for (rule = p->match_text.first; rule != NULL; rule = rule->next)
            if (matcher_find(page->matcher, rule->pattern,
                             page->lines->at[i].text))
                return true;
    return false;
}

static void trace(const struct reading *r, size_t line,
                  const struct profile_rule *rule)
{
    struct diag d;
    if (!r->page->trace)
        return;
    const struct slice name = r->profile->name;
    if (rule == NULL)
        diag_set(&d, r->page->page->name, r->page->lines->at[line].number, 0,
                 "%.*s: no rule", (int)name.len, name.at);
    else
        diag_set(&d, r->page->page->name, r->page->lines->at[line].number, 0,
                 "%.*s:%zu: %.*s", (int)name.len, name.at, rule->line,
                 (int)rule->key.len, rule->key.at);
    listener_tell(r->page->listener, &d);
}

static bool find(struct reading *r, const struct profile_rule *rule,
                 size_t line)
{
    struct matcher *m = r->page->matcher;
    bool found = matcher_find(m, rule->pattern, r->page->lines->at[line].text);
    r->gave_up += matcher_gave_up(m);
    return found;
}

static void close_item(struct reading *r)
{
    if (r->open == NULL)
        return;
    bool tool = r->open->kind == KIND_TOOL;
    profile_draft_finish(&r->drafts, tool ? &r->item_tool : &r->item,
                         r->has_item_tool ? &r->item_tool : &r->page_tool);
    r->open = NULL;
    r->runs = FIELD_TOTAL;
}

/* What the rules of the place at hand fill. */
static struct profile_draft *draft_of(struct reading *r,
                                      const struct profile_item *item)
{
    return item == NULL              ? &r->page_tool
           : item->kind == KIND_TOOL ? &r->item_tool
                                     : &r->item;
}

static bool take(struct reading *r, struct profile_draft *draft,
                 const struct profile_rule *rule, size_t line)
{
    return profile_draft_take(&r->drafts, draft, rule, r->page->matcher,
                              &r->page->lines->at[line]);
}

/* Whether the line is the end of what these rules are of. */
static bool ends(struct reading *r, const struct profile_rules *end,
                 struct profile_draft *draft, size_t line)
{
    for (const struct profile_rule *e = end->first; e != NULL; e = e->next) {
        if (!r->page->lines->at[line].ended || !find(r, e, line))
            continue;
        take(r, draft, e, line);
        trace(r, line, e);
        return true;
    }
    return false;
}

static bool begins_section(struct reading *r, size_t line)
{
    for (const struct profile_section *s = r->profile->page.next; s != NULL;
         s = s->next) {
        for (const struct profile_rule *b = s->begin.first; b != NULL;
             b = b->next) {
            if (!r->page->lines->at[line].ended || !find(r, b, line))
                continue;
            take(r, &r->page_tool, b, line);
            close_item(r);
            r->has_item_tool = false;
            trace(r, line, b);
            r->section = s;
            r->floor = line + 1;
            return true;
        }
    }
    return false;
}

/* What stands above the line that an item begins with. */
static void take_above(struct reading *r, const struct profile_item *item,
                       struct profile_draft *draft, size_t line)
{
    for (size_t n = 1; n <= ABOVE_MOST && n <= line - r->floor; n++) {
        const struct profile_rule *rule = item->above[n - 1].first;
        while (rule != NULL &&
               !(find(r, rule, line - n) && take(r, draft, rule, line - n)))
            rule = rule->next;
        if (rule == NULL)
            continue;
        draft->line = line - n;
        trace(r, line - n, rule);
        if (r->open != NULL)
            profile_draft_forget(draft_of(r, r->open),
                                 &r->page->lines->at[line - n]);
    }
}

/*
 * Where the page breaks off, the first rule that fits tells what the line is,
 * even if nothing in it is whole: it is no text for other rules.
 */
static bool is_cut(const struct reading *r, size_t line)
{
    return !r->page->lines->at[line].ended;
}

static bool begins_item(struct reading *r, size_t line)
{
    for (const struct profile_item *i = r->section->items; i != NULL;
         i = i->next) {
        for (const struct profile_rule *b = i->begin.first; b != NULL;
             b = b->next) {
            struct profile_draft draft;
            profile_draft_begin(&draft, i->kind, line);
            if (!find(r, b, line))
                continue;
            if (!take(r, &draft, b, line)) {
                if (is_cut(r, line))
                    return true;
                continue;
            }
            take_above(r, i, &draft, line);
            close_item(r);
            r->floor = line + 1;
            r->has_item_tool = r->has_item_tool || i->kind == KIND_TOOL;
            r->open = i;
            *draft_of(r, i) = draft;
            trace(r, line, b);
            return true;
        }
    }
    return false;
}

static bool takes(struct reading *r, const struct profile_rules *rules,
                  const struct profile_item *item, size_t line)
{
    for (const struct profile_rule *rule = rules->first; rule != NULL;
         rule = rule->next) {
        if (!find(r, rule, line))
            continue;
        if (!take(r, draft_of(r, item), rule, line)) {
            if (is_cut(r, line))
                return true;
            continue;
        }
        if (!rule->drops)
            r->runs = rule->runs;
        trace(r, line, rule);
        return true;
    }
    return false;
}

static bool runs_on(struct reading *r, size_t line)
{
    if (r->runs == FIELD_TOTAL)
        return false;
    profile_draft_add(&r->drafts, draft_of(r, r->open), r->runs,
                      &r->page->lines->at[line]);
    return true;
}

static void read_line(struct reading *r, size_t line)
{
    const struct profile_section *page = &r->profile->page;
    if (r->section != page && ends(r, &r->section->end, &r->page_tool, line)) {
        close_item(r);
        r->section = page;
        r->has_item_tool = false;
        r->runs = FIELD_TOTAL;
        return;
    }
    if (begins_section(r, line) || begins_item(r, line))
        return;
    if (r->open != NULL && ends(r, &r->open->end, draft_of(r, r->open), line)) {
        close_item(r);
        return;
    }
    if ((r->open != NULL && takes(r, &r->open->rules, r->open, line)) ||
        (r->section != page && takes(r, &r->section->rules, NULL, line)) ||
        takes(r, &page->rules, NULL, line) || runs_on(r, line))
        return;
    trace(r, line, NULL);
}

/* The groups of match.url tell of the page's tool. */
static void take_matches(struct reading *r)
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

static void tell(const struct reading *r, size_t count, const char *what,
                 struct slice first)
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

static void tell_oddities(const struct reading *r)
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
static void place_reviews(struct reading *r, size_t first)
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

bool profile_read(const struct profile *p, const struct profile_page *page)
{
    struct page_records *records = page->records;
    size_t tools = records->tool_count, reviews = records->review_count;
    struct reading *r = arena_array(records->arena, 1, sizeof *r);
    if (r == NULL) {
        records->no_memory = true;
        return false;
    }
    *r = (struct reading){
        .profile = p,
        .page = page,
        .drafts = {.profile = p, .lines = page->lines, .records = records},
        .section = &p->page,
        .runs = FIELD_TOTAL};
    profile_draft_begin(&r->page_tool, KIND_TOOL, 0);
    take_matches(r);
    for (size_t i = 0; i < page->lines->count && !records->no_memory; i++)
        read_line(r, i);
    close_item(r);
    if (slice_known(r->page_tool.values[FIELD_NAME]))
        profile_draft_finish(&r->drafts, &r->page_tool, &r->page_tool);
    place_reviews(r, reviews);
    table_free(&r->drafts.named);
    bool any = records->tool_count != tools || records->review_count != reviews;
    if (any || page->trace)
        tell_oddities(r);
    return any;
}
