#include "lib/parse/html_address.h"

#include <strings.h>

#include "lib/base/address.h"
#include "lib/base/text.h"

/* What the page's head says of addresses. */
struct said {
    struct slice base, canonical, open_graph;
};

static void take(struct slice *first, struct slice address)
{
    address = text_trim(address);
    if (!slice_known(*first) && address.len != 0)
        *first = address;
}

static bool is_canonical(struct slice rel)
{
    static const struct slice canonical = SLICE("canonical");
    return rel.len == canonical.len &&
           strncasecmp(rel.at, canonical.at, rel.len) == 0;
}

static struct said listen(const struct html *html)
{
    struct said said = {0};
    for (uint32_t i = 0; i < html->count; i++) {
        switch (html->nodes[i].tag) {
        case HTML_BASE:
            take(&said.base, html_attribute(html, i, ATTRIBUTE_HREF));
            break;
        case HTML_LINK:
            if (is_canonical(html_attribute(html, i, ATTRIBUTE_REL)))
                take(&said.canonical, html_attribute(html, i, ATTRIBUTE_HREF));
            break;
        case HTML_META:
            if (slice_is(html_attribute(html, i, ATTRIBUTE_PROPERTY), "og:url"))
                take(&said.open_graph,
                     html_attribute(html, i, ATTRIBUTE_CONTENT));
            break;
        default:
            break;
        }
    }
    return said;
}

struct slice html_address_resolve(struct slice base, struct slice address,
                                  struct arena *arena, bool *failed)
{
    struct bytes made = {0};
    if (!slice_known(address) || !slice_known(base) ||
        address_is_absolute(address) ||
        !address_add_resolved(&made, base, address))
        return address;
    return arena_keep(arena, &made, failed);
}

bool html_address_find(struct html_address *a, const struct html *html,
                       struct slice known, struct arena *arena)
{
    bool failed = false;
    struct said said = listen(html);
    struct slice own =
        slice_known(said.canonical) ? said.canonical : said.open_graph;
    /* Of a page that nobody knows the address of, its own is all there is. */
    struct slice page = slice_known(known) ? known : own;
    a->base = slice_known(said.base)
                  ? html_address_resolve(page, said.base, arena, &failed)
                  : page;
    a->page = slice_known(known)
                  ? known
                  : html_address_resolve(a->base, own, arena, &failed);
    return !failed;
}
