#include "cmd/command.h"
#include "lib/io/pages.h"
#include "lib/parse/parse.h"
#include "lib/parse/sources.h"

enum { PAGE_MOST = 64 * 1024 * 1024 };
enum { OPTION_MAX_PAGE = 1000, OPTION_FROM, OPTION_URL };

struct vparse {
    struct command command;
    struct page_reader reader;
    struct parser parser;
    size_t damaged; /* pages with bytes that were no text */
    struct bytes records;
};

static const struct option names[] = {
    {"max-page", required_argument, NULL, OPTION_MAX_PAGE},
    {"from", required_argument, NULL, OPTION_FROM},
    {"url", required_argument, NULL, OPTION_URL},
    {0}};

static bool take(void *self, int option, const char *argument, struct diag *d)
{
    struct vparse *v = self;
    unsigned long long number;
    switch (option) {
    case OPTION_FROM:
        if (page_format_find(argument, &v->reader.format))
            return true;
        diag_set(d, NULL, 0, 0, "--from: no format '%.60s'", argument);
        return false;
    case OPTION_URL:
        v->reader.url = slice_of(argument);
        return true;
    default:
        if (!command_read_number("--max-page", argument, 1, PAGE_MOST * 64ull,
                                 &number, d))
            return false;
        v->reader.page_most = (size_t)number;
        return true;
    }
}

static const struct program program = {
    .name = "vparse",
    .synopsis = "[options] [FILE...]",
    .about = "Turns review pages into tool and review records.",
    .unit = "pages",
    .options =
        "      --from=FORMAT     auto, html, text, warc, http, mhtml or jsonl\n"
        "      --url=URL         the address of pages that come without one\n"
        "      --max-page=BYTES  reject larger pages (default 64 MiB)\n",
    .letters = "",
    .names = names,
    .take = take,
};

/* Parses a page; false when vparse cannot go on. */
static bool parse(void *self, const struct page *page)
{
    struct vparse *v = self;
    struct command *c = &v->command;
    struct parse_result result;
    struct diag d;
    bytes_clear(&v->records);
    if (!parse_page(&v->parser, page, &c->listener, &v->records, &result, &d)) {
        command_fail(c, &d);
        return false;
    }
    v->damaged += result.damaged != 0;
    command_write_lines(c, bytes_slice(&v->records));
    return command_output_ok(c);
}

static void read_pages(struct vparse *v)
{
    struct command *c = &v->command;
    struct page_reader *r = &v->reader;
    r->take = parse;
    r->self = v;
    r->listener = &c->listener;
    r->rejects = c->stream.rejects;
    r->strict = c->stream.strict;
    r->line_most = c->stream.line_most;
    bool go_on = true;
    for (size_t i = 0; go_on && i < c->input_count; i++)
        go_on = sources_read(r, c->inputs[i]);
    c->broken = c->broken || (r->strict && r->rejected != 0);
    c->stream.taken = r->taken;
    c->stream.rejected = r->rejected;
    c->stream.unreadable = r->unreadable;
    c->found = v->damaged != 0 || r->damaged != 0;
}

int main(int argc, char **argv)
{
    struct vparse v = {.reader = {.page_most = PAGE_MOST}};
    struct diag d;
    int status;
    if (!command_start(&v.command, &program, &v, argc, argv, &status))
        return status;
    if (!parser_init(&v.parser, &d))
        command_fail(&v.command, &d);
    else
        read_pages(&v);
    parser_free(&v.parser);
    page_reader_free(&v.reader);
    bytes_free(&v.records);
    return command_finish(&v.command);
}
