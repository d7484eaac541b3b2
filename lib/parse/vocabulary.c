#include "lib/parse/vocabulary.h"

struct named {
    struct slice name;
    unsigned value;
};

/*
 * The shorter first and then in the order of bytes, which makes looking one
 * up cheap; the older names stand among those of schema.org.
 */
static const struct named properties[] = {
    {SLICE("url"), PROPERTY_URL},
    {SLICE("best"), PROPERTY_BEST_RATING},
    {SLICE("item"), PROPERTY_ITEM},
    {SLICE("name"), PROPERTY_NAME},
    {SLICE("text"), PROPERTY_TEXT},
    {SLICE("brand"), PROPERTY_BRAND},
    {SLICE("count"), PROPERTY_REVIEW_COUNT},
    {SLICE("price"), PROPERTY_PRICE},
    {SLICE("value"), PROPERTY_RATING_VALUE},
    {SLICE("votes"), PROPERTY_RATING_COUNT},
    {SLICE("worst"), PROPERTY_WORST_RATING},
    {SLICE("author"), PROPERTY_AUTHOR},
    {SLICE("offers"), PROPERTY_OFFERS},
    {SLICE("rating"), PROPERTY_REVIEW_RATING},
    {SLICE("review"), PROPERTY_REVIEW},
    {SLICE("slogan"), PROPERTY_SLOGAN},
    {SLICE("average"), PROPERTY_RATING_VALUE},
    {SLICE("creator"), PROPERTY_AUTHOR},
    {SLICE("reviews"), PROPERTY_REVIEW},
    {SLICE("summary"), PROPERTY_HEADLINE},
    {SLICE("category"), PROPERTY_CATEGORY},
    {SLICE("currency"), PROPERTY_PRICE_CURRENCY},
    {SLICE("headline"), PROPERTY_HEADLINE},
    {SLICE("lowPrice"), PROPERTY_LOW_PRICE},
    {SLICE("reviewer"), PROPERTY_AUTHOR},
    {SLICE("unitCode"), PROPERTY_UNIT},
    {SLICE("unitText"), PROPERTY_UNIT},
    {SLICE("givenName"), PROPERTY_GIVEN_NAME},
    {SLICE("highPrice"), PROPERTY_HIGH_PRICE},
    {SLICE("bestRating"), PROPERTY_BEST_RATING},
    {SLICE("dtreviewed"), PROPERTY_DATE},
    {SLICE("familyName"), PROPERTY_FAMILY_NAME},
    {SLICE("identifier"), PROPERTY_IDENTIFIER},
    {SLICE("reviewBody"), PROPERTY_REVIEW_BODY},
    {SLICE("starRating"), PROPERTY_OTHER},
    {SLICE("dateCreated"), PROPERTY_DATE},
    {SLICE("description"), PROPERTY_DESCRIPTION},
    {SLICE("ratingCount"), PROPERTY_RATING_COUNT},
    {SLICE("ratingValue"), PROPERTY_RATING_VALUE},
    {SLICE("reviewCount"), PROPERTY_REVIEW_COUNT},
    {SLICE("upvoteCount"), PROPERTY_UPVOTES},
    {SLICE("worstRating"), PROPERTY_WORST_RATING},
    {SLICE("itemReviewed"), PROPERTY_ITEM_REVIEWED},
    {SLICE("itemreviewed"), PROPERTY_ITEM_REVIEWED},
    {SLICE("reviewRating"), PROPERTY_REVIEW_RATING},
    {SLICE("alternateName"), PROPERTY_ALTERNATE_NAME},
    {SLICE("datePublished"), PROPERTY_DATE},
    {SLICE("negativeNotes"), PROPERTY_NEGATIVE_NOTES},
    {SLICE("positiveNotes"), PROPERTY_POSITIVE_NOTES},
    {SLICE("priceCurrency"), PROPERTY_PRICE_CURRENCY},
    {SLICE("aggregateRating"), PROPERTY_AGGREGATE_RATING},
    {SLICE("interactionType"), PROPERTY_INTERACTION_TYPE},
    {SLICE("itemListElement"), PROPERTY_ITEM_LIST_ELEMENT},
    {SLICE("additionalProperty"), PROPERTY_ADDITIONAL_PROPERTY},
    {SLICE("creativeWorkStatus"), PROPERTY_STATUS},
    {SLICE("hasAggregateRating"), PROPERTY_AGGREGATE_RATING},
    {SLICE("priceSpecification"), PROPERTY_PRICE_SPECIFICATION},
    {SLICE("applicationCategory"), PROPERTY_CATEGORY},
    {SLICE("isAccessibleForFree"), PROPERTY_FREE},
    {SLICE("interactionStatistic"), PROPERTY_INTERACTION_STATISTIC},
    {SLICE("userInteractionCount"), PROPERTY_INTERACTION_COUNT},
};

