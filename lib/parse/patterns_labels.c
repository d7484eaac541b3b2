/* Labels: lines that state nothing, and what lines begin with. */
#include "lib/base/text.h"
#include "lib/parse/patterns_match.h"

bool patterns_match(struct patterns *p, enum form_pattern pattern,
                    struct slice line)
{
    const struct profile_rule *rule = p->rules[pattern];
    return line.len <= form_patterns[pattern].most &&
           slice_starts(line, rule->begins) &&
           matcher_find(p->matcher, rule->pattern, line);
}

/* A colon behind a label is no part of it. */
static struct slice without_colon(struct slice line)
{
    if (line.len == 0 || line.at[line.len - 1] != ':')
        return line;
    return text_trim(slice_from(line.at, line.len - 1));
}

static bool is_label(struct patterns *p, enum form_pattern label,
                     struct slice line)
{
    const struct profile_rule *rule = p->rules[label];
    return rule->is_literal ? slice_equal(line, rule->begins)
                            : patterns_match(p, label, line);
}

bool patterns_label(struct patterns *p, enum form_pattern label,
                    struct slice line)
{
    static const struct slice colon = SLICE(" :"); /* at most */
    const struct profile_rule *rule = p->rules[label];
    if (rule->is_literal && line.len - rule->begins.len > colon.len)
        return false;
    return is_label(p, label, without_colon(line));
}

form_set patterns_may_begin(const struct patterns *p, form_set labels,
                            struct slice line)
{
    return line.len < 2 ? labels
                        : labels & p->first[(unsigned char)line.at[0]] &
                              p->second[(unsigned char)line.at[1]];
}

void patterns_first_bytes(const struct patterns *p, form_set labels,
                          bool bytes[256])
{
    for (int byte = 0; byte < 256; byte++)
        bytes[byte] = bytes[byte] || (p->first[byte] & labels) != 0;
}

enum form_pattern patterns_find_label(struct patterns *p, form_set labels,
                                      struct slice line)
{
    labels = patterns_may_begin(p, labels, line);
    for (; labels != 0; labels &= labels - 1) {
        enum form_pattern label = (enum form_pattern)__builtin_ctzll(labels);
        if (patterns_label(p, label, line))
            return label;
    }
    return FORM_TOTAL;
}

struct slice patterns_literal(const struct patterns *p, enum form_pattern label)
{
    const struct profile_rule *rule = p->rules[label];
    return rule->is_literal ? rule->begins : slice_from(NULL, 0);
}

bool patterns_label_begins(struct patterns *p, enum form_pattern label,
                           struct slice line)
{
    const struct profile_rule *rule = p->rules[label];
    return rule->is_literal ? slice_starts(rule->begins, line)
                            : matcher_may_find(p->matcher, rule->pattern, line);
}

bool patterns_behind(struct patterns *p, enum form_pattern beginning,
                     struct slice line, struct slice *rest)
{
    if (!patterns_match(p, beginning, line))
        return false;
    struct slice found = matcher_group(p->matcher, 0);
    *rest = slice_after(line, (size_t)(found.at + found.len - line.at));
    return true;
}

bool patterns_versus(struct patterns *p, struct slice *title)
{
    if (title->len == 0 || title->at[0] != ' ')
        return false;
    struct slice rest = slice_after(*title, 1);
    const char *end = rest.len == 0 ? NULL : memchr(rest.at, ' ', rest.len);
    if (end == NULL)
        return false;
    struct slice word = slice_from(rest.at, (size_t)(end - rest.at));
    if (!is_label(p, FORM_VERSUS, word))
        return false;
    *title = slice_after(rest, word.len + 1);
    return true;
}
