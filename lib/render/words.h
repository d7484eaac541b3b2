/*
 * What documents say in words, the same in every format.  All of it is plain
 * text that still has to be masked and escaped, as it holds strings from
 * records.
 */
#ifndef VTOOLS_RENDER_WORDS_H
#define VTOOLS_RENDER_WORDS_H

#include "lib/record/change.h"
#include "lib/record/matrix.h"
#include "lib/record/verdict.h"

/* "50%"; an unknown number is "–". */
void words_add_percent(struct bytes *out, int64_t hundredths);

/* "59.75" or "–". */
void words_add_number(struct bytes *out, int64_t hundredths);

/* "4" or "–". */
void words_add_count(struct bytes *out, int64_t count);

/* "1 review", "4 reviews". */
void words_add_counted(struct bytes *out, int64_t count, const char *thing);

/*
 * Whether the share of ship is that of the reviews at hand: a page may state
 * one of which not all reviews are known.
 */
bool words_share_is_of_reviews(const struct verdict *v);

/* "50% ship of 4 reviews", "33% ship, 2 reviews", "no reviews". */
void words_add_panel(struct bytes *out, const struct verdict *v);

/* "30.57 to 86.32". */
void words_add_interval(struct bytes *out, int64_t low, int64_t high);

/*
 * What to know beside the verdict's word: "provisional, as stated, Skip
 * without the margin"; nothing where it stands by itself.
 */
void words_add_standing(struct bytes *out, const struct verdict *v);

/* "as stated", "by rating"; NULL when the verdict rests on its reviews. */
const char *words_basis(const struct verdict *v);

/* s with its first letter, if it is a to z, as a capital; "–" if unknown. */
void words_add_capitalized(struct bytes *out, struct slice s);

/* A JSON text as people write it: a string as it is, null as "nothing". */
void words_add_json(struct bytes *out, struct slice json);

/* "A vs B". */
void words_add_title(struct bytes *out, const struct comparison *c);

/* "A vs B vs C", "A vs B vs C and 9 more". */
void words_add_matrix_title(struct bytes *out, const struct matrix *m);

/* "Winner: A", "Tie: A, B"; nothing when none comes first. */
void words_add_matrix_winner(struct bytes *out, const struct matrix *m);

/* "Winner: A" or "Tie"; nothing when the record names no winner. */
void words_add_winner(struct bytes *out, const struct comparison *c);

/* "B leads by 11", "level"; nothing when one of the scores is unknown. */
void words_add_delta(struct bytes *out, const struct scorecard_row *row);

/* "Builder, Skeptic". */
void words_add_list(struct bytes *out, const struct slice *items, size_t count);

/* The name of a source for readers: its address, else its file. */
struct slice words_source(const struct verdict_source *s);

/* The same with the line in a file: "pages/a.html:12". */
void words_add_place(struct bytes *out, const struct verdict_source *s);

/*
 * What a change is about beyond its kind: "verdict", "text by Builder", "by
 * Builder"; or nothing.
 */
void words_add_subject(struct bytes *out, const struct change *c);

/*
 * Who made the change, and whether the policy did alone: "ours", "conflict,
 * policy alone"; or nothing.
 */
void words_add_origin(struct bytes *out, const struct change *c);

/* In a conflict, what the others changed where `c` says what we did. */
struct change words_theirs(const struct change *c);

/*
 * Which values of a change there are to show: neither where both are null.
 * What one of them is not is "nothing", see words_add_json.
 */
struct words_values {
    bool old_value, new_value;
};

struct words_values words_values(const struct change *c);

/* "mixed → ship", "ship"; nothing where neither is to show. */
void words_add_values(struct bytes *out, const struct change *c);

/*
 * A run of a word diff without the white space at its ends, and whether a
 * space stands before it, outside of its mark.  A marked run of nothing but
 * white space is "␣", to be seen; an unmarked one is empty.
 */
struct words_run {
    char sign;
    bool spaced;
    struct slice text;
};

struct words_run words_run(const struct change *c, size_t i);

/* All runs, as wdiff marks them: "[-old-]{+new+} words". */
void words_add_diff(struct bytes *out, const struct change *c);

/* "new review by Builder; policy a → b"; nothing without a cause. */
void words_add_cause(struct bytes *out, const struct change_cause *cause);

#endif
