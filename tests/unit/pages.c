/* Page sources: the WARC suite, and small files of every form. */
#include <stdlib.h>

#include "tests/unit/page_log.h"
#include "tests/unit/tap.h"

/* What comes out of the files of the suite, one after the other. */
static const char *const suite[][2] = {
    {"example-bad-non-chunked.warc.gz",
     "example-bad-non-chunked.warc.gz@1197 url=http://example.com/ "
     "fetched=2017-03-06T04:02:06Z type=text/html 1270 bytes\n"},
    {"example-bad.warc.gz.bad",
     "example-bad.warc.gz.bad@460 url=http://example.com?example=1 "
     "fetched=2014-01-03T03:03:21Z type=text/html 1270 bytes\n"
     "! example-bad.warc.gz.bad: passed over: 1 with an HTTP status other than "
     "200\n"},
    {"example-digest.warc", ""},
    {"example-iana.org-chunked.warc",
     "example-iana.org-chunked.warc@405 url=http://www.iana.org/ "
     "fetched=2017-03-06T16:54:09Z type=text/html charset=UTF-8 7223 bytes\n"},
    {"example-resource.warc.gz",
     "example-resource.warc.gz@1150 url=http://example.com/ "
     "fetched=2017-04-29T01:30:30Z type=text/html charset=utf-8 1303 bytes\n"},
    {"example-space-in-target-uri.warc.gz",
     "! example-space-in-target-uri.warc.gz: passed over: 1 neither HTML nor "
     "text\n"},
    {"example-space-in-url.arc",
     "! example-space-in-url.arc: byte 151: an ARC record breaks off after "
     "1579 of 1591 bytes\n"
     "example-space-in-url.arc@151 "
     "url=http://example.com/index.cfm?FuseAction=Email&EmailTitle=Examples "
     "From The Live Web&IsPopUp=False fetched=2014-02-16T05:02:21Z "
     "type=text/html 1271 bytes\n"},
    {"example-trunc.warc",
     "! example-trunc.warc: byte 1197: a WARC record of 975 bytes that says "
     "973\n"
     "example-trunc.warc@1197 url=http://example.com/ "
     "fetched=2017-03-06T04:02:06Z type=text/html 1270 bytes\n"},
    {"example-wget-bad-target-uri.warc.gz",
     "example-wget-bad-target-uri.warc.gz@1062 url=http://example.com/ "
     "fetched=2018-02-09T15:12:11Z type=text/html 1270 bytes\n"},
    {"example-wrong-chunks.warc.gz",
     "example-wrong-chunks.warc.gz@0 url=http://example.com/ "
     "fetched=2018-11-02T18:55:11Z type=text/html charset=UTF-8 1270 bytes\n"},
    {"example.arc", "example.arc@151 url=http://example.com/ "
                    "fetched=2014-02-16T05:02:21Z type=text/html 1270 bytes\n"},
    {"example.arc.gz",
     "example.arc.gz@151 url=http://example.com/ "
     "fetched=2014-02-16T05:02:21Z type=text/html 1270 bytes\n"},
    {"example.warc", "example.warc@1197 url=http://example.com/ "
                     "fetched=2017-03-06T04:02:06Z type=text/html 1270 "
                     "bytes\n"},
    {"example.warc.gz",
     "example.warc.gz@1197 url=http://example.com/ "
     "fetched=2017-03-06T04:02:06Z type=text/html 1270 bytes\n"},
    {"post-test.warc.gz",
     "! post-test.warc.gz: passed over: 3 neither HTML nor text\n"},
};

/* Frames of zstd with the dictionary that the file begins with. */
#define WITH_DICTIONARY(name)                                                  \
    {                                                                          \
        name, name "@0 url=http://a/ fetched=2020-01-02T03:04:05Z "            \
                   "type=text/html charset=shift_jis 8 bytes\n" name           \
                   "@286 url=http://a/ fetched=2020-01-02T03:04:05Z "          \
                   "type=text/plain charset=utf-8 7 bytes\n"                   \
    }
static const char *const zstd[][2] = {
    WITH_DICTIONARY("dictionary.warc.zst"),
    WITH_DICTIONARY("packed-dictionary.warc.zst")};

