#include "lib/score/prepared.h"

#include "lib/base/hash.h"
#include "lib/base/instant.h"
#include "lib/json/fields.h"
#include "lib/record/key.h"
#include "lib/score/sightings.h"

static const struct slice unknown = {NULL, 0};

static struct slice keep(struct arena *arena, const struct bytes *made,
                         bool *failed)
{
    *failed = *failed || made->failed;
    return arena_copy(arena, bytes_slice(made), failed);
}

static void prepare_text(struct prepared_review *p,
                         const struct review_record *r, struct arena *arena,
                         struct bytes *scratch)
{
    struct slice text = r->text;
    p->text = r->text_folded ? text : review_text_folded(text, scratch);
    if (p->text.len >= UINT32_MAX)
        p->text = unknown;
    if (p->text.len == 0)
        return;
    if (p->text.at != text.at)
        p->text = keep(arena, scratch, &p->failed);
    p->flags |= REVIEW_TEXT;
    if (review_text_is_long(p->text)) {
        p->beginning = review_text_beginning(p->text);
        p->signature = review_text_signature(p->text);
        p->flags |= REVIEW_LONG;
    }
}

/*
 * The key of the tool, which is that of its name when the record gives none;
 * unknown when it gives neither.
 */
static struct slice make_key(struct slice key, struct slice name,
                             struct slice tagline, struct arena *arena,
                             struct bytes *scratch, bool *failed)
{
    if (slice_known(key) || !slice_known(name))
        return key;
    bytes_clear(scratch);
    key_add_tool(scratch, name, tagline);
    return keep(arena, scratch, failed);
}

/*
 * A point in time, in the one form in which times compare as strings; what is
 * none is as good as unknown, and older than any.
 */
static struct slice make_instant(struct slice time, struct arena *arena,
                                 struct bytes *scratch, bool *failed)
{
    bytes_clear(scratch);
    if (!instant_add(scratch, time))
        return unknown;
    return slice_equal(time, bytes_slice(scratch))
               ? time
               : keep(arena, scratch, failed);
}

static void prepare_where(struct prepared_where *w, struct slice page,
                          const struct record_source *source,
                          struct arena *arena, struct bytes *scratch,
                          bool *failed)
{
    w->page = page;
    w->fetched = slice_known(source->fetched)
                     ? make_instant(source->fetched, arena, scratch, failed)
                     : unknown;
    w->file = source->file;
    w->url = source->url;
}

/* What the record itself says was inferred of what it has, and how. */
static void prepare_provenance(struct prepared_review *p,
                               const struct review_record *r,
                               struct arena *arena)
{
    bool has[] = {true, slice_known(r->reviewer), r->score != DECIMAL_UNKNOWN,
                  r->verdict != JUDGEMENT_UNKNOWN};
    static const struct slice names[] = {SLICE("tool"), SLICE("reviewer"),
                                         SLICE("score"), SLICE("verdict")};
    struct field_reader reader;
    struct field fields[4];
    struct diag ignored;
    field_reader_init(&reader, names, 4);
    if (fields_read(&reader, r->inferred, NULL, 0, fields, NULL, &ignored) !=
        FIELDS_READ)
        return;
    struct prepared_provenance *how = arena_array(arena, 1, sizeof *how);
    if (how == NULL) {
        p->failed = true;
        return;
    }
    struct slice *values[] = {&how->tool, &how->reviewer, &how->score,
                              &how->verdict};
    for (size_t i = 0; i < 4; i++)
        if (has[i])
            *values[i] = field_string(&fields[i], arena, &p->failed);
    p->how = how;
}

/* What is hashed is there already if the text is as it was read. */
static uint64_t make_id(const struct prepared_review *p,
                        const struct review_record *r, struct bytes *scratch)
{
    if (!slice_known(p->key))
        return hash_bytes(p->text);
    return p->text.at == r->text.at && slice_known(r->keyed_text)
               ? hash_bytes(r->keyed_text)
               : review_id(scratch, p->key, unknown, p->text);
}

