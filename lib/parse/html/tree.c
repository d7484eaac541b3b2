/* From tokens to nodes: html_read. */
#include "lib/parse/html/tree.h"

#include "lib/parse/html/scan.h"

const struct html_limits html_default_limits = {
    .depth = 512, .attributes = 256, .nodes = 4000000};

/* -- nodes -------------------------------------------------------------- */

/* Adds a node inside the innermost open element; 0 when there is no room. */
static uint32_t add_node(struct tree *tree, enum html_kind kind, size_t offset)
{
    struct html *html = tree->html;
    if (html->count == tree->room) {
        html->nodes_left_out++;
        return 0;
    }
    uint32_t at = html->count++;
    struct html_node *node = &html->nodes[at];
    *node = (struct html_node){.kind = (uint8_t)kind, .offset = offset};
    node->parent = open_elements_top(&tree->open)->node;
    node->end = at + 1;
    return at;
}

uint32_t tree_add_element(struct tree *tree, const struct html_token *token)
{
    uint32_t at = add_node(tree, HTML_ELEMENT, token->offset);
    if (at == 0)
        return 0;
    struct html_node *node = &tree->html->nodes[at];
    node->name = token->name;
    if (token->kind == HTML_START_TAG) {
        node->attribute = token->attribute;
        node->attribute_count = (uint16_t)token->attribute_count;
        node->known = token->known;
        tree->html->known |= token->known;
        /* They move as they become more. */
        tree->html->attributes = tree->tokenizer.attributes;
    }
    if (!open_elements_top(&tree->open)->foreign ||
        open_elements_top(&tree->open)->integration)
        node->tag = (uint8_t)token->tag;
    return at;
}

static void open_element(struct tree *tree, const struct html_token *token,
                         bool foreign)
{
    struct open_elements *open = &tree->open;
    if (open->top == open->most) {
        open_elements_end(open, open->top);
        tree->html->too_deep++;
    }
    uint32_t at = tree_add_element(tree, token);
    if (at != 0)
        open_elements_push(open, at, token, foreign);
}

/* -- start tags --------------------------------------------------------- */

/* <font> leaves svg only when it says how the text looks. */
static bool leaves_foreign(const struct html_token *token)
{
    static const html_attribute_set looks =
        ATTRIBUTE_SET(COLOR) | ATTRIBUTE_SET(FACE) | ATTRIBUTE_SET(SIZE);
    return token->tag == HTML_FONT ? (token->known & looks) != 0
                                   : html_tag_is(token->tag, TAG_LEAVES_SVG);
}

static void leave_foreign(struct open_elements *open)
{
    const struct open_element *top = open_elements_top(open);
    while (top->foreign && !top->integration) {
        open_elements_end(open, open->top);
        top = open_elements_top(open);
    }
}

/* Whether the start tag was one of svg or math, which is then done with. */
static bool start_foreign(struct tree *tree, const struct html_token *token)
{
    struct open_elements *open = &tree->open;
    const struct open_element *top = open_elements_top(open);
    bool foreign = top->foreign && !top->integration;
    if (foreign && leaves_foreign(token)) {
        leave_foreign(open);
        return false;
    }
    if (!foreign && token->tag != HTML_SVG && token->tag != HTML_MATH)
        return false;
    if (token->self_closing)
        tree_add_element(tree, token);
    else
        open_element(tree, token, true);
    return true;
}

/* What kind of text an element has. */
static enum html_state content_of(enum html_tag tag)
{
    switch (tag) {
    case HTML_TITLE:
    case HTML_TEXTAREA:
        return HTML_STATE_RCDATA;
    case HTML_STYLE:
    case HTML_XMP:
    case HTML_IFRAME:
    case HTML_NOEMBED:
    case HTML_NOFRAMES:
        return HTML_STATE_RAWTEXT;
    case HTML_SCRIPT:
        return HTML_STATE_SCRIPT_DATA;
    case HTML_PLAINTEXT:
        return HTML_STATE_PLAINTEXT;
    default:
        return HTML_STATE_DATA;
    }
}

static void start_tag(struct tree *tree, const struct html_token *token)
{
    struct open_elements *open = &tree->open;
    if (start_foreign(tree, token))
        return;
    const struct html_tag_facts *facts = &html_tag_facts[token->tag];
    if (open_elements_top(open)->tag == HTML_HEAD &&
        (facts->facts & TAG_IN_HEAD) == 0)
        open_elements_end(open, open->top);
    const struct tree_rule *rule = &tree_rules[facts->rule];
    if (rule->start != NULL && !rule->start(tree, token))
        return;
    if ((facts->facts & TAG_ENDS_P) != 0)
        tree_end_p(tree);
    if ((facts->facts & TAG_VOID) != 0) {
        tree_add_element(tree, token);
        return;
    }
    open_element(tree, token, false);
    tree->tokenizer.state = content_of(token->tag);
    tree->newline_out = token->tag == HTML_PRE || token->tag == HTML_LISTING ||
                        token->tag == HTML_TEXTAREA;
}

/* -- end tags ----------------------------------------------------------- */

/* Whether the end tag was one of svg or math. */
static bool end_foreign(struct tree *tree, const struct html_token *token)
{
    struct open_elements *open = &tree->open;
    const struct open_element *top = open_elements_top(open);
    if (!top->foreign)
        return false;
    if (token->tag == HTML_P || token->tag == HTML_BR) {
        leave_foreign(open);
        return false;
    }
    size_t found = open_elements_find(open, token, true, top->html + 1u);
    open_elements_end(open, found);
    return found != 0;
}

