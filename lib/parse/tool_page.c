#include "lib/parse/tool_page.h"

#include "lib/base/text.h"

static const struct slice shared_behind_name = SLICE(" verdict: ");

/* Past these lines nothing of a page's head is sought. */
enum { HEAD_WITHIN = 64 };

#define NO_LINE SIZE_MAX

/* Which line is what; NO_LINE where there is none. */
struct layout {
    size_t begin; /* the breadcrumb or the name */
    size_t crumb, name, tagline;
    size_t labels;  /* the first of them */
    size_t heading; /* or the page's end */
    size_t share;   /* the heading of the text to share, or the page's end */
};

static bool is_heading(const struct page_lines *lines, size_t i)
{
    return line_is(lines, i, "The Panel's Take") ||
           line_is(lines, i, "The Panel’s Take");
}

/* Whether line `i` says that the text to share about `name` follows. */
static bool shares(const struct page_lines *lines, size_t i, struct slice name)
{
    if (!line_is(lines, i, "Share this verdict") || i + 1 >= lines->count)
        return false;
    struct slice text = lines->at[i + 1].text;
    return slice_starts(text, name) &&
           slice_starts(slice_after(text, name.len), shared_behind_name);
}

static size_t find_share(const struct page_lines *lines, size_t from,
                         struct slice name)
{
    for (size_t i = from; i < lines->count; i++)
        if (shares(lines, i, name))
            return i;
    return lines->count;
}

/* Whether line `i` is this, or may be the beginning of it that is left. */
static bool line_begins(const struct page_lines *lines, size_t i,
                        const char *text, bool cut)
{
    return line_is(lines, i, text) ||
           (cut && !lines->at[i].ended &&
            slice_starts(slice_of(text), lines->at[i].text));
}

/*
 * Where the description ends: at the text to share, or at what may be its
 * heading, or at the footer.
 */
static size_t find_end(const struct page_lines *lines, size_t from,
                       struct slice name)
{
    size_t share = find_share(lines, from, name);
    if (share < lines->count)
        return share;
    for (size_t i = from; i < lines->count; i++)
        if (line_begins(lines, i, "Share this verdict", i > from) ||
            line_begins(lines, i, "Weekly AI Tool Verdicts", i > from))
            return i;
    return lines->count;
}

static bool is_crumb_of(struct slice crumb, struct slice name)
{
    static const struct slice reviews = SLICE("Reviews/");
    return slice_starts(crumb, reviews) && slice_ends(crumb, name) &&
           crumb.len > reviews.len + name.len + 1 &&
           crumb.at[crumb.len - name.len - 1] == '/';
}

