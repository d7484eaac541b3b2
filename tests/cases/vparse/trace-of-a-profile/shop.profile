[page]
name = ^(?<name>.+) in our shop$
description.begin = ^About it$

[section opinions]
begin = ^Opinions$

[item]
above.1 = ^By (?<reviewer>.+)$
begin = ^(?<score>\d)/5$
text = ^“(?<text>.+?)”?$
