/* What is noted of the texts of reviews. */
#include "lib/score/review_text.h"

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

/* A text of so many characters, all of them of so many bytes. */
static struct slice text_of(struct bytes *room, size_t characters, size_t bytes)
{
    static const char *const letters[] = {"", "a", "é", "…", "😀"};
    bytes_clear(room);
    for (size_t i = 0; i < characters; i++)
        bytes_add_string(room, letters[bytes]);
    return bytes_slice(room);
}

static void check_length(void)
{
    struct bytes room = {0};
    size_t wrong = 0;
    for (size_t characters = 0; characters < 300; characters++)
        for (size_t bytes = 1; bytes <= 4; bytes++)
            wrong += review_text_is_long(text_of(&room, characters, bytes)) !=
                     (characters >= TEXT_LEAST);
    is_number(wrong, 0, "a text is long from so many characters on");
    bytes_free(&room);
}

/*
 * Texts that differ anywhere in their first bytes have other beginnings, and
 * whatever follows these does not matter.
 */
static void check_beginnings(void)
{
    enum { BYTES = 200, ROUNDS = 20000 };
    char text[BYTES], other[BYTES];
    size_t alike = 0, unlike = 0;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < BYTES; i++)
            text[i] = other[i] = (char)('a' + random_below(26));
        size_t len = TEXT_LEAST + random_below(BYTES - TEXT_LEAST + 1);
        size_t at = random_below(BYTES);
        other[at] = (char)(other[at] ^ 1);
        uint32_t a = review_text_beginning(slice_from(text, BYTES));
        uint32_t b = review_text_beginning(slice_from(other, len));
        if (at < TEXT_LEAST)
            alike += a == b;
        else
            unlike += a != b;
        unlike += a >> BEGINNING_BITS != 0;
    }
    ok(alike < 20, "other beginnings have other numbers, all but a few");
    is_number(unlike, 0, "beginnings alone have theirs, of so many bits");
}

/* Equal texts, wherever they stand, have one signature; others have others. */
static void check_signatures(void)
{
    enum { BYTES = 300, ROUNDS = 20000 };
    char text[BYTES], other[BYTES + 1];
    size_t unlike = 0, alike = 0;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < BYTES; i++)
            text[i] = (char)random_below(256);
        size_t len = TEXT_LEAST + random_below(BYTES - TEXT_LEAST);
        memcpy(other + 1, text, BYTES);
        uint64_t signature = review_text_signature(slice_from(text, len));
        unlike +=
            signature != review_text_signature(slice_from(other + 1, len));
        alike += signature == review_text_signature(slice_from(text, len + 1));
        other[1 + len - 1] ^= 1;
        alike += signature == review_text_signature(slice_from(other + 1, len));
        other[1 + len - 1] ^= 1;
        other[1] ^= 1;
        alike += signature == review_text_signature(slice_from(other + 1, len));
    }
    is_number(unlike, 0, "equal texts have the same signature");
    is_number(alike, 0, "other lengths, beginnings and ends have others");
}

int main(void)
{
    check_length();
    check_beginnings();
    check_signatures();
    return done_testing();
}
