/*
 * The format mail: one message (RFC 5322) of two alternatives, the text and
 * the html of the same records, ready for `sendmail -t`.  Lines end in LF, as
 * programs that take mail over want them.
 */
#ifndef VTOOLS_RENDER_MAIL_H
#define VTOOLS_RENDER_MAIL_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

/* What a message is told beside its records; unknown slices: not said. */
struct mail_settings {
    struct bytes to, from;    /* what mail_add_addresses made */
    struct slice subject;     /* as the user gave it */
    struct slice unsubscribe; /* an address for one click, checked */
};

/*
 * Adds a header field's body from addresses as people write them,
 * `ada@x.example, "Ben B." <ben@x.example>`, encoded and folded; a comma comes
 * first when there are some already.  False with *d filled, and nothing added,
 * when they are no such addresses; `option` is named there.
 */
bool mail_add_addresses(struct bytes *out, const char *list, const char *option,
                        struct diag *d);

/* The domain of the address that was added last; "" when there is none. */
struct slice mail_domain(const struct bytes *addresses);

/* Whether the address may stand in List-Unsubscribe (RFC 8058): https. */
bool mail_may_unsubscribe(struct slice url);

/*
 * Adds text, masked, as an unstructured header field's body, behind a name of
 * `column` characters: in words of RFC 2047 where ASCII does not do.
 */
void mail_add_header_text(struct bytes *out, struct slice text, size_t column);

/* Adds text as quoted-printable lines. */
void mail_add_quoted_printable(struct bytes *out, struct slice text);

/* Adds an instant, in seconds since 1970, as RFC 5322 has it. */
void mail_add_date(struct bytes *out, int64_t seconds);

#endif
