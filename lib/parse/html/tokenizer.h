/*
 * The tokenizer of the WHATWG's HTML standard, over a whole page in memory.
 *
 * Names and texts are slices of the page wherever nothing in them had to be
 * decoded, and otherwise belong to the arena.  Whoever builds a tree switches
 * the state behind start tags like <script>, as the standard has it.  Errors
 * are not reported; a tag that the page breaks off in gives no token.
 */
#ifndef VTOOLS_PARSE_HTML_TOKENIZER_H
#define VTOOLS_PARSE_HTML_TOKENIZER_H

#include "lib/parse/html/html.h"
#include "lib/parse/html/tags.h"

enum html_token_kind {
    HTML_START_TAG,
    HTML_END_TAG,
    HTML_CHARACTERS,
    HTML_COMMENT,
    HTML_DOCTYPE
};

/* Only the members that belong to the kind are set. */
struct html_token {
    enum html_token_kind kind;
    enum html_tag tag;
    bool self_closing;
    bool quirks;        /* the standard's force-quirks flag of a doctype */
    uint32_t hash;      /* of a tag's name */
    uint32_t attribute; /* of a start tag: the first in the tokenizer's */
    uint32_t attribute_count;
    html_attribute_set known; /* of a start tag's attributes, by name */
    size_t offset;            /* where it begins in the page */
    struct slice name;        /* of a tag or doctype, in small letters */
    struct slice text;        /* characters, or a comment's */
    struct slice public_id, system_id; /* unknown when they are missing */
};

/* What the text is that comes next. */
enum html_state {
    HTML_STATE_DATA,
    HTML_STATE_RCDATA,
    HTML_STATE_RAWTEXT,
    HTML_STATE_SCRIPT_DATA,
    HTML_STATE_PLAINTEXT,
    HTML_STATE_CDATA,
    HTML_STATES
};

struct html_tokenizer {
    const char *begin, *at, *end; /* of the page */
    struct arena *arena;
    enum html_state state;
    struct slice last_start; /* the last start tag's name */
    bool foreign;            /* inside svg or math: CDATA sections are */
    bool comments;           /* comments and doctypes are asked for */
    bool failed;             /* no memory */
    /* The attributes of all start tags. */
    struct html_attribute *attributes;
    size_t attribute_count, attribute_room;
    size_t attributes_most; /* of one tag */
    size_t attributes_left_out;
    unsigned char *attribute_hashes; /* of the tag at hand, a byte each */
    char *decoded, *decoded_end;     /* room for decoded text */
};

/*
 * Begins a page, whose bytes past 127 are not looked at.  False when there is
 * no memory.
 */
bool html_tokenizer_init(struct html_tokenizer *t, struct slice page,
                         size_t attributes_most, struct arena *arena);

/* The next token; false at the end of the page or when there is no memory. */
bool html_tokenizer_next(struct html_tokenizer *t, struct html_token *token);

/* -- for the files beside this one -------------------------------------- */

struct slice html_take_decoded(struct html_tokenizer *t, struct slice raw,
                               unsigned rules);

/* What stands from `from` up to `to`, decoded when it has to be. */
static inline struct slice html_take(struct html_tokenizer *t, const char *from,
                                     const char *to, bool special,
                                     unsigned rules)
{
    struct slice raw = slice_from(from, (size_t)(to - from));
    return special ? html_take_decoded(t, raw, rules) : raw;
}

/* A name with capitals or NUL in it: made small, NUL made U+FFFD. */
struct slice html_take_small(struct html_tokenizer *t, struct slice raw);

/* A tag, t->at standing behind "<" or "</"; false: the page ends in it. */
bool html_read_tag(struct html_tokenizer *t, struct html_token *token);

/* "<!DOCTYPE", t->at standing behind it. */
bool html_read_doctype(struct html_tokenizer *t, struct html_token *token);

/* Comments, proper and bogus, t->at standing where their text begins. */
bool html_read_comment(struct html_tokenizer *t, struct html_token *token);
bool html_read_bogus_comment(struct html_tokenizer *t,
                             struct html_token *token);

/* Where the text of a script ends whose end tag has this name. */
const char *html_script_end(const char *at, const char *end, struct slice name);

/* Whether "<" at `at` begins the end tag of this name. */
bool html_is_end_tag(const char *at, const char *end, struct slice name);

#endif
