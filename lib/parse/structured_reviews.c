#include "lib/base/ascii.h"
#include "lib/base/hash.h"
#include "lib/parse/quote.h"
#include "lib/parse/rating.h"
#include "lib/parse/structured_build.h"
#include "lib/parse/verdict_word.h"

enum { NOTES_MOST = 64, STATISTICS_TRIED = 8 };
enum { AUTHOR_MOST = 512 }; /* bytes; what is longer is no name */

/* Reviewers that may say the same in the same words and be told apart. */
enum { SAME_WORDS_TRIED = 64 };

#define NO_LINK UINT32_MAX

/* -- members ------------------------------------------------------------ */

static struct slice name_in(struct structured *s, uint32_t item,
                            enum property property)
{
    struct slice name = items_first_text(&s->items, item, property);
    if (name.len <= AUTHOR_MOST)
        return name;
    s->counts->left_out++;
    return slice_from(NULL, 0);
}

/* Some name a person's parts only, and some give an address for a name. */
static struct slice find_author(struct structured *s, uint32_t item)
{
    struct items *items = &s->items;
    struct slice author = name_in(s, item, PROPERTY_AUTHOR);
    struct item_values values = items_values(items, item, PROPERTY_AUTHOR);
    if (slice_known(author) && (slice_starts(author, slice_of("http://")) ||
                                slice_starts(author, slice_of("https://"))))
        return slice_from(NULL, 0);
    if (slice_known(author) || values.count == 0)
        return author;
    struct slice given = name_in(s, values.at->target, PROPERTY_GIVEN_NAME);
    struct slice family = name_in(s, values.at->target, PROPERTY_FAMILY_NAME);
    if (!slice_known(given) || !slice_known(family))
        return slice_known(given) ? given : family;
    bytes_clear(&s->scratch);
    bytes_add_slice(&s->scratch, given);
    bytes_add_byte(&s->scratch, ' ');
    bytes_add_slice(&s->scratch, family);
    return arena_copy(items->arena, bytes_slice(&s->scratch),
                      &items->no_memory);
}

static struct slice find_first(struct structured *s, uint32_t item,
                               const enum property *properties, size_t count)
{
    struct slice text = {NULL, 0};
    for (size_t i = 0; i < count && !slice_known(text); i++)
        text = items_first_text(&s->items, item, properties[i]);
    return text;
}

static struct slice find_text(struct structured *s, uint32_t item)
{
    static const enum property properties[] = {
        PROPERTY_REVIEW_BODY, PROPERTY_DESCRIPTION, PROPERTY_TEXT};
    struct slice text = find_first(s, item, properties, 3);
    return slice_known(text) ? quote_inside(text) : text;
}

static struct slice find_title(struct structured *s, uint32_t item)
{
    static const enum property properties[] = {PROPERTY_NAME,
                                               PROPERTY_HEADLINE};
    return find_first(s, item, properties, 2);
}

/* A day as stated; of a point in time, in the form of ISO 8601, its day. */
static struct slice find_date(struct structured *s, uint32_t item)
{
    static const char form[] = "dddd-dd-dd";
    struct slice date = items_first_text(&s->items, item, PROPERTY_DATE);
    size_t i = 0, len = sizeof form - 1;
    while (
        i < len && i < date.len &&
        (form[i] == 'd' ? ascii_is_digit(date.at[i]) : date.at[i] == form[i]))
        i++;
    bool instant = i == len && date.len > len &&
                   (date.at[len] == 'T' || date.at[len] == ' ');
    return instant ? slice_from(date.at, len) : date;
}

/* How many found the review helpful. */
static int64_t find_helpful(struct structured *s, uint32_t item)
{
    struct items *items = &s->items;
    int64_t count =
        rating_read_count(items_first_text(items, item, PROPERTY_UPVOTES));
    struct item_values values =
        items_values(items, item, PROPERTY_INTERACTION_STATISTIC);
    for (size_t i = 0; i < values.count && i < STATISTICS_TRIED && count < 0;
         i++) {
        uint32_t counter = values.at[i].target;
        struct item_values types =
            items_values(items, counter, PROPERTY_INTERACTION_TYPE);
        if (types.count == 0)
            continue;
        uint32_t action = types.at->target;
        struct slice name = items_text(items, types.at);
        struct slice local = slice_known(name) ? vocabulary_local(name) : name;
        unsigned type = action != NO_ITEM    ? items->at[action].types
                        : slice_known(local) ? vocabulary_type(local)
                        : slice_known(name)  ? vocabulary_type(name)
                                             : 0;
        if ((type & TYPE_APPROVAL) != 0)
            count = rating_read_count(
                items_first_text(items, counter, PROPERTY_INTERACTION_COUNT));
    }
    return count;
}

/* -- pros and cons ------------------------------------------------------ */

