/*
 * A slice is a view of bytes that somebody else owns: it is valid as long as
 * they are.  It need not end in NUL.  A slice whose `at` is NULL stands for a
 * value that is not known (JSON's null); an empty one has `at` set.
 */
#ifndef VTOOLS_BASE_SLICE_H
#define VTOOLS_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
    const char *at;
    size_t len;
};

/* A slice of a string literal, usable in initializers. */
#define SLICE(literal)                                                         \
    {                                                                          \
        (literal), sizeof(literal) - 1                                         \
    }

static inline struct slice slice_of(const char *string)
{
    struct slice s = {string, string == NULL ? 0 : strlen(string)};
    return s;
}

static inline struct slice slice_from(const char *at, size_t len)
{
    struct slice s = {at, len};
    return s;
}

static inline bool slice_known(struct slice s)
{
    return s.at != NULL;
}

static inline uint64_t slice_eight(const char *at)
{
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
    return eight;
}

/*
 * Whether so many bytes are equal.  Those of most names and keys are compared
 * as a few numbers, which may overlap: that spares a call.
 */
static inline bool slice_same_bytes(const char *a, const char *b, size_t len)
{
    enum { EIGHT = 8, MOST = 32 };
    if (len < EIGHT || len > MOST)
        return len == 0 || (a[0] == b[0] && memcmp(a, b, len) == 0);
    size_t last = len - EIGHT;
    uint64_t differs = (slice_eight(a) ^ slice_eight(b)) |
                       (slice_eight(a + last) ^ slice_eight(b + last));
    if (len > 2 * EIGHT && differs == 0)
        differs =
            (slice_eight(a + EIGHT) ^ slice_eight(b + EIGHT)) |
            (slice_eight(a + last - EIGHT) ^ slice_eight(b + last - EIGHT));
    return differs == 0;
}

/* Equal bytes; an unknown slice equals only an unknown one. */
static inline bool slice_equal(struct slice a, struct slice b)
{
    return (a.at == NULL) == (b.at == NULL) && a.len == b.len &&
           slice_same_bytes(a.at, b.at, a.len);
}

/* Of a literal the length is known, which makes it a few comparisons. */
static inline bool slice_is(struct slice a, const char *string)
{
    size_t len = strlen(string);
    return a.at != NULL && a.len == len && memcmp(a.at, string, len) == 0;
}

/* Most slices differ in one byte already, which spares a call. */
static inline bool slice_starts(struct slice a, struct slice prefix)
{
    return a.len >= prefix.len &&
           (prefix.len == 0 || (a.at[0] == prefix.at[0] &&
                                memcmp(a.at, prefix.at, prefix.len) == 0));
}

static inline bool slice_ends(struct slice a, struct slice suffix)
{
    return a.len >= suffix.len &&
           (suffix.len == 0 ||
            (a.at[a.len - 1] == suffix.at[suffix.len - 1] &&
             memcmp(a.at + a.len - suffix.len, suffix.at, suffix.len) == 0));
}

/*
 * Copies the bytes, and gives what follows them.  Most slices are short, which
 * spares a call.
 */
static inline char *slice_put(char *to, struct slice s)
{
    enum { EIGHT = 8, TWICE = 16, MOST = 32 };
    if (s.len >= EIGHT && s.len <= TWICE) { /* two moves that may overlap */
        memcpy(to, s.at, EIGHT);
        memcpy(to + s.len - EIGHT, s.at + s.len - EIGHT, EIGHT);
    } else if (s.len > TWICE && s.len <= MOST) {
        memcpy(to, s.at, TWICE);
        memcpy(to + s.len - TWICE, s.at + s.len - TWICE, TWICE);
    } else if (s.len != 0) {
        memcpy(to, s.at, s.len);
    } else {
        return to; /* which may be NULL where there is no room */
    }
    return to + s.len;
}

/* The bytes from `from` to the end; `from` at most the length. */
static inline struct slice slice_after(struct slice a, size_t from)
{
    return slice_from(a.at + from, a.len - from);
}

/* Byte order, the shorter first; an unknown slice before every known one. */
static inline int slice_compare(struct slice a, struct slice b)
{
    if (a.at == NULL || b.at == NULL)
        return (a.at != NULL) - (b.at != NULL);
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter == 0 ? 0 : memcmp(a.at, b.at, shorter);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

#endif
