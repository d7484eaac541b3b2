/*
 * Nodes: what structure pages get, that limits hold, and that no odd input
 * (those of html5lib-tests, and hostile ones) does any harm.
 */
#include "lib/parse/html/html.h"

#include <dirent.h>
#include <stdlib.h>
#include <time.h>

#include "lib/base/bytes.h"
#include "tests/unit/tap.h"

/* -- outlines ----------------------------------------------------------- */

static void add_start(struct bytes *out, const struct html *html, uint32_t i)
{
    const struct html_node *node = &html->nodes[i];
    if (node->kind == HTML_TEXT) {
        bytes_add_slice(out, node->text);
        return;
    }
    bytes_add_byte(out, '(');
    bytes_add_slice(out, node->name);
    for (uint32_t j = 0; j < node->attribute_count; j++) {
        const struct html_attribute *a = &html->attributes[node->attribute + j];
        bytes_add_byte(out, ' ');
        bytes_add_slice(out, a->name);
        bytes_add_byte(out, '=');
        bytes_add_slice(out, a->value);
    }
    bytes_add_byte(out, node->end == i + 1 ? ')' : ' ');
}

/* "(p (b x) y)" for "<p><b>x</b>y". */
static void add_outline(struct bytes *out, const struct html *html)
{
    for (uint32_t i = 1; i < html->count; i++) {
        add_start(out, html, i);
        uint32_t at =
            html->nodes[i].kind == HTML_TEXT ? html->nodes[i].parent : i;
        for (; at != 0 && html->nodes[at].end == i + 1;
             at = html->nodes[at].parent)
            bytes_add_string(out, at == i ? "" : ")");
    }
}

/* Nodes lie inside their parents, in the order of the page. */
static bool is_sound(const struct html *html)
{
    for (uint32_t i = 1; i < html->count; i++) {
        const struct html_node *n = &html->nodes[i];
        if (n->parent >= i || n->end <= i || n->end > html->count ||
            n->end > html->nodes[n->parent].end ||
            html->nodes[n->parent].kind != HTML_ELEMENT ||
            n->offset >= html->page.len ||
            (n->kind == HTML_TEXT && n->end != i + 1) ||
            (i > 1 && n->offset < html->nodes[i - 1].offset))
            return false;
    }
    return html->nodes[0].end == html->count && html->open < html->count;
}

static void outline_is(const char *page, const char *wanted)
{
    struct arena arena = {0};
    struct html html;
    struct bytes got = {0};
    if (html_read(&html, slice_of(page), &html_default_limits, &arena) &&
        is_sound(&html))
        add_outline(&got, &html);
    bytes_add_byte(&got, '\0');
    is_string(got.at, wanted, "%.*s", (int)strcspn(page, "\r\n"), page);
    bytes_free(&got);
    arena_free(&arena);
}

