#include "lib/parse/facts.h"

#include "lib/base/ascii.h"
#include "lib/base/text.h"

static const form_set fact_labels =
    FORM_SET(PRICING_ROW) | FORM_SET(PRICE_LABEL) | FORM_SET(ENTRY_LABEL) |
    FORM_SET(CATEGORY_ROW) | FORM_SET(BEST_FOR_ROW) | FORM_SET(DATE_LABEL) |
    FORM_SET(VERDICT_LABEL) | FORM_SET(PANEL_ROW) | FORM_SET(COMMUNITY_ROW);

/* The text behind the first colon; unknown when there is none. */
static struct slice behind_colon(struct slice text, struct slice *label)
{
    const char *colon = memchr(text.at, ':', text.len);
    if (colon == NULL)
        return slice_from(NULL, 0);
    size_t len = (size_t)(colon - text.at);
    *label = slice_from(text.at, len + 1);
    return text_trim(slice_after(text, len + 1));
}

bool fact_read(struct fact *fact, const struct page_lines *lines,
               struct patterns *p, size_t line)
{
    if (!line_whole(lines, line) ||
        patterns_may_begin(p, fact_labels, lines->at[line].text) == 0)
        return false;
    struct slice label = lines->at[line].text;
    struct slice value = behind_colon(label, &label);
    enum form_pattern found = patterns_find_label(p, fact_labels, label);
    if (found == FORM_TOTAL)
        return false;
    *fact = (struct fact){found, value, line, line + 1};
    if (value.len != 0)
        return true;
    if (!line_whole(lines, line + 1) ||
        patterns_find_label(p, fact_labels, lines->at[line + 1].text) !=
            FORM_TOTAL)
        return false;
    fact->value = lines->at[line + 1].text;
    fact->end++;
    return true;
}

static bool is_dash(struct slice value)
{
    return slice_is(value, "—") || slice_is(value, "–") || slice_is(value, "-");
}

struct slice fact_lowered(struct slice text, struct arena *arena,
                          bool *no_memory)
{
    struct slice copy = arena_copy(arena, text, no_memory);
    for (size_t i = 0; i < copy.len; i++)
        ((char *)copy.at)[i] = ascii_small(copy.at[i]);
    return copy;
}

static void take_panel(struct patterns *p, struct tool_record *t,
                       struct slice value)
{
    struct stated stated;
    if (!patterns_panel(p, value, &stated))
        return;
    t->stated.ship = stated.ship;
    t->stated.skip = stated.skip;
    if (t->stated.verdict == JUDGEMENT_UNKNOWN)
        t->stated.verdict = stated.verdict;
}

static void take_community(struct patterns *p, struct tool_record *t,
                           struct slice value)
{
    int64_t votes = -1, ship_pct = DECIMAL_UNKNOWN;
    patterns_community(p, value, &votes, &ship_pct);
    if (t->community_votes < 0)
        t->community_votes = votes;
    if (t->community_ship_pct == DECIMAL_UNKNOWN)
        t->community_ship_pct = ship_pct;
    /* A badge of 0% beside "No community votes yet" is a share of nothing. */
    if (t->community_votes == 0 && t->community_ship_pct == 0)
        t->community_ship_pct = DECIMAL_UNKNOWN;
}

static void take_text(struct slice *text, struct slice value)
{
    if (!slice_known(*text) && !is_dash(value))
        *text = value;
}

/* The verdict of a word; a picture may stand behind it. */
static enum judgement judge(const struct patterns *p, struct slice value)
{
    enum judgement verdict = patterns_judge(p, value);
    const char *space = memchr(value.at, ' ', value.len);
    return verdict != JUDGEMENT_UNKNOWN || space == NULL
               ? verdict
               : patterns_judge(
                     p, slice_from(value.at, (size_t)(space - value.at)));
}

void fact_take(struct patterns *p, struct tool_record *t,
               enum form_pattern label, struct slice value, struct arena *arena,
               bool *no_memory)
{
    struct slice date;
    switch (label) {
    case FORM_PANEL_ROW:
        take_panel(p, t, value);
        break;
    case FORM_COMMUNITY_ROW:
    case FORM_COMMUNITY_LABEL:
        take_community(p, t, value);
        break;
    case FORM_PRICING_ROW:
    case FORM_PRICE_LABEL:
        t->pricing = is_dash(value) ? slice_from(NULL, 0) : value;
        break;
    case FORM_BEST_FOR_ROW:
        take_text(&t->tagline, value);
        break;
    case FORM_CATEGORY_ROW:
        take_text(&t->category, value);
        break;
    case FORM_ENTRY_LABEL:
        if (!slice_known(t->entry) && !is_dash(value))
            t->entry = fact_lowered(value, arena, no_memory);
        break;
    case FORM_DATE_LABEL:
        if (patterns_date(p, value, &date))
            take_text(&t->reviewed, date);
        break;
    case FORM_VERDICT_LABEL:
        if (t->stated.verdict == JUDGEMENT_UNKNOWN)
            t->stated.verdict = judge(p, value);
        break;
    default:
        break; /* a label that is not known here */
    }
}

const char *fact_part(enum form_pattern label)
{
    switch (label) {
    case FORM_PRICING_ROW:
    case FORM_PRICE_LABEL:
        return "pricing";
    case FORM_ENTRY_LABEL:
        return "entry";
    case FORM_CATEGORY_ROW:
        return "category";
    case FORM_BEST_FOR_ROW:
        return "tagline";
    case FORM_DATE_LABEL:
        return "date";
    case FORM_VERDICT_LABEL:
        return "verdict";
    case FORM_PANEL_ROW:
        return "panel";
    default:
        return "community";
    }
}

void fact_trace(const struct fact *fact, const struct page_lines *lines,
                const struct patterns *p)
{
    patterns_took(p, lines, fact->line, fact->label);
    patterns_took_part(p, lines, fact->line + 1, fact->end,
                       fact_part(fact->label));
}
