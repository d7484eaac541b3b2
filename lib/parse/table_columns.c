#include "lib/parse/table_columns.h"

#include "lib/base/decimal.h"
#include "lib/base/text.h"

/* Names as slugs; the first is the column's own. */
static const char *const known_names[COLUMN_TOTAL][9] = {
    [COLUMN_NAME] = {"name", "tool", "tool-name", "product", "product-name",
                     "app", "software", "item"},
    [COLUMN_TAGLINE] = {"tagline", "subtitle", "slogan"},
    [COLUMN_CATEGORY] = {"category"},
    [COLUMN_DESCRIPTION] = {"description"},
    [COLUMN_ENTRY] = {"entry"},
    [COLUMN_PRICING] = {"pricing", "price"},
    [COLUMN_SLUG] = {"slug"},
    [COLUMN_URL] = {"url", "link", "website"},
    [COLUMN_BRAND] = {"brand", "vendor", "maker"},
    [COLUMN_REVIEWER] = {"reviewer", "author", "user", "username", "user-name",
                         "critic", "reviewer-name", "reviewed-by"},
    [COLUMN_SCORE] = {"score", "rating", "stars", "star-rating"},
    [COLUMN_VERDICT] = {"verdict", "judgement", "judgment", "recommendation"},
    [COLUMN_TEXT] = {"text", "review", "body", "comment", "review-text",
                     "review-body", "content"},
    [COLUMN_TITLE] = {"title", "headline", "review-title", "summary"},
    [COLUMN_DATE] = {"date", "review-date", "published", "date-published",
                     "created", "created-at"},
    [COLUMN_PROS] = {"pros", "likes"},
    [COLUMN_CONS] = {"cons", "dislikes"},
    [COLUMN_HELPFUL] = {"helpful", "helpful-votes", "upvotes"},
    [COLUMN_REVIEWED] = {"reviewed"},
    [COLUMN_STATED_VERDICT] = {"stated-verdict"},
    [COLUMN_STATED_SHIP] = {"stated-ship"},
    [COLUMN_STATED_SKIP] = {"stated-skip"},
    [COLUMN_STATED_SHIP_PCT] = {"stated-ship-pct"},
    [COLUMN_COMMUNITY_VOTES] = {"community-votes"},
    [COLUMN_COMMUNITY_SHIP_PCT] = {"community-ship-pct"},
    [COLUMN_AGGREGATE_VALUE] = {"aggregate-value"},
    [COLUMN_AGGREGATE_BEST] = {"aggregate-best"},
    [COLUMN_AGGREGATE_WORST] = {"aggregate-worst"},
    [COLUMN_AGGREGATE_COUNT] = {"aggregate-count"},
    [COLUMN_RATING_VALUE] = {"rating-value"},
    [COLUMN_RATING_BEST] = {"rating-best"},
    [COLUMN_RATING_WORST] = {"rating-worst"},
    [COLUMN_TRUNCATED] = {"truncated"},
    [COLUMN_INFERRED] = {"inferred"},
    [COLUMN_PAGE] = {"page"},
    [COLUMN_ROW] = {"row"},
    [COLUMN_COL] = {"col"},
    [COLUMN_SOURCE_URL] = {"source-url"},
    [COLUMN_SOURCE_FETCHED] = {"source-fetched"},
};

struct slice table_column_name(enum table_column column)
{
    return slice_of(known_names[column][0]);
}

void table_map_init(struct table_map *map)
{
    *map =
        (struct table_map){.worst = DECIMAL_UNKNOWN, .best = DECIMAL_UNKNOWN};
}

bool table_map_says(const struct table_map *map)
{
    for (int i = 0; i < COLUMN_TOTAL; i++)
        if (slice_known(map->names[i]))
            return true;
    return false;
}

static bool same_name(struct slice a, struct slice b)
{
    struct bytes x = {0}, y = {0};
    text_add_slug(&x, a);
    text_add_slug(&y, b);
    bool same = x.len == 0 ? slice_equal(a, b)
                           : slice_equal(bytes_slice(&x), bytes_slice(&y));
    bytes_free(&x);
    bytes_free(&y);
    return same;
}

