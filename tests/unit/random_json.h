/* Random JSON, valid more often than not, and what tells readers apart. */
#ifndef TESTS_UNIT_RANDOM_JSON_H
#define TESTS_UNIT_RANDOM_JSON_H

#include "tests/unit/random.h"

static inline void add_space(struct bytes *b)
{
    while (one_in(12))
        bytes_add_byte(b, " \t\r\n"[random_below(4)]);
}

/* \u0000 and lone surrogates among them. */
static inline void add_random_escape(struct bytes *b)
{
    static const char *const escapes[] = {
        "\\\"",          "\\\\",    "\\/",     "\\b",     "\\f",
        "\\n",           "\\r",     "\\t",     "\\u0001", "\\u00e9",
        "\\u00E9",       "\\uFFFF", "\\u0022", "\\u005c", "\\ud83d\\ude80",
        "\\uD83D\\uDE80"};
    static const char *const wrong[] = {
        "\\u0000",  "\\ud800", "\\udc00", "\\ud800\\u0041", "\\udbff\\udbff",
        "\\ud83dx", "\\u12",   "\\x41",   "\\u12g4",        "\\ud83d\\n"};
    if (one_in(60))
        bytes_add_string(b, wrong[random_below(10)]);
    else
        bytes_add_string(b, escapes[random_below(16)]);
}

/* Digits and letters, any code point, escapes, runs of plain text. */
static inline void add_random_string(struct bytes *b)
{
    bytes_add_byte(b, '"');
    size_t len = random_below(one_in(50) ? 300 : 8);
    for (size_t i = 0; i < len; i++) {
        unsigned long c = random_codepoint();
        if (one_in(4))
            add_random_escape(b);
        else if (one_in(3))
            bytes_add_string(b, "plain text");
        else if (c >= 0x20 && c != '"' && c != '\\')
            bytes_add_codepoint(b, c);
    }
    bytes_add_byte(b, '"');
}

static inline void add_digits(struct bytes *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bytes_add_byte(b, "0123456789999"[random_below(13)]);
}

static inline void add_random_number(struct bytes *b)
{
    static const char *const special[] = {"0",
                                          "-0",
                                          "-0.0",
                                          "0e0",
                                          "0E+5",
                                          "1e308",
                                          "1e309",
                                          "-1e309",
                                          "1.7976931348623157e308",
                                          "1.7976931348623159e308",
                                          "1E-400",
                                          "4.9e-324",
                                          "9223372036854775807",
                                          "9223372036854775808",
                                          "-9223372036854775808",
                                          "-9223372036854775809",
                                          "1e99",
                                          "1e100",
                                          "999999999999999999",
                                          "1000000000000000000",
                                          "123456789012345678901",
                                          "01",
                                          "-",
                                          "-01",
                                          "1.",
                                          ".5",
                                          "1e",
                                          "1e+",
                                          "+1",
                                          "0x10",
                                          "1.e5",
                                          "Inf",
                                          "NaN",
                                          "-Infinity",
                                          "0.1e-7",
                                          "100.00",
                                          "1e-5",
                                          "2.5E00",
                                          "1e0000001"};
    enum { VALID = 21, ALL = sizeof special / sizeof *special };
    if (one_in(4)) {
        bytes_add_string(b, special[random_below(one_in(20) ? ALL : VALID)]);
        return;
    }
    if (one_in(3))
        bytes_add_byte(b, '-');
    bytes_add_byte(b, "123456789"[random_below(9)]);
    if (one_in(300))
        add_digits(b, 290 + random_below(30));
    add_digits(b, one_in(4) ? 16 + random_below(5) : random_below(5));
    if (one_in(3)) {
        bytes_add_byte(b, '.');
        add_digits(b, 1 + random_below(one_in(20) ? 130 : 4));
    }
    if (one_in(6)) {
        bytes_add_byte(b, "eE"[random_below(2)]);
        bytes_add_string(b, random_below(2) ? "" : one_in(2) ? "+" : "-");
        add_digits(b, 1 + random_below(3));
    }
}

static inline void add_random_key(struct bytes *b)
{
    static const char *const keys[] = {
        "\"type\"",       "\"tool\"",     "\"k\"",       "\"score\"",
        "\"\"",           "\"é\"",        "\"a\\\"b\"",  "\"\xf0\x9f\x9a\x80\"",
        "\"t\\u0079pe\"", "\"\\u006B\"",  "\"\\u00e9\"", "\"\\uD83D\\uDE80\"",
        "\"x\"",          "\"other\"",    "\"typ\"",     "\"types\"",
        "\"\\u0078\"",    "\"e\xcc\x81\""};
    if (one_in(10))
        add_random_string(b);
    else
        bytes_add_string(
            b, keys[random_below(one_in(3) ? sizeof keys / sizeof *keys : 8)]);
}

static inline void add_random_value(struct bytes *b, size_t depth);

static inline void add_random_object(struct bytes *b, size_t depth)
{
    bytes_add_byte(b, '{');
    add_space(b);
    size_t count = random_below(5);
    for (size_t i = 0; i < count; i++) {
        bytes_add_string(b, i == 0 ? "" : ",");
        add_space(b);
        add_random_key(b);
        add_space(b);
        bytes_add_byte(b, ':');
        add_space(b);
        add_random_value(b, depth + 1);
        add_space(b);
    }
    bytes_add_byte(b, '}');
}

static inline void add_random_array(struct bytes *b, size_t depth)
{
    bytes_add_byte(b, '[');
    add_space(b);
    size_t count = random_below(4);
    for (size_t i = 0; i < count; i++) {
        bytes_add_string(b, i == 0 ? "" : ",");
        add_space(b);
        add_random_value(b, depth + 1);
        add_space(b);
    }
    bytes_add_byte(b, ']');
}

/* Containers within containers, around the limits of both readers. */
static inline void add_nested(struct bytes *b)
{
    size_t depth = one_in(8) ? 2042 + random_below(10) : 58 + random_below(12);
    char kind[2052];
    for (size_t i = 0; i < depth; i++) {
        kind[i] = "[{"[random_below(2)];
        bytes_add_string(b, kind[i] == '{' ? "{\"x\":" : "[");
    }
    if (one_in(3) && depth != 0 && kind[depth - 1] == '[')
        ; /* an empty one inside */
    else if (one_in(2))
        bytes_add_string(b, "1");
    else
        bytes_add_string(b, "\"s\"");
    while (depth != 0)
        bytes_add_byte(b, kind[--depth] == '{' ? '}' : ']');
}

static inline void add_random_value(struct bytes *b, size_t depth)
{
    switch (random_below(depth > 4 ? 6 : 8)) {
    case 0:
        bytes_add_string(b, one_in(2) ? "true" : "false");
        break;
    case 1:
        bytes_add_string(b, "null");
        break;
    case 2:
    case 3:
        add_random_number(b);
        break;
    case 4:
    case 5:
        add_random_string(b);
        break;
    case 6:
        add_random_array(b, depth);
        break;
    default:
        add_random_object(b, depth);
    }
}

static inline void add_random_line(struct bytes *b)
{
    add_space(b);
    if (one_in(400)) {
        bytes_add_string(b, one_in(4) ? "[" : "{\"k\":");
        add_nested(b);
        bytes_add_string(b, b->at[0] == '[' ? "]" : ",\"type\":\"t\"}");
    } else if (one_in(50)) {
        add_random_array(b, 0);
    } else {
        add_random_object(b, 0);
    }
    add_space(b);
}

#endif
