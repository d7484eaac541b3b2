#include "lib/render/document.h"

#include <stdlib.h>

#include "lib/base/array.h"
#include "lib/render/keep.h"

void document_begin(struct document *document, const struct format *format,
                    struct render_settings settings)
{
    *document = (struct document){.format = format, .settings = settings};
    if (format->begin != NULL)
        format->begin(document);
}

void document_free(struct document *document)
{
    if (document->format->free != NULL)
        document->format->free(document);
    bytes_free(&document->out);
    bytes_free(&document->body);
    bytes_free(&document->contents);
    for (size_t i = 0; i < document->ignored_count; i++)
        free((char *)document->ignored[i].name.at);
    arena_free(&document->record);
    arena_free(&document->kept);
    free(document->verdicts);
    free(document->changes);
    for (size_t i = 0; i < LISTINGS_MOST; i++)
        listing_free(&document->listings[i]);
}

/* Renders the lists that wait. */
static void end_lists(struct document *document)
{
    const struct format *format = document->format;
    if (document->verdict_count != 0)
        format->verdicts(document, document->verdicts, document->verdict_count);
    if (document->change_count != 0)
        format->changes(document, document->changes, document->change_count);
    for (size_t i = 0; i < document->listing_count; i++) {
        listing_tidy(&document->listings[i], document->settings.title);
        format->listing(document, &document->listings[i]);
        listing_clear(&document->listings[i]);
    }
    document->verdict_count = document->change_count = 0;
    document->listing_count = 0;
    arena_reset(&document->kept);
}

/* Counts under the type's name, or under none when there are too many. */
bool document_ignore(struct document *document, struct slice type)
{
    struct ignored_type *t = document->ignored;
    size_t i = 0;
    while (i < document->ignored_count && !slice_equal(t[i].name, type) &&
           slice_known(t[i].name))
        i++;
    if (i == document->ignored_count) {
        char *name = NULL;
        if (i < IGNORED_TYPES_MOST - 1) {
            name = strndup(type.at, type.len);
            if (name == NULL)
                return false;
        }
        t[i].name = slice_from(name, name == NULL ? 0 : type.len);
        document->ignored_count++;
    }
    t[i].count++;
    return true;
}

/*
 * What these kinds have in common: read, check, then do.  Each returns
 * false without memory and leaves it to object_check to find faults.
 */
static bool take_comparison(struct document *document, struct object *o)
{
    struct comparison c;
    if (!comparison_read(o, &document->record, &c))
        return false;
    if (o->bad != NULL)
        return true;
    end_lists(document);
    document->format->comparison(document, &c);
    return true;
}

static bool take_matrix(struct document *document, struct object *o)
{
    struct matrix m;
    if (!matrix_read(o, &document->record, &m))
        return false;
    if (o->bad != NULL)
        return true;
    end_lists(document);
    document->format->matrix(document, &m);
    return true;
}

static bool take_verdict(struct document *document, struct object *o)
{
    struct verdict v;
    if (!verdict_read(o, &document->record, &v))
        return false;
    if (o->bad != NULL)
        return true;
    if (document->change_count != 0 || document->listing_count != 0 ||
        document->format->verdict != NULL)
        end_lists(document);
    if (document->format->verdict != NULL) {
        document->format->verdict(document, &v);
        return true;
    }
    struct verdict *items =
        array_room(document->verdicts, document->verdict_count,
                   &document->verdict_cap, sizeof v);
    if (items == NULL)
        return false;
    document->verdicts = items;
    if (!keep_verdict(&document->kept, &v))
        return false;
    document->verdicts[document->verdict_count++] = v;
    return true;
}

static bool take_change(struct document *document, struct object *o)
{
    struct change c;
    if (!change_read(o, &document->record, &c))
        return false;
    if (o->bad != NULL)
        return true;
    if (document->verdict_count != 0 || document->listing_count != 0 ||
        document->format->change != NULL)
        end_lists(document);
    if (document->format->change != NULL) {
        document->format->change(document, &c);
        return true;
    }
    struct change *items = array_room(document->changes, document->change_count,
                                      &document->change_cap, sizeof c);
    if (items == NULL)
        return false;
    document->changes = items;
    if (!keep_change(&document->kept, &c))
        return false;
    document->changes[document->change_count++] = c;
    return true;
}

