#include "lib/parse/html/html.h"

struct slice html_own_attribute(const struct html *html, uint32_t node,
                                enum html_attribute_name name)
{
    const struct html_attribute *a =
        &html->attributes[html->nodes[node].attribute];
    while (a->known != name)
        a++;
    return a->value;
}

bool html_is(const struct html *html, uint32_t node, const char *name)
{
    const struct html_node *n = &html->nodes[node];
    return n->kind == HTML_ELEMENT && slice_is(n->name, name);
}

struct slice html_text_content(const struct html *html, uint32_t node,
                               struct arena *arena, bool *failed)
{
    const struct html_node *nodes = html->nodes;
    size_t len = 0, count = 0;
    uint32_t only = node;
    for (uint32_t i = node; i < nodes[node].end; i++) {
        if (nodes[i].kind != HTML_TEXT)
            continue;
        len += nodes[i].text.len;
        only = i;
        count++;
    }
    if (count == 0)
        return slice_from("", 0);
    if (count == 1)
        return nodes[only].text;
    char *made = arena_alloc(arena, len);
    if (made == NULL) {
        *failed = true;
        return slice_from(NULL, 0);
    }
    size_t at = 0;
    for (uint32_t i = node; i < nodes[node].end; i++) {
        if (nodes[i].kind != HTML_TEXT)
            continue;
        memcpy(made + at, nodes[i].text.at, nodes[i].text.len);
        at += nodes[i].text.len;
    }
    return slice_from(made, len);
}
