/* The lines of a profile that have patterns. */
#include "lib/parse/profile_load.h"

/* Of whom the groups of a pattern at this place may tell. */
static unsigned told_of(const struct profile_loading *l)
{
    if (l->place == PLACE_FORM)
        return OF_TOOL | OF_REVIEW;
    if (l->place == PLACE_ITEM && l->item->kind == KIND_REVIEW)
        return OF_REVIEW;
    return OF_TOOL;
}

/* Binds the named groups to fields; false when one has no such name. */
static bool bind_groups(struct profile_loading *l, struct profile_rule *rule,
                        struct slice source)
{
    size_t count = pattern_names(rule->pattern);
    rule->binds =
        arena_array(&l->profile->arena, count + 1, sizeof *rule->binds);
    if (rule->binds == NULL) {
        l->no_memory = true;
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        size_t group;
        struct slice name = pattern_name(rule->pattern, i, &group);
        const char *at = memmem(source.at, source.len, name.at, name.len);
        enum profile_field field = profile_field_find(name);
        if (field == FIELD_TOTAL) {
            profile_fault(l, at == NULL ? source.at : at,
                          "no field is named '%.*s'", (int)name.len, name.at);
            return false;
        }
        if ((profile_fields[field].of & told_of(l)) == 0) {
            profile_fault(l, at == NULL ? source.at : at,
                          "a %s has no field '%.*s'",
                          told_of(l) == OF_TOOL ? "tool" : "review",
                          (int)name.len, name.at);
            return false;
        }
        rule->binds[rule->bind_count++] = (struct profile_bind){field, group};
    }
    return true;
}

/*
 * Most of the lines that a pattern is tried on do not even begin like it,
 * which is seen at once: gives what stands behind its `^`, as far as that is
 * plain text.
 */
static size_t find_literal(struct slice source, bool *whole)
{
    static const char special[] = "\\^$.[|()?*+{";
    *whole = false;
    if (source.len == 0 || source.at[0] != '^' ||
        memchr(source.at, '|', source.len) != NULL)
        return 0;
    size_t len = 0;
    while (len + 1 < source.len &&
           memchr(special, source.at[len + 1], sizeof special - 1) == NULL)
        len++;
    *whole = len + 2 == source.len && source.at[len + 1] == '$';
    /* What is repeated may be missing, and so may its last character. */
    if (len + 1 < source.len && memchr("?*{", source.at[len + 1], 3) != NULL)
        while (len > 0 && ((unsigned char)source.at[len--] & 0xc0) == 0x80)
            ;
    return len;
}

static struct profile_rule *new_rule(struct profile_loading *l,
                                     struct slice key, struct slice source)
{
    struct pattern_error error;
    if (l->rule_count >= PROFILE_RULES_MOST) {
        profile_fault(l, key.at, "more than %d patterns and words",
                      PROFILE_RULES_MOST);
        return NULL;
    }
    struct profile_rule *rule =
        arena_array(&l->profile->arena, 1, sizeof *rule);
    struct pattern *pattern = rule == NULL ? NULL : pattern_new(source, &error);
    if (rule == NULL || (pattern == NULL && error.message[0] == '\0')) {
        l->no_memory = true;
        return NULL;
    }
    if (pattern == NULL) {
        profile_fault(l, source.at + error.offset, "bad pattern: %s",
                      error.message);
        return NULL;
    }
    l->rule_count++;
    *rule = (struct profile_rule){
        .key = arena_copy(&l->profile->arena, key, &l->no_memory),
        .line = l->line,
        .pattern = pattern,
        .runs = FIELD_TOTAL};
    struct slice literal = slice_after(source, 1);
    literal.len = find_literal(source, &rule->is_literal);
    rule->begins = arena_copy(&l->profile->arena, literal, &l->no_memory);
    pattern_find_first_bytes(pattern, literal);
    if (bind_groups(l, rule, source))
        return rule;
    pattern_free(pattern);
    return NULL;
}

static bool has_group(const struct profile_rule *rule, enum profile_field field)
{
    for (size_t i = 0; i < rule->bind_count; i++)
        if (rule->binds[i].field == field)
            return true;
    return false;
}

/* Tells when a rule lacks a group that it must have. */
static bool check_group(struct profile_loading *l,
                        const struct profile_rule *rule,
                        enum profile_field field, struct slice source)
{
    if (field == FIELD_TOTAL || has_group(rule, field))
        return true;
    profile_fault(l, source.at, "missing group (?<%s>...)",
                  profile_fields[field].name.at);
    return false;
}

