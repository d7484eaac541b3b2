/*
 * Room on the stack for records that are nested as deeply as they may be.
 * Where there is no memory left for it the kernel does not say so, it kills.
 */
#ifndef VTOOLS_CMD_STACK_H
#define VTOOLS_CMD_STACK_H

#include <stdbool.h>

/* Takes the room of the main thread at once; false when there is none. */
bool stack_take_room(void);

#endif
