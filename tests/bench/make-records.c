/*
 * usage: make-records FOLDER [PERCENT]
 *
 * Writes the records that the benchmark of vscore reads, the same ones every
 * time.  With PERCENT, that much of each file but the first, and of its tools.
 *
 *   plain   as vparse writes them, every review once and whole: for comparing
 *           what the programs find
 *   big     reviews of a kilobyte, a tenth seen before
 *   pages   as vparse writes them from comparisons of two tools, with what the
 *           pages say of these; a tenth of the reviews seen before: as they
 *           were, cut short, without their reviewer and judgement, or without
 *           their tool; of the others, some lack the reviewer or the verdict
 *   small   without a text and where it stood, the tools in random order, a
 *           tenth seen before
 *   little  the beginning of such a file, 20 MB
 *   mixed   the same in ten layouts, which change from line to line
 *   order   the same with the members in the order of their names
 *   once    a review of each of a million tools, in random order
 *   thrice  three of each
 *
 * FOLDER/whole, written last, has a line for each file: its name, and how many
 * lines, reviews, different reviews and tools it has.
 */
#include <err.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lib/base/hash.h"
#include "lib/record/key.h"
#include "lib/record/sighting.h"

enum { ROWS = 8, TEXT_SENTENCES = 8, NAME_SIZE = 64, PATH_SIZE = 4096 };

/* -- numbers ------------------------------------------------------------ */

/* Scattered, and the same for the same two (splitmix64). */
static uint64_t scatter(uint64_t a, uint64_t b)
{
    uint64_t z = a * 0x9e3779b97f4a7c15U + b * 0xd1342543de82ef95U + 1;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

static void shuffle(uint32_t *order, size_t count, uint64_t seed)
{
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    for (size_t i = count; i > 1; i--) {
        size_t other = scatter(seed, i) % i;
        uint32_t kept = order[other];
        order[other] = order[i - 1];
        order[i - 1] = kept;
    }
}

static uint32_t *make_order(size_t count)
{
    uint32_t *order = calloc(count, sizeof *order);
    if (order == NULL)
        err(2, NULL);
    return order;
}

/* -- prose -------------------------------------------------------------- */
#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define PICK(array, n) ((array)[(n) % LENGTH(array)])

static const char *const who[] = {
    "The importer",   "The command line", "Its search",      "The sync daemon",
    "The first hour", "Our nightly job",  "The small print", "The exporter",
    "Undo & redo",    "The café mode",    "Its error text",  "The editor"};
static const char *const does[] = {"took every file we own",
                                   "said what it was about to do",
                                   "ran for a week without being looked at",
                                   "cost us one long evening",
                                   "doesn't hide what it skips",
                                   "was quicker than the page that sells it",
                                   "left the rest of the disk alone",
                                   "asked for a password twice",
                                   "needed half the memory of the last one",
                                   "stopped at the first accent"};
static const char *const so[] = {"which is all that I ask of it",
                                 "and I went home on time",
                                 "so two of us still keep the old one",
                                 "though the manual says \"maybe\"",
                                 "and nobody wrote a ticket about it",
                                 "as long as < 100 people use it",
                                 "so the price is fair",
                                 "which I would not call finished – yet"};
static const char *const first[] = {
    "Amber", "Basalt", "Cobalt", "Delta", "Ember",  "Fathom", "Gable",
    "Harp",  "Indigo", "Jade",   "Kelp",  "Lime",   "Marble", "Nettle",
    "Opal",  "Pewter", "Quartz", "Rowan", "Saddle", "Timber"};
static const char *const second[] = {
    "Anvil", "Beacon", "Compass", "Drafts", "Engine", "Folio", "Garden",
    "Helm",  "Index",  "Journal", "Kiln",   "Ledger", "Mill",  "Notes",
    "Oven",  "Press",  "Queue",   "Router", "Studio", "Tower"};
static const char *const given[] = {"Ada",  "Ben",   "Cleo", "Dario", "Edda",
                                    "Femi", "Greta", "Hugo", "Ines",  "Jonas"};
static const char *const family[] = {"Abel", "Brandt", "Castro", "Dahl",
                                     "Frey", "Garcia", "Holm",   "Ivers",
                                     "Mori", "Jansen", "Karim"};
static const char *const categories[] = {"Developer Tools", "Writing", "Office",
                                         "Search"};

static void add_sentences(struct bytes *out, uint64_t seed, int count)
{
    for (int i = 0; i < count; i++) {
        uint64_t n = scatter(seed, (uint64_t)i);
        bytes_add_string(out, i == 0 ? "" : " ");
        bytes_add_string(out, PICK(who, n));
        bytes_add_byte(out, ' ');
        bytes_add_string(out, PICK(does, n >> 16));
        bytes_add_string(out, ", ");
        bytes_add_string(out, PICK(so, n >> 32));
        bytes_add_byte(out, '.');
    }
}

/* -- tools and reviews -------------------------------------------------- */
struct tool {
    uint64_t number;
    char name[NAME_SIZE], tagline[NAME_SIZE];
    struct bytes key;
};

static void tool_set(struct tool *t, uint64_t number)
{
    t->number = number;
    snprintf(t->name, sizeof t->name, "%s %s %" PRIu64, PICK(first, number),
             PICK(second, number / 20), number / 400);
    snprintf(t->tagline, sizeof t->tagline, "%s work for teams of %" PRIu64,
             PICK(second, number / 7), 2 + number % 41);
    bytes_clear(&t->key);
    key_add_tool(&t->key, slice_of(t->name), slice_of(t->tagline));
}

/* Review `number` of a tool: what it says is in its seed. */
struct review {
    char reviewer[NAME_SIZE];
    int64_t score;
    enum judgement verdict;
    uint64_t seed;
};

static struct review review_of(uint64_t tool, uint64_t number)
{
    struct review r = {.seed = scatter(tool, number)};
    snprintf(r.reviewer, sizeof r.reviewer, "%s %s", PICK(given, number),
             PICK(family, number / LENGTH(given)));
    r.score = (int64_t)(r.seed % 101) * 100;
    if (r.score < 10000 && (r.seed >> 20) % 16 == 0)
        r.score += 50;
    r.verdict = r.score >= 6000 ? JUDGEMENT_SHIP : JUDGEMENT_SKIP;
    return r;
}

/* Which reviews were told already, of tools that have `most` each. */
struct told {
    char *is;
    uint64_t most;
};

static struct told told_none(size_t tools, uint64_t most)
{
    struct told t = {calloc(tools, most), most};
    if (t.is == NULL)
        err(2, NULL);
    return t;
}

/* Whether it was told before; now it is. */
static bool told_again(struct told *t, uint64_t tool, uint64_t number)
{
    char *is = &t->is[tool * t->most + number];
    bool again = *is;
    *is = true;
    return again;
}

/* -- files -------------------------------------------------------------- */
struct output {
    FILE *file;
    const char *name;
    uint64_t lines, reviews, distinct, tools;
    struct bytes line;
};

static const char *folder;

static FILE *open_in_folder(const char *name)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (file == NULL)
        err(2, "%s", path);
    return file;
}

