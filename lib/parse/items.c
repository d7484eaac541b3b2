#include "lib/parse/items.h"

#include "lib/base/array.h"
#include "lib/parse/html_text.h"
#include "lib/parse/markup.h"

/*
 * Text of nested nodes is taken once for each node.  A page whose texts come
 * to many times its own length is made to be expensive.
 */
enum { TEXT_TIMES = 4, TEXT_ALWAYS = 1 << 20 };

void items_init(struct items *items, const struct html *html,
                struct arena *arena)
{
    *items = (struct items){
        .arena = arena,
        .html = html,
        .text_left = html->page.len * TEXT_TIMES + TEXT_ALWAYS,
    };
}

void items_free(struct items *items)
{
    bytes_free(&items->shown);
    bytes_free(&items->folded);
}

/* Room for one more, unless there are the most. */
static void *next(struct items *items, void **array, size_t *count, size_t *cap,
                  size_t size, size_t most)
{
    if (*count == most) {
        items->left_out++;
        return NULL;
    }
    void *at = array_room_in(items->arena, *array, *count, cap, size);
    if (at == NULL) {
        items->no_memory = true;
        return NULL;
    }
    *array = at;
    return (char *)at + (*count)++ * size;
}

uint32_t items_add(struct items *items, enum syntax syntax, size_t offset)
{
    void *array = items->at;
    struct item *item = next(items, &array, &items->count, &items->cap,
                             sizeof *item, ITEMS_MOST);
    items->at = array;
    if (item == NULL)
        return NO_ITEM;
    *item = (struct item){.syntax = syntax, .offset = offset};
    return (uint32_t)(items->count - 1);
}

static void add_value(struct items *items, const struct item_value *value)
{
    if (value->item == NO_ITEM || value->property == PROPERTY_OTHER)
        return;
    void *array = items->values;
    struct item_value *v = next(items, &array, &items->value_count,
                                &items->value_cap, sizeof *v, ITEM_VALUES_MOST);
    items->values = array;
    if (v != NULL)
        *v = *value;
}

void items_add_text(struct items *items, uint32_t item, enum property property,
                    struct slice text)
{
    struct item_value v = {item, property, NO_ITEM, NO_NODE, text, false};
    if (slice_known(text))
        add_value(items, &v);
}

void items_add_node(struct items *items, uint32_t item, enum property property,
                    uint32_t node)
{
    struct item_value v = {item, property, NO_ITEM, node, {NULL, 0}, false};
    add_value(items, &v);
}

void items_add_link(struct items *items, uint32_t item, enum property property,
                    uint32_t target)
{
    struct item_value v = {item, property, target, NO_NODE, {NULL, 0}, false};
    if (target != NO_ITEM)
        add_value(items, &v);
}

/*
 * One stable pass of a sort: values go to where `begin` says that those of
 * their bucket begin.
 */
static void distribute(const struct item_value *from, struct item_value *to,
                       size_t count, bool by_item, uint32_t *begin)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t bucket = by_item ? from[i].item : from[i].property;
        to[begin[bucket]++] = from[i];
    }
}

static uint64_t property_bit(unsigned property)
{
    _Static_assert(PROPERTIES <= 64, "a set of properties is a number");
    return UINT64_C(1) << property;
}

void items_finish(struct items *items)
{
    size_t count = items->value_count;
    struct item_value *other =
        arena_alloc(items->arena, count * sizeof *other + 1);
    uint32_t *begin =
        arena_array(items->arena, items->count + 1, sizeof *begin);
    uint32_t property_begin[PROPERTIES + 1] = {0};
    if (other == NULL || begin == NULL) {
        items->no_memory = true;
        items->value_count = 0;
        return;
    }
    for (size_t i = 0; i < count; i++)
        property_begin[items->values[i].property + 1]++;
    for (size_t i = 1; i < PROPERTIES; i++)
        property_begin[i] += property_begin[i - 1];
    distribute(items->values, other, count, false, property_begin);
    for (size_t i = 0; i < count; i++) {
        struct item *item = &items->at[other[i].item];
        item->count++;
        item->properties |= property_bit(other[i].property);
    }
    for (size_t i = 0, sum = 0; i < items->count; i++) {
        items->at[i].first = begin[i] = (uint32_t)sum;
        sum += items->at[i].count;
    }
    distribute(other, items->values, count, true, begin);
}

/* How many of the values, ordered by property, come before `property`. */
static size_t count_before(const struct item_value *at, size_t count,
                           unsigned property)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at[middle].property < property)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct item_values items_values(const struct items *items, uint32_t item,
                                enum property property)
{
    struct item_values found = {NULL, 0};
    if (item == NO_ITEM ||
        (items->at[item].properties & property_bit(property)) == 0)
        return found;
    struct item_value *at = items->values + items->at[item].first;
    size_t count = items->at[item].count;
    size_t begin = count_before(at, count, property);
    found.at = at + begin;
    found.count = count_before(found.at, count - begin, property + 1u);
    return found;
}

/* Folds a text in place of itself, once. */
static void fold(struct items *items, struct item_value *value)
{
    struct slice text = value->text;
    value->folded = true;
    if (value->node != NO_NODE)
        text = markup_text(items->html, value->node, &items->text_left,
                           &items->shown);
    items->no_memory = items->no_memory || items->shown.failed;
    if (slice_known(text))
        text = html_text_fold(text, text.at != items->shown.at, &items->folded,
                              items->arena, &items->no_memory);
    else
        items->left_out += value->node != NO_NODE;
    value->text = text.len != 0 ? text : slice_from(NULL, 0);
}

struct slice items_text(struct items *items, struct item_value *value)
{
    for (int depth = 0; value->target != NO_ITEM; depth++) {
        struct item_values names =
            items_values(items, value->target, PROPERTY_NAME);
        if (names.count == 0 || depth == VALUE_DEPTH_MOST)
            return slice_from(NULL, 0);
        value = names.at;
    }
    if (!value->folded)
        fold(items, value);
    return value->text;
}

struct slice items_first_text(struct items *items, uint32_t item,
                              enum property property)
{
    struct item_values values = items_values(items, item, property);
    /* A few are looked at, so that many empty ones cost nothing. */
    for (size_t i = 0; i < values.count && i < VALUE_DEPTH_MOST; i++) {
        struct slice text = items_text(items, &values.at[i]);
        if (slice_known(text))
            return text;
    }
    return slice_from(NULL, 0);
}
