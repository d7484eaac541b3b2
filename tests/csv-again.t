#!/usr/bin/perl
# Tables give the same verdicts again: random tools and reviews, of which many
# are labelled on one of their pages only, go through vrender and vparse, and
# vscore says of them what it says of the records: reviewers that it infers from
# rows of pages, verdicts from their panels, and the newest of what pages state.
use strict;
use warnings;
use utf8;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use List::Util qw(shuffle);
use lib "$FindBin::Bin/lib";
use Run qw(run write_file);
use Test::More;

my $seed = $ENV{SEED} // 20261121;
srand $seed;
diag "SEED=$seed";
my $scratch = tempdir('vtools-tables-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;

sub pick { return $_[rand @_] }

my @reviewer = qw(Builder Skeptic Founder);
my @tool = map { { tool => sprintf('tool-%d.%06x', $_, $_), name => "Tool $_" } } 1 .. 5;

sub place {
    my ($number) = @_;
    return { file => pick('a.txt', 'b.txt'), line => int rand 50,
        url => pick(undef, "https://a.example/$number"),
        fetched => pick(undef, map { "2026-0$_-01T00:00:00Z" } 1 .. 3) };
}

# A page of two tools, whose reviewers stand in rows and are not always named.
sub page {
    my ($number) = @_;
    my %of = (page => sprintf('%016x', 0xfeed_0000 + $number), source => place($number));
    my $ship = int rand 4;
    my (@record, @of_reviews);
    for my $col (0, 1) {
        my $tool = $tool[($number + $col * (1 + int rand 4)) % @tool];
        push @record, { %$tool, %of, type => 'tool', tagline => pick(undef, 'A tagline'),
            category => pick(undef, 'X', 'Y'), entry => pick(undef, 'free', 'paid'),
            pricing => pick(undef, '$1', '$2'), col => $col,
            stated => { verdict => pick(undef, 'ship', 'mixed'), ship => pick(undef, $ship),
                skip => pick(undef, 3 - $ship), ship_pct => pick(undef, 0, 100) } };
        push @of_reviews, map { {
            %$tool, %of, type => 'review', reviewer => pick(undef, undef, $reviewer[$_]),
            score => pick(undef, 40, 55.5, 90), verdict => pick(undef, 'ship', 'skip'),
            text => "What " . pick(1, 2) . "$_ is said of $tool->{name} in so many words.",
            row => pick($_, $_, $_, undef), col => $col } } 0 .. $#reviewer;
    }
    return (@record, @of_reviews);
}

# The records stand on lines of the table then, by which sources are ordered.
my $verdicts = "vscore | jq -cS '.sources |= (map(del(.file, .line)) | sort)'";
my ($inferred, @differ) = (0);
for my $round (1 .. 30) {
    my @record = shuffle grep { $_->{type} eq 'review' || rand() < 0.8 }
        map { page($_) } 1 .. 2 + rand 6;
    write_file("$scratch/in", join '', map { $json->encode($_) . "\n" } @record);
    for my $format (qw(csv tsv)) {
        my ($out, $err, $status) = run("<in $verdicts >before; vrender -o in.$format in &&"
            . " vparse in.$format | $verdicts >after; cat before; diff before after >&2", $scratch);
        $inferred += () = $out =~ /"reviewer":"row"/g;
        push @differ, "round $round, $format:\n$err" if "$status$err" ne '0';
    }
}
cmp_ok($inferred, '>', 100, "$inferred reviewers inferred from rows");
is(scalar @differ, 0, 'the same verdicts') or diag substr $differ[0], 0, 4000;
done_testing();