static void test_file(const char *shared, const char *folder, const char *name,
                      const char *expected)
{
    char path[4096];
    struct byte_stream stream;
    struct page_log log;
    struct diag d;
    snprintf(path, sizeof path, "%s/%s/%s", shared, folder, name);
    if (!byte_stream_open(&stream, path, &d)) {
        ok(true, "%s # SKIP it is not here", name);
        return;
    }
    page_log_init(&log);
    sources_read_stream(&log.reader, &stream, name);
    is_string(page_log_text(&log), expected, "%s", name);
    byte_stream_close(&stream);
    page_log_free(&log);
}

struct example {
    const char *what;
    struct slice bytes;
    const char *expected;
};

#define RECORD(type, length, more)                                             \
    "WARC/1.0\r\nWARC-Type: " type "\r\nWARC-Target-URI: http://a/\r\n"        \
    "Content-Length: " length "\r\n" more "\r\n"
#define TEXT_RECORD(length, text)                                              \
    RECORD("conversion", length, "Content-Type: text/plain\r\n")               \
    text "\r\n\r\n"
#define HTTP_RECORD(length) RECORD("response", length, "")

static const struct example warc[] = {
    {"two records", SLICE(TEXT_RECORD("3", "one") TEXT_RECORD("3", "two")),
     "f@0 url=http://a/ type=text/plain [one]\n"
     "f@115 url=http://a/ type=text/plain [two]\n"},
    {"a length that is too small",
     SLICE(TEXT_RECORD("1", "one") TEXT_RECORD("3", "two")),
     "! f: byte 0: a WARC record of 3 bytes that says 1\n"
     "f@0 url=http://a/ type=text/plain [one]\n"
     "f@115 url=http://a/ type=text/plain [two]\n"},
    {"a length that swallows the next record",
     SLICE(TEXT_RECORD("9999", "one") TEXT_RECORD("3", "two")),
     "! f: byte 0: a WARC record of 3 bytes that says 9999\n"
     "f@0 url=http://a/ type=text/plain [one]\n"
     "f@118 url=http://a/ type=text/plain [two]\n"},
    {"a length past all bounds",
     SLICE(TEXT_RECORD("999999999999", "one") TEXT_RECORD("3", "two")),
     "! f: byte 0: a WARC record of 3 bytes that says 999999999999\n"
     "f@0 url=http://a/ type=text/plain [one]\n"
     "f@126 url=http://a/ type=text/plain [two]\n"},
    {"no length",
     SLICE("WARC/1.1\nWARC-Type: resource\nContent-Type: text/html\n\n"
           "one\n\nWARC/1.1\nWARC-Type: warcinfo\nContent-Length: 0\n\n"),
     "! f: byte 0: a WARC record without a Content-Length\n"
     "! f: byte 0: a WARC record of 3 bytes that says 0\n"
     "f@0 type=text/html [one]\n"},
    {"cut off",
     SLICE(RECORD("conversion", "300", "Content-Type: text/plain\r\n") "half"),
     "! f: byte 0: a WARC record breaks off after 4 of 300 bytes\n"
     "f@0 url=http://a/ type=text/plain [half]\n"},
    {"cut off in a header", SLICE(TEXT_RECORD("3", "one") "WARC/1.0\r\nWARC-"),
     "f@0 url=http://a/ type=text/plain [one]\n"
     "! f: byte 115: the header of a WARC record has no end\n"},
    {"another record in a header",
     SLICE("WARC/1.0\r\nWARC-Type: resource\r\n" TEXT_RECORD("3", "one")),
     "! f: byte 0: the header of a WARC record has no end\n"
     "f@31 url=http://a/ type=text/plain [one]\n"},
    {"rubbish between records",
     SLICE(TEXT_RECORD("3", "one") "rubbish\r\n" TEXT_RECORD("3", "two")),
     "f@0 url=http://a/ type=text/plain [one]\n"
     "! f: byte 115: no WARC record: 9 bytes passed over\n"
     "f@124 url=http://a/ type=text/plain [two]\n"},
    {"what is no page",
     SLICE(
         RECORD("request", "1", "") "x\r\n\r\n" RECORD("revisit", "0", "")
             RECORD("continuation", "1", "") "x\r\n\r\n" TEXT_RECORD("1", " ")),
     "! f: passed over: 1 empty, 1 later parts of a record\n"},
    {"cut by the crawler",
     SLICE(RECORD("conversion", "3", "WARC-Truncated: length\r\n") "one"),
     "! f@0: cut off by the crawler: length\n"
     "f@0 url=http://a/ [one]\n"},
    {"HTTP in a record",
     SLICE(HTTP_RECORD("77") "HTTP/1.1 200 OK\r\ncontent-TYPE:  Text/HTML;\r\n"
                             " charset=\"latin1\"\r\n\r\n<p>hello</p>"),
     "f@0 url=http://a/ type=text/html charset=latin1 [<p>hello</p>]\n"},
    {"no HTTP",
     SLICE(RECORD("response", "3", "Content-Type: application/http\r\n") "abc"),
     "! f@0: no HTTP response\n"},
};