static void end_tag(struct tree *tree, const struct html_token *token)
{
    struct open_elements *open = &tree->open;
    if (end_foreign(tree, token))
        return;
    const struct html_tag_facts *facts = &html_tag_facts[token->tag];
    const struct tree_rule *rule = &tree_rules[facts->rule];
    const struct open_element *top = open_elements_top(open);
    if (rule->end != NULL) {
        rule->end(tree, token);
        return;
    }
    if ((facts->facts & TAG_BLOCK_END) != 0) {
        open_elements_end(open,
                          open_elements_has(open, token->tag, top->scope));
        return;
    }
    size_t found = open_elements_find(open, token, false, top->special);
    if (found != 0) {
        open_elements_end(open, found);
    } else if ((facts->facts & TAG_FORMATTING) != 0) {
        found = open_elements_has(open, token->tag, top->scope);
        open->at[found].ended = found != 0;
    }
}

/* -- text --------------------------------------------------------------- */

static bool is_blank(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!html_byte_is(text.at[i], BYTE_SPACE))
            return false;
    return true;
}

/* How long the line break is that stands here in the page, if it does. */
static size_t newline_length(struct slice page, size_t offset)
{
    struct slice rest = slice_after(page, offset);
    if (slice_starts(rest, slice_of("\r\n")))
        return 2;
    return rest.at[0] == '\n' || rest.at[0] == '\r';
}

static void characters(struct tree *tree, const struct html_token *token)
{
    struct open_elements *open = &tree->open;
    struct slice text = token->text;
    size_t offset = token->offset;
    if (tree->newline_out && text.at[0] == '\n') {
        text = slice_after(text, 1);
        offset += newline_length(tree->html->page, offset);
    }
    if (text.len == 0 || (tree->html->count == 1 && is_blank(text)))
        return;
    if (open_elements_top(open)->tag == HTML_HEAD && !is_blank(text))
        open_elements_end(open, open->top);
    uint32_t at = add_node(tree, HTML_TEXT, offset);
    if (at != 0)
        tree->html->nodes[at].text = text;
}

/* -- the page ----------------------------------------------------------- */

/*
 * The page without what a cut has left of a tag or a character reference at
 * its end, which the standard would take for text.
 */
static struct slice without_half_markup(struct slice page)
{
    enum { REFERENCE_MOST = 34 };
    size_t len = page.len;
    while (len != 0 && page.len - len < REFERENCE_MOST &&
           (html_byte_is(page.at[len - 1], BYTE_LETTER | BYTE_DIGIT) ||
            page.at[len - 1] == '#'))
        len--;
    if (len != 0 && page.at[len - 1] == '&')
        page.len = len - 1;
    else if (slice_ends(page, slice_of("<")))
        page.len -= 1;
    else if (slice_ends(page, slice_of("</")))
        page.len -= 2;
    return page;
}

/*
 * Every "<" makes an element at most, and a text behind it: so there is room
 * for all nodes from the beginning, of which only what is used is touched.
 */
static bool make_nodes(struct tree *tree, struct slice page, size_t most,
                       struct arena *arena)
{
    size_t room = 2 * html_count(page.at, page.at + page.len, '<') + 2;
    if (most > UINT32_MAX / 2)
        most = UINT32_MAX / 2;
    tree->room = (uint32_t)(room < most ? room : most < 2 ? 2 : most);
    tree->html->nodes =
        arena_alloc(arena, tree->room * sizeof(struct html_node));
    if (tree->html->nodes == NULL)
        return false;
    tree->html->nodes[0] =
        (struct html_node){.kind = HTML_ELEMENT, .name = SLICE("")};
    tree->html->count = 1;
    return true;
}

static void take_token(struct tree *tree, const struct html_token *token)
{
    switch (token->kind) {
    case HTML_START_TAG:
        tree->newline_out = false;
        start_tag(tree, token);
        break;
    case HTML_END_TAG:
        tree->newline_out = false;
        end_tag(tree, token);
        break;
    case HTML_CHARACTERS:
        characters(tree, token);
        tree->newline_out = false;
        break;
    case HTML_COMMENT:
    case HTML_DOCTYPE:
        break;
    }
    tree->tokenizer.foreign = open_elements_top(&tree->open)->foreign;
}

bool html_read(struct html *html, struct slice page,
               const struct html_limits *limits, struct arena *arena)
{
    *html = (struct html){.page = page};
    struct tree *tree = arena_array(arena, 1, sizeof *tree);
    if (tree == NULL)
        return false;
    tree->html = html;
    struct slice markup = without_half_markup(page);
    if (!line_numbers_init(&html->lines, page, arena) ||
        !html_tokenizer_init(&tree->tokenizer, markup, limits->attributes,
                             arena) ||
        !make_nodes(tree, markup, limits->nodes, arena) ||
        !open_elements_init(&tree->open, html, limits->depth, arena))
        return false;
    struct html_token token;
    while (html_tokenizer_next(&tree->tokenizer, &token))
        take_token(tree, &token);
    html->attributes = tree->tokenizer.attributes;
    html->attributes_left_out = tree->tokenizer.attributes_left_out;
    html->open = html->whole ? 0 : open_elements_top(&tree->open)->node;
    open_elements_end_above(&tree->open, 0);
    html->nodes[0].end = html->count;
    return !tree->tokenizer.failed;
}
