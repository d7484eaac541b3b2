/* `change` records: what became different between two snapshots. */
#ifndef VTOOLS_RECORD_CHANGE_H
#define VTOOLS_RECORD_CHANGE_H

#include "lib/json/object.h"
#include "lib/json/write.h"

/* In the order in which the changes of one tool are written. */
enum change_kind {
    CHANGE_ADDED,
    CHANGE_REMOVED,
    CHANGE_FLIPPED,
    CHANGE_SCORE,
    CHANGE_PANEL,
    CHANGE_PRICING,
    CHANGE_TEXT,
    CHANGE_FACT,
    CHANGE_KINDS /* how many there are */
};

/* "added" and so on. */
const char *change_kind_word(enum change_kind kind);

/* The kind of this name; CHANGE_KINDS: there is none. */
enum change_kind change_kind_named(struct slice word);

/* Of three snapshots, who made the change. */
enum change_by {
    CHANGE_BY_NOBODY, /* there were but two */
    CHANGE_BY_OURS,
    CHANGE_BY_THEIRS,
    CHANGE_BY_BOTH,
    CHANGE_BY_CONFLICT /* both, and not the same one */
};

/* A run of words that both texts have ('='), the old ('-') or the new ('+'). */
struct change_words {
    char sign;
    struct slice text;
};

/*
 * Why a verdict flipped: reviewers whose reviews came, went or changed.  A
 * review whose reviewer is not known is named by its id; one without an id
 * is unknown, and null in the record.
 */
struct change_cause {
    struct slice *came, *went, *changed;
    size_t came_count, went_count, changed_count;
    struct slice old_policy, new_policy; /* known when they differ */
};

/*
 * `old_value` and `new_value` are JSON texts ("null" included).  `reviewer`
 * unknown, `cause` or `theirs` NULL and no words mean that the member is left
 * out.  Patches (lib/record/patch.h) are not in it.
 */
struct change {
    struct slice tool, name;
    enum change_kind kind;
    struct slice field, old_value, new_value;
    struct slice reviewer;
    const struct change_cause *cause;
    const struct change_words *words;
    size_t word_count;
    bool replaced; /* the words are but the whole texts, and not written */
    enum change_by by;
    const struct change *theirs; /* new_value, cause and words count */
    bool since_policy;           /* the policy alone made it */
};

/* Writes the object; the LF is the caller's. */
void change_write(struct json_writer *w, const struct change *c);

/* As verdict_read, in lib/record/verdict.h. */
bool change_read(struct object *o, struct arena *arena, struct change *c);

#endif
