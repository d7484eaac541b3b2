/* Windows-1252, by the WHATWG's Encoding Standard. */
#ifndef VTOOLS_BASE_WINDOWS_1252_H
#define VTOOLS_BASE_WINDOWS_1252_H

#include <stdint.h>

/* What it has from 0x80 to 0x9f; all other bytes are those of Latin-1. */
extern const uint16_t windows_1252[32];

#endif
