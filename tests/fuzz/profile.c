/*
 * A profile of any bytes, then, behind a line `=====`, a page: a profile that
 * is taken reads any page in an end, and what it gives can be read back.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/utf8.h"
#include "lib/parse/forms.h"
#include "lib/parse/lines.h"

static struct arena arena;

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void hear(void *self, const struct diag *d)
{
    (void)self;
    require(d->message[0] != '\0', "nothing said");
}

static const struct listener listener = {hear, NULL};

/* Every line must be a record that the other programs take. */
static void check_records(struct slice out)
{
    struct sighting_reader reader = {0};
    struct arena kept = {0};
    while (out.len != 0) {
        const char *end = memchr(out.at, '\n', out.len);
        struct sighting s;
        struct diag d;
        require(end != NULL, "a record without its end");
        size_t len = (size_t)(end - out.at);
        require(sighting_read(&reader, slice_from(out.at, len), "out", 1, &kept,
                              &s, &d),
                "a record that cannot be read");
        require(s.type == SIGHTING_TOOL || s.type == SIGHTING_REVIEW,
                "a record of no type");
        arena_reset(&kept);
        out = slice_after(out, len + 1);
    }
    sighting_reader_free(&reader);
    arena_free(&kept);
}

static void read_page(struct profile *profile, struct slice text)
{
    struct profile *const profiles[] = {profile};
    atomic_bool reading = false;
    const struct forms_choice choice = {.profiles = profiles,
                                        .profile_count = 1,
                                        .reading = &reading,
                                        .trace = true};
    struct page page = {.file = "page",
                        .name = "page",
                        .bytes = text,
                        .url = SLICE("https://example.org/a"),
                        .line = 1};
    struct forms forms;
    struct page_lines lines;
    struct page_records records = {.arena = &arena};
    struct bytes out = {0};
    struct diag d;
    arena_reset(&arena);
    require(forms_init(&forms, &choice, &d), "no forms");
    require(page_lines_read(&lines, text, &arena), "no lines");
    forms_read(&forms, &lines, &page, &listener, &records);
    require(page_records_write(&records, text, &page, &out), "no records");
    check_records(bytes_slice(&out));
    bytes_free(&out);
    forms_free(&forms);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char line[] = "\n=====\n";
    struct slice text = slice_from(size == 0 ? "" : (const char *)data, size);
    const char *at = memmem(text.at, text.len, line, sizeof line - 1);
    struct slice page = {"", 0};
    struct diag d;
    if (at != NULL) {
        size_t len = (size_t)(at - text.at);
        page = slice_after(text, len + sizeof line - 1);
        text.len = len + 1;
    }
    page.len = utf8_valid(page);
    /* Pages have no NUL when they are decoded. */
    page.len = strnlen(page.at, page.len);
    struct profile *profile =
        profile_new(text, "fuzz", slice_of("fuzz"), &listener, &d);
    if (profile != NULL)
        read_page(profile, page);
    profile_free(profile);
    return 0;
}
