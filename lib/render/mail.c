#include "lib/render/mail.h"

#include <stdlib.h>

#include "lib/base/hash.h"
#include "lib/render/document.h"
#include "lib/render/words.h"

/* Both bodies, and what the subject tells of them. */
struct mail {
    struct document text, html;
    struct bytes title; /* of the first comparison or verdict */
    size_t comparisons, verdicts, changes, flips, others;
};

static void mail_begin(struct document *d)
{
    struct mail *m = calloc(1, sizeof *m);
    d->own = m;
    if (m == NULL) {
        d->out.failed = true;
        return;
    }
    struct render_settings settings = {.width = d->settings.width};
    document_begin(&m->text, &format_text, settings);
    document_begin(&m->html, &format_html, settings);
}

static void mail_free(struct document *d)
{
    struct mail *m = d->own;
    if (m == NULL)
        return;
    document_free(&m->text);
    document_free(&m->html);
    bytes_free(&m->title);
    free(m);
}

/* -- records ------------------------------------------------------------ */

static void mail_comparison(struct document *d, const struct comparison *c)
{
    struct mail *m = d->own;
    if (m->comparisons++ == 0) {
        bytes_clear(&m->title);
        words_add_title(&m->title, c);
    }
    m->text.format->comparison(&m->text, c);
    m->html.format->comparison(&m->html, c);
}

static void mail_matrix(struct document *d, const struct matrix *matrix)
{
    struct mail *m = d->own;
    if (m->comparisons++ == 0) {
        bytes_clear(&m->title);
        bytes_add_slice(&m->title, matrix->title);
    }
    m->text.format->matrix(&m->text, matrix);
    m->html.format->matrix(&m->html, matrix);
}

static void mail_verdicts(struct document *d, const struct verdict *verdicts,
                          size_t count)
{
    struct mail *m = d->own;
    if (m->verdicts == 0 && m->title.len == 0) {
        bytes_add_slice(&m->title, verdict_name(verdicts));
        bytes_add_format(&m->title, ": %s", judgement_title(verdicts->verdict));
    }
    m->verdicts += count;
    m->text.format->verdicts(&m->text, verdicts, count);
    m->html.format->verdicts(&m->html, verdicts, count);
}

static void mail_changes(struct document *d, const struct change *changes,
                         size_t count)
{
    struct mail *m = d->own;
    m->changes += count;
    for (size_t i = 0; i < count; i++)
        m->flips += changes[i].kind == CHANGE_FLIPPED;
    m->text.format->changes(&m->text, changes, count);
    m->html.format->changes(&m->html, changes, count);
}

static void mail_listing(struct document *d, const struct listing *l)
{
    struct mail *m = d->own;
    m->others += l->row_count;
    m->text.format->listing(&m->text, l);
    m->html.format->listing(&m->html, l);
}

static bool mail_other(struct document *d, struct slice type, struct object *o)
{
    struct mail *m = d->own;
    const struct format *text = m->text.format, *html = m->html.format;
    bool shown = text->other != NULL && text->other(&m->text, type, o);
    if (html->other != NULL && o->bad == NULL)
        shown = html->other(&m->html, type, o) || shown;
    m->others += shown && o->bad == NULL;
    return shown;
}

/* -- the message -------------------------------------------------------- */

static void add_counted(struct bytes *out, size_t count, const char *thing)
{
    if (count == 0)
        return;
    if (out->len != 0)
        bytes_add_string(out, ", ");
    words_add_counted(out, (int64_t)count, thing);
}

/* What the message is about, where nobody says it. */
static void add_subject(struct bytes *out, const struct mail *m)
{
    if (m->comparisons != 0) {
        bytes_add_slice(out, bytes_slice(&m->title));
        if (m->comparisons > 1)
            bytes_add_format(out, " and %zu more", m->comparisons - 1);
    }
    if (m->verdicts == 1 && m->comparisons == 0)
        bytes_add_slice(out, bytes_slice(&m->title));
    else
        add_counted(out, m->verdicts, "verdict");
    add_counted(out, m->changes, "change");
    if (m->flips != 0) {
        bytes_add_string(out, ", ");
        words_add_counted(out, (int64_t)m->flips, "verdict");
        bytes_add_string(out, " flipped");
    }
    add_counted(out, m->others, "record");
    if (out->len == 0)
        bytes_add_string(out, "No records");
}

static void add_field(struct bytes *out, const char *name, struct slice body)
{
    bytes_add_string(out, name);
    bytes_add_string(out, ": ");
    bytes_add_slice(out, body);
    bytes_add_byte(out, '\n');
}

/*
 * The same content of another day is another message (RFC 5322): where it had
 * the same name, it would be taken for a copy and put away.
 */