static void output_line(struct output *o)
{
    if (o->line.failed ||
        fwrite(o->line.at, 1, o->line.len, o->file) != o->line.len)
        err(2, "%s", o->name);
    bytes_clear(&o->line);
    o->lines++;
}

static void output_close(struct output *o, FILE *whole)
{
    if (fclose(o->file) != 0)
        err(2, "%s", o->name);
    fprintf(whole, "%s %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n",
            o->name, o->lines, o->reviews, o->distinct, o->tools);
    bytes_free(&o->line);
}

/* -- records as vparse writes them -------------------------------------- */
struct page {
    uint64_t number;
    int64_t line, offset;
    char file[NAME_SIZE];
    struct bytes key;
};

static struct record_source source_of(struct page *p, size_t length)
{
    p->line += 4;
    p->offset += (int64_t)length + 30;
    return (struct record_source){.file = slice_of(p->file),
                                  .line = p->line,
                                  .offset = p->offset,
                                  .syntax = SLICE("scorecard")};
}

/* What the page says of a tool that has `reviews` in all. */
static void write_tool(struct output *o, const struct tool *t, int64_t col,
                       struct page *p, uint64_t reviews)
{
    int64_t ship = 0;
    for (uint64_t i = 0; i < reviews; i++)
        ship += review_of(t->number, i).verdict == JUDGEMENT_SHIP;
    int64_t all = (int64_t)reviews;
    int64_t share = decimal_divide((decimal_wide)ship * 10000, all);
    struct bytes description = {0};
    add_sentences(&description, t->number, 2);
    struct tool_record r = {
        .tool = bytes_slice(&t->key),
        .name = slice_of(t->name),
        .tagline = slice_of(t->tagline),
        .category = slice_of(PICK(categories, t->number)),
        .description = bytes_slice(&description),
        .stated = {share >= 6000   ? JUDGEMENT_SHIP
                   : share <= 4000 ? JUDGEMENT_SKIP
                                   : JUDGEMENT_MIXED,
                   ship, all - ship, (share + 50) / 100 * 100},
        .community_ship_pct = DECIMAL_UNKNOWN,
        .entry = SLICE("paid"),
        .pricing = SLICE("$9/mo per seat; 14 days free"),
        .page = bytes_slice(&p->key),
        .col = col,
        .source = source_of(p, 200),
    };
    tool_record_write(&o->line, &r);
    output_line(o);
    bytes_free(&description);
}

