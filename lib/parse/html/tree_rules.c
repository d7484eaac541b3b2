/* The rules that elements have of their own. */
#include "lib/parse/html/tree.h"

static const struct open_element *top_of(const struct tree *tree)
{
    return open_elements_top(&tree->open);
}

static size_t highest(size_t a, size_t b)
{
    return a > b ? a : b;
}

static bool top_is(const struct tree *tree, enum html_tag tag)
{
    return top_of(tree)->tag == tag;
}

static void end_top(struct tree *tree)
{
    open_elements_end(&tree->open, tree->open.top);
}

/* -- html, head, body --------------------------------------------------- */

static bool is_outermost(const struct tree *tree)
{
    return tree->open.top == 0 || top_is(tree, HTML_HTML);
}

static bool start_html(struct tree *tree, const struct html_token *token)
{
    (void)token;
    return tree->open.top == 0 && tree->html->count == 1 && !tree->body;
}

static bool start_head(struct tree *tree, const struct html_token *token)
{
    (void)token;
    if (tree->head || tree->body || !is_outermost(tree))
        return false;
    tree->head = true;
    return true;
}

static void end_head(struct tree *tree, const struct html_token *token)
{
    (void)token;
    open_elements_end(&tree->open, tree->open.last[HTML_HEAD]);
}

/* What is left open in the head must not swallow the page. */
static bool start_body(struct tree *tree, const struct html_token *token)
{
    end_head(tree, token);
    if (tree->body || !is_outermost(tree))
        return false;
    tree->body = true;
    return true;
}

/* What comes behind is part of the body all the same. */
static void end_page(struct tree *tree, const struct html_token *token)
{
    (void)token;
    tree->html->whole = true;
}

/* -- paragraphs, headings, line breaks ---------------------------------- */

void tree_end_p(struct tree *tree)
{
    size_t p = tree->open.last[HTML_P];
    if (p >= top_of(tree)->button_scope)
        open_elements_end(&tree->open, p);
}

static void end_p(struct tree *tree, const struct html_token *token)
{
    size_t p =
        open_elements_has(&tree->open, HTML_P, top_of(tree)->button_scope);
    if (p == 0)
        tree_add_element(tree, token);
    open_elements_end(&tree->open, p);
}

static void end_br(struct tree *tree, const struct html_token *token)
{
    tree_add_element(tree, token);
}

static bool start_heading(struct tree *tree, const struct html_token *token)
{
    (void)token;
    tree_end_p(tree);
    if (html_tag_facts[top_of(tree)->tag].rule == RULE_HEADING)
        end_top(tree);
    return true;
}

/* Any heading's end tag ends any heading. */
static void end_heading(struct tree *tree, const struct html_token *token)
{
    (void)token;
    const uint16_t *last = tree->open.last;
    size_t heading = 0;
    for (int tag = HTML_H1; tag <= HTML_H6; tag++)
        heading = highest(heading, last[tag]);
    if (heading >= top_of(tree)->scope)
        open_elements_end(&tree->open, heading);
}

/* -- lists -------------------------------------------------------------- */

static bool start_item(struct tree *tree, const struct html_token *token)
{
    (void)token;
    const uint16_t *last = tree->open.last;
    if (last[HTML_LI] > top_of(tree)->item &&
        last[HTML_LI] > highest(last[HTML_DD], last[HTML_DT]))
        open_elements_end(&tree->open, last[HTML_LI]);
    tree_end_p(tree);
    return true;
}

static void end_item(struct tree *tree, const struct html_token *token)
{
    open_elements_end(&tree->open, open_elements_has(&tree->open, token->tag,
                                                     top_of(tree)->list_scope));
}

static bool start_term(struct tree *tree, const struct html_token *token)
{
    (void)token;
    const uint16_t *last = tree->open.last;
    size_t term = highest(last[HTML_DD], last[HTML_DT]);
    if (term > top_of(tree)->item && term > last[HTML_LI])
        open_elements_end(&tree->open, term);
    tree_end_p(tree);
    return true;
}

/* -- forms -------------------------------------------------------------- */

static bool start_button(struct tree *tree, const struct html_token *token)
{
    open_elements_end(&tree->open, open_elements_has(&tree->open, token->tag,
                                                     top_of(tree)->scope));
    return true;
}

static bool start_form(struct tree *tree, const struct html_token *token)
{
    (void)token;
    size_t form = tree->open.last[HTML_FORM];
    return form == 0 || tree->open.at[form].ended ||
           tree->open.last[HTML_TEMPLATE] != 0;
}

