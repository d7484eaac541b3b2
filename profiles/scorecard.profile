# The patterns of the comparison pages, tool pages and reviewer pages that
# vparse knows by itself.  What it does with them is built in; a copy of this
# file with other patterns reads pages of the same structure in other words.

[form scorecard]

# A reviewer's score line: 74/100 · ship
score      = (?i)^(?<score>[0-9]{1,3}(?:\.[0-9]{1,2})?) ?/ ?100 ?[·•|–—-] ?(?<verdict>ship|skip|mixed)$

# The panel's share of ships: 75%
percentage = ^(?<ship_pct>[0-9]{1,3}(?:\.[0-9]{1,2})?) ?%$

# The panel's verdict and counts: Mixed · 2 ship / 2 skip
panel      = (?i)^(?:(?<verdict>ship|mixed|skip) ?[·•|–—-] ?)?(?<ship>[0-9]{1,6}) ships? ?/ ?(?<skip>[0-9]{1,6}) skips?$

# What the community says: No community votes yet; 62%; 13 votes
no-votes   = (?i)^(?:[—–-]|no (?:community )?votes(?: yet)?)$
share      = (?<![0-9.,])(?<community>[0-9]{1,3}(?:\.[0-9]{1,2})?) ?%
votes      = (?i)(?<![0-9.,])(?<votes>[0-9]{1,9}) votes?\b

# The labels of a tool page: PriceFree to startReviewed2026-03-14
price      = ^Price ?(?<pricing>.*?) ?Reviewed ?(?<reviewed>[0-9]{4}-[0-9][0-9]-[0-9][0-9])$
date       = ^(?<reviewed>[0-9]{4}-[0-9][0-9]-[0-9][0-9])$
visit      = ^Visit (?<url>(?:[\w-]+\.)+[\w-]+(?:/\S*)?)$
verdict    = (?i)^Verdict ?[—–-] ?(?<verdict>ship|skip|mixed)$
ships      = (?i)^(?<ship>[0-9]{1,6}) ships?(?: ?[·•|/]? ?(?<skip>[0-9]{1,6}) skips?)?$
skips      = (?i)^(?<skip>[0-9]{1,6}) skips?$

# What there is to share, behind the tool's name
shared     = (?i)^ verdict: (?<verdict>ship|skip|mixed)(?!\w)(?:\W*(?<ship>[0-9]{1,6}) ships? ?[·•|/] ?(?<skip>[0-9]{1,6}) skips? from the expert panel\b(?: ?Full review: ?\S+?/tool/(?<slug>[^\s/?#]+))?)?

# The heading over a reviewer's quotations: Databases verdicts(3 tools, 2 shipped)
list       = (?i)^.+ verdicts? ?\([0-9]{1,6} tools?, ?[0-9]{1,6} shipped\)$
