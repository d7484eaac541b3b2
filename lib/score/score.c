#include "lib/score/score.h"

#include <stdlib.h>

#include "lib/base/instant.h"
#include "lib/base/text.h"
#include "lib/json/fields.h"
#include "lib/json/object.h"
#include "lib/record/key.h"
#include "lib/score/sightings.h"

struct scorer *scorer_new(const struct policy *policy, unsigned infer)
{
    struct scorer *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->policy = policy;
        s->infer = infer;
    }
    return s;
}

void scorer_free(struct scorer *s)
{
    if (s == NULL)
        return;
    table_free(&s->strings);
    table_free(&s->tool_index);
    free(s->tools);
    free(s->tool_sightings);
    free(s->sightings);
    free(s->votes);
    arena_free(&s->arena);
    free(s);
}

/* Room for one more item in an array that grows by doubling. */
static void *next_item(struct scorer *s, void **array, size_t *count,
                       size_t *cap, size_t size)
{
    if (*count == *cap) {
        size_t larger = *cap == 0 ? 64 : *cap * 2;
        void *grown = realloc(*array, larger * size);
        if (grown == NULL) {
            s->no_memory = true;
            return NULL;
        }
        *array = grown;
        *cap = larger;
    }
    return (char *)*array + (*count)++ * size;
}

