/*
 * Long runs of bytes, looked at with the widest registers that the processor
 * at hand has.  There are up to three sets of functions, for AVX2, for SSE2
 * and in plain C, which give the same answers.
 */
#ifndef VTOOLS_BASE_WIDE_H
#define VTOOLS_BASE_WIDE_H

#include "lib/base/slice.h"

/*
 * Some look at many bytes at once and do not ask at each where a text ends.
 * Where it is said so, this many behind it can be read, whatever they are.
 */
enum { WIDE_BEHIND = 128 };

enum { FOLDED_LEAST = 33 /* bytes of text, for is_folded */ };

struct wide {
    const char *name;
    /*
     * The first byte in [at, end) that a JSON string cannot hold as it is: a
     * quotation mark, a backslash or a control; `end` when there is none.
     * Sets *past_ascii when a byte before it is past 127.
     */
    const char *(*plain_end)(const char *at, const char *end, bool *past_ascii);
    /*
     * A number of bytes from the start that are valid UTF-8, up to a few less
     * than all that are.  NULL: there is no better way than byte by byte.
     */
    size_t (*utf8_start)(struct slice s);
    /*
     * What text_is_folded says, of FOLDED_LEAST bytes and more.  NULL: there
     * is no better way than with sixteen of them at once.
     */
    bool (*is_folded)(struct slice s);
};

/* The widest this processor has. */
const struct wide *wide_best(void);

/* All that it has, the widest first; NULL behind the last. */
const struct wide *wide_at(size_t number);

extern const struct wide wide_avx2, wide_sse2, wide_plain;

#endif
