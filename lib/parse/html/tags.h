/*
 * The elements of HTML and what a reader must know of each.  An element that
 * is not listed is HTML_OTHER, an ordinary one.
 */
#ifndef VTOOLS_PARSE_HTML_TAGS_H
#define VTOOLS_PARSE_HTML_TAGS_H

#include <stdint.h>

#include "lib/parse/html/names.h"

enum {
    TAG_VOID = 1,        /* has no content and no end tag */
    TAG_SPECIAL = 2,     /* end tags of ordinary elements stop before it */
    TAG_ENDS_P = 4,      /* its start tag ends an open p */
    TAG_BLOCK_END = 8,   /* its end tag ends what is open inside it */
    TAG_FORMATTING = 16, /* may end before what is open inside it */
    TAG_SCOPE = 32,      /* end tags inside it reach nothing outside */
    TAG_LEAVES_SVG = 64, /* never is inside svg or math */
    TAG_IN_HEAD = 128,   /* may be inside head */
    TAG_LINE = 256,      /* stands in lines of its own */
    TAG_UNSEEN = 512     /* its text is not part of what a reader sees */
};

/* The rules of their own that start and end tags have (tree.c). */
enum html_rule {
    RULE_NONE,
    RULE_HTML,
    RULE_HEAD,
    RULE_BODY,
    RULE_P,
    RULE_HEADING,
    RULE_ITEM,
    RULE_TERM,
    RULE_BUTTON,
    RULE_FORM,
    RULE_SELECT,
    RULE_OPTION,
    RULE_RUBY,
    RULE_BR,
    RULE_TABLE,
    RULE_TABLE_PART,
    RULE_COLUMN,
    RULE_ROW,
    RULE_CELL,
    RULE_TEMPLATE,
    RULES
};

/* Sets of facts that many elements share. */
#define TAG_BLOCK (TAG_SPECIAL | TAG_ENDS_P | TAG_BLOCK_END | TAG_LINE)
#define TAG_SVG_BLOCK (TAG_BLOCK | TAG_LEAVES_SVG)
#define TAG_HEADING (TAG_SPECIAL | TAG_ENDS_P | TAG_LEAVES_SVG | TAG_LINE)
#define TAG_STYLED (TAG_FORMATTING | TAG_LEAVES_SVG)
#define TAG_LIST_ITEM (TAG_SPECIAL | TAG_LEAVES_SVG | TAG_LINE)
#define TAG_PART (TAG_SPECIAL | TAG_LINE)
#define TAG_META (TAG_SPECIAL | TAG_IN_HEAD | TAG_UNSEEN)

