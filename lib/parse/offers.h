/* What a tool costs, out of the offers that structured data makes. */
#ifndef VTOOLS_PARSE_OFFERS_H
#define VTOOLS_PARSE_OFFERS_H

#include "lib/base/bytes.h"
#include "lib/parse/items.h"

/*
 * The prices of a tool as one text, as `Free / $8/mo Basic / $24/mo`, in
 * `pricing`, and "free" or "paid" in `entry`, which is free when any offer
 * is.  Both unknown when no price is stated.  Adds to `out`, which must live
 * no longer than the call needs it.
 */
void offers_read(struct items *items, uint32_t tool, struct bytes *out,
                 struct slice *entry);

#endif
