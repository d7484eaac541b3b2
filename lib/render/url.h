/* Addresses from records. */
#ifndef VTOOLS_RENDER_URL_H
#define VTOOLS_RENDER_URL_H

#include "lib/base/slice.h"

/*
 * Whether it may become a link: http or https, a host behind it, and nothing
 * in it but the characters that RFC 3986 knows.
 */
bool url_is_web(struct slice url);

#endif