/*
 * A ClaimReview judges whether something is true, not a tool: it is no
 * review here.
 */
static const struct named types[] = {
    {SLICE("Car"), TYPE_TOOL},
    {SLICE("Offer"), TYPE_AMOUNT},
    {SLICE("Rating"), TYPE_AMOUNT},
    {SLICE("Review"), TYPE_REVIEW},
    {SLICE("Product"), TYPE_TOOL},
    {SLICE("Vehicle"), TYPE_TOOL},
    {SLICE("ItemList"), TYPE_AMOUNT},
    {SLICE("ListItem"), TYPE_AMOUNT},
    {SLICE("VideoGame"), TYPE_TOOL},
    {SLICE("LikeAction"), TYPE_APPROVAL},
    {SLICE("UserReview"), TYPE_REVIEW},
    {SLICE("VoteAction"), TYPE_APPROVAL},
    {SLICE("AgreeAction"), TYPE_APPROVAL},
    {SLICE("CriticReview"), TYPE_REVIEW},
    {SLICE("ProductGroup"), TYPE_TOOL},
    {SLICE("ProductModel"), TYPE_TOOL},
    {SLICE("SomeProducts"), TYPE_TOOL},
    {SLICE("EndorseAction"), TYPE_APPROVAL},
    {SLICE("AggregateOffer"), TYPE_AMOUNT},
    {SLICE("EmployerReview"), TYPE_REVIEW},
    {SLICE("Recommendation"), TYPE_REVIEW},
    {SLICE("WebApplication"), TYPE_TOOL},
    {SLICE("AggregateRating"), TYPE_AGGREGATE_RATING},
    {SLICE("Review-aggregate"), TYPE_AGGREGATE_RATING},
    {SLICE("IndividualProduct"), TYPE_TOOL},
    {SLICE("MobileApplication"), TYPE_TOOL},
    {SLICE("ProductCollection"), TYPE_TOOL},
    {SLICE("InteractionCounter"), TYPE_AMOUNT},
    {SLICE("SoftwareApplication"), TYPE_TOOL},
    {SLICE("EmployerAggregateRating"), TYPE_AGGREGATE_RATING},
};

static int compare(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    return memcmp(a.at, b.at, a.len);
}

/* The value of the name, or `other`. */
static unsigned find(const struct named *list, size_t count, struct slice name,
                     unsigned other)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(list[middle].name, name);
        if (order == 0)
            return list[middle].value;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return other;
}

enum property vocabulary_property(struct slice name)
{
    return (enum property)find(properties,
                               sizeof properties / sizeof *properties, name,
                               PROPERTY_OTHER);
}

unsigned vocabulary_type(struct slice name)
{
    return find(types, sizeof types / sizeof *types, name, TYPE_OTHER);
}

/*
 * The length of the vocabulary's address at the beginning of s, without what
 * separates it from a name; 0 when it is none that is known.
 */
static size_t host_length(struct slice s)
{
    static const struct slice schemes[] = {SLICE("http://"), SLICE("https://"),
                                           SLICE("//")};
    static const struct slice hosts[] = {
        SLICE("schema.org"), SLICE("www.schema.org"),
        SLICE("data-vocabulary.org"), SLICE("www.data-vocabulary.org"),
        SLICE("rdf.data-vocabulary.org")};
    size_t scheme = 0;
    for (size_t i = 0; i < 3 && scheme == 0; i++)
        if (slice_starts(s, schemes[i]))
            scheme = schemes[i].len;
    struct slice rest = slice_after(s, scheme);
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        size_t len = hosts[i].len;
        if (slice_starts(rest, hosts[i]) &&
            (rest.len == len || rest.at[len] == '/' || rest.at[len] == '#'))
            return scheme + len;
    }
    return 0;
}

/* Behind the separators, of which some write none and some two. */
static size_t skip_separators(struct slice s, size_t at)
{
    while (at < s.len && (s.at[at] == '/' || s.at[at] == '#'))
        at++;
    return at;
}

bool vocabulary_is_known(struct slice address)
{
    size_t len = host_length(address);
    if (len == 0)
        return false;
    struct slice rest = slice_after(address, skip_separators(address, len));
    return rest.len == 0 || slice_starts(rest, slice_of("docs/jsonldcontext"));
}

struct slice vocabulary_local(struct slice address)
{
    size_t len = host_length(address);
    size_t name = skip_separators(address, len);
    if (len == 0 || name == len || name == address.len)
        return slice_from(NULL, 0);
    struct slice local = slice_after(address, name);
    return memchr(local.at, '/', local.len) == NULL ? local
                                                    : slice_from(NULL, 0);
}
