/*
 * The names of schema.org that matter for reviews, and those of the older
 * vocabularies that say the same: data-vocabulary.org, which took the names
 * of the first microformats.
 */
#ifndef VTOOLS_PARSE_VOCABULARY_H
#define VTOOLS_PARSE_VOCABULARY_H

#include "lib/base/slice.h"

enum property {
    PROPERTY_OTHER, /* none that is read */
    PROPERTY_ADDITIONAL_PROPERTY,
    PROPERTY_AGGREGATE_RATING,
    PROPERTY_ALTERNATE_NAME,
    PROPERTY_AUTHOR,
    PROPERTY_BEST_RATING,
    PROPERTY_BRAND,
    PROPERTY_CATEGORY,
    PROPERTY_DATE,
    PROPERTY_DESCRIPTION,
    PROPERTY_FAMILY_NAME,
    PROPERTY_FREE,
    PROPERTY_GIVEN_NAME,
    PROPERTY_HEADLINE,
    PROPERTY_HIGH_PRICE,
    PROPERTY_IDENTIFIER,
    PROPERTY_INTERACTION_COUNT,
    PROPERTY_INTERACTION_STATISTIC,
    PROPERTY_INTERACTION_TYPE,
    PROPERTY_ITEM,
    PROPERTY_ITEM_LIST_ELEMENT,
    PROPERTY_ITEM_REVIEWED,
    PROPERTY_LOW_PRICE,
    PROPERTY_NAME,
    PROPERTY_NEGATIVE_NOTES,
    PROPERTY_OFFERS,
    PROPERTY_POSITIVE_NOTES,
    PROPERTY_PRICE,
    PROPERTY_PRICE_CURRENCY,
    PROPERTY_PRICE_SPECIFICATION,
    PROPERTY_RATING_COUNT,
    PROPERTY_RATING_VALUE,
    PROPERTY_REVIEW,
    PROPERTY_REVIEW_BODY,
    PROPERTY_REVIEW_COUNT,
    PROPERTY_REVIEW_RATING,
    PROPERTY_SLOGAN,
    PROPERTY_STATUS,
    PROPERTY_TEXT,
    PROPERTY_UNIT,
    PROPERTY_UPVOTES,
    PROPERTY_URL,
    PROPERTY_WORST_RATING,
    PROPERTIES
};

/* What a thing is; it may be several at once, or none of these. */
enum {
    TYPE_REVIEW = 1,
    TYPE_AGGREGATE_RATING = 2,
    TYPE_TOOL = 4,   /* a product or a program, told of even without reviews */
    TYPE_AMOUNT = 8, /* an offer, a rating, a count: never reviewed itself */
    TYPE_APPROVAL = 16, /* what readers do to a review that helped them */
    TYPE_OTHER = 32
};

/* The property of this name, without vocabulary. */
enum property vocabulary_property(struct slice name);

/* The TYPE_... of this name, without vocabulary. */
unsigned vocabulary_type(struct slice name);

/* Whether the address is a vocabulary's, whatever its spelling. */
bool vocabulary_is_known(struct slice address);

/*
 * The name at the end of a full address in a known vocabulary; unknown for
 * any other address.
 */
struct slice vocabulary_local(struct slice address);

#endif
