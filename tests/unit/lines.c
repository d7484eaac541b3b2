/* Lines: random texts through a pipe, cut by reads of any size. */
#include "lib/io/lines.h"

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

/*
 * Reads all lines and compares them with the text: a line of at most `most`
 * bytes comes whole, a longer one in pieces of `most`, all numbered.
 */
static bool lines_are(struct slice text, size_t most, size_t piece)
{
    struct line_reader r;
    struct diag d;
    struct slice line;
    pid_t child = -1;
    int fd = pipe_of(text, piece, &child);
    size_t at = 0, number = 0;
    bool right = fd >= 0;
    line_reader_init(&r, fd, "pipe", most);
    while (right) {
        enum line_result result = line_reader_next(&r, &line, &d);
        if (result == LINE_NONE)
            break;
        struct slice rest = slice_after(text, at);
        const char *lf = memchr(rest.at, '\n', rest.len);
        size_t len = lf == NULL ? rest.len : (size_t)(lf - rest.at);
        number++;
        right = r.number == number;
        for (size_t done = 0; right && result == LINE_PIECE;) {
            right = len > most && line.len == most && done + most <= len &&
                    memcmp(line.at, rest.at + done, most) == 0;
            done += most;
            result = line_reader_more(&r, &line, &d);
            if (result == LINE_WHOLE) {
                right = right && done + line.len == len;
                rest = slice_after(rest, done);
                len -= done;
                at += done;
            }
        }
        right = right && result == LINE_WHOLE &&
                slice_equal(line, slice_from(rest.at, len)) && len <= most;
        at += len + (lf != NULL);
    }
    right =
        right && at == text.len && line_reader_next(&r, &line, &d) == LINE_NONE;
    line_reader_free(&r);
    close(fd);
    waitpid(child, NULL, 0);
    return right;
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
        struct bytes text = {0};
        add_lines(&text, random_below(60), 1 + random_below(200));
        wrong += !lines_are(bytes_slice(&text), 1 + random_below(250),
                            1 + random_below(300));
        bytes_free(&text);
    }
    is_number(wrong, 0, "small texts at any longest line");
    for (int i = 0; i < 6; i++) {
        struct bytes text = {0};
        add_lines(&text, 12, 700000);
        wrong += !lines_are(bytes_slice(&text), 1 + random_below(600000),
                            1 + random_below(70000));
        bytes_free(&text);
    }
    is_number(wrong, 0, "lines longer than the blocks they are read in");
}

static void check_small_texts(void)
{
    static const char *const texts[] = {"",        "\n",          "\n\n",
                                        "a",       "a\n",         "a\nb",
                                        "ab\nc\n", "abc\n\nab\n", "\nabcd"};
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t most = 1; most < 5; most++)
            wrong += !lines_are(slice_of(texts[i]), most, 2);
    is_number(wrong, 0, "texts of a few bytes");
}

/* The rest of a long line that nobody asked for is passed over. */
static void check_passing_over(void)
{
    struct line_reader r;
    struct slice line;
    struct diag d;
    pid_t child = -1;
    int fd = pipe_of(slice_of("123456789\nnext\n"), 4, &child);
    line_reader_init(&r, fd, "pipe", 4);
    ok(line_reader_next(&r, &line, &d) == LINE_PIECE && slice_is(line, "1234"),
       "the first piece of a long line");
    ok(line_reader_next(&r, &line, &d) == LINE_WHOLE &&
           slice_is(line, "next") && r.number == 2,
       "the line behind it");
    line_reader_free(&r);
    close(fd);
    waitpid(child, NULL, 0);
}

static void check_failures(void)
{
    struct line_reader r;
    struct slice line;
    struct diag d = {0};
    struct bytes all = {0};
    int folder = open("/", O_RDONLY | O_DIRECTORY);
    line_reader_init(&r, folder, "/", 100);
    ok(line_reader_next(&r, &line, &d) == LINE_FAILED &&
           strcmp(d.source, "/") == 0 && d.message[0] != '\0',
       "a folder has no lines, and says so");
    line_reader_free(&r);
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
    check_passing_over();
    check_failures();
    check_reading_all();
    return done_testing();
}
