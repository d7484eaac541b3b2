/* Members and parts of the things in JSON-LD. */
#include "lib/json/tree.h"
#include "lib/render/json_text.h"
#include "lib/render/jsonld.h"

static void add_key(struct bytes *out, const char *key)
{
    bytes_add_string(out, ",\"");
    bytes_add_string(out, key);
    bytes_add_string(out, "\":");
}

void jsonld_add_string(struct bytes *out, const char *key, struct slice value)
{
    if (!slice_known(value))
        return;
    add_key(out, key);
    json_text_add_string(out, value, JSON_IN_PAGE);
}

void jsonld_add_decimal(struct bytes *out, const char *key, int64_t hundredths)
{
    if (hundredths == DECIMAL_UNKNOWN)
        return;
    add_key(out, key);
    decimal_add(out, hundredths);
}

void jsonld_add_count(struct bytes *out, const char *key, int64_t count)
{
    if (count < 0)
        return;
    add_key(out, key);
    bytes_add_integer(out, count);
}

void jsonld_add_rating(struct bytes *out, const char *type, int64_t value,
                       int64_t best, int64_t worst)
{
    bytes_add_format(out, "{\"@type\":\"%s\"", type);
    jsonld_add_decimal(out, "ratingValue", value);
    jsonld_add_decimal(out, "bestRating", best);
    jsonld_add_decimal(out, "worstRating", worst);
}

/* -- tools -------------------------------------------------------------- */

/* A reference inside the document: `#` and the key, its bytes encoded. */
static void add_reference(struct bytes *out, struct slice key)
{
    bytes_add_string(out, ",\"@id\":\"#");
    for (size_t i = 0; i < key.len; i++) {
        unsigned char c = (unsigned char)key.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        if (plain)
            bytes_add_byte(out, (char)c);
        else
            bytes_add_format(out, "%%%02X", c);
    }
    bytes_add_byte(out, '"');
}

void jsonld_open_tool(struct bytes *out, struct slice key, struct slice name,
                      struct slice tagline)
{
    bytes_add_string(out, "{\"@type\":[\"SoftwareApplication\",\"Product\"]");
    if (key.len != 0)
        add_reference(out, key);
    jsonld_add_string(out, "identifier", key);
    jsonld_add_string(out, "name", name);
    jsonld_add_string(out, "slogan", tagline);
}

void jsonld_add_terms(struct bytes *out, struct slice category,
                      struct slice entry, struct slice pricing,
                      struct slice brand)
{
    jsonld_add_string(out, "applicationCategory", category);
    if (slice_known(brand)) {
        bytes_add_string(out, ",\"brand\":{\"@type\":\"Brand\"");
        jsonld_add_string(out, "name", brand);
        bytes_add_byte(out, '}');
    }
    if (!slice_known(entry) && !slice_known(pricing))
        return;
    bytes_add_string(out, ",\"offers\":{\"@type\":\"Offer\"");
    jsonld_add_string(out, "category", entry);
    jsonld_add_string(out, "description", pricing);
    bytes_add_byte(out, '}');
}

/* -- properties --------------------------------------------------------- */

static void begin_property(struct jsonld_properties *p, const char *name)
{
    bytes_add_string(p->out,
                     p->count++ == 0 ? ",\"additionalProperty\":[" : ",");
    bytes_add_format(p->out, "{\"@type\":\"PropertyValue\",\"name\":\"%s\"",
                     name);
}

void jsonld_property(struct jsonld_properties *p, const char *name,
                     struct slice value)
{
    if (!slice_known(value))
        return;
    begin_property(p, name);
    jsonld_add_string(p->out, "value", value);
    bytes_add_byte(p->out, '}');
}

void jsonld_decimal_property(struct jsonld_properties *p, const char *name,
                             int64_t hundredths)
{
    if (hundredths == DECIMAL_UNKNOWN)
        return;
    begin_property(p, name);
    jsonld_add_decimal(p->out, "value", hundredths);
    bytes_add_byte(p->out, '}');
}

