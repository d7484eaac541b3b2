#define PCRE2_CODE_UNIT_WIDTH 8
#include "lib/parse/profile_pattern.h"

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/bytes.h"

enum {
    PATTERN_MOST = 4096, /* bytes */
    STEPS_BASE = 2000,
    STEPS_PER_BYTE = 4,
    DEPTH_MOST = 1000,
    HEAP_MOST = 4096, /* KiB, without JIT */
    STACK_FIRST = 32 * 1024,
    STACK_MOST = 1024 * 1024
};

struct pattern {
    pcre2_code *code;
    bool anywhere;   /* it is found where a line does not begin, too */
    bool compiled;   /* by the JIT */
    uint32_t least;  /* characters that a line must have */
    bool first[256]; /* bytes that a line may begin with */
    int needed;      /* a byte that a line must have; -1: none is known */
    PCRE2_SPTR names;
    uint32_t name_count, name_size;
};

struct matcher {
    pcre2_match_data *found;
    pcre2_match_context *limits;
    pcre2_jit_stack *stack;
    struct slice line, seen;
    bool gave_up;
};

void pattern_free(struct pattern *p)
{
    if (p == NULL)
        return;
    pcre2_code_free(p->code);
    free(p);
}

static pcre2_code *compile(struct slice source, struct pattern_error *error)
{
    int number;
    PCRE2_SIZE at;
    pcre2_code *code = pcre2_compile(
        (PCRE2_SPTR)source.at, source.len,
        PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &number, &at, NULL);
    if (code == NULL) {
        error->offset = at;
        if (number != PCRE2_ERROR_HEAP_FAILED)
            pcre2_get_error_message(number, (PCRE2_UCHAR *)error->message,
                                    sizeof error->message);
    }
    return code;
}

static bool is_anchored(const pcre2_code *code)
{
    uint32_t options = 0;
    pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
    return (options & PCRE2_ANCHORED) != 0;
}

/*
 * PCRE2 counts the steps of a match anew for every place at which one may
 * begin.  With the search inside the pattern there is one such place.
 */
static pcre2_code *compile_search(struct slice source,
                                  struct pattern_error *error)
{
    struct bytes text = {0};
    bytes_add_string(&text, "^(?s:.*?)(?:");
    bytes_add_slice(&text, source);
    bytes_add_byte(&text, ')');
    pcre2_code *code = text.failed ? NULL : compile(bytes_slice(&text), error);
    bool failed = text.failed || (code == NULL && error->message[0] == '\0');
    bytes_free(&text);
    if (code != NULL && is_anchored(code))
        return code;
    pcre2_code_free(code);
    error->offset = 0;
    if (!failed)
        snprintf(error->message, sizeof error->message,
                 "it cannot be searched for: begin it with ^");
    return NULL;
}

static pcre2_code *compile_anchored(struct slice source, bool *anywhere,
                                    struct pattern_error *error)
{
    pcre2_code *code = compile(source, error);
    if (code == NULL || is_anchored(code))
        return code;
    pcre2_code_free(code);
    *anywhere = true;
    return compile_search(source, error);
}

static void set_limits(pcre2_match_context *limits, size_t len)
{
    size_t steps = STEPS_BASE + STEPS_PER_BYTE * len;
    pcre2_set_match_limit(limits, (uint32_t)steps);
    pcre2_set_depth_limit(limits, DEPTH_MOST);
    pcre2_set_heap_limit(limits, HEAP_MOST);
}

void pattern_find_first_bytes(struct pattern *p, struct slice literal)
{
    if (literal.len != 0) {
        memset(p->first, false, sizeof p->first);
        p->first[(unsigned char)literal.at[0]] = true;
        return;
    }
    /* Those of which PCRE2, shown nothing else, does not already say no. */
    enum { ASCII = 128 }; /* other bytes are no characters by themselves */
    pcre2_match_data *found = pcre2_match_data_create(1, NULL);
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    bool able = found != NULL && limits != NULL && !p->anywhere;
    if (able)
        set_limits(limits, 1);
    for (unsigned char byte = 0; able && byte < ASCII; byte++)
        p->first[byte] =
            pcre2_match(p->code, &byte, 1, 0,
                        PCRE2_PARTIAL_HARD | PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
                        found, limits) != PCRE2_ERROR_NOMATCH;
    pcre2_match_data_free(found);
    pcre2_match_context_free(limits);
}

/* Of a letter PCRE2 does not say whether the other case would do. */
static int needed_byte(const pcre2_code *code)
{
    uint32_t known = 0, byte = 0;
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODETYPE, &known);
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODEUNIT, &byte);
    bool letter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    return known == 1 && byte < 0x80 && !letter ? (int)byte : -1;
}