/* What of a review a page leaves open. */
enum loss { WHOLE, CUT, NOBODY, NO_TOOL, NO_REVIEWER, NO_VERDICT };

/* The text up to some character past the 40th that a cut one needs. */
static struct slice cut(struct slice text, uint64_t seed)
{
    size_t len = 60 + seed % 200;
    while (((unsigned char)text.at[len] & 0xc0) == 0x80 ||
           text.at[len - 1] == ' ')
        len++;
    return slice_from(text.at, len);
}

static void forget(struct review_record *r, enum loss loss, uint64_t seed)
{
    struct slice unknown = {0};
    if (loss == CUT) {
        r->truncated = true;
        r->text = cut(r->text, seed);
    }
    if (loss == CUT || loss == NOBODY || loss == NO_REVIEWER)
        r->reviewer = unknown;
    if (loss == CUT || loss == NOBODY) {
        r->score = DECIMAL_UNKNOWN;
        r->verdict = JUDGEMENT_UNKNOWN;
    }
    if (loss == NO_VERDICT)
        r->verdict = JUDGEMENT_UNKNOWN;
    if (loss == NO_TOOL)
        r->tool = r->name = unknown;
}

static void write_review(struct output *o, const struct tool *t,
                         const struct review *of, int64_t row, int64_t col,
                         struct page *p, enum loss loss)
{
    struct bytes text = {0}, id = {0};
    add_sentences(&text, of->seed, TEXT_SENTENCES + (int)(of->seed % 3));
    struct review_record r = {
        .tool = bytes_slice(&t->key),
        .name = slice_of(t->name),
        .reviewer = slice_of(of->reviewer),
        .score = of->score,
        .verdict = of->verdict,
        .text = bytes_slice(&text),
        .helpful = -1,
        .page = bytes_slice(&p->key),
        .row = row,
        .col = col,
        .source = source_of(p, text.len),
    };
    forget(&r, loss, of->seed);
    key_add_review(&id, r.tool, r.reviewer, r.text);
    r.id = bytes_slice(&id);
    review_record_write(&o->line, &r);
    output_line(o);
    o->reviews++;
    bytes_free(&text);
    bytes_free(&id);
}

/* How a review is told on its later pages, and on its first. */
static enum loss loss_again(uint64_t chance)
{
    return chance % 16 == 0  ? NO_TOOL
           : chance % 16 < 4 ? CUT
           : chance % 16 < 8 ? NOBODY
                             : WHOLE;
}

static enum loss loss_first(uint64_t chance, int64_t col)
{
    if (col == 1 && chance % 20 == 0)
        return NO_REVIEWER;
    return chance % 50 == 1 ? NO_VERDICT : WHOLE;
}

/* What is written of pages. */
enum pages {
    EACH_ONCE, /* all of them, every review once and whole */
    ALL,       /* all of them */
    REVIEWS    /* reviews that are whole */
};

/*
 * Pages that compare two tools each in eight rows, until there are so many
 * reviews.  The tools come round again and again, each time with other
 * reviews; unless each is told once, a fifth of these is one of an earlier
 * round instead, which makes a tenth of all when each tool comes two and a half
 * times.
 */
