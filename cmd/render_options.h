/* vrender's own options. */
#ifndef VTOOLS_CMD_RENDER_OPTIONS_H
#define VTOOLS_CMD_RENDER_OPTIONS_H

#include "cmd/command.h"
#include "lib/render/document.h"

enum color_wish { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct render_options {
    const struct format *format; /* NULL: by the output's name, else text */
    size_t width;                /* 0: as wide as the terminal */
    enum color_wish color;
    bool pager;
    bool raw;
    struct mail_settings mail;
    struct atom_settings atom;
    const char *previous; /* the name of the earlier feed */
    struct site_settings site;
    const char *split; /* what names the document of each record, or NULL */
};

/* As struct program wants them. */
extern const struct option render_option_names[];
extern const char render_options_help[];
bool render_options_take(void *self, int option, const char *argument,
                         struct diag *d);

void render_options_free(struct render_options *wishes);

#endif
