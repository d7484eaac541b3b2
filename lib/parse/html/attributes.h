/*
 * The attributes that somebody asks for, so that nobody compares names.  What
 * is not listed is ATTRIBUTE_OTHER.
 */
#ifndef VTOOLS_PARSE_HTML_ATTRIBUTES_H
#define VTOOLS_PARSE_HTML_ATTRIBUTES_H

#include "lib/parse/html/names.h"

#define HTML_ATTRIBUTES(ATTRIBUTE)                                             \
    ATTRIBUTE(ABOUT, "about")                                                  \
    ATTRIBUTE(ALT, "alt")                                                      \
    ATTRIBUTE(ARIA_HIDDEN, "aria-hidden")                                      \
    ATTRIBUTE(CLASS, "class")                                                  \
    ATTRIBUTE(COLOR, "color")                                                  \
    ATTRIBUTE(CONTENT, "content")                                              \
    ATTRIBUTE(DATA, "data")                                                    \
    ATTRIBUTE(DATETIME, "datetime")                                            \
    ATTRIBUTE(ENCODING, "encoding")                                            \
    ATTRIBUTE(FACE, "face")                                                    \
    ATTRIBUTE(HIDDEN, "hidden")                                                \
    ATTRIBUTE(HREF, "href")                                                    \
    ATTRIBUTE(ID, "id")                                                        \
    ATTRIBUTE(ITEMPROP, "itemprop")                                            \
    ATTRIBUTE(ITEMREF, "itemref")                                              \
    ATTRIBUTE(ITEMSCOPE, "itemscope")                                          \
    ATTRIBUTE(ITEMTYPE, "itemtype")                                            \
    ATTRIBUTE(OPEN, "open")                                                    \
    ATTRIBUTE(PREFIX, "prefix")                                                \
    ATTRIBUTE(PROPERTY, "property")                                            \
    ATTRIBUTE(REL, "rel")                                                      \
    ATTRIBUTE(RESOURCE, "resource")                                            \
    ATTRIBUTE(SIZE, "size")                                                    \
    ATTRIBUTE(SRC, "src")                                                      \
    ATTRIBUTE(STYLE, "style")                                                  \
    ATTRIBUTE(TITLE, "title")                                                  \
    ATTRIBUTE(TYPE, "type")                                                    \
    ATTRIBUTE(TYPEOF, "typeof")                                                \
    ATTRIBUTE(VALUE, "value")                                                  \
    ATTRIBUTE(VOCAB, "vocab")

enum html_attribute_name {
    ATTRIBUTE_OTHER,
#define HTML_ATTRIBUTE_NAME(symbol, name) ATTRIBUTE_##symbol,
    HTML_ATTRIBUTES(HTML_ATTRIBUTE_NAME)
#undef HTML_ATTRIBUTE_NAME
        ATTRIBUTE_XMLNS, /* xmlns: and anything behind it */
    HTML_ATTRIBUTE_COUNT
};

/* Sets of attributes. */
typedef uint64_t html_attribute_set;

#define ATTRIBUTE_SET(name) ((html_attribute_set)1 << ATTRIBUTE_##name)

/* Their names; empty for the two that stand for several. */
extern const char html_attribute_names[HTML_ATTRIBUTE_COUNT][SIXTEEN];

#endif
