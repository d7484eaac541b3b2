match.text = ^early$
[page
[page]
scale = 5
scale = 5..1
verdict.buy = yes
nonsense
 = empty
match.text = ^(?<name>a)$
name = ^(.+)$
reviewer = ^(?<reviewer>.+)$
title.begin = ^x
[section]
[section open]
name = ^(?<nam>.+)$
tagline = ^(?<tagline>[)$
[item]
kind = vote
begin = ^(?<reviewer>.+)$
kind = tool
pricing = ^(?<pricing>.+)$
text = ^(?<text>.+)(?<price>\d)$
above.9 = ^(?<name>.+)$
line = ^nothing$
end =
[form other]
anything = goes
[form scorecard]
score = ^(?<score>\d)$
stars = ^x$
