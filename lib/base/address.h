/*
 * Addresses (URI references) and what relative ones mean: RFC 3986, section
 * 5, as strictly as it says.
 */
#ifndef VTOOLS_BASE_ADDRESS_H
#define VTOOLS_BASE_ADDRESS_H

#include "lib/base/bytes.h"

/* Longer ones are not looked at. */
enum { ADDRESS_MOST = 8192 };

/* Whether it begins with a scheme. */
bool address_is_absolute(struct slice address);

/*
 * Adds what a reference is where `base` is the address at hand.  False, with
 * nothing added, when the base is not absolute or one of them is too long;
 * out->failed when there is no memory.
 */
bool address_add_resolved(struct bytes *out, struct slice base,
                          struct slice reference);

#endif
