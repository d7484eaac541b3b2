#include "lib/parse/tool_layout.h"

#include "lib/base/text.h"
#include "lib/parse/facts.h"

/* Texts to share past these are not looked at for the tool's name. */
enum { SHARES_MOST = 16 };

static bool is_label(const struct tool_page *r, size_t i,
                     enum form_pattern label)
{
    return line_is_label(r->lines, i, r->patterns, label);
}

static bool is_heading(const struct tool_page *r, size_t i)
{
    return is_label(r, i, FORM_TAKE);
}

bool tool_page_shares(const struct tool_page *r, size_t i, struct slice name)
{
    if (!is_label(r, i, FORM_SHARE_LABEL) || i + 1 >= r->lines->count)
        return false;
    struct slice text = r->lines->at[i + 1].text;
    if (!slice_starts(text, name))
        return false;
    struct shared ignored;
    text = slice_after(text, name.len);
    return patterns_shared(r->patterns, text, &ignored) ||
           (!r->lines->at[i + 1].ended &&
            patterns_shared_begins(r->patterns, text));
}

static size_t find_share(const struct tool_page *r, size_t from,
                         struct slice name)
{
    for (size_t i = from; i < r->lines->count; i++)
        if (tool_page_shares(r, i, name))
            return i;
    return r->lines->count;
}

/* Whether line `i` is this, or may be the beginning of it that is left. */
static bool line_begins(const struct tool_page *r, size_t i,
                        enum form_pattern label, bool cut)
{
    const struct page_line *line = &r->lines->at[i];
    return is_label(r, i, label) ||
           (cut && !line->ended &&
            patterns_label_begins(r->patterns, label, line->text));
}

/*
 * Where the description ends: at the text to share, or at what may be its
 * heading, or at the footer.
 */
static size_t find_end(const struct tool_page *r, size_t from,
                       struct slice name)
{
    size_t share = find_share(r, from, name);
    if (share < r->lines->count)
        return share;
    for (size_t i = from; i < r->lines->count; i++)
        if (line_begins(r, i, FORM_SHARE_LABEL, i > from) ||
            line_begins(r, i, FORM_FOOTER, i > from))
            return i;
    return r->lines->count;
}

/* Whether line `i` is the breadcrumb to this name; gives the category. */
static bool is_crumb_of(const struct tool_page *r, size_t i, struct slice name,
                        struct slice *category)
{
    struct slice rest;
    if (!patterns_behind(r->patterns, FORM_TOOL_CRUMB, r->lines->at[i].text,
                         &rest) ||
        !slice_ends(rest, name) || rest.len <= name.len + 1 ||
        rest.at[rest.len - name.len - 1] != '/')
        return false;
    *category = slice_from(rest.at, rest.len - name.len - 1);
    return true;
}

/* The full form: the line behind the breadcrumb, or an avatar, is the name. */
static bool find_by_crumb(const struct tool_page *r, struct tool_layout *l)
{
    const struct page_lines *lines = r->lines;
    for (size_t i = 0; line_whole(lines, i + 1); i++) {
        struct slice category;
        size_t name = i + 1;
        if (text_is_one_character(lines->at[name].text) &&
            line_whole(lines, name + 1) &&
            is_crumb_of(r, i, lines->at[name + 1].text, &category))
            name++;
        if (!is_crumb_of(r, i, lines->at[name].text, &category))
            continue;
        *l = (struct tool_layout){
            .begin = i, .crumb = i, .category = category, .name = name};
        return true;
    }
    return false;
}

/* A name that stands twice, one line behind the other, is tagline as well. */
static size_t first_of_name(const struct page_lines *lines, size_t heading,
                            struct slice name)
{
    for (size_t i = heading; i > 0; i--)
        if (slice_equal(lines->at[i - 1].text, name))
            return i > 1 && slice_equal(lines->at[i - 2].text, name) ? i - 2
                                                                     : i - 1;
    return NO_LINE;
}

/* The name by the text to share: what stands there before its " verdict: ". */
static size_t find_shared_name(const struct tool_page *r, size_t heading)
{
    const struct page_lines *lines = r->lines;
    size_t seen = 0;
    for (size_t i = heading + 1; i + 1 < lines->count && seen < SHARES_MOST;
         i++) {
        if (!is_label(r, i, FORM_SHARE_LABEL))
            continue;
        seen++;
        struct slice text = lines->at[i + 1].text;
        for (size_t j = 0; j < heading; j++)
            if (tool_page_shares(r, i, lines->at[j].text))
                return first_of_name(
                    lines, heading, slice_from(text.at, lines->at[j].text.len));
    }
    return NO_LINE;
}

/* Whether nothing but facts stands between the first lines and this one. */
static bool is_behind_facts(const struct tool_page *r, size_t heading)
{
    struct fact fact;
    for (size_t first = 1; first <= 2; first++) {
        size_t i = first;
        while (i < heading && fact_read(&fact, r->lines, r->patterns, i))
            i = fact.end;
        if (i == heading)
            return true;
    }
    return false;
}

/*
 * The reader form.  Of several headings the one counts before which the name
 * stands; in a page cut off before that is told, the one behind name, tagline
 * and facts.
 */
static bool find_by_heading(const struct tool_page *r, struct tool_layout *l)
{
    size_t name = NO_LINE;
    for (size_t i = 1; i < r->lines->count; i++) {
        if (!is_heading(r, i) || (is_heading(r, i + 1) && i < 2))
            continue;
        name = find_shared_name(r, i);
        if (name == NO_LINE && is_behind_facts(r, i))
            name = 0;
        break;
    }
    if (name == NO_LINE && (is_heading(r, 2) || is_heading(r, 1)))
        name = 0;
    *l = (struct tool_layout){.begin = name, .crumb = NO_LINE, .name = name};
    return name != NO_LINE;
}

/* Whether one of the labels stands where a tagline would. */
static bool lacks_tagline(const struct tool_page *r, size_t i)
{
    struct fact fact;
    enum judgement verdict;
    if (!line_whole(r->lines, i))
        return true;
    /* The heading twice: the first is a tagline that reads like it. */
    if (is_heading(r, i))
        return !is_heading(r, i + 1);
    if (fact_read(&fact, r->lines, r->patterns, i))
        return fact.end > i + 1 || fact.label == FORM_VERDICT_LABEL;
    return patterns_verdict(r->patterns, r->lines->at[i].text, &verdict);
}

bool tool_layout_find(const struct tool_page *r, struct tool_layout *l)
{
    const struct page_lines *lines = r->lines;
    if (!find_by_crumb(r, l) && !find_by_heading(r, l))
        return false;
    l->tagline = l->name + 1;
    if (lacks_tagline(r, l->tagline))
        l->tagline = NO_LINE;
    l->labels = l->name + (l->tagline == NO_LINE ? 1 : 2);
    l->heading = l->labels;
    while (l->heading < lines->count && !is_heading(r, l->heading))
        l->heading++;
    l->share = l->heading == lines->count
                   ? lines->count
                   : find_end(r, l->heading + 1, lines->at[l->name].text);
    return true;
}
