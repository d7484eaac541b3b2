# usage: jq -nrf tally.jq FILE
# Reviews, ships and mean score of each tool, as CSV.
reduce (inputs | select(.type == "review")) as $r ({};
  .[$r.tool // ""] as [$reviews, $ship, $sum, $scores]
  | .[$r.tool // ""] = [
      $reviews + 1,
      $ship + (if $r.verdict == "ship" then 1 else 0 end),
      $sum + $r.score,
      $scores + (if $r.score then 1 else 0 end)
    ])
| to_entries[]
| [.key, .value[0], .value[1],
    if .value[3] > 0 then .value[2] / .value[3] else null end]
| @csv
