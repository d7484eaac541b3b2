#!/usr/bin/perl
# The verdicts are the same bytes in whatever order the records come: random
# sightings of few tools on many pages, with labels, rows and texts missing,
# contradicting each other, cut off and repeated.
use strict;
use warnings;
use utf8;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use List::Util qw(shuffle);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 120;
srand($ENV{VT_SEED} || 7);
my $json = JSON::PP->new->utf8->canonical;
my $dir = tempdir(CLEANUP => 1);

sub pick { return $_[rand @_] }
sub maybe { return rand() < $_[0] ? $_[1] : undef }

my @text = map { "Review number $_ says at some length what it thinks, "
        . "with as many words as it takes." } 1 .. 8;

sub source {
    return { file => pick('a', 'b', 'c'), line => int rand 50,
        url => pick(undef, 'https://a.example/', 'https://b.example/'),
        fetched => pick(undef, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z') };
}

sub tool_record {
    my $ship = int rand 5;
    return { type => 'tool', tool => 'tool' . int rand 4,
        name => pick('One', 'Two'), category => pick(undef, 'X', 'Y'),
        entry => pick(undef, 'free', 'paid'), pricing => pick(undef, '$1', '$2'),
        stated => { verdict => pick(undef, 'ship', 'mixed'),
            ship => pick(undef, $ship), skip => pick(undef, 4 - $ship),
            ship_pct => pick(undef, 0, 25, 50, 75, 100) },
        aggregate => pick(undef, { value => 4, best => pick(5, 10),
                worst => pick(0, 1), count => pick(1, 9) }),
        community => { votes => pick(undef, 0, 3), ship_pct => pick(undef, 62) },
        page => 'page' . int rand 6, col => int rand 2, source => source(),
        note => pick('mine', 'yours') };
}

sub review_record {
    my $text = pick(@text);
    my $cut = rand() < 0.3;
    $text = substr $text, 0, 30 + rand 60 if $cut;
    return { type => 'review', tool => maybe(0.9, 'tool' . int rand 4),
        name => pick(undef, 'One', 'one'),
        inferred => pick(undef, undef, { reviewer => 'row', verdict => 'score' }),
        reviewer => pick(undef, undef, 'Builder', 'Skeptic', 'Founder'),
        score => pick(undef, 40, 55.5, 90), verdict => pick(undef, 'ship', 'skip'),
        text => maybe(0.9, $text), ($cut ? (truncated => JSON::PP::true) : ()),
        page => 'page' . int rand 6, row => pick(undef, 0, 1, 2),
        col => int rand 2, source => source() };
}

sub vote_record {
    return { type => 'vote', tool => 'tool' . int rand 4,
        vote => pick('ship', 'skip'), voter => 'voter' . int rand 5,
        at => pick('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z') };
}

sub write_lines {
    my ($name, @line) = @_;
    open my $file, '>', "$dir/$name" or die $!;
    print $file "$_\n" for @line;
    close $file or die $!;
    return "'$dir/$name'";
}

sub score {
    my ($options, @line) = @_;
    my $in = write_lines('in', @line);
    return scalar qx('$bin/vscore' $options $in 2>&1);
}

my $policy = write_lines('policy.json',
    '{"basis": "score", "margin": 15, "weights": {"Builder": 2}}');
my $previous = write_lines('previous.v', map {
        qq({"type":"verdict","tool":"tool$_","verdict":"mixed"}) } 0 .. 2);
my $list = write_lines('list', 'tool1', 'tool3');
my @options = ('', '--brief', '--explain', '--infer=row,panel',
    '--rank=wilson', '--rank=bayes --explain', '--rank=mean --top=2',
    '--by=category,entry', '--by=note --rank=ship', '--by=reviewer',
    '--by=reviewer,note --rank=mean', '--agreement', '--audit',
    "--only=$list --where=score.n=1..9", "--policy=$policy --previous=$previous");

my ($same, $verdicts) = (0, 0);
for my $round (1 .. $rounds) {
    my @line = map { $json->encode($_) } map {
        pick(\&tool_record, \&review_record, \&review_record, \&vote_record)->()
    } 1 .. 5 + rand 60;
    my $options = pick(@options);
    my $first = score($options, @line);
    $verdicts += () = $first =~ /^\{"type":"(?:verdict|group|audit|agreement)"/mg;
    my $again = score($options, shuffle @line);
    if ($first eq $again) {
        $same++;
    } else {
        diag("round $round\n", join("\n", @line), "\n$first\n$again");
        last;
    }
}
is($same, $rounds, 'shuffled records give the same verdicts');
cmp_ok($verdicts, '>', $rounds, 'there were verdicts to compare');
done_testing();
