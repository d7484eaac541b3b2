/* What the files that build the nodes of a page share. */
#ifndef VTOOLS_PARSE_HTML_TREE_H
#define VTOOLS_PARSE_HTML_TREE_H

#include "lib/parse/html/open_elements.h"

struct tree {
    struct html *html;
    struct html_tokenizer tokenizer;
    struct open_elements open;
    uint32_t room;    /* for nodes */
    bool newline_out; /* the text that comes next loses a first newline */
    bool head, body;  /* they have been there */
};

/* What a start or an end tag does before or instead of the usual. */
struct tree_rule {
    /* False when the tag is to be ignored. */
    bool (*start)(struct tree *tree, const struct html_token *token);
    void (*end)(struct tree *tree, const struct html_token *token);
};

extern const struct tree_rule tree_rules[RULES];

/* Adds an element that is not opened; 0 when there is no room. */
uint32_t tree_add_element(struct tree *tree, const struct html_token *token);

/* Ends a paragraph, which cannot hold what comes now. */
void tree_end_p(struct tree *tree);

#endif
