#include "lib/render/mail.h"

enum { LINE_MOST = 76 };

/*
 * Whether a byte cannot stand for itself: white space at the end of a line, a
 * dot at its beginning, by which programs end messages, and the F of "From ",
 * by which folders of mail divide them.
 */
static bool is_encoded(struct slice text, size_t at, size_t column)
{
    unsigned char c = (unsigned char)text.at[at];
    bool ends = at + 1 == text.len || text.at[at + 1] == '\n';
    if (c == ' ' || c == '\t')
        return ends;
    if (column == 0 && c == '.')
        return true;
    if (column == 0 && c == 'F' &&
        slice_starts(slice_after(text, at), slice_of("From ")))
        return true;
    return c < ' ' || c > '~' || c == '=';
}

void mail_add_quoted_printable(struct bytes *out, struct slice text)
{
    size_t column = 0;
    for (size_t at = 0; at < text.len; at++) {
        if (text.at[at] == '\n') {
            bytes_add_byte(out, '\n');
            column = 0;
            continue;
        }
        bool encoded = is_encoded(text, at, column);
        size_t len = encoded ? 3 : 1;
        bool last = at + 1 == text.len || text.at[at + 1] == '\n';
        /* The last column is the soft break's where the line goes on. */
        if (column + len > (size_t)LINE_MOST - !last) {
            bytes_add_string(out, "=\n");
            column = 0;
            encoded = is_encoded(text, at, column);
        }
        if (encoded)
            bytes_add_format(out, "=%02X", (unsigned char)text.at[at]);
        else
            bytes_add_byte(out, text.at[at]);
        column += encoded ? 3 : 1;
    }
    if (column != 0)
        bytes_add_byte(out, '\n');
}
