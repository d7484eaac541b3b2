#include "lib/base/address.h"

#include "lib/base/ascii.h"

/* Its parts without the marks between them; unknown where there is none. */
struct address {
    struct slice scheme, authority, path, query, fragment;
};

/* How long the scheme is; 0 when there is none. */
static size_t scheme_length(struct slice s)
{
    size_t len = 0;
    while (len < s.len && (ascii_is_letter(s.at[len]) ||
                           (len != 0 && (ascii_is_digit(s.at[len]) ||
                                         memchr("+-.", s.at[len], 3) != NULL))))
        len++;
    return len < s.len && s.at[len] == ':' ? len : 0;
}

bool address_is_absolute(struct slice address)
{
    return scheme_length(address) != 0;
}

/* Takes what stands behind the first `mark` off the end of *s. */
static struct slice take_behind(struct slice *s, char mark)
{
    const char *found = s->len == 0 ? NULL : memchr(s->at, mark, s->len);
    if (found == NULL)
        return slice_from(NULL, 0);
    size_t len = (size_t)(found - s->at);
    struct slice behind = slice_after(*s, len + 1);
    s->len = len;
    return behind;
}

/* Section 5.2.2 calls these the five components. */
static struct address split(struct slice s)
{
    struct address a = {0};
    size_t scheme = scheme_length(s);
    if (scheme != 0) {
        a.scheme = slice_from(s.at, scheme);
        s = slice_after(s, scheme + 1);
    }
    a.fragment = take_behind(&s, '#');
    a.query = take_behind(&s, '?');
    if (slice_starts(s, slice_of("//"))) {
        s = slice_after(s, 2);
        const char *slash = s.len == 0 ? NULL : memchr(s.at, '/', s.len);
        size_t len = slash == NULL ? s.len : (size_t)(slash - s.at);
        a.authority = slice_from(s.at, len);
        s = slice_after(s, len);
    }
    a.path = s;
    return a;
}

/* Section 5.2.4: adds a path without its segments `.` and `..`. */
static void add_without_dots(struct bytes *out, struct slice in)
{
    size_t begin = out->len;
    while (in.len != 0) {
        bool slash = in.at[0] == '/';
        const char *next =
            in.len == 1 ? NULL : memchr(in.at + slash, '/', in.len - slash);
        size_t len = next == NULL ? in.len : (size_t)(next - in.at);
        struct slice segment = slice_from(in.at + slash, len - slash);
        bool dots = slice_is(segment, "..");
        bool drops = dots || slice_is(segment, ".");
        if (dots && slash)
            while (out->len > begin && out->at[--out->len] != '/')
                ;
        if (!drops)
            bytes_add(out, in.at, len);
        else if (slash && next == NULL)
            bytes_add_byte(out, '/');
        /* At the beginning, the slash behind such a segment goes with it. */
        in = slice_after(in, len + (drops && !slash && next != NULL));
    }
}

/* Section 5.2.3: the base's path up to its last segment, then this one. */
static void add_merged(struct bytes *out, const struct address *base,
                       struct slice path)
{
    size_t len = base->path.len;
    while (len > 0 && base->path.at[len - 1] != '/')
        len--;
    if (slice_known(base->authority) && base->path.len == 0)
        bytes_add_byte(out, '/');
    bytes_add(out, base->path.at, len);
    bytes_add_slice(out, path);
}

static void add_part(struct bytes *out, const char *mark, struct slice part)
{
    if (!slice_known(part))
        return;
    bytes_add_string(out, mark);
    bytes_add_slice(out, part);
}

/* Adds scheme and authority. */
static void add_beginning(struct bytes *out, const struct address *a)
{
    bytes_add_slice(out, a->scheme);
    bytes_add_byte(out, ':');
    add_part(out, "//", a->authority);
}

bool address_add_resolved(struct bytes *out, struct slice base,
                          struct slice reference)
{
    if (base.len > ADDRESS_MOST || reference.len > ADDRESS_MOST ||
        !address_is_absolute(base))
        return false;
    struct address b = split(base), r = split(reference);
    bool own_place = slice_known(r.scheme) || slice_known(r.authority);
    if (slice_known(r.scheme))
        b.scheme = r.scheme;
    if (own_place)
        b.authority = r.authority;
    add_beginning(out, &b);
    struct bytes merged = {0};
    if (own_place || slice_starts(r.path, slice_of("/"))) {
        add_without_dots(out, r.path);
    } else if (r.path.len == 0) {
        bytes_add_slice(out, b.path);
        if (!slice_known(r.query))
            r.query = b.query;
    } else {
        add_merged(&merged, &b, r.path);
        add_without_dots(out, bytes_slice(&merged));
    }
    out->failed = out->failed || merged.failed;
    bytes_free(&merged);
    add_part(out, "?", r.query);
    add_part(out, "#", r.fragment);
    return true;
}
