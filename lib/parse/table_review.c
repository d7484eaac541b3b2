/* Rows of a table as records. */
#include "lib/base/text.h"
#include "lib/parse/quote.h"
#include "lib/parse/rating.h"
#include "lib/parse/table_reading.h"
#include "lib/record/key.h"
#include "lib/record/sighting.h"

/* A cell as folded text; unknown when it is empty. */
static struct slice fold(struct table_reading *r, struct slice text)
{
    struct slice trimmed = text_trim(text);
    if (trimmed.len == 0)
        return slice_from(NULL, 0);
    if (text_is_folded(trimmed))
        return trimmed;
    struct bytes folded = {0};
    text_add_folded(&folded, trimmed);
    r->no_memory = r->no_memory || folded.failed;
    struct slice kept =
        arena_copy(&r->row, bytes_slice(&folded), &r->no_memory);
    bytes_free(&folded);
    return kept.len == 0 ? slice_from(NULL, 0) : kept;
}

static struct slice cell(struct table_reading *r, const struct table_row *row,
                         enum table_column column)
{
    size_t at = r->columns.at[column];
    return at < row->count ? fold(r, row->fields[at]) : slice_from(NULL, 0);
}

/* The items of a cell with pros or cons: lines, or parts behind `;` or `|`. */
static size_t split(struct table_reading *r, const struct table_row *row,
                    enum table_column column, struct slice *items)
{
    size_t at = r->columns.at[column], count = 0;
    if (at >= row->count)
        return 0;
    struct slice rest = row->fields[at];
    while (rest.len != 0 && count < LIST_MOST) {
        size_t len = 0;
        while (len < rest.len && memchr("\n\r;|", rest.at[len], 4) == NULL)
            len++;
        struct slice item = fold(r, slice_from(rest.at, len));
        if (slice_known(item))
            items[count++] = item;
        rest = slice_after(rest, len + (len < rest.len));
    }
    return count;
}

struct slice table_keep(struct arena *arena, struct bytes *made, bool *failed)
{
    *failed = *failed || made->failed;
    struct slice kept = arena_copy(arena, bytes_slice(made), failed);
    bytes_free(made);
    return kept;
}

static struct record_source source_of(const struct table_reading *r,
                                      const struct table_row *row)
{
    return (struct record_source){.file = slice_of(r->page->file),
                                  .line = (int64_t)row->line,
                                  .offset = (int64_t)row->offset,
                                  .url = r->page->url,
                                  .fetched = r->page->fetched,
                                  .syntax = r->syntax};
}

static void write_tool(struct table_reading *r, const struct table_row *row,
                       struct slice key, struct slice name,
                       struct slice tagline)
{
    struct tool_record t = {
        .tool = key,
        .name = name,
        .tagline = tagline,
        .category = cell(r, row, COLUMN_CATEGORY),
        .description = cell(r, row, COLUMN_DESCRIPTION),
        .stated = {JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN},
        .community_votes = -1,
        .community_ship_pct = DECIMAL_UNKNOWN,
        .entry = cell(r, row, COLUMN_ENTRY),
        .pricing = cell(r, row, COLUMN_PRICING),
        .slug = cell(r, row, COLUMN_SLUG),
        .url = cell(r, row, COLUMN_URL),
        .brand = cell(r, row, COLUMN_BRAND),
        .page = r->page_key,
        .col = (int64_t)r->counts.tools++,
        .source = source_of(r, row),
    };
    tool_record_write(r->out, &t);
}

/* The row's tool, which is written when it is new; NULL when it has none. */
static const size_t *find_tool(struct table_reading *r,
                               const struct table_row *row, struct slice name,
                               struct slice tagline, struct slice *key)
{
    struct bytes made = {0};
    bool added = false;
    if (!slice_known(name))
        return NULL;
    key_add_tool(&made, name, tagline);
    *key = table_keep(&r->row, &made, &r->no_memory);
    size_t *tool = r->no_memory ? NULL : table_find(&r->tools, *key);
    if (tool != NULL || r->no_memory)
        return tool;
    struct slice kept = arena_copy(r->arena, *key, &r->no_memory);
    if (!r->no_memory)
        tool = table_add(&r->tools, kept, r->counts.tools, &added);
    if (tool == NULL)
        r->no_memory = true;
    else
        write_tool(r, row, *key, name, tagline);
    return tool;
}

