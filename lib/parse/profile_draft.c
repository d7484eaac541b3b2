#include "lib/parse/profile_draft.h"

#include "lib/base/array.h"
#include "lib/base/text.h"

void profile_draft_begin(struct profile_draft *draft, enum profile_kind kind,
                         size_t line)
{
    *draft =
        (struct profile_draft){.kind = kind, .line = line, .tool = NO_TOOL};
}

static void add_part(struct profile_drafts *d, struct profile_parts *parts,
                     struct slice text)
{
    struct page_records *records = d->records;
    struct slice *at = array_room_in(records->arena, parts->at, parts->count,
                                     &parts->cap, sizeof *at);
    if (at == NULL) {
        records->no_memory = true;
        return;
    }
    parts->at = at;
    at[parts->count++] = text;
}

void profile_draft_add(struct profile_drafts *d, struct profile_draft *draft,
                       enum profile_field field, const struct page_line *line)
{
    if (line->ended || draft->parts[field].count == 0)
        add_part(d, &draft->parts[field], line->text);
    draft->truncated = draft->truncated || !line->ended;
}

/*
 * Where in the line the last group of a field with many lines begins: what
 * stands before it is whole even where the page breaks off in the line.  NULL
 * when there is none.
 */
static const char *find_prose(const struct profile_rule *rule,
                              const struct matcher *matcher)
{
    const char *prose = NULL;
    for (size_t i = 0; i < rule->bind_count; i++) {
        if (!profile_fields[rule->binds[i].field].many)
            continue;
        struct slice s = matcher_group(matcher, rule->binds[i].group);
        if (s.len != 0 && (prose == NULL || s.at > prose))
            prose = s.at;
    }
    return prose;
}

/*
 * A line that is prose all through may be anything once it is cut; it is prose
 * only where that is still to come.
 */
static bool has_prose(const struct profile_draft *draft)
{
    for (int i = 0; i < FIELD_TOTAL; i++)
        if (draft->parts[i].count != 0)
            return true;
    return false;
}

bool profile_draft_take(struct profile_drafts *d, struct profile_draft *draft,
                        const struct profile_rule *rule,
                        const struct matcher *matcher,
                        const struct page_line *line)
{
    const char *prose = line->ended ? NULL : find_prose(rule, matcher);
    if (!line->ended && prose == NULL)
        return false;
    if (prose == line->text.at && has_prose(draft)) {
        draft->truncated = true;
        return true;
    }
    bool taken = rule->bind_count == 0;
    for (size_t i = 0; i < rule->bind_count; i++) {
        enum profile_field field = rule->binds[i].field;
        struct slice value =
            text_trim(matcher_group(matcher, rule->binds[i].group));
        if (value.len == 0 || (prose != NULL && value.at != prose &&
                               value.at + value.len > prose))
            continue;
        if (profile_fields[field].many) {
            add_part(d, &draft->parts[field], value);
            taken = true;
        } else if (!slice_known(draft->values[field])) {
            draft->values[field] = value;
            taken = true;
        }
    }
    draft->truncated = draft->truncated || (taken && !line->ended);
    return taken;
}

static bool is_of_line(struct slice s, const struct page_line *line)
{
    return slice_known(s) && s.at >= line->text.at &&
           s.at <= line->text.at + line->text.len;
}

void profile_draft_forget(struct profile_draft *draft,
                          const struct page_line *line)
{
    for (int i = 0; i < FIELD_TOTAL; i++) {
        struct profile_parts *parts = &draft->parts[i];
        while (parts->count != 0 &&
               is_of_line(parts->at[parts->count - 1], line))
            parts->count--;
        if (is_of_line(draft->values[i], line))
            draft->values[i] = slice_from(NULL, 0);
    }
}
