/*
 * What one page says: `tool`, `review` and `vote` records, as vparse writes
 * them and vscore reads them.  A value that is null is an unknown slice,
 * DECIMAL_UNKNOWN or -1 for a count.  Slices belong to whoever filled the
 * struct: to the page when vparse did, to the line and the arena when
 * sighting_read did.
 */
#ifndef VTOOLS_RECORD_SIGHTING_H
#define VTOOLS_RECORD_SIGHTING_H

#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/decimal.h"
#include "lib/json/field_stream.h"
#include "lib/json/object.h"
#include "lib/record/judgement.h"

/* Where an item stood; `line` from 1, `offset` in bytes of the page. */
struct record_source {
    struct slice file;
    int64_t line, offset;
    struct slice url, fetched;
    struct slice syntax;
};

/* What a page itself claims of a panel; percentages in hundredths. */
struct stated {
    enum judgement verdict;
    int64_t ship, skip;
    int64_t ship_pct;
};

/* A rating of many: all in hundredths but the count. */
struct aggregate {
    int64_t value, best, worst;
    int64_t count;
};

/* A rating on a page's own scale, in hundredths. */
struct rating {
    int64_t value, best, worst;
};

struct tool_record {
    struct slice tool, name, tagline, category, description;
    struct stated stated;
    int64_t community_votes, community_ship_pct;
    struct slice entry, pricing;
    struct slice slug, url, reviewed, brand; /* unknown: left out */
    bool has_aggregate;
    struct aggregate aggregate;
    bool truncated; /* the page breaks off, so reviews may be missing */
    struct slice page;
    int64_t col;
    struct record_source source;
};

struct review_record {
    struct slice tool, name, tagline; /* tagline unknown: left out */
    struct slice reviewer;
    int64_t score;
    enum judgement verdict;
    struct slice text;
    bool text_folded;        /* it is known to be what text_add_folded leaves */
    struct slice keyed_text; /* the tool's key, two NULs and the text; unknown:
                                they do not stand like that */
    bool has_rating;
    struct rating rating;     /* before it was brought to 0 to 100 */
    struct slice title, date; /* unknown: left out */
    struct slice *pros, *cons;
    size_t pro_count, con_count; /* 0: left out */
    int64_t helpful;             /* -1: left out */
    bool truncated;
    struct slice id;
    struct slice inferred; /* JSON text of the object; unknown: left out */
    struct slice page;
    int64_t row, col;
    struct record_source source;
};

struct vote_record {
    struct slice tool;
    enum judgement vote;
    struct slice voter, at;
};

/* Both add one line with its LF. */
void tool_record_write(struct bytes *out, const struct tool_record *t);
void review_record_write(struct bytes *out, const struct review_record *r);

/*
 * Take the members out of an object that was read as a whole.  What is wrong
 * is remembered in *o; lists and `inferred` are left out.
 */
struct tool_record tool_record_take(struct object *o);
struct review_record review_record_take(struct object *o);
struct vote_record vote_record_take(struct object *o);

enum sighting_type {
    SIGHTING_TOOL,
    SIGHTING_REVIEW,
    SIGHTING_VOTE,
    SIGHTING_OTHER /* of a type that is not read here */
};

/* One record of any of the types; `others` are the members not named above,
 * each as `,"key":value`. */
struct sighting {
    enum sighting_type type;
    struct tool_record tool;
    struct review_record review;
    struct vote_record vote;
    struct slice others;
};

/* Reads lines one after the other; starts zeroed but for `padded`. */
struct sighting_reader {
    bool padded; /* the lines are: see lib/json/field_stream.h */
    struct field_stream stream;
};

void sighting_reader_free(struct sighting_reader *r);

/*
 * Reads one line by its fields.  False with *d filled when it is no JSON
 * object or a member has a wrong type or range.  The slices of *s point into
 * the line, the arena, and the reader (until the next call).  Only what a
 * verdict is made of is set: the rest, such as a review's title, is not.
 */
bool sighting_read(struct sighting_reader *r, struct slice line,
                   const char *source, size_t number, struct arena *arena,
                   struct sighting *s, struct diag *d);

/*
 * The same of the line that the text begins with, if it is like those before:
 * gives how long it is (lib/json/field_stream.h).  0 says nothing about it.  A
 * line that is at fault is of a type that is not read here.
 */
size_t sighting_read_first(struct sighting_reader *r, struct slice text,
                           struct arena *arena, struct sighting *s);

#endif
