#include "lib/render/format.h"

#include <strings.h>

/* The names are tried and listed in this order. */
static const struct format *const formats[] = {
    &format_text, &format_markdown, &format_html, &format_csv,  &format_tsv,
    &format_json, &format_jsonld,   &format_mail, &format_atom, &format_svg,
};

enum { FORMATS = sizeof formats / sizeof *formats };

const struct format *format_named(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

const struct format *format_of_file(const char *file)
{
    struct slice name = slice_of(file);
    for (size_t i = 0; i < FORMATS; i++) {
        const char *at = formats[i]->extensions;
        while (*at != '\0') {
            size_t len = strcspn(at, " ");
            if (name.len >= len &&
                strncasecmp(name.at + name.len - len, at, len) == 0)
                return formats[i];
            at += len + strspn(at + len, " ");
        }
    }
    return NULL;
}

void format_add_names(struct bytes *out)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (i != 0)
            bytes_add_string(out, ", ");
        bytes_add_string(out, formats[i]->name);
    }
}
