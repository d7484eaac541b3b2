/* Writing JSON: byte for byte what jansson writes. */
#include "lib/json/write.h"

#include <stdlib.h>

#include "lib/base/decimal.h"
#include "lib/json/tree.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

/* Whether jansson writes the same for a value. */
static bool written_alike(struct slice written, const json_t *value)
{
    size_t flags = JSON_COMPACT | JSON_ENCODE_ANY;
    size_t len = json_dumpb(value, NULL, 0, flags);
    char *text = malloc(len + 1);
    bool alike = text != NULL && json_dumpb(value, text, len, flags) == len &&
                 slice_equal(slice_from(text, len), written);
    free(text);
    return alike;
}

static bool string_alike(struct slice s)
{
    struct bytes out = {0};
    json_t *value = json_stringn(s.at, s.len);
    json_add_string(&out, s);
    bool alike = value != NULL && written_alike(bytes_slice(&out), value);
    json_decref(value);
    bytes_free(&out);
    return alike;
}

static void check_strings(void)
{
    size_t wrong = 0;
    struct bytes s = {0};
    for (unsigned long c = 0; c <= 0x10ffff; c++) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        bytes_clear(&s);
        bytes_add_codepoint(&s, c);
        wrong += !string_alike(bytes_slice(&s));
    }
    is_number(wrong, 0, "every code point");
    for (int i = 0; i < 100000; i++) {
        bytes_clear(&s);
        for (size_t n = random_below(12); n != 0; n--)
            bytes_add_codepoint(&s, one_in(3) ? random_below(0x80)
                                              : random_codepoint());
        wrong += !string_alike(bytes_slice(&s));
    }
    is_number(wrong, 0, "random strings");
    ok(string_alike(slice_of("")), "an empty string");
    bytes_free(&s);
}

/* The same random value by both writers. */
static json_t *write_value(struct json_writer *w, size_t depth)
{
    struct bytes s = {0};
    json_t *value = NULL;
    switch (random_below(depth > 4 ? 4 : 6)) {
    case 0:
        json_write_null(w);
        return json_null();
    case 1:
        json_write_bool(w, depth % 2 == 0);
        return json_boolean(depth % 2 == 0);
    case 2: {
        int64_t n = (int64_t)(random_bits() >> random_below(64));
        json_write_integer(w, n);
        return json_integer(n);
    }
    case 3:
        bytes_add_codepoint(&s, random_codepoint());
        json_write_string(w, bytes_slice(&s));
        value = json_stringn(s.at, s.len);
        break;
    case 4:
        value = json_array();
        json_write_open(w, '[');
        for (size_t n = random_below(4); n != 0; n--)
            json_array_append_new(value, write_value(w, depth + 1));
        json_write_close(w, ']');
        break;
    default:
        value = json_object();
        json_write_open(w, '{');
        for (size_t n = random_below(4); n != 0; n--) {
            bytes_clear(&s);
            bytes_add_format(&s, "%zu\"\n", n);
            json_write_key_slice(w, bytes_slice(&s));
            json_object_setn_new(value, s.at, s.len, write_value(w, depth + 1));
        }
        json_write_close(w, '}');
    }
    bytes_free(&s);
    return value;
}

static void check_values(void)
{
    size_t wrong = 0;
    for (int i = 0; i < 30000; i++) {
        struct bytes out = {0};
        struct json_writer w = {.out = &out};
        json_t *value = write_value(&w, 0);
        wrong += !written_alike(bytes_slice(&out), value);
        json_decref(value);
        bytes_free(&out);
    }
    is_number(wrong, 0, "random values, commas where they belong");
}

static void check_record(void)
{
    struct bytes out = {0};
    struct json_writer w = {.out = &out};
    json_write_open(&w, '{');
    json_write_key(&w, "score");
    json_write_decimal(&w, 8750);
    json_write_key(&w, "pct");
    json_write_decimal(&w, DECIMAL_UNKNOWN);
    json_write_key(&w, "name");
    json_write_string(&w, slice_from(NULL, 0));
    json_write_key(&w, "raw");
    json_write_raw(&w, slice_of("{\"a\":1}"));
    json_write_key(&w, "least");
    json_write_integer(&w, INT64_MIN);
    json_write_close(&w, '}');
    bytes_add_byte(&out, '\0');
    is_string(out.at,
              "{\"score\":87.5,\"pct\":null,\"name\":null,"
              "\"raw\":{\"a\":1},\"least\":-9223372036854775808}",
              "decimals, unknown values, raw text");
    bytes_free(&out);
}

int main(void)
{
    check_strings();
    check_values();
    check_record();
    return done_testing();
}
