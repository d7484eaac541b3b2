# nothing yet
[page]
match.text = ^Opinions$
scale = 1..5