static void write_pages(struct output *o, uint64_t reviews, size_t tools,
                        enum pages what)
{
    uint32_t *order = make_order(tools);
    shuffle(order, tools, 1);
    struct page p = {0};
    uint64_t slots = reviews / ROWS;
    struct told told = told_none(tools, (slots / tools + 1) * ROWS);
    o->tools = tools;
    struct tool pair[2] = {{0}, {0}};
    uint64_t total[2];
    for (p.number = 0; p.number < slots / 2; p.number++) {
        p.line = p.offset = 0;
        snprintf(p.file, sizeof p.file, "pages/%" PRIu64 ".txt", p.number);
        bytes_clear(&p.key);
        hash_add_hex(&p.key, scatter(2, p.number), 16);
        uint64_t round = p.number * 2 / tools;
        for (unsigned col = 0; col < 2; col++) {
            uint64_t place = (p.number * 2 + col) % tools;
            tool_set(&pair[col], order[place]);
            total[col] = ((slots - 1 - place) / tools + 1) * ROWS;
            if (what != REVIEWS)
                write_tool(o, &pair[col], col, &p, total[col]);
        }
        for (unsigned i = 0; i < 2 * ROWS; i++) {
            unsigned col = i % 2, row = i / 2;
            uint64_t chance = scatter(p.number, 100 + i);
            bool older = what != EACH_ONCE && round > 0 && chance % 5 == 0;
            uint64_t number =
                (older ? (chance >> 8) % round : round) * ROWS + row;
            struct review r = review_of(pair[col].number, number);
            bool seen = told_again(&told, pair[col].number, number);
            enum loss loss = what != ALL ? WHOLE
                             : seen      ? loss_again(chance >> 32)
                                         : loss_first(chance >> 32, col);
            write_review(o, &pair[col], &r, row, col, &p, loss);
            o->distinct += !seen;
        }
    }
    for (unsigned col = 0; col < 2; col++)
        bytes_free(&pair[col].key);
    bytes_free(&p.key);
    free(told.is);
    free(order);
}

/* -- short records ------------------------------------------------------ */

/* Quotation marks are ', and what follows an @ is filled in. */
static const char small[] =
    "{'type':'review','tool':'@t','name':'@n','reviewer':'@r','score':@s,"
    "'verdict':'@v','id':'@i','row':@o,'col':0}";
static const char sorted[] =
    "{'col':0,'id':'@i','name':'@n','reviewer':'@r','row':@o,'score':@s,"
    "'tool':'@t','type':'review','verdict':'@v'}";
static const char *const layouts[] = {
    small,
    "{'type':'review','tool':'@t','name':'@n','reviewer':'@r','score':@s,"
    "'verdict':'@v','text':null,'id':'@i','source':null}",
    "{'type': 'review', 'tool': '@t', 'name': '@n', 'reviewer': '@r', "
    "'score': @s, 'verdict': '@v', 'id': '@i'}",
    sorted,
    "{'score':@s,'verdict':'@v','reviewer':'@r','tool':'@t','id':'@i',"
    "'name':'@n','type':'review'}",
    "{'type':'review','tool':'@t','name':'@n','reviewer':'@r','score':@s,"
    "'verdict':'@v','id':'@i','page':'@i','row':@o,'col':0}",
    "{'type':'review','tool':'@t','name':'@n','reviewer':'@r','score':@s,"
    "'verdict':'@v','id':'@i','row':@o,'col':0,'source':{'file':'pages/@o.txt',"
    "'line':12,'offset':300,'url':null,'fetched':null,'syntax':'scorecard'}}",
    "{'type':'review','tool':'@t','reviewer':'@r','score':@s,'verdict':'@v'}",
    "{'type':'review','tool':'@t','name':'@n','reviewer':'@r','score':@s,"
    "'verdict':'@v','rating':{'value':4,'best':5,'worst':1},'id':'@i'}",
    "{'type':'review','tool':'@t','name':'@n','reviewer':'@u','score':@s,"
    "'verdict':'@v','id':'@i','row':@o,'col':1}"};

static void fill_in(struct bytes *line, char what, const struct tool *t,
                    const struct review *r, uint64_t row)
{
    struct slice unknown = {0};
    if (what == 't')
        bytes_add_slice(line, bytes_slice(&t->key));
    else if (what == 'n')
        bytes_add_string(line, t->name);
    else if (what == 'r')
        bytes_add_string(line, r->reviewer);
    else if (what == 'u')
        bytes_add_format(line, "\\u00%02x%s", (unsigned)r->reviewer[0],
                         r->reviewer + 1);
    else if (what == 's')
        decimal_add(line, r->score);
    else if (what == 'v')
        bytes_add_slice(line, judgement_word(r->verdict));
    else if (what == 'i')
        key_add_review(line, bytes_slice(&t->key), slice_of(r->reviewer),
                       unknown);
    else
        bytes_add_integer(line, (int64_t)row);
}

