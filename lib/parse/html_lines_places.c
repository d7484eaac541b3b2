/* How lines of an HTML page stand to each other. */
#include "lib/parse/html_lines.h"
#include "lib/parse/html_seen.h"
#include "lib/parse/html_text.h"

/* The element whose line a text begins. */
static uint32_t line_element(const struct html *html, uint32_t node)
{
    while (node != 0 &&
           !html_tag_is((enum html_tag)html->nodes[node].tag, TAG_LINE))
        node = html->nodes[node].parent;
    return node;
}

bool html_lines_alike(const struct page_lines *lines, size_t a, size_t b)
{
    if (lines->html == NULL)
        return true;
    const struct html_node *nodes = lines->html->nodes;
    uint32_t x = line_element(lines->html, lines->at[a].node);
    uint32_t y = line_element(lines->html, lines->at[b].node);
    if (nodes[x].tag != nodes[y].tag)
        return false;
    while (x != 0 && y != 0) {
        x = nodes[x].parent;
        y = nodes[y].parent;
    }
    return x == y;
}

/* The innermost element that holds both of two nodes, `a` before `b`. */
static uint32_t common_element(const struct html *html, uint32_t a, uint32_t b)
{
    while (a != 0 && html->nodes[a].end <= b)
        a = html->nodes[a].parent;
    return a;
}

/* Whether text stands right in an element, beside other elements or alone. */
static bool has_bare_text(const struct html *html, uint32_t element)
{
    const struct html_node *nodes = html->nodes;
    for (uint32_t i = element + 1; i < nodes[element].end; i = nodes[i].end)
        if (nodes[i].kind == HTML_TEXT && !html_is_separator(html, i) &&
            html_text_trim(nodes[i].text).len != 0)
            return true;
    return false;
}

bool html_lines_paired(const struct page_lines *lines, size_t i)
{
    if (lines->html == NULL || i + 1 >= lines->count)
        return false;
    const struct html *html = lines->html;
    uint32_t a = lines->at[i].node, b = lines->at[i + 1].node;
    if (html->nodes[line_element(html, a)].tag == HTML_DT &&
        html->nodes[line_element(html, b)].tag == HTML_DD)
        return true;
    uint32_t both = common_element(html, a, b);
    return both != 0 && (i == 0 || lines->at[i - 1].node < both) &&
           (i + 2 == lines->count ||
            lines->at[i + 2].node >= html->nodes[both].end) &&
           (slice_ends(lines->at[i].text, slice_of(":")) ||
            !has_bare_text(html, both));
}
