#include "lib/record/side_by_side.h"

#include "lib/record/parts.h"

static void add_names(struct bytes *out, const struct side_by_side *s,
                      enum opinion opinion)
{
    const char *before = "";
    for (size_t i = 0; i < s->line_count; i++) {
        if (s->lines[i].opinion != opinion)
            continue;
        bytes_add_string(out, before);
        bytes_add_slice(out, s->lines[i].reviewer);
        before = ",";
    }
}

void opinions_add(struct bytes *out, const struct side_by_side *s)
{
    bytes_add_string(out, ",\"agree\":[");
    add_names(out, s, OPINION_AGREE);
    bytes_add_string(out, "],\"split\":[");
    add_names(out, s, OPINION_SPLIT);
    bytes_add_byte(out, ']');
}

void margin_add(struct bytes *out, const struct side_by_side *s)
{
    struct json_writer w = {.out = out};
    json_write_open(&w, '{');
    write_decimal(&w, "ship_pct", s->margin_ship_pct);
    write_decimal(&w, "score", s->margin_score);
    json_write_close(&w, '}');
}