static void write_short(struct output *o, const char *layout,
                        const struct tool *t, const struct review *r,
                        uint64_t row)
{
    for (const char *at = layout; *at != '\0'; at++) {
        if (*at == '@')
            fill_in(&o->line, *++at, t, r, row);
        else
            bytes_add_byte(&o->line, *at == '\'' ? '"' : *at);
    }
    bytes_add_byte(&o->line, '\n');
    output_line(o);
    o->reviews++;
}

/*
 * A review of each tool, then another of each, in another order, until there
 * are so many; with `again` a tenth is one of an earlier round.  The layouts
 * take turns.
 */
static void write_rounds(struct output *o, uint64_t reviews, size_t tools,
                         bool again, const char *const *layout, size_t count)
{
    uint32_t *order = make_order(tools);
    struct tool t = {0};
    struct told told = told_none(tools, reviews / tools + 1);
    o->tools = tools;
    for (uint64_t i = 0; i < reviews; i++) {
        uint64_t round = i / tools, chance = scatter(3, i);
        if (i % tools == 0)
            shuffle(order, tools, 4 + round);
        bool older = again && round > 0 && chance % 10 == 0;
        uint64_t number = older ? (chance >> 8) % round : round;
        tool_set(&t, order[i % tools]);
        struct review r = review_of(t.number, number);
        write_short(o, layout[(chance >> 40) % count], &t, &r, i % ROWS);
        o->distinct += !told_again(&told, t.number, number);
    }
    bytes_free(&t.key);
    free(told.is);
    free(order);
}

/* -- all of it ---------------------------------------------------------- */
static const struct {
    const char *name;
    uint64_t reviews;
    size_t tools;
    enum { PAGES, ROUNDS } kind;
    enum pages pages;
    bool again;
    const char *layout; /* NULL: all of them in turn */
} files[] = {
    {"plain", 40000, 2000, PAGES, EACH_ONCE, false, NULL},
    {"big", 1000000, 50000, PAGES, REVIEWS, false, NULL},
    {"pages", 1000000, 50000, PAGES, ALL, false, NULL},
    {"small", 5000000, 50000, ROUNDS, ALL, true, small},
    {"little", 120000, 5000, ROUNDS, ALL, true, small},
    {"mixed", 1000000, 50000, ROUNDS, ALL, true, NULL},
    {"order", 1000000, 50000, ROUNDS, ALL, true, sorted},
    {"once", 1000000, 1000000, ROUNDS, ALL, false, small},
    {"thrice", 3000000, 1000000, ROUNDS, ALL, false, small},
};

static void write_file(size_t i, unsigned percent, FILE *whole)
{
    struct output o = {.name = files[i].name,
                       .file = open_in_folder(files[i].name)};
    if (i == 0)
        percent = 100;
    uint64_t reviews = files[i].reviews * percent / 100;
    size_t tools = files[i].tools * percent / 100;
    if (files[i].kind == PAGES)
        write_pages(&o, reviews, tools, files[i].pages);
    else if (files[i].layout == NULL)
        write_rounds(&o, reviews, tools, files[i].again, layouts,
                     LENGTH(layouts));
    else
        write_rounds(&o, reviews, tools, files[i].again, &files[i].layout, 1);
    output_close(&o, whole);
}

int main(int argc, char **argv)
{
    int percent = argc == 3 ? atoi(argv[2]) : 100;
    if (argc < 2 || argc > 3 || argv[1][0] == '-' || percent < 1 ||
        percent > 100)
        errx(2, "usage: make-records FOLDER [PERCENT]");
    folder = argv[1];
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        err(2, "%s", folder);
    FILE *file = open_in_folder("whole.part");
    for (size_t i = 0; i < LENGTH(files); i++)
        write_file(i, (unsigned)percent, file);
    char from[PATH_SIZE], to[PATH_SIZE];
    snprintf(from, sizeof from, "%s/whole.part", folder);
    snprintf(to, sizeof to, "%s/whole", folder);
    if (fclose(file) != 0 || rename(from, to) != 0)
        err(2, "%s", to);
    return 0;
}
