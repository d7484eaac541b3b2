#include "lib/io/transfer.h"

#include "lib/base/ascii.h"
#include "lib/io/headers.h"
#include "lib/io/stream.h"

/* The size at the start of a chunk; *len is the length of its line. */
static bool read_chunk_size(struct slice s, size_t *size, size_t *len)
{
    struct slice line = headers_line(s, len);
    size_t digits = 0;
    *size = 0;
    while (digits < line.len && ascii_hex_value(line.at[digits]) >= 0) {
        if (digits == 12)
            return false;
        *size = *size * 16 + (size_t)ascii_hex_value(line.at[digits++]);
    }
    struct slice rest = headers_trim(slice_after(line, digits));
    return digits != 0 && (rest.len == 0 || rest.at[0] == ';') &&
           line.len != s.len;
}

static size_t line_end(struct slice s)
{
    if (s.len >= 2 && memcmp(s.at, "\r\n", 2) == 0)
        return 2;
    return s.len >= 1 && s.at[0] == '\n';
}

/* What is left where no chunk follows is taken as it is. */
static enum transfer_result end_chunks(struct slice rest, struct bytes *out,
                                       struct diag *d)
{
    bytes_add_slice(out, rest);
    if (rest.len == 0)
        diag_set(d, NULL, 0, 0, "the page breaks off behind a chunk");
    else
        diag_set(d, NULL, 0, 0,
                 "wrong size of a chunk: the %zu bytes from there on taken as "
                 "they are",
                 rest.len);
    return TRANSFER_DAMAGED;
}

enum transfer_result transfer_read_chunks(struct slice body, struct bytes *out,
                                          struct diag *d)
{
    struct slice rest = body;
    size_t size, len;
    for (bool first = true; read_chunk_size(rest, &size, &len); first = false) {
        rest = slice_after(rest, len);
        if (size == 0)
            return TRANSFER_WHOLE;
        if (size > rest.len) {
            bytes_add_slice(out, rest);
            diag_set(d, NULL, 0, 0, "the page breaks off inside a chunk");
            return TRANSFER_DAMAGED;
        }
        size_t end = line_end(slice_after(rest, size));
        if (end == 0 && first && size < rest.len)
            return TRANSFER_NOT_SO;
        bytes_add(out, rest.at, size);
        rest = slice_after(rest, size + end);
        if (end == 0)
            break;
    }
    return rest.at == body.at ? TRANSFER_NOT_SO : end_chunks(rest, out, d);
}

/* Whether the body looks as if it were so packed; servers and crawlers lie. */
static const struct unpacker *unpacker_of(struct slice coding, struct slice b)
{
    static const struct slice gzip = SLICE("\x1f\x8b\x08"),
                              zstd = SLICE("\x28\xb5\x2f\xfd");
    if (headers_same(coding, "gzip") || headers_same(coding, "x-gzip"))
        return slice_starts(b, gzip) ? &gzip_unpacker : NULL;
    if (headers_same(coding, "zstd"))
        return slice_starts(b, zstd) ? &zstd_unpacker : NULL;
    if (b.len < 2)
        return NULL;
    /* "deflate" should be zlib, and often is not. */
    unsigned first = (unsigned char)b.at[0], second = (unsigned char)b.at[1];
    bool zlib = (first & 0x0f) == 8 && (first * 256 + second) % 31 == 0;
    return zlib ? &zlib_unpacker : &deflate_unpacker;
}

static enum transfer_result unpack(struct slice body,
                                   const struct unpacker *unpacker, size_t most,
                                   struct bytes *out, struct diag *d)
{
    struct byte_stream stream;
    byte_stream_over(&stream, body, unpacker);
    struct slice page = byte_stream_peek(&stream, most + 1);
    static const enum transfer_result results[] = {
        [STREAM_RUNS] = TRANSFER_TOO_LARGE,
        [STREAM_ENDED] = TRANSFER_WHOLE,
        [STREAM_BROKEN] = TRANSFER_DAMAGED,
        [STREAM_FAILED] = TRANSFER_FAILED};
    enum transfer_result result =
        page.len > most ? TRANSFER_TOO_LARGE : results[stream.state];
    *d = stream.d;
    /* HTML can hardly pass for deflate, but other text can. */
    if (unpacker == &deflate_unpacker && result == TRANSFER_DAMAGED &&
        page.len == 0)
        result = TRANSFER_NOT_SO;
    else
        bytes_add_slice(out, page);
    byte_stream_close(&stream);
    return out->failed ? TRANSFER_FAILED : result;
}

enum transfer_result transfer_unpack(struct slice body, struct slice coding,
                                     size_t most, struct bytes *out,
                                     struct diag *d)
{
    static const char *const known[] = {"gzip", "x-gzip", "zstd", "deflate"};
    if (coding.len == 0 || headers_same(coding, "identity"))
        return TRANSFER_NOT_SO;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!headers_same(coding, known[i]))
            continue;
        const struct unpacker *unpacker = unpacker_of(coding, body);
        return unpacker == NULL ? TRANSFER_NOT_SO
                                : unpack(body, unpacker, most, out, d);
    }
    diag_set(d, NULL, 0, 0, "compressed as '%.*s', which is not read",
             coding.len < 40 ? (int)coding.len : 40, coding.at);
    return TRANSFER_UNSUPPORTED;
}

void transfer_add_quoted_printable(struct bytes *out, struct slice s)
{
    while (s.len != 0) {
        const char *equals = memchr(s.at, '=', s.len);
        size_t plain = equals == NULL ? s.len : (size_t)(equals - s.at);
        bytes_add(out, s.at, plain);
        s = slice_after(s, plain);
        if (s.len == 0)
            return;
        size_t end = line_end(slice_after(s, 1));
        if (end != 0) {
            s = slice_after(s, 1 + end);
        } else if (s.len >= 3 && ascii_hex_value(s.at[1]) >= 0 &&
                   ascii_hex_value(s.at[2]) >= 0) {
            bytes_add_byte(out, (char)(ascii_hex_value(s.at[1]) * 16 +
                                       ascii_hex_value(s.at[2])));
            s = slice_after(s, 3);
        } else {
            bytes_add_byte(out, '=');
            s = slice_after(s, 1);
        }
    }
}

static int base64_digit(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (ascii_is_digit(c))
        return c - '0' + 52;
    if (c == '+' || c == '-')
        return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

void transfer_add_base64(struct bytes *out, struct slice s)
{
    unsigned bits = 0, count = 0;
    for (size_t i = 0; i < s.len && s.at[i] != '='; i++) {
        int digit = base64_digit(s.at[i]);
        if (digit < 0)
            continue;
        bits = (bits << 6 | (unsigned)digit) & 0xffff;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes_add_byte(out, (char)(bits >> count & 0xff));
        }
    }
}
