/* Rows of a table as records. */
#include "lib/parse/quote.h"
#include "lib/parse/rating.h"
#include "lib/parse/table_reading.h"
#include "lib/parse/verdict_word.h"
#include "lib/record/key.h"
#include "lib/record/sighting.h"

static struct record_source source_of(const struct table_reading *r,
                                      const struct table_row *row,
                                      const struct table_place *place)
{
    return (struct record_source){.file = slice_of(r->page->file),
                                  .line = (int64_t)row->line,
                                  .offset = (int64_t)row->offset,
                                  .url = place->url,
                                  .fetched = place->fetched,
                                  .syntax = r->syntax};
}

/* Words of the profiles that were given count here too. */
static enum judgement verdict_of(struct table_reading *r,
                                 const struct table_row *row,
                                 enum table_column column)
{
    enum judgement verdict = JUDGEMENT_UNKNOWN;
    struct slice word = table_cell(r, row, column);
    if (!slice_known(word))
        return verdict;
    size_t count = r->choice == NULL ? 0 : r->choice->profile_count;
    for (size_t i = 0; i < count && verdict == JUDGEMENT_UNKNOWN; i++) {
        verdict = profile_judge(r->choice->profiles[i], word);
        if (verdict != JUDGEMENT_UNKNOWN)
            atomic_store(&r->choice->reading[i], true);
    }
    if (verdict == JUDGEMENT_UNKNOWN)
        verdict = verdict_word_read(word);
    if (verdict == JUDGEMENT_UNKNOWN)
        table_count_oddity(r, &r->words, row, word);
    return verdict;
}

/* Whether any cell tells what a reviewer thinks. */
static bool says_review(struct table_reading *r, const struct table_row *row)
{
    static const enum table_column said[] = {
        COLUMN_REVIEWER, COLUMN_SCORE, COLUMN_VERDICT, COLUMN_TEXT,
        COLUMN_TITLE,    COLUMN_PROS,  COLUMN_CONS,    COLUMN_RATING_VALUE};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (slice_known(table_cell(r, row, said[i])))
            return true;
    return false;
}

static void write_tool(struct table_reading *r, const struct table_row *row,
                       const struct table_place *place, struct slice key,
                       struct slice name, struct slice tagline)
{
    int64_t number = (int64_t)r->counts.tools++;
    struct tool_record t = {
        .tool = key,
        .name = name,
        .tagline = tagline,
        .category = table_cell(r, row, COLUMN_CATEGORY),
        .description = table_cell(r, row, COLUMN_DESCRIPTION),
        .stated = {verdict_of(r, row, COLUMN_STATED_VERDICT),
                   table_count(r, row, COLUMN_STATED_SHIP),
                   table_count(r, row, COLUMN_STATED_SKIP),
                   table_percentage(r, row, COLUMN_STATED_SHIP_PCT)},
        .community_votes = table_count(r, row, COLUMN_COMMUNITY_VOTES),
        .community_ship_pct =
            table_percentage(r, row, COLUMN_COMMUNITY_SHIP_PCT),
        .entry = table_cell(r, row, COLUMN_ENTRY),
        .pricing = table_cell(r, row, COLUMN_PRICING),
        .slug = table_cell(r, row, COLUMN_SLUG),
        .url = table_cell(r, row, COLUMN_URL),
        .brand = table_cell(r, row, COLUMN_BRAND),
        .reviewed = table_cell(r, row, COLUMN_REVIEWED),
        .aggregate = {table_number(r, row, COLUMN_AGGREGATE_VALUE),
                      table_number(r, row, COLUMN_AGGREGATE_BEST),
                      table_number(r, row, COLUMN_AGGREGATE_WORST),
                      table_count(r, row, COLUMN_AGGREGATE_COUNT)},
        .page = place->page,
        .col = place->is_stated ? place->col : number,
        .source = source_of(r, row, place),
    };
    t.has_aggregate = t.aggregate.value != DECIMAL_UNKNOWN;
    t.truncated = !says_review(r, row) &&
                  slice_is(table_cell(r, row, COLUMN_TRUNCATED), "true");
    tool_record_write(r->out, &t);
}

