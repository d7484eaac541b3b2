/* Names that may be meant by one that fits no tool. */
#ifndef VTOOLS_DIFF_NEAR_H
#define VTOOLS_DIFF_NEAR_H

#include "lib/diff/lineup.h"

/*
 * Adds up to three names of tools, each in quotation marks and with commas
 * between them: those that differ least from this one, and not by much, in
 * their letters and digits, and those that begin with it.
 */
void near_add_names(struct bytes *list, const struct lineup *lineup,
                    struct slice name);

#endif
