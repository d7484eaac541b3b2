[page]
name = ^(?<name>Bell.*)$
[item]
begin = ^(?:(?:[a-z]+)+)+(?<score>[0-9])/5(?<text>[!])$
begin = ^(?<reviewer>Ada): (?<text>.+)$
