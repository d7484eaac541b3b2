#include "lib/record/rank.h"

#include "lib/record/parts.h"

static const struct slice words[] = {
    [RANK_NONE] = {NULL, 0},     [RANK_WILSON] = SLICE("wilson"),
    [RANK_MEAN] = SLICE("mean"), [RANK_BAYES] = SLICE("bayes"),
    [RANK_SHIP] = SLICE("ship"),
};

struct slice rank_word(enum rank_by by)
{
    return words[by];
}

bool rank_read_word(struct slice word, enum rank_by *by)
{
    for (int i = RANK_WILSON; i <= RANK_SHIP; i++) {
        if (slice_equal(word, words[i])) {
            *by = (enum rank_by)i;
            return true;
        }
    }
    return false;
}

void rank_write(struct json_writer *w, const struct rank *r)
{
    if (r->place == 0)
        return;
    write_count(w, "rank", r->place);
    json_write_key(w, "ranked");
    json_write_open(w, '{');
    write_string(w, "by", rank_word(r->by));
    write_decimal(w, "value", r->value);
    write_count(w, "of", r->of);
    json_write_close(w, '}');
}

struct rank rank_read(struct object *o)
{
    struct rank r = {0};
    struct object ranked = object_inside(o, "ranked");
    int64_t place = object_count(o, "rank");
    struct slice word = object_string(&ranked, "by");
    if (slice_known(word) && !rank_read_word(word, &r.by))
        object_refuse(&ranked, "by",
                      "\"wilson\", \"mean\", \"bayes\", \"ship\" or null");
    r.place = place < 0 ? 0 : place;
    r.value = object_percentage(&ranked, "value");
    r.of = object_count(&ranked, "of");
    object_adopt(o, &ranked, "ranked");
    return r;
}
