/*
 * Text of HTML: looked at sixteen bytes at a time it is what it is byte by
 * byte, and no reference decodes to more than there is room for.
 */
#include "lib/parse/html/reference_names.h"
#include "lib/parse/html/references.h"
#include "lib/parse/html/scan.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

static bool plain_of(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < ' ' || s.at[i] > '~' ||
            (i != 0 && s.at[i] == ' ' && s.at[i - 1] == ' '))
            return false;
    return true;
}

static bool scans_agree(struct slice s)
{
    const char *end = s.at + s.len;
    bool special = false, wanted = false;
    const char *found = html_scan_to(s.at, end, '<', &special);
    size_t first = 0, count = 0;
    while (first < s.len && s.at[first] != '<')
        first++;
    for (size_t i = 0; i < s.len; i++) {
        count += s.at[i] == '<';
        if (i < first && (s.at[i] == '&' || s.at[i] == '\r' || s.at[i] == 0))
            wanted = true;
    }
    return found == s.at + first && special == wanted &&
           html_count(s.at, end, '<') == count &&
           html_is_plain(s.at, end) == plain_of(s) &&
           (first < s.len || html_has_special(s.at, end, true) == wanted);
}

static void check_scans(void)
{
    static const char odd[] = "<<&\r\n  \x7f\x80\xff>/='\"";
    char buffer[600];
    int wrong = 0;
    for (int round = 0; round < 20000; round++) {
        size_t from = random_below(32), len = random_below(sizeof buffer - 32);
        /* From hardly any odd bytes to nothing but them. */
        size_t often = 1 + random_below(one_in(2) ? 600 : 8);
        for (size_t i = from; i < from + len; i++)
            buffer[i] = one_in(often) ? odd[random_below(sizeof odd)] : 'x';
        wrong += !scans_agree(slice_from(buffer + from, len));
    }
    is_number(wrong, 0, "scans of random bytes");
    static char many[10000];
    memset(many, '<', sizeof many);
    is_number(html_count(many, many + sizeof many, '<'), sizeof many,
              "a count past what a byte holds");
}

/* Decodes a reference that stands alone; what it gives is what it must be. */
static bool decodes(const struct reference_group *group, size_t index)
{
    const struct reference_name *name = &reference_names[index];
    struct bytes raw = {0}, wanted = {0};
    char out[64];
    bytes_add_byte(&raw, '&');
    bytes_add_byte(&raw, (char)('A' + (group - reference_groups)));
    bytes_add(&raw, group->names + name->at, name->length);
    bytes_add_codepoint(&wanted, name->first);
    if (name->second != 0)
        bytes_add_codepoint(&wanted, reference_seconds[name->second]);
    struct slice text = bytes_slice(&raw);
    size_t len = html_decode(out, text, DECODE_REFERENCES);
    bool good = len <= html_decoded_most(text) &&
                slice_equal(slice_from(out, len), bytes_slice(&wanted));
    good = good && len * 5 <= text.len * 6;
    bytes_free(&raw);
    bytes_free(&wanted);
    return good;
}

static void check_references(void)
{
    size_t count = 0, wrong = 0;
    for (char letter = 'A'; letter <= 'z'; letter++) {
        const struct reference_group *group = &reference_groups[letter - 'A'];
        for (size_t i = group[0].first; i < group[1].first; i++, count++)
            wrong += !decodes(group, i);
    }
    is_number(count, 2231, "all named references");
    is_number(wrong, 0, "are decoded, and none to more than 6/5 its length");
}

static void decodes_to(const char *raw, unsigned rules, const char *wanted)
{
    char out[256];
    struct slice text = slice_of(raw);
    size_t len = html_decode(out, text, rules);
    out[len] = '\0';
    is_string(out, wanted, "%.*s", (int)text.len, text.at);
    ok(len <= html_decoded_most(text), "and there is room");
}

static void check_rules(void)
{
    enum { TEXT = DECODE_REFERENCES };
    enum { VALUE = DECODE_REFERENCES | DECODE_ATTRIBUTE };
    decodes_to("&amp;lt; &ltx &gt", TEXT, "&lt; <x >");
    decodes_to("&amp;lt; &ltx &gt &lt=", VALUE, "&lt; &ltx > &lt=");
    decodes_to("&amp;", 0, "&amp;");
    decodes_to("&", TEXT, "&");
    decodes_to("&#", TEXT, "&#");
    decodes_to("&#x", TEXT, "&#x");
    decodes_to("&#99999999999;&#x110000;&#xd800;&#0;", TEXT,
               "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    decodes_to("&#65x&#x41g&#150;", TEXT, "AxAg\xe2\x80\x93");
}

int main(void)
{
    check_scans();
    check_references();
    check_rules();
    return done_testing();
}
