#!/usr/bin/perl
# usage: tally.pl FILE
# Reviews, ships and mean score of each tool, as CSV.
use strict;
use warnings;
use JSON::XS;

my $json = JSON::XS->new->utf8;
my (%reviews, %ship, %sum, %scores);
open my $in, '<', $ARGV[0] or die "$ARGV[0]: $!\n";
while (my $line = <$in>) {
    my $r = $json->decode($line);
    next if $r->{type} ne 'review';
    my $tool = $r->{tool} // '';
    $reviews{$tool}++;
    $ship{$tool}++ if ($r->{verdict} // '') eq 'ship';
    next if !defined $r->{score};
    $sum{$tool} += $r->{score};
    $scores{$tool}++;
}
print join(',', $_, $reviews{$_}, $ship{$_} // 0,
    $scores{$_} ? $sum{$_} / $scores{$_} : ''), "\n" for keys %reviews;
