#include "lib/parse/profile_load.h"

#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/parse/rating.h"

enum { PROFILE_MOST = 256 * 1024, NAME_MOST = 64 };

/* Tells of a fault that *d has. */
static void tell(struct profile_loading *l, const struct diag *d)
{
    l->faults++;
    listener_tell(l->listener, d);
}

void profile_fault(struct profile_loading *l, const char *at,
                   const char *format, ...)
{
    struct diag d;
    va_list list;
    va_start(list, format);
    diag_set_list(&d, l->source, l->line, (size_t)(at - l->text.at) + 1, format,
                  list);
    va_end(list);
    tell(l, &d);
}

static void *allocate(struct profile_loading *l, size_t size)
{
    void *made = arena_array(&l->profile->arena, 1, size);
    l->no_memory = l->no_memory || made == NULL;
    return made;
}

static void open_section(struct profile_loading *l, struct slice name)
{
    struct profile_section *section = allocate(l, sizeof *section);
    if (section == NULL)
        return;
    section->name = arena_copy(&l->profile->arena, name, &l->no_memory);
    section->line = l->line;
    l->profile->last_section->next = section;
    l->profile->last_section = l->section = section;
    l->place = PLACE_SECTION;
}

static void open_item(struct profile_loading *l)
{
    struct profile_item *item = allocate(l, sizeof *item);
    if (item == NULL)
        return;
    item->line = l->line;
    if (l->section->items == NULL)
        l->section->items = item;
    else
        l->section->last_item->next = item;
    l->section->last_item = l->item = item;
    l->item_has_rules = false;
    l->place = PLACE_ITEM;
}

/* What stands without a begin would never be found. */
static void check_begins(struct profile_loading *l)
{
    struct diag d;
    for (const struct profile_section *s = &l->profile->page; s != NULL;
         s = s->next) {
        if (s != &l->profile->page && s->begin.first == NULL) {
            diag_set(&d, l->source, s->line, 1, "section '%.*s' has no begin",
                     (int)s->name.len, s->name.at);
            tell(l, &d);
        }
        for (const struct profile_item *i = s->items; i != NULL; i = i->next) {
            if (i->begin.first != NULL)
                continue;
            diag_set(&d, l->source, i->line, 1, "the item has no begin");
            tell(l, &d);
        }
    }
}

static bool states_name(const struct profile_rules *rules)
{
    for (const struct profile_rule *r = rules->first; r != NULL; r = r->next)
        for (size_t i = 0; i < r->bind_count; i++)
            if (r->binds[i].field == FIELD_NAME)
                return true;
    return false;
}

/*
 * A profile without an item may name the page's tool, have patterns of the
 * built-in form, or only say what verdict words in tables mean.
 */
static void check_use(struct profile_loading *l)
{
    const struct profile *p = l->profile;
    bool of_use = p->has_form || p->words != NULL || states_name(&p->match_url);
    for (const struct profile_section *s = &p->page; s != NULL && !of_use;
         s = s->next)
        of_use = s->items != NULL || states_name(&s->begin) ||
                 states_name(&s->end) || states_name(&s->rules);
    struct diag d;
    if (of_use)
        return;
    diag_set(&d, l->source, 0, 0,
             "nothing to be found: no [item], no name and no verdict words");
    tell(l, &d);
}

/* A line `[page]`, `[section NAME]`, `[item]` or `[form scorecard]`. */
static void load_header(struct profile_loading *l, struct slice text)
{
    static const struct slice section = SLICE("[section ");
    l->place = PLACE_UNKNOWN;
    if (!slice_ends(text, slice_of("]"))) {
        profile_fault(l, text.at + text.len, "']' is missing");
        return;
    }
    if (slice_is(text, "[page]")) {
        l->place = PLACE_PAGE;
        l->section = &l->profile->page;
    } else if (slice_starts(text, section)) {
        struct slice name = slice_after(text, section.len);
        name.len--;
        name = text_trim(name);
        if (name.len == 0 || name.len > NAME_MOST)
            profile_fault(l, text.at, "a section's name has 1 to %d bytes",
                          NAME_MOST);
        else
            open_section(l, name);
    } else if (slice_is(text, "[item]")) {
        open_item(l);
    } else if (slice_is(text, "[form scorecard]")) {
        l->place = PLACE_FORM;
        l->profile->has_form = true;
    } else {
        profile_fault(l, text.at,
                      "no such part: [page], [section NAME], [item] or "
                      "[form scorecard]");
    }
}

/* `scale = 1..5`: the worst and the best. */
static void load_scale(struct profile_loading *l, struct slice value)
{
    static const char dots[] = "..";
    const char *at = memmem(value.at, value.len, dots, sizeof dots - 1);
    int64_t worst, best;
    if (at == NULL ||
        !decimal_read(text_trim(slice_from(value.at, (size_t)(at - value.at))),
                      &worst) ||
        !decimal_read(
            text_trim(slice_after(value, (size_t)(at - value.at) + 2)),
            &best) ||
        worst >= best) {
        profile_fault(l, value.at, "not a scale such as 1..5");
        return;
    }
    l->profile->worst = worst;
    l->profile->best = best;
}

