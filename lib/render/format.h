/*
 * The formats of documents.  A new one is a file of its own with a
 * `const struct format`, and a line in the table of format.c.
 */
#ifndef VTOOLS_RENDER_FORMAT_H
#define VTOOLS_RENDER_FORMAT_H

#include "lib/base/bytes.h"
#include "lib/record/change.h"
#include "lib/record/comparison.h"
#include "lib/record/matrix.h"
#include "lib/record/stream.h"
#include "lib/record/verdict.h"

struct document;
struct listing;

/*
 * What a format does with records.  Each call adds to document->out what is
 * ready to be written; when memory runs out the buffer remembers it.  A kind
 * of record without a call has no place in the format; `begin`, `end` and
 * `free` may be left out.  Records belong to the caller and are gone after
 * the call.
 */
struct format {
    const char *name;
    const char *extensions; /* each with its dot and a space behind it */
    void (*begin)(struct document *document);
    /*
     * Takes lines of every type as they stand, for a format that needs no
     * records taken apart: none of the calls below is used then.  Answers as
     * document_take does, and counts what has no place with document_ignore.
     */
    enum record_answer (*line)(struct document *document,
                               const struct record_line *line, struct diag *d);
    void (*comparison)(struct document *document, const struct comparison *c);
    void (*matrix)(struct document *document, const struct matrix *m);
    /* A verdict as it comes, whole; in place of `verdicts`. */
    void (*verdict)(struct document *document, const struct verdict *v);
    /* Verdicts that follow each other, at least one. */
    void (*verdicts)(struct document *document, const struct verdict *verdicts,
                     size_t count);
    /* A change as it comes; in place of `changes`. */
    void (*change)(struct document *document, const struct change *c);
    /* Changes that follow each other, at least one. */
    void (*changes)(struct document *document, const struct change *changes,
                    size_t count);
    /* Records of one type of those in listings.h, at least one. */
    void (*listing)(struct document *document, const struct listing *l);
    /*
     * A record of any other type, as it comes.  What is wrong with a member is
     * refused in *o, and nothing is added then.  False when the format has no
     * place for the type.
     */
    bool (*other)(struct document *document, struct slice type,
                  struct object *o);
    void (*end)(struct document *document);
    void (*free)(struct document *document); /* what `own` holds */
};

extern const struct format format_text, format_markdown, format_html,
    format_csv, format_tsv, format_json, format_jsonld, format_mail,
    format_atom, format_svg;

/* NULL when there is none of that name. */
const struct format *format_named(const char *name);

/* The format that the name of a file asks for by its end, or NULL. */
const struct format *format_of_file(const char *file);

/* Adds the names of all formats: "text, md, html". */
void format_add_names(struct bytes *out);

#endif