static void prepare_review(struct prepared_review *p,
                           const struct review_record *r, struct slice others,
                           struct arena *arena, struct arena *texts,
                           struct bytes *scratch)
{
    /* Member by member: to clear it all first takes as long as the rest. */
    p->failed = false;
    p->key = make_key(r->tool, r->name, r->tagline, arena, scratch, &p->failed);
    p->name = r->name;
    p->tagline = slice_known(p->key) ? unknown : r->tagline;
    p->text = unknown;
    p->reviewer = r->reviewer;
    p->others = others;
    p->how = NULL;
    p->held = NULL;
    p->line = r->source.line;
    p->row = r->row;
    p->col = r->col;
    p->id = p->signature = 0;
    p->beginning = 0;
    p->score = r->score == DECIMAL_UNKNOWN ? SCORE_UNKNOWN : (int16_t)r->score;
    p->verdict = (uint8_t)r->verdict;
    p->flags = (uint8_t)((r->truncated ? REVIEW_TRUNCATED : 0) |
                         (slice_known(r->name) ? REVIEW_NAMED : 0));
    p->key_hash = slice_known(p->key) ? tools_hash(p->key) : 0;
    p->name_hash = slice_known(r->name) ? hash_bytes(r->name) : 0;
    p->reviewer_hash = slice_known(r->reviewer) ? pool_hash(r->reviewer) : 0;
    if (slice_known(r->inferred))
        prepare_provenance(p, r, arena);
    if (r->text.len != 0)
        prepare_text(p, r, arena, scratch);
    prepare_where(&p->where, r->page, &r->source, arena, scratch, &p->failed);
    if (p->text.len != 0)
        p->id = make_id(p, r, scratch);
    if (texts != NULL)
        p->held = text_hold(texts, p->text, p->line, &p->failed);
    p->failed = p->failed || scratch->failed;
}

static void prepare_tool(struct prepared_tool *p, const struct tool_record *t,
                         struct slice others, struct arena *arena,
                         struct bytes *scratch)
{
    *p = (struct prepared_tool){
        .strings = {[TOOL_NAME] = t->name,
                    [TOOL_TAGLINE] = t->tagline,
                    [TOOL_CATEGORY] = t->category,
                    [TOOL_ENTRY] = t->entry,
                    [TOOL_PRICING] = t->pricing,
                    [TOOL_OTHERS] = others},
        .line = t->source.line,
        .col = t->col,
        .stated = t->stated,
        .community_votes = t->community_votes,
        .community_ship_pct = t->community_ship_pct,
        .has_aggregate = t->has_aggregate,
        .aggregate = t->aggregate,
        .truncated = t->truncated,
    };
    p->key = make_key(t->tool, t->name, t->tagline, arena, scratch, &p->failed);
    p->key_hash = slice_known(p->key) ? tools_hash(p->key) : 0;
    for (size_t i = 0; i < TOOL_STRINGS; i++)
        if (slice_known(p->strings[i]))
            p->hashes[i] = pool_hash(p->strings[i]);
    prepare_where(&p->where, t->page, &t->source, arena, scratch, &p->failed);
    p->failed = p->failed || scratch->failed;
}

static void prepare_vote(struct prepared_vote *p, const struct vote_record *v,
                         struct arena *arena, struct bytes *scratch)
{
    *p = (struct prepared_vote){.key = v->tool,
                                .key_hash = tools_hash(v->tool),
                                .voter = v->voter,
                                .vote = v->vote};
    p->at = make_instant(v->at, arena, scratch, &p->failed);
}

void sighting_prepare(struct prepared_sighting *p, const struct sighting *s,
                      struct arena *arena, struct arena *texts,
                      struct bytes *scratch)
{
    struct slice others = s->others.len == 0 ? unknown : s->others;
    p->type = s->type;
    switch (s->type) {
    case SIGHTING_TOOL:
        prepare_tool(&p->tool, &s->tool, others, arena, scratch);
        break;
    case SIGHTING_REVIEW:
        prepare_review(&p->review, &s->review, others, arena, texts, scratch);
        break;
    case SIGHTING_VOTE:
        prepare_vote(&p->vote, &s->vote, arena, scratch);
        break;
    case SIGHTING_OTHER:
        break;
    }
}