/* A scale behind a column's name: `/5` or `/0..10`. */
static bool read_scale(struct table_map *map, struct slice text)
{
    const char *dots = memmem(text.at, text.len, "..", 2);
    struct slice best = text;
    map->worst = DECIMAL_UNKNOWN;
    if (dots != NULL) {
        size_t len = (size_t)(dots - text.at);
        if (!decimal_read(slice_from(text.at, len), &map->worst))
            return false;
        best = slice_after(text, len + 2);
    }
    return decimal_read(best, &map->best) && map->best > 0 &&
           (dots == NULL || map->worst < map->best);
}

/* That there is no such field, and which there are. */
static void tell_fields(struct slice field, struct diag *d)
{
    struct bytes list = {0};
    for (int i = 0; i < COLUMN_USUAL; i++)
        bytes_add_format(&list, "%s%s", i == 0 ? "" : ", ", known_names[i][0]);
    diag_set(d, NULL, 0, 0, "--map: no field '%.*s'; there are %.*s",
             (int)(field.len < 40 ? field.len : 40), field.at, (int)list.len,
             list.at == NULL ? "" : list.at);
    bytes_free(&list);
}

/* Takes `reviewer=author` or `score=stars/5`. */
static bool read_pair(struct table_map *map, struct slice pair, struct diag *d)
{
    const char *sign = memchr(pair.at, '=', pair.len);
    size_t len = sign == NULL ? pair.len : (size_t)(sign - pair.at);
    struct slice field = text_trim(slice_from(pair.at, len));
    struct slice name = slice_after(pair, len + (sign != NULL));
    name = text_trim(name);
    if (sign == NULL || field.len == 0 || name.len == 0 || name.at[0] == '/') {
        diag_set(d, NULL, 0, 0, "--map: '%.*s' is not FIELD=COLUMN",
                 DIAG_SHOWN(pair));
        return false;
    }
    int column = 0;
    while (column < COLUMN_TOTAL && !slice_is(field, known_names[column][0]))
        column++;
    if (column == COLUMN_TOTAL) {
        tell_fields(field, d);
        return false;
    }
    const char *slash =
        column == COLUMN_SCORE ? memrchr(name.at, '/', name.len) : NULL;
    if (slash != NULL) {
        size_t before = (size_t)(slash - name.at);
        struct slice scale = text_trim(slice_after(name, before + 1));
        if (!read_scale(map, scale)) {
            diag_set(d, NULL, 0, 0,
                     "--map: '%.*s' is no scale: score=COLUMN/10, or "
                     "score=COLUMN/0..10",
                     DIAG_SHOWN(scale));
            return false;
        }
        name.len = before;
    }
    map->names[column] = text_trim(name);
    return true;
}

bool table_map_read(struct table_map *map, const char *argument, struct diag *d)
{
    struct slice rest = slice_of(argument);
    for (;;) {
        const char *comma = memchr(rest.at, ',', rest.len);
        size_t len = comma == NULL ? rest.len : (size_t)(comma - rest.at);
        if (!read_pair(map, slice_from(rest.at, len), d))
            return false;
        if (comma == NULL)
            return true;
        rest = slice_after(rest, len + 1);
    }
}

/* What a column of this name states, without a word from the user. */
static enum table_column column_of(struct slice name, size_t *rank)
{
    for (int i = 0; i < COLUMN_TOTAL; i++)
        for (*rank = 0; known_names[i][*rank] != NULL; ++*rank)
            if (same_name(name, slice_of(known_names[i][*rank])))
                return (enum table_column)i;
    return COLUMN_TOTAL;
}

/* The tool's key, where there is a column for it beside that of the name. */
static size_t find_key(const struct table_columns *columns,
                       const struct slice *fields, size_t count)
{
    size_t name = columns->at[COLUMN_NAME];
    for (size_t f = 0; f < count && name != NO_COLUMN; f++)
        if (f != name && same_name(text_trim(fields[f]), slice_of("tool")))
            return f;
    return NO_COLUMN;
}

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* What a reviewer thinks; and what is of a review only beside that. */
static const enum table_column opinions[] = {
    COLUMN_SCORE, COLUMN_TEXT, COLUMN_PROS, COLUMN_CONS, COLUMN_RATING_VALUE};
