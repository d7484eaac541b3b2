#include "lib/parse/offers.h"

#include "lib/base/ascii.h"
#include "lib/parse/rating.h"

/* Longer texts are no prices, names and currencies. */
enum { OFFERS_MOST = 8, PRICE_MOST = 100, NAME_MOST = 40, CURRENCY_MOST = 8 };

struct pricing {
    struct items *items;
    struct bytes *out;
    bool free, paid;
    struct slice entry; /* in words; unknown: as the prices have it */
    size_t count;
};

static const struct {
    const char *code, *sign;
} currencies[] = {{"USD", "$"}, {"EUR", "€"}, {"GBP", "£"},
                  {"JPY", "¥"}, {"INR", "₹"}, {"KRW", "₩"}};

static bool is_number(struct slice s)
{
    size_t i = 0;
    while (i < s.len &&
           (ascii_is_digit(s.at[i]) || s.at[i] == '.' || s.at[i] == ','))
        i++;
    return s.len != 0 && i == s.len;
}

/* `29` and USD are `$29`, with any other code `29 CHF`. */
static void add_amount(struct bytes *out, struct slice price,
                       struct slice currency)
{
    const char *sign = NULL;
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        if (slice_is(currency, currencies[i].code))
            sign = currencies[i].sign;
    if (!is_number(price))
        sign = NULL; /* a text has its own */
    if (sign != NULL)
        bytes_add_string(out, sign);
    bytes_add_slice(out, price);
    if (sign == NULL && currency.len != 0 && currency.len <= CURRENCY_MOST &&
        is_number(price)) {
        bytes_add_byte(out, ' ');
        bytes_add_slice(out, currency);
    }
}

/* `/mo` and the like, as UN/CEFACT and schema.org name units. */
static const char *period_of(struct slice unit)
{
    static const struct {
        const char *name, *period;
    } periods[] = {{"MON", "/mo"},   {"MONTH", "/mo"},  {"month", "/mo"},
                   {"ANN", "/yr"},   {"YEAR", "/yr"},   {"year", "/yr"},
                   {"WEE", "/week"}, {"WEEK", "/week"}, {"DAY", "/day"}};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        if (slice_is(unit, periods[i].name))
            return periods[i].period;
    return "";
}

/* The first text of a property of the offer, or of its price specification. */
static struct slice stated(struct items *items, uint32_t offer,
                           enum property property)
{
    struct slice text = items_first_text(items, offer, property);
    struct item_values more =
        items_values(items, offer, PROPERTY_PRICE_SPECIFICATION);
    if (!slice_known(text) && more.count != 0)
        text = items_first_text(items, more.at->target, property);
    return text;
}

/* Whether the price is none; a text without a number is not, unless it says
 * so. */
static bool is_free(struct slice price)
{
    int64_t amount = rating_read_number(price);
    return amount == 0 || (amount == DECIMAL_UNKNOWN && price.len >= 4 &&
                           strncasecmp(price.at, "free", 4) == 0);
}

static void add_price(struct pricing *p, struct slice price, struct slice high,
                      struct slice currency, struct slice unit)
{
    struct bytes *out = p->out;
    if (price.len > PRICE_MOST) {
        p->items->left_out++;
        return;
    }
    bool free = is_free(price);
    p->free = p->free || free;
    p->paid = p->paid || !free || slice_known(high);
    if (p->count++ != 0)
        bytes_add_string(out, " / ");
    if (free)
        bytes_add_string(out, "Free");
    else
        add_amount(out, price, currency);
    if (slice_known(high) && high.len <= PRICE_MOST &&
        !slice_equal(high, price)) {
        bytes_add_string(out, "–");
        add_amount(out, high, currency);
    }
    if (!free)
        bytes_add_string(out, period_of(unit));
}

/* An offer may say what it costs in words alone; those of one offer do. */
static void add_words(struct pricing *p, uint32_t offer)
{
    struct slice words =
        items_first_text(p->items, offer, PROPERTY_DESCRIPTION);
    struct slice category =
        items_first_text(p->items, offer, PROPERTY_CATEGORY);
    if (!slice_known(p->entry) && category.len <= NAME_MOST)
        p->entry = category;
    if (!slice_known(words) || p->count != 0)
        return;
    p->count++;
    bytes_add_slice(p->out, words);
}

static void add_offer(struct pricing *p, uint32_t offer)
{
    struct items *items = p->items;
    struct slice price = stated(items, offer, PROPERTY_PRICE);
    struct slice high = {NULL, 0};
    struct slice currency = stated(items, offer, PROPERTY_PRICE_CURRENCY);
    if (!slice_known(price)) {
        price = items_first_text(items, offer, PROPERTY_LOW_PRICE);
        high = items_first_text(items, offer, PROPERTY_HIGH_PRICE);
    }
    if (!slice_known(price)) {
        price = high;
        high = slice_from(NULL, 0);
    }
    if (!slice_known(price)) {
        add_words(p, offer);
        return;
    }
    add_price(p, price, high, currency, stated(items, offer, PROPERTY_UNIT));
    struct slice name = items_first_text(items, offer, PROPERTY_NAME);
    if (slice_known(name) && name.len <= NAME_MOST) {
        bytes_add_byte(p->out, ' ');
        bytes_add_slice(p->out, name);
    }
}

void offers_read(struct items *items, uint32_t tool, struct bytes *out,
                 struct slice *entry)
{
    struct pricing p = {.items = items, .out = out};
    struct item_values offers = items_values(items, tool, PROPERTY_OFFERS);
    struct slice none = {NULL, 0};
    for (size_t i = 0; i < offers.count && p.count < OFFERS_MOST; i++)
        if (offers.at[i].target != NO_ITEM)
            add_offer(&p, offers.at[i].target);
    struct slice price = items_first_text(items, tool, PROPERTY_PRICE);
    if (p.count == 0 && slice_known(price))
        add_price(&p, price, none,
                  items_first_text(items, tool, PROPERTY_PRICE_CURRENCY), none);
    struct slice free = items_first_text(items, tool, PROPERTY_FREE);
    if (p.count == 0 && free.len == 4 && strncasecmp(free.at, "true", 4) == 0)
        p.free = true;
    *entry = slice_known(p.entry) ? p.entry
             : p.free             ? slice_of("free")
             : p.paid             ? slice_of("paid")
                                  : slice_from(NULL, 0);
}