static void check_structure(void)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"a", "a"},
        {"<p>a<p>b", "(p a)(p b)"},
        {"<p>a<div>b</div>c</p>d", "(p a)(div b)c(p)d"},
        {"<p><span>a<div>b", "(p (span a))(div b)"},
        {"<p><button><p>a", "(p (button (p a)))"},
        {"<P CLASS=x ID='y&amp;z' class=w>A</P>", "(p class=x id=y&z A)"},
        {"a<br>b</br>c<hr/>d<img src=x>e", "a(br)b(br)c(hr)d(img src=x)e"},
        {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
         "(ul (li a)(li b(ul (li c)))(li d))e"},
        {"<ul><li><div>a<li>b", "(ul (li (div a))(li b))"},
        {"<ul><li><section>a<li>b", "(ul (li (section a(li b))))"},
        {"<dl><dt>a<dd>b<dt>c</dl>d", "(dl (dt a)(dd b)(dt c))d"},
        {"<select><option>a<option>b<optgroup><option>c</select>d",
         "(select (option a)(option b)(optgroup (option c)))d"},
        {"<select><option>a<select>b", "(select (option a))b"},
        {"<h1>a<h2>b</h1>c", "(h1 a)(h2 b)c"},
        {"<button>a<button>b", "(button a)(button b)"},
        {"<form>a<form>b</form>c", "(form ab)c"},
        {"<form><div>a</form>b</div>c", "(form (div ab))c"},
        {"<table><tr><td>a<td>b<tr><th>c</table>d",
         "(table (tr (td a)(td b))(tr (th c)))d"},
        {"<table><tbody><tr><td>a<tbody><tr><td>b</table>",
         "(table (tbody (tr (td a)))(tbody (tr (td b))))"},
        {"<table><caption>a<colgroup><col><col><tr><td>b</table>",
         "(table (caption a)(colgroup (col)(col))(tr (td b)))"},
        {"<table><tr><td><table><tr><td>a</table>b<td>c</table>",
         "(table (tr (td (table (tr (td a)))b)(td c)))"},
        {"<table><tr><td><div>a</td>b</table></div>c",
         "(table (tr (td (div a))b))c"},
        {"<table><tr><table><tr><td>a", "(table (tr))(table (tr (td a)))"},
        {"<div><td>a</td></div>", "(div a)"},
        {"<div><b>a</div>b</b>c", "(div (b a))bc"},
        {"<b><div>a</b>b</div>c", "(b (div ab))c"},
        {"<span><div>a</span>b</div></span>c", "(span (div ab))c"},
        {"<x-a><x-b>a</x-a>b</x-b>", "(x-a (x-b a))b"},
        {"a</div></p>b</>c</ d>e", "a(p)bce"},
        {"<!doctype html>\n<html><head>\n<title>a<b></title>\n<p>b",
         "(html (head \n(title a<b>)\n)(p b))"},
        {"<html><head><meta></head>\n<body class=a>b<body><html>c</body>d",
         "(html (head (meta))\n(body class=a bcd))"},
        {"<head><noscript><p>a</p></noscript><link></head>",
         "(head (noscript (p a))(link))"},
        {"<head><noscript><p>a<body>b", "(head (noscript (p a)))(body b)"},
        {"<head>a", "(head)a"},
        {"<script><b>'</scripty><!--<script></script>--></script>a",
         "(script <b>'</scripty><!--<script></script>-->)a"},
        {"<style>&amp;</style><xmp><b></xmp><iframe><i></iframe>a",
         "(style &amp;)(xmp <b>)(iframe <i>)a"},
        {"<textarea>\n\n&lt;b></textarea>", "(textarea \n<b>)"},
        {"<pre>\r\n\r\na</pre>", "(pre \na)"},
        {"<plaintext></plaintext><b>", "(plaintext </plaintext><b>)"},
        {"<template><tr><td>a</template>b", "(template (tr (td a)))b"},
        {"<svg><title>&lt;<b>a</b></title><g/><path d=x /></svg>b",
         "(svg (title <(b a))(g)(path d=x))b"},
        {"<svg><style><![CDATA[a<b]]></style></svg><![CDATA[c]]>",
         "(svg (style a<b))"},
        {"<svg><g><p>a</svg>b", "(svg (g))(p ab)"},
        {"<svg><foreignObject><div>a</svg>b</div>",
         "(svg (foreignobject (div ab)))"},
        {"<math><mi>x</mi><mo>=</math>y", "(math (mi x)(mo =))y"},
        {"<svg><font>a<font size=1>b", "(svg (font a))(font size=1 b)"},
        {"<ruby>a<rp>(<rt>b<rp>)</ruby>", "(ruby a(rp ()(rt b)(rp )))"},
        {"a&ampb&notit;&#x41;&#128;&bogus;", "a&b\xc2\xacit;A\xe2\x82\xac"
                                             "&bogus;"},
        {"<a href='?a=1&copy=2&amp;b'>x</a>", "(a href=?a=1&copy=2&b x)"},
        {"<p>a<", "(p a)"},
        {"<p>a</", "(p a)"},
        {"<p>a</p", "(p a)"},
        {"<p>a&am", "(p a)"},
        {"<p>a&#x2", "(p a)"},
        {"<p>a&am ", "(p a&am )"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        outline_is(cases[i][0], cases[i][1]);
}

/* -- the interface ------------------------------------------------------ */

static void check_interface(void)
{
    static const struct slice page =
        SLICE("<div ID=x>a<b title>b</b>c</div><svg><a/></svg><p>d");
    struct arena arena = {0};
    struct html html;
    bool failed = false;
    html_read(&html, page, &html_default_limits, &arena);
    ok(html_is(&html, 1, "div") && html.nodes[1].tag == HTML_DIV, "a name");
    ok(!html_is(&html, 2, "a"), "a text has none");
    ok(html.nodes[7].tag == HTML_OTHER && html_is(&html, 7, "a"),
       "svg's <a> is not HTML's");
    ok(slice_is(html_attribute(&html, 1, ATTRIBUTE_ID), "x"), "an attribute");
    ok(slice_is(html_attribute(&html, 3, ATTRIBUTE_TITLE), ""),
       "one without a value");
    ok(!slice_known(html_attribute(&html, 3, ATTRIBUTE_ID)),
       "one that is not there");
    ok(slice_is(html_text_content(&html, 1, &arena, &failed), "abc"),
       "text content");
    ok(slice_is(html_text_content(&html, 6, &arena, &failed), ""),
       "text content of nothing");
    ok(slice_is(html_text_content(&html, 0, &arena, &failed), "abcd") &&
           !failed,
       "text content of the page");
    is_number(html.nodes[3].offset, 11, "where an element begins");
    ok(html_is(&html, html.open, "p") && !html.whole, "what nothing ended");
    html_read(&html, slice_of("<p>a</body>"), &html_default_limits, &arena);
    ok(html.open == 0 && html.whole, "a whole page");
    ok(html.nodes[2].text.at == html.page.at + 3, "text is not copied");
    arena_free(&arena);
}

