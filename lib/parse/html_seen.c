#include "lib/parse/html_seen.h"

#include "lib/base/text.h"
#include "lib/parse/html/find.h"
#include "lib/parse/html/scan.h"
#include "lib/parse/html_text.h"

/* -- what is seen ------------------------------------------------------- */

static bool stands(struct slice s, const char *small)
{
    return html_stands(s.at, s.at + s.len, small);
}

/* Whether a style says "display: none". */
static bool is_display_none(struct slice style)
{
    static const struct slice display = SLICE("display");
    for (; style.len > display.len; style = slice_after(style, 1)) {
        if (!stands(style, display.at))
            continue;
        struct slice rest =
            html_text_skip_blanks(slice_after(style, display.len));
        if (rest.len != 0 && rest.at[0] == ':' &&
            stands(html_text_skip_blanks(slice_after(rest, 1)), "none"))
            return true;
    }
    return false;
}

bool html_is_separator(const struct html *html, uint32_t node)
{
    static const char *const separators[] = {"·", "•", "|",  "/", "–",
                                             "—", "-", "\\", ":", ","};
    if (html->nodes[node].kind == HTML_ELEMENT &&
        html->nodes[node].end == node + 2)
        node++;
    if (html->nodes[node].kind != HTML_TEXT)
        return false;
    struct slice text = text_trim(html->nodes[node].text);
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (slice_is(text, separators[i]))
            return true;
    return false;
}

/* Pages hide separators from being read aloud, and yet they are seen. */
static bool is_hidden(const struct html *html, uint32_t node)
{
    if (html_has(html, node, ATTRIBUTE_SET(HIDDEN)) ||
        is_display_none(html_attribute(html, node, ATTRIBUTE_STYLE)))
        return true;
    return slice_is(html_attribute(html, node, ATTRIBUTE_ARIA_HIDDEN),
                    "true") &&
           !html_is_separator(html, node);
}

/* Parts of a drawing that say what it is, or are only drawn elsewhere. */
static bool is_undrawn(struct slice name)
{
    static const char *const undrawn[] = {"title", "desc",   "metadata",
                                          "style", "script", "defs"};
    for (size_t i = 0; i < sizeof undrawn / sizeof *undrawn; i++)
        if (slice_is(name, undrawn[i]))
            return true;
    return false;
}

bool html_is_odd_seen(const struct html *html, uint32_t node, bool svg)
{
    const struct html_node *n = &html->nodes[node];
    enum html_tag tag = (enum html_tag)n->tag;
    if (html_tag_is(tag, TAG_UNSEEN) ||
        (svg && tag == HTML_OTHER && is_undrawn(n->name)))
        return false;
    if (tag == HTML_DIALOG &&
        !slice_known(html_attribute(html, node, ATTRIBUTE_OPEN)))
        return false;
    /* A hidden page waits for a script that shows it. */
    return tag == HTML_HTML || tag == HTML_BODY ||
           !html_has(html, node, HTML_HIDING) || !is_hidden(html, node);
}

/* -- what is HTML ------------------------------------------------------- */

/* Whether "<" at the beginning begins what only HTML has. */
static bool is_markup(struct slice s)
{
    if (stands(s, "<!doctype") || slice_starts(s, slice_of("<!--")))
        return true;
    size_t at = s.len > 1 && s.at[1] == '/' ? 2 : 1;
    char small[SIXTEEN];
    size_t len = 0;
    for (; at < s.len && !html_byte_is(s.at[at], BYTE_NAME_END); at++) {
        unsigned char c = (unsigned char)s.at[at];
        if (len == sizeof small)
            return false;
        small[len++] = (char)(c | (html_byte_kinds[c] & BYTE_UPPER));
    }
    struct html_name name = html_name_of(slice_from(small, len));
    return len != 0 && at < s.len && html_tag_find(&name) != HTML_OTHER;
}

bool html_looks_like(struct slice page)
{
    enum { LOOK_AT = 1024 };
    page = html_text_skip_blanks(page);
    if (page.len == 0 || page.at[0] != '<')
        return false;
    const char *end = page.at + (page.len < LOOK_AT ? page.len : LOOK_AT);
    const char *at = page.at;
    while (at != NULL && at < end) {
        if (is_markup(slice_after(page, (size_t)(at - page.at))))
            return true;
        at++;
        at = memchr(at, '<', (size_t)(end - at));
    }
    return false;
}
