#include "lib/diff/patches.h"

#include "lib/base/hash.h"
#include "lib/diff/words.h"

/*
 * Less effort than for readers, in comparisons a byte: what is replaced as a
 * whole makes a patch only longer.
 */
enum { EFFORT_A_BYTE = 16, COPIED_LEAST = 12, HASH_DIGITS = 16 };

static struct slice hash_of(struct slice line, struct arena *arena,
                            bool *failed)
{
    struct bytes hex = {0};
    if (!slice_known(line))
        return line;
    hash_add_hex(&hex, hash_long_bytes(line), HASH_DIGITS);
    return arena_keep(arena, &hex, failed);
}

static bool starts_character(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

/* How many bytes two texts have in common at the start, whole characters. */
static size_t common_start(struct slice a, struct slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len, n = 0;
    while (n < shorter && a.at[n] == b.at[n])
        n++;
    while (n != 0 && ((n < a.len && !starts_character(a.at[n])) ||
                      (n < b.len && !starts_character(b.at[n]))))
        n--;
    return n;
}

static size_t common_end(struct slice a, struct slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len, n = 0;
    while (n < shorter && a.at[a.len - n - 1] == b.at[b.len - n - 1])
        n++;
    while (n != 0 && !starts_character(a.at[a.len - n]))
        n--;
    return n;
}

/*
 * The pieces so far, and how far both lines are told by them.  What comes
 * behind that is told by `old_at` and `new_at` when something is copied again.
 */
struct piece_list {
    struct slice old_line, new_line;
    struct patch_piece *at;
    size_t count;
    size_t old_told, new_told;
    size_t old_at, new_at;
};

static void add_bytes(struct piece_list *l, int64_t bytes)
{
    if (bytes != 0)
        l->at[l->count++] = (struct patch_piece){.bytes = bytes};
}

/* Tells what was passed over and what stands there now. */
static void tell_change(struct piece_list *l)
{
    add_bytes(l, -(int64_t)(l->old_at - l->old_told));
    if (l->new_at != l->new_told)
        l->at[l->count++] = (struct patch_piece){
            .text = slice_from(l->new_line.at + l->new_told,
                               l->new_at - l->new_told)};
    l->old_told = l->old_at;
    l->new_told = l->new_at;
}

/* Copies so many bytes, unless it is shorter to write them again. */
static void copy(struct piece_list *l, size_t len)
{
    bool worth_it = len >= COPIED_LEAST || l->new_at == 0 ||
                    l->old_at + len == l->old_line.len;
    if (worth_it)
        tell_change(l);
    l->old_at += len;
    l->new_at += len;
    if (!worth_it)
        return;
    add_bytes(l, (int64_t)len);
    l->old_told = l->old_at;
    l->new_told = l->new_at;
}

static bool compare(struct slice old_line, struct slice new_line,
                    struct arena *arena, struct patch *patch)
{
    size_t start = common_start(old_line, new_line);
    struct slice a = slice_after(old_line, start);
    struct slice b = slice_after(new_line, start);
    size_t end = common_end(a, b);
    a.len -= end;
    b.len -= end;
    struct change_words *runs;
    size_t count;
    if (words_compare(a, b, EFFORT_A_BYTE * (a.len + b.len), arena, &runs,
                      &count) == WORDS_NO_MEMORY)
        return false;
    struct piece_list l = {.old_line = old_line, .new_line = new_line};
    l.at = arena_array(arena, 2 * count + 4, sizeof *l.at);
    if (l.at == NULL)
        return false;
    copy(&l, start);
    for (size_t i = 0; i < count; i++) {
        if (runs[i].sign == '=')
            copy(&l, runs[i].text.len);
        l.old_at += runs[i].sign == '-' ? runs[i].text.len : 0;
        l.new_at += runs[i].sign == '+' ? runs[i].text.len : 0;
    }
    copy(&l, end);
    tell_change(&l);
    patch->pieces = l.at;
    patch->count = l.count;
    return true;
}

bool patch_make(const struct tool_lines *t, struct arena *arena,
                struct patch *patch)
{
    struct slice old_line = t->lines[0].text, new_line = t->lines[1].text;
    bool failed = false;
    *patch = (struct patch){.tool = t->tool,
                            .from = hash_of(old_line, arena, &failed),
                            .to = hash_of(new_line, arena, &failed),
                            .moved = t->moved,
                            .after = t->after};
    patch->has_line = slice_known(new_line) && !slice_equal(old_line, new_line);
    if (!patch->has_line)
        return !failed;
    if (!slice_known(old_line))
        old_line = slice_of("");
    return compare(old_line, new_line, arena, patch) && !failed;
}

bool patch_fits(struct slice hash, struct slice line)
{
    char hex[HASH_DIGITS];
    struct bytes written = {.at = hex, .cap = sizeof hex};
    if (!slice_known(line))
        return !slice_known(hash);
    hash_add_hex(&written, hash_long_bytes(line), HASH_DIGITS);
    return slice_equal(bytes_slice(&written), hash);
}

bool patch_apply(const struct patch *patch, struct slice old_line,
                 struct bytes *out)
{
    struct slice rest = slice_known(old_line) ? old_line : slice_of("");
    if (!patch->has_line) {
        bytes_add_slice(out, rest);
        return !out->failed;
    }
    for (size_t i = 0; i < patch->count; i++) {
        const struct patch_piece *piece = &patch->pieces[i];
        if (slice_known(piece->text)) {
            bytes_add_slice(out, piece->text);
            continue;
        }
        uint64_t bytes =
            piece->bytes < 0 ? -(uint64_t)piece->bytes : (uint64_t)piece->bytes;
        if (bytes > rest.len)
            return false;
        if (piece->bytes > 0)
            bytes_add(out, rest.at, (size_t)bytes);
        rest = slice_after(rest, (size_t)bytes);
    }
    return rest.len == 0 && !out->failed;
}