static void check_limits(void)
{
    static const struct html_limits few = {
        .depth = 3, .attributes = 2, .nodes = 8};
    struct arena arena = {0};
    struct html html;
    struct bytes got = {0};
    html_read(&html, slice_of("<a><b><c><d>x</d>y</c>z"), &few, &arena);
    add_outline(&got, &html);
    ok(slice_is(bytes_slice(&got), "(a (b (c)(d x)yz))"),
       "too deep elements are siblings");
    is_number(html.too_deep, 1, "and counted");
    html_read(&html, slice_of("<a b c d d c e></a><a f>"), &few, &arena);
    bytes_clear(&got);
    add_outline(&got, &html);
    ok(slice_is(bytes_slice(&got), "(a b= c=)(a f=)"), "too many attributes");
    is_number(html.attributes_left_out, 3, "are counted");
    html_read(&html, slice_of("<a>1<b>2<c>3<d>4<i>5</i>6"), &few, &arena);
    is_number(html.count, 8, "too many nodes");
    is_number(html.nodes_left_out, 4, "are counted");
    bytes_free(&got);
    arena_free(&arena);
}

/* -- odd input ---------------------------------------------------------- */

/* Reads a page and its beginnings, each in memory of just its size. */
static bool survives(struct slice page, size_t step)
{
    bool sound = true;
    for (size_t len = page.len; sound; len -= step) {
        struct arena arena = {0};
        struct html html;
        char *copy = malloc(len + 1);
        memcpy(copy, page.at, len);
        char *exact = realloc(copy, len == 0 ? 1 : len);
        sound = html_read(&html, slice_from(exact, len), &html_default_limits,
                          &arena) &&
                is_sound(&html);
        free(exact);
        arena_free(&arena);
        if (len < step)
            break;
    }
    if (!sound)
        fprintf(stderr, "# %.*s\n", (int)page.len, page.at);
    return sound;
}

static void read_file(const char *path, struct bytes *out)
{
    FILE *file = fopen(path, "rb");
    char block[4096];
    size_t got;
    while (file != NULL && (got = fread(block, 1, sizeof block, file)) != 0)
        bytes_add(out, block, got);
    if (file != NULL)
        fclose(file);
}

/* The place of `what` in the rest of a file from `at` on; its end if none. */
static size_t find(const struct bytes *file, size_t at, const char *what)
{
    char *found = memmem(file->at + at, file->len - at, what, strlen(what));
    return found == NULL ? file->len : (size_t)(found - file->at);
}

/* The pages in a file of cases stand behind "#data", before "#errors" or
 * "#encoding". */
static int survive_cases(const char *path, int *cases)
{
    static const char begin[] = "\n#data\n";
    struct bytes file = {0};
    int bad = 0;
    bytes_add_byte(&file, '\n');
    read_file(path, &file);
    size_t at = find(&file, 0, begin);
    while (at < file.len) {
        size_t data = at + sizeof begin - 1;
        size_t end = find(&file, data - 1, "\n#e");
        bad += !survives(
            slice_from(file.at + data, end < data ? 0 : end - data), 1);
        ++*cases;
        at = find(&file, end, begin);
    }
    bytes_free(&file);
    return bad;
}

static void check_suite(const char *name, int least)
{
    const char *shared = getenv("SHARED");
    char folder[2048], path[4096];
    snprintf(folder, sizeof folder, "%s/suites/html/%s",
             shared == NULL ? "../shared" : shared, name);
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort);
    if (count < 0) {
        ok(true, "odd pages # SKIP no folder %s", folder);
        return;
    }
    int cases = 0, bad = 0;
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        if (strstr(path, ".dat") != NULL)
            bad += survive_cases(path, &cases);
        free(names[i]);
    }
    free(names);
    is_number(bad, 0, "%d pages of %s, cut anywhere", cases, name);
    ok(cases >= least, "at least %d", least);
}

/* Time is linear: a megabyte of anything is read in far less than this. */
static void check_hostile(void)
{
    enum { SIZE = 1 << 20 };
    static const char *const units[][2] = {
        {"", "<div>"},
        {"", "<svg>"},
        {"<a ", "a=b "},
        {"", "&"},
        {"", "<"},
        {"", "<!--"},
        {"", "<!--x--!"},
        {"", "</a>"},
        {"", "<p>"},
        {"", "<b><p>"},
        {"", "<table>"},
        {"<table>", "<tr><td>"},
        {"", "<x></y>"},
        {"", "<a><form></form>"},
        {"<script>", "<!--"},
        {"<title>", "</titl"},
        {"", "&amp"},
        {"<pre>", "&#10;"},
        {"<svg>", "</p>"},
        {"<svg><![CDATA[", "]]"},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct bytes page = {0};
        struct arena arena = {0};
        struct html html;
        bytes_add_string(&page, units[i][0]);
        while (page.len < SIZE)
            bytes_add_string(&page, units[i][1]);
        clock_t begin = clock();
        bool done =
            html_read(&html, bytes_slice(&page), &html_default_limits, &arena);
        double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
        ok(done && is_sound(&html) && seconds < 2, "a megabyte of %s",
           units[i][1]);
        arena_free(&arena);
        bytes_free(&page);
    }
}

int main(void)
{
    check_structure();
    check_interface();
    check_limits();
    check_hostile();
    check_suite("tree", 1790);
    check_suite("encoding", 82);
    return done_testing();
}
