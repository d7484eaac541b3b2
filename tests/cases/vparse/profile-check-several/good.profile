[item]
begin = ^(?<text>.+)$
