#!/bin/sh
# usage: tally-miller.sh FILE
# Reviews, ships and mean score of each tool, as CSV.
# shellcheck disable=SC1010,SC2016 # the thens and dollars are Miller's
exec mlr --ijsonl --ocsvlite --headerless-csv-output \
    filter '$type == "review"' then \
    put '$ship = $verdict == "ship" ? 1 : 0' then \
    stats1 -a count,sum,mean -f ship,score -g tool then \
    cut -o -f tool,ship_count,ship_sum,score_mean "$1"
