#!/bin/sh
# usage: tally-lines.sh JQ FILE
# The same as tally.jq, with jq for the lines only and awk for the sums.
"$1" -r 'select(.type == "review") | [.tool, .verdict, .score] | @tsv' "$2" |
    awk -F '\t' -v OFS=, '
        { n[$1]++ }
        $2 == "ship" { ship[$1]++ }
        $3 != "" { sum[$1] += $3; scores[$1]++ }
        END {
            for (tool in n)
                print tool, n[tool], ship[tool] + 0,
                    scores[tool] ? sum[tool] / scores[tool] : ""
        }'
