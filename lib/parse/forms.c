#include "lib/parse/forms.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/parse/html/html.h"
#include "lib/parse/html_text.h"
#include "lib/parse/joined.h"
#include "lib/parse/line_trace.h"
#include "lib/parse/profile_pattern.h"
#include "lib/parse/reviewer_page.h"
#include "lib/parse/scorecard.h"
#include "lib/parse/tool_page.h"

/* The labels that tell a comparison page or a tool page. */
static const form_set page_labels = FORM_SET(PANEL_LABEL) | FORM_SET(TAKE);

/* Stands for what a profile found that did not read the page. */
#define NOT_READ SIZE_MAX

bool forms_init(struct forms *f, const struct forms_choice *choice,
                struct diag *d)
{
    *f = (struct forms){.choice = choice};
    f->patterns = patterns_new(NULL, d);
    if (f->patterns == NULL)
        return false;
    patterns_first_bytes(f->patterns, page_labels, f->label_bytes);
    if (choice == NULL || choice->profile_count == 0)
        return true;
    f->matcher = matcher_new();
    f->own = calloc(choice->profile_count, sizeof *f->own);
    if (f->matcher == NULL || f->own == NULL) {
        diag_no_memory(d);
        return false;
    }
    for (size_t i = 0; i < choice->profile_count; i++) {
        if (!profile_has_form(choice->profiles[i]))
            continue;
        f->own[i] = patterns_new(choice->profiles[i], d);
        if (f->own[i] == NULL)
            return false;
        patterns_first_bytes(f->own[i], page_labels, f->label_bytes);
    }
    return true;
}

void forms_free(struct forms *f)
{
    for (size_t i = 0; f->own != NULL && i < f->choice->profile_count; i++)
        patterns_free(f->own[i]);
    free(f->own);
    patterns_free(f->patterns);
    matcher_free(f->matcher);
}

/* Whether a text is one of these labels, in the words of any profile. */
static bool is_label(const struct forms *f, form_set labels, struct slice text)
{
    size_t profiles = f->own == NULL ? 0 : f->choice->profile_count;
    bool is = patterns_find_label(f->patterns, labels, text) != FORM_TOTAL;
    for (size_t i = 0; !is && i < profiles; i++)
        is = f->own[i] != NULL &&
             patterns_find_label(f->own[i], labels, text) != FORM_TOTAL;
    return is;
}

bool forms_has_labels(const struct forms *f, const struct html *html,
                      struct arena *arena, bool *failed)
{
    enum { LONGEST = 200 }; /* a label with blanks around it */
    struct bytes folded = {0};
    bool has = false;
    for (uint32_t i = 0; i < html->count && !has; i++) {
        const struct html_node *n = &html->nodes[i];
        if (n->kind != HTML_TEXT || n->text.len > LONGEST)
            continue;
        struct slice text = html_text_skip_blanks(n->text);
        if (text.len != 0 && f->label_bytes[(unsigned char)text.at[0]])
            has = is_label(f, page_labels,
                           html_text_fold(text, true, &folded, arena, failed));
    }
    bytes_free(&folded);
    return has;
}

/* Whether a text is a score line, in the words of any profile. */
static bool is_score(const struct forms *f, struct slice text)
{
    struct score_line ignored;
    size_t profiles = f->own == NULL ? 0 : f->choice->profile_count;
    bool is = patterns_score(f->patterns, text, &ignored);
    for (size_t i = 0; !is && i < profiles; i++)
        is = f->own[i] != NULL && patterns_score(f->own[i], text, &ignored);
    return is;
}

enum text_role forms_role(void *forms, struct slice text)
{
    const form_set row_labels = FORM_SET(DECISION) | FORM_SET(PANEL_ROW) |
                                FORM_SET(PRICING_ROW) | FORM_SET(BEST_FOR_ROW) |
                                FORM_SET(CATEGORY_ROW);
    const form_set labels = FORM_SET(PANEL_LABEL) | FORM_SET(COMMUNITY_LABEL) |
                            FORM_SET(ENTRY_LABEL) | FORM_SET(PRICE_LABEL) |
                            FORM_SET(DATE_LABEL) | FORM_SET(VERDICT_LABEL);
    if (is_label(forms, row_labels, text))
        return TEXT_ROW_LABEL;
    if (is_label(forms, labels, text))
        return TEXT_LABEL;
    return is_score(forms, text) ? TEXT_LINE : TEXT_ANY;
}

size_t forms_next_page(struct forms *f, const struct page_lines *lines,
                       size_t from)
{
    size_t profiles = f->own == NULL ? 0 : f->choice->profile_count;
    struct joint first = joined_next(lines, f->patterns, from);
    for (size_t i = 0; i < profiles; i++) {
        if (f->own[i] == NULL)
            continue;
        struct joint other = joined_next(lines, f->own[i], from);
        first = other.line < first.line ? other : first;
    }
    if (first.glued != 0) {
        struct page_line *line = &lines->at[first.line];
        line->offset += first.glued;
        line->text = slice_after(line->text, first.glued);
    }
    return first.line;
}

static void tell_oddities(const struct scorecard *s, size_t passed,
                          const struct page *page,
                          const struct listener *listener)
{
    struct diag d;
    if (s->unplaced != 0) {
        diag_set(&d, page->name, 0, 0,
                 "%zu review%s that may be about any of the %zu tools",
                 s->unplaced, s->unplaced == 1 ? "" : "s", s->tool_count);
        listener_tell(listener, &d);
    }
    if (passed != 0) {
        diag_set(&d, page->name, 0, 0,
                 "%zu line%s among the reviews passed over", passed,
                 passed == 1 ? "" : "s");
        listener_tell(listener, &d);
    }
}

