#!/usr/bin/gawk -f
# usage: gawk -b -f tally.awk FILE
# Reviews, ships and mean score of each tool, as CSV. It reads no JSON: it
# trusts that the members look as vparse writes them.
index($0, "{\"type\":\"review\"") == 1 {
    tool = ""
    if (match($0, /"tool":"[^"]*/))
        tool = substr($0, RSTART + 8, RLENGTH - 8)
    n[tool]++
    if (index($0, "\"verdict\":\"ship\""))
        ship[tool]++
    if (match($0, /"score":[0-9.]+/)) {
        sum[tool] += substr($0, RSTART + 8, RLENGTH - 8)
        scores[tool]++
    }
}
END {
    for (tool in n)
        printf "%s,%d,%d,%s\n", tool, n[tool], ship[tool],
            scores[tool] ? sum[tool] / scores[tool] : ""
}