#define HTTP(headers) "HTTP/1.1 200 OK\r\n" headers "\r\n"
#define CHUNKED HTTP("Transfer-Encoding: chunked\r\n")

static const struct example http[] = {
    {"as curl -i saves it",
     SLICE(HTTP("Content-Type: text/html\r\n"
                "Date: Mon, 06 Mar 2017 04:02:06 GMT\r\n") "<p>"),
     "f fetched=2017-03-06T04:02:06Z type=text/html [<p>]\n"},
    {"behind redirects",
     SLICE("HTTP/1.1 301 Moved\r\nLocation: http://b/c\r\n\r\n"
           "HTTP/1.1 100 Continue\r\n\r\n" HTTP("") "page"),
     "f url=http://b/c [page]\n"},
    {"not found", SLICE("HTTP/1.1 404 Not Found\r\n\r\nnone"),
     "! f: passed over: 1 with an HTTP status other than 200\n"},
    {"chunks", SLICE(CHUNKED "4\r\npage\r\n2;x=y\r\n s\r\n0\r\n\r\n"),
     "f [page s]\n"},
    {"chunks that break off", SLICE(CHUNKED "4\r\npage\r\n20\r\n in"),
     "! f: the page breaks off inside a chunk\n"
     "f [page in]\n"},
    {"no last chunk", SLICE(CHUNKED "4\r\npage\r\n"),
     "! f: the page breaks off behind a chunk\n"
     "f [page]\n"},
    {"a wrong size", SLICE(CHUNKED "4\r\npage\r\n3\r\nfive5\r\n0\r\n\r\n"),
     "! f: wrong size of a chunk: the 9 bytes from there on taken as they are\n"
     "f [pagefive5\r\n0\r\n\r\n]\n"},
    {"no chunks, whatever the header says", SLICE(CHUNKED "a page\n"),
     "f [a page\n]\n"},
    {"zlib",
     SLICE(HTTP("Content-Encoding: deflate\r\n") "\x78\x9c\x2b\x48\x4c\x4f\x05"
                                                 "\x00\x04\x1a\x01\x9e"),
     "f [page]\n"},
    {"raw deflate",
     SLICE(HTTP("Content-Encoding: deflate\r\n") "\x2b\x48\x4c\x4f\x05\x00"),
     "f [page]\n"},
    {"not packed, whatever the header says",
     SLICE(HTTP("Content-Encoding: gzip\r\n") "page"), "f [page]\n"},
    {"packed by what is not read",
     SLICE(HTTP("Content-Encoding: br\r\n") "page"),
     "! f: compressed as 'br', which is not read\n"},
    {"an image", SLICE(HTTP("Content-Type: image/png\r\n") "page"),
     "! f: passed over: 1 neither HTML nor text\n"},
    {"no end of the headers", SLICE("HTTP/1.1 200 OK\r\nContent-Type: te"),
     "! f: passed over: 1 neither HTML nor text\n"},
};

#define PART(headers, body) "--xx\r\n" headers "\r\n" body "\r\n"
#define MESSAGE                                                                \
    "From: <Saved by a browser>\r\n"                                           \
    "Snapshot-Content-Location: https://a/b\r\n"                               \
    "Date: Fri, 4 Sep 2020 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"            \
    "Content-Type: multipart/related;\r\n\tboundary=\"xx\"\r\n\r\n"

