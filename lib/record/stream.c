#include "lib/record/stream.h"

#include "lib/record/keyed.h"
#include "lib/record/line_jobs.h"

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

/* -- the loop ----------------------------------------------------------- */

/* The input being read. */
struct reading {
    struct record_stream *stream;
    record_taker *take;
    void *self;
    const char *source; /* NULL before the first */
    size_t input;       /* which one it is */
    size_t number;      /* of the line read last, from 1 */
    bool in_long_line;
    size_t long_len; /* of what was there of it so far */
};

static void reject(struct record_stream *s, size_t len, const struct diag *d)
{
    s->rejected++;
    listener_tell(s->listener, d);
    rejects_explain(s->rejects, len, d);
}

/* Rejects a line that is too long, when all of it went to the rejects. */
static bool reject_long_line(struct reading *g, size_t len)
{
    struct record_stream *s = g->stream;
    struct diag d;
    diag_set(&d, g->source, g->number, s->line_most + 1,
             "a line of %zu bytes, longer than the %zu allowed (--max-line)",
             len, s->line_most);
    reject(s, len, &d);
    return !s->strict;
}

static bool take_line(struct reading *g, const struct block_line *b,
                      size_t offset)
{
    struct record_stream *s = g->stream;
    struct record_line line = {g->source, g->number, b->text, offset,
                               b->prepared};
    struct diag d;
    diag_clear(&d);
    switch (g->take(g->self, &line, &d)) {
    case RECORD_TAKEN:
        s->taken++;
        return true;
    case RECORD_REJECTED:
        if (d.column != 0)
            d.column += (size_t)(b->text.at - b->whole.at);
        rejects_add(s->rejects, b->whole);
        reject(s, b->whole.len, &d);
        return !s->strict;
    default:
        if (d.message[0] != '\0')
            listener_tell(s->listener, &d);
        return false;
    }
}

/* `before`: the number of the line before the block. */
static bool take_block_line(struct reading *g, const struct line_block *b,
                            size_t before, const struct block_line *line)
{
    g->number = before + line->number;
    if (line->whole.len <= g->stream->line_most)
        return take_line(g, line,
                         b->offset + (size_t)(line->text.at - b->text.at));
    rejects_add(g->stream->rejects, line->whole);
    return reject_long_line(g, line->whole.len);
}

static bool take_lines(struct reading *g, const struct line_block *b)
{
    struct record_lines lines;
    struct block_line line = {.prepared = NULL};
    size_t before = g->number;
    bool go_on = true;
    record_lines_begin(&lines, b);
    while (go_on && record_lines_next(&lines, &line.whole, &line.text)) {
        line.number = lines.number;
        go_on = take_block_line(g, b, before, &line);
    }
    g->number = before + lines.number;
    return go_on;
}

static bool take_prepared_lines(struct reading *g, const struct line_job *job)
{
    size_t before = g->number;
    bool go_on = true;
    for (size_t i = 0; go_on && i < job->count; i++)
        go_on = take_block_line(g, &job->block, before, &job->lines[i]);
    g->number = before + job->line_count;
    return go_on;
}

/* The last piece is a block of its own, or missing where the input fails. */
static bool take_piece(struct reading *g, const struct line_block *b)
{
    if (!g->in_long_line) {
        g->number++;
        g->long_len = 0;
    }
    g->in_long_line = b->kind == BLOCK_PIECE;
    g->long_len += b->text.len;
    rejects_add(g->stream->rejects, b->text);
    return g->in_long_line || reject_long_line(g, g->long_len);
}

static bool take_failure(struct reading *g, const struct line_block *b)
{
    struct record_stream *s = g->stream;
    bool go_on = !g->in_long_line || reject_long_line(g, g->long_len);
    listener_tell(s->listener, &b->d);
    s->unreadable++;
    return go_on;
}

static bool take_block(struct reading *g, const struct line_block *b,
                       const struct line_job *job)
{
    if (g->source != b->source || g->input != b->input) {
        g->source = b->source;
        g->input = b->input;
        g->number = 0;
        g->in_long_line = false;
    }
    switch (b->kind) {
    case BLOCK_LINES:
        return job == NULL ? take_lines(g, b) : take_prepared_lines(g, job);
    case BLOCK_FAILED:
        return take_failure(g, b);
    default:
        return take_piece(g, b);
    }
}

static bool take_job(void *self, const struct line_job *job)
{
    struct reading *g = self;
    struct diag d;
    if (!job->failed)
        return take_block(g, &job->block, job);
    diag_no_memory(&d);
    listener_tell(g->stream->listener, &d);
    return false;
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
    struct reading g = {.stream = s, .take = take, .self = self};
    struct block_reader reader;
    bool started = false, go_on = true;
    block_reader_init(&reader, sources, source_count, s->line_most);
    if (s->preparer != NULL)
        go_on = line_jobs_run(&reader, s->preparer, s->line_most, take_job, &g,
                              &started);
    if (!started)
        go_on = read_in_order(&g, &reader);
    block_reader_free(&reader);
    return go_on;
}
