# Pages with one review a paragraph, the reviewer's name at its start:
#
#     Reader reviews
#     Ada: 4/5 — Quick to set up, and it stays quick.
#     + Plain configuration
#     - No packages yet
#     Verdict: buy
#
# The first line of the page is the tool's name.

[page]
match.text = ^\p{L}[\w .'’-]{0,60}: ?(?:\d(?:[.,]\d)?|10) ?/ ?(?:5|10)\b
match.text = ^\p{L}[\w .'’-]{0,60}: ?[★☆]{5}
scale = 1..5
verdict.buy = ship
verdict.recommended = ship
verdict.yes = ship
verdict.wait = mixed
verdict.maybe = mixed
verdict.don't buy = skip
verdict.avoid = skip
verdict.no = skip
name = ^(?<name>.{1,120}?)(?: reviews?)?$
tagline = ^(?<tagline>.{1,160})$

[section reviews]
begin = (?i)^(?:reader |user |customer )?(?:reviews|opinions|ratings)(?: \(\d+\))?$
end = (?i)^(?:related|more|see also|about us|newsletter)\b

[item]
begin = ^(?<reviewer>\p{L}[\w .'’-]{0,60}): ?(?<score>(?:\d{1,2}(?:[.,]\d)?) ?/ ?(?:5|10)(?!\d)|[★☆]{5})(?: ?[—–:·-] ?(?<text>.+))?$
pros = ^(?:\+|✓|Pros?:) ?(?<pros>.+)$
cons = ^(?:-|−|✗|Cons?:) ?(?<cons>.+)$
verdict = (?i)^verdict: ?(?<verdict>.+?)\.?$
date = ^(?<date>\d{4}-\d\d-\d\d)$
helpful = (?i)^(?<helpful>[\d.,]+) (?:people|readers?) found this helpful$
ignore = (?i)^(?:reply|report|share)$
text = ^(?<text>.+)$
