/* Lines of HTML pages, and which pages are HTML. */
#include "lib/parse/html_lines.h"

#include <time.h>

#include "lib/base/bytes.h"
#include "lib/parse/html_seen.h"
#include "tests/unit/tap.h"

/* The lines, one behind the other; "~" behind what is not ended. */
static void add_lines(struct bytes *out, const struct page_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        bytes_add_string(out, i == 0 ? "" : "|");
        bytes_add_slice(out, lines->at[i].text);
        bytes_add_string(out, lines->at[i].ended ? "" : "~");
        bytes_add_string(out, lines->at[i].gap ? "(gap)" : "");
    }
}

static void lines_are(const char *page, const char *wanted)
{
    struct arena arena = {0};
    struct html html;
    struct page_lines lines;
    struct bytes got = {0};
    if (html_read(&html, slice_of(page), &html_default_limits, &arena) &&
        html_lines_read(&lines, &html, NULL, &arena))
        add_lines(&got, &lines);
    bytes_add_byte(&got, '\0');
    is_string(got.at, wanted, "%.*s", (int)strcspn(page, "\r\n"), page);
    bytes_free(&got);
    arena_free(&arena);
}

static void check_lines(void)
{
    static const char *const cases[][2] = {
        {"", ""},
        {" \n ", ""},
        {"a", "a~"},
        {"<p>a</p>", "a"},
        {"<div><span>74/100</span> · <span>ship</span></div>", "74/100 · ship"},
        {"<div>a<b>b</b>c <i>d</i>\n <u> e</u></div>", "abc d e"},
        {"<div>a\n   b\tc&nbsp; d&#x2003;</div>", "a b c d"},
        {"<div> <b> </b> a <b> </b> </div>", "a"},
        {"<div>&nbsp;<b>&nbsp;a</b></div>", "a"},
        {"<div>&nbsp;</div><div>e&#x301;</div>", "\xc3\xa9"},
        {"<div>“a” — b</div>", "“a” — b"},
        {"a<br>b<br/>c</br>d<hr>e<p>f</p>", "a|b|c|d|e|f"},
        {"<div>a<div>b</div>c</div>", "a|b|c"},
        {"<ul><li>a<li>b<ul><li>c</ul></ul>", "a|b|c"},
        {"<table><caption>t</caption><tr><th>a<td>b<tr><td><b>c</b>"
         "<td>d</table>",
         "t|a|b|c|d"},
        {"<dl><dt>a<dd>b</dl><h2>c</h2><h3>d</h3>", "a|b|c|d"},
        {"<section><header>a</header><p>b</p></section><footer>c</footer>",
         "a|b|c"},
        {"<a href=x>a</a> <a href=y>b</a><p>c</p>", "a b|c"},
        {"<html><head><title>t</title><style>s</style></head><body>a</body>",
         "a"},
        {"<title>t</title><p>a</p>", "a"},
        {"<p>a<script>b</script><style>c</style><template>d</template>"
         "<noscript>e</noscript><!-- f -->g</p>",
         "ag"},
        {"<p hidden>a</p><p aria-hidden=true>b</p><p aria-hidden=false>c</p>",
         "c"},
        {"<p style='color: red; DISPLAY : None'>a</p>"
         "<p style='display:block'>b</p><p style=''>c</p>",
         "b|c"},
        {"<div>a<span hidden>b<div>c</div></span>d</div>", "ad"},
        {"<div>74/100<span aria-hidden=true> · </span>ship</div>",
         "74/100 · ship"},
        {"<div><i aria-hidden=true>&#x2605;</i>a</div>", "a"},
        {"<body style='display:none'><p>a</p></body>", "a"},
        {"<dialog><p>a</p></dialog><dialog open><p>b</p></dialog>", "b"},
        {"<div>a<textarea>b</textarea><iframe>c</iframe>"
         "<video>d<p>e</p></video>f</div>",
         "af"},
        {"<svg><title>a</title><text>75%</text><text>b</text></svg>c<br>",
         "75%|b|c"},
        {"<p>a<svg><desc>b</desc><path/></svg>c</p>", "ac"},
        {"<text>a</text>b<br>", "ab"},
        {"<select><option>a<option>b</select>c<br>", "a|b|c"},
        {"<pre>a\n  b\n\nc</pre>d<br>", "a|b|c|d"},
        {"<pre>a<b>b\nc</b>d&#10;e</pre>", "ab|cd|e"},
        {"<plaintext>a\r\nb", "a|b~"},
        /* what the page's end leaves open */
        {"<p>a</p><p>b", "a|b~"},
        {"<p>a</p>b", "a|b~"},
        {"<p>a</p>b</body>", "a|b"},
        {"<p>a</p><p>b</body></html>\n", "a|b"},
        {"<div><p>a</p>", "a"},
        {"<div><p>a</p>b", "a|b~"},
        {"<div><p>a</p>b<", "a|b~"},
        {"<div><p>a</p>b&am", "a|b~"},
        {"<div><p>a</p>b</di", "a|b~"},
        {"<div><p>a<span>b</span>", "ab~"},
        {"<div><p>a<br", "a~"},
        {"<div><p>a<br>", "a"},
        {"<div><p>a<script>x", "a~"},
        {"<div><p>a</p><scri", "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        lines_are(cases[i][0], cases[i][1]);
}

static void check_places(void)
{
    static const char page[] =
        "<!doctype html>\r\n<p>\r\n  one</p><p>t&amp;wo</p>\n<div>\n\n"
        "<b> </b>&lt;three</div><pre>\nfour\nfi&amp;ve\n&#10;six\n</pre>";
    static const struct {
        const char *text, *source;
        size_t number;
    } wanted[] = {{"one", "one<", 3},         {"t&wo", "t&amp;", 3},
                  {"<three", "&lt;three", 6}, {"four", "four", 7},
                  {"fi&ve", "fi&amp;", 8},    {"six", "six", 9}};
    struct arena arena = {0};
    struct html html;
    struct page_lines lines;
    html_read(&html, slice_of(page), &html_default_limits, &arena);
    html_lines_read(&lines, &html, NULL, &arena);
    is_number(lines.count, sizeof wanted / sizeof *wanted, "lines");
    for (size_t i = 0; i < lines.count; i++) {
        const struct page_line *line = &lines.at[i];
        ok(slice_is(line->text, wanted[i].text), "%s", wanted[i].text);
        const char *source = strstr(page, wanted[i].source);
        /* Behind a decoded line break the place is a guess. */
        if (i + 1 < lines.count)
            is_number(line->offset, source - page, "its offset");
        if (i + 1 < lines.count)
            is_number(line_number(&lines, i), wanted[i].number, "its line");
    }
    html_read(&html, slice_of("<p> “a”, b\n<p>"), &html_default_limits, &arena);
    html_lines_read(&lines, &html, NULL, &arena);
    ok(lines.at[0].text.at == html.page.at + 4, "text is not copied");
    arena_free(&arena);
}

static void check_looks(void)
{
    static const char *const html[] = {"<!DOCTYPE html>",
                                       " \r\n<!doctype",
                                       "<html",
                                       "<HTML lang=en>",
                                       "<!-- x -->",
                                       "<body>",
                                       "<head\n>",
                                       "<div class=x>",
                                       "<p>",
                                       "<h1>x",
                                       "<?xml version='1.0'?>\n<html>",
                                       "<x-app><main>",
                                       "</p>"};
    static const char *const text[] = {"",
                                       "a",
                                       "a <p>",
                                       "<",
                                       "<>",
                                       "< p>",
                                       "<3 this tool",
                                       "<name@example.com>",
                                       "<unknown>",
                                       "{\"html\": \"<p>\"}",
                                       "<divan>"};
    for (size_t i = 0; i < sizeof html / sizeof *html; i++)
        ok(html_looks_like(slice_of(html[i])) == (i != 2), "HTML: case %zu", i);
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        ok(!html_looks_like(slice_of(text[i])), "no HTML: %s", text[i]);
}

/* Time is linear: a megabyte of anything is read in far less than this. */
static void check_hostile(void)
{
    enum { SIZE = 1 << 20 };
    static const char *const units[][3] = {
        {"<pre>", "&#10;", ""},
        {"<pre>", "&#10;x", "\n"},
        {"<pre>", "&#10;x", "\n\n\n\n"},
        {"<pre>", "a\n", ""},
        {"<pre>&#10;\n", "\n ", ""},
        {"<pre>", "<b>&#10;</b>", ""},
        {"", "<b> x", ""},
        {"", "x<b hidden>", ""},
        {"<p style='", "display:", "'>"},
        {"<svg>", "<text>x", ""},
        {"", "e&#x301;", ""},
        {"", "&nbsp; ", ""},
        {"", "<pre>\n", ""},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct bytes page = {0};
        struct arena arena = {0};
        struct html html;
        struct page_lines lines;
        bytes_add_string(&page, units[i][0]);
        while (page.len < SIZE)
            bytes_add_string(&page, units[i][1]);
        /* As much white space again, in which lines may be sought. */
        while (page.len < 2 * SIZE)
            bytes_add_string(&page, units[i][2][0] == '\0' ? " " : units[i][2]);
        clock_t begin = clock();
        bool done = html_read(&html, bytes_slice(&page), &html_default_limits,
                              &arena) &&
                    html_lines_read(&lines, &html, NULL, &arena);
        double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
        ok(done && seconds < 2, "a megabyte, case %zu", i);
        arena_free(&arena);
        bytes_free(&page);
    }
}

int main(void)
{
    check_lines();
    check_places();
    check_looks();
    check_hostile();
    return done_testing();
}
