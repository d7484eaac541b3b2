/* Buffers, arenas and tables. */
#include <stdalign.h>
#include <stdlib.h>

#include "lib/base/arena.h"
#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/large_memory.h"
#include "lib/base/table.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

static void check_bytes(void)
{
    struct bytes b = {0};
    ok(slice_is(bytes_slice(&b), ""), "an empty buffer is empty, not unknown");
    bytes_add(&b, NULL, 0);
    bytes_add_byte(&b, 'a');
    bytes_add_string(&b, "bc");
    bytes_add_slice(&b, slice_of("de"));
    bytes_add_slice(&b, slice_from(NULL, 0));
    bytes_add_repeated(&b, '.', 3);
    bytes_add_repeated(&b, '.', 0);
    bytes_add_format(&b, "%d%s", 12, "x");
    ok(slice_is(bytes_slice(&b), "abcde...12x"), "pieces are added in order");
    bytes_clear(&b);
    is_number(b.len, 0, "clearing forgets");
    for (int i = 0; i < 100000; i++)
        bytes_add_byte(&b, (char)i);
    size_t wrong = 0;
    for (int i = 0; i < 100000; i++)
        wrong += b.at[i] != (char)i;
    ok(b.len == 100000 && wrong == 0, "it grows and keeps what it holds");
    ok(!bytes_reserve(&b, SIZE_MAX - 10) && b.failed, "no such memory");
    bytes_add_string(&b, "more");
    bytes_add_format(&b, "%d", 1);
    is_number(b.len, 100000, "a failed buffer takes nothing more");
    bytes_clear(&b);
    bytes_add_string(&b, "again");
    ok(b.failed && b.len == 0, "clearing forgets no failure");
    bytes_free(&b);
    ok(b.at == NULL && b.len == 0 && b.cap == 0 && !b.failed,
       "freed, it starts anew");
}

static void check_slices(void)
{
    struct slice unknown = {NULL, 0}, empty = slice_of("");
    ok(!slice_equal(unknown, empty), "unknown is not empty");
    ok(slice_equal(unknown, unknown), "unknown is unknown");
    ok(slice_compare(unknown, empty) < 0, "unknown comes before empty");
    ok(slice_compare(empty, slice_of("a")) < 0, "the shorter comes first");
    ok(slice_compare(slice_of("b"), slice_of("ab")) > 0, "then by bytes");
    ok(slice_compare(slice_of("\xc3"), slice_of("z")) > 0, "bytes past 127");
    ok(slice_starts(slice_of("ab"), slice_of("a")), "starts with");
    ok(!slice_starts(slice_of("a"), slice_of("ab")), "a longer one does not");
    ok(slice_ends(slice_of("ab"), slice_of("b")), "ends with");
    ok(!slice_ends(slice_of("b"), slice_of("ab")), "a longer one does not");
}

/* Pieces of many sizes do not overlap, and all are aligned. */
static void check_arena(void)
{
    enum { PIECES = 3000 };
    static unsigned char *pieces[PIECES];
    static size_t sizes[PIECES];
    struct arena a = {0};
    size_t crooked = 0, wrong = 0;
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < PIECES; i++) {
            sizes[i] = random_below(one_in(500) ? 1000000 : 200);
            pieces[i] = arena_alloc(&a, sizes[i]);
            crooked += (uintptr_t)pieces[i] % alignof(max_align_t) != 0;
            memset(pieces[i], (int)(i & 0xff), sizes[i]);
        }
        for (size_t i = 0; i < PIECES; i++)
            for (size_t j = 0; j < sizes[i]; j++)
                wrong += pieces[i][j] != (i & 0xff);
        arena_reset(&a);
    }
    is_number(crooked, 0, "all pieces are aligned");
    is_number(wrong, 0, "no two pieces overlap");
    unsigned char *zeroed = arena_array(&a, 1000, 16);
    for (size_t i = 0; i < 16000; i++)
        wrong += zeroed[i] != 0;
    is_number(wrong, 0, "an array is cleared, though its memory was used");
    ok(arena_alloc(&a, SIZE_MAX) == NULL, "no such memory");
    ok(arena_array(&a, SIZE_MAX / 4, 16) == NULL, "a product that overflows");
    bool failed = false;
    struct slice copy = arena_copy(&a, slice_of("copy"), &failed);
    ok(slice_is(copy, "copy") && copy.at[4] == '\0' && !failed,
       "a copy ends in NUL");
    ok(!slice_known(arena_copy(&a, slice_from(NULL, 0), &failed)) && !failed,
       "unknown is copied as unknown");
    ok(slice_is(arena_copy(&a, slice_of(""), &failed), ""), "empty as empty");
    arena_free(&a);
    arena_free(&a);
    ok(a.block == NULL, "freed twice does no harm");
}

