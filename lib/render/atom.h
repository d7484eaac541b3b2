/*
 * The format atom (RFC 4287): an entry a verdict, change, comparison or other
 * record.  What an entry's `updated` is stands in man/vrender.1.
 */
#ifndef VTOOLS_RENDER_ATOM_H
#define VTOOLS_RENDER_ATOM_H

#include "lib/base/arena.h"
#include "lib/base/bytes.h"
#include "lib/base/table.h"

/* What a feed is told beside its records. */
struct atom_settings {
    struct slice tag;      /* who mints its ids, as RFC 4151 has it; or "" */
    struct slice title;    /* unknown: not said */
    struct slice url;      /* where it will be, unknown: not said */
    struct slice previous; /* the feed as it was; "" when there is none */
};

/* Whether a tagging entity is one: `example.org,2026-01-31`. */
bool atom_tag_is_valid(struct slice tag);

/* An entry of an earlier feed of ours, as it stands there. */
struct atom_entry {
    struct slice id, updated;
    struct slice term; /* what it said, in one word */
};

/* The entries of an earlier feed, by id; starts zeroed. */
struct atom_entries {
    struct table ids;
    struct atom_entry *at;
    size_t count, cap;
};

/*
 * Takes the entries of a feed that vrender wrote, which must outlive them; of
 * any other text whatever looks like one.  False when there is no memory.
 */
bool atom_entries_read(struct atom_entries *entries, struct slice feed);
void atom_entries_free(struct atom_entries *entries);

/* NULL when there was none. */
const struct atom_entry *atom_entries_find(const struct atom_entries *entries,
                                           struct slice id);

/* The document's own: entries are collected, as the feed's time is first. */
struct feed {
    struct atom_entries before;
    struct table ids; /* so far, and how many had each; in `names` */
    struct arena names;
    struct bytes newest; /* of the entries' times */
    /* Of the entry at hand; what they hold is text, but for the id. */
    struct bytes id, term, title, content, updated;
    struct slice link;
};

struct document;

/* Empties the entry at hand; its id begins with the kind. */
struct feed *atom_begin_entry(struct document *d, const char *kind);
void atom_add_to_id(struct feed *f, struct slice s);

/* Adds the entry at hand, with its time. */
void atom_end_entry(struct document *d, struct feed *f);

struct verdict;
struct comparison;
struct change;
struct object;
void atom_verdict(struct document *d, const struct verdict *v);
void atom_comparison(struct document *d, const struct comparison *c);
void atom_change(struct document *d, const struct change *c);
bool atom_other(struct document *d, struct slice type, struct object *o);

#endif
