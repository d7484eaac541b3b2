/* Made by scripts/dev/make-slots: change that, not this. */
/* clang-format off */
#ifndef VTOOLS_PARSE_HTML_ATTRIBUTE_SLOTS_H
#define VTOOLS_PARSE_HTML_ATTRIBUTE_SLOTS_H

#include "lib/parse/html/attributes.h"

enum { SLOT_BITS = 7 };

static const uint32_t slot_factor = 467u;

static const unsigned char slots[1 << SLOT_BITS] = {
    [3] = ATTRIBUTE_ARIA_HIDDEN,
    [16] = ATTRIBUTE_ABOUT,
    [24] = ATTRIBUTE_ITEMPROP,
    [26] = ATTRIBUTE_STYLE,
    [27] = ATTRIBUTE_TYPE,
    [29] = ATTRIBUTE_PREFIX,
    [42] = ATTRIBUTE_ID,
    [44] = ATTRIBUTE_SRC,
    [51] = ATTRIBUTE_TYPEOF,
    [53] = ATTRIBUTE_COLOR,
    [56] = ATTRIBUTE_REL,
    [74] = ATTRIBUTE_ITEMTYPE,
    [79] = ATTRIBUTE_FACE,
    [82] = ATTRIBUTE_CLASS,
    [84] = ATTRIBUTE_RESOURCE,
    [87] = ATTRIBUTE_ENCODING,
    [88] = ATTRIBUTE_VALUE,
    [99] = ATTRIBUTE_VOCAB,
    [100] = ATTRIBUTE_DATETIME,
    [101] = ATTRIBUTE_ITEMREF,
    [103] = ATTRIBUTE_OPEN,
    [106] = ATTRIBUTE_DATA,
    [109] = ATTRIBUTE_SIZE,
    [111] = ATTRIBUTE_PROPERTY,
    [112] = ATTRIBUTE_ALT,
    [116] = ATTRIBUTE_HREF,
    [117] = ATTRIBUTE_HIDDEN,
    [123] = ATTRIBUTE_CONTENT,
    [126] = ATTRIBUTE_TITLE,
    [127] = ATTRIBUTE_ITEMSCOPE,
};

#endif