/* What was given back, or not taken, is handed out again. */
static void check_arena_reuse(void)
{
    enum { LARGE = 5 * 1024 * 1024 };
    struct arena a = {0};
    char *first = arena_alloc(&a, LARGE);
    arena_reset(&a);
    ok(arena_alloc(&a, LARGE) == first, "all of a block is used again");
    arena_reset(&a);
    char *room = arena_room(&a, 100);
    ok(room == first, "and so is a part of it");
    arena_take(&a, 17);
    char *behind = arena_alloc(&a, 1);
    ok(behind >= room + 17 && behind < room + 100,
       "what of a room is not taken comes next");
    arena_free(&a);
}

static void check_table(void)
{
    enum { KEYS = 200000 };
    struct table t = {0};
    struct arena a = {0};
    struct slice *keys = calloc(KEYS, sizeof *keys);
    bool failed = keys == NULL, added;
    size_t wrong = 0;
    ok(table_find(&t, slice_of("x")) == NULL, "an empty table has nothing");
    for (size_t i = 0; !failed && i < KEYS; i++) {
        char name[32];
        snprintf(name, sizeof name, "%zx", i * 7919);
        keys[i] = arena_copy(&a, slice_of(name), &failed);
        size_t *value = table_add(&t, keys[i], i, &added);
        wrong += value == NULL || *value != i || !added;
    }
    ok(!failed && wrong == 0 && t.count == KEYS, "%d keys are added", KEYS);
    for (size_t i = 0; !failed && i < KEYS; i++) {
        size_t *found = table_find(&t, keys[i]);
        wrong += found == NULL || *found != i;
        size_t *again = table_add(&t, keys[i], i + 1, &added);
        wrong += again == NULL || *again != i || added;
        wrong +=
            table_find(&t, slice_from(keys[i].at, keys[i].len + 1)) != NULL;
    }
    is_number(wrong, 0, "each is found, and not added twice");
    table_clear(&t);
    ok(t.count == 0 && table_find(&t, keys[0]) == NULL, "clearing empties it");
    table_add(&t, slice_of(""), 9, &added);
    ok(added && *table_find(&t, slice_of("")) == 9, "an empty key is a key");
    table_free(&t);
    arena_free(&a);
    free(keys);
}

/* One large use must not make each of many small ones as expensive. */
static void check_table_that_was_large(void)
{
    static char keys[4096][2];
    struct table t = {0};
    bool added;
    for (size_t i = 0; i < 4096; i++) {
        keys[i][0] = (char)(i & 0xff);
        keys[i][1] = (char)(i >> 8);
        table_add(&t, slice_from(keys[i], 2), i, &added);
    }
    size_t large = t.cap;
    table_clear(&t);
    ok(t.count == 0 && t.cap == large, "a table keeps what was used of it");
    table_add(&t, slice_of("a"), 1, &added);
    table_clear(&t);
    ok(table_find(&t, slice_of("a")) == NULL && t.cap < large,
       "and gives back what was not");
    table_free(&t);
}

static void check_hash(void)
{
    struct bytes b = {0};
    hash_add_hex(&b, UINT64_C(0x0123456789abcdef), 16);
    ok(slice_is(bytes_slice(&b), "0123456789abcdef"), "all digits of a hash");
    bytes_clear(&b);
    hash_add_hex(&b, UINT64_C(0x0123456789abcdef), 6);
    ok(slice_is(bytes_slice(&b), "012345"), "the first digits of a hash");
    /* The published value for no bytes at all. */
    ok(hash_bytes(slice_of("")) == UINT64_C(0x2d06800538d394c2),
       "XXH3-64 of nothing");
    bytes_free(&b);
}

/* Large memory keeps what it holds when it grows from little to much. */
static void check_large_memory(void)
{
    static const size_t sizes[] = {1,      100,    4096,    131071,
                                   131072, 131073, 1000000, 33000000};
    size_t size = 0, wrong = 0;
    unsigned char *at = NULL;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        at = large_memory_grow(at, size, sizes[i]);
        for (size_t j = 0; j < size; j += 97)
            wrong += at[j] != j % 251;
        for (; size < sizes[i]; size++)
            at[size] = (unsigned char)(size % 251);
    }
    is_number(wrong, 0, "large memory keeps what it holds when it grows");
    ok(large_memory_grow(at, size, SIZE_MAX / 2) == NULL &&
           at[size - 1] == (size - 1) % 251,
       "without memory it stays as it was");
    large_memory_free(at, size);
    large_memory_free(NULL, 0);
}

int main(void)
{
    check_bytes();
    check_slices();
    check_arena();
    check_large_memory();
    check_arena_reuse();
    check_table();
    check_table_that_was_large();
    check_hash();
    return done_testing();
}
