/* Characters of ASCII, whatever the locale. */
#ifndef VTOOLS_BASE_ASCII_H
#define VTOOLS_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static inline char ascii_small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* The value of a hex digit; -1 when it is none. */
static inline int ascii_hex_value(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_small(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

#endif
