#include "lib/render/words.h"

#include "lib/base/text.h"
#include "lib/json/fields.h"

/* What is not known is shown as such and never left blank. */
static const char unknown_words[] = "–";

void words_add_number(struct bytes *out, int64_t hundredths)
{
    if (hundredths == DECIMAL_UNKNOWN)
        bytes_add_string(out, unknown_words);
    else
        decimal_add(out, hundredths);
}

void words_add_percent(struct bytes *out, int64_t hundredths)
{
    words_add_number(out, hundredths);
    if (hundredths != DECIMAL_UNKNOWN)
        bytes_add_byte(out, '%');
}

void words_add_count(struct bytes *out, int64_t count)
{
    if (count < 0)
        bytes_add_string(out, unknown_words);
    else
        bytes_add_integer(out, count);
}

void words_add_counted(struct bytes *out, int64_t count, const char *thing)
{
    words_add_count(out, count);
    bytes_add_byte(out, ' ');
    bytes_add_string(out, thing);
    bytes_add_string(out, count == 1 ? "" : "s");
}

bool words_share_is_of_reviews(const struct verdict *v)
{
    int64_t mixed = v->mixed < 0 ? 0 : v->mixed;
    return v->ship >= 0 && v->skip >= 0 &&
           v->ship + v->skip + mixed == v->reviews;
}

void words_add_panel(struct bytes *out, const struct verdict *v)
{
    const char *of = words_share_is_of_reviews(v) ? " ship of " : " ship, ";
    if (v->ship_pct != DECIMAL_UNKNOWN) {
        words_add_percent(out, v->ship_pct);
        bytes_add_string(out, v->reviews > 0 ? of : " ship");
    }
    if (v->reviews > 0)
        words_add_counted(out, v->reviews, "review");
    else if (v->ship_pct == DECIMAL_UNKNOWN)
        bytes_add_string(out, "no reviews");
}

const char *words_basis(const struct verdict *v)
{
    return slice_is(v->basis, "stated")      ? "as stated"
           : slice_is(v->basis, "aggregate") ? "by rating"
                                             : NULL;
}

void words_add_interval(struct bytes *out, int64_t low, int64_t high)
{
    words_add_number(out, low);
    bytes_add_string(out, " to ");
    words_add_number(out, high);
}

static void add_remark(struct bytes *out, size_t start, const char *remark)
{
    bytes_add_string(out, out->len == start ? "" : ", ");
    bytes_add_string(out, remark);
}

void words_add_standing(struct bytes *out, const struct verdict *v)
{
    size_t start = out->len;
    if (v->provisional)
        add_remark(out, start, "provisional");
    if (words_basis(v) != NULL)
        add_remark(out, start, words_basis(v));
    if (v->held != JUDGEMENT_UNKNOWN) {
        add_remark(out, start, judgement_title(v->held));
        bytes_add_string(out, " without the margin");
    }
}

void words_add_capitalized(struct bytes *out, struct slice s)
{
    if (!slice_known(s) || s.len == 0) {
        bytes_add_string(out, unknown_words);
    } else if (s.at[0] >= 'a' && s.at[0] <= 'z') {
        bytes_add_byte(out, (char)(s.at[0] - 'a' + 'A'));
        bytes_add_slice(out, slice_after(s, 1));
    } else {
        bytes_add_slice(out, s);
    }
}

void words_add_json(struct bytes *out, struct slice json)
{
    if (!slice_known(json) || slice_is(json, "null")) {
        bytes_add_string(out, "nothing");
        return;
    }
    /* It was JSON when the record was read; only strings are decoded. */
    if (json.len < 2 || json.at[0] != '"') {
        bytes_add_slice(out, json);
        return;
    }
    struct field string = {.kind = FIELD_STRING,
                           .escaped = memchr(json.at, '\\', json.len) != NULL,
                           .raw = slice_from(json.at + 1, json.len - 2)};
    field_add_decoded(out, &string);
}

void words_add_title(struct bytes *out, const struct comparison *c)
{
    if (slice_known(c->title)) {
        bytes_add_slice(out, c->title);
        return;
    }
    bytes_add_slice(out, verdict_name(&c->a));
    bytes_add_string(out, " vs ");
    bytes_add_slice(out, verdict_name(&c->b));
}

void words_add_winner(struct bytes *out, const struct comparison *c)
{
    if (c->winner == SIDE_TIE)
        bytes_add_string(out, "Tie");
    if (c->winner != SIDE_A && c->winner != SIDE_B)
        return;
    bytes_add_string(out, "Winner: ");
    bytes_add_slice(out, verdict_name(c->winner == SIDE_A ? &c->a : &c->b));
}

void words_add_matrix_title(struct bytes *out, const struct matrix *m)
{
    if (slice_known(m->title)) {
        bytes_add_slice(out, m->title);
        return;
    }
    size_t named = matrix_named(m->tool_count);
    for (size_t i = 0; i < named; i++) {
        bytes_add_string(out, i == 0 ? "" : " vs ");
        bytes_add_slice(out, verdict_name(&m->tools[i]));
    }
    if (named < m->tool_count)
        bytes_add_format(out, " and %zu more", m->tool_count - named);
}

void words_add_matrix_winner(struct bytes *out, const struct matrix *m)
{
    size_t first = 0;
    for (size_t i = 0; i < m->tool_count; i++)
        first += m->winner[i];
    bool any = false;
    for (size_t i = 0; i < m->tool_count; i++) {
        if (!m->winner[i])
            continue;
        bytes_add_string(out, any ? ", " : first == 1 ? "Winner: " : "Tie: ");
        bytes_add_slice(out, verdict_name(&m->tools[i]));
        any = true;
    }
}

