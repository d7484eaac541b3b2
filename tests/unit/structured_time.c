/*
 * Pages made to be expensive: ten times the page takes about ten times the
 * time, whether objects are nested, refer to each other in circles, or share
 * long texts.
 */
#include "lib/parse/structured.h"

#include <stdlib.h>
#include <time.h>

#include "tests/unit/tap.h"

enum { SMALL = 1000000, TIMES = 10 };

/* Processor time, which other programs do not lengthen. */
static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static const char script[] = "<script type=application/ld+json>";

static void add_repeated(struct bytes *page, const char *begin,
                         const char *unit, const char *end, size_t size)
{
    bytes_add_string(page, begin);
    while (page->len < size)
        bytes_add_string(page, unit);
    bytes_add_string(page, end);
}

/* One thing that is there once, and many that refer to it. */
static void add_shared(struct bytes *page, const char *begin, const char *part,
                       const char *middle, const char *reference,
                       const char *end, size_t size)
{
    add_repeated(page, begin, part, middle, size / 2);
    add_repeated(page, "", reference, end, size);
}

/* Items numbered round, each referring to the next and to a distant one. */
static void add_circle(struct bytes *page, const char *begin,
                       const char *format, const char *end, size_t size)
{
    size_t count = size / 100;
    bytes_add_string(page, begin);
    for (size_t i = 0; i < count; i++) {
        char item[256];
        snprintf(item, sizeof item, format, i, (i + 1) % count,
                 i * 7919 % count, i);
        bytes_add_string(page, item);
    }
    bytes_add_string(page, end);
}

static void make_nested(struct bytes *p, size_t size)
{
    add_repeated(p, script, "{\"@type\":\"Review\",\"review\":", "", size);
}

static void make_arrays(struct bytes *p, size_t size)
{
    add_repeated(p, script, "[", "", size);
}

static void make_objects(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    bytes_add_string(p, "[");
    while (p->len < size) {
        for (int i = 0; i < 100; i++)
            bytes_add_string(p, "{\"@type\":\"Product\",\"review\":");
        bytes_add_string(p, "1");
        bytes_add_repeated(p, '}', 100);
        bytes_add_string(p, ",");
    }
    bytes_add_string(p, "]</script>");
}

static void make_contexts(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    add_repeated(p, "[", "{\"@context\":{\"a\":\"b\",\"b\":\"a\"},\"a\":[{}]},",
                 "]", size);
}

/* A context of many terms, and objects whose members are looked up there. */
static void make_terms(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    bytes_add_string(p, "{\"@context\":{");
    for (size_t i = 0; p->len < size / 2; i++) {
        char term[64];
        snprintf(term, sizeof term, "\"t%zu\":\"schema:name\",", i);
        bytes_add_string(p, term);
    }
    add_repeated(p, "\"t\":\"t\"},\"@graph\":[", "{\"u\":\"a\"},", "]}", size);
}

/* Reviewers who all say the same. */
static void make_same_words(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    add_circle(p, "[",
               "{\"@type\":\"Review\",\"reviewBody\":\"x\",\"author\":"
               "\"%zu-%zu-%zu-%zu\"},",
               "]</script>", size);
}

static void make_ids(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    add_circle(p, "[",
               "{\"@id\":\"%zu\",\"@type\":\"Review\",\"itemReviewed\":"
               "{\"@id\":\"%zu\"},\"author\":{\"@id\":\"%zu\"},"
               "\"reviewBody\":\"%zu\"},",
               "]</script>", size);
}

static void make_shared_name(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    add_shared(p, "[{\"@id\":\"a\",\"name\":[", "\"\",", "\"x\"]},",
               "{\"@type\":\"Review\",\"reviewRating\":4,\"author\":"
               "{\"@id\":\"a\"},\"itemReviewed\":{\"@id\":\"a\"}},",
               "]", size);
}

static void make_shared_text(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    add_shared(p, "[{\"@id\":\"a\",\"@type\":\"Product\",\"name\":\"", "a b ",
               "\"},",
               "{\"@type\":\"Review\",\"name\":\"x\",\"reviewRating\":"
               "{\"ratingValue\":{\"@id\":\"a\"}},\"author\":{\"@id\":\"a\"},"
               "\"itemReviewed\":{\"@id\":\"a\"}},",
               "]", size);
}

