/*
 * The profiles that vparse is asked to read by, and what it is asked about
 * profiles themselves.
 */
#ifndef VTOOLS_CMD_PROFILES_H
#define VTOOLS_CMD_PROFILES_H

#include "cmd/command.h"
#include "lib/parse/forms.h"

struct profiles {
    struct forms_choice choice;
    struct profile **at; /* those of the choice */
    const char **checks; /* --check-profile, as often as it was given */
    size_t check_count;
    const char *print; /* --print-profile, NULL: not asked */
};

/*
 * Takes the argument of --profile: a file, or the name of a profile that
 * comes along or is installed.  Faults are told to the listener; false with
 * *d filled when there is no such profile or it is no good.
 */
bool profiles_add(struct profiles *p, const char *argument,
                  const struct listener *listener, struct diag *d);

/* Takes the argument of --check-profile; false with *d filled. */
bool profiles_add_check(struct profiles *p, const char *file, struct diag *d);

/* Whether there is something to answer instead of pages to be read. */
bool profiles_asked(const struct profiles *p);

/* Answers --check-profile or --print-profile. */
void profiles_answer(const struct profiles *p, struct command *c);

/* Names the profiles that read no page, once all pages are read. */
void profiles_tell_idle(const struct profiles *p, struct command *c);

void profiles_free(struct profiles *p);

#endif
