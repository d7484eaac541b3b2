#include "lib/parse/tool_page.h"

#include "lib/base/text.h"

static const struct slice shared_behind_name = SLICE(" verdict: ");

/* Texts to share past these are not looked at for the tool's name. */
enum { SHARES_MOST = 16 };

#define NO_LINE SIZE_MAX

/* Which line is what; NO_LINE where there is none. */
struct layout {
    size_t begin; /* the breadcrumb or the name */
    size_t crumb, name, tagline;
    struct slice category; /* which the breadcrumb names */
    size_t labels;         /* the first of them */
    size_t heading;        /* or the page's end */
    size_t share; /* the heading of the text to share, or the page's end */
};

/* A page being read. */
struct reading {
    const struct page_lines *lines;
    struct patterns *patterns;
};

static bool is_label(const struct reading *r, size_t i, enum form_pattern label)
{
    return line_is_label(r->lines, i, r->patterns, label);
}

static bool is_heading(const struct reading *r, size_t i)
{
    return is_label(r, i, FORM_TAKE);
}

/* Whether line `i` says that the text to share about `name` follows. */
static bool shares(const struct reading *r, size_t i, struct slice name)
{
    if (!is_label(r, i, FORM_SHARE_LABEL) || i + 1 >= r->lines->count)
        return false;
    struct slice text = r->lines->at[i + 1].text;
    return slice_starts(text, name) &&
           slice_starts(slice_after(text, name.len), shared_behind_name);
}

static size_t find_share(const struct reading *r, size_t from,
                         struct slice name)
{
    for (size_t i = from; i < r->lines->count; i++)
        if (shares(r, i, name))
            return i;
    return r->lines->count;
}

