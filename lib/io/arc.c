/* ARC files (Internet Archive, 1996), versions 1 and 2. */
#include "lib/io/headers.h"
#include "lib/io/http.h"
#include "lib/io/warc.h"

enum { LINE_MOST = 64 * 1024, RECORD_ROOM = 1024 * 1024, FIELDS_MOST = 8 };

struct record {
    size_t offset, length;
    struct slice url, date, type;
};

/* Takes a word off the end. */
static struct slice take_word(struct slice *line)
{
    size_t from = line->len;
    while (from != 0 && line->at[from - 1] != ' ')
        from--;
    struct slice word = slice_after(*line, from);
    line->len = from == 0 ? 0 : from - 1;
    return word;
}

/*
 * "URL IP-ADDRESS DATE TYPE LENGTH"; version 2 has five more words between
 * type and length.  Addresses may hold spaces, so words are counted from the
 * end.
 */
static bool read_line(struct slice line, struct record *record)
{
    struct slice words[FIELDS_MOST];
    size_t count = 0, ignored;
    bool dated = false;
    while (count < FIELDS_MOST && line.len != 0 && !dated) {
        words[count++] = take_word(&line);
        dated = (count == 3 || count == FIELDS_MOST) &&
                words[count - 1].len == 14 &&
                headers_number(words[count - 1], &ignored);
    }
    if (!dated || !headers_number(words[0], &record->length))
        return false;
    record->date = words[count - 1];
    record->type = words[count - 2];
    take_word(&line); /* the IP address */
    record->url = line;
    return line.len != 0;
}

/* Moves to the next record; false at the end. */
static bool find_record(struct page_reader *r, struct byte_stream *in,
                        const char *file, struct record *record)
{
    size_t lost = 0, from = in->offset, next;
    bool found = false, more = true;
    while (!found && more) {
        struct slice window = byte_stream_peek(in, LINE_MOST);
        struct slice line = headers_line(window, &next);
        record->offset = in->offset;
        bytes_clear(&r->header);
        bytes_add_slice(&r->header, line);
        found = read_line(bytes_slice(&r->header), record);
        byte_stream_take(in, next);
        lost += found ? 0 : line.len;
        if (window.len == 0) {
            page_reader_tell_end(r, in);
            more = byte_stream_resume(in);
        }
    }
    if (lost != 0) {
        struct diag d;
        diag_set(&d, file, 0, 0,
                 "byte %zu: no ARC record: %zu bytes passed over", from, lost);
        page_reader_tell(r, &d);
    }
    return found;
}

static bool take_page(struct page_reader *r, const char *file,
                      const struct record *record, struct slice content)
{
    static const struct slice http = SLICE("HTTP/"), own = SLICE("filedesc:");
    struct page page = {.file = file,
                        .name = page_reader_name(r, file, record->offset),
                        .url = record->url,
                        .line = 1,
                        .offset = record->offset,
                        .bytes = content};
    if (slice_starts(record->url, own))
        return true;
    page_reader_set_time(r, &page, record->date);
    if (slice_starts(content, http))
        return http_read_response(r, &page, content, false);
    page_reader_set_type(r, &page, record->type);
    if (page_type_may_be_read(page.type))
        return page_reader_take(r, &page);
    r->skipped[SKIPPED_TYPE]++;
    return true;
}

bool arc_read(struct page_reader *r, struct byte_stream *in, const char *file)
{
    struct record record;
    struct diag d;
    bool go_on = true;
    while (go_on && find_record(r, in, file, &record)) {
        size_t most = r->page_most + RECORD_ROOM;
        if (record.length > most) {
            diag_set(&d, file, 0, 0,
                     "byte %zu: a record of more than the %zu bytes allowed "
                     "(--max-page)",
                     record.offset, r->page_most);
            go_on = page_reader_reject(r, slice_from("", 0), &d);
            byte_stream_skip(in, record.length);
            continue;
        }
        struct slice content = byte_stream_peek(in, record.length);
        if (content.len < record.length) {
            diag_set(
                &d, file, 0, 0,
                "byte %zu: an ARC record breaks off after %zu of %zu bytes",
                record.offset, content.len, record.length);
            page_reader_tell(r, &d);
        } else {
            content.len = record.length;
        }
        go_on = take_page(r, file, &record, content);
        byte_stream_take(in, content.len);
    }
    return go_on;
}