static void add_message_hash(struct bytes *out, const struct mail *m,
                             struct slice subject, int64_t now)
{
    struct bytes rest = {0};
    bytes_add_slice(&rest, subject);
    bytes_add_byte(&rest, '\n');
    mail_add_date(&rest, now);
    hash_add_hex(out, hash_long_bytes(bytes_slice(&m->text.out)), 16);
    hash_add_hex(out, hash_long_bytes(bytes_slice(&m->html.out)), 16);
    hash_add_hex(out, hash_bytes(bytes_slice(&rest)), 8);
    out->failed = out->failed || rest.failed;
    bytes_free(&rest);
}

static void add_headers(struct bytes *out, const struct document *d,
                        struct slice hash, struct slice subject)
{
    static const char subject_name[] = "Subject: ";
    const struct mail_settings *s = d->settings.mail;
    struct slice domain = s == NULL ? slice_of("") : mail_domain(&s->from);
    if (s != NULL && s->from.len != 0)
        add_field(out, "From", bytes_slice(&s->from));
    if (s != NULL && s->to.len != 0)
        add_field(out, "To", bytes_slice(&s->to));
    bytes_add_string(out, subject_name);
    mail_add_header_text(out, subject, sizeof subject_name - 1);
    bytes_add_string(out, "\nDate: ");
    mail_add_date(out, d->settings.now);
    bytes_add_format(out, "\nMessage-ID: <%.*s@%.*s>\n", (int)hash.len, hash.at,
                     (int)(domain.len == 0 ? 14 : domain.len),
                     domain.len == 0 ? "vtools.invalid" : domain.at);
    bytes_add_string(out, "Auto-Submitted: auto-generated\n");
    if (s != NULL && slice_known(s->unsubscribe)) {
        bytes_add_format(out, "List-Unsubscribe: <%.*s>\n",
                         (int)s->unsubscribe.len, s->unsubscribe.at);
        bytes_add_string(out,
                         "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n");
    }
}

/* The line end before a boundary belongs to it, not to the part above. */
static void add_part(struct bytes *out, struct slice boundary, const char *type,
                     struct slice content)
{
    bytes_add_format(out,
                     "\n--%.*s\nContent-Type: %s; charset=utf-8\n"
                     "Content-Transfer-Encoding: quoted-printable\n\n",
                     (int)boundary.len, boundary.at, type);
    mail_add_quoted_printable(out, content);
}

/* `=_` stands nowhere in quoted-printable text, so neither does the boundary.
 */
static void add_bodies(struct bytes *out, const struct mail *m,
                       struct slice hash)
{
    struct bytes boundary = {0};
    bytes_add_string(&boundary, "=_");
    bytes_add_slice(&boundary, hash);
    struct slice between = bytes_slice(&boundary);
    bytes_add_format(out,
                     "MIME-Version: 1.0\nContent-Type: multipart/alternative;\n"
                     " boundary=\"%.*s\"\n",
                     (int)between.len, between.at);
    add_part(out, between, "text/plain", bytes_slice(&m->text.out));
    add_part(out, between, "text/html", bytes_slice(&m->html.out));
    bytes_add_format(out, "\n--%.*s--\n", (int)between.len, between.at);
    out->failed = out->failed || boundary.failed;
    bytes_free(&boundary);
}

static void mail_end(struct document *d)
{
    struct mail *m = d->own;
    struct bytes subject = {0}, hash = {0};
    struct diag unused;
    const struct mail_settings *s = d->settings.mail;
    if (m == NULL)
        return;
    bool ended = document_end(&m->text, &unused);
    ended = document_end(&m->html, &unused) && ended;
    if (m->text.out.len == 0)
        bytes_add_string(&m->text.out, "No records.\n");
    if (s != NULL && slice_known(s->subject))
        bytes_add_slice(&subject, s->subject);
    else
        add_subject(&subject, m);
    add_message_hash(&hash, m, bytes_slice(&subject), d->settings.now);
    add_headers(&d->out, d, bytes_slice(&hash), bytes_slice(&subject));
    add_bodies(&d->out, m, bytes_slice(&hash));
    d->out.failed = d->out.failed || !ended || subject.failed || hash.failed ||
                    m->title.failed;
    bytes_free(&subject);
    bytes_free(&hash);
}

const struct format format_mail = {
    .name = "mail",
    .extensions = ".eml",
    .begin = mail_begin,
    .comparison = mail_comparison,
    .matrix = mail_matrix,
    .verdicts = mail_verdicts,
    .changes = mail_changes,
    .listing = mail_listing,
    .other = mail_other,
    .end = mail_end,
    .free = mail_free,
};
