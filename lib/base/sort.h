/*
 * Sorting by numbers, without a call for each comparison.  What is sorted is
 * a number and what it is the number of; equal numbers keep their order.
 */
#ifndef VTOOLS_BASE_SORT_H
#define VTOOLS_BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

struct numbered {
    uint64_t number;
    uint32_t item;
};

/* `room` is for half as many. */
void sort_numbered(struct numbered *at, struct numbered *room, size_t count);

#endif