void jsonld_count_property(struct jsonld_properties *p, const char *name,
                           int64_t count)
{
    if (count < 0)
        return;
    begin_property(p, name);
    jsonld_add_count(p->out, "value", count);
    bytes_add_byte(p->out, '}');
}

void jsonld_end_properties(struct jsonld_properties *p)
{
    if (p->count != 0)
        bytes_add_byte(p->out, ']');
}

void jsonld_stated_properties(struct jsonld_properties *p,
                              const struct stated *stated)
{
    jsonld_property(p, "stated.verdict", judgement_word(stated->verdict));
    jsonld_count_property(p, "stated.ship", stated->ship);
    jsonld_count_property(p, "stated.skip", stated->skip);
    jsonld_decimal_property(p, "stated.ship_pct", stated->ship_pct);
}

/* -- reviews ------------------------------------------------------------ */

/* The verdict is the rating's other name, as fact checks have theirs. */
static void add_judgement(struct bytes *out, const struct jsonld_review *r)
{
    enum { WHOLE = 100 * 100 };
    struct rating scale = {r->score, WHOLE, 0};
    if (r->has_rating)
        scale = r->rating;
    else if (r->score == DECIMAL_UNKNOWN)
        scale.best = scale.worst = DECIMAL_UNKNOWN;
    if (scale.value == DECIMAL_UNKNOWN && r->verdict == JUDGEMENT_UNKNOWN)
        return;
    bytes_add_string(out, ",\"reviewRating\":");
    jsonld_add_rating(out, "Rating", scale.value, scale.best, scale.worst);
    if (r->verdict != JUDGEMENT_UNKNOWN)
        jsonld_add_string(out, "alternateName",
                          slice_of(judgement_title(r->verdict)));
    bytes_add_byte(out, '}');
}

static void add_notes(struct bytes *out, const char *key,
                      const struct json_value *notes)
{
    size_t place = 0;
    if (json_value_size(notes) == 0)
        return;
    bytes_add_format(
        out, ",\"%s\":{\"@type\":\"ItemList\",\"itemListElement\":[", key);
    json_value_each(notes, note)
    {
        bytes_add_format(out, "%s{\"@type\":\"ListItem\",\"position\":%zu",
                         place == 0 ? "" : ",", place + 1);
        place++;
        jsonld_add_string(out, "name", note->text);
        bytes_add_byte(out, '}');
    }
    bytes_add_string(out, "]}");
}

void jsonld_add_review(struct bytes *out, const struct jsonld_review *r)
{
    bytes_add_string(out, "{\"@type\":\"Review\"");
    if (slice_known(r->tool) || slice_known(r->name) ||
        slice_known(r->tagline)) {
        bytes_add_string(out, ",\"itemReviewed\":");
        jsonld_open_tool(out, r->tool, r->name, r->tagline);
        bytes_add_byte(out, '}');
    }
    if (slice_known(r->reviewer)) {
        bytes_add_string(out, ",\"author\":{\"@type\":\"Person\"");
        jsonld_add_string(out, "name", r->reviewer);
        bytes_add_byte(out, '}');
    }
    add_judgement(out, r);
    jsonld_add_string(out, "name", r->title);
    jsonld_add_string(out, "reviewBody", r->text);
    jsonld_add_string(out, "datePublished", r->date);
    add_notes(out, "positiveNotes", r->pros);
    add_notes(out, "negativeNotes", r->cons);
    if (r->helpful >= 0)
        bytes_add_format(out,
                         ",\"interactionStatistic\":{\"@type\":"
                         "\"InteractionCounter\",\"interactionType\":"
                         "\"https://schema.org/LikeAction\","
                         "\"userInteractionCount\":%lld}",
                         (long long)r->helpful);
    if (r->truncated)
        bytes_add_string(out, ",\"creativeWorkStatus\":\"Incomplete\"");
    bytes_add_byte(out, '}');
}
