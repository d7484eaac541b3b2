# Listings of products, each with a rating of many under its name:
#
#     Anvil Notes
#     4.4/5 · 6,780 reviews
#     A notebook that hits back
#     From $6 a month

[page]
match.text = ^(?:[★☆]{5} )?(?:[\d.,]+(?: ?/ ?\d+)?|[★☆]{5}) ?[·•|(–—-] ?[\d.,]+[kK]? (?:reviews?|ratings?)\)?$
scale = 1..5

[item]
kind = tool
above.1 = ^(?:\d{1,3}[.)] )?(?<name>.{1,120})$
begin = ^(?:[★☆]{5} )?(?<score>[\d.,]+(?: ?/ ?\d+)?|[★☆]{5}) ?[·•|(–—-] ?(?<count>[\d.,]+[kK]?) (?:reviews?|ratings?)\)?$
pricing = (?i)^(?<pricing>(?:from|free|starting at|price:?) ?.*|[$€£]\d.*)$
url = ^(?:Visit )?(?<url>(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)$
category = ^(?:Category|In): (?<category>.+)$
ignore = (?i)^(?:compare|learn more|read reviews|visit website|sponsored)$
tagline = ^(?<tagline>.{1,160})$
description = ^(?<description>.+)$
end = (?i)^(?:page \d+|next|previous|show more)\b
