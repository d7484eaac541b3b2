/* Made by scripts/dev/make-slots: change that, not this. */
/* clang-format off */
#ifndef VTOOLS_PARSE_HTML_ATTRIBUTE_SLOTS_H
#define VTOOLS_PARSE_HTML_ATTRIBUTE_SLOTS_H

#include "lib/parse/html/attributes.h"

#define ATTRIBUTE_SLOT_BITS 7
#define ATTRIBUTE_SLOT_FACTOR 1u

static const unsigned char attribute_slots[1 << 7] = {
    [1] = ATTRIBUTE_DATETIME,
    [9] = ATTRIBUTE_SRC,
    [13] = ATTRIBUTE_REL,
    [18] = ATTRIBUTE_VALUE,
    [23] = ATTRIBUTE_DATA,
    [24] = ATTRIBUTE_SIZE,
    [27] = ATTRIBUTE_PROPERTY,
    [30] = ATTRIBUTE_ENCODING,
    [33] = ATTRIBUTE_ARIA_HIDDEN,
    [53] = ATTRIBUTE_TYPEOF,
    [54] = ATTRIBUTE_TYPE,
    [55] = ATTRIBUTE_RESOURCE,
    [56] = ATTRIBUTE_CLASS,
    [62] = ATTRIBUTE_ABOUT,
    [64] = ATTRIBUTE_ITEMTYPE,
    [65] = ATTRIBUTE_HREF,
    [70] = ATTRIBUTE_STYLE,
    [75] = ATTRIBUTE_ITEMREF,
    [76] = ATTRIBUTE_OPEN,
    [77] = ATTRIBUTE_TITLE,
    [80] = ATTRIBUTE_ID,
    [83] = ATTRIBUTE_COLOR,
    [84] = ATTRIBUTE_HIDDEN,
    [91] = ATTRIBUTE_ITEMPROP,
    [96] = ATTRIBUTE_CONTENT,
    [99] = ATTRIBUTE_VOCAB,
    [111] = ATTRIBUTE_FACE,
    [112] = ATTRIBUTE_ALT,
    [118] = ATTRIBUTE_ITEMSCOPE,
    [119] = ATTRIBUTE_PREFIX,
};

#endif
