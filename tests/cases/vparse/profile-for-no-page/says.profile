[page]
match.text = ^Opinions$
[item]
begin = ^(?<reviewer>\w+) says:$