/* Gathers what the scorecard grammar read. */
static void gather(const struct scorecard *s, struct page_records *records)
{
    size_t first = records->tool_count;
    for (size_t i = 0; i < s->tool_count; i++) {
        struct tool_record *t = page_records_add_tool(records);
        if (t == NULL)
            continue;
        *t = s->tools[i];
        t->source.syntax = slice_of("scorecard");
    }
    for (size_t i = 0; i < s->review_count; i++) {
        struct page_review *r = page_records_add_review(records);
        if (r == NULL)
            continue;
        r->record = s->reviews[i];
        r->record.source.syntax = slice_of("scorecard");
        if (r->record.col >= 0)
            r->tool = first + (size_t)r->record.col;
    }
    records->left_out += s->tools_past;
    records->no_memory = records->no_memory || s->no_memory;
}

/* The built-in grammars, with these patterns. */
static bool read_builtin(struct patterns *patterns,
                         const struct page_lines *lines,
                         const struct page *page,
                         const struct listener *listener,
                         struct page_records *records)
{
    struct scorecard *s = arena_array(records->arena, 1, sizeof *s);
    if (s == NULL) {
        records->no_memory = true;
        return false;
    }
    s->lines = lines;
    s->patterns = patterns;
    s->arena = records->arena;
    scorecard_read(s);
    gather(s, records);
    size_t passed = s->passed;
    bool known = s->tool_count != 0 ||
                 tool_page_read(lines, patterns, records) ||
                 reviewer_page_read(lines, patterns, records, &passed);
    tell_oddities(s, passed, page, listener);
    line_trace_tell(lines, patterns_name(patterns), page, listener);
    return known;
}

static void set_syntax(struct page_records *records, size_t tools,
                       size_t reviews, struct slice syntax)
{
    for (size_t i = tools; i < records->tool_count; i++)
        records->tools[i].source.syntax = syntax;
    for (size_t i = reviews; i < records->review_count; i++)
        records->reviews[i].record.source.syntax = syntax;
}

/* That a profile is not for this page, for who traces. */
static void trace_misfit(const struct profile *profile, struct slice key,
                         const struct page *page,
                         const struct listener *listener)
{
    struct diag d;
    struct slice name = profile_name(profile);
    diag_set(&d, page->name, 0, 0, "profile %.*s: not for this page, by %.*s",
             (int)name.len, name.at, (int)key.len, key.at);
    listener_tell(listener, &d);
}

/* That profiles which are for this page found nothing on it. */
static void tell_vain(const struct forms_choice *choice, const size_t *vain,
                      const struct page *page, const struct listener *listener)
{
    for (size_t i = 0; i < choice->profile_count; i++) {
        struct diag d;
        struct slice name = profile_name(choice->profiles[i]);
        if (vain[i] == NOT_READ)
            continue;
        if (vain[i] == 0)
            diag_set(&d, page->name, 0, 0, "profile %.*s: nothing found",
                     (int)name.len, name.at);
        else
            diag_set(&d, page->name, 0, 0,
                     "profile %.*s: nothing found but items that say nothing: "
                     "%zu",
                     (int)name.len, name.at, vain[i]);
        listener_tell(listener, &d);
    }
}

/* Whether one of the profiles reads the page; *vain as profile_read has it. */
static bool read_profiles(struct forms *f, struct page_lines *lines,
                          const struct page *page,
                          const struct listener *listener,
                          struct page_records *records, size_t *vain)
{
    for (size_t i = 0; i < f->choice->profile_count && !records->no_memory;
         i++) {
        const struct profile *profile = f->choice->profiles[i];
        size_t tools = records->tool_count, reviews = records->review_count;
        struct profile_page at = {.page = page,
                                  .lines = lines,
                                  .matcher = f->matcher,
                                  .records = records,
                                  .listener = listener};
        struct slice misfit = profile_misfit(profile, &at);
        vain[i] = NOT_READ;
        if (slice_known(misfit)) {
            if (f->choice->trace)
                trace_misfit(profile, misfit, page, listener);
            continue;
        }
        bool reads = profile_read(profile, &at, &vain[i]);
        if (!reads && f->own[i] != NULL &&
            read_builtin(f->own[i], lines, page, listener, records)) {
            set_syntax(records, tools, reviews, profile_syntax(profile));
            reads = true;
        }
        if (reads) {
            atomic_store(&f->choice->reading[i], true);
            return true;
        }
    }
    return false;
}

bool forms_read(struct forms *f, struct page_lines *lines,
                const struct page *page, const struct listener *listener,
                struct page_records *records)
{
    size_t count = f->choice == NULL ? 0 : f->choice->profile_count;
    size_t *vain = arena_array(records->arena, count + 1, sizeof *vain);
    if (vain == NULL || (f->choice != NULL && f->choice->trace &&
                         !line_trace_start(lines, records->arena))) {
        records->no_memory = true;
        return false;
    }
    if (count != 0 && read_profiles(f, lines, page, listener, records, vain))
        return true;
    if (read_builtin(f->patterns, lines, page, listener, records))
        return true;
    if (count != 0 && !records->no_memory)
        tell_vain(f->choice, vain, page, listener);
    return false;
}