#define NEXT_ITEM(s, array)                                                    \
    next_item((s), (void **)&(s)->array##s, &(s)->array##_count,               \
              &(s)->array##_cap, sizeof *(s)->array##s)

/* The one copy of a string. */
static struct slice hold(struct scorer *s, struct slice string)
{
    if (!slice_known(string))
        return string;
    if (string.len == 0)
        return slice_from("", 0);
    size_t *found = table_find(&s->strings, string);
    if (found != NULL)
        return slice_from((const char *)*found, string.len);
    bool added;
    struct slice copy = arena_copy(&s->arena, string, &s->no_memory);
    if (slice_known(copy) &&
        table_add(&s->strings, copy, (size_t)copy.at, &added) == NULL)
        s->no_memory = true;
    return copy;
}

struct slice scorer_join_members(struct scorer *s, struct slice a,
                                 struct slice b)
{
    if (b.len == 0 || slice_equal(a, b))
        return a;
    if (a.len == 0)
        return b;
    struct bytes joined = {0};
    object_join_members(&joined, a, b);
    s->no_memory = s->no_memory || joined.failed;
    struct slice held = hold(s, bytes_slice(&joined));
    bytes_free(&joined);
    return held;
}

static size_t tool_of_key(struct scorer *s, struct slice key)
{
    struct slice held = hold(s, key);
    bool added = false;
    size_t *found = slice_known(held)
                        ? table_add(&s->tool_index, held, s->tool_count, &added)
                        : NULL;
    if (found == NULL) {
        s->no_memory = true;
        return NO_INDEX;
    }
    size_t index = *found;
    if (added) {
        struct tool *tool = NEXT_ITEM(s, tool);
        if (tool != NULL)
            *tool = (struct tool){.key = held};
    }
    return index;
}

/* A record that names its tool but gives no key is about that name. */
static size_t tool_of(struct scorer *s, struct slice key, struct slice name,
                      struct slice tagline)
{
    if (slice_known(key))
        return tool_of_key(s, key);
    if (!slice_known(name))
        return NO_INDEX;
    struct bytes made = {0};
    key_add_tool(&made, name, tagline);
    s->no_memory = s->no_memory || made.failed;
    size_t tool = tool_of_key(s, bytes_slice(&made));
    bytes_free(&made);
    return tool;
}

/*
 * A point in time, in the one form in which times compare as strings; what is
 * none is as good as unknown, and older than any.
 */
static struct slice hold_instant(struct scorer *s, struct slice time)
{
    struct slice instant = {NULL, 0};
    struct bytes made = {0};
    if (slice_known(time) && instant_add(&made, time))
        instant = hold(s, bytes_slice(&made));
    s->no_memory = s->no_memory || made.failed;
    bytes_free(&made);
    return instant;
}

static struct place hold_place(struct scorer *s, struct slice page, int64_t row,
                               int64_t col, const struct record_source *source)
{
    return (struct place){.fetched = hold_instant(s, source->fetched),
                          .page = hold(s, page),
                          .file = hold(s, source->file),
                          .url = hold(s, source->url),
                          .line = source->line,
                          .row = row,
                          .col = col};
}

static void add_tool(struct scorer *s, const struct tool_record *t,
                     struct slice others)
{
    size_t tool = tool_of(s, t->tool, t->name, t->tagline);
    struct tool_sighting *sighting =
        s->no_memory ? NULL : NEXT_ITEM(s, tool_sighting);
    if (sighting == NULL)
        return;
    *sighting = (struct tool_sighting){
        .tool = tool,
        .place = hold_place(s, t->page, -1, t->col, &t->source),
        .name = hold(s, t->name),
        .tagline = hold(s, t->tagline),
        .category = hold(s, t->category),
        .entry = hold(s, t->entry),
        .pricing = hold(s, t->pricing),
        .stated = t->stated,
        .community_votes = t->community_votes,
        .community_ship_pct = t->community_ship_pct,
        .has_aggregate = t->has_aggregate,
        .aggregate = t->aggregate,
        .truncated = t->truncated,
        .others = hold(s, others),
    };
    /* A tool record that names no tool at all can be about none. */
    if (tool == NO_INDEX) {
        s->tool_sighting_count--;
        s->unplaced++;
    }
}

/* What the record itself says was inferred, and how. */
static struct provenance read_provenance(struct scorer *s, struct slice json)
{
    static const struct slice names[] = {SLICE("tool"), SLICE("reviewer"),
                                         SLICE("score"), SLICE("verdict")};
    struct provenance how = {0};
    struct slice *values[] = {&how.tool, &how.reviewer, &how.score,
                              &how.verdict};
    struct field_reader reader;
    struct field fields[4];
    struct diag ignored;
    if (!slice_known(json))
        return how;
    field_reader_init(&reader, names, 4);
    if (fields_read(&reader, json, NULL, 0, fields, NULL, &ignored) !=
        FIELDS_READ)
        return how;
    for (size_t i = 0; i < 4; i++)
        *values[i] =
            hold(s, field_string(&fields[i], &s->arena, &s->no_memory));
    return how;
}

/*
 * Texts are compared folded, so that a record from elsewhere, with double
 * spaces say, still is the same review.
 */
static struct slice hold_text(struct scorer *s, struct slice text)
{
    if (!slice_known(text) || text_is_folded(text))
        return text.len == 0 ? slice_from(NULL, 0) : hold(s, text);
    struct bytes folded = {0};
    text_add_folded(&folded, text);
    s->no_memory = s->no_memory || folded.failed;
    struct slice held =
        folded.len == 0 ? slice_from(NULL, 0) : hold(s, bytes_slice(&folded));
    bytes_free(&folded);
    return held;
}

static void add_review(struct scorer *s, const struct review_record *r,
                       struct slice others)
{
    size_t tool = tool_of(s, r->tool, r->name, r->tagline);
    struct review_sighting *sighting =
        s->no_memory ? NULL : NEXT_ITEM(s, sighting);
    if (sighting == NULL)
        return;
    *sighting = (struct review_sighting){
        .tool = tool,
        .place = hold_place(s, r->page, r->row, r->col, &r->source),
        .name = hold(s, r->name),
        .tagline = hold(s, r->tagline),
        .reviewer = hold(s, r->reviewer),
        .text = hold_text(s, r->text),
        .score = r->score,
        .verdict = r->verdict,
        .truncated = r->truncated,
        .how = read_provenance(s, r->inferred),
        .others = hold(s, others),
        .review = NO_INDEX,
    };
}

static void add_vote(struct scorer *s, const struct vote_record *v)
{
    size_t tool = tool_of_key(s, v->tool);
    struct vote *vote = s->no_memory ? NULL : NEXT_ITEM(s, vote);
    if (vote != NULL)
        *vote = (struct vote){tool, hold(s, v->voter), hold_instant(s, v->at),
                              v->vote};
}

bool scorer_add(struct scorer *s, const struct sighting *sighting)
{
    switch (sighting->type) {
    case SIGHTING_TOOL:
        add_tool(s, &sighting->tool, sighting->others);
        break;
    case SIGHTING_REVIEW:
        add_review(s, &sighting->review, sighting->others);
        break;
    case SIGHTING_VOTE:
        add_vote(s, &sighting->vote);
        break;
    case SIGHTING_OTHER:
        break;
    }
    return !s->no_memory;
}

static int compare_by_key(const void *a, const void *b)
{
    const struct verdict *x = a, *y = b;
    return slice_compare(x->tool, y->tool);
}

const struct verdict *scorer_finish(struct scorer *s, size_t *count)
{
    if (s->no_memory || !scorer_merge(s) || !scorer_infer_matches(s) ||
        !scorer_infer_rows(s) || !scorer_infer_panels(s))
        return NULL;
    scorer_infer_from_scores(s);
    s->verdicts =
        arena_array(&s->arena, s->tool_count + 1, sizeof *s->verdicts);
    if (s->verdicts == NULL)
        return NULL;
    for (size_t i = 0; i < s->tool_count; i++)
        if (!scorer_add_facts(s, &s->tools[i], &s->verdicts[i]) ||
            !scorer_judge(s, &s->tools[i], &s->verdicts[i]))
            return NULL;
    qsort(s->verdicts, s->tool_count, sizeof *s->verdicts, compare_by_key);
    *count = s->tool_count;
    return s->verdicts;
}

size_t scorer_unplaced(const struct scorer *s)
{
    return s->unplaced;
}
