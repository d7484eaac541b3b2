#include "cmd/command.h"
#include "cmd/profiles.h"
#include "lib/io/pages.h"
#include "lib/io/rejects.h"
#include "lib/parse/html/html.h"
#include "lib/parse/page_jobs.h"
#include "lib/parse/sources.h"
#include "lib/parse/table_columns.h"

enum {
    PAGE_MOST = 64 * 1024 * 1024,
    DEPTH_MOST = 60000,
    ATTRIBUTES_MOST = 10000,
    NODES_MOST = 1000 * 1000 * 1000
};
enum {
    OPTION_MAX_PAGE = 1000,
    OPTION_MAX_DEPTH,
    OPTION_MAX_ATTRIBUTES,
    OPTION_MAX_NODES,
    OPTION_FROM,
    OPTION_URL,
    OPTION_TRACE,
    OPTION_MAP,
    OPTION_CHECK_PROFILE,
    OPTION_PRINT_PROFILE
};

struct vparse {
    struct command command;
    struct page_reader reader;
    struct page_jobs *jobs;
    size_t workers;
    size_t damaged; /* pages with bytes that were no text, or past a limit */
    size_t rows;    /* that were rejected in tables... */
    size_t tables;  /* ...and how many of these are whole tables */
    bool kept;      /* some of them, among the rejects */
    size_t unknown; /* pages of no known form */
    struct table_map map;
    struct html_limits limits;
    struct profiles profiles;
};

static const struct option names[] = {
    {"jobs", required_argument, NULL, 'j'},
    {"profile", required_argument, NULL, 'p'},
    {"check-profile", required_argument, NULL, OPTION_CHECK_PROFILE},
    {"print-profile", required_argument, NULL, OPTION_PRINT_PROFILE},
    {"map", required_argument, NULL, OPTION_MAP},
    {"trace", no_argument, NULL, OPTION_TRACE},
    {"max-page", required_argument, NULL, OPTION_MAX_PAGE},
    {"max-depth", required_argument, NULL, OPTION_MAX_DEPTH},
    {"max-attributes", required_argument, NULL, OPTION_MAX_ATTRIBUTES},
    {"max-nodes", required_argument, NULL, OPTION_MAX_NODES},
    {"from", required_argument, NULL, OPTION_FROM},
    {"url", required_argument, NULL, OPTION_URL},
    {0}};

static bool take_number(const char *option, const char *argument,
                        unsigned long long least, unsigned long long most,
                        size_t *number, struct diag *d)
{
    unsigned long long read;
    if (!command_read_number(option, argument, least, most, &read, d))
        return false;
    *number = (size_t)read;
    return true;
}

static bool take(void *self, int option, const char *argument, struct diag *d)
{
    struct vparse *v = self;
    switch (option) {
    case OPTION_FROM:
        if (page_format_find(argument, &v->reader.format))
            return true;
        diag_set(d, NULL, 0, 0, "--from: no format '%.60s'", argument);
        return false;
    case OPTION_URL:
        v->reader.url = slice_of(argument);
        return true;
    case 'p':
        return profiles_add(&v->profiles, argument, &v->command.listener, d);
    case OPTION_CHECK_PROFILE:
        return profiles_add_check(&v->profiles, argument, d);
    case OPTION_PRINT_PROFILE:
        v->profiles.print = argument;
        return true;
    case OPTION_MAP:
        return table_map_read(&v->map, argument, d);
    case OPTION_TRACE:
        v->profiles.choice.trace = true;
        return true;
    case 'j':
        return command_read_jobs(argument, &v->workers, d);
    case OPTION_MAX_DEPTH:
        return take_number("--max-depth", argument, 2, DEPTH_MOST,
                           &v->limits.depth, d);
    case OPTION_MAX_ATTRIBUTES:
        return take_number("--max-attributes", argument, 1, ATTRIBUTES_MOST,
                           &v->limits.attributes, d);
    case OPTION_MAX_NODES:
        return take_number("--max-nodes", argument, 1, NODES_MOST,
                           &v->limits.nodes, d);
    default:
        return take_number("--max-page", argument, 1, PAGE_MOST * 64ull,
                           &v->reader.page_most, d);
    }
}

static const struct program program = {
    .name = "vparse",
    .synopsis = "[options] [FILE...]",
    .about = "Turns review pages into tool and review records.",
    .unit = "pages",
    .options =
        "  -p, --profile=NAME    read pages by this profile, a file or a name\n"
        "      --check-profile=F say what is wrong with a profile, and end\n"
        "      --print-profile=N print a profile that comes along, and end\n"
        "      --trace           tell which rule took which line of a page\n"
        "  -j, --jobs=N          parse N pages at a time; 0: one a processor\n"
        "      --from=FORMAT     auto, html, text, csv, tsv, warc, http, "
        "mhtml,\n"
        "                        jsonl or jsonld\n"
        "      --map=FIELD=COLUMN,...  which columns of tables state what\n"
        "      --url=URL         the address of pages that come without one\n"
        "      --max-page=BYTES  reject larger pages (default 64 MiB)\n"
        "      --max-depth=N, --max-attributes=N, --max-nodes=N\n"
        "                        leave out what an HTML page has more of\n",
    .letters = "j:p:",
    .names = names,
    .take = take,
};

