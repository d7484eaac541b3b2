#include "lib/score/previous.h"

enum { NAME_TYPE, NAME_TOOL, NAME_VERDICT, NAMES };

void previous_free(struct previous *p)
{
    table_free(&p->verdicts);
    arena_free(&p->arena);
    arena_free(&p->line);
    *p = (struct previous){0};
}

static bool keep(struct previous *p, struct slice tool, enum judgement verdict)
{
    size_t *found = table_find(&p->verdicts, tool);
    if (found != NULL) {
        *found = (size_t)verdict;
        return true;
    }
    bool failed = false, added;
    struct slice key = arena_copy(&p->arena, tool, &failed);
    return !failed &&
           table_add(&p->verdicts, key, (size_t)verdict, &added) != NULL;
}

enum record_answer previous_take(struct previous *p,
                                 const struct record_line *line, struct diag *d)
{
    static const struct slice names[NAMES] = {[NAME_TYPE] = SLICE("type"),
                                              [NAME_TOOL] = SLICE("tool"),
                                              [NAME_VERDICT] =
                                                  SLICE("verdict")};
    struct field fields[NAMES];
    struct slice values[NAMES];
    bool failed = false;
    if (p->fields.count == 0)
        field_reader_init(&p->fields, names, NAMES);
    if (fields_read(&p->fields, line->text, line->source, line->number, fields,
                    NULL, d) != FIELDS_READ)
        return RECORD_REJECTED;
    arena_reset(&p->line);
    for (size_t i = 0; i < NAMES; i++)
        values[i] = field_string(&fields[i], &p->line, &failed);
    if (!failed && !slice_is(values[NAME_TYPE], "verdict"))
        return RECORD_TAKEN;
    enum judgement verdict;
    size_t wrong = NAMES;
    if (!slice_known(values[NAME_TOOL]))
        wrong = NAME_TOOL;
    else if (!judgement_read(values[NAME_VERDICT], &verdict))
        wrong = NAME_VERDICT;
    if (!failed && wrong != NAMES) {
        diag_set(d, line->source, line->number,
                 field_column(fields[wrong].at, line->text),
                 wrong == NAME_TOOL ? "\"tool\" must be a string"
                                    : "\"verdict\" must be \"ship\", "
                                      "\"mixed\", \"skip\", \"unrated\" or "
                                      "null");
        return RECORD_REJECTED;
    }
    if (!failed && keep(p, values[NAME_TOOL], verdict))
        return RECORD_TAKEN;
    diag_no_memory(d);
    return RECORD_STOP;
}

enum judgement previous_verdict(const struct previous *p, struct slice tool)
{
    const size_t *found = table_find(&p->verdicts, tool);
    return found == NULL ? JUDGEMENT_UNKNOWN : (enum judgement) * found;
}
