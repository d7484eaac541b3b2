[page]
match.text = Opinions
name = ^Product: (?<name>.+)
[item]
begin = ^(?<reviewer>\w+) says: (?<text>.+)$
