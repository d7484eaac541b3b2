/*
 * `verdict` records: everything known about one tool.  Numbers that are null
 * are DECIMAL_UNKNOWN, counts -1, strings unknown slices.  Percentages,
 * scores and shares are hundredths.
 */
#ifndef VTOOLS_RECORD_VERDICT_H
#define VTOOLS_RECORD_VERDICT_H

#include "lib/json/object.h"
#include "lib/json/write.h"
#include "lib/record/rank.h"
#include "lib/record/sighting.h"

/* One merged review of the panel. */
struct panel_review {
    struct slice reviewer;
    int64_t score;
    enum judgement verdict;
    struct slice text; /* unknown under --brief */
    struct slice id;
    struct slice inferred; /* JSON text; unknown: left out */
    struct slice others;   /* further members, each as `,"key":value` */
};

struct score_summary {
    int64_t n;
    int64_t mean, median, min, max, sd;
};

struct community {
    int64_t votes, ship, skip;
    int64_t ship_pct;
};

/* A field on which the pages contradict each other, and what they say. */
struct conflict {
    struct slice field;
    struct slice *values; /* JSON texts: strings or numbers */
    size_t count;
};

/* A page that the tool was seen on. */
struct verdict_source {
    struct slice page, file, url;
    int64_t line;
};

enum agreement { AGREEMENT_UNKNOWN = -1, AGREEMENT_NO = 0, AGREEMENT_YES = 1 };

struct verdict {
    struct slice tool, name, tagline, category;
    enum judgement verdict;
    enum judgement held; /* what it would be without the policy's margin */
    int64_t reviews, ship, skip, mixed;
    int64_t ship_pct;
    int64_t weighted_ship_pct; /* DECIMAL_UNKNOWN: left out */
    int64_t weighted_score;    /* the same */
    struct slice basis;
    bool has_aggregate;
    struct aggregate aggregate;
    struct score_summary score;
    int64_t interval_low, interval_high;
    int64_t range, polarization;
    bool provisional;
    struct community community;
    struct slice entry, pricing;
    struct stated stated;
    enum agreement agrees;
    struct conflict *conflicts;
    size_t conflict_count;
    struct panel_review *panel;
    size_t panel_count;
    struct rank rank;
    struct slice policy;
    int64_t pages;
    struct verdict_source *sources;
    size_t source_count;
    struct slice others; /* further members, each as `,"key":value` */
};

enum verdict_parts {
    VERDICT_WHOLE,  /* a record of its own */
    VERDICT_BRIEF,  /* the same without the reviews' texts and the sources */
    VERDICT_INSIDE, /* inside a comparison: without type and panel */
};

/* What a reader calls the tool: its name, or its key when it has none. */
static inline struct slice verdict_name(const struct verdict *v)
{
    return v->name.len != 0 ? v->name : v->tool;
}

/* Writes the object; the LF of a record of its own is the caller's. */
void verdict_write(struct json_writer *w, const struct verdict *v,
                   enum verdict_parts parts);

/*
 * Reads a verdict.  Its slices point into the value and the arena; both must
 * outlive it.  What is wrong is remembered in *o.  False when there is no
 * memory.
 */
bool verdict_read(struct object *o, struct arena *arena, struct verdict *v);

/* The member "panel"; brief: without the reviews' texts. */
void panel_write(struct json_writer *w, const struct verdict *v, bool brief);

/* Pieces that other records have too; the sources only if there are any. */
void verdict_sources_write(struct json_writer *w, const struct verdict *v);
void score_summary_write(struct json_writer *w, const struct score_summary *s);
void interval_write(struct json_writer *w, int64_t low, int64_t high);

/* The same pieces as they are read, and an array of any values as texts. */
bool verdict_sources_read(struct object *o, struct arena *arena,
                          struct verdict *v);
struct score_summary score_summary_read(struct object *o);
void interval_read(struct object *o, int64_t *low_bound, int64_t *high_bound);
bool json_texts_read(struct object *o, const char *key, struct arena *arena,
                     struct slice **texts, size_t *count);

/*
 * The panel's verdict for readers, "Mixed · 2 ship / 2 skip"; the counts are
 * left out where they are not known.
 */
void verdict_add_panel_words(struct bytes *out, const struct verdict *v);

/* The community's, "62% ship · 13 votes" or "No community votes yet". */
void verdict_add_community_words(struct bytes *out, const struct verdict *v);

/* The score's, "59.75 · 45 to 74 · 4 scores"; empty when there is none. */
void verdict_add_score_words(struct bytes *out, const struct verdict *v);

#endif
