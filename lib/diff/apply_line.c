#include "lib/diff/apply_state.h"
#include "lib/diff/changes.h"
#include "lib/diff/patches.h"
#include "lib/record/parts.h"

/* What is being looked at of one tool. */
struct check {
    struct apply *apply;
    struct patched_tool *tool;
    struct record_line old_line; /* its text unknown: there is none */
    struct opened_verdict old_verdict, new_verdict;
    struct patch patch;
    struct change *changes;
    size_t *numbers; /* the line that each stands in */
    size_t count;
    struct arena arena;
};

/* What is read lies in the text and the arena. */
static bool read_object(struct check *k, struct slice text, struct object *o)
{
    struct diag ignored;
    bool failed = false;
    *o = (struct object){
        .value = json_line_read(text, NULL, 0, &k->arena, &failed, &ignored)};
    return o->value != NULL;
}

/* Refuses what has a member of a wrong type. */
static bool check_members(struct check *k, const struct object *o,
                          struct slice text, size_t number)
{
    struct diag d = {0};
    if (object_check(o, text, NULL, 0, &d))
        return true;
    apply_refuse(k->apply, number, "%s", d.message);
    return false;
}

static bool read_change(struct check *k, const struct change_line *l)
{
    struct object o;
    struct change *c = &k->changes[k->count];
    if (!read_object(k, l->text, &o) || !change_read(&o, &k->arena, c))
        return false;
    if (check_members(k, &o, l->text, l->number) && c->by != CHANGE_BY_NOBODY)
        apply_refuse(k->apply, l->number,
                     "a change among three snapshots cannot be applied");
    k->numbers[k->count++] = l->number;
    return true;
}

static bool read_all(struct check *k)
{
    const struct apply *a = k->apply;
    const struct patched_tool *t = k->tool;
    struct object o;
    size_t count = 1;
    for (size_t i = t->first; i != APPLY_NONE; i = a->lines[i].next)
        count++;
    k->changes = arena_array(&k->arena, count, sizeof *k->changes);
    k->numbers = arena_array(&k->arena, count, sizeof *k->numbers);
    bool read = k->changes != NULL && k->numbers != NULL;
    for (size_t i = t->first; i != APPLY_NONE && read; i = a->lines[i].next)
        read = read_change(k, &a->lines[i]);
    if (!read || !slice_known(t->patch))
        return read;
    read = read_object(k, t->patch, &o) && patch_read(&o, &k->arena, &k->patch);
    if (read)
        check_members(k, &o, t->patch, t->patch_number);
    return read;
}

/* The member that a path like "score.mean" leads to. */
static const struct json_value *follow(const struct json_value *value,
                                       struct slice path)
{
    while (value != NULL && path.len != 0) {
        const char *dot = memchr(path.at, '.', path.len);
        size_t len = dot == NULL ? path.len : (size_t)(dot - path.at);
        value = json_value_member(value, slice_from(path.at, len));
        path = slice_after(path, dot == NULL ? len : len + 1);
    }
    return value;
}

/* Names a value that is not as the changes have it; false: there is none. */
static bool refuse_value(struct check *k)
{
    for (size_t i = 0; i < k->count; i++) {
        const struct change *c = &k->changes[i];
        struct slice text;
        if (slice_known(c->reviewer) || !slice_known(c->field))
            continue;
        if (!read_text(follow(k->old_verdict.record, c->field), &k->arena,
                       &text))
            return false;
        if (!slice_known(text))
            text = slice_of("null");
        if (slice_equal(text, c->old_value))
            continue;
        apply_refuse(k->apply, k->numbers[i],
                     "\"%.*s\" of '%.*s' is %.*s in %s:%zu, not %.*s",
                     DIAG_SHOWN(c->field), DIAG_SHOWN(k->tool->tool),
                     DIAG_SHOWN(text), k->old_line.source, k->old_line.number,
                     DIAG_SHOWN(c->old_value));
        return true;
    }
    return false;
}

/* Whether the patch is one, and was made of the old line. */
static bool fits(struct check *k)
{
    struct apply *a = k->apply;
    const struct patch *p = &k->patch;
    size_t number = k->tool->patch_number;
    struct slice tool = k->tool->tool;
    bool is_there = slice_known(k->old_line.text);
    if (!slice_known(k->tool->patch))
        apply_refuse(a, a->lines[k->tool->first].number,
                     "the changes of '%.*s' have no patch, as with --brief, "
                     "--min-score and --ignore: they cannot be applied",
                     DIAG_SHOWN(tool));
    else if (!is_there && slice_known(p->from))
        apply_refuse(a, number, "no verdict on '%.*s' in %s", DIAG_SHOWN(tool),
                     a->sources[0]);
    else if (is_there && !slice_known(p->from))
        apply_refuse(a, number, "a verdict on '%.*s' is in %s:%zu already",
                     DIAG_SHOWN(tool), k->old_line.source, k->old_line.number);
    else if (patch_fits(p->from, k->old_line.text))
        return true;
    else if (!refuse_value(k))
        apply_refuse(a, number,
                     "the verdict on '%.*s' in %s:%zu is not the one that "
                     "changed",
                     DIAG_SHOWN(tool), k->old_line.source, k->old_line.number);
    return false;
}