/* In the first listing that takes it, or else in a new one. */
static bool take_listed(struct document *document,
                        const struct listed_type *type, struct object *o)
{
    enum listed answer = LISTED_ELSEWHERE;
    if (document->verdict_count != 0 || document->change_count != 0)
        end_lists(document);
    for (size_t i = 0; answer == LISTED_ELSEWHERE; i++) {
        if (i == LISTINGS_MOST) {
            end_lists(document);
            i = 0;
        }
        bool first = i == document->listing_count;
        if (!first && document->listed[i] != type)
            continue;
        answer = type->take(&document->listings[i], o, &document->record);
        /* A record at fault begins nothing. */
        if (first && document->listings[i].row_count != 0) {
            document->listed[i] = type;
            document->listing_count++;
        }
    }
    return answer == LISTED;
}

static bool take_object(struct document *document, struct object *o)
{
    const struct format *format = document->format;
    struct slice type = object_string(o, "type");
    if (!slice_known(type)) {
        object_refuse(o, "type", "a string");
        return true;
    }
    if (slice_is(type, "comparison") && format->comparison != NULL)
        return take_comparison(document, o);
    if (slice_is(type, "matrix") && format->matrix != NULL)
        return take_matrix(document, o);
    if (slice_is(type, "verdict") &&
        (format->verdict != NULL || format->verdicts != NULL))
        return take_verdict(document, o);
    if (slice_is(type, "change") &&
        (format->change != NULL || format->changes != NULL))
        return take_change(document, o);
    /* For vdiff --apply, not for readers. */
    if (slice_is(type, "patch") &&
        (format->change != NULL || format->changes != NULL))
        return true;
    const struct listed_type *listed = listed_type_of(type);
    if (listed != NULL && format->listing != NULL)
        return take_listed(document, listed, o);
    if (format->other == NULL)
        return document_ignore(document, type);
    end_lists(document);
    return format->other(document, type, o) || document_ignore(document, type);
}

static enum record_answer take_value(struct document *document,
                                     const struct record_line *line,
                                     const struct json_value *value,
                                     struct diag *d)
{
    struct object o = {.value = value};
    document->record_value = value;
    if (value->kind != FIELD_OBJECT) {
        diag_set(d, line->source, line->number, 1,
                 "not a record: an object is needed");
        return RECORD_REJECTED;
    }
    if (!take_object(document, &o) || document->out.failed) {
        diag_no_memory(d);
        return RECORD_STOP;
    }
    if (!object_check(&o, line->text, line->source, line->number, d))
        return RECORD_REJECTED;
    return RECORD_TAKEN;
}

enum record_answer document_take(struct document *document,
                                 const struct record_line *line, struct diag *d)
{
    if (document->format->line != NULL)
        return document->format->line(document, line, d);
    bool failed = false;
    arena_reset(&document->record);
    const struct json_value *value = json_line_read(
        line->text, line->source, line->number, &document->record, &failed, d);
    if (value == NULL)
        return failed ? RECORD_STOP : RECORD_REJECTED;
    return take_value(document, line, value, d);
}

enum record_answer document_take_read(struct document *document,
                                      const struct record_line *line,
                                      const struct json_value *value,
                                      struct diag *d)
{
    if (document->format->line != NULL)
        return document->format->line(document, line, d);
    arena_reset(&document->record);
    return take_value(document, line, value, d);
}

bool document_end(struct document *document, struct diag *d)
{
    end_lists(document);
    if (document->format->end != NULL)
        document->format->end(document);
    if (document->out.failed || document->body.failed)
        diag_no_memory(d);
    return !document->out.failed && !document->body.failed;
}