void words_add_delta(struct bytes *out, const struct scorecard_row *row)
{
    int64_t delta = row->delta;
    if (delta == DECIMAL_UNKNOWN)
        return;
    if (delta == 0) {
        bytes_add_string(out, "level");
        return;
    }
    bytes_add_format(out, "%s leads by ", delta < 0 ? "A" : "B");
    decimal_add(out, delta < 0 ? -delta : delta);
}

void words_add_list(struct bytes *out, const struct slice *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i != 0)
            bytes_add_string(out, ", ");
        bytes_add_slice(out, items[i]);
    }
}

struct slice words_source(const struct verdict_source *s)
{
    return slice_known(s->url)    ? s->url
           : slice_known(s->file) ? s->file
                                  : s->page;
}

void words_add_place(struct bytes *out, const struct verdict_source *s)
{
    bytes_add_slice(out, words_source(s));
    if (!slice_known(s->url) && slice_known(s->file) && s->line > 0)
        bytes_add_format(out, ":%lld", (long long)s->line);
}

void words_add_subject(struct bytes *out, const struct change *c)
{
    /* "pricing pricing" would say nothing more. */
    bool field =
        slice_known(c->field) && !slice_is(c->field, change_kind_word(c->kind));
    if (field)
        bytes_add_slice(out, c->field);
    if (!slice_known(c->reviewer))
        return;
    bytes_add_string(out, field ? " by " : "by ");
    bytes_add_slice(out, c->reviewer);
}

void words_add_origin(struct bytes *out, const struct change *c)
{
    static const char *const by[] = {
        [CHANGE_BY_NOBODY] = NULL,         [CHANGE_BY_OURS] = "ours",
        [CHANGE_BY_THEIRS] = "theirs",     [CHANGE_BY_BOTH] = "both",
        [CHANGE_BY_CONFLICT] = "conflict",
    };
    size_t start = out->len;
    if (by[c->by] != NULL)
        add_remark(out, start, by[c->by]);
    if (c->since_policy)
        add_remark(out, start, "policy alone");
}

struct change words_theirs(const struct change *c)
{
    struct change theirs = *c;
    theirs.new_value = c->theirs->new_value;
    theirs.cause = c->theirs->cause;
    theirs.words = c->theirs->words;
    theirs.word_count = c->theirs->word_count;
    theirs.theirs = NULL;
    return theirs;
}

struct words_values words_values(const struct change *c)
{
    bool was = !slice_is(c->old_value, "null");
    bool is = !slice_is(c->new_value, "null");
    /* Beside a side that kept the tool, that one went is to be seen. */
    bool goes = c->kind != CHANGE_REMOVED || c->by == CHANGE_BY_CONFLICT;
    return (struct words_values){was || (is && c->kind != CHANGE_ADDED),
                                 is || (was && goes)};
}

void words_add_values(struct bytes *out, const struct change *c)
{
    struct words_values shown = words_values(c);
    if (shown.old_value)
        words_add_json(out, c->old_value);
    if (shown.old_value && shown.new_value)
        bytes_add_string(out, " → ");
    if (shown.new_value)
        words_add_json(out, c->new_value);
}

static bool begins_with_space(const struct change_words *w)
{
    struct slice text = text_trim(w->text);
    return text.len != 0 && text.at != w->text.at;
}

static bool ends_with_space(const struct change_words *w)
{
    struct slice text = text_trim(w->text);
    if (text.len == 0)
        return w->text.len != 0 && w->sign == '=';
    return text.at + text.len != w->text.at + w->text.len;
}

struct words_run words_run(const struct change *c, size_t i)
{
    const struct change_words *w = &c->words[i];
    struct words_run run = {.sign = w->sign, .text = text_trim(w->text)};
    if (run.text.len == 0 && w->text.len != 0 && w->sign != '=')
        run.text = slice_of("␣");
    /* Two runs of one kind are nothing that vdiff writes: they stay two. */
    run.spaced = i != 0 && (w->sign == w[-1].sign || ends_with_space(&w[-1]) ||
                            begins_with_space(w));
    return run;
}

void words_add_diff(struct bytes *out, const struct change *c)
{
    for (size_t i = 0; i < c->word_count; i++) {
        struct words_run run = words_run(c, i);
        bytes_add_string(out, run.spaced ? " " : "");
        if (run.text.len == 0)
            continue;
        bytes_add_string(out, run.sign == '-'   ? "[-"
                              : run.sign == '+' ? "{+"
                                                : "");
        bytes_add_slice(out, run.text);
        bytes_add_string(out, run.sign == '-'   ? "-]"
                              : run.sign == '+' ? "+}"
                                                : "");
    }
}

static void add_reviews(struct bytes *out, size_t start, const char *what,
                        const struct slice *reviewers, size_t count)
{
    if (count == 0)
        return;
    bytes_add_string(out, out->len == start ? "" : "; ");
    bytes_add_string(out, what);
    words_add_list(out, reviewers, count);
}

void words_add_cause(struct bytes *out, const struct change_cause *cause)
{
    if (cause == NULL)
        return;
    size_t start = out->len;
    add_reviews(out, start, "new review by ", cause->came, cause->came_count);
    add_reviews(out, start, "review gone by ", cause->went, cause->went_count);
    add_reviews(out, start, "changed review by ", cause->changed,
                cause->changed_count);
    if (!slice_known(cause->old_policy) || !slice_known(cause->new_policy))
        return;
    bytes_add_string(out, out->len == start ? "policy " : "; policy ");
    bytes_add_slice(out, cause->old_policy);
    bytes_add_string(out, " → ");
    bytes_add_slice(out, cause->new_policy);
}
