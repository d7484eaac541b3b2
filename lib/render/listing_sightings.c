#include "lib/record/sighting.h"
#include "lib/render/listings.h"
#include "lib/render/words.h"

static struct slice name_of(struct slice name, struct slice key)
{
    return name.len != 0 ? name : key;
}

static void set_text(struct listing *l, size_t column, struct slice text)
{
    listing_cell(l, column)->text = listing_keep(l, text);
}

static void set_page(struct listing *l, size_t column, enum site_page page,
                     struct slice name)
{
    listing_cell(l, column)->page = page;
    listing_cell(l, column)->page_of = listing_keep(l, name);
}

static void set_place(struct listing *l, size_t column,
                      const struct record_source *s)
{
    struct verdict_source place = {
        .file = s->file, .url = s->url, .line = s->line};
    struct bytes words = {0};
    words_add_place(&words, &place);
    listing_cell(l, column)->text = listing_keep_words(l, &words);
    bytes_free(&words);
}

/* -- tools -------------------------------------------------------------- */

enum { TOOL, STATED, SHIP, VOTES, ENTRY, PRICING, CATEGORY, AT, DESCRIPTION };

static void begin_tools(struct listing *l)
{
    l->title = slice_of("Tools");
    l->hint = slice_of("As their pages state them");
    listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
    listing_add_column(l, "Stated", LISTING_VERDICT, LISTING_STAYS);
    listing_add_column(l, "Ship", LISTING_NUMBER, LISTING_STAYS);
    listing_add_column(l, "Community", LISTING_WORDS, LISTING_YIELDS);
    listing_add_column(l, "Entry", LISTING_WORDS, LISTING_YIELDS_LATE);
    listing_add_column(l, "Pricing", LISTING_WORDS, LISTING_YIELDS_LATE);
    listing_add_column(l, "Category", LISTING_WORDS, LISTING_YIELDS_SOON);
    listing_add_column(l, "Seen on", LISTING_PLACE, LISTING_YIELDS_SOON);
    listing_add_column(l, "Description", LISTING_PROSE, LISTING_STAYS);
}

static void set_community(struct listing *l, const struct tool_record *t)
{
    struct bytes words = {0};
    if (t->community_ship_pct != DECIMAL_UNKNOWN) {
        words_add_percent(&words, t->community_ship_pct);
        bytes_add_string(&words, t->community_votes > 0 ? " of " : " ship");
    }
    if (t->community_votes >= 0 && (t->community_votes > 0 || words.len == 0))
        words_add_counted(&words, t->community_votes, "vote");
    listing_cell(l, VOTES)->text = listing_keep_words(l, &words);
    bytes_free(&words);
}

enum listed listing_take_tool(struct listing *l, struct object *o,
                              struct arena *arena)
{
    struct tool_record t = tool_record_take(o);
    struct bytes words = {0};
    (void)arena;
    if (o->bad != NULL)
        return LISTED;
    if (l->column_count == 0)
        begin_tools(l);
    listing_add_row(l);
    set_text(l, TOOL, name_of(t.name, t.tool));
    set_page(l, TOOL, SITE_TOOL, t.tool);
    listing_cell(l, TOOL)->aside = listing_keep(l, t.tagline);
    listing_cell(l, STATED)->judgement = t.stated.verdict;
    listing_set_percent(l, SHIP, t.stated.ship_pct);
    set_community(l, &t);
    if (t.entry.len != 0)
        words_add_capitalized(&words, t.entry);
    listing_cell(l, ENTRY)->text = listing_keep_words(l, &words);
    set_text(l, PRICING, t.pricing);
    set_text(l, CATEGORY, t.category);
    set_place(l, AT, &t.source);
    set_text(l, DESCRIPTION, t.description);
    bytes_free(&words);
    return l->failed ? LISTED_NO_MEMORY : LISTED;
}

/* -- reviews ------------------------------------------------------------ */

enum { REVIEWER, OF, VERDICT, SCORE, SEEN, TEXT };

