#include "lib/record/audit.h"
#include "lib/render/listings.h"
#include "lib/render/words.h"

static void add_values(struct bytes *words, const struct audit_record *a)
{
    for (size_t i = 0; i < a->value_count; i++) {
        bytes_add_string(words, i == 0 ? "“" : ", “");
        words_add_json(words, a->values[i]);
        bytes_add_string(words, "”");
    }
}

static void add_sources(struct bytes *words, const struct verdict *v)
{
    for (size_t i = 0; i < v->source_count; i++) {
        bytes_add_string(words, i == 0 ? "" : ", ");
        words_add_place(words, &v->sources[i]);
    }
}

static void add_audit(struct listing *l, const struct audit_record *a)
{
    struct bytes words = {0};
    bool claim = a->kind == AUDIT_CLAIM;
    listing_add_row(l);
    listing_cell(l, 0)->text = listing_keep(l, verdict_name(a->verdict));
    listing_cell(l, 1)->text =
        slice_of(claim ? "Not what the reviews say" : "Pages disagree");
    listing_cell(l, 2)->text = listing_keep(l, a->field);
    if (claim)
        words_add_json(&words, a->claimed);
    else
        add_values(&words, a);
    listing_cell(l, 3)->text = listing_keep_words(l, &words);
    if (claim)
        words_add_json(&words, a->computed);
    listing_cell(l, 4)->text = listing_keep_words(l, &words);
    add_sources(&words, a->verdict);
    listing_cell(l, 5)->text = listing_keep_words(l, &words);
    l->failed = l->failed || words.failed;
    bytes_free(&words);
}

enum listed listing_take_audit(struct listing *l, struct object *o,
                               struct arena *arena)
{
    struct audit_record a;
    if (!audit_read(o, arena, &a))
        return LISTED_NO_MEMORY;
    if (o->bad != NULL)
        return LISTED;
    if (l->column_count == 0) {
        l->title = slice_of("Audit");
        listing_add_column(l, "Tool", LISTING_NAME, LISTING_STAYS);
        listing_add_column(l, "Finding", LISTING_WORDS, LISTING_STAYS);
        listing_add_column(l, "Field", LISTING_WORDS, LISTING_STAYS);
        listing_add_column(l, "Pages say", LISTING_WORDS, LISTING_STAYS);
        listing_add_column(l, "Panel says", LISTING_WORDS, LISTING_STAYS);
        listing_add_column(l, "Seen on", LISTING_PLACE, LISTING_YIELDS);
    }
    add_audit(l, &a);
    return l->failed ? LISTED_NO_MEMORY : LISTED;
}
