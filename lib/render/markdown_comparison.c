#include "lib/render/markdown.h"
#include "lib/render/words.h"

/* The first title is blank, but GitHub wants its cell. */
static void table_head(struct document *d, const struct comparison *c)
{
    struct bytes words = {0};
    markdown_begin_block(d);
    bytes_add_string(&d->out, "|   ");
    bytes_add_string(&words, "A: ");
    bytes_add_slice(&words, verdict_name(&c->a));
    markdown_cell_words(d, &words);
    bytes_add_string(&words, "B: ");
    bytes_add_slice(&words, verdict_name(&c->b));
    markdown_cell_words(d, &words);
    bytes_add_string(&d->out, "|\n| --- | --- | --- |\n");
}

enum fact {
    CATEGORY,
    TAGLINE,
    VERDICT,
    PANEL,
    SCORE,
    COMMUNITY,
    ENTRY,
    PRICING,
    FACTS
};

static void add_fact(struct bytes *words, const struct verdict *v,
                     enum fact fact)
{
    switch (fact) {
    case CATEGORY:
        bytes_add_slice(words, v->category);
        break;
    case TAGLINE:
        bytes_add_slice(words, v->tagline);
        break;
    case VERDICT:
        bytes_add_string(words, judgement_title(v->verdict));
        break;
    case PANEL:
        words_add_panel(words, v);
        break;
    case SCORE:
        words_add_number(words, v->score.mean);
        break;
    case COMMUNITY:
        verdict_add_community_words(words, v);
        break;
    case ENTRY:
        words_add_capitalized(words, v->entry);
        break;
    default:
        words_add_capitalized(words, v->pricing);
    }
}

static void add_facts(struct document *d, const struct comparison *c)
{
    static const char *const labels[] = {
        [CATEGORY] = "Category", [TAGLINE] = "Tagline",
        [VERDICT] = "Verdict",   [PANEL] = "Panel",
        [SCORE] = "Score",       [COMMUNITY] = "Community",
        [ENTRY] = "Entry",       [PRICING] = "Pricing",
    };
    table_head(d, c);
    for (enum fact fact = CATEGORY; fact < FACTS; fact++) {
        struct bytes words = {0};
        markdown_cell(d, slice_of(labels[fact]));
        add_fact(&words, &c->a, fact);
        markdown_cell_words(d, &words);
        add_fact(&words, &c->b, fact);
        markdown_cell_words(d, &words);
        markdown_end_row(d);
    }
}

void markdown_why(struct document *d, struct bytes *winner, struct slice why)
{
    if (winner->len == 0 && why.len == 0)
        return;
    markdown_begin_block(d);
    if (winner->len != 0) {
        bytes_add_string(&d->out, "**");
        markdown_add_words(&d->out, winner);
        bytes_add_string(&d->out, why.len != 0 ? "** – " : "**");
    }
    if (why.len != 0)
        markdown_add(&d->out, why);
    bytes_add_byte(&d->out, '\n');
}

static void add_side(struct document *d, struct slice value, enum side better,
                     enum side side)
{
    struct bytes words = {0};
    bytes_add_string(&words, better == side       ? "✓ "
                             : better == SIDE_TIE ? "= "
                                                  : "");
    bytes_add_slice(&words, slice_known(value) ? value : slice_of("–"));
    markdown_cell_words(d, &words);
}

static void add_decision(struct document *d, const struct comparison *c)
{
    if (c->decision_count == 0)
        return;
    markdown_heading(d, 2, slice_of("Decision"));
    table_head(d, c);
    for (size_t i = 0; i < c->decision_count; i++) {
        const struct decision_row *row = &c->decision[i];
        markdown_cell(d, row->field);
        add_side(d, row->a, row->better, SIDE_A);
        add_side(d, row->b, row->better, SIDE_B);
        markdown_end_row(d);
    }
    markdown_begin_block(d);
    bytes_add_string(&d->out, "✓ better, = equal\n");
}

static void add_review(struct document *d, const struct scorecard_cell *cell,
                       const char *side)
{
    struct bytes *out = &d->out;
    markdown_begin_block(d);
    bytes_add_string(out, "**");
    bytes_add_string(out, side);
    bytes_add_string(out, "** · ");
    if (!cell->known) {
        bytes_add_string(out, "no review\n");
        return;
    }
    bytes_add_string(out, cell->verdict == JUDGEMENT_UNKNOWN
                              ? "no verdict"
                              : judgement_title(cell->verdict));
    if (cell->score != DECIMAL_UNKNOWN) {
        bytes_add_string(out, " · ");
        decimal_add(out, cell->score);
        bytes_add_string(out, "/100");
    }
    bytes_add_byte(out, '\n');
    if (cell->text.len == 0)
        return;
    markdown_begin_block(d);
    bytes_add_string(out, "> ");
    markdown_add(out, cell->text);
    bytes_add_byte(out, '\n');
}

static void add_scorecard(struct document *d, const struct comparison *c)
{
    if (c->scorecard_count == 0)
        return;
    markdown_heading(d, 2, slice_of("Reviewer scorecard"));
    for (size_t i = 0; i < c->scorecard_count; i++) {
        const struct scorecard_row *row = &c->scorecard[i];
        struct bytes title = {0};
        bytes_add_slice(&title, slice_known(row->reviewer)
                                    ? row->reviewer
                                    : slice_of("Reviewer not named"));
        if (row->delta != DECIMAL_UNKNOWN) {
            bytes_add_string(&title, " (");
            words_add_delta(&title, row);
            bytes_add_byte(&title, ')');
        }
        markdown_heading(d, 3, bytes_slice(&title));
        d->out.failed = d->out.failed || title.failed;
        bytes_free(&title);
        add_review(d, &row->a, "A");
        add_review(d, &row->b, "B");
    }
}

static void add_names(struct document *d, const char *label,
                      const struct slice *names, size_t count)
{
    struct bytes words = {0};
    if (count == 0)
        return;
    words_add_list(&words, names, count);
    bytes_add_string(&d->out, "- **");
    bytes_add_string(&d->out, label);
    bytes_add_string(&d->out, "** – ");
    markdown_add_words(&d->out, &words);
    bytes_add_byte(&d->out, '\n');
}

void markdown_agreement(struct document *d, const struct slice *agree,
                        size_t agree_count, const struct slice *split,
                        size_t split_count)
{
    if (agree_count == 0 && split_count == 0)
        return;
    markdown_heading(d, 2, slice_of("Agreement"));
    markdown_begin_block(d);
    add_names(d, "Agree", agree, agree_count);
    add_names(d, "Split", split, split_count);
}

void markdown_comparison(struct document *d, const struct comparison *c)
{
    struct bytes title = {0};
    words_add_title(&title, c);
    markdown_heading(d, 1, bytes_slice(&title));
    d->out.failed = d->out.failed || title.failed;
    bytes_free(&title);
    struct bytes winner = {0};
    words_add_winner(&winner, c);
    markdown_why(d, &winner, c->why);
    add_facts(d, c);
    add_decision(d, c);
    add_scorecard(d, c);
    markdown_agreement(d, c->agree, c->agree_count, c->split, c->split_count);
    const struct verdict tools[2] = {c->a, c->b};
    markdown_notes(d, tools, 2, false);
}