/* A form's end tag ends the form, and not what is open inside it. */
static void end_form(struct tree *tree, const struct html_token *token)
{
    struct open_elements *open = &tree->open;
    size_t form = open_elements_has(open, token->tag, top_of(tree)->scope);
    if (form == 0)
        return;
    size_t p = open_elements_has(open, HTML_P, form);
    if (p == open->top)
        open_elements_end(open, p);
    open->at[form].ended = true;
    open_elements_end_above(open, open->top);
}

/* A <select> inside a <select> ends it. */
static bool start_select(struct tree *tree, const struct html_token *token)
{
    size_t select =
        open_elements_has(&tree->open, token->tag, top_of(tree)->scope);
    open_elements_end(&tree->open, select);
    return select == 0;
}

static bool start_option(struct tree *tree, const struct html_token *token)
{
    if (top_is(tree, HTML_OPTION))
        end_top(tree);
    if (token->tag == HTML_OPTGROUP && top_is(tree, HTML_OPTGROUP))
        end_top(tree);
    return true;
}

/* -- ruby --------------------------------------------------------------- */

static bool start_ruby(struct tree *tree, const struct html_token *token)
{
    bool base = token->tag == HTML_RB || token->tag == HTML_RTC;
    while (top_is(tree, HTML_RB) || top_is(tree, HTML_RP) ||
           top_is(tree, HTML_RT) || (base && top_is(tree, HTML_RTC)))
        end_top(tree);
    return true;
}

/* -- tables ------------------------------------------------------------- */

/* A table right inside a table's parts, and in no cell, ends it. */
static bool start_table(struct tree *tree, const struct html_token *token)
{
    (void)token;
    const struct open_element *top = top_of(tree);
    if (top->table_scope != 0 && top->scope == top->table_scope &&
        tree->open.at[top->table_scope].tag == HTML_TABLE)
        open_elements_end(&tree->open, top->table_scope);
    return true;
}

static size_t open_body(const struct tree *tree)
{
    const uint16_t *last = tree->open.last;
    return highest(
        top_of(tree)->table_scope,
        highest(last[HTML_TBODY], highest(last[HTML_THEAD], last[HTML_TFOOT])));
}

/* Whether there is a table, in which everything above `position` is ended. */
static bool return_to(struct tree *tree, size_t position)
{
    size_t table = top_of(tree)->table_scope;
    if (table == 0)
        return false;
    open_elements_end_above(&tree->open, highest(table, position));
    return true;
}

static bool start_part(struct tree *tree, const struct html_token *token)
{
    (void)token;
    return return_to(tree, 0);
}

static bool start_column(struct tree *tree, const struct html_token *token)
{
    (void)token;
    return return_to(tree, tree->open.last[HTML_COLGROUP]);
}

static bool start_row(struct tree *tree, const struct html_token *token)
{
    (void)token;
    return return_to(tree, open_body(tree));
}

static bool start_cell(struct tree *tree, const struct html_token *token)
{
    (void)token;
    return return_to(tree, highest(tree->open.last[HTML_TR], open_body(tree)));
}

static void end_part(struct tree *tree, const struct html_token *token)
{
    open_elements_end(
        &tree->open,
        open_elements_has(&tree->open, token->tag, top_of(tree)->table_scope));
}

static void end_template(struct tree *tree, const struct html_token *token)
{
    open_elements_end(&tree->open, tree->open.last[token->tag]);
}

static void end_nothing(struct tree *tree, const struct html_token *token)
{
    (void)tree;
    (void)token;
}

const struct tree_rule tree_rules[RULES] = {
    [RULE_HTML] = {start_html, end_page},
    [RULE_HEAD] = {start_head, end_head},
    [RULE_BODY] = {start_body, end_page},
    [RULE_P] = {NULL, end_p},
    [RULE_HEADING] = {start_heading, end_heading},
    [RULE_ITEM] = {start_item, end_item},
    [RULE_TERM] = {start_term, NULL},
    [RULE_BUTTON] = {start_button, NULL},
    [RULE_FORM] = {start_form, end_form},
    [RULE_SELECT] = {start_select, NULL},
    [RULE_OPTION] = {start_option, NULL},
    [RULE_RUBY] = {start_ruby, NULL},
    [RULE_BR] = {NULL, end_br},
    [RULE_TABLE] = {start_table, end_part},
    [RULE_TABLE_PART] = {start_part, end_part},
    [RULE_COLUMN] = {start_column, end_nothing},
    [RULE_ROW] = {start_row, end_part},
    [RULE_CELL] = {start_cell, end_part},
    [RULE_TEMPLATE] = {NULL, end_template},
};
