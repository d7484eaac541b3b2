#include "lib/record/change.h"

#include "lib/record/parts.h"

static const char *const kind_words[] = {
    [CHANGE_ADDED] = "added",     [CHANGE_REMOVED] = "removed",
    [CHANGE_FLIPPED] = "flipped", [CHANGE_SCORE] = "score",
    [CHANGE_PANEL] = "panel",     [CHANGE_PRICING] = "pricing",
    [CHANGE_TEXT] = "text",       [CHANGE_FACT] = "fact",
};

const char *change_kind_word(enum change_kind kind)
{
    return kind_words[kind];
}

static void write_names(struct json_writer *w, const char *key,
                        const struct slice *names, size_t count)
{
    json_write_key(w, key);
    json_write_open(w, '[');
    for (size_t i = 0; i < count; i++)
        json_write_string(w, names[i]);
    json_write_close(w, ']');
}

static void write_cause(struct json_writer *w, const struct change_cause *cause)
{
    json_write_key(w, "cause");
    json_write_open(w, '{');
    write_names(w, "came", cause->came, cause->came_count);
    write_names(w, "went", cause->went, cause->went_count);
    write_names(w, "changed", cause->changed, cause->changed_count);
    if (!slice_equal(cause->old_policy, cause->new_policy)) {
        const struct slice policies[] = {cause->old_policy, cause->new_policy};
        write_names(w, "policy", policies, 2);
    }
    json_write_close(w, '}');
}

static void write_words(struct json_writer *w, const struct change *c)
{
    json_write_key(w, "words");
    json_write_open(w, '[');
    for (size_t i = 0; i < c->word_count; i++) {
        json_write_open(w, '[');
        json_write_string(w, slice_from(&c->words[i].sign, 1));
        json_write_string(w, c->words[i].text);
        json_write_close(w, ']');
    }
    json_write_close(w, ']');
}

void change_write(struct json_writer *w, const struct change *c)
{
    json_write_open(w, '{');
    write_string(w, "type", slice_of("change"));
    write_string(w, "tool", c->tool);
    write_string(w, "name", c->name);
    write_string(w, "kind", slice_of(change_kind_word(c->kind)));
    write_string(w, "field", c->field);
    json_write_key(w, "old");
    json_write_raw(w, c->old_value);
    json_write_key(w, "new");
    json_write_raw(w, c->new_value);
    if (slice_known(c->reviewer))
        write_string(w, "reviewer", c->reviewer);
    if (c->cause != NULL)
        write_cause(w, c->cause);
    if (c->word_count != 0)
        write_words(w, c);
    json_write_close(w, '}');
}

static enum change_kind read_kind(struct object *o)
{
    struct slice word = object_string(o, "kind");
    for (int kind = CHANGE_ADDED; kind <= CHANGE_FACT; kind++)
        if (slice_is(word, kind_words[kind]))
            return (enum change_kind)kind;
    object_refuse(o, "kind",
                  "\"added\", \"removed\", \"flipped\", \"score\", \"panel\", "
                  "\"pricing\", \"text\" or \"fact\"");
    return CHANGE_FACT;
}

/* The JSON text of a member, one that is missing being null. */
static bool read_value(struct object *o, const char *key, struct arena *arena,
                       struct slice *text)
{
    bool read = read_text(json_object_get(o->value, key), arena, text);
    if (read && !slice_known(*text))
        *text = slice_of("null");
    return read;
}

/* A null among them is a reviewer whom nothing names. */
static bool read_names(struct object *o, const char *key, struct arena *arena,
                       struct slice **names, size_t *count)
{
    const json_t *array = object_array(o, key);
    *count = json_array_size(array);
    *names = arena_array(arena, *count, sizeof **names);
    if (*names == NULL)
        return false;
    for (size_t i = 0; i < *count; i++) {
        const json_t *name = json_array_get(array, i);
        if (!json_is_string(name) && !json_is_null(name))
            object_refuse(o, key, "an array of strings");
        (*names)[i] = tree_string(name);
    }
    return true;
}

static bool read_policies(struct object *o, struct arena *arena,
                          struct change_cause *cause)
{
    struct slice *policies;
    size_t count;
    if (!read_names(o, "policy", arena, &policies, &count))
        return false;
    if (count != 0 && count != 2)
        object_refuse(o, "policy", "an array of two strings");
    if (count == 2) {
        cause->old_policy = policies[0];
        cause->new_policy = policies[1];
    }
    return true;
}

static bool read_cause(struct object *o, struct arena *arena, struct change *c)
{
    struct object inside = object_inside(o, "cause");
    if (inside.value == NULL)
        return true;
    struct change_cause *cause = arena_array(arena, 1, sizeof *cause);
    c->cause = cause;
    bool read =
        cause != NULL &&
        read_names(&inside, "came", arena, &cause->came, &cause->came_count) &&
        read_names(&inside, "went", arena, &cause->went, &cause->went_count) &&
        read_names(&inside, "changed", arena, &cause->changed,
                   &cause->changed_count) &&
        read_policies(&inside, arena, cause);
    object_adopt(o, &inside, "cause");
    return read;
}

static bool read_word(const json_t *pair, struct change_words *word)
{
    struct slice sign = tree_string(json_array_get(pair, 0));
    word->text = tree_string(json_array_get(pair, 1));
    if (json_array_size(pair) != 2 || !slice_known(word->text) ||
        !(slice_is(sign, "=") || slice_is(sign, "-") || slice_is(sign, "+")))
        return false;
    word->sign = sign.at[0];
    return true;
}

static bool read_words(struct object *o, struct arena *arena, struct change *c)
{
    const json_t *array = object_array(o, "words");
    size_t count = json_array_size(array);
    struct change_words *words = arena_array(arena, count, sizeof *words);
    if (words == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!read_word(json_array_get(array, i), &words[i]))
            object_refuse(o, "words", "an array of pairs of sign and text");
    c->words = words;
    c->word_count = count;
    return true;
}

bool change_read(struct object *o, struct arena *arena, struct change *c)
{
    *c = (struct change){0};
    c->tool = object_string(o, "tool");
    c->name = object_string(o, "name");
    c->kind = read_kind(o);
    c->field = object_string(o, "field");
    c->reviewer = object_string(o, "reviewer");
    return read_value(o, "old", arena, &c->old_value) &&
           read_value(o, "new", arena, &c->new_value) &&
           read_cause(o, arena, c) && read_words(o, arena, c);
}
