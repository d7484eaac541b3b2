#include "lib/base/bytes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/utf8.h"

void bytes_free(struct bytes *b)
{
    free(b->at);
    *b = (struct bytes){0};
}

void bytes_clear(struct bytes *b)
{
    b->len = 0;
}

bool bytes_grow(struct bytes *b, size_t more)
{
    if (b->failed)
        return false;
    if (more > SIZE_MAX / 2 - b->len) {
        b->failed = true;
        return false;
    }
    size_t cap = b->cap == 0 ? 256 : b->cap;
    while (cap < b->len + more)
        cap *= 2;
    char *at = realloc(b->at, cap);
    if (at == NULL) {
        b->failed = true;
        return false;
    }
    b->at = at;
    b->cap = cap;
    return true;
}

void bytes_add_repeated(struct bytes *b, char byte, size_t times)
{
    if (times == 0 || !bytes_reserve(b, times))
        return;
    memset(b->at + b->len, byte, times);
    b->len += times;
}

void bytes_add_integer(struct bytes *b, int64_t n)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
    if (n >= 0 && n < 1000 && bytes_reserve(b, 3)) {
        char *start = b->at + b->len;
        b->len += (size_t)(bytes_put_small(start, (unsigned)n) - start);
        return;
    }
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) != 0);
    if (n < 0)
        digits[--at] = '-';
    bytes_add(b, digits + at, sizeof digits - at);
}

void bytes_add_format(struct bytes *b, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int len = vsnprintf(NULL, 0, format, list);
    va_end(list);
    /* One more than the text: vsnprintf ends it with a NUL. */
    if (len < 0 || !bytes_reserve(b, (size_t)len + 1)) {
        b->failed = true;
        return;
    }
    va_start(list, format);
    vsnprintf(b->at + b->len, (size_t)len + 1, format, list);
    va_end(list);
    b->len += (size_t)len;
}

void bytes_add_codepoint(struct bytes *b, unsigned long c)
{
    if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        c = 0xfffd;
    if (!bytes_reserve(b, 4))
        return;
    char *start = b->at + b->len;
    b->len += (size_t)(utf8_put(start, (uint32_t)c) - start);
}