/* `verdict.WORD = ship`. */
static void load_word(struct profile_loading *l, struct slice word,
                      struct slice value)
{
    enum judgement verdict;
    if (!judgement_read(value, &verdict) || verdict == JUDGEMENT_UNRATED) {
        profile_fault(
            l, value.at, "unknown verdict '%.*s': ship, mixed or skip",
            (int)(value.len < NAME_MOST ? value.len : NAME_MOST), value.at);
        return;
    }
    if (l->rule_count++ >= PROFILE_RULES_MOST) {
        profile_fault(l, word.at, "more than %d patterns and words",
                      PROFILE_RULES_MOST);
        return;
    }
    struct bytes made = {0};
    profile_add_word(&made, word);
    struct slice kept = arena_keep(&l->profile->arena, &made, &l->no_memory);
    struct profile_word *w = allocate(l, sizeof *w);
    if (w == NULL)
        return;
    *w = (struct profile_word){kept, verdict, l->profile->words};
    l->profile->words = w;
}

static void load_kind(struct profile_loading *l, struct slice value)
{
    if (l->item_has_rules)
        profile_fault(l, l->text.at, "kind must come before the patterns");
    else if (slice_is(value, "tool"))
        l->item->kind = KIND_TOOL;
    else if (slice_is(value, "review"))
        l->item->kind = KIND_REVIEW;
    else
        profile_fault(l, value.at, "an item's kind is tool or review");
}

static void load_pair(struct profile_loading *l, struct slice text)
{
    static const struct slice verdict = SLICE("verdict.");
    const char *sign = memchr(text.at, '=', text.len);
    if (sign == NULL) {
        profile_fault(l, text.at, "neither [PART] nor KEY = VALUE");
        return;
    }
    struct slice key = text_trim(slice_from(text.at, (size_t)(sign - text.at)));
    struct slice value =
        text_trim(slice_after(text, (size_t)(sign - text.at) + 1));
    if (key.len == 0)
        profile_fault(l, text.at, "no key before '='");
    else if (value.len == 0)
        profile_fault(l, sign, "no value behind '='");
    else if (l->place == PLACE_UNKNOWN)
        return;
    else if (l->place == PLACE_NONE)
        profile_fault(l, text.at, "a part such as [page] must come first");
    else if (l->place == PLACE_PAGE && slice_is(key, "scale"))
        load_scale(l, value);
    else if (l->place == PLACE_PAGE && slice_starts(key, verdict))
        load_word(l, slice_after(key, verdict.len), value);
    else if (l->place == PLACE_ITEM && slice_is(key, "kind"))
        load_kind(l, value);
    else
        profile_load_rule(l, key, value);
}

static void load_lines(struct profile_loading *l, struct slice text)
{
    while (text.len != 0 && !l->no_memory) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end == NULL ? text.len : (size_t)(end - text.at);
        l->line++;
        l->text = slice_from(text.at, len);
        struct slice line = text_trim(l->text);
        if (line.len != 0 && line.at[0] == '[')
            load_header(l, line);
        else if (line.len != 0 && line.at[0] != '#' && line.at[0] != ';')
            load_pair(l, line);
        text = slice_after(text, end == NULL ? len : len + 1);
    }
}

/* Whether it can be read as text at all. */
static bool check_text(struct profile_loading *l, struct slice text)
{
    size_t valid = utf8_valid(text);
    struct diag d;
    if (text.len > PROFILE_MOST)
        diag_set(&d, l->source, 0, 0, "a profile of more than %d bytes",
                 PROFILE_MOST);
    else if (valid != text.len)
        diag_set(&d, l->source, 0, 0, "byte %zu is no UTF-8", valid);
    else if (memchr(text.at, '\0', text.len) != NULL)
        diag_set(&d, l->source, 0, 0, "it has NUL bytes");
    else
        return true;
    tell(l, &d);
    return false;
}

static void set_name(struct profile_loading *l, struct slice name)
{
    struct profile *p = l->profile;
    struct bytes syntax = {0};
    bytes_add_string(&syntax, "profile:");
    bytes_add_slice(&syntax, name);
    p->name = arena_copy(&p->arena, name, &l->no_memory);
    p->syntax = arena_keep(&p->arena, &syntax, &l->no_memory);
}

struct profile *profile_new(struct slice text, const char *source,
                            struct slice name, const struct listener *listener,
                            struct diag *d)
{
    struct profile *p = calloc(1, sizeof *p);
    if (p == NULL) {
        diag_no_memory(d);
        return NULL;
    }
    p->last_section = &p->page;
    p->best = p->worst = DECIMAL_UNKNOWN;
    struct profile_loading l = {.profile = p,
                                .source = source,
                                .listener = listener,
                                .section = &p->page};
    set_name(&l, name);
    text = utf8_without_mark(text);
    if (check_text(&l, text)) {
        load_lines(&l, text);
        check_begins(&l);
        if (l.faults == 0)
            check_use(&l);
    }
    if (!l.no_memory && l.faults == 0)
        return p;
    if (l.no_memory)
        diag_no_memory(d);
    else
        diag_set(d, source, 0, 0, "%zu fault%s in the profile", l.faults,
                 l.faults == 1 ? "" : "s");
    profile_free(p);
    return NULL;
}
