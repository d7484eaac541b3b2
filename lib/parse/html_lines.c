#include "lib/parse/html_lines.h"

#include "lib/parse/html/scan.h"
#include "lib/parse/html_seen.h"
#include "lib/parse/html_text.h"

struct reader {
    const struct html *html;
    const uint8_t *marks; /* of the nodes (html_rows.h), or NULL */
    struct page_lines *lines;
    struct arena *arena;
    size_t room; /* in lines */
    /* The line at hand: one text, or several, joined. */
    bool any, many;
    bool space; /* white space comes before its next text */
    bool alone; /* its text stands alone */
    struct slice first;
    struct bytes joined, folded;
    size_t offset;
    uint32_t node, begun; /* the text at hand, and that of the line's begin */
    uint32_t pre_end;     /* line breaks count in the nodes before this one */
    uint32_t svg_end;
    bool failed;
};

/* -- lines -------------------------------------------------------------- */

/* The text of the line at hand, folded. */
static struct slice line_text(struct reader *r)
{
    struct slice text = r->many ? bytes_slice(&r->joined) : r->first;
    r->failed = r->failed || r->joined.failed;
    return html_text_fold(text, !r->many, &r->folded, r->arena, &r->failed);
}

static bool make_room(struct reader *r)
{
    enum { FIRST_ROOM = 512 };
    struct page_lines *lines = r->lines;
    if (lines->count < r->room)
        return true;
    size_t room = r->room == 0 ? FIRST_ROOM : r->room * 2;
    struct page_line *made = arena_alloc(r->arena, room * sizeof *made);
    if (made == NULL) {
        r->failed = true;
        return false;
    }
    if (lines->count != 0)
        memcpy(made, lines->at, lines->count * sizeof *made);
    lines->at = made;
    r->room = room;
    return true;
}

/* Ends the line at hand, when there is one. */
static void end_line(struct reader *r, bool ended)
{
    if (!r->any)
        return;
    struct slice text = line_text(r);
    if (text.len != 0 && make_room(r))
        r->lines->at[r->lines->count++] =
            (struct page_line){.text = text,
                               .offset = r->offset,
                               .ended = ended,
                               .node = r->begun};
    r->any = r->many = r->space = false;
}

/* -- texts -------------------------------------------------------------- */

/* The first byte from `at` on, before `end`, that is no white space. */
static size_t find_ink(struct slice page, size_t at, size_t end)
{
    while (at < end && html_byte_is(page.at[at], BYTE_SPACE))
        at++;
    return at;
}

/* Adds a text; a line that it begins begins at `place`. */
static void add_text(struct reader *r, struct slice text, size_t place)
{
    struct slice inked = html_text_skip_blanks(text);
    if (inked.len == 0) {
        r->space = r->space || text.len != 0;
        return;
    }
    if (!r->any) {
        r->any = true;
        r->first = inked;
        r->begun = r->node;
        r->offset = place;
        r->space = false;
        return;
    }
    if (!r->many) {
        bytes_clear(&r->joined);
        html_text_join(&r->joined, r->first);
        r->many = true;
    }
    if (r->space)
        html_text_join(&r->joined, slice_of(" "));
    html_text_join(&r->joined, text);
    r->space = false;
}

/*
 * Where the next line of the source begins, before `end`; `offset` itself
 * when there is none, as line breaks may be written as references too.
 */
static size_t next_source_line(struct slice page, size_t offset, size_t end)
{
    const char *found = memchr(page.at + offset, '\n', end - offset);
    size_t next = found == NULL ? offset : (size_t)(found - page.at) + 1;
    return next < end ? next : offset;
}

/*
 * Adds a text in which line breaks count.  What the source has none of, or
 * only white space, is found once and not again for each line.
 */
static void add_preformatted(struct reader *r, struct slice text, size_t offset,
                             size_t end)
{
    struct slice page = r->html->page;
    size_t ink = find_ink(page, offset, end);
    bool more = true; /* lines in the source */
    const char *found;
    while (text.len != 0 && (found = memchr(text.at, '\n', text.len)) != NULL) {
        size_t len = (size_t)(found - text.at);
        add_text(r, slice_from(text.at, len), ink < end ? ink : offset);
        end_line(r, true);
        text = slice_after(text, len + 1);
        size_t next = more ? next_source_line(page, offset, end) : offset;
        more = next != offset;
        offset = next;
        if (ink < offset)
            ink = find_ink(page, offset, end);
    }
    add_text(r, text, ink < end ? ink : offset);
}

