/* Listings of each type of record that has one. */
#ifndef VTOOLS_RENDER_LISTINGS_H
#define VTOOLS_RENDER_LISTINGS_H

#include "lib/json/object.h"
#include "lib/record/matrix.h"
#include "lib/render/listing.h"

/*
 * Makes a listing of verdicts, whose strings it points to.  It is called
 * "Ranking" when the first one has a place.
 */
void listing_of_verdicts(struct listing *l, const struct verdict *verdicts,
                         size_t count);

/*
 * Makes the next listing of a matrix; `*part` starts as 0 and moves on.  False
 * at the end, or without memory.
 */
bool listing_of_matrix(struct listing *l, const struct matrix *m, size_t *part);

enum listed {
    LISTED,
    LISTED_ELSEWHERE, /* the listing has other columns than the record needs */
    LISTED_NO_MEMORY
};

/*
 * Adds a record to a listing that is empty or was begun by this call.  What is
 * wrong with a member is refused in *o, and nothing is added then.
 */
typedef enum listed listing_taker(struct listing *l, struct object *o,
                                  struct arena *arena);

/* The types whose listings are filled record by record. */
struct listed_type {
    const char *type;
    listing_taker *take;
};

/* NULL for a type that has no listing. */
const struct listed_type *listed_type_of(struct slice type);

listing_taker listing_take_group, listing_take_agreement, listing_take_audit,
    listing_take_tool, listing_take_review, listing_take_vote,
    listing_take_page;

/* Columns and cells that several listings have. */
enum {
    LISTING_STAYS,
    LISTING_YIELDS_LATE,
    LISTING_YIELDS,
    LISTING_YIELDS_SOON
};
void listing_set_percent(struct listing *l, size_t column, int64_t share);
void listing_set_count(struct listing *l, size_t column, int64_t count);
void listing_set_score(struct listing *l, size_t column, int64_t score);

/* What a place in a ranking was given for, and a column for it if it needs one.
 */
struct slice listing_rank_hint(const struct rank *r);
bool listing_add_rank_value(struct listing *l, const struct rank *r);

#endif