static void make_quotes(struct bytes *p, size_t size)
{
    bytes_add_string(p, script);
    add_shared(p, "[{\"@type\":\"Review\",\"reviewBody\":\"", "“", "", "”",
               "\"}]", size);
}

static void make_scopes(struct bytes *p, size_t size)
{
    add_repeated(p, "",
                 "<div itemscope itemtype=http://schema.org/Review "
                 "itemprop=review><p itemprop=reviewBody>x",
                 "", size);
}

static void make_scope_texts(struct bytes *p, size_t size)
{
    for (int i = 0; i < 100; i++)
        bytes_add_string(p, "<div itemscope itemtype=http://schema.org/Review>"
                            "<div itemprop=reviewBody>");
    add_repeated(p, "", "text ", "", size);
}

static void make_references(struct bytes *p, size_t size)
{
    add_circle(p, "",
               "<p id=i%zu itemprop=review itemscope itemtype="
               "http://schema.org/Review itemref='i%zu i%zu'>%zu",
               "", size);
}

static void make_shared_part(struct bytes *p, size_t size)
{
    add_shared(p, "<div id=a>", "<b itemprop=reviewBody>x</b>", "</div>",
               "<i itemscope itemtype=http://schema.org/Review itemref=a></i>",
               "", size);
}

static void make_shared_element(struct bytes *p, size_t size)
{
    add_shared(p, "<div id=a itemprop=reviewBody>", "text ", "</div>",
               "<i itemscope itemtype=http://schema.org/Review itemref=a></i>",
               "", size);
}

static void make_rdfa(struct bytes *p, size_t size)
{
    add_shared(p, "<div prefix='", "a: http://schema.org/ ", "'>",
               "<p typeof=b:Review property=b:review resource=#x>", "", size);
}

static void make_microformats(struct bytes *p, size_t size)
{
    add_repeated(p, "",
                 "<div class='p-review h-review'><p class=p-rating>"
                 "<b class=value>4",
                 "", size);
}

static const struct {
    const char *what;
    void (*make)(struct bytes *page, size_t size);
} shapes[] = {
    {"JSON-LD nested too deep", make_nested},
    {"arrays nested too deep", make_arrays},
    {"nested JSON-LD", make_objects},
    {"contexts", make_contexts},
    {"a context of many terms", make_terms},
    {"reviewers of one opinion", make_same_words},
    {"@id in circles", make_ids},
    {"a long list of names shared", make_shared_name},
    {"a long text shared", make_shared_text},
    {"quotation marks in each other", make_quotes},
    {"itemscope nested", make_scopes},
    {"texts nested", make_scope_texts},
    {"itemref in circles", make_references},
    {"a large part of a page shared", make_shared_part},
    {"a long element shared", make_shared_element},
    {"prefixes of RDFa", make_rdfa},
    {"microformats nested", make_microformats},
};

/* How long the structured data of a page takes; negative when not read. */
static double read_page(void (*make)(struct bytes *, size_t), size_t size)
{
    struct arena arena = {0};
    struct bytes page = {0}, out = {0};
    struct html html;
    struct structured_counts counts;
    struct page_records records = {.arena = &arena};
    struct page source = {.file = "page"};
    make(&page, size);
    bool read =
        html_read(&html, bytes_slice(&page), &html_default_limits, &arena);
    double begin = seconds();
    read = read && structured_read(&html, &records, &counts) &&
           page_records_write(&records, bytes_slice(&page), &source, &out);
    double took = seconds() - begin;
    bytes_free(&out);
    bytes_free(&page);
    arena_free(&arena);
    return read ? took : -1;
}

int main(void)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        double small = read_page(shapes[i].make, SMALL);
        double large = read_page(shapes[i].make, SMALL * TIMES);
        ok(small >= 0 && large >= 0 && large <= 0.3 + small * TIMES * 2,
           "%s: %.3f s for 1 MB, %.3f s for 10 MB", shapes[i].what, small,
           large);
    }
    return done_testing();
}