/* Makes the new line and opens its verdict, unless the tool was removed. */
static bool make_line(struct check *k)
{
    struct apply *a = k->apply;
    struct bytes made = {0};
    struct diag d;
    bool failed = false;
    if (!slice_known(k->patch.to) && !k->patch.has_line)
        return true;
    bool applied = patch_apply(&k->patch, k->old_line.text, &made);
    failed = made.failed;
    struct record_line line = {.text = bytes_slice(&made)};
    if (applied && patch_fits(k->patch.to, line.text)) {
        line.text = arena_copy(&a->texts, line.text, &failed);
        applied = !failed && opened_verdict_read(&k->new_verdict, &line,
                                                 &k->arena, &d) == RECORD_TAKEN;
        k->tool->new_line = line.text;
    } else {
        applied = false;
    }
    bytes_free(&made);
    if (!applied && !failed)
        apply_refuse(a, k->tool->patch_number,
                     "the patch of '%.*s' does not make the verdict it should",
                     DIAG_SHOWN(k->tool->tool));
    return !failed;
}

/* Whether a change reads as the one that is found. */
static bool same_change(struct check *k, const struct change *told,
                        const struct change *found, bool *failed)
{
    struct bytes text = {0};
    struct json_writer w = {.out = &text};
    struct object o;
    struct change again;
    change_write(&w, found);
    *failed = text.failed || !read_object(k, bytes_slice(&text), &o) ||
              !change_read(&o, &k->arena, &again);
    bool same = !*failed && told->kind == again.kind &&
                slice_equal(told->field, again.field) &&
                slice_equal(told->reviewer, again.reviewer) &&
                slice_equal(told->old_value, again.old_value) &&
                slice_equal(told->new_value, again.new_value);
    bytes_free(&text);
    return same;
}

/* The changes must be all that the patch makes: nobody may have read others. */
static bool check_changes(struct check *k, struct change_list *l)
{
    const struct opened_verdict *a = &k->old_verdict, *b = &k->new_verdict;
    bool failed = false, same = true;
    size_t i = 0;
    a = a->record == NULL ? NULL : a;
    b = b->record == NULL ? NULL : b;
    l->brief = true;
    if ((a != NULL || b != NULL) && !changes_list(l, a, b))
        return false;
    for (; i < l->count && i < k->count && same; i++)
        same = same_change(k, &k->changes[i], &l->items[i].change, &failed);
    if (failed)
        return false;
    if (!same || l->count != k->count)
        apply_refuse(k->apply,
                     i == 0 ? k->tool->patch_number : k->numbers[i - 1],
                     "the changes of '%.*s' are not those that its patch makes",
                     DIAG_SHOWN(k->tool->tool));
    return true;
}

static enum side_result open_old(struct check *k, struct bytes *memory,
                                 struct diag *d)
{
    struct diag ignored;
    enum side_result result = tool_index_line(
        &k->apply->index, k->tool->in_index, 0, memory, &k->old_line, d);
    if (result != SIDE_DONE || !slice_known(k->old_line.text))
        return result;
    switch (opened_verdict_read(&k->old_verdict, &k->old_line, &k->arena,
                                &ignored)) {
    case RECORD_TAKEN:
        break;
    case RECORD_REJECTED: /* for changes, too, there was none */
        k->old_line.text = slice_from(NULL, 0);
        tool_index_ref(&k->apply->index, k->tool->in_index, 0)->number = 0;
        break;
    default:
        result = SIDE_NO_MEMORY;
    }
    return result;
}

static enum side_result run(struct check *k, struct change_list *l)
{
    if (!read_all(k))
        return SIDE_NO_MEMORY;
    if (k->apply->refused || !fits(k))
        return SIDE_DONE;
    if (!make_line(k) || (!k->apply->refused && !check_changes(k, l)))
        return SIDE_NO_MEMORY;
    k->tool->moved = k->patch.moved;
    if (k->patch.moved && slice_known(k->patch.after)) {
        bool failed = false;
        k->tool->after = arena_copy(&k->apply->texts, k->patch.after, &failed);
        return failed ? SIDE_NO_MEMORY : SIDE_DONE;
    }
    return SIDE_DONE;
}

enum side_result apply_make_line(struct apply *a, struct patched_tool *t,
                                 struct diag *d)
{
    struct check k = {.apply = a, .tool = t};
    struct bytes memory = {0};
    struct change_list l = {.brief = true};
    bool refused_before = a->refused;
    a->refused = false;
    enum side_result result = open_old(&k, &memory, d);
    if (result == SIDE_DONE)
        result = run(&k, &l);
    a->refused = a->refused || refused_before;
    change_list_free(&l);
    bytes_free(&memory);
    arena_free(&k.arena);
    return result;
}
