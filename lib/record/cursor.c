#include "lib/record/cursor.h"

void record_cursor_init(struct record_cursor *c, struct record_stream *s,
                        const char *const *source)
{
    *c = (struct record_cursor){.place = {.stream = s}};
    block_reader_init(&c->reader, source, 1, s->line_most);
}

void record_cursor_free(struct record_cursor *c)
{
    block_reader_free(&c->reader);
    line_block_free(&c->block);
}

/* Goes to the next block of lines. */
static bool next_block(struct record_cursor *c)
{
    while (!c->stopped && block_reader_next(&c->reader, &c->block)) {
        line_place_enter(&c->place, &c->block);
        if (c->block.kind == BLOCK_LINES) {
            c->before = c->place.number;
            record_lines_begin(&c->lines, &c->block);
            return true;
        }
        c->stopped = !line_place_pass(&c->place, &c->block);
    }
    return false;
}

/* Goes to the next line of the block. */
static bool next_of_block(struct record_cursor *c)
{
    struct slice text;
    bool go_on = !c->stopped;
    while (go_on && record_lines_next(&c->lines, &c->whole, &text)) {
        c->place.number = c->before + c->lines.number;
        if (!line_place_check(&c->place, c->whole, &go_on))
            continue;
        size_t offset = c->block.offset + (size_t)(text.at - c->block.text.at);
        c->line = (struct record_line){c->place.source, c->place.number, text,
                                       offset, NULL};
        return true;
    }
    c->stopped = !go_on;
    c->place.number = c->before + c->lines.number;
    return false;
}

bool record_cursor_next(struct record_cursor *c)
{
    if (c->line.text.at != NULL)
        c->place.stream->taken++;
    c->line.text = slice_from(NULL, 0);
    while (!next_of_block(c))
        if (!next_block(c))
            return false;
    return true;
}

void record_cursor_reject(struct record_cursor *c, struct diag *d)
{
    c->stopped =
        !line_place_reject(&c->place, c->whole, c->line.text, d) || c->stopped;
    c->line.text = slice_from(NULL, 0);
}
