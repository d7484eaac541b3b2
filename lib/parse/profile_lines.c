/* The lines of a page, each taken by one rule of a profile. */
#include "lib/parse/line_trace.h"
#include "lib/parse/profile_reading.h"

static void trace(const struct profile_reading *r, size_t line,
                  const struct profile_rule *rule)
{
    line_trace_note(
        r->page->lines, line,
        (struct line_taker){r->profile->name, rule->key, rule->line});
}

/* What takes the line is no one rule. */
static void trace_part(const struct profile_reading *r, size_t line,
                       struct slice part)
{
    line_trace_note(r->page->lines, line,
                    (struct line_taker){r->profile->name, part, 0});
}

static bool find(struct profile_reading *r, const struct profile_rule *rule,
                 size_t line)
{
    struct matcher *m = r->page->matcher;
    bool found = matcher_find(m, rule->pattern, r->page->lines->at[line].text);
    r->gave_up += matcher_gave_up(m);
    return found;
}

/*
 * Where the page breaks off, the first rule that fits tells what the line is,
 * even if nothing in it is whole: it is no text for other rules.
 */
static bool is_cut(const struct profile_reading *r, size_t line)
{
    return !r->page->lines->at[line].ended;
}

static bool may_find(struct profile_reading *r, const struct profile_rule *rule,
                     size_t line)
{
    bool may =
        is_cut(r, line) && matcher_may_find(r->page->matcher, rule->pattern,
                                            r->page->lines->at[line].text);
    if (may)
        trace(r, line, rule);
    return may;
}

void profile_close_item(struct profile_reading *r)
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
static struct profile_draft *draft_of(struct profile_reading *r,
                                      const struct profile_item *item)
{
    return item == NULL              ? &r->page_tool
           : item->kind == KIND_TOOL ? &r->item_tool
                                     : &r->item;
}

static bool take(struct profile_reading *r, struct profile_draft *draft,
                 const struct profile_rule *rule, size_t line)
{
    bool named = slice_known(draft->values[FIELD_NAME]);
    bool taken = profile_draft_take(&r->drafts, draft, rule, r->page->matcher,
                                    &r->page->lines->at[line]);
    /* An item begins with its first line; the page's tool has only a name. */
    if (draft == &r->page_tool && !named &&
        slice_known(draft->values[FIELD_NAME]))
        draft->line = line;
    return taken;
}

/* Whether the line is the end of what these rules are of. */
static bool ends(struct profile_reading *r, const struct profile_rules *end,
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

static bool begins_section(struct profile_reading *r, size_t line)
{
    for (const struct profile_section *s = r->profile->page.next; s != NULL;
         s = s->next) {
        for (const struct profile_rule *b = s->begin.first; b != NULL;
             b = b->next) {
            if (!r->page->lines->at[line].ended || !find(r, b, line))
                continue;
            take(r, &r->page_tool, b, line);
            profile_close_item(r);
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
static void take_above(struct profile_reading *r,
                       const struct profile_item *item,
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
        profile_draft_forget(draft_of(r, r->open),
                             &r->page->lines->at[line - n]);
    }
}

static bool begins_item(struct profile_reading *r, size_t line)
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
                if (!is_cut(r, line))
                    continue;
                trace(r, line, b);
                return true;
            }
            take_above(r, i, &draft, line);
            profile_close_item(r);
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

static bool takes(struct profile_reading *r, const struct profile_rules *rules,
                  const struct profile_item *item, size_t line)
{
    for (const struct profile_rule *rule = rules->first; rule != NULL;
         rule = rule->next) {
        if (!find(r, rule, line)) {
            if (may_find(r, rule, line))
                return true;
            continue;
        }
        if (!take(r, draft_of(r, item), rule, line)) {
            if (!is_cut(r, line))
                continue;
            trace(r, line, rule);
            return true;
        }
        if (!rule->drops)
            r->runs = rule->runs;
        trace(r, line, rule);
        return true;
    }
    return false;
}

static void runs_on(struct profile_reading *r, size_t line)
{
    if (r->runs == FIELD_TOTAL)
        return;
    trace_part(r, line, profile_fields[r->runs].name);
    profile_draft_add(&r->drafts, draft_of(r, r->open), r->runs,
                      &r->page->lines->at[line]);
}

static bool may_be_any(struct profile_reading *r,
                       const struct profile_rules *rules, size_t line)
{
    for (const struct profile_rule *e = rules->first; e != NULL; e = e->next)
        if (may_find(r, e, line))
            return true;
    return false;
}

/* Whether a line that the page breaks off in may be an end or a section. */
static bool may_be_border(struct profile_reading *r, size_t line)
{
    if (!is_cut(r, line))
        return false;
    bool border = may_be_any(r, &r->section->end, line) ||
                  (r->open != NULL && may_be_any(r, &r->open->end, line));
    for (const struct profile_section *s = r->profile->page.next;
         s != NULL && !border; s = s->next)
        border = may_be_any(r, &s->begin, line);
    return border;
}

void profile_give_back(struct profile_reading *r)
{
    size_t last = r->page->lines->count;
    if (last == 0 || r->open == NULL || !is_cut(r, last - 1))
        return;
    for (const struct profile_item *i = r->section->items; i != NULL;
         i = i->next)
        for (size_t n = 0; n < ABOVE_MOST && n < last - r->floor; n++) {
            if (i->above[n].first == NULL)
                continue;
            for (size_t j = 0; j <= n + 1 && j < last - r->floor; j++)
                profile_draft_forget(draft_of(r, r->open),
                                     &r->page->lines->at[last - 1 - j]);
            draft_of(r, r->open)->truncated = true;
        }
}

void profile_read_line(struct profile_reading *r, size_t line)
{
    const struct profile_section *page = &r->profile->page;
    if (r->section != page && ends(r, &r->section->end, &r->page_tool, line)) {
        profile_close_item(r);
        r->section = page;
        r->has_item_tool = false;
        r->runs = FIELD_TOTAL;
        return;
    }
    if (begins_section(r, line) || begins_item(r, line) ||
        may_be_border(r, line))
        return;
    if (r->open != NULL && ends(r, &r->open->end, draft_of(r, r->open), line)) {
        profile_close_item(r);
        return;
    }
    if ((r->open != NULL && takes(r, &r->open->rules, r->open, line)) ||
        (r->section != page && takes(r, &r->section->rules, NULL, line)) ||
        takes(r, &page->rules, NULL, line))
        return;
    runs_on(r, line);
}
