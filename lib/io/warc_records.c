#include "lib/io/warc_records.h"

#include "lib/base/ascii.h"
#include "lib/io/headers.h"

enum { TAIL = 16 /* what is looked at behind a record */ };

static void tell(struct warc *w, const char *what, size_t offset)
{
    struct diag d;
    diag_set(&d, w->file, 0, 0, "byte %zu: %s", offset, what);
    page_reader_tell(w->reader, &d);
}

/* Whether a record begins here: "WARC/1.". */
static bool is_start(struct slice s)
{
    return s.len >= 7 && memcmp(s.at, "WARC/", 5) == 0 &&
           ascii_is_digit(s.at[5]) && s.at[6] == '.';
}

/* Where, behind a line's end, the next record begins; s.len when none does. */
static size_t find_start(struct slice s, size_t from)
{
    while (from < s.len) {
        const char *at =
            memmem(s.at + from, s.len - from, "\nWARC/", strlen("\nWARC/"));
        if (at == NULL)
            break;
        size_t start = (size_t)(at - s.at) + 1;
        if (is_start(slice_after(s, start)))
            return start;
        from = start;
    }
    return s.len;
}

static size_t line_ends(struct slice s, size_t from)
{
    size_t at = from;
    while (at < s.len && (s.at[at] == '\r' || s.at[at] == '\n'))
        at++;
    return at - from;
}

bool warc_find_record(struct warc *w)
{
    size_t from = 0, lost = 0;
    bool found = false, more = true;
    while (!found && more) {
        struct slice window = byte_stream_peek(w->in, WARC_HEADER_MOST);
        size_t empty = lost == 0 ? line_ends(window, 0) : 0;
        if (empty != 0 && w->in->state == STREAM_RUNS) {
            byte_stream_take(w->in, empty);
            continue;
        }
        size_t start = empty;
        found = lost == 0 && is_start(slice_after(window, empty));
        if (!found) {
            start = find_start(window, 0);
            found = start < window.len;
        }
        bool ended = w->in->state != STREAM_RUNS;
        if (!found && !ended)
            start -= TAIL; /* which may be a start that is not all there */
        if (lost == 0)
            from = w->in->offset + empty;
        lost += start - empty;
        byte_stream_take(w->in, start);
        if (!found && ended) {
            page_reader_tell_end(w->reader, w->in);
            more = byte_stream_resume(w->in);
        }
    }
    if (lost != 0) {
        struct diag d;
        diag_set(&d, w->file, 0, 0,
                 "byte %zu: no WARC record: %zu bytes passed over", from, lost);
        page_reader_tell(w->reader, &d);
    }
    return found;
}

/*
 * The length of a header with its empty line.  False when it has none before
 * the next record or in as many bytes as a header may have; *len is where
 * that next record may be then.
 */
static bool measure_header(struct slice window, size_t *len)
{
    size_t next;
    if (window.len > WARC_HEADER_MOST)
        window.len = WARC_HEADER_MOST;
    for (*len = 0; *len < window.len; *len += next) {
        struct slice rest = slice_after(window, *len);
        struct slice line = headers_line(rest, &next);
        if (*len != 0 && is_start(rest))
            return false;
        if (line.len == 0 && next != 0 && rest.at[next - 1] == '\n') {
            *len += next;
            return true;
        }
    }
    return false;
}

bool warc_read_header(struct warc *w, struct warc_record *record)
{
    struct slice window = byte_stream_peek(w->in, WARC_HEADER_MOST);
    size_t first, len;
    record->offset = w->in->offset;
    headers_line(window, &first);
    if (!measure_header(window, &len)) {
        tell(w, "the header of a WARC record has no end", record->offset);
        byte_stream_take(w->in, len);
        return false;
    }
    bytes_clear(&w->reader->header);
    bytes_add(&w->reader->header, window.at + first, len - first);
    record->header = bytes_slice(&w->reader->header);
    record->type = headers_find(record->header, "WARC-Type");
    if (!headers_number(headers_find(record->header, "Content-Length"),
                        &record->length)) {
        record->length = 0;
        tell(w, "a WARC record without a Content-Length", record->offset);
    }
    byte_stream_take(w->in, len);
    return true;
}

/* Whether a record may end at `at`: empty lines, then another or the end. */
static bool ends_well(const struct warc *w, struct slice window, size_t at)
{
    at += line_ends(window, at);
    return at == window.len ? w->in->state != STREAM_RUNS
                            : is_start(slice_after(window, at));
}

/* Whether a record with rubbish behind it may end at `at`. */
static bool ends_in_empty_lines(struct slice window, size_t at)
{
    static const struct slice crlf = SLICE("\r\n\r\n"), lf = SLICE("\n\n");
    struct slice rest = slice_after(window, at);
    return slice_starts(rest, crlf) || slice_starts(rest, lf);
}

/* The record's end where a wrong length leaves none, without empty lines. */
static size_t trim_end(struct slice window, size_t end)
{
    for (int lines = 0; lines < 2 && end != 0 && window.at[end - 1] == '\n';
         lines++)
        end -= end >= 2 && window.at[end - 2] == '\r' ? 2 : 1;
    return end;
}

/* The next record's start, searched for in up to `most` bytes. */
static size_t search_next(struct warc *w, size_t most, struct slice *window)
{
    size_t next = find_start(*window, 0);
    while (next == window->len && window->len < most &&
           w->in->state == STREAM_RUNS) {
        size_t searched = window->len < TAIL ? 0 : window->len - TAIL;
        size_t want = 2 * window->len + WARC_HEADER_MOST;
        *window = byte_stream_peek(w->in, want < most ? want : most);
        next = find_start(*window, searched);
    }
    return next;
}

struct slice warc_find_content(struct warc *w, const struct warc_record *record,
                               size_t most, size_t *whole)
{
    struct diag d;
    size_t length = record->length;
    struct slice window =
        byte_stream_peek(w->in, (length < most ? length : most) + TAIL);
    *whole = length;
    if (window.len >= length &&
        (ends_well(w, window, length) ||
         (length != 0 && ends_in_empty_lines(window, length))))
        return slice_from(window.at, length);
    size_t next = search_next(w, most, &window);
    size_t end = trim_end(window, next);
    if (next < window.len && end != length) {
        diag_set(&d, w->file, 0, 0,
                 "byte %zu: a WARC record of %zu bytes that says %zu",
                 record->offset, end, length);
        page_reader_tell(w->reader, &d);
        *whole = next;
        return slice_from(window.at, end);
    }
    if (window.len >= length)
        return slice_from(window.at, length);
    if (w->in->state == STREAM_RUNS)
        return slice_from(NULL, 0);
    diag_set(&d, w->file, 0, 0,
             "byte %zu: a WARC record breaks off after %zu of %zu bytes",
             record->offset, window.len, length);
    page_reader_tell(w->reader, &d);
    *whole = window.len;
    return window;
}
