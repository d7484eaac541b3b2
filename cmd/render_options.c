#include "cmd/render_options.h"

#include "lib/render/url.h"

enum {
    OPTION_WIDTH = 1000,
    OPTION_COLOR,
    OPTION_PAGER,
    OPTION_RAW,
    OPTION_TO,
    OPTION_FROM,
    OPTION_SUBJECT,
    OPTION_UNSUBSCRIBE,
    OPTION_TAG,
    OPTION_TITLE,
    OPTION_FEED_URL,
    OPTION_PREVIOUS,
    OPTION_TOOL_PAGE,
    OPTION_REVIEWER_PAGE,
    OPTION_HOME,
    OPTION_SPLIT,
};

static bool take_format(struct render_options *wishes, const char *name,
                        struct diag *d)
{
    wishes->format = format_named(name);
    if (wishes->format != NULL)
        return true;
    struct bytes names = {0};
    format_add_names(&names);
    diag_set(d, NULL, 0, 0, "--format: '%.60s' is none of %.*s", name,
             (int)names.len, bytes_slice(&names).at);
    bytes_free(&names);
    return false;
}

static bool take_color(struct render_options *wishes, const char *word,
                       struct diag *d)
{
    static const char *const words[] = {"auto", "always", "never"};
    for (int i = COLOR_AUTO; i <= COLOR_NEVER; i++) {
        if (strcmp(word, words[i]) == 0) {
            wishes->color = (enum color_wish)i;
            return true;
        }
    }
    diag_set(d, NULL, 0, 0, "--color: '%.60s' is none of auto, always, never",
             word);
    return false;
}

static bool take_unsubscribe(struct render_options *wishes, const char *url,
                             struct diag *d)
{
    wishes->mail.unsubscribe = slice_of(url);
    if (mail_may_unsubscribe(wishes->mail.unsubscribe))
        return true;
    diag_set(d, NULL, 0, 0, "--unsubscribe-url: '%.60s' is no https address",
             url);
    return false;
}

static bool take_tag(struct render_options *wishes, const char *tag,
                     struct diag *d)
{
    wishes->atom.tag = slice_of(tag);
    if (atom_tag_is_valid(wishes->atom.tag))
        return true;
    diag_set(d, NULL, 0, 0, "--tag: '%.60s' is not NAME,DATE", tag);
    return false;
}

static bool take_feed_url(struct render_options *wishes, const char *url,
                          struct diag *d)
{
    wishes->atom.url = slice_of(url);
    if (url_is_web(wishes->atom.url))
        return true;
    diag_set(d, NULL, 0, 0, "--feed-url: '%.60s' is no http or https address",
             url);
    return false;
}

static bool take_address(struct slice *address, const char *argument,
                         struct diag *d)
{
    *address = slice_of(argument);
    if (site_pattern_is_sound(*address))
        return true;
    diag_set(d, NULL, 0, 0,
             "'%.60s' is no address that is relative or of the web", argument);
    return false;
}

bool render_options_take(void *self, int option, const char *argument,
                         struct diag *d)
{
    struct render_options *wishes = self;
    unsigned long long number;
    switch (option) {
    case 'f':
        return take_format(wishes, argument, d);
    case OPTION_COLOR:
        return take_color(wishes, argument == NULL ? "always" : argument, d);
    case OPTION_PAGER:
        wishes->pager = true;
        return true;
    case OPTION_RAW:
        wishes->raw = true;
        return true;
    case OPTION_TO:
        return mail_add_addresses(&wishes->mail.to, argument, "--to", d);
    case OPTION_FROM:
        return mail_add_addresses(&wishes->mail.from, argument, "--from", d);
    case OPTION_SUBJECT:
        wishes->mail.subject = slice_of(argument);
        return true;
    case OPTION_UNSUBSCRIBE:
        return take_unsubscribe(wishes, argument, d);
    case OPTION_TAG:
        return take_tag(wishes, argument, d);
    case OPTION_TITLE:
        wishes->atom.title = slice_of(argument);
        return true;
    case OPTION_FEED_URL:
        return take_feed_url(wishes, argument, d);
    case OPTION_PREVIOUS:
        wishes->previous = argument;
        return true;
    case OPTION_TOOL_PAGE:
        return take_address(&wishes->site.tool_page, argument, d);
    case OPTION_REVIEWER_PAGE:
        return take_address(&wishes->site.reviewer_page, argument, d);
    case OPTION_HOME:
        return take_address(&wishes->site.home, argument, d);
    case OPTION_SPLIT:
        wishes->split = argument;
        return true;
    default:
        if (!command_read_number("--width", argument, RENDER_WIDTH_LEAST,
                                 RENDER_WIDTH_MOST, &number, d))
            return false;
        wishes->width = (size_t)number;
        return true;
    }
}

const struct option render_option_names[] = {
    {"format", required_argument, NULL, 'f'},
    {"width", required_argument, NULL, OPTION_WIDTH},
    {"color", optional_argument, NULL, OPTION_COLOR},
    {"pager", no_argument, NULL, OPTION_PAGER},
    {"raw", no_argument, NULL, OPTION_RAW},
    {"to", required_argument, NULL, OPTION_TO},
    {"from", required_argument, NULL, OPTION_FROM},
    {"subject", required_argument, NULL, OPTION_SUBJECT},
    {"unsubscribe-url", required_argument, NULL, OPTION_UNSUBSCRIBE},
    {"tag", required_argument, NULL, OPTION_TAG},
    {"title", required_argument, NULL, OPTION_TITLE},
    {"feed-url", required_argument, NULL, OPTION_FEED_URL},
    {"previous", required_argument, NULL, OPTION_PREVIOUS},
    {"tool-page", required_argument, NULL, OPTION_TOOL_PAGE},
    {"reviewer-page", required_argument, NULL, OPTION_REVIEWER_PAGE},
    {"home", required_argument, NULL, OPTION_HOME},
    {"split", required_argument, NULL, OPTION_SPLIT},
    {0},
};

const char render_options_help[] =
    "  -f, --format=FORMAT   text, md, html, csv, tsv, json, jsonld, mail,\n"
    "                        atom or svg; default: by the extension of the\n"
    "                        output's name, without one text\n"
    "      --width=COLUMNS   width of text (default: the terminal's)\n"
    "      --color[=WHEN]    color in text: auto, always, never\n"
    "      --pager           show text on a terminal with $PAGER\n"
    "      --raw             leave cells of csv and tsv as they are\n"
    "      --to=ADDRESSES    to whom mail is, may be repeated\n"
    "      --from=ADDRESS    from whom mail is\n"
    "      --subject=TEXT    its subject (default: what it holds)\n"
    "      --unsubscribe-url=URL\n"
    "                        where one click ends such mail\n"
    "      --title=TEXT      the title of a feed or of a page in html\n"
    "      --tag=NAME,DATE   who mints the ids of a feed: example.org,2026\n"
    "      --feed-url=URL    where a feed will be\n"
    "      --previous=FILE   the feed before: what says the same keeps its "
    "time\n"
    "      --split=PATTERN   a file a record, named as in tools/{tool}.html\n"
    "      --tool-page=PATTERN, --reviewer-page=PATTERN\n"
    "                        in html, link names to ../tools/{}.html\n"
    "      --home=ADDRESS    and every page to this one\n";

void render_options_free(struct render_options *wishes)
{
    bytes_free(&wishes->mail.to);
    bytes_free(&wishes->mail.from);
}
