#include "lib/render/url.h"

#include <strings.h>

/* RFC 3986: unreserved, gen-delims, sub-delims, and the percent sign. */
static bool is_url_byte(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') ||
           (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

static size_t scheme_len(struct slice url)
{
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t len = strlen(schemes[i]);
        if (url.len > len && strncasecmp(url.at, schemes[i], len) == 0)
            return len;
    }
    return 0;
}

bool url_is_web(struct slice url)
{
    size_t host = slice_known(url) ? scheme_len(url) : 0;
    if (host == 0 || strchr("/?#:@", url.at[host]) != NULL)
        return false;
    for (size_t i = 0; i < url.len; i++)
        if (!is_url_byte((unsigned char)url.at[i]))
            return false;
    return true;
}
