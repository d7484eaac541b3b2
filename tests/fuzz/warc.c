/* Any bytes as an input of vparse: containers, compression, charsets. */
#include <stdlib.h>

#include "lib/base/utf8.h"
#include "lib/parse/decode.h"
#include "lib/parse/sources.h"

struct counted {
    struct page_reader reader;
    struct bytes decoded;
    size_t pages, said;
};

static bool take(void *self, const struct page *page)
{
    struct counted *c = self;
    struct slice text;
    struct decoding decoding = decode_page(page, &c->decoded, &text);
    decoding_tell(&decoding, page, c->reader.listener);
    if (utf8_valid(text) != text.len ||
        (text.len != 0 && memchr(text.at, '\0', text.len) != NULL))
        abort();
    return ++c->pages < 1000;
}

static void hear(void *self, const struct diag *d)
{
    struct counted *c = self;
    c->said += strlen(d->message) + (d->source == NULL);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct slice bytes = slice_from((const char *)data, size);
    struct counted c = {.pages = 0};
    struct listener listener = {hear, &c};
    struct byte_stream stream;
    c.reader = (struct page_reader){.page_most = 1 << 16,
                                    .line_most = 1 << 16,
                                    .listener = &listener,
                                    .take = take,
                                    .self = &c};
    byte_stream_over(&stream, bytes, byte_stream_unpacker(bytes));
    sources_read_stream(&c.reader, &stream, "input");
    byte_stream_close(&stream);
    page_reader_free(&c.reader);
    bytes_free(&c.decoded);
    return 0;
}
