[item]
begin = ^(?<reviewer>\w+): (?<text>.+)$
end = ^-$
[page]
name = ^About (?<name>.+)$
