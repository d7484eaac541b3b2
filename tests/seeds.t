#!/usr/bin/perl
# The golden facts of five real pages, in every order of the files.
use strict;
use warnings;
use FindBin;
use JSON::PP;
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $seeds = "$FindBin::Bin/../../shared/seeds";
my @page = sort glob "\Q$seeds\E/*.txt";
plan skip_all => 'the real pages are not here' if @page != 5;

sub run {
    my ($command) = @_;
    my @out = map { JSON::PP->new->utf8->decode($_) } split /\n/, qx($command);
    is($? >> 8, 0, 'exit status');
    return @out;
}

# A word of a shell command line.
sub quoted { return "'" . $_[0] =~ s/'/'\\''/gr . "'" }

my ($vparse, $vscore) = map { quoted("$bin/$_") } qw(vparse vscore);

sub parsing { return join ' ', $vparse, map { quoted($_) } @_ }
sub scoring { return parsing(@_) . " | $vscore" }

sub distinct {
    my %seen = map { $_ => 1 } @_;
    return scalar keys %seen;
}

my @record = run(parsing(@page));
my @review = grep { $_->{type} eq 'review' } @record;
my @tool = grep { $_->{type} eq 'tool' } @record;
is(@tool, 10, 'tool sightings');
is(distinct(map { $_->{tool} } @tool), 5, 'tools');
is(@review, 40, 'review sightings');
is(distinct(map { $_->{text} } @review), 20, 'distinct reviews');

my @verdict = run(scoring(@page));
my %by_name = map { $_->{name} => $_ } @verdict;
is(@verdict, 5, 'verdicts');

my %golden = (
    'Claude Haiku Open Weights' => {
        verdict => 'mixed', ship_pct => 50, basis => 'computed',
        mean => 59.75, sd => 13.52, interval => '15 85',
        panel => 'Builder 74 ship, Skeptic 52 skip, Futurist 68 ship, '
            . 'Founder 45 skip',
    },
    'SmolVLM2 Turbo' => {
        verdict => 'ship', ship_pct => 100, basis => 'computed',
        mean => 79.25, sd => 5.62, interval => '51.01 100',
        panel => 'Builder 85 ship, Skeptic 78 ship, Futurist 82 ship, '
            . 'Founder 72 ship',
    },
    'Llama 4 Compact (12B)' => {
        verdict => 'ship', ship_pct => 100, basis => 'computed',
        mean => 77.25, sd => 4.57, interval => '51.01 100',
        panel => 'Builder 82 ship, Skeptic 75 ship, Futurist 80 ship, '
            . 'Founder 72 ship',
    },
    'SmolLM3' => {
        verdict => 'ship', ship_pct => 100, basis => 'computed',
        mean => 'null', sd => 'null', interval => '51.01 100',
        panel => 'Builder null ship row panel, Skeptic null ship row panel, '
            . 'Futurist null ship row panel, Founder null ship row panel',
    },
    'SmolVLM-3B' => {
        verdict => 'ship', ship_pct => 75, basis => 'stated',
        mean => 'null', sd => 'null', interval => '30.06 95.44',
        panel => 'Builder null null row, Skeptic null null row, '
            . 'Futurist null null row, Founder null null row',
    },
);

sub word { return defined $_[0] ? $_[0] : 'null' }

sub panel {
    my ($verdict) = @_;
    return join ', ', map {
        my $how = $_->{inferred} || {};
        join ' ', word($_->{reviewer}), word($_->{score}), word($_->{verdict}),
            grep { defined } $how->{reviewer}, $how->{score}, $how->{verdict}
    } @{ $verdict->{panel} };
}

for my $name (sort keys %golden) {
    my ($want, $have) = ($golden{$name}, $by_name{$name});
    is($have->{$_}, $want->{$_}, "$name: $_")
        for qw(verdict ship_pct basis);
    is(word($have->{score}{$_}), $want->{$_}, "$name: $_") for qw(mean sd);
    is("@{ $have->{interval} }", $want->{interval}, "$name: interval");
    is(panel($have), $want->{panel}, "$name: panel");
}
is("$by_name{'SmolVLM-3B'}{ship} $by_name{'SmolVLM-3B'}{skip}", '3 1',
    'SmolVLM-3B: the counts behind the stated percentage');

my ($agreement) = run(scoring(@page) . ' --agreement');
is("$agreement->{verdict}{alpha} $agreement->{score}{alpha}", '0.267 0.469',
    'how far the reviewers agree: of verdicts, and of scores');
my %harshness = map { $_->{group}{reviewer} => $_->{harshness} }
    run(scoring(@page) . ' --by=reviewer');
is(join(' ', map { "$_ $harshness{$_}" } sort keys %harshness),
    'Builder -11 Founder 12.11 Futurist -6.11 Skeptic 5', 'who is harsh');

sub permutations {
    return [] if !@_;
    my @all;
    for my $i (0 .. $#_) {
        my @rest = @_;
        my ($first) = splice @rest, $i, 1;
        push @all, map { [$first, @$_] } permutations(@rest);
    }
    return @all;
}

my $command = scoring(@page);
my $expected = qx($command);
my @order = permutations(@page);
my $different = grep {
    my $other = scoring(@$_);
    qx($other) ne $expected;
} @order;
is(@order, 120, 'orders of five files');
is($different, 0, 'the verdicts are the same bytes in every order');

done_testing();