/*
 * The row's tool; NULL when it has none.  It is written when it is new, and
 * again by a row of nothing but the tool.
 */
static const size_t *find_tool(struct table_reading *r,
                               const struct table_row *row,
                               const struct table_place *place,
                               struct slice name, struct slice tagline,
                               struct slice *key)
{
    struct bytes made = {0};
    bool added = false;
    if (!slice_known(name))
        return NULL;
    struct slice stated = table_field(row, r->columns.key);
    if (slice_known(stated) && key_fits(stated, name))
        bytes_add_slice(&made, stated);
    else
        key_add_tool(&made, name, tagline);
    *key = arena_keep(&r->row, &made, &r->no_memory);
    size_t *tool = r->no_memory ? NULL : table_find(&r->tools, *key);
    if (tool != NULL && !says_review(r, row))
        write_tool(r, row, place, *key, name, tagline);
    if (tool != NULL || r->no_memory)
        return tool;
    struct slice kept = arena_copy(r->arena, *key, &r->no_memory);
    if (!r->no_memory)
        tool = table_add(&r->tools, kept, r->counts.tools, &added);
    if (tool == NULL)
        r->no_memory = true;
    else
        write_tool(r, row, place, *key, name, tagline);
    return tool;
}

/* The score is a rating on the scale of its column or on one of its own. */
static void read_score(struct table_reading *r, const struct table_row *row,
                       struct slice text, struct review_record *review)
{
    struct rating *rating = &review->rating;
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

/* A rating in columns of its own is what the score was made of. */
static void rate(struct table_reading *r, const struct table_row *row,
                 struct review_record *review)
{
    struct slice text = table_cell(r, row, COLUMN_SCORE);
    if (slice_known(text))
        read_score(r, row, text, review);
    struct rating own = {table_number(r, row, COLUMN_RATING_VALUE),
                         table_number(r, row, COLUMN_RATING_BEST),
                         table_number(r, row, COLUMN_RATING_WORST)};
    if (own.value == DECIMAL_UNKNOWN)
        return;
    review->has_rating = true;
    review->rating = own;
}

void table_write_review(struct table_reading *r, const struct table_row *row,
                        size_t number)
{
    struct slice name = table_cell(r, row, COLUMN_NAME), key = {NULL, 0};
    struct slice tagline = table_cell(r, row, COLUMN_TAGLINE);
    struct table_place place = table_place(r, row, number);
    const size_t *tool = find_tool(r, row, &place, name, tagline, &key);
    if (!place.is_stated && tool != NULL)
        place.col = (int64_t)*tool;
    struct review_record review = {
        .tool = key,
        .name = name,
        .tagline = slice_known(name) ? slice_from(NULL, 0) : tagline,
        .reviewer = table_cell(r, row, COLUMN_REVIEWER),
        .score = DECIMAL_UNKNOWN,
        .verdict = verdict_of(r, row, COLUMN_VERDICT),
        .text = table_cell(r, row, COLUMN_TEXT),
        .title = table_cell(r, row, COLUMN_TITLE),
        .date = table_cell(r, row, COLUMN_DATE),
        .pros = r->pros,
        .cons = r->cons,
        .pro_count = table_items(r, row, COLUMN_PROS, r->pros),
        .con_count = table_items(r, row, COLUMN_CONS, r->cons),
        .helpful = table_count(r, row, COLUMN_HELPFUL),
        .truncated = slice_is(table_cell(r, row, COLUMN_TRUNCATED), "true"),
        .inferred = table_inferred(r, row),
        .page = place.page,
        .row = place.row,
        .col = place.col,
        .source = source_of(r, row, &place),
    };
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
    review.id = arena_keep(&r->row, &id, &r->no_memory);
    review_record_write(r->out, &review);
    r->counts.reviews++;
}
