/* Values that schema.org has no word for, each with a name of its own. */
#include "lib/parse/rating.h"
#include "lib/parse/structured_build.h"

enum { PROPERTIES_MOST = 64 };

static void fill_judgement(enum judgement *member, struct slice text)
{
    if (*member == JUDGEMENT_UNKNOWN && !judgement_read(text, member))
        *member = JUDGEMENT_UNKNOWN;
    if (*member == JUDGEMENT_UNRATED)
        *member = JUDGEMENT_UNKNOWN;
}

static void fill_count(int64_t *member, struct slice text)
{
    if (*member < 0)
        *member = rating_read_count(text);
}

static void fill_percentage(int64_t *member, struct slice text)
{
    enum { WHOLE = 100 * 100 };
    int64_t number = rating_read_number(text);
    if (*member == DECIMAL_UNKNOWN && number >= 0 && number <= WHOLE)
        *member = number;
}

static void fill_property(struct structured *s, struct tool_record *t,
                          struct slice name, struct slice text)
{
    if (slice_is(name, "slug"))
        structured_fill(s, &t->slug, text);
    else if (slice_is(name, "reviewed"))
        structured_fill(s, &t->reviewed, text);
    else if (slice_is(name, "truncated"))
        t->truncated = t->truncated || slice_is(text, "true");
    else if (slice_is(name, "stated.verdict"))
        fill_judgement(&t->stated.verdict, text);
    else if (slice_is(name, "stated.ship"))
        fill_count(&t->stated.ship, text);
    else if (slice_is(name, "stated.skip"))
        fill_count(&t->stated.skip, text);
    else if (slice_is(name, "stated.ship_pct"))
        fill_percentage(&t->stated.ship_pct, text);
    else if (slice_is(name, "community.votes"))
        fill_count(&t->community_votes, text);
    else if (slice_is(name, "community.ship_pct"))
        fill_percentage(&t->community_ship_pct, text);
}

void structured_add_properties(struct structured *s, uint32_t item,
                               struct tool_record *t)
{
    struct item_values values =
        items_values(&s->items, item, PROPERTY_ADDITIONAL_PROPERTY);
    for (size_t i = 0; i < values.count && i < PROPERTIES_MOST; i++) {
        uint32_t target = values.at[i].target;
        if (target == NO_ITEM)
            continue;
        struct slice name = items_first_text(&s->items, target, PROPERTY_NAME);
        struct slice text =
            items_first_text(&s->items, target, PROPERTY_RATING_VALUE);
        if (slice_known(name) && slice_known(text))
            fill_property(s, t, name, text);
    }
}
