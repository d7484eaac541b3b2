/*
 * A verdict's panel as JSON, which is most of what vscore writes.  Almost all
 * entries of a brief one are short strings that need no escape and scores from
 * 0 to 100: those are put together in room that is asked for once.
 */
#include "lib/base/scan16.h"
#include "lib/record/parts.h"
#include "lib/record/verdict.h"

enum { SHORT_MOST = 4 * SIXTEEN };

/* What stands around an entry's strings, and a bit more. */
enum { FRAME_MOST = 128, ENTRY_MOST = FRAME_MOST + 2 * SHORT_MOST };

static inline char *put(char *at, const char *literal)
{
    size_t len = strlen(literal);
    memcpy(at, literal, len);
    return at + len;
}

static inline char *put_judgement(char *at, enum judgement judgement)
{
    static const struct {
        char json[15], len;
    } words[] = {
        [JUDGEMENT_UNKNOWN] = {"null", 4},
        [JUDGEMENT_SHIP] = {"\"ship\"", 6},
        [JUDGEMENT_MIXED] = {"\"mixed\"", 7},
        [JUDGEMENT_SKIP] = {"\"skip\"", 6},
        [JUDGEMENT_UNRATED] = {"\"unrated\"", 9},
    };
    memcpy(at, words[judgement].json, sizeof words[judgement].json);
    return at + words[judgement].len;
}

/*
 * A short string with its quotation marks.  *odd collects what needs an
 * escape; up to fifteen bytes behind it are written too.
 */
static inline char *put_string(char *at, struct slice s, uint32_t *odd)
{
    if (!slice_known(s))
        return put(at, "null");
    *at++ = '"';
    for (size_t from = 0, len; from < s.len; from += len) {
        struct sixteen block = scan16_next(s.at + from, s.len - from, &len);
        *odd |= scan16_string_ends(block) & scan16_before(len);
        scan16_store(block, at + from);
    }
    at += s.len;
    *at++ = '"';
    return at;
}

/*
 * A brief entry; false, with nothing written, when not all of it is as short
 * and plain as most are.
 */
static bool write_short(struct json_writer *w, const struct panel_review *r)
{
    struct bytes *out = w->out;
    uint32_t odd = 0;
    if (slice_known(r->inferred) || r->others.len != 0 ||
        r->reviewer.len > SHORT_MOST || r->id.len > SHORT_MOST ||
        (r->score != DECIMAL_UNKNOWN &&
         (r->score < 0 || r->score > DECIMAL_SMALL_MOST)) ||
        !bytes_reserve(out, ENTRY_MOST))
        return false;
    char *at = out->at + out->len;
    *at = ',';
    at = put(at + w->comma, "{\"reviewer\":");
    at = put_string(at, r->reviewer, &odd);
    at = put(at, ",\"score\":");
    at = r->score == DECIMAL_UNKNOWN
             ? put(at, "null")
             : decimal_put_small(at, (unsigned)r->score);
    at = put_judgement(put(at, ",\"verdict\":"), r->verdict);
    at = put_string(put(at, ",\"id\":"), r->id, &odd);
    *at++ = '}';
    if (odd != 0)
        return false;
    out->len = (size_t)(at - out->at);
    w->comma = true;
    return true;
}

static void write_any(struct json_writer *w, const struct panel_review *r,
                      bool brief)
{
    json_write_open(w, '{');
    write_string(w, "reviewer", r->reviewer);
    write_decimal(w, "score", r->score);
    write_judgement(w, "verdict", r->verdict);
    if (!brief)
        write_string(w, "text", r->text);
    write_string(w, "id", r->id);
    if (slice_known(r->inferred)) {
        json_write_key(w, "inferred");
        json_write_raw(w, r->inferred);
    }
    write_others(w, r->others);
    json_write_close(w, '}');
}

void panel_write(struct json_writer *w, const struct verdict *v, bool brief)
{
    json_write_key(w, "panel");
    json_write_open(w, '[');
    for (size_t i = 0; i < v->panel_count; i++) {
        if (!brief || !write_short(w, &v->panel[i]))
            write_any(w, &v->panel[i], brief);
    }
    json_write_close(w, ']');
}
