#include "lib/parse/microformats_names.h"

#include "lib/base/scan16.h"

struct root_name {
    struct slice name;
    struct microformat_root root;
};

static const struct root_name roots[] = {
    {SLICE("h-review"), {MICROFORMAT_REVIEW, false, TYPE_REVIEW}},
    {SLICE("h-review-aggregate"),
     {MICROFORMAT_AGGREGATE, false, TYPE_AGGREGATE_RATING}},
    {SLICE("h-product"), {MICROFORMAT_THING, false, TYPE_TOOL}},
    {SLICE("h-rating"), {MICROFORMAT_RATING, false, TYPE_AMOUNT}},
    {SLICE("h-item"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-card"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-event"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-entry"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-cite"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-recipe"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-app"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-x-app"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-listing"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-resume"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-adr"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("h-geo"), {MICROFORMAT_THING, false, TYPE_OTHER}},
    {SLICE("hreview"), {MICROFORMAT_REVIEW, true, TYPE_REVIEW}},
    {SLICE("hreview-aggregate"),
     {MICROFORMAT_AGGREGATE, true, TYPE_AGGREGATE_RATING}},
    {SLICE("hproduct"), {MICROFORMAT_THING, true, TYPE_TOOL}},
    {SLICE("vcard"), {MICROFORMAT_THING, true, TYPE_OTHER}},
    {SLICE("vevent"), {MICROFORMAT_THING, true, TYPE_OTHER}},
    {SLICE("hrecipe"), {MICROFORMAT_THING, true, TYPE_OTHER}},
};

bool microformat_may_begin(struct slice classes)
{
    uint32_t space = 1; /* whether one stands before these bytes */
    for (size_t at = 0, len; at < classes.len; at += len) {
        struct sixteen s = scan16_next(classes.at + at, classes.len - at, &len);
        uint32_t spaces = scan16_up_to(s, ' ');
        uint32_t letters = scan16_equal(s, 'h') | scan16_equal(s, 'v');
        if ((letters & (spaces << 1 | space)) != 0)
            return true;
        space = spaces >> (len - 1) & 1;
    }
    return false;
}

struct microformat_root microformat_root(struct slice class)
{
    if (class.len > 4 && (class.at[0] == 'h' || class.at[0] == 'v'))
        for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
            if (slice_equal(roots[i].name, class))
                return roots[i].root;
    return (struct microformat_root){MICROFORMAT_NONE, false, 0};
}

enum { NEW = 1, CLASSIC = 2, BOTH = NEW | CLASSIC };

struct property_name {
    struct slice name;
    int use;
    enum property property;
};

static const struct property_name of_review[] = {
    {SLICE("name"), NEW, PROPERTY_HEADLINE},
    {SLICE("summary"), BOTH, PROPERTY_HEADLINE},
    {SLICE("description"), BOTH, PROPERTY_REVIEW_BODY},
    {SLICE("content"), NEW, PROPERTY_REVIEW_BODY},
    {SLICE("rating"), BOTH, PROPERTY_REVIEW_RATING},
    {SLICE("best"), BOTH, PROPERTY_BEST_RATING},
    {SLICE("worst"), BOTH, PROPERTY_WORST_RATING},
    {SLICE("item"), BOTH, PROPERTY_ITEM_REVIEWED},
    {SLICE("reviewer"), BOTH, PROPERTY_AUTHOR},
    {SLICE("author"), NEW, PROPERTY_AUTHOR},
    {SLICE("reviewed"), NEW, PROPERTY_DATE},
    {SLICE("dtreviewed"), BOTH, PROPERTY_DATE},
    {SLICE("published"), NEW, PROPERTY_DATE},
    {SLICE(""), 0, PROPERTY_OTHER},
};

static const struct property_name of_rating[] = {
    {SLICE("rating"), BOTH, PROPERTY_RATING_VALUE},
    {SLICE("average"), BOTH, PROPERTY_RATING_VALUE},
    {SLICE("value"), NEW, PROPERTY_RATING_VALUE},
    {SLICE("best"), BOTH, PROPERTY_BEST_RATING},
    {SLICE("worst"), BOTH, PROPERTY_WORST_RATING},
    {SLICE("count"), BOTH, PROPERTY_REVIEW_COUNT},
    {SLICE("votes"), BOTH, PROPERTY_RATING_COUNT},
    {SLICE("item"), BOTH, PROPERTY_ITEM_REVIEWED},
    {SLICE(""), 0, PROPERTY_OTHER},
};

static const struct property_name of_thing[] = {
    {SLICE("name"), NEW, PROPERTY_NAME},
    {SLICE("fn"), CLASSIC, PROPERTY_NAME},
    {SLICE("description"), BOTH, PROPERTY_DESCRIPTION},
    {SLICE("url"), BOTH, PROPERTY_URL},
    {SLICE("price"), BOTH, PROPERTY_PRICE},
    {SLICE("brand"), BOTH, PROPERTY_BRAND},
    {SLICE("category"), BOTH, PROPERTY_CATEGORY},
    {SLICE("review"), BOTH, PROPERTY_REVIEW},
    {SLICE(""), 0, PROPERTY_OTHER},
};

enum property microformat_property(enum microformat kind, bool classic,
                                   struct slice name)
{
    const struct property_name *p = kind == MICROFORMAT_REVIEW  ? of_review
                                    : kind == MICROFORMAT_THING ? of_thing
                                                                : of_rating;
    if (kind == MICROFORMAT_NONE)
        return PROPERTY_OTHER;
    for (; p->use != 0; p++)
        if ((p->use & (classic ? CLASSIC : NEW)) != 0 &&
            slice_equal(p->name, name))
            return p->property;
    return PROPERTY_OTHER;
}