#define HTML_TAGS(TAG)                                                         \
    TAG(A, "a", TAG_FORMATTING, NONE)                                          \
    TAG(ABBR, "abbr", 0, NONE)                                                 \
    TAG(ADDRESS, "address", TAG_BLOCK, NONE)                                   \
    TAG(APPLET, "applet", TAG_SPECIAL | TAG_BLOCK_END | TAG_SCOPE, NONE)       \
    TAG(AREA, "area", TAG_VOID | TAG_SPECIAL, NONE)                            \
    TAG(ARTICLE, "article", TAG_BLOCK, NONE)                                   \
    TAG(ASIDE, "aside", TAG_BLOCK, NONE)                                       \
    TAG(AUDIO, "audio", TAG_UNSEEN, NONE)                                      \
    TAG(B, "b", TAG_STYLED, NONE)                                              \
    TAG(BASE, "base", TAG_VOID | TAG_META, NONE)                               \
    TAG(BASEFONT, "basefont", TAG_VOID | TAG_META, NONE)                       \
    TAG(BGSOUND, "bgsound", TAG_VOID | TAG_META, NONE)                         \
    TAG(BIG, "big", TAG_STYLED, NONE)                                          \
    TAG(BLOCKQUOTE, "blockquote", TAG_SVG_BLOCK, NONE)                         \
    TAG(BODY, "body", TAG_PART | TAG_LEAVES_SVG, BODY)                         \
    TAG(BR, "br", TAG_VOID | TAG_SPECIAL | TAG_LEAVES_SVG | TAG_LINE, BR)      \
    TAG(BUTTON, "button", TAG_SPECIAL | TAG_BLOCK_END, BUTTON)                 \
    TAG(CANVAS, "canvas", TAG_UNSEEN, NONE)                                    \
    TAG(CAPTION, "caption", TAG_PART | TAG_SCOPE, TABLE_PART)                  \
    TAG(CENTER, "center", TAG_SVG_BLOCK, NONE)                                 \
    TAG(CITE, "cite", 0, NONE)                                                 \
    TAG(CODE, "code", TAG_STYLED, NONE)                                        \
    TAG(COL, "col", TAG_VOID | TAG_SPECIAL, COLUMN)                            \
    TAG(COLGROUP, "colgroup", TAG_PART, TABLE_PART)                            \
    TAG(DATA, "data", 0, NONE)                                                 \
    TAG(DATALIST, "datalist", TAG_UNSEEN, NONE)                                \
    TAG(DD, "dd", TAG_LIST_ITEM | TAG_BLOCK_END, TERM)                         \
    TAG(DEL, "del", 0, NONE)                                                   \
    TAG(DETAILS, "details", TAG_BLOCK, NONE)                                   \
    TAG(DFN, "dfn", 0, NONE)                                                   \
    TAG(DIALOG, "dialog", TAG_ENDS_P | TAG_BLOCK_END | TAG_LINE, NONE)         \
    TAG(DIR, "dir", TAG_BLOCK, NONE)                                           \
    TAG(DIV, "div", TAG_SVG_BLOCK, NONE)                                       \
    TAG(DL, "dl", TAG_SVG_BLOCK, NONE)                                         \
    TAG(DT, "dt", TAG_LIST_ITEM | TAG_BLOCK_END, TERM)                         \
    TAG(EM, "em", TAG_STYLED, NONE)                                            \
    TAG(EMBED, "embed", TAG_VOID | TAG_SPECIAL | TAG_LEAVES_SVG, NONE)         \
    TAG(FIELDSET, "fieldset", TAG_BLOCK, NONE)                                 \
    TAG(FIGCAPTION, "figcaption", TAG_BLOCK, NONE)                             \
    TAG(FIGURE, "figure", TAG_BLOCK, NONE)                                     \
    TAG(FONT, "font", TAG_FORMATTING, NONE)                                    \
    TAG(FOOTER, "footer", TAG_BLOCK, NONE)                                     \
    TAG(FORM, "form", TAG_SPECIAL | TAG_ENDS_P | TAG_LINE, FORM)               \
    TAG(FRAME, "frame", TAG_VOID | TAG_SPECIAL, NONE)                          \
    TAG(FRAMESET, "frameset", TAG_PART, NONE)                                  \
    TAG(H1, "h1", TAG_HEADING, HEADING)                                        \
    TAG(H2, "h2", TAG_HEADING, HEADING)                                        \
    TAG(H3, "h3", TAG_HEADING, HEADING)                                        \
    TAG(H4, "h4", TAG_HEADING, HEADING)                                        \
    TAG(H5, "h5", TAG_HEADING, HEADING)                                        \
    TAG(H6, "h6", TAG_HEADING, HEADING)                                        \
    TAG(HEAD, "head", TAG_SPECIAL | TAG_LEAVES_SVG | TAG_UNSEEN, HEAD)         \
    TAG(HEADER, "header", TAG_BLOCK, NONE)                                     \
    TAG(HGROUP, "hgroup", TAG_BLOCK, NONE)                                     \
    TAG(HR, "hr", TAG_VOID | TAG_HEADING, NONE)                                \
    TAG(HTML, "html", TAG_PART | TAG_SCOPE, HTML)                              \
    TAG(I, "i", TAG_STYLED, NONE)                                              \
    TAG(IFRAME, "iframe", TAG_SPECIAL | TAG_UNSEEN, NONE)                      \
    TAG(IMG, "img", TAG_VOID | TAG_SPECIAL | TAG_LEAVES_SVG, NONE)             \
    TAG(INPUT, "input", TAG_VOID | TAG_SPECIAL, NONE)                          \
    TAG(INS, "ins", 0, NONE)                                                   \
    TAG(KBD, "kbd", 0, NONE)                                                   \
    TAG(KEYGEN, "keygen", TAG_VOID | TAG_SPECIAL, NONE)                        \
    TAG(LABEL, "label", 0, NONE)                                               \
    TAG(LEGEND, "legend", TAG_LINE, NONE)                                      \
    TAG(LI, "li", TAG_LIST_ITEM, ITEM)                                         \
    TAG(LINK, "link", TAG_VOID | TAG_META, NONE)                               \
    TAG(LISTING, "listing", TAG_SVG_BLOCK, NONE)                               \
    TAG(MAIN, "main", TAG_BLOCK, NONE)                                         \
    TAG(MARK, "mark", 0, NONE)                                                 \
    TAG(MARQUEE, "marquee",                                                    \
        TAG_SPECIAL | TAG_BLOCK_END | TAG_SCOPE | TAG_LINE, NONE)              \
    TAG(MATH, "math", 0, NONE)                                                 \
    TAG(MENU, "menu", TAG_SVG_BLOCK, NONE)                                     \
    TAG(META, "meta", TAG_VOID | TAG_META | TAG_LEAVES_SVG, NONE)              \
    TAG(METER, "meter", 0, NONE)                                               \
    TAG(NAV, "nav", TAG_BLOCK, NONE)                                           \
    TAG(NOBR, "nobr", TAG_STYLED, NONE)                                        \
    TAG(NOEMBED, "noembed", TAG_SPECIAL | TAG_UNSEEN, NONE)                    \
    TAG(NOFRAMES, "noframes", TAG_META, NONE)                                  \
    TAG(NOSCRIPT, "noscript", TAG_META, NONE)                                  \
    TAG(OBJECT, "object", TAG_SPECIAL | TAG_BLOCK_END | TAG_SCOPE, NONE)       \
    TAG(OL, "ol", TAG_SVG_BLOCK, NONE)                                         \
    TAG(OPTGROUP, "optgroup", TAG_LINE, OPTION)                                \
    TAG(OPTION, "option", TAG_LINE, OPTION)                                    \
    TAG(OUTPUT, "output", 0, NONE)                                             \
    TAG(P, "p", TAG_HEADING, P)                                                \
    TAG(PARAM, "param", TAG_VOID | TAG_SPECIAL, NONE)                          \
    TAG(PICTURE, "picture", 0, NONE)                                           \
    TAG(PLAINTEXT, "plaintext", TAG_SPECIAL | TAG_ENDS_P | TAG_LINE, NONE)     \
    TAG(PRE, "pre", TAG_SVG_BLOCK, NONE)                                       \
    TAG(PROGRESS, "progress", 0, NONE)                                         \
    TAG(Q, "q", 0, NONE)                                                       \
    TAG(RB, "rb", 0, RUBY)                                                     \
    TAG(RP, "rp", TAG_UNSEEN, RUBY)                                            \
    TAG(RT, "rt", 0, RUBY)                                                     \
    TAG(RTC, "rtc", 0, RUBY)                                                   \
    TAG(RUBY, "ruby", TAG_LEAVES_SVG, NONE)                                    \
    TAG(S, "s", TAG_STYLED, NONE)                                              \
    TAG(SAMP, "samp", 0, NONE)                                                 \
    TAG(SCRIPT, "script", TAG_META, NONE)                                      \
    TAG(SEARCH, "search", TAG_BLOCK, NONE)                                     \
    TAG(SECTION, "section", TAG_BLOCK, NONE)                                   \
    TAG(SELECT, "select", TAG_SPECIAL | TAG_BLOCK_END, SELECT)                 \
    TAG(SLOT, "slot", 0, NONE)                                                 \
    TAG(SMALL, "small", TAG_STYLED, NONE)                                      \
    TAG(SOURCE, "source", TAG_VOID | TAG_SPECIAL, NONE)                        \
    TAG(SPAN, "span", TAG_LEAVES_SVG, NONE)                                    \
    TAG(STRIKE, "strike", TAG_STYLED, NONE)                                    \
    TAG(STRONG, "strong", TAG_STYLED, NONE)                                    \
    TAG(STYLE, "style", TAG_META, NONE)                                        \
    TAG(SUB, "sub", TAG_LEAVES_SVG, NONE)                                      \
    TAG(SUMMARY, "summary", TAG_BLOCK, NONE)                                   \
    TAG(SUP, "sup", TAG_LEAVES_SVG, NONE)                                      \
    TAG(SVG, "svg", 0, NONE)                                                   \
    TAG(TABLE, "table", TAG_PART | TAG_ENDS_P | TAG_SCOPE | TAG_LEAVES_SVG,    \
        TABLE)                                                                 \
    TAG(TBODY, "tbody", TAG_PART, TABLE_PART)                                  \
    TAG(TD, "td", TAG_PART | TAG_SCOPE, CELL)                                  \
    TAG(TEMPLATE, "template", TAG_META | TAG_SCOPE, TEMPLATE)                  \
    TAG(TEXTAREA, "textarea", TAG_SPECIAL | TAG_UNSEEN, NONE)                  \
    TAG(TFOOT, "tfoot", TAG_PART, TABLE_PART)                                  \
    TAG(TH, "th", TAG_PART | TAG_SCOPE, CELL)                                  \
    TAG(THEAD, "thead", TAG_PART, TABLE_PART)                                  \
    TAG(TIME, "time", 0, NONE)                                                 \
    TAG(TITLE, "title", TAG_META, NONE)                                        \
    TAG(TR, "tr", TAG_PART, ROW)                                               \
    TAG(TRACK, "track", TAG_VOID | TAG_SPECIAL, NONE)                          \
    TAG(TT, "tt", TAG_STYLED, NONE)                                            \
    TAG(U, "u", TAG_STYLED, NONE)                                              \
    TAG(UL, "ul", TAG_SVG_BLOCK, NONE)                                         \
    TAG(VAR, "var", TAG_LEAVES_SVG, NONE)                                      \
    TAG(VIDEO, "video", TAG_UNSEEN, NONE)                                      \
    TAG(WBR, "wbr", TAG_VOID | TAG_SPECIAL, NONE)                              \
    TAG(XMP, "xmp", TAG_SPECIAL | TAG_ENDS_P | TAG_LINE, NONE)

enum html_tag {
    HTML_OTHER,
#define HTML_TAG_NAME(symbol, name, facts, rule) HTML_##symbol,
    HTML_TAGS(HTML_TAG_NAME)
#undef HTML_TAG_NAME
        HTML_TAG_COUNT
};

struct html_tag_facts {
    char name[SIXTEEN];
    uint8_t rule; /* an enum html_rule */
    uint16_t facts;
};

extern const struct html_tag_facts html_tag_facts[HTML_TAG_COUNT];

static inline bool html_tag_is(enum html_tag tag, unsigned facts)
{
    return (html_tag_facts[tag].facts & facts) != 0;
}

#endif
