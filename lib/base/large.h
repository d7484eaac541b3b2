/*
 * Large arrays that are gone over in no order.  With pages of two megabytes
 * behind them the processor finds its way to any of their items without a
 * walk through the system's tables, and the system hands them out by far
 * fewer interruptions.
 */
#ifndef VTOOLS_BASE_LARGE_H
#define VTOOLS_BASE_LARGE_H

#include <stddef.h>

/*
 * Asks for large pages behind memory that was just allocated, or grown; that
 * is advice, which changes nothing but the time it takes.  What is small stays
 * as it is.
 */
void large_advise(void *at, size_t size);

#endif