static void add(struct profile_rules *rules, struct profile_rule *rule)
{
    if (rules->first == NULL)
        rules->first = rule;
    else
        rules->last->next = rule;
    rules->last = rule;
}

static void load_form(struct profile_loading *l, struct slice key,
                      struct slice source)
{
    int i = 0;
    while (i < FORM_TOTAL && !slice_equal(form_patterns[i].key, key))
        i++;
    if (i == FORM_TOTAL) {
        profile_fault(l, key.at, "unknown key '%.*s' in [form scorecard]",
                      DIAG_SHOWN(key));
        return;
    }
    struct profile_rule *rule = new_rule(l, key, source);
    if (rule != NULL &&
        check_group(l, rule, form_patterns[i].needs[0], source) &&
        check_group(l, rule, form_patterns[i].needs[1], source) &&
        l->profile->form[i] == NULL)
        l->profile->form[i] = rule;
    else if (rule != NULL)
        pattern_free(rule->pattern);
}

/* Where a key's pattern belongs; NULL when there is no such key here. */
static struct profile_rules *find_list(struct profile_loading *l,
                                       struct slice key,
                                       enum profile_field *field,
                                       enum profile_field *runs)
{
    static const struct slice begin = SLICE(".begin"), above = SLICE("above.");
    struct profile *p = l->profile;
    bool item = l->place == PLACE_ITEM, section = l->place == PLACE_SECTION;
    *field = *runs = FIELD_TOTAL;
    if (l->place == PLACE_PAGE && slice_is(key, "match.url"))
        return &p->match_url;
    if (l->place == PLACE_PAGE && slice_is(key, "match.text"))
        return &p->match_text;
    if (slice_is(key, "begin"))
        return item ? &l->item->begin : section ? &l->section->begin : NULL;
    if (slice_is(key, "end"))
        return item ? &l->item->end : section ? &l->section->end : NULL;
    if (item && key.len == above.len + 1 && slice_starts(key, above)) {
        int n = key.at[above.len] - '1';
        return n >= 0 && n < ABOVE_MOST ? &l->item->above[n] : NULL;
    }
    struct profile_rules *rules = item ? &l->item->rules : &l->section->rules;
    if (slice_is(key, "ignore") || slice_is(key, "line"))
        return rules;
    if (slice_ends(key, begin)) {
        *runs = profile_field_find(slice_from(key.at, key.len - begin.len));
        return *runs != FIELD_TOTAL && profile_fields[*runs].many &&
                       (profile_fields[*runs].of & told_of(l)) != 0
                   ? rules
                   : NULL;
    }
    *field = profile_field_find(key);
    return *field != FIELD_TOTAL &&
                   (profile_fields[*field].of & told_of(l)) != 0
               ? rules
               : NULL;
}

void profile_load_rule(struct profile_loading *l, struct slice key,
                       struct slice source)
{
    static const char *const places[] = {
        [PLACE_PAGE] = "[page]",
        [PLACE_SECTION] = "a section",
        [PLACE_ITEM] = "an item",
    };
    if (l->place == PLACE_FORM) {
        load_form(l, key, source);
        return;
    }
    enum profile_field field, runs;
    struct profile_rules *list = find_list(l, key, &field, &runs);
    if (list == NULL) {
        profile_fault(l, key.at, "unknown key '%.*s' in %s%s", DIAG_SHOWN(key),
                      places[l->place],
                      l->place != PLACE_ITEM       ? ""
                      : l->item->kind == KIND_TOOL ? " of kind tool"
                                                   : " of kind review");
        return;
    }
    struct profile_rule *rule = new_rule(l, key, source);
    if (rule == NULL)
        return;
    if (list == &l->profile->match_text && rule->bind_count != 0)
        profile_fault(l, source.at, "match.text states no field");
    rule->drops = slice_is(key, "ignore");
    rule->runs = runs;
    bool line = slice_is(key, "line");
    if (line && rule->bind_count == 0)
        profile_fault(l, source.at, "missing group: a line must state a field");
    if ((line && rule->bind_count == 0) ||
        !check_group(l, rule, field, source)) {
        pattern_free(rule->pattern);
        return;
    }
    add(list, rule);
    l->item_has_rules = true;
}
