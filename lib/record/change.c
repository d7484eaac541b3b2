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

enum change_kind change_kind_named(struct slice word)
{
    int kind = CHANGE_ADDED;
    while (kind < CHANGE_KINDS && !slice_is(word, kind_words[kind]))
        kind++;
    return (enum change_kind)kind;
}

static const char *const by_words[] = {
    [CHANGE_BY_NOBODY] = NULL,         [CHANGE_BY_OURS] = "ours",
    [CHANGE_BY_THEIRS] = "theirs",     [CHANGE_BY_BOTH] = "both",
    [CHANGE_BY_CONFLICT] = "conflict",
};

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
    if (c->replaced) {
        write_string(w, "words", slice_of("replaced"));
        return;
    }
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

/* The members that THEIRS' part of a change has too. */
static void write_explanation(struct json_writer *w, const struct change *c)
{
    if (c->cause != NULL)
        write_cause(w, c->cause);
    if (c->word_count != 0)
        write_words(w, c);
}

static void write_theirs(struct json_writer *w, const struct change *theirs)
{
    json_write_key(w, "theirs");
    json_write_open(w, '{');
    json_write_key(w, "new");
    json_write_raw(w, theirs->new_value);
    write_explanation(w, theirs);
    json_write_close(w, '}');
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
    write_explanation(w, c);
    if (c->by != CHANGE_BY_NOBODY)
        write_string(w, "by", slice_of(by_words[c->by]));
    if (c->theirs != NULL)
        write_theirs(w, c->theirs);
    if (c->since_policy) {
        json_write_key(w, "since_policy");
        json_write_bool(w, true);
    }
    json_write_close(w, '}');
}

static enum change_kind read_kind(struct object *o)
{
    enum change_kind kind = change_kind_named(object_string(o, "kind"));
    if (kind != CHANGE_KINDS)
        return kind;
    object_refuse(o, "kind",
                  "\"added\", \"removed\", \"flipped\", \"score\", \"panel\", "
                  "\"pricing\", \"text\" or \"fact\"");
    return CHANGE_FACT;
}

/* The JSON text of a member, one that is missing being null. */
static bool read_value(struct object *o, const char *key, struct arena *arena,
                       struct slice *text)
{
    bool read = read_text(object_member(o, key), arena, text);
    if (read && !slice_known(*text))
        *text = slice_of("null");
    return read;
}

/* A null among them is a reviewer whom nothing names. */
static bool read_names(struct object *o, const char *key, struct arena *arena,
                       struct slice **names, size_t *count)
{
    const struct json_value *array = object_array(o, key);
    *count = json_value_size(array);
    *names = arena_array(arena, *count, sizeof **names);
    if (*names == NULL)
        return false;
    struct slice *at = *names;
    json_value_each(array, name)
    {
        if (name->kind != FIELD_STRING && name->kind != FIELD_NULL)
            object_refuse(o, key, "an array of strings");
        *at++ = json_value_string(name);
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

static bool read_word(const struct json_value *pair, struct change_words *word)
{
    struct slice sign = json_value_string(json_value_item(pair, 0));
    word->text = json_value_string(json_value_item(pair, 1));
    if (pair->kind != FIELD_ARRAY || json_value_size(pair) != 2 ||
        !slice_known(word->text) ||
        !(slice_is(sign, "=") || slice_is(sign, "-") || slice_is(sign, "+")))
        return false;
    word->sign = sign.at[0];
    return true;
}

/* Nothing is known of how it changed but the two texts. */
static bool read_replaced(struct object *o, const struct json_value *old_text,
                          struct arena *arena, struct change *c)
{
    struct change_words *words = arena_array(arena, 2, sizeof *words);
    if (words == NULL)
        return false;
    words[0] = (struct change_words){'-', json_value_string(old_text)};
    words[1] =
        (struct change_words){'+', json_value_string(object_member(o, "new"))};
    if (!slice_known(words[0].text) || !slice_known(words[1].text))
        object_refuse(o, "words", "an array of pairs of sign and text");
    else
        c->word_count = 2;
    c->words = words;
    c->replaced = true;
    return true;
}

/* `old_text` is the value of the change's member `old`. */
static bool read_words(struct object *o, const struct json_value *old_text,
                       struct arena *arena, struct change *c)
{
    const struct json_value *value = object_member(o, "words");
    if (slice_is(json_value_string(value), "replaced"))
        return read_replaced(o, old_text, arena, c);
    const struct json_value *array = object_array(o, "words");
    size_t count = json_value_size(array);
    struct change_words *words = arena_array(arena, count, sizeof *words);
    if (words == NULL)
        return false;
    c->words = words;
    json_value_each(array, pair)
    {
        if (!read_word(pair, words++))
            object_refuse(o, "words", "an array of pairs of sign and text");
    }
    c->word_count = count;
    return true;
}

static enum change_by read_by(struct object *o)
{
    struct slice word = object_string(o, "by");
    if (!slice_known(word))
        return CHANGE_BY_NOBODY;
    for (int by = CHANGE_BY_OURS; by <= CHANGE_BY_CONFLICT; by++)
        if (slice_is(word, by_words[by]))
            return (enum change_by)by;
    object_refuse(o, "by", "\"ours\", \"theirs\", \"both\" or \"conflict\"");
    return CHANGE_BY_NOBODY;
}

static bool read_theirs(struct object *o, struct arena *arena, struct change *c)
{
    struct object inside = object_inside(o, "theirs");
    if (inside.value == NULL)
        return true;
    struct change *theirs = arena_array(arena, 1, sizeof *theirs);
    if (theirs == NULL)
        return false;
    *theirs = (struct change){.tool = c->tool,
                              .name = c->name,
                              .kind = c->kind,
                              .field = c->field,
                              .old_value = c->old_value,
                              .reviewer = c->reviewer};
    c->theirs = theirs;
    bool read = read_value(&inside, "new", arena, &theirs->new_value) &&
                read_cause(&inside, arena, theirs) &&
                read_words(&inside, object_member(o, "old"), arena, theirs);
    object_adopt(o, &inside, "theirs");
    return read;
}

bool change_read(struct object *o, struct arena *arena, struct change *c)
{
    *c = (struct change){0};
    c->tool = object_string(o, "tool");
    c->name = object_string(o, "name");
    c->kind = read_kind(o);
    c->field = object_string(o, "field");
    c->reviewer = object_string(o, "reviewer");
    c->by = read_by(o);
    c->since_policy = object_bool(o, "since_policy") == 1;
    return read_value(o, "old", arena, &c->old_value) &&
           read_value(o, "new", arena, &c->new_value) &&
           read_cause(o, arena, c) &&
           read_words(o, object_member(o, "old"), arena, c) &&
           read_theirs(o, arena, c);
}