static void begin_reviews(struct listing *l)
{
    l->title = slice_of("Reviews");
    listing_add_column(l, "Reviewer", LISTING_NAME, LISTING_STAYS);
    listing_add_column(l, "Tool", LISTING_WORDS, LISTING_STAYS);
    listing_add_column(l, "Verdict", LISTING_VERDICT, LISTING_STAYS);
    listing_add_column(l, "Score", LISTING_SCORE, LISTING_STAYS);
    listing_add_column(l, "Seen on", LISTING_PLACE, LISTING_YIELDS);
    listing_add_column(l, "Review", LISTING_PROSE, LISTING_STAYS);
}

enum listed listing_take_review(struct listing *l, struct object *o,
                                struct arena *arena)
{
    struct review_record r = review_record_take(o);
    struct bytes words = {0};
    (void)arena;
    if (o->bad != NULL)
        return LISTED;
    if (l->column_count == 0)
        begin_reviews(l);
    listing_add_row(l);
    set_text(l, REVIEWER, r.reviewer);
    set_page(l, REVIEWER, SITE_REVIEWER, r.reviewer);
    listing_cell(l, REVIEWER)->aside = listing_keep(l, r.date);
    set_text(l, OF, name_of(name_of(r.name, r.tool), r.tagline));
    set_page(l, OF, SITE_TOOL, r.tool);
    listing_cell(l, VERDICT)->judgement = r.verdict;
    listing_set_score(l, SCORE, r.score);
    set_place(l, SEEN, &r.source);
    if (r.title.len != 0 && r.text.len != 0) {
        bytes_add_slice(&words, r.title);
        bytes_add_string(&words, " – ");
    }
    bytes_add_slice(&words, r.text.len != 0 ? r.text : r.title);
    if (r.truncated)
        bytes_add_string(&words, " […]");
    listing_cell(l, TEXT)->text = listing_keep_words(l, &words);
    bytes_free(&words);
    return l->failed ? LISTED_NO_MEMORY : LISTED;
}

/* -- votes -------------------------------------------------------------- */

enum listed listing_take_vote(struct listing *l, struct object *o,
                              struct arena *arena)
{
    struct vote_record v = vote_record_take(o);
    (void)arena;
    if (o->bad != NULL)
        return LISTED;
    if (l->column_count == 0) {
        l->title = slice_of("Votes");
        listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
        listing_add_column(l, "Vote", LISTING_VERDICT, LISTING_STAYS);
        listing_add_column(l, "Voter", LISTING_WORDS, LISTING_STAYS);
        listing_add_column(l, "At", LISTING_WORDS, LISTING_YIELDS);
    }
    listing_add_row(l);
    set_text(l, 0, v.tool);
    listing_cell(l, 1)->judgement = v.vote;
    set_text(l, 2, v.voter);
    set_text(l, 3, v.at);
    return l->failed ? LISTED_NO_MEMORY : LISTED;
}

/* -- pages of a site ---------------------------------------------------- */

enum listed listing_take_page(struct listing *l, struct object *o,
                              struct arena *arena)
{
    struct slice title = object_string(o, "title");
    struct slice address = object_string(o, "address");
    struct slice about = object_string(o, "about");
    struct slice list = object_string(o, "list");
    (void)arena;
    if (o->bad != NULL)
        return LISTED;
    list = list.len != 0 ? list : slice_of("Pages");
    if (l->column_count != 0 && !slice_equal(l->title, list))
        return LISTED_ELSEWHERE;
    if (l->column_count == 0) {
        l->title = listing_keep(l, list);
        listing_add_column(l, "Page", LISTING_NAME, LISTING_STAYS);
        listing_add_column(l, "About", LISTING_PROSE, LISTING_STAYS);
    }
    listing_add_row(l);
    set_text(l, 0, title);
    set_page(l, 0, SITE_ADDRESS, address);
    set_text(l, 1, about);
    return l->failed ? LISTED_NO_MEMORY : LISTED;
}
