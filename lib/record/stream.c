#include "lib/record/stream.h"

#include "lib/record/keyed.h"
#include "lib/record/line_jobs.h"
#include "lib/record/line_place.h"

/* -- lines -------------------------------------------------------------- */

void record_lines_begin(struct record_lines *l, const struct line_block *b)
{
    *l = (struct record_lines){b->text, 0, b->offset == 0};
}

static bool is_blank(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != ' ' && s.at[i] != '\t' && s.at[i] != '\r')
            return false;
    return true;
}

/* The line without what may stand around a record. */
static struct slice without_marks(struct slice line, bool beginning)
{
    static const struct slice order_mark = SLICE("\xef\xbb\xbf");
    if (beginning && slice_starts(line, order_mark))
        line = slice_after(line, order_mark.len);
    if (line.len != 0 && line.at[0] == '\x1e')
        line = slice_after(line, 1);
    if (line.len != 0 && line.at[line.len - 1] == '\r')
        line.len--;
    return line.len != 0 && line.at[0] == '{' ? line : keyed_record(line);
}

bool record_lines_next(struct record_lines *l, struct slice *line,
                       struct slice *text)
{
    while (l->rest.len != 0) {
        *line = line_block_take(&l->rest);
        *text = without_marks(*line, l->beginning);
        l->beginning = false;
        l->number++;
        if (!is_blank(*text))
            return true;
    }
    return false;
}

struct slice record_lines_pass(struct record_lines *l, struct slice text)
{
    struct slice behind = slice_after(l->rest, text.len), line = text;
    if (behind.len != 0 && behind.at[0] == '\r') {
        line.len++;
        behind = slice_after(behind, 1);
    }
    l->rest = behind.len == 0 ? behind : slice_after(behind, 1);
    l->beginning = false;
    l->number++;
    return line;
}

/* -- the loop ----------------------------------------------------------- */

/* The input being read. */
struct reading {
    struct line_place place;
    record_taker *take;
    void *self;
    struct diag d; /* of the line at hand */
};

static bool take_line(struct reading *g, const struct block_line *b,
                      size_t offset)
{
    struct record_stream *s = g->place.stream;
    struct record_line line = {g->place.source, g->place.number, b->text,
                               offset, b->prepared};
    diag_clear(&g->d);
    switch (g->take(g->self, &line, &g->d)) {
    case RECORD_TAKEN:
        s->taken++;
        return true;
    case RECORD_REJECTED:
        return line_place_reject(&g->place, b->whole, b->text, &g->d);
    default:
        if (g->d.message[0] != '\0')
            listener_tell(s->listener, &g->d);
        return false;
    }
}

/* `before`: the number of the line before the block. */
static bool take_block_line(struct reading *g, const struct line_block *b,
                            size_t before, const struct block_line *line)
{
    bool go_on;
    g->place.number = before + line->number;
    if (!line_place_check(&g->place, line->whole, &go_on))
        return go_on;
    return take_line(g, line, b->offset + (size_t)(line->text.at - b->text.at));
}

static bool take_lines(struct reading *g, const struct line_block *b)
{
    struct record_lines lines;
    struct block_line line = {.prepared = NULL};
    size_t before = g->place.number;
    bool go_on = true;
    record_lines_begin(&lines, b);
    while (go_on && record_lines_next(&lines, &line.whole, &line.text)) {
        line.number = lines.number;
        go_on = take_block_line(g, b, before, &line);
    }
    g->place.number = before + lines.number;
    return go_on;
}

/* Announces the lines that come so many lines later. */
static void expect_lines(const struct record_preparer *p,
                         const struct line_job *job, size_t at)
{
    enum { FAR = 16, NEAR = 8 };
    if (at + FAR < job->count && job->lines[at + FAR].prepared != NULL)
        p->expect(p->self, job->lines[at + FAR].prepared);
    if (at + NEAR < job->count && job->lines[at + NEAR].prepared != NULL)
        p->expect_soon(p->self, job->lines[at + NEAR].prepared);
}

static bool take_prepared_lines(struct reading *g, const struct line_job *job)
{
    size_t before = g->place.number;
    bool go_on = true;
    for (size_t i = 0; go_on && i < job->count; i++) {
        expect_lines(g->place.stream->preparer, job, i);
        go_on = take_block_line(g, &job->block, before, &job->lines[i]);
    }
    g->place.number = before + job->line_count;
    return go_on;
}

static bool take_block(struct reading *g, const struct line_block *b,
                       const struct line_job *job)
{
    line_place_enter(&g->place, b);
    if (b->kind != BLOCK_LINES)
        return line_place_pass(&g->place, b);
    return job == NULL ? take_lines(g, b) : take_prepared_lines(g, job);
}

static bool stop_without_memory(const struct reading *g)
{
    struct diag d;
    diag_no_memory(&d);
    listener_tell(g->place.stream->listener, &d);
    return false;
}

static bool take_job(void *self, const struct line_job *job)
{
    struct reading *g = self;
    return job->failed ? stop_without_memory(g)
                       : take_block(g, &job->block, job);
}

/* With what a preparer makes of the lines. */
static bool read_prepared(struct reading *g, struct block_reader *reader)
{
    const struct record_stream *s = g->place.stream;
    switch (line_jobs_run(reader, s->preparer, take_job, g)) {
    case LINE_JOBS_DONE:
        return true;
    case LINE_JOBS_STOPPED:
        return false;
    default:
        return stop_without_memory(g);
    }
}

static bool read_in_order(struct reading *g, struct block_reader *reader)
{
    struct line_block block = {0};
    bool go_on = true;
    while (go_on && block_reader_next(reader, &block))
        go_on = take_block(g, &block, NULL);
    line_block_free(&block);
    return go_on;
}

bool record_stream_read(struct record_stream *s, const char *const *sources,
                        size_t source_count, record_taker *take, void *self)
{
    struct reading g = {.place = {.stream = s}, .take = take, .self = self};
    struct block_reader reader;
    block_reader_init(&reader, sources, source_count, s->line_most);
    bool go_on = s->preparer == NULL ? read_in_order(&g, &reader)
                                     : read_prepared(&g, &reader);
    block_reader_free(&reader);
    return go_on;
}