/* The note of a value: a text, or an entry of a list, which may wrap it. */
static struct slice note_of(struct structured *s, struct item_value *value)
{
    struct slice note = items_text(&s->items, value);
    if (!slice_known(note) && value->target != NO_ITEM)
        note = items_first_text(&s->items, value->target, PROPERTY_ITEM);
    return note;
}

static void add_notes(struct structured *s, struct item_values values,
                      struct slice *notes, size_t *count)
{
    for (size_t i = 0; i < values.count; i++) {
        if (i == NOTES_MOST) {
            s->counts->left_out++;
            return;
        }
        struct slice note = note_of(s, &values.at[i]);
        if (slice_known(note))
            structured_fill(s, &notes[*count], note);
        *count += slice_known(notes[*count]);
    }
}

static void fill_notes(struct structured *s, uint32_t item,
                       enum property property, struct slice **notes,
                       size_t *count)
{
    struct item_values values = items_values(&s->items, item, property);
    if (*count != 0 || values.count == 0)
        return;
    struct slice found[NOTES_MOST] = {{NULL, 0}};
    size_t found_count = 0;
    struct item_values listed =
        items_values(&s->items, values.at->target, PROPERTY_ITEM_LIST_ELEMENT);
    add_notes(s, listed.count != 0 ? listed : values, found, &found_count);
    *notes = arena_array(s->items.arena, found_count + 1, sizeof **notes);
    if (*notes == NULL) {
        s->items.no_memory = true;
        return;
    }
    memcpy(*notes, found, found_count * sizeof **notes);
    *count = found_count;
}

/* -- records ------------------------------------------------------------ */

/* What is known of a review before it is known to be a new one. */
struct draft {
    uint32_t item;
    size_t tool;
    struct slice text, title, reviewer;
    enum judgement verdict;
    bool has_rating;
    struct rating rating;
};

/*
 * What two reviews have in common that are the same one: the tool and the
 * words.  A review without text has its title for words, or else its reviewer
 * and rating.
 */
struct sameness {
    uint64_t tool, words;
};

static struct sameness sameness_of(struct structured *s, const struct draft *d)
{
    struct slice words = slice_known(d->text) ? d->text : d->title;
    if (!slice_known(words)) {
        bytes_clear(&s->scratch);
        bytes_add_slice(&s->scratch, d->reviewer);
        bytes_add_byte(&s->scratch, '\0');
        if (d->has_rating)
            bytes_add_integer(&s->scratch, rating_score(&d->rating));
        words = bytes_slice(&s->scratch);
    }
    return (struct sameness){d->tool, hash_bytes(words)};
}

static struct slice sameness_key(const struct sameness *same)
{
    return slice_from((const char *)same, sizeof *same);
}

/* Whether two names can be the same reviewer's: "Ada" and "by Ada" can. */
static bool names_agree(struct slice a, struct slice b)
{
    if (a.len == 0 || b.len == 0)
        return true;
    return a.len < b.len ? memmem(b.at, b.len, a.at, a.len) != NULL
                         : memmem(a.at, a.len, b.at, b.len) != NULL;
}

/* The review that is the same; NULL when there is none yet. */
static struct review_record *find_same(struct structured *s,
                                       const struct draft *d,
                                       const struct sameness *same)
{
    struct review_record *found = NULL;
    size_t *first = table_find(&s->reviews, sameness_key(same));
    uint32_t link = first == NULL ? NO_LINK : (uint32_t)*first;
    for (int tried = 0; link != NO_LINK && tried < SAME_WORDS_TRIED; tried++) {
        struct review_record *r =
            &s->records->reviews[s->links[link].review].record;
        if (slice_equal(r->reviewer, d->reviewer))
            return r;
        if (found == NULL && names_agree(r->reviewer, d->reviewer))
            found = r;
        link = s->links[link].next;
    }
    return found;
}

/* Notes a review by what makes others the same, before those noted so far. */
static void note_review(struct structured *s, const struct sameness *same,
                        size_t review)
{
    struct sameness *kept = arena_alloc(s->items.arena, sizeof *kept);
    size_t *first = NULL;
    bool added = false;
    if (kept != NULL) {
        *kept = *same;
        first =
            table_add(&s->reviews, sameness_key(kept), s->link_count, &added);
    }
    if (first == NULL) {
        s->items.no_memory = true;
        return;
    }
    s->links[s->link_count] = (struct review_link){
        (uint32_t)review, added ? NO_LINK : (uint32_t)*first};
    *first = s->link_count++;
}