static bool take_page(void *self, const struct page *page)
{
    struct vparse *v = self;
    return page_jobs_add(v->jobs, page);
}

static bool settle(void *self)
{
    struct vparse *v = self;
    return page_jobs_settle(v->jobs);
}

/* What the reader of pages says has its place between them. */
static void hear(void *self, const struct diag *d)
{
    struct vparse *v = self;
    page_jobs_tell(v->jobs, d);
}

static void keep_rows(struct vparse *v, struct slice rejects)
{
    struct output *to = v->command.stream.rejects;
    if (rejects.len == 0)
        return;
    if (v->kept || v->reader.rejected != 0)
        rejects_add(to, table_mark);
    rejects_add(to, rejects);
    v->kept = true;
}

static bool write_records(void *self, struct slice records,
                          const struct parse_result *result)
{
    struct vparse *v = self;
    v->damaged += result->damaged != 0 || result->left_out != 0;
    v->rows += result->rejected;
    v->tables += result->tables_rejected;
    v->unknown += result->unknown;
    keep_rows(v, bytes_slice(&result->rejects));
    command_write_lines(&v->command, records);
    return command_output_ok(&v->command) &&
           (v->rows == 0 || !v->command.stream.strict);
}

static void fail(void *self, const struct diag *d)
{
    struct vparse *v = self;
    command_fail(&v->command, d);
}

static bool start_jobs(struct vparse *v)
{
    struct page_jobs_user user = {&v->profiles.choice,
                                  &v->command.listener,
                                  write_records,
                                  fail,
                                  v,
                                  v->command.output.line_buffered};
    struct diag d;
    v->profiles.choice.strict = v->command.stream.strict;
    v->profiles.choice.rejects = v->command.stream.rejects != NULL;
    v->jobs = page_jobs_start(v->workers, &user, &d);
    if (v->jobs == NULL)
        command_fail(&v->command, &d);
    return v->jobs != NULL;
}

/* What only counts when all pages are read. */
static void tell_counts(struct vparse *v)
{
    struct command *c = &v->command;
    struct diag d;
    if (v->unknown > 1) {
        diag_set(&d, NULL, 0, 0, "%zu of %zu pages of no known form",
                 v->unknown, c->stream.taken);
        command_note(c, &d);
    }
    profiles_tell_idle(&v->profiles, c);
    size_t rows = v->rows - v->tables;
    if (rows != 0) {
        diag_set(&d, NULL, 0, 0, "%zu row%s of tables rejected", rows,
                 rows == 1 ? "" : "s");
        command_note(c, &d);
    }
    if (v->tables != 0) {
        diag_set(&d, NULL, 0, 0, "%zu table%s rejected as a whole", v->tables,
                 v->tables == 1 ? "" : "s");
        command_note(c, &d);
    }
    c->broken = c->broken || (v->rows != 0 && c->stream.strict);
}

static void read_pages(struct vparse *v)
{
    struct command *c = &v->command;
    struct page_reader *r = &v->reader;
    struct listener listener = {hear, v};
    r->take = take_page;
    r->settle = settle;
    r->self = v;
    r->listener = &listener;
    r->rejects = c->stream.rejects;
    r->strict = c->stream.strict;
    r->line_most = c->stream.line_most;
    bool go_on = true;
    for (size_t i = 0; go_on && i < c->input_count; i++)
        go_on = sources_read(r, c->inputs[i]);
    page_jobs_finish(v->jobs);
    c->broken = c->broken || (r->strict && r->rejected != 0);
    c->stream.taken = r->taken;
    c->stream.rejected = r->rejected;
    c->stream.unreadable = r->unreadable;
    c->found = v->damaged != 0 || r->damaged != 0 || v->rows != 0;
    tell_counts(v);
    page_reader_free(r);
}

int main(int argc, char **argv)
{
    struct vparse v = {.reader = {.page_most = PAGE_MOST}, .workers = 1};
    int status;
    table_map_init(&v.map);
    v.limits = html_default_limits;
    v.profiles.choice.html = &v.limits;
    v.profiles.choice.map = &v.map;
    if (!command_start(&v.command, &program, &v, argc, argv, &status)) {
        profiles_free(&v.profiles);
        return status;
    }
    if (profiles_asked(&v.profiles))
        profiles_answer(&v.profiles, &v.command);
    else if (start_jobs(&v))
        read_pages(&v);
    profiles_free(&v.profiles);
    return command_finish(&v.command);
}