/* Whether line `i` is this, or may be the beginning of it that is left. */
static bool line_begins(const struct reading *r, size_t i,
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
static size_t find_end(const struct reading *r, size_t from, struct slice name)
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
static bool is_crumb_of(const struct reading *r, size_t i, struct slice name,
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
static bool find_by_crumb(const struct reading *r, struct layout *l)
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
        *l = (struct layout){
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
static size_t find_shared_name(const struct reading *r, size_t heading)
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
            if (shares(r, i, lines->at[j].text))
                return first_of_name(
                    lines, heading, slice_from(text.at, lines->at[j].text.len));
    }
    return NO_LINE;
}

/*
 * The reader form.  Of several headings the one counts before which the name
 * stands; in a page cut off before that is told, the one on the third line.
 */
static bool find_by_heading(const struct reading *r, struct layout *l)
{
    size_t name = NO_LINE;
    for (size_t i = 1; i < r->lines->count; i++) {
        if (!is_heading(r, i) || (is_heading(r, i + 1) && i < 2))
            continue;
        name = find_shared_name(r, i);
        break;
    }
    if (name == NO_LINE && (is_heading(r, 2) || is_heading(r, 1)))
        name = 0;
    *l = (struct layout){.begin = name, .crumb = NO_LINE, .name = name};
    return name != NO_LINE;
}

static bool find_layout(const struct reading *r, struct layout *l)
{
    const struct page_lines *lines = r->lines;
    if (!find_by_crumb(r, l) && !find_by_heading(r, l))
        return false;
    l->tagline = l->name + 1;
    /* The heading twice: the first is a tagline that reads like it. */
    if (!line_whole(lines, l->tagline) ||
        (is_heading(r, l->tagline) && !is_heading(r, l->tagline + 1)))
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

/* One line of labels; those that stand on lines of their own are two. */
static void read_label(const struct reading *r, size_t i, struct tool_record *t)
{
    const struct page_lines *lines = r->lines;
    struct patterns *patterns = r->patterns;
    struct slice text = lines->at[i].text;
    if (patterns_price(patterns, text, &t->pricing, &t->reviewed)) {
        patterns_took(patterns, lines, i, FORM_PRICE);
    } else if (patterns_visit(patterns, text, &t->url)) {
        patterns_took(patterns, lines, i, FORM_VISIT);
    } else if (patterns_verdict(patterns, text, &t->stated.verdict)) {
        patterns_took(patterns, lines, i, FORM_VERDICT);
    } else if (patterns_counts(patterns, text, &t->stated)) {
        patterns_took(patterns, lines, i,
                      patterns_label(patterns, FORM_SKIPS, text) ? FORM_SKIPS
                                                                 : FORM_SHIPS);
    } else if (is_label(r, i, FORM_PRICE_LABEL) && line_whole(lines, i + 1) &&
               !is_label(r, i + 1, FORM_DATE_LABEL)) {
        t->pricing = lines->at[i + 1].text;
        patterns_took(patterns, lines, i, FORM_PRICE_LABEL);
        patterns_took_part(patterns, lines, i + 1, i + 2, "pricing");
    } else if (is_label(r, i, FORM_DATE_LABEL) && line_whole(lines, i + 1) &&
               patterns_date(patterns, lines->at[i + 1].text, &t->reviewed)) {
        patterns_took(patterns, lines, i, FORM_DATE_LABEL);
        patterns_took(patterns, lines, i + 1, FORM_DATE);
    }
}

/*
 * The text to share, on one line or on three.  Of a line that the page breaks
 * off in, what other text follows is whole.
 */
static void read_share(const struct reading *r, size_t share,
                       struct page_records *records, struct tool_record *t)
{
    const struct page_lines *lines = r->lines;
    enum { SHARE_LINES = 3 };
    struct shared shared;
    for (size_t count = SHARE_LINES; count > 0; count--) {
        size_t end = share + 1 + count;
        if (end > lines->count)
            continue;
        struct slice text = lines_joined(lines, share + 1, end, records->arena,
                                         &records->no_memory);
        if (records->no_memory ||
            !patterns_shared(r->patterns, slice_after(text, t->name.len),
                             &shared))
            continue;
        for (size_t i = share + 1; i < end; i++)
            patterns_took(r->patterns, lines, i, FORM_SHARED);
        const char *limit = text.at + text.len + lines->at[end - 1].ended;
        if (t->stated.verdict == JUDGEMENT_UNKNOWN &&
            shared.verdict_end < limit)
            t->stated.verdict = shared.stated.verdict;
        if (t->stated.ship < 0 && t->stated.skip < 0) {
            t->stated.ship = shared.stated.ship;
            t->stated.skip = shared.stated.skip;
        }
        if (slice_known(shared.slug) &&
            shared.slug.at + shared.slug.len < limit)
            t->slug = shared.slug;
        return;
    }
}

static void trace(const struct reading *r, const struct layout *l)
{
    const struct page_lines *lines = r->lines;
    struct patterns *p = r->patterns;
    if (l->crumb != NO_LINE) {
        patterns_took(p, lines, l->crumb, FORM_TOOL_CRUMB);
        patterns_took_part(p, lines, l->crumb + 1, l->name, "avatar");
    }
    patterns_took_part(p, lines, l->name, l->name + 1, "name");
    if (l->tagline != NO_LINE)
        patterns_took_part(p, lines, l->tagline, l->tagline + 1, "tagline");
    patterns_took(p, lines, l->heading, FORM_TAKE);
    patterns_took_part(p, lines, l->heading + 1, l->share, "description");
    if (is_label(r, l->share, FORM_SHARE_LABEL))
        patterns_took(p, lines, l->share, FORM_SHARE_LABEL);
    else if (is_label(r, l->share, FORM_FOOTER))
        patterns_took(p, lines, l->share, FORM_FOOTER);
}

bool tool_page_read(const struct page_lines *lines, struct patterns *patterns,
                    struct page_records *records)
{
    struct reading r = {lines, patterns};
    struct layout l;
    if (!find_layout(&r, &l))
        return false;
    struct tool_record *t = page_records_add_tool(records);
    if (t == NULL)
        return true;
    trace(&r, &l);
    t->name = lines->at[l.name].text;
    if (l.tagline != NO_LINE)
        t->tagline = lines->at[l.tagline].text;
    if (l.crumb != NO_LINE)
        t->category = l.category;
    for (size_t i = l.labels; i < l.heading && line_whole(lines, i); i++)
        read_label(&r, i, t);
    t->description = lines_joined(lines, l.heading + 1, l.share, records->arena,
                                  &records->no_memory);
    t->truncated = l.heading + 1 < l.share && !lines->at[l.share - 1].ended;
    if (shares(&r, l.share, t->name))
        read_share(&r, l.share, records, t);
    t->source.line = (int64_t)line_number(lines, l.begin);
    t->source.offset = (int64_t)lines->at[l.begin].offset;
    t->source.syntax = slice_of("tool-page");
    return true;
}
