#!/usr/bin/perl
# What vdiff says of many tools, on random verdicts: with names and without,
# with values and reviewers missing, and reviewers who come twice.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use JSON::PP;
use List::Util qw(max min shuffle);
use Sightings qw(pick);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 60;
srand($ENV{VT_SEED} || 13);
my $dir = tempdir(CLEANUP => 1);
my $json = JSON::PP->new->canonical->allow_nonref;

# -- random verdicts ---------------------------------------------------------
sub maybe { return rand() < 0.2 ? undef : $_[0] }
sub score { return maybe(pick(int rand 101, int(rand 1001) / 10, int(rand 10001) / 100)) }

sub random_panel {
    my @panel;
    for (1 .. rand 6) {
        push @panel, { reviewer => maybe(pick(qw(Builder Skeptic Futurist), "Zo\x{eb} \"Q\"")),
            score => score(), verdict => maybe(pick(qw(ship skip mixed))),
            text => "Text $_." };
    }
    return \@panel;
}

sub random_verdict {
    my ($key) = @_;
    my $panel = random_panel();
    my %v = (type => 'verdict', tool => "tool-$key", panel => $panel,
        name => maybe(pick('Anvil', "Tool $key", 'B & <C>', "\\ $key")),
        category => maybe(pick(qw(Saws Files))), tagline => maybe("For $key"),
        pricing => maybe('$' . int rand 9),
        verdict => maybe(pick(qw(ship skip mixed unrated))));
    my %count = (ship => 0, skip => 0, mixed => 0);
    $count{ $_->{verdict} // next }++ for @$panel;
    my $all = $count{ship} + $count{skip} + $count{mixed};
    @v{keys %count} = values %count if rand() < 0.8;
    $v{ship_pct} = $all ? 0 + sprintf('%.2f', 100 * $count{ship} / $all) : undef;
    $v{ship_pct} = pick(25, 50, 75, undef) if rand() < 0.4;
    my @score = grep { defined } map { $_->{score} } @$panel;
    my $sum = 0;
    $sum += $_ for @score;
    $v{score} = { n => scalar @score, mean => 0 + sprintf('%.2f', $sum / @score),
        min => min(@score), max => max(@score) } if @score && rand() < 0.8;
    $v{community} = { votes => int rand 3, ship_pct => score() };
    return $json->encode(\%v);
}

sub write_lines {
    my ($name, @line) = @_;
    open my $file, '>:utf8', "$dir/$name" or die $!;
    print $file "$_\n" for @line;
    close $file or die $!;
    return;
}

# -- what vdiff says ---------------------------------------------------------
sub lines {
    my ($options, $name) = @_;
    open my $out, '-|:utf8', "cd '$dir' && '$bin/vdiff' $options "
        . ($name // 'in') . ' 2>/dev/null' or die $!;
    chomp(my @line = <$out>);
    return @line;
}

sub same {
    my ($got, $expected, $about) = @_;
    my ($is, $want) = map { $json->encode($_) } $got, $expected;
    return 1 if $is eq $want;
    diag("$about\n got      $is\n expected $want");
    return 0;
}

# -- the first of an order ---------------------------------------------------
sub unknown_last {
    my ($x, $y) = @_;
    return !defined $x <=> !defined $y || (defined $x ? $x <=> $y : 0);
}

sub size { return defined $_[0] ? abs $_[0] : undef }
sub less { return defined $_[0] ? -$_[0] : undef }

my %figures = (
    closest => sub { my ($c) = @_; map { size($_) } @{ $c->{margin} }{qw(ship_pct score)} },
    margin => sub { my ($c) = @_; map { less($_) } @{ $c->{margin} }{qw(ship_pct score)} },
    split => sub { my ($c) = @_; (-@{ $c->{split} }, scalar @{ $c->{agree} }) });

sub ordered {
    my ($order, @line) = @_;
    my @pair = map {
        my $c = $json->decode($_);
        { line => $_, figures => [$figures{$order}->($c)],
            key => [map { $c->{$_}{tool} } qw(a b)] }
    } @line;
    return map { $_->{line} } sort {
        unknown_last($a->{figures}[0], $b->{figures}[0])
            || unknown_last($a->{figures}[1], $b->{figures}[1])
            || $a->{key}[0] cmp $b->{key}[0] || $a->{key}[1] cmp $b->{key}[1]
    } @pair;
}

# -- matrices ----------------------------------------------------------------
# A comparison as a matrix of its two tools has it.
sub matrix_of_pair {
    my ($c) = @_;
    my %columns = (a => [0], b => [1], tie => [0, 1]);
    my @line;
    for my $row (@{ $c->{scorecard} }) {
        my @score = map { $_ ? $_->{score} : undef } @$row{qw(a b)};
        my $delta = $row->{delta};
        push @line, { reviewer => $row->{reviewer}, cells => [@$row{qw(a b)}],
            range => size($delta),
            better => !defined $delta ? undef
            : $delta < 0 ? [0] : $delta > 0 ? [1] : [0, 1] };
    }
    my $first = $c->{winner} eq 'b' ? 1 : 0;
    my $tie = $c->{winner} eq 'tie';
    return { type => 'matrix', title => $c->{title}, tools => [@$c{qw(a b)}],
        decision => [map { { field => $_->{field}, values => [@$_{qw(a b)}],
                better => defined $_->{better} ? $columns{ $_->{better} } : undef }
        } @{ $c->{decision} }],
        scorecard => \@line, winner => $columns{ $c->{winner} },
        ranking => [
            { column => $first, rank => 1, won => $tie ? 0 : 1, lost => 0 },
            { column => 1 - $first, rank => $tie ? 1 : 2, won => 0,
                lost => $tie ? 0 : 1 }],
        map { $_ => $c->{$_} } qw(margin why agree split) };
}

# Won and lost by column, from the comparisons.
sub results {
    my ($count, $place, @pair) = @_;
    my @result = map { { won => 0, lost => 0 } } 1 .. $count;
    for my $c (@pair) {
        my ($a, $b) = map { $place->{ $c->{$_}{tool} } } qw(a b);
        next if $c->{winner} eq 'tie';
        ($a, $b) = ($b, $a) if $c->{winner} eq 'b';
        $result[$a]{won}++;
        $result[$b]{lost}++;
    }
    return @result;
}

# Of two columns, the lines in which either has a cell, in no order.
sub cells_of {
    my ($matrix, @column) = @_;
    return [sort map { $json->encode([$_->{reviewer}, @{ $_->{cells} }[@column]]) }
        grep { my $row = $_; grep { $row->{cells}[$_] } @column } @{ $matrix->{scorecard} }];
}

# What follows from the cells of a matrix.
sub sums_fit {
    my ($matrix) = @_;
    my %names = (agree => [], split => []);
    for my $row (@{ $matrix->{scorecard} }) {
        my @cell = @{ $row->{cells} };
        my @score = map { $_ ? $_->{score} : undef } @cell;
        my @known = grep { defined } @score;
        my $high = max(@known);
        my ($range, $better);
        if (@known > 1) {
            $range = 0 + sprintf '%.2f', $high - min(@known);
            $better = [grep { defined $score[$_] && $score[$_] == $high } 0 .. $#score];
        }
        return 0 if !same([$row->{range}, $row->{better}], [$range, $better], 'range');
        my @verdict = grep { defined } map { $_ ? $_->{verdict} : undef } @cell;
        next if !defined $row->{reviewer} || @verdict < 2;
        my $alike = !grep { $_ ne $verdict[0] } @verdict;
        push @{ $names{$alike ? 'agree' : 'split'} }, $row->{reviewer};
    }
    return same([@$matrix{qw(agree split)}], [@names{qw(agree split)}], 'opinions');
}

# The margin is that of the comparison of the first two, seen from the first.
sub margin_fits {
    my ($matrix, @pair) = @_;
    my ($first, $second) = map { $matrix->{tools}[$_->{column}]{tool} }
        @{ $matrix->{ranking} }[0, 1];
    my ($c) = grep { join(' ', sort $first, $second)
            eq join(' ', sort map { $_->{tool} } @$_{qw(a b)}) } @pair;
    my $turned = $c->{winner} ne 'tie' && $c->{ $c->{winner} }{tool} eq $second;
    my %margin = map { my $m = $c->{margin}{$_}; ($_ => $turned && $m ? -$m : $m) }
        qw(ship_pct score);
    return same($matrix->{margin}, \%margin, 'margin');
}

sub matrix_fits {
    my ($matrix, @pair) = @_;
    my @tool = @{ $matrix->{tools} };
    my %place = map { $tool[$_]{tool} => $_ } 0 .. $#tool;
    my @result = results(scalar @tool, \%place, @pair);
    my @rank = sort { $a->{rank} <=> $b->{rank} || $a->{column} <=> $b->{column} }
        map {
        my $mine = $result[$_]{won} - $result[$_]{lost};
        { column => $_, %{ $result[$_] },
            rank => 1 + grep { $_->{won} - $_->{lost} > $mine } @result }
        } 0 .. $#tool;
    return 0 if !same($matrix->{ranking}, \@rank, 'ranking');
    return 0 if !sums_fit($matrix) || !margin_fits($matrix, @pair);
    my @winner = map { $_->{column} } grep { $_->{rank} == 1 } @rank;
    return 0 if !same($matrix->{winner}, \@winner, 'winner');
    for my $c (@pair) {
        my @column = map { $place{ $c->{$_}{tool} } } qw(a b);
        my @cells = sort map { $json->encode([@$_{qw(reviewer a b)}]) } @{ $c->{scorecard} };
        return 0 if !same(cells_of($matrix, @column), \@cells, "cells of $c->{title}")
            || !same([@tool[@column]], [@$c{qw(a b)}], 'verdicts');
        for my $row (0 .. $#{ $c->{decision} }) {
            my $words = $matrix->{decision}[$row]{values};
            return 0 if !same([@$words[@column]], [@{ $c->{decision}[$row] }{qw(a b)}],
                "decision of $c->{title}");
        }
    }
    return 1;
}

# -- rounds ------------------------------------------------------------------
my %passed = map { $_ => 0 } qw(shuffled threads top pair matrix category list);
my $pairs = 0;
for my $round (1 .. $rounds) {
    # The first ones have more pairs than a thread takes at a time.
    my @verdict = map { random_verdict($_) } 1 .. ($round < 4 ? 24 : 2 + rand 9);
    write_lines('in', @verdict);
    write_lines('shuffled', shuffle @verdict);
    my @all = lines('');
    my @pair = map { $json->decode($_) } @all;
    $pairs += @all;
    is(scalar @all, @verdict * (@verdict - 1) / 2, "round $round: all pairs");

    my $options = pick('', '--brief', '--pairs=category', '--matrix', '-a tool-2',
        '-b tool-1', '--top=4', '--top=5 --order=split', '--top=2 --order=margin',
        '--matrix --pairs=category');
    $passed{shuffled} += same([lines($options, 'shuffled')], [lines($options)], $options);
    $passed{threads} += same([lines("$options -j3")], [lines($options)], "-j3 $options");

    my $order = pick(sort keys %figures);
    my $top = 1 + int rand(@all + 2);
    my @first = (ordered($order, @all))[0 .. min($top, scalar @all) - 1];
    $passed{top} += same([lines("--top=$top --order=$order")], \@first, "$order $top");

    my $c = pick(@pair);
    my ($matrix) = map { $json->decode($_) }
        lines("--matrix -a $c->{a}{tool} -b $c->{b}{tool}");
    $passed{pair} += same($matrix, matrix_of_pair($c), 'a matrix of two');
    ($matrix) = map { $json->decode($_) } lines('--matrix');
    $passed{matrix} += @verdict == 2 || matrix_fits($matrix, @pair);

    my @of_one = grep { my $p = $json->decode($_);
        defined $p->{a}{category} && ($p->{a}{category} eq ($p->{b}{category} // '')) } @all;
    $passed{category} += same([lines('--pairs=category')], \@of_one, 'category');
    my @some = map { int rand @all } 1 .. 5;
    write_lines('list', map { "$pair[$_]{a}{tool}\t$pair[$_]{b}{tool}" } @some);
    $passed{list} += same([lines('--pairs=list')], [@all[@some]], 'list');
}
is($passed{shuffled}, $rounds, 'in any order the verdicts give the same');
is($passed{threads}, $rounds, 'so do several threads');
is($passed{top}, $rounds, 'the first of an order are those of all, sorted');
is($passed{pair}, $rounds, 'a matrix of two says what their comparison does');
is($passed{matrix}, $rounds, 'a matrix says what all comparisons do');
is($passed{category}, $rounds, 'pairs of a category are those of all in one');
is($passed{list}, $rounds, 'pairs of a list are those of all that it names');
cmp_ok($pairs, '>', 5 * $rounds, 'there were pairs to compare');
done_testing();