/* The review that is the same, or a new one; NULL when there can be none. */
static struct review_record *review_of(struct structured *s,
                                       const struct draft *d)
{
    struct sameness same = sameness_of(s, d);
    struct review_record *known = find_same(s, d, &same);
    if (known != NULL)
        return known;
    /* The tool's name and key are repeated in the record. */
    size_t repeated =
        d->tool == NO_TOOL ? 0 : 2 * s->records->tools[d->tool].name.len;
    if (repeated > s->text_left) {
        s->counts->left_out++;
        return NULL;
    }
    struct page_review *r = page_records_add_review(s->records);
    if (r == NULL)
        return NULL;
    size_t review = s->records->review_count - 1;
    s->text_left -= repeated;
    r->tool = d->tool;
    r->record.col = d->tool == NO_TOOL ? -1 : (int64_t)d->tool;
    r->record.source = structured_source(s, d->item);
    note_review(s, &same, review);
    /* In another syntax the same words may stand without their tool. */
    same.tool = NO_TOOL;
    if (d->tool != NO_TOOL && slice_known(d->text))
        note_review(s, &same, review);
    return &r->record;
}

static void fill_rating(struct review_record *r, const struct draft *d)
{
    if (!d->has_rating || r->has_rating || r->score != DECIMAL_UNKNOWN)
        return;
    r->score = rating_score(&d->rating);
    r->has_rating = !rating_is_score(&d->rating) || r->score == DECIMAL_UNKNOWN;
    r->rating = d->rating;
}

/* A rating may have the verdict for its other name, as fact checks have. */
static enum judgement find_verdict(struct structured *s, uint32_t item)
{
    struct item_values ratings =
        items_values(&s->items, item, PROPERTY_REVIEW_RATING);
    if (ratings.count == 0)
        return JUDGEMENT_UNKNOWN;
    struct slice word = items_first_text(&s->items, ratings.at->target,
                                         PROPERTY_ALTERNATE_NAME);
    return word.len < AUTHOR_MOST ? verdict_word_read(word) : JUDGEMENT_UNKNOWN;
}

static void fill_review(struct structured *s, const struct draft *d,
                        struct review_record *r)
{
    structured_fill(s, &r->reviewer, d->reviewer);
    structured_fill(s, &r->text, d->text);
    structured_fill(s, &r->title, d->title);
    structured_fill(s, &r->date, find_date(s, d->item));
    fill_rating(r, d);
    fill_notes(s, d->item, PROPERTY_POSITIVE_NOTES, &r->pros, &r->pro_count);
    fill_notes(s, d->item, PROPERTY_NEGATIVE_NOTES, &r->cons, &r->con_count);
    if (r->helpful < 0)
        r->helpful = find_helpful(s, d->item);
    if (r->verdict == JUDGEMENT_UNKNOWN)
        r->verdict = d->verdict;
    /* A tool without a name may be known by its tagline. */
    struct item_values about =
        items_values(&s->items, d->item, PROPERTY_ITEM_REVIEWED);
    if (d->tool == NO_TOOL && about.count != 0)
        structured_fill(
            s, &r->tagline,
            items_first_text(&s->items, about.at->target, PROPERTY_SLOGAN));
    r->truncated =
        r->truncated || s->items.at[d->item].truncated ||
        slice_is(items_first_text(&s->items, d->item, PROPERTY_STATUS),
                 "Incomplete");
}

static void add_review(struct structured *s, uint32_t item)
{
    struct draft d = {.item = item,
                      .tool = structured_subject(s, item),
                      .text = find_text(s, item),
                      .title = find_title(s, item),
                      .reviewer = find_author(s, item)};
    d.has_rating = structured_rating(s, item, &d.rating);
    d.verdict = find_verdict(s, item);
    bool pros = items_values(&s->items, item, PROPERTY_POSITIVE_NOTES).count;
    bool cons = items_values(&s->items, item, PROPERTY_NEGATIVE_NOTES).count;
    if (!slice_known(d.text) && !slice_known(d.title) && !d.has_rating &&
        d.verdict == JUDGEMENT_UNKNOWN && !pros && !cons)
        return;
    struct review_record *r = review_of(s, &d);
    if (r != NULL)
        fill_review(s, &d, r);
}

/* A review that is only a text. */
static void add_text(struct structured *s, struct item_value *value)
{
    struct slice text = items_text(&s->items, value);
    if (s->tools[value->item] == NO_ITEM || !slice_known(text))
        return;
    struct draft d = {.item = value->item,
                      .tool = s->tools[value->item],
                      .text = quote_inside(text)};
    struct review_record *r = review_of(s, &d);
    if (r != NULL)
        structured_fill(s, &r->text, d.text);
}

void structured_add_reviews(struct structured *s)
{
    for (uint32_t i = 0; i < s->items.count; i++) {
        if ((s->items.at[i].types & TYPE_REVIEW) != 0)
            add_review(s, i);
        struct item_values texts = items_values(&s->items, i, PROPERTY_REVIEW);
        for (size_t k = 0; k < texts.count; k++)
            if (texts.at[k].target == NO_ITEM)
                add_text(s, &texts.at[k]);
    }
}
