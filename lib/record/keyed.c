#include "lib/record/keyed.h"

struct slice keyed_record(struct slice line)
{
    if (line.len == 0 || strchr("{ \r\n\x1e", line.at[0]) != NULL)
        return line;
    const char *record = memchr(line.at, '{', line.len);
    const char *tab = record == NULL
                          ? NULL
                          : memrchr(line.at, '\t', (size_t)(record - line.at));
    return tab == NULL ? line : slice_after(line, (size_t)(tab + 1 - line.at));
}

void keyed_add(struct bytes *out, struct slice key)
{
    for (size_t i = 0; i < key.len; i++) {
        unsigned char c = (unsigned char)key.at[i];
        if (c < ' ' || c == 0x7f || c == '{' || (c == ' ' && i == 0))
            bytes_add_format(out, "\\u%04X", c);
        else if (c == '\\')
            bytes_add_string(out, "\\\\");
        else
            bytes_add_byte(out, (char)c);
    }
    bytes_add_byte(out, '\t');
}
