[page]
match.text = ^Listing$

[item]
kind = tool
begin = ^Tool (?<name>.*)$
