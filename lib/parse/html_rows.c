#include "lib/parse/html_rows.h"

#include "lib/base/text.h"
#include "lib/parse/html_seen.h"
#include "lib/parse/html_text.h"

enum {
    CLIMB_MOST = 8, /* elements around a label */
    TABLE_CELLS = 3 /* with so many cells a row looks like a table's */
};

struct marking {
    const struct html *html;
    const struct text_roles *roles;
    struct arena *arena;
    uint8_t *marks;
    struct bytes folded; /* room to work in */
    bool failed;
};

/* Without blanks around it, of which HTML has more than ASCII does. */
static struct slice trim(struct slice text)
{
    text = html_text_trim(text);
    return text.len != 0 && (unsigned char)text.at[0] >= 0x80 ? text_trim(text)
                                                              : text;
}

/* What a text is; labels and score lines are short. */
static enum text_role role_of(struct marking *m, struct slice text)
{
    enum { LONGEST = 200 };
    if (text.len > LONGEST)
        return TEXT_ANY;
    text = html_text_fold(text, true, &m->folded, m->arena, &m->failed);
    return m->roles->of(m->roles->self, text);
}

/* -- rows --------------------------------------------------------------- */

/* What the children of an element are, which is not seen and separators aside.
 */
struct children {
    size_t cells;  /* elements */
    size_t bare;   /* texts */
    uint32_t lead; /* the text with which all begins, or 0 */
};

static bool is_cell(const struct html *html, uint32_t node)
{
    enum html_tag tag = (enum html_tag)html->nodes[node].tag;
    return !html_tag_is(tag, TAG_VOID) && html_is_seen(html, node, false);
}

/* A dash in an element is a value, unless it is not to be read aloud. */
static bool is_separator(const struct html *html, uint32_t node)
{
    if (!html_is_separator(html, node))
        return false;
    if (html->nodes[node].kind == HTML_TEXT ||
        slice_is(html_attribute(html, node, ATTRIBUTE_ARIA_HIDDEN), "true"))
        return true;
    struct slice text = html_text_trim(html->nodes[node + 1].text);
    return !slice_is(text, "—") && !slice_is(text, "–") && !slice_is(text, "-");
}

static struct children look_at(const struct html *html, uint32_t parent)
{
    struct children found = {0};
    const struct html_node *nodes = html->nodes;
    for (uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end)
        if (is_separator(html, i))
            continue;
        else if (nodes[i].kind == HTML_ELEMENT)
            found.cells += is_cell(html, i);
        else if (trim(nodes[i].text).len != 0 && found.bare++ == 0)
            found.lead = found.cells == 0 ? i : 0;
    return found;
}

/* Whether these are the cells of a row; its label may be a text. */
static bool is_row(const struct children *c)
{
    return c->bare == (c->lead != 0) && c->cells + c->bare > 1;
}

static void mark_cells(struct marking *m, uint32_t row, uint32_t lead)
{
    const struct html_node *nodes = m->html->nodes;
    m->marks[lead] |= NODE_ALONE;
    for (uint32_t i = row + 1; i < nodes[row].end; i = nodes[i].end)
        if (is_separator(m->html, i))
            m->marks[i] |= NODE_SEPARATOR;
        else if (nodes[i].kind == HTML_ELEMENT && is_cell(m->html, i))
            m->marks[i] |= NODE_CELL;
}

/* Marks the rows beside one that is like a table's; once for all of them. */
static void mark_beside(struct marking *m, uint32_t row,
                        const struct children *own)
{
    const struct html_node *nodes = m->html->nodes;
    uint32_t parent = nodes[row].parent;
    if (own->cells + own->bare < TABLE_CELLS ||
        (m->marks[parent] & NODE_ROWS) != 0)
        return;
    m->marks[parent] |= NODE_ROWS;
    for (uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end) {
        if (nodes[i].kind != HTML_ELEMENT || nodes[i].tag != nodes[row].tag)
            continue;
        struct children found = look_at(m->html, i);
        if (is_row(&found) && found.cells == own->cells &&
            found.bare == own->bare)
            mark_cells(m, i, found.lead);
    }
}

/* -- labels ------------------------------------------------------------- */

/* Whether a node is text that is seen, right inside `parent`. */
static bool is_bare_text(const struct html *html, uint32_t node,
                         uint32_t parent)
{
    const struct html_node *n = &html->nodes[node];
    return node < html->count && n->kind == HTML_TEXT && n->parent == parent &&
           trim(n->text).len != 0;
}

