/*
 * The records of pages of two suites against what the suites say the pages
 * hold: microformats2 (the parsed items) and extruct (Microdata and JSON-LD).
 * SHARED is where they are; without them the test is skipped.
 */
#include "lib/parse/structured.h"

#include <dirent.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/base/text.h"
#include "lib/io/input.h"
#include "lib/parse/rating.h"
#include "tests/unit/tap.h"

/* What a page must hold, and what was found in it. */
struct page_test {
    const char *name;
    struct page_records records;
    struct arena arena;
    size_t tools, reviews; /* expected */
    const char *wrong;
};

static void must(struct page_test *t, bool holds, const char *what)
{
    if (holds || t->wrong != NULL)
        return;
    t->wrong = what;
    fprintf(stderr, "# %s: %s\n", t->name, what);
}

/* -- the expectation, in any of the three forms ------------------------- */

static bool is_named(const json_t *type, const char *name)
{
    const char *s = json_string_value(type);
    const char *slash = s == NULL ? NULL : strrchr(s, '/');
    return s != NULL && strcmp(slash == NULL ? s : slash + 1, name) == 0;
}

static bool has_type(const json_t *item, const char *name)
{
    const json_t *type = json_object_get(item, "type");
    if (type == NULL)
        type = json_object_get(item, "@type");
    for (size_t i = 0; i < json_array_size(type); i++)
        if (is_named(json_array_get(type, i), name))
            return true;
    return is_named(type, name);
}

/* The first value of the first of several properties that is there. */
static json_t *value_of(const json_t *item, const char *const *names)
{
    const json_t *inside = json_object_get(item, "properties");
    for (; *names != NULL; names++) {
        json_t *value = json_object_get(inside == NULL ? item : inside, *names);
        if (json_is_array(value))
            value = json_array_get(value, 0);
        if (value != NULL)
            return value;
    }
    return NULL;
}

#define VALUE(item, ...)                                                       \
    value_of(item, (const char *const[]){__VA_ARGS__, NULL})

/* The text of a value: of an item its name, of markup its text. */
static struct slice text_of(struct page_test *t, const json_t *value)
{
    bool failed = false;
    if (json_is_object(value)) {
        const json_t *name = VALUE(value, "name");
        value = name != NULL ? name : json_object_get(value, "value");
    }
    if (!json_is_string(value))
        return slice_from(NULL, 0);
    struct bytes folded = {0};
    text_add_folded(&folded, slice_of(json_string_value(value)));
    struct slice kept = arena_copy(&t->arena, bytes_slice(&folded), &failed);
    bytes_free(&folded);
    return kept;
}

static bool agrees(struct page_test *t, const json_t *value, struct slice got)
{
    return value == NULL || slice_equal(text_of(t, value), got);
}

/* Whether a number is the one stated, or nothing is stated. */
static bool states(const json_t *value, int64_t got)
{
    return !json_is_string(value) ||
           rating_read_number(slice_of(json_string_value(value))) == got;
}

static bool is_rated(const json_t *item, int64_t value, int64_t best,
                     int64_t worst)
{
    const json_t *rating = VALUE(item, "average", "rating", "ratingValue");
    const json_t *nested =
        json_is_object(rating) ? rating : VALUE(item, "reviewRating");
    if (json_is_object(nested))
        return is_rated(nested, value, best, worst);
    return states(nested != NULL ? nested : rating, value) &&
           states(VALUE(item, "best", "bestRating"), best) &&
           states(VALUE(item, "worst", "worstRating"), worst);
}

/* -- the records against it --------------------------------------------- */

static const struct tool_record *find_tool(struct page_test *t,
                                           const json_t *item)
{
    struct slice name = text_of(t, item);
    for (size_t i = 0; i < t->records.tool_count; i++)
        if (slice_equal(t->records.tools[i].name, name))
            return &t->records.tools[i];
    must(t, false, "a tool is missing");
    return NULL;
}

static void check_aggregate(struct page_test *t, const json_t *aggregate,
                            const struct tool_record *tool)
{
    const struct aggregate *a = &tool->aggregate;
    const json_t *rating = VALUE(aggregate, "rating");
    const json_t *counted = json_is_object(rating) ? rating : aggregate;
    const json_t *count =
        VALUE(counted, "votes", "count", "ratingCount", "reviewCount");
    must(t, tool->has_aggregate, "no rating of many");
    must(t, is_rated(aggregate, a->value, a->best, a->worst),
         "another rating of many");
    must(t, count == NULL || states(count, a->count * 100), "another count");
}

static void check_review(struct page_test *t, const json_t *review,
                         const json_t *about)
{
    struct slice title = text_of(t, VALUE(review, "name"));
    struct slice text =
        text_of(t, VALUE(review, "reviewBody", "description", "content"));
    const struct page_review *r = NULL;
    for (size_t i = 0; i < t->records.review_count && r == NULL; i++)
        if (slice_equal(t->records.reviews[i].record.title, title) &&
            slice_equal(t->records.reviews[i].record.text, text))
            r = &t->records.reviews[i];
    t->reviews++;
    must(t, r != NULL, "a review is missing");
    if (r == NULL)
        return;
    const json_t *item = VALUE(review, "item", "itemReviewed");
    if (item == NULL)
        item = about;
    must(t,
         item == NULL ? r->tool == NO_TOOL
                      : r->tool != NO_TOOL &&
                            agrees(t, item, t->records.tools[r->tool].name),
         "a review of another tool");
    must(t, agrees(t, VALUE(review, "reviewer", "author"), r->record.reviewer),
         "another reviewer");
    must(t,
         agrees(t, VALUE(review, "reviewed", "published", "datePublished"),
                r->record.date),
         "another date");
    must(t,
         is_rated(review, r->record.rating.value, r->record.rating.best,
                  r->record.rating.worst),
         "another rating");
}

