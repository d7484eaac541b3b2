#include <stdio.h>

#include "cmd/command.h"
#include "lib/io/input.h"
#include "lib/parse/parse.h"

enum { PAGE_MOST = 64 * 1024 * 1024 };
enum { OPTION_MAX_PAGE = 1000 };

struct vparse {
    struct command command;
    struct parser parser;
    size_t page_most;
    size_t damaged; /* pages with bytes that were no text */
    struct bytes page, records;
};

static const struct option names[] = {
    {"max-page", required_argument, NULL, OPTION_MAX_PAGE}, {0}};

static bool take(void *self, int option, const char *argument, struct diag *d)
{
    struct vparse *v = self;
    unsigned long long number;
    (void)option;
    if (!command_read_number("--max-page", argument, 1, PAGE_MOST * 64ull,
                             &number, d))
        return false;
    v->page_most = (size_t)number;
    return true;
}

static const struct program program = {
    .name = "vparse",
    .synopsis = "[options] [FILE...]",
    .about = "Turns review pages into tool and review records.",
    .unit = "pages",
    .options = "      --max-page=BYTES  reject larger pages (default 64 MiB)\n",
    .letters = "",
    .names = names,
    .take = take,
};

/* Rejects a page of which `page` holds the beginning; keeps all of it. */
static void reject(struct vparse *v, int fd, struct diag *d)
{
    struct command *c = &v->command;
    size_t len = v->page.len;
    rejects_add(c->stream.rejects, bytes_slice(&v->page));
    long got = 1;
    while (c->stream.rejects != NULL && got > 0) {
        bytes_clear(&v->page);
        if (!bytes_reserve(&v->page, BUFSIZ))
            break;
        got = input_read_some(fd, v->page.at, BUFSIZ);
        if (got > 0)
            rejects_add(c->stream.rejects, slice_from(v->page.at, (size_t)got));
        len += got > 0 ? (size_t)got : 0;
    }
    rejects_explain(c->stream.rejects, len, d);
    listener_tell(&c->listener, d);
    c->stream.rejected++;
}

/* Parses the page that was read; false when vparse cannot go on. */
static bool parse(struct vparse *v, const char *file)
{
    struct command *c = &v->command;
    struct parse_result result;
    struct page page = {
        .file = file, .name = file, .bytes = bytes_slice(&v->page), .line = 1};
    struct diag d;
    bytes_clear(&v->records);
    if (!parse_page(&v->parser, &page, &c->listener, &v->records, &result,
                    &d)) {
        command_fail(c, &d);
        return false;
    }
    c->stream.taken++;
    v->damaged += result.damaged != 0;
    command_write_lines(c, bytes_slice(&v->records));
    return command_output_ok(c);
}

static bool read_page(struct vparse *v, const char *file)
{
    struct command *c = &v->command;
    struct diag d;
    int fd = input_open(file, &d);
    enum input_result result =
        fd < 0 ? INPUT_FAILED
               : input_read_all(fd, file, v->page_most, &v->page, &d);
    bool go_on = true;
    if (result == INPUT_FAILED) {
        listener_tell(&c->listener, &d);
        c->stream.unreadable++;
    } else if (result == INPUT_TOO_LARGE) {
        diag_set(&d, file, 1, 1,
                 "a page of more than the %zu bytes allowed (--max-page)",
                 v->page_most);
        reject(v, fd, &d);
        go_on = !c->stream.strict;
        c->broken = c->broken || !go_on;
    } else {
        go_on = parse(v, file);
    }
    if (fd >= 0)
        input_close(fd);
    return go_on;
}

int main(int argc, char **argv)
{
    struct vparse v = {.page_most = PAGE_MOST};
    struct diag d;
    int status;
    if (!command_start(&v.command, &program, &v, argc, argv, &status))
        return status;
    if (!parser_init(&v.parser, &d))
        command_fail(&v.command, &d);
    else
        for (size_t i = 0; i < v.command.input_count; i++)
            if (!read_page(&v, v.command.inputs[i]))
                break;
    v.command.found = v.damaged != 0;
    parser_free(&v.parser);
    bytes_free(&v.page);
    bytes_free(&v.records);
    return command_finish(&v.command);
}
