/*
 * The format jsonld: what its files share.  A document is one object with a
 * graph of things as schema.org names them; vparse reads tools, reviews,
 * verdicts and comparisons back.
 */
#ifndef VTOOLS_RENDER_JSONLD_H
#define VTOOLS_RENDER_JSONLD_H

#include "lib/record/sighting.h"
#include "lib/render/document.h"

/* Begins a thing of the graph, what stands in it being the caller's. */
void jsonld_begin_thing(struct document *d);

/*
 * Members, each with a comma before it; nothing where the value is unknown.
 * Keys are literals.
 */
void jsonld_add_string(struct bytes *out, const char *key, struct slice value);
void jsonld_add_decimal(struct bytes *out, const char *key, int64_t hundredths);
void jsonld_add_count(struct bytes *out, const char *key, int64_t count);
void jsonld_add_rating(struct bytes *out, const char *type, int64_t value,
                       int64_t best, int64_t worst);

/* What a tool is called everywhere, from its bracket on. */
void jsonld_open_tool(struct bytes *out, struct slice key, struct slice name,
                      struct slice tagline);

/* What its offers and category say. */
void jsonld_add_terms(struct bytes *out, struct slice category,
                      struct slice entry, struct slice pricing,
                      struct slice brand);

/* What schema.org has no word for: values with names of their own. */
struct jsonld_properties {
    struct bytes *out;
    size_t count;
};

void jsonld_property(struct jsonld_properties *p, const char *name,
                     struct slice value);
void jsonld_decimal_property(struct jsonld_properties *p, const char *name,
                             int64_t hundredths);
void jsonld_count_property(struct jsonld_properties *p, const char *name,
                           int64_t count);
void jsonld_end_properties(struct jsonld_properties *p);

/* A page's statement on its panel. */
void jsonld_stated_properties(struct jsonld_properties *p,
                              const struct stated *stated);

/* A review, as the records of several types have it. */
struct jsonld_review {
    struct slice tool, name, tagline; /* all unknown inside its tool */
    struct slice reviewer, text, title, date;
    int64_t score, helpful;
    enum judgement verdict;
    bool has_rating, truncated;
    struct rating rating;
    const struct json_value *pros, *cons; /* arrays of strings, or NULL */
};

void jsonld_add_review(struct bytes *out, const struct jsonld_review *r);

/* The things that records of these types become. */
void jsonld_tool(struct document *d, struct object *o);
void jsonld_review(struct document *d, struct object *o);
void jsonld_verdict(struct document *d, const struct verdict *v);
void jsonld_comparison(struct document *d, const struct comparison *c);

#endif
