/* Blocks of lines: random texts through pipes, cut by reads of any size. */
#include "lib/io/blocks.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/io/input.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

/* A descriptor from which the text comes, written in pieces by a child. */
static int pipe_of(struct slice text, size_t piece, pid_t *child)
{
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    *child = fork();
    if (*child != 0) {
        close(ends[1]);
        return ends[0];
    }
    close(ends[0]);
    for (size_t at = 0; at < text.len;) {
        size_t most = 1 + random_below(piece);
        size_t len = text.len - at < most ? text.len - at : most;
        ssize_t put = write(ends[1], text.at + at, len);
        if (put < 0)
            _exit(1);
        at += (size_t)put;
    }
    _exit(0);
}

enum { INPUTS_MOST = 3, NAME_MOST = 32, READ_MOST = 256 * 1024 };

/* Texts, as inputs that have names. */
struct inputs {
    size_t count;
    struct bytes texts[INPUTS_MOST];
    int fds[INPUTS_MOST];
    pid_t children[INPUTS_MOST];
    char names[INPUTS_MOST][NAME_MOST];
    const char *sources[INPUTS_MOST];
};

static void inputs_open(struct inputs *in, size_t piece)
{
    for (size_t i = 0; i < in->count; i++) {
        in->fds[i] =
            pipe_of(bytes_slice(&in->texts[i]), piece, &in->children[i]);
        snprintf(in->names[i], NAME_MOST, "/dev/fd/%d", in->fds[i]);
        in->sources[i] = in->names[i];
    }
}

static void inputs_close(struct inputs *in)
{
    for (size_t i = 0; i < in->count; i++) {
        close(in->fds[i]);
        waitpid(in->children[i], NULL, 0);
        bytes_free(&in->texts[i]);
    }
}

/* How long the line is that begins there, without its LF. */
static size_t line_length(struct slice text, size_t at)
{
    const char *lf = memchr(text.at + at, '\n', text.len - at);
    return lf == NULL ? text.len - at : (size_t)(lf - text.at) - at;
}

/* Lines that begin where one begins, and end with one. */
static bool right_lines(const struct line_block *b, struct slice text,
                        bool in_long_line)
{
    size_t end = b->offset + b->text.len;
    return !in_long_line && b->text.len != 0 &&
           (b->offset == 0 || text.at[b->offset - 1] == '\n') &&
           (end == text.len || text.at[end - 1] == '\n');
}

/* A piece of a line that is too long, of which `before` bytes came before. */
static bool right_piece(const struct line_block *b, struct slice text,
                        size_t before, size_t most)
{
    size_t len = line_length(text, b->offset - before);
    size_t end = before + b->text.len;
    return len > most && (before != 0 || b->kind == BLOCK_PIECE) &&
           (b->kind == BLOCK_PIECE ? end <= len : end == len);
}

/* Whether more can be read than there is. */
static bool is_padded(const struct line_block *b)
{
    size_t end = (size_t)(b->text.at - b->memory.at) + b->text.len;
    return b->memory.cap >= end + WIDE_BEHIND;
}

static bool right_block(const struct line_block *b, struct slice text,
                        size_t at, size_t before, size_t most)
{
    return b->kind != BLOCK_FAILED && b->offset == at &&
           b->offset + b->text.len <= text.len &&
           b->memory.len <= most + 2 * READ_MOST && is_padded(b) &&
           memcmp(b->text.at, text.at + at, b->text.len) == 0 &&
           (b->kind == BLOCK_LINES ? right_lines(b, text, before != 0)
                                   : right_piece(b, text, before, most));
}

/* Reads all blocks, and compares them with the texts. */
static bool blocks_are(struct inputs *in, size_t most, size_t piece)
{
    struct block_reader r;
    struct line_block blocks[2] = {{.kind = BLOCK_LINES}};
    size_t ordinal = 0, input = 0, at = 0, before = 0;
    bool right = true;
    inputs_open(in, piece);
    block_reader_init(&r, in->sources, in->count, most);
    for (struct line_block *b = blocks; right && block_reader_next(&r, b);
         b = &blocks[ordinal % 2]) {
        for (; right && input < b->input; input++, at = 0)
            right = at == in->texts[input].len;
        struct slice text = bytes_slice(&in->texts[input]);
        right = right && b->ordinal == ordinal++ &&
                b->source == in->sources[input] &&
                right_block(b, text, at, before, most);
        at += b->text.len;
        before = b->kind == BLOCK_PIECE ? before + b->text.len : 0;
        if (b->kind == BLOCK_LAST_PIECE && at < text.len)
            at++;
    }
    for (; right && input < in->count; input++, at = 0)
        right = at == in->texts[input].len;
    block_reader_free(&r);
    line_block_free(&blocks[0]);
    line_block_free(&blocks[1]);
    inputs_close(in);
    return right && before == 0;
}