/* Words of the profiles that were given count here too. */
static enum judgement verdict_of(struct table_reading *r,
                                 const struct table_row *row)
{
    enum judgement verdict = JUDGEMENT_UNKNOWN;
    struct slice word = cell(r, row, COLUMN_VERDICT);
    if (!slice_known(word))
        return verdict;
    size_t count = r->choice == NULL ? 0 : r->choice->profile_count;
    for (size_t i = 0; i < count && verdict == JUDGEMENT_UNKNOWN; i++)
        verdict = profile_judge(r->choice->profiles[i], word);
    struct bytes slug = {0};
    text_add_slug(&slug, word);
    if (verdict == JUDGEMENT_UNKNOWN &&
        (!judgement_read(bytes_slice(&slug), &verdict) ||
         verdict == JUDGEMENT_UNRATED))
        verdict = JUDGEMENT_UNKNOWN;
    bytes_free(&slug);
    if (verdict == JUDGEMENT_UNKNOWN)
        table_count_oddity(r, &r->words, row, word);
    return verdict;
}

static void rate(struct table_reading *r, const struct table_row *row,
                 struct review_record *review)
{
    struct slice text = cell(r, row, COLUMN_SCORE);
    struct rating *rating = &review->rating;
    if (!slice_known(text))
        return;
    if (!rating_read(text, rating)) {
        table_count_oddity(r, &r->ratings, row, text);
        return;
    }
    if (rating->best == DECIMAL_UNKNOWN)
        rating->best = r->best;
    if (rating->worst == DECIMAL_UNKNOWN && rating->best == r->best)
        rating->worst = r->worst;
    rating_complete(rating);
    review->score = rating_score(rating);
    review->has_rating = !rating_is_score(rating);
    if (review->score == DECIMAL_UNKNOWN)
        table_count_oddity(r, &r->ratings, row, text);
}

void table_write_review(struct table_reading *r, const struct table_row *row,
                        size_t number)
{
    struct slice name = cell(r, row, COLUMN_NAME), key = {NULL, 0};
    struct slice tagline = cell(r, row, COLUMN_TAGLINE);
    const size_t *tool = find_tool(r, row, name, tagline, &key);
    struct review_record review = {
        .tool = key,
        .name = name,
        .tagline = slice_known(name) ? slice_from(NULL, 0) : tagline,
        .reviewer = cell(r, row, COLUMN_REVIEWER),
        .score = DECIMAL_UNKNOWN,
        .verdict = verdict_of(r, row),
        .text = cell(r, row, COLUMN_TEXT),
        .title = cell(r, row, COLUMN_TITLE),
        .date = cell(r, row, COLUMN_DATE),
        .pros = r->pros,
        .cons = r->cons,
        .pro_count = split(r, row, COLUMN_PROS, r->pros),
        .con_count = split(r, row, COLUMN_CONS, r->cons),
        .helpful = -1,
        .page = r->page_key,
        .row = (int64_t)number,
        .col = tool == NULL ? -1 : (int64_t)*tool,
        .source = source_of(r, row),
    };
    struct slice helpful = cell(r, row, COLUMN_HELPFUL);
    if (slice_known(helpful))
        review.helpful = rating_read_count(helpful);
    rate(r, row, &review);
    bool says = slice_known(review.text) || slice_known(review.title) ||
                slice_known(review.reviewer) || review.pro_count != 0 ||
                review.con_count != 0 || review.score != DECIMAL_UNKNOWN ||
                review.has_rating || review.verdict != JUDGEMENT_UNKNOWN;
    if (!says)
        return;
    struct bytes id = {0};
    if (slice_known(review.text))
        review.text = quote_inside(review.text);
    key_add_review(&id, review.tool, review.reviewer, review.text);
    review.id = table_keep(&r->row, &id, &r->no_memory);
    review_record_write(r->out, &review);
    r->counts.reviews++;
}
