/* XXH3-64, the hash of keys, ids and pages. */
#ifndef VTOOLS_BASE_HASH_H
#define VTOOLS_BASE_HASH_H

#include <stdint.h>

#include "lib/base/bytes.h"

uint64_t hash_bytes(struct slice s);

/* The same, faster with more than some hundred bytes. */
uint64_t hash_long_bytes(struct slice s);

/* All 16 hex digits of a hash, lower case. */
void hash_put_hex(char *at, uint64_t hash);

/* Adds the first `digits` (at most 16) hex digits of a hash, lower case. */
void hash_add_hex(struct bytes *out, uint64_t hash, int digits);

#endif
