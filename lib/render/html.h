/*
 * The HTML format's own parts; only its files include this.
 *
 * The body is collected, as the page's title and table of contents depend on
 * all of it.  Headings are written with the bytes 2 to 6 in the place of
 * their level (no text holds such bytes, as all of it is masked): in a page
 * of one section, whose title is the page's, the levels below move up by one.
 */
#ifndef VTOOLS_RENDER_HTML_H
#define VTOOLS_RENDER_HTML_H

#include "lib/render/document.h"

/* The style sheet, in pieces that NULL ends, and its hash for the policy. */
extern const char *const html_style[];
extern const char html_style_hash[];

/* Adds markup as it stands. */
void html_markup(struct document *d, const char *markup);
void html_format(struct document *d, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Text from records, masked and escaped for elements and attributes. */
void html_add_text(struct bytes *out, struct slice text);
void html_text(struct document *d, struct slice text);

/* The same as a bdi element; an unknown or empty slice is a dash. */
void html_bdi(struct document *d, struct slice text);

/* The same as a link, where the site has such a page. */
void html_link(struct document *d, enum site_page page, struct slice name,
               struct slice text);

/* Begins such a link; false where there is none. */
bool html_open_link(struct document *d, enum site_page page, struct slice name);
void html_close_link(struct document *d, bool opened);

/* The name of a file or an address, which may be broken behind slashes. */
void html_place(struct document *d, struct slice place);

/* Text made of words, which it clears; a dash when they are empty. */
void html_words(struct document *d, struct bytes *words);

/* A paragraph of a class (NULL: none); nothing for an unknown slice. */
void html_paragraph(struct document *d, const char *class, struct slice text);

/* Begins a section of the page, which html_end_section ends. */
void html_begin_section(struct document *d, const char *class,
                        struct slice title);
void html_end_section(struct document *d);

/* A heading in a section; `level` from 3. */
void html_heading(struct document *d, int level, const char *title);
void html_open_heading(struct document *d, int level);
void html_close_heading(struct document *d, int level);

/* A verdict as a badge: word, shape and colour. */
void html_badge(struct document *d, enum judgement j);
struct slice html_judgement(enum judgement j);

/* A bar for a score whose number stands beside it; nothing if unknown. */
void html_bar(struct document *d, int64_t score);

/* The notes on verdicts, and where they were seen; nothing without any. */
void html_notes(struct document *d, const struct verdict *verdicts,
                size_t count, bool brief);
void html_sources(struct document *d, const struct verdict *verdicts,
                  size_t count);

/*
 * Facts for programs, see html_microdata.c.  An offer and a rating are opened
 * with their element, which the caller closes; the card has the tool.
 */
void html_meta(struct document *d, const char *property, struct slice value);
void html_bdi_property(struct document *d, const char *property,
                       struct slice text);
void html_stated(struct document *d, const struct verdict *v);
void html_open_offer(struct document *d, const struct verdict *v);
void html_open_review(struct document *d, const char *id,
                      const struct scorecard_row *row);
void html_open_rating(struct document *d, const struct scorecard_cell *cell);

/* The id of a review in a comparison; `side` is 0 or 1. */
void html_review_id(const struct document *d, int side, size_t row,
                    char id[64]);

/* The name, or words for a reviewer without one. */
struct slice html_reviewer(const struct scorecard_row *row);

/*
 * The card of a tool: of a side of a comparison, or alone, without one.  The
 * letter is that of the side.
 */
void html_card(struct document *d, const struct verdict *v,
               const struct comparison *c, int side);
void html_letter(struct document *d, int side);

/* The parts of a comparison that stand in a file of their own. */
void html_plot(struct document *d, const struct comparison *c);
void html_scorecard(struct document *d, const struct comparison *c);

/* What comparisons of two and of several tools have in common. */
void html_why(struct document *d, struct slice winner, struct slice why);
void html_agreement(struct document *d, const struct slice *agree,
                    size_t agree_count, const struct slice *split,
                    size_t split_count);

void html_matrix(struct document *d, const struct matrix *m);
void html_comparison(struct document *d, const struct comparison *c);
void html_verdicts(struct document *d, const struct verdict *verdicts,
                   size_t count);
void html_table(struct document *d, const struct listing *l);
void html_listing(struct document *d, const struct listing *l);
void html_changes(struct document *d, const struct change *changes,
                  size_t count);

#endif