static const enum table_column verdicts[] = {COLUMN_VERDICT};
static const enum table_column of_opinions[] = {COLUMN_REVIEWER, COLUMN_TITLE};

/* Where a row was read: vrender always names the first three. */
enum { PLACES_SURE = 3 };
static const enum table_column places[] = {COLUMN_PAGE, COLUMN_ROW, COLUMN_COL,
                                           COLUMN_SOURCE_URL,
                                           COLUMN_SOURCE_FETCHED};

static bool has_any(const struct table_columns *columns,
                    const enum table_column *of, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (columns->at[of[i]] != NO_COLUMN)
            return true;
    return false;
}

/* These state nothing, then, unless the user says that they do. */
static void forget(struct table_columns *columns, const struct table_map *map,
                   const enum table_column *which, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!slice_known(map->names[which[i]]))
            columns->at[which[i]] = NO_COLUMN;
}

/*
 * Takes back what names alone do not tell.  Verdicts beside stated ones are
 * those on tools, which vscore made of what pages state, when no other column
 * is of a review.
 */
static void doubt(struct table_columns *columns, const struct table_map *map)
{
    if (!has_any(columns, opinions, COUNT_OF(opinions))) {
        if (columns->at[COLUMN_STATED_VERDICT] != NO_COLUMN &&
            !has_any(columns, of_opinions, COUNT_OF(of_opinions)))
            forget(columns, map, verdicts, COUNT_OF(verdicts));
        if (columns->at[COLUMN_VERDICT] == NO_COLUMN)
            forget(columns, map, of_opinions, COUNT_OF(of_opinions));
    }
    for (size_t i = 0; i < PLACES_SURE; i++)
        if (columns->at[places[i]] == NO_COLUMN)
            forget(columns, map, places, COUNT_OF(places));
}

/*
 * Of several columns that could state the same, the one whose name comes first
 * in the list does; a column that the user names states nothing else.
 */
void table_columns_find(struct table_columns *columns,
                        const struct table_map *map, const struct slice *fields,
                        size_t count)
{
    size_t ranks[COLUMN_TOTAL];
    *columns = (struct table_columns){0};
    for (int i = 0; i < COLUMN_TOTAL; i++) {
        columns->at[i] = NO_COLUMN;
        ranks[i] = SIZE_MAX;
    }
    for (size_t f = 0; f < count; f++) {
        struct slice name = text_trim(fields[f]);
        size_t rank = 0;
        bool mapped = false;
        for (int i = 0; name.len != 0 && i < COLUMN_TOTAL; i++) {
            if (!slice_known(map->names[i]) || !same_name(name, map->names[i]))
                continue;
            mapped = true;
            if (columns->at[i] == NO_COLUMN)
                columns->at[i] = f;
        }
        enum table_column column =
            mapped || name.len == 0 ? COLUMN_TOTAL : column_of(name, &rank);
        if (column == COLUMN_TOTAL || slice_known(map->names[column]) ||
            rank >= ranks[column])
            continue;
        columns->at[column] = f;
        ranks[column] = rank;
    }
    doubt(columns, map);
    for (int i = 0; i < COLUMN_TOTAL; i++)
        columns->known += columns->at[i] != NO_COLUMN;
    columns->key = find_key(columns, fields, count);
    columns->known += columns->key != NO_COLUMN;
    columns->is_score = columns->at[COLUMN_SCORE] != NO_COLUMN &&
                        same_name(fields[columns->at[COLUMN_SCORE]],
                                  slice_of(known_names[COLUMN_SCORE][0]));
}

bool table_columns_judge(const struct table_columns *columns)
{
    return has_any(columns, opinions, COUNT_OF(opinions)) ||
           has_any(columns, verdicts, COUNT_OF(verdicts)) ||
           has_any(columns, of_opinions, COUNT_OF(of_opinions));
}

struct slice table_columns_missing(const struct table_columns *columns,
                                   const struct table_map *map)
{
    for (int i = 0; i < COLUMN_TOTAL; i++)
        if (slice_known(map->names[i]) && columns->at[i] == NO_COLUMN)
            return map->names[i];
    return slice_from(NULL, 0);
}