static bool is_marked(const struct reader *r, uint32_t node, uint8_t mark)
{
    return r->marks != NULL && (r->marks[node] & mark) != 0;
}

static bool breaks_line(const struct reader *r, uint32_t node)
{
    if (is_marked(r, node, NODE_CELL))
        return true;
    const struct html_node *n = &r->html->nodes[node];
    if (n->tag == HTML_OTHER)
        return node < r->svg_end && slice_is(n->name, "text");
    return html_tag_is((enum html_tag)n->tag, TAG_LINE);
}

/* Ends the line at hand between two texts one of which stands alone. */
static void end_alone(struct reader *r, uint32_t node)
{
    if (r->marks == NULL)
        return;
    struct slice text = html_text_trim(r->html->nodes[node].text);
    if (text.len == 0)
        return;
    bool alone = is_marked(r, node, NODE_ALONE);
    if (alone || r->alone)
        end_line(r, true);
    r->alone = alone;
}

static void add_node(struct reader *r, uint32_t node)
{
    const struct html *html = r->html;
    const struct html_node *n = &html->nodes[node];
    size_t end =
        node + 1 < html->count ? html->nodes[node + 1].offset : html->page.len;
    end_alone(r, node);
    r->node = node;
    if (node < r->pre_end)
        add_preformatted(r, n->text, n->offset, end);
    else
        add_text(r, n->text, r->any ? 0 : find_ink(html->page, n->offset, end));
}

/* -- elements ----------------------------------------------------------- */

/* Begins an element; false when nothing of it is seen. */
static bool enter(struct reader *r, uint32_t node)
{
    const struct html_node *n = &r->html->nodes[node];
    if (!html_is_seen(r->html, node, node < r->svg_end))
        return false;
    if (breaks_line(r, node))
        end_line(r, true);
    switch (n->tag) {
    case HTML_PRE:
    case HTML_LISTING:
    case HTML_PLAINTEXT:
    case HTML_XMP:
        r->pre_end = n->end > r->pre_end ? n->end : r->pre_end;
        break;
    case HTML_SVG:
        r->svg_end = n->end;
        break;
    default:
        break;
    }
    return true;
}

/* Leaves the elements from `node` up to `ancestor`, in which it lies. */
static void leave(struct reader *r, uint32_t node, uint32_t ancestor)
{
    const struct html_node *nodes = r->html->nodes;
    for (; node != ancestor && r->any; node = nodes[node].parent)
        if (breaks_line(r, node))
            end_line(r, true);
}

/* Ends the last line, in `node`: by what, if not by the page's end? */
static void end_last_line(struct reader *r, uint32_t node)
{
    const struct html *html = r->html;
    for (; node != 0 && r->any; node = html->nodes[node].parent)
        if (breaks_line(r, node))
            end_line(r, html->whole || node > html->open ||
                            html->open >= html->nodes[node].end);
    end_line(r, html->whole);
}

bool html_lines_read(struct page_lines *lines, const struct html *html,
                     const struct text_roles *roles, struct arena *arena)
{
    struct reader r = {.html = html, .lines = lines, .arena = arena};
    *lines = (struct page_lines){.html = html};
    if (roles != NULL) {
        r.marks = html_rows_mark(html, roles, arena);
        r.failed = r.marks == NULL;
    }
    uint32_t inside = 0, i = 1;
    while (i < html->count && !r.failed) {
        const struct html_node *n = &html->nodes[i];
        leave(&r, inside, n->parent);
        inside = n->parent;
        if (is_marked(&r, i, NODE_SEPARATOR)) {
            i = n->end;
        } else if (n->kind == HTML_TEXT) {
            add_node(&r, i++);
        } else if (enter(&r, i)) {
            inside = i++;
        } else {
            i = n->end;
        }
    }
    end_last_line(&r, inside);
    bytes_free(&r.joined);
    bytes_free(&r.folded);
    return !r.failed;
}