static const struct example mhtml[] = {
    {"a page and an image",
     SLICE(MESSAGE PART("Content-Type: text/html; charset=utf-8\r\n"
                        "Content-Transfer-Encoding: quoted-printable\r\n",
                        "<p class=3D'x'>caf=C3=\r\n=A9 = =\r\n")
               PART("Content-Type: image/png\r\n", "...") "--xx--\r\n"),
     "f@270 url=https://a/b fetched=2020-09-04T08:00:00Z type=text/html "
     "charset=utf-8 [<p class='x'>caf\xc3\xa9 = ]\n"},
    {"Base64, and the part's own address",
     SLICE(MESSAGE PART("Content-Type: text/html\r\n"
                        "Content-Location: https://a/c\r\n"
                        "Content-Transfer-Encoding: base64\r\n",
                        "PHA+\r\naGk=") "--xx--"),
     "f@276 url=https://a/c fetched=2020-09-04T08:00:00Z type=text/html "
     "[<p>hi]\n"},
    {"broken off", SLICE(MESSAGE "--xx\r\nContent-Type: text/html\r\n\r\n<p>"),
     "! f: breaks off inside a part\n"
     "f@210 url=https://a/b fetched=2020-09-04T08:00:00Z type=text/html "
     "[<p>]\n"},
    {"no HTML", SLICE(MESSAGE PART("Content-Type: text/css\r\n", "p") "--xx--"),
     "! f: no HTML in any of its parts\n"},
};

static const struct example jsonl[] = {
    {"pages",
     SLICE("{\"url\":\"http://a/\",\"html\":\"<p>\\u00e9\",\"date\":1500000000}"
           "\n\n{\"link\":\"http://b/\",\"text\":\"words\","
           "\"crawled_at\":\"2020-01-01T00:00:00+01:00\"}\n"
           "{\"URL\":\"http://c/\",\"content\":\"PHA+\",\"encoding\":"
           "\"base64\",\"charset\":\"koi8-r\"}"),
     "f:1 url=http://a/ fetched=2017-07-14T02:40:00Z type=text/html "
     "charset=utf-8 [<p>\xc3\xa9]\n"
     "f:3 url=http://b/ fetched=2019-12-31T23:00:00Z type=text/plain "
     "charset=utf-8 [words]\n"
     "f:4 url=http://c/ charset=koi8-r [<p>]\n"},
    {"bad lines",
     SLICE("{\"url\":1}\n{\"html\":\n{\"type\":\"tool\",\"text\":\"x\"}\n"
           "{\"status\":404,\"html\":\"x\"}\n{\"html\":\"y\"}\n"),
     "! f: no page: no string html, body, content or text\n"
     "! f: JSON that ends too early\n"
     "! f: a record, and no page\n"
     "f:5 type=text/html charset=utf-8 [y]\n"
     "! f: passed over: 1 with an HTTP status other than 200\n"},
};

static const struct example plain[] = {
    {"text", SLICE("page"), "f [page]\n"},
    {"nothing", SLICE(""), "! f: an empty page\n"},
    {"nothing to see", SLICE(" \n\n"), "! f: an empty page\n"},
    {"an image", SLICE("\x89PNG\r\n\x1a\n"), "! f: no page: a PNG image\n"},
    {"bytes", SLICE("\1\2\3\4\5\6\7\1\2\3"), "! f: no page: no text\n"},
    {"text with a NUL", SLICE("quite a long text, and \0 in it"),
     "f [quite a long text, and "},
    {"gzip that breaks off",
     SLICE("\x1f\x8b\x08\0\0\0\0\0\0\x03\x2b\x48\x4c\x4f"),
     "! f: the compressed data break off at byte 14\nf [pag]\n"},
};

static void test_examples(const char *form, const struct example *examples,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct page_log log;
        page_log_init(&log);
        log.with_bytes = true;
        page_log_read(&log, "f", examples[i].bytes);
        is_string(page_log_text(&log), examples[i].expected, "%s: %s", form,
                  examples[i].what);
        page_log_free(&log);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

int main(void)
{
    const char *shared = getenv("SHARED");
    for (size_t i = 0; i < COUNT(suite); i++)
        test_file(shared == NULL ? "../shared" : shared, "suites/warc",
                  suite[i][0], suite[i][1]);
    for (size_t i = 0; i < COUNT(zstd); i++)
        test_file("tests", "fuzz/corpus/warc", zstd[i][0], zstd[i][1]);
    test_examples("WARC", warc, COUNT(warc));
    test_examples("HTTP", http, COUNT(http));
    test_examples("MHTML", mhtml, COUNT(mhtml));
    test_examples("JSON Lines", jsonl, COUNT(jsonl));
    test_examples("file", plain, COUNT(plain));
    return done_testing();
}