/* The full form: the line behind the breadcrumb, or an avatar, is the name. */
static bool find_by_crumb(const struct page_lines *lines, struct layout *l)
{
    for (size_t i = 0; i < HEAD_WITHIN && line_whole(lines, i + 1); i++) {
        struct slice crumb = lines->at[i].text;
        size_t name = i + 1;
        if (text_is_one_character(lines->at[name].text) &&
            line_whole(lines, name + 1) &&
            is_crumb_of(crumb, lines->at[name + 1].text))
            name++;
        if (!is_crumb_of(crumb, lines->at[name].text))
            continue;
        *l = (struct layout){.begin = i, .crumb = i, .name = name};
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
static size_t find_shared_name(const struct page_lines *lines, size_t heading)
{
    for (size_t i = heading + 1; i + 1 < lines->count; i++) {
        if (!line_is(lines, i, "Share this verdict"))
            continue;
        struct slice text = lines->at[i + 1].text;
        for (size_t j = 0; j < heading; j++)
            if (shares(lines, i, lines->at[j].text))
                return first_of_name(
                    lines, heading, slice_from(text.at, lines->at[j].text.len));
    }
    return NO_LINE;
}

/*
 * The reader form.  Of several headings the one counts before which the name
 * stands; in a page cut off before that is told, the one on the third line.
 */
static bool find_by_heading(const struct page_lines *lines, struct layout *l)
{
    size_t name = NO_LINE;
    for (size_t i = 1; i < HEAD_WITHIN && i < lines->count; i++) {
        if (!is_heading(lines, i) ||
            (is_heading(lines, i + 1) && i + 1 < HEAD_WITHIN && i < 2))
            continue;
        name = find_shared_name(lines, i);
        break;
    }
    if (name == NO_LINE && (is_heading(lines, 2) || is_heading(lines, 1)))
        name = 0;
    *l = (struct layout){.begin = name, .crumb = NO_LINE, .name = name};
    return name != NO_LINE;
}

static bool find_layout(const struct page_lines *lines, struct layout *l)
{
    if (!find_by_crumb(lines, l) && !find_by_heading(lines, l))
        return false;
    l->tagline = l->name + 1;
    /* The heading twice: the first is a tagline that reads like it. */
    if (!line_whole(lines, l->tagline) ||
        (is_heading(lines, l->tagline) && !is_heading(lines, l->tagline + 1)))
        l->tagline = NO_LINE;
    l->labels = l->name + (l->tagline == NO_LINE ? 1 : 2);
    l->heading = l->labels;
    while (l->heading < lines->count && !is_heading(lines, l->heading))
        l->heading++;
    l->share = l->heading == lines->count
                   ? lines->count
                   : find_end(lines, l->heading + 1, lines->at[l->name].text);
    return true;
}

/* One line of labels; those that stand on lines of their own are two. */
static void read_label(const struct page_lines *lines,
                       struct patterns *patterns, size_t i,
                       struct tool_record *t)
{
    struct slice text = lines->at[i].text;
    if (patterns_price(patterns, text, &t->pricing, &t->reviewed) ||
        patterns_visit(patterns, text, &t->url) ||
        patterns_verdict(patterns, text, &t->stated.verdict))
        return;
    patterns_counts(patterns, text, &t->stated);
    if (!line_whole(lines, i + 1))
        return;
    struct slice next = lines->at[i + 1].text;
    if (slice_is(text, "Price") && !slice_is(next, "Reviewed"))
        t->pricing = next;
    else if (slice_is(text, "Reviewed"))
        patterns_date(patterns, next, &t->reviewed);
}

/*
 * The text to share, on one line or on three.  Of a line that the page breaks
 * off in, what other text follows is whole.
 */
static void read_share(const struct page_lines *lines,
                       struct patterns *patterns, size_t share,
                       struct page_records *records, struct tool_record *t)
{
    enum { SHARE_LINES = 3 };
    struct shared shared;
    for (size_t count = SHARE_LINES; count > 0; count--) {
        size_t end = share + 1 + count;
        if (end > lines->count)
            continue;
        struct slice text = lines_joined(lines, share + 1, end, records->arena,
                                         &records->no_memory);
        if (records->no_memory ||
            !patterns_shared(patterns, slice_after(text, t->name.len), &shared))
            continue;
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

bool tool_page_read(const struct page_lines *lines, struct patterns *patterns,
                    struct page_records *records)
{
    struct layout l;
    if (!find_layout(lines, &l))
        return false;
    struct tool_record *t = page_records_add_tool(records);
    if (t == NULL)
        return true;
    t->name = lines->at[l.name].text;
    if (l.tagline != NO_LINE)
        t->tagline = lines->at[l.tagline].text;
    if (l.crumb != NO_LINE) {
        struct slice crumb = lines->at[l.crumb].text;
        size_t from = sizeof "Reviews/" - 1;
        t->category =
            slice_from(crumb.at + from, crumb.len - from - t->name.len - 1);
    }
    for (size_t i = l.labels; i < l.heading && line_whole(lines, i); i++)
        read_label(lines, patterns, i, t);
    t->description = lines_joined(lines, l.heading + 1, l.share, records->arena,
                                  &records->no_memory);
    t->truncated = l.heading + 1 < l.share && !lines->at[l.share - 1].ended;
    if (shares(lines, l.share, t->name))
        read_share(lines, patterns, l.share, records, t);
    t->source.line = (int64_t)lines->at[l.begin].number;
    t->source.offset = (int64_t)lines->at[l.begin].offset;
    t->source.syntax = slice_of("tool-page");
    return true;
}