/* Whether something is emphasized, linked or the like amid other text. */
static bool is_amid_text(const struct html *html, uint32_t node)
{
    const struct html_node *nodes = html->nodes;
    for (int i = 0; i < CLIMB_MOST; i++) {
        uint32_t parent = nodes[node].parent;
        if (is_bare_text(html, node - 1, parent) ||
            is_bare_text(html, nodes[node].end, parent))
            return true;
        node = parent;
        if (node == 0 || html_tag_is((enum html_tag)nodes[node].tag, TAG_LINE))
            break;
    }
    return false;
}

/* Whether a short text begins an element in which only the label follows. */
static bool is_value_before(const struct html *html, uint32_t row,
                            uint32_t before, uint32_t behind)
{
    enum { VALUE_MOST = 40 };
    return before == row + 1 && html->nodes[before].parent == row &&
           behind >= html->nodes[row].end &&
           html->nodes[before].text.len <= VALUE_MOST;
}

/*
 * Marks what stands beside a label.  `before` and `behind` are the texts next
 * to it, which tell how large the element is that has no other text.
 */
static void mark_label(struct marking *m, uint32_t label, enum text_role role,
                       uint32_t before, uint32_t behind)
{
    const struct html_node *nodes = m->html->nodes;
    uint32_t cell = label;
    for (int i = 0; i < CLIMB_MOST; i++) {
        uint32_t parent = nodes[cell].parent;
        if (parent <= before || nodes[parent].end > behind)
            break;
        cell = parent;
    }
    uint32_t row = nodes[cell].parent;
    bool first = row == 0 ? before == 0 : row > before;
    if (cell != label && is_value_before(m->html, row, before, behind))
        m->marks[cell] |= NODE_CELL;
    bool again = (m->marks[row] & NODE_LABELLED) != 0;
    if (role == TEXT_ROW_LABEL)
        m->marks[row] |= NODE_LABELLED;
    if ((m->marks[row] & NODE_LOOKED_AT) != 0 ||
        (!first && !(again && role == TEXT_ROW_LABEL)))
        return;
    m->marks[row] |= NODE_LOOKED_AT;
    struct children found = look_at(m->html, row);
    if (is_row(&found)) {
        mark_cells(m, row, found.lead);
        mark_beside(m, row, &found);
    } else if (first && cell != label) {
        m->marks[cell] |= NODE_CELL;
    }
}

/* -- lines -------------------------------------------------------------- */

/*
 * Marks an element in which several texts are a line together, as
 * "<b>74/100</b> · <b>ship</b>".
 */
static void mark_line(struct marking *m, uint32_t node)
{
    enum { NODES_MOST = 8, BYTES_MOST = 64 };
    const struct html_node *nodes = m->html->nodes;
    const struct html_node *n = &nodes[node];
    char joined[BYTES_MOST];
    size_t len = 0;
    if (n->end - node < 3 || n->end - node > NODES_MOST ||
        html_tag_is((enum html_tag)n->tag, TAG_LINE))
        return;
    for (uint32_t i = node + 1; i < n->end; i++) {
        struct slice text = nodes[i].text;
        if (nodes[i].kind != HTML_TEXT)
            continue;
        if (text.len > sizeof joined - len)
            return;
        memcpy(joined + len, text.at, text.len);
        len += text.len;
    }
    if (len != 0 && role_of(m, slice_from(joined, len)) == TEXT_LINE &&
        !is_amid_text(m->html, node))
        m->marks[node] |= NODE_CELL;
}

/* Marks a text that is not blank; `before` and `behind`: those next to it. */
static void mark_text(struct marking *m, uint32_t text, uint32_t before,
                      uint32_t behind)
{
    enum text_role role = role_of(m, m->html->nodes[text].text);
    if (role != TEXT_ANY && !is_amid_text(m->html, text))
        m->marks[text] |= NODE_ALONE;
    if (role >= TEXT_LABEL)
        mark_label(m, text, role, before, behind);
}

uint8_t *html_rows_mark(const struct html *html, const struct text_roles *roles,
                        struct arena *arena)
{
    struct marking m = {.html = html,
                        .roles = roles,
                        .arena = arena,
                        .marks = arena_array(arena, html->count + 1, 1)};
    uint32_t before = 0, text = 0; /* the last two that are not blank */
    if (m.marks == NULL)
        return NULL;
    for (uint32_t i = 1; i < html->count;) {
        const struct html_node *n = &html->nodes[i];
        if (n->kind == HTML_ELEMENT) {
            mark_line(&m, i);
            i = html_is_seen(html, i, false) ? i + 1 : n->end;
            continue;
        }
        if (trim(n->text).len != 0) {
            if (text != 0)
                mark_text(&m, text, before, i);
            before = text;
            text = i;
        }
        i++;
    }
    if (text != 0)
        mark_text(&m, text, before, html->count);
    bytes_free(&m.folded);
    return m.failed ? NULL : m.marks;
}
