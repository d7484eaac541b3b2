#include "lib/score/prepared.h"

#include "lib/base/hash.h"
#include "lib/base/instant.h"
#include "lib/json/fields.h"
#include "lib/record/key.h"
#include "lib/score/sightings.h"

static const struct slice unknown = {NULL, 0};

static struct slice keep(struct prepared_review *p, struct arena *arena,
                         const struct bytes *made)
{
    p->failed = p->failed || made->failed;
    return arena_copy(arena, bytes_slice(made), &p->failed);
}

static void prepare_text(struct prepared_review *p, struct slice text,
                         struct arena *arena, struct bytes *scratch)
{
    p->text = review_text_folded(text, scratch);
    if (p->text.len >= UINT32_MAX)
        p->text = unknown;
    if (p->text.len == 0)
        return;
    if (p->text.at != text.at)
        p->text = keep(p, arena, scratch);
    struct slice beginning = review_text_beginning(p->text);
    p->text_hash = hash_bytes(p->text);
    p->flags |= REVIEW_TEXT;
    if (beginning.len != 0) {
        p->beginning = review_beginning_hash(beginning);
        p->flags |= REVIEW_LONG;
    }
}

/* The key of the tool, which is that of its name when the record gives none. */
static void prepare_key(struct prepared_review *p,
                        const struct review_record *r, struct arena *arena,
                        struct bytes *scratch)
{
    p->key = r->tool;
    if (!slice_known(r->tool) && slice_known(r->name)) {
        bytes_clear(scratch);
        key_add_tool(scratch, r->name, r->tagline);
        p->key = keep(p, arena, scratch);
    }
    if (slice_known(p->key))
        p->key_hash = tools_hash(p->key);
    else
        p->tagline = r->tagline;
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

void review_prepare(struct prepared_review *p, const struct review_record *r,
                    struct slice others, struct arena *arena,
                    struct bytes *scratch)
{
    /* Member by member: to clear it all first takes as long as the rest. */
    p->name = r->name;
    p->tagline = p->fetched = p->text = unknown;
    p->reviewer = r->reviewer;
    p->others = others.len == 0 ? unknown : others;
    p->page = r->page;
    p->file = r->source.file;
    p->url = r->source.url;
    p->how = NULL;
    p->line = r->source.line;
    p->row = r->row;
    p->col = r->col;
    p->id = p->text_hash = p->name_hash = 0;
    p->key_hash = p->reviewer_hash = p->beginning = 0;
    p->score = r->score == DECIMAL_UNKNOWN ? SCORE_UNKNOWN : (int16_t)r->score;
    p->verdict = (uint8_t)r->verdict;
    p->flags = (uint8_t)((r->truncated ? REVIEW_TRUNCATED : 0) |
                         (slice_known(r->name) ? REVIEW_NAMED : 0));
    p->failed = false;
    prepare_key(p, r, arena, scratch);
    if (slice_known(r->name))
        p->name_hash = hash_bytes(r->name);
    if (slice_known(r->reviewer))
        p->reviewer_hash = pool_hash(r->reviewer);
    if (slice_known(r->inferred))
        prepare_provenance(p, r, arena);
    if (r->text.len != 0)
        prepare_text(p, r->text, arena, scratch);
    bytes_clear(scratch);
    if (slice_known(r->source.fetched) &&
        instant_add(scratch, r->source.fetched))
        p->fetched = slice_equal(r->source.fetched, bytes_slice(scratch))
                         ? r->source.fetched
                         : keep(p, arena, scratch);
    if (slice_known(p->key) && p->text.len != 0)
        p->id = review_id(scratch, p->key, unknown, p->text);
    p->failed = p->failed || scratch->failed;
}