static void add_lines(struct bytes *text, size_t count, size_t longest)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t n = random_below(longest); n != 0; n--)
            bytes_add_byte(text, "abc \r\0\x80xyz"[random_below(10)]);
        if (i + 1 < count || one_in(2))
            bytes_add_byte(text, '\n');
    }
}

static void check_random_texts(void)
{
    size_t wrong = 0;
    for (int i = 0; i < 300; i++) {
        struct inputs in = {.count = 1 + random_below(INPUTS_MOST)};
        for (size_t j = 0; j < in.count; j++)
            add_lines(&in.texts[j], random_below(60), 1 + random_below(200));
        wrong += !blocks_are(&in, 1 + random_below(250), 1 + random_below(300));
    }
    is_number(wrong, 0, "small texts at any longest line");
    for (int i = 0; i < 6; i++) {
        struct inputs in = {.count = 1};
        add_lines(&in.texts[0], 12, 700000);
        wrong +=
            !blocks_are(&in, 1 + random_below(600000), 1 + random_below(70000));
    }
    is_number(wrong, 0, "lines longer than what is read at once");
}

static void check_small_texts(void)
{
    static const char *const texts[] = {"",        "\n",          "\n\n",
                                        "a",       "a\n",         "a\nb",
                                        "ab\nc\n", "abc\n\nab\n", "\nabcd"};
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (size_t most = 1; most < 5; most++) {
            struct inputs in = {.count = 1};
            bytes_add_string(&in.texts[0], texts[i]);
            wrong += !blocks_are(&in, most, 2);
        }
    }
    is_number(wrong, 0, "texts of a few bytes");
}

/* What was written comes, though more may follow. */
static void check_waiting(void)
{
    struct block_reader r;
    struct line_block b = {.kind = BLOCK_FAILED};
    char name[NAME_MOST];
    const char *source = name;
    int ends[2];
    if (pipe(ends) != 0 || write(ends[1], "one\nha", 6) != 6)
        return;
    snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
    block_reader_init(&r, &source, 1, 100);
    ok(block_reader_next(&r, &b) && b.kind == BLOCK_LINES &&
           slice_is(b.text, "one\n"),
       "a line comes before the next is whole");
    ok(write(ends[1], "lf\n", 3) == 3 && block_reader_next(&r, &b) &&
           slice_is(b.text, "half\n") && b.offset == 4,
       "then that one comes");
    close(ends[0]);
    close(ends[1]);
    ok(!block_reader_next(&r, &b), "then there are no more");
    block_reader_free(&r);
    line_block_free(&b);
}

static void check_failures(void)
{
    static const char *const sources[] = {"/nowhere/at/all", "/", "/dev/null"};
    struct block_reader r;
    struct line_block b = {.kind = BLOCK_LINES};
    struct bytes all = {0};
    struct diag d = {0};
    block_reader_init(&r, sources, 3, 100);
    for (size_t i = 0; i < 2; i++)
        ok(block_reader_next(&r, &b) && b.kind == BLOCK_FAILED &&
               b.input == i && b.ordinal == i &&
               strcmp(b.d.source, sources[i]) == 0 && b.d.message[0] != '\0',
           "%s has no lines, and says so", sources[i]);
    ok(!block_reader_next(&r, &b), "an empty input has no blocks");
    block_reader_free(&r);
    line_block_free(&b);
    int folder = open("/", O_RDONLY | O_DIRECTORY);
    ok(input_read_all(folder, "/", 100, &all, &d) == INPUT_FAILED,
       "a folder cannot be read whole");
    close(folder);
    ok(input_open("/nowhere/at/all", &d) < 0 && d.message[0] != '\0',
       "a missing file says so");
    bytes_free(&all);
}

static void check_reading_all(void)
{
    struct bytes text = {0}, all = {0};
    struct diag d;
    pid_t child = -1;
    add_lines(&text, 10, 100000);
    int fd = pipe_of(bytes_slice(&text), 70000, &child);
    ok(input_read_all(fd, "pipe", text.len, &all, &d) == INPUT_READ &&
           slice_equal(bytes_slice(&all), bytes_slice(&text)),
       "all of an input");
    close(fd);
    waitpid(child, NULL, 0);
    fd = pipe_of(bytes_slice(&text), 70000, &child);
    ok(input_read_all(fd, "pipe", text.len - 1, &all, &d) == INPUT_TOO_LARGE,
       "one byte too much");
    ok(slice_starts(bytes_slice(&text), bytes_slice(&all)),
       "then it holds the first of them");
    close(fd);
    waitpid(child, NULL, 0);
    bytes_free(&text);
    bytes_free(&all);
}

int main(void)
{
    check_small_texts();
    check_random_texts();
    check_waiting();
    check_failures();
    check_reading_all();
    return done_testing();
}
