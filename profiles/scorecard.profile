# The patterns of the comparison pages, tool pages and reviewer pages that
# vparse knows by itself.  What it does with them is built in; a copy of this
# file with other patterns reads pages of the same structure in other words.

[form scorecard]

# Comparison pages: the breadcrumb before the title, and the line above it, by
# which pages joined into one are told apart as well; and the word in the title
# between the names
crumb  = ^Compare/
header = ^AI tool comparison$
versus = ^vs$

# In the block of each tool: its badge; the panel's share of ships, 75%; and the
# labels, of values that stand above or below them
badge           = ^(?:Ship|Mixed|Skip)$
percentage      = ^(?<ship_pct>[0-9]{1,3}(?:\.[0-9]{1,2})?) ?%$
label.panel     = ^Panel ship$
label.community = ^Community$
label.entry     = ^Entry(?: price)?$

# What the community says: No community votes yet; 62%; 13 votes
no-votes = (?i)^(?:[—–-]|no (?:community )?votes(?: yet)?)$
share    = (?<![0-9.,])(?<community>[0-9]{1,3}(?:\.[0-9]{1,2})?) ?%
votes    = (?i)(?<![0-9.,])(?<votes>[0-9]{1,9}) votes?\b

# The decision table and its rows
decision      = ^Decision$
row.panel     = ^Panel verdict$
row.community = ^Community$
row.pricing   = ^Pricing$
row.best-for  = ^Best for$
row.category  = ^Category$

# The panel's verdict and counts there: Mixed · 2 ship / 2 skip
panel = (?i)^(?:(?<verdict>ship|mixed|skip) ?[·•|–—-] ?)?(?<ship>[0-9]{1,6}) ships? ?/ ?(?<skip>[0-9]{1,6}) skips?$

# The heading over the reviews; their score lines, 74/100 · ship; and the line
# that follows the last of them
scorecard = ^Reviewer scorecard$
score     = (?i)^(?<score>[0-9]{1,3}(?:\.[0-9]{1,2})?) ?/ ?100 ?[·•|–—-] ?(?<verdict>ship|skip|mixed)$
footer    = ^Weekly AI Tool Verdicts$

# Tool pages: the breadcrumb before category and name; the headings of the
# description and of the text to share
tool-crumb  = ^Reviews/
take        = ^The Panel['’]s Take$
label.share = ^Share this verdict$

# What stands between: PriceFree to startReviewed2026-03-14, or on lines of
# their own; Visit anvil.example; Verdict — Ship; 3 Ships1 Skip.  The labels of
# the decision table and of a tool's block may have their values behind them
price       = ^Price ?(?<pricing>.*?) ?Reviewed ?(?<reviewed>[0-9]{4}-[0-9][0-9]-[0-9][0-9])$
label.price   = ^Price$
label.date    = ^Reviewed$
label.verdict = ^Verdict$
date        = ^(?<reviewed>[0-9]{4}-[0-9][0-9]-[0-9][0-9])$
visit       = ^Visit (?<url>(?:[\w-]+\.)+[\w-]+(?:/\S*)?)$
verdict     = (?i)^Verdict ?[—–-] ?(?<verdict>ship|skip|mixed)$
ships       = (?i)^(?<ship>[0-9]{1,6}) ships?(?: ?[·•|/]? ?(?<skip>[0-9]{1,6}) skips?)?$
skips       = (?i)^(?<skip>[0-9]{1,6}) skips?$

# What there is to share, behind the tool's name
shared = (?i)^ verdict: (?<verdict>ship|skip|mixed)(?!\w)(?:\W*(?<ship>[0-9]{1,6}) ships? ?[·•|/] ?(?<skip>[0-9]{1,6}) skips? from the expert panel\b(?: ?Full review: ?\S+?/tool/(?<slug>[^\s/?#]+))?)?

# Reviewer pages: what is no part of the name, as in The Builder; and the heading
# over the quotations, Databases verdicts(3 tools, 2 shipped)
article = ^The\s+
list    = (?i)^.+ verdicts? ?\([0-9]{1,6} tools?, ?[0-9]{1,6} shipped\)$