struct pattern *pattern_new(struct slice source, struct pattern_error *error)
{
    *error = (struct pattern_error){0};
    if (source.len > PATTERN_MOST) {
        error->offset = PATTERN_MOST;
        snprintf(error->message, sizeof error->message,
                 "it is longer than %d bytes", PATTERN_MOST);
        return NULL;
    }
    struct pattern *p = calloc(1, sizeof *p);
    if (p == NULL)
        return NULL;
    p->code = compile_anchored(source, &p->anywhere, error);
    uint32_t groups = 0;
    if (p->code != NULL) {
        pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &groups);
        pcre2_pattern_info(p->code, PCRE2_INFO_NAMECOUNT, &p->name_count);
        pcre2_pattern_info(p->code, PCRE2_INFO_NAMEENTRYSIZE, &p->name_size);
        pcre2_pattern_info(p->code, PCRE2_INFO_NAMETABLE, &p->names);
    }
    if (groups > PATTERN_GROUPS_MOST)
        snprintf(error->message, sizeof error->message,
                 "it has more than %d groups", PATTERN_GROUPS_MOST);
    if (p->code == NULL || groups > PATTERN_GROUPS_MOST) {
        pattern_free(p);
        return NULL;
    }
    pcre2_pattern_info(p->code, PCRE2_INFO_MINLENGTH, &p->least);
    p->needed = needed_byte(p->code);
    memset(p->first, true, sizeof p->first);
    /* Without JIT (a processor it does not know) matching only is slower. */
    p->compiled = pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;
    return p;
}

size_t pattern_names(const struct pattern *p)
{
    return p->name_count;
}

struct slice pattern_name(const struct pattern *p, size_t i, size_t *group)
{
    PCRE2_SPTR entry = p->names + i * p->name_size;
    *group = (size_t)entry[0] << 8 | entry[1];
    return slice_of((const char *)entry + 2);
}

void matcher_free(struct matcher *m)
{
    if (m == NULL)
        return;
    pcre2_match_data_free(m->found);
    pcre2_match_context_free(m->limits);
    pcre2_jit_stack_free(m->stack);
    free(m);
}

struct matcher *matcher_new(void)
{
    struct matcher *m = calloc(1, sizeof *m);
    if (m == NULL)
        return NULL;
    m->found = pcre2_match_data_create(PATTERN_GROUPS_MOST + 1, NULL);
    m->limits = pcre2_match_context_create(NULL);
    m->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MOST, NULL);
    if (m->found == NULL || m->limits == NULL) {
        matcher_free(m);
        return NULL;
    }
    set_limits(m->limits, 0);
    /* There is none where there is no JIT. */
    if (m->stack != NULL)
        pcre2_jit_stack_assign(m->limits, NULL, m->stack);
    return m;
}

/* The beginning of a long line, up to the end of a character. */
static struct slice head(struct slice line)
{
    if (line.len <= PATTERN_SEES)
        return line;
    size_t len = PATTERN_SEES;
    while (len > 0 && ((unsigned char)line.at[len] & 0xc0) == 0x80)
        len--;
    return slice_from(line.at, len);
}

static void begin(struct matcher *m, struct slice line)
{
    m->line = line;
    m->seen = head(line);
    set_limits(m->limits, m->seen.len);
}

/* Whether a line is none that the pattern fits, at first sight. */
static bool is_out_of_question(const struct pattern *p, struct slice line)
{
    return line.len < p->least ||
           (line.len != 0 && !p->first[(unsigned char)line.at[0]]) ||
           (p->needed >= 0 && memchr(line.at, p->needed, line.len) == NULL);
}

/* Lines are valid UTF-8 already: checking them again costs most of the time. */
bool matcher_find(struct matcher *m, const struct pattern *p, struct slice line)
{
    m->gave_up = false;
    if (is_out_of_question(p, line))
        return false;
    begin(m, line);
    PCRE2_SPTR at = (PCRE2_SPTR)m->seen.at;
    size_t len = m->seen.len;
    int result = p->compiled
                     ? pcre2_jit_match(p->code, at, len, 0, PCRE2_NO_UTF_CHECK,
                                       m->found, m->limits)
                     : pcre2_match(p->code, at, len, 0, PCRE2_NO_UTF_CHECK,
                                   m->found, m->limits);
    m->gave_up = result < 0 && result != PCRE2_ERROR_NOMATCH;
    return result > 0;
}

bool matcher_may_find(struct matcher *m, const struct pattern *p,
                      struct slice line)
{
    if (p->anywhere)
        return false;
    begin(m, line);
    int result =
        pcre2_match(p->code, (PCRE2_SPTR)m->seen.at, m->seen.len, 0,
                    PCRE2_PARTIAL_HARD | PCRE2_NO_JIT | PCRE2_NO_UTF_CHECK,
                    m->found, m->limits);
    return result == PCRE2_ERROR_PARTIAL || result > 0;
}

struct slice matcher_group(const struct matcher *m, size_t group)
{
    PCRE2_SIZE *at = pcre2_get_ovector_pointer(m->found);
    if (group > PATTERN_GROUPS_MOST || at[2 * group] == PCRE2_UNSET ||
        at[2 * group] > at[2 * group + 1])
        return slice_from(NULL, 0);
    size_t begin = at[2 * group], end = at[2 * group + 1];
    if (end == m->seen.len)
        end = m->line.len;
    return slice_from(m->line.at + begin, end - begin);
}

bool matcher_gave_up(const struct matcher *m)
{
    return m->gave_up;
}
