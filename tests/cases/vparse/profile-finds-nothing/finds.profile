[item]
begin = ^(?<reviewer>\w+) finds that (?<text>.+)$
