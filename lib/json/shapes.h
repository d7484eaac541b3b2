/*
 * Shapes of lines: what the lines of one producer have in common.  A line
 * that was walked is remembered as literals, all that stands between its
 * leaves, and leaves, the values of its members.  A later line that has the
 * same literals, and whose leaves are values, is JSON of the same members by
 * construction, and was taken apart by comparing them.
 *
 * What fits no shape says nothing about a line: it is walked then.
 */
#ifndef VTOOLS_JSON_SHAPES_H
#define VTOOLS_JSON_SHAPES_H

#include "lib/json/fields.h"

/* What a leaf is, beside the number of a field. */
enum {
    SHAPE_OTHER = FIELDS_MOST, /* a member that is not named */
    SHAPE_PASSED,              /* nothing that anybody reads */
    SHAPE_FIELDS,              /* room for all that may be filled */
    SHAPE_END = SHAPE_FIELDS,  /* no leaf: the line ends */
    SHAPE_NONE
};

/* Where the leaves of a line stood that is being walked. */
struct shape_note {
    const char *key, *from, *end;
    unsigned char leaf;
    bool plain;           /* it is taken only if it is no array or object */
    unsigned char opened; /* the field whose object begins before it, or */
    const char *opening;  /* SHAPE_NONE; and where */
};

struct shape_notes {
    struct shape_note at[FIELDS_MOST];
    size_t count;
    uint64_t seen;        /* of the fields, one bit each */
    bool unfit;           /* to become a shape */
    unsigned char opened; /* for the next leaf */
    const char *opening;
};

static inline void shape_notes_begin(struct shape_notes *n)
{
    n->count = 0;
    n->seen = 0;
    n->unfit = false;
    n->opened = SHAPE_NONE;
}

/* NULL: nothing is noted. */
void shape_notes_open(struct shape_notes *n, size_t field, const char *at);

void shape_notes_leaf(struct shape_notes *n, const char *key, const char *from,
                      const char *end, size_t leaf, bool plain);

enum { SHAPE_STEPS_MOST = 192, SHAPE_LITERAL_MOST = 64 };

/*
 * A literal and the leaf behind it; `next` is the step that follows when both
 * are there, `instead` the one to try when they are not.
 */
struct shape_step {
    struct shape_step *next, *instead; /* or NULL */
    char literal[SHAPE_LITERAL_MOST];
    char mask[SHAPE_LITERAL_MOST]; /* 0xff for each byte of the literal, or 0 */
    uint64_t set; /* the fields of this step and those before, a bit each */
    unsigned char len;
    unsigned char leaf;
    bool plain;
    bool plenty; /* more is to be done than to fill the leaf's field */
    unsigned char opened;
    unsigned char back; /* bytes from the leaf to its key, or to the opening */
};

/*
 * Starts zeroed and stays where it is.  Step 0 stands before all the others.
 */
struct shapes {
    struct shape_step steps[SHAPE_STEPS_MOST];
    size_t count;
    size_t missed;  /* lines since one fitted */
    uint64_t set;   /* which fields the line before may have left set */
    bool line_ends; /* literals have some, so no open line is fitted */
};

/* What a line is read with, and into. */
struct shape_target {
    const struct wide *wide;
    struct field *fields; /* SHAPE_FIELDS of them */
    struct bytes *others;
    struct field_room *room; /* or NULL */
};

/*
 * How long the line is, behind which WIDE_BEHIND bytes can be read, if it has
 * one of the shapes, or 0; then fields and others are filled as fields_read
 * does.  An `open` line is what a text begins with: it ends before an LF, or a
 * CR and an LF, or with the text.  The fields must be the same from call to
 * call, with nobody else but shapes_learn's caller filling them.
 */
size_t shapes_fit(struct shapes *s, struct slice line, bool open,
                  const struct shape_target *to);

/* The same where there is AVX2, and everywhere. */
size_t shapes_fit_avx2(struct shapes *s, struct slice line, bool open,
                       const struct shape_target *to);
size_t shapes_fit_any(struct shapes *s, struct slice line, bool open,
                      const struct shape_target *to);

/*
 * After a line that had none, and was read otherwise into the fields: takes
 * its shape from the notes, if it is to be had.
 */
void shapes_learn(struct shapes *s, struct slice line,
                  const struct shape_notes *notes);

void shapes_forget(struct shapes *s);

/* Whether a line that has no shape should be noted, to learn from it. */
bool shapes_curious(struct shapes *s);

#endif
