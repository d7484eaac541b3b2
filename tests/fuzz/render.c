/*
 * Any lines through every format: nothing that comes out holds a control
 * character, JSON-LD is JSON, and mail has short lines of ASCII.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/utf8.h"
#include "lib/base/wide.h"
#include "lib/json/tree.h"
#include "lib/render/document.h"

static void require(bool condition, const struct format *format,
                    const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %s\n", format->name, what);
    abort();
}

/* Renders the lines, and takes the output away as vrender does. */
static void render(const struct format *format, struct slice rest,
                   struct bytes *out)
{
    static const struct atom_settings atom = {
        .previous = SLICE("<entry><id>tag:vtools.invalid,2026:verdict/a</id>"
                          "<updated>2026-01-01T00:00:00Z</updated>"
                          "<category term=\"ship\"/></entry>")};
    struct document document;
    struct diag d;
    document_begin(&document, format,
                   (struct render_settings){.width = 72, .atom = &atom});
    for (size_t number = 1; rest.len != 0; number++) {
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t len = end == NULL ? rest.len : (size_t)(end - rest.at);
        struct record_line line = {
            .source = "in", .number = number, .text = slice_from(rest.at, len)};
        enum record_answer answer = document_take(&document, &line, &d);
        require(answer != RECORD_STOP, format, "no memory");
        require(answer != RECORD_REJECTED ||
                    (d.line == number && d.column >= 1 && d.column <= len + 1 &&
                     d.message[0] != '\0'),
                format, "a refusal that names no place");
        bytes_add_slice(out, bytes_slice(&document.out));
        bytes_clear(&document.out);
        rest = slice_after(rest, end == NULL ? len : len + 1);
    }
    require(document_end(&document, &d), format, "no memory at the end");
    bytes_add_slice(out, bytes_slice(&document.out));
    document_free(&document);
}

/* Tables have line ends and tabs inside of their cells. */
static void check_characters(const struct format *format, struct slice text)
{
    bool table = format == &format_csv || format == &format_tsv;
    require(utf8_valid(text) == text.len, format, "not UTF-8");
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool control = c < ' ' || (c >= 0x7f && c < 0xa0);
        require(!control || c == '\n' || (table && (c == '\r' || c == '\t')),
                format, "a control character");
    }
}

static void check_mail(struct slice text)
{
    enum { LINE_MOST = 76 };
    size_t column = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        column = c == '\n' ? 0 : column + 1;
        require(c == '\n' || (c >= ' ' && c <= '~'), &format_mail,
                "a byte that is not ASCII");
        require(column <= LINE_MOST, &format_mail, "a long line");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct format *const formats[] = {
        &format_text, &format_markdown, &format_html,   &format_csv,
        &format_tsv,  &format_json,     &format_jsonld, &format_mail,
        &format_atom, &format_svg};
    /* As many bytes behind the last line as record streams have there. */
    char *copy = calloc(1, size + WIDE_BEHIND);
    if (copy == NULL)
        return 0;
    if (size != 0)
        memcpy(copy, data, size);
    struct slice lines = slice_from(copy, size);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const struct format *format = formats[i];
        struct bytes out = {0};
        struct diag d;
        render(format, lines, &out);
        require(!out.failed, format, "no memory for the output");
        check_characters(format, bytes_slice(&out));
        if (format == &format_mail)
            check_mail(bytes_slice(&out));
        if (format == &format_jsonld) {
            json_t *value = tree_read_text(bytes_slice(&out), "out", &d);
            require(value != NULL, format, d.message);
            json_decref(value);
        }
        bytes_free(&out);
    }
    free(copy);
    return 0;
}