static void check_tool(struct page_test *t, const json_t *item)
{
    if (VALUE(item, "name", "value") == NULL)
        return;
    const struct tool_record *tool = find_tool(t, item);
    t->tools++;
    if (tool == NULL)
        return;
    const json_t *offer = VALUE(item, "offers");
    struct slice price =
        text_of(t, VALUE(offer == NULL ? item : offer, "price"));
    must(t, agrees(t, VALUE(item, "brand"), tool->brand), "another brand");
    must(t, agrees(t, VALUE(item, "description"), tool->description),
         "another description");
    must(t, agrees(t, VALUE(item, "url"), tool->url), "another address");
    must(t,
         !slice_known(price) ||
             memmem(tool->pricing.at, tool->pricing.len, price.at, price.len),
         "another price");
}

static bool is_tool(const json_t *item)
{
    return has_type(item, "Product") || has_type(item, "h-product") ||
           VALUE(item, "aggregateRating") != NULL;
}

static void check_item(struct page_test *t, const json_t *item,
                       const json_t *about)
{
    if (is_tool(item))
        check_tool(t, item);
    const json_t *aggregate = VALUE(item, "aggregateRating");
    if (aggregate != NULL)
        check_aggregate(t, aggregate, find_tool(t, item));
    if (has_type(item, "Review") || has_type(item, "h-review"))
        check_review(t, item, about);
    if (has_type(item, "h-review-aggregate")) {
        const json_t *of = VALUE(item, "item");
        const struct tool_record *tool = find_tool(t, of == NULL ? about : of);
        if (tool != NULL)
            check_aggregate(t, item, tool);
    }
    const json_t *reviewed = VALUE(item, "item");
    t->tools += reviewed != NULL;
}

/*
 * Where there is a file of JSON-LD too, the page is in that, and this file
 * belongs to another page.
 */
static bool is_other_syntax(const char *json)
{
    char path[1030];
    snprintf(path, sizeof path, "%sld", json);
    return access(path, F_OK) == 0;
}

/* All items, wherever they are; `about` is the tool around them. */
static void walk(struct page_test *t, const json_t *value, const json_t *about)
{
    const char *key;
    json_t *member;
    for (size_t i = 0; i < json_array_size(value); i++)
        walk(t, json_array_get(value, i), about);
    if (!json_is_object(value))
        return;
    check_item(t, value, about);
    json_object_foreach((json_t *)(uintptr_t)value, key, member)
        walk(t, member, is_tool(value) ? value : about);
}

/* -- files -------------------------------------------------------------- */

static bool read_file(const char *path, struct bytes *text)
{
    struct diag d;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool read =
        fd >= 0 && input_read_all(fd, path, 1 << 24, text, &d) == INPUT_READ;
    if (fd >= 0)
        input_close(fd);
    return read;
}

/*
 * An expectation belongs to the page of its name, or of the longest
 * beginning of it (`product_custom_url.json` to `product.html`).
 */
static bool find_page(const char *json, struct bytes *page)
{
    char path[1024];
    static const char *const cuts[] = {".", "_custom", "_flat"};
    for (size_t i = 0; i < 3; i++) {
        const char *file = strrchr(json, '/') + 1;
        const char *cut = i == 0 ? strrchr(file, '.') : strstr(file, cuts[i]);
        if (cut == NULL)
            continue;
        snprintf(path, sizeof path, "%.*s%s.html", (int)(cut - json), json,
                 i == 2 ? ".001" : "");
        if (read_file(path, page))
            return true;
    }
    return false;
}

static void check_page(const char *json, struct slice page)
{
    struct page_test t = {.name = json};
    struct html html;
    struct structured_counts counts;
    json_error_t error;
    json_t *expected = json_load_file(json, 0, &error);
    t.records.arena = &t.arena;
    must(&t, expected != NULL, "no JSON");
    must(&t,
         html_read(&html, page, &html_default_limits, &t.arena) &&
             structured_read(&html, &t.records, &counts),
         "not read");
    walk(&t, expected, NULL);
    must(&t, t.records.review_count == t.reviews, "reviews too many");
    must(&t, t.records.tool_count <= t.tools, "tools too many");
    ok(t.wrong == NULL, "%s: %zu tools, %zu reviews", strrchr(json, '/') + 1,
       t.records.tool_count, t.records.review_count);
    json_decref(expected);
    arena_free(&t.arena);
}

static size_t check_folder(const char *folder)
{
    struct dirent **list;
    size_t checked = 0;
    int count = scandir(folder, &list, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char path[1024];
        struct bytes page = {0};
        snprintf(path, sizeof path, "%s/%s", folder, list[i]->d_name);
        const char *end = strrchr(list[i]->d_name, '.');
        if (end != NULL && strncmp(end, ".json", 5) == 0 &&
            !is_other_syntax(path) && find_page(path, &page)) {
            check_page(path, bytes_slice(&page));
            checked++;
        }
        bytes_free(&page);
        free(list[i]);
    }
    if (count >= 0)
        free(list);
    return checked;
}

int main(void)
{
    static const char *const folders[] = {
        "microformats2/h-review",  "microformats2/h-review-aggregate",
        "microformats2/h-product", "extruct/schema.org",
        "extruct/custom.invalid",
    };
    const char *shared = getenv("SHARED");
    char path[700];
    size_t checked = 0;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/suites/%s",
                 shared == NULL ? "../shared" : shared, folders[i]);
        checked += check_folder(path);
    }
    if (checked == 0) {
        puts("1..0 # SKIP the suites are not there");
        return 0;
    }
    return done_testing();
}
