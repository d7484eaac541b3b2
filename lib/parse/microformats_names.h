/* The class names of microformats, and what they mean. */
#ifndef VTOOLS_PARSE_MICROFORMATS_NAMES_H
#define VTOOLS_PARSE_MICROFORMATS_NAMES_H

#include "lib/parse/vocabulary.h"

/* What the properties of an item mean depends on what it is. */
enum microformat {
    MICROFORMAT_NONE,
    MICROFORMAT_REVIEW,
    MICROFORMAT_AGGREGATE,
    MICROFORMAT_RATING,
    MICROFORMAT_THING /* a product, a person, anything with a name */
};

struct microformat_root {
    enum microformat kind;
    bool classic; /* of the first microformats, whose names have no prefix */
    unsigned types;
};

/*
 * The root that a class name stands for; its kind is MICROFORMAT_NONE for all
 * others.  Names that begin with `h-` but are no known format are left alone:
 * style sheets are full of them (`h-full`).
 */
struct microformat_root microformat_root(struct slice class);

/* A quick look at whether one of the class names may stand for a root. */
bool microformat_may_begin(struct slice classes);

/*
 * The property that a name (without prefix) stands for in an item of this
 * kind.
 */
enum property microformat_property(enum microformat kind, bool classic,
                                   struct slice name);

#endif
