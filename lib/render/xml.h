/* Text for XML 1.0 and HTML. */
#ifndef VTOOLS_RENDER_XML_H
#define VTOOLS_RENDER_XML_H

#include "lib/base/bytes.h"

/*
 * Adds text, masked (lib/base/mask.h), which leaves no character that XML 1.0
 * has not, and escaped for elements and quoted attributes.
 */
void xml_add_text(struct bytes *out, struct slice text);

/* The same for text of several lines, which stay lines. */
void xml_add_lines(struct bytes *out, struct slice text);

#endif
