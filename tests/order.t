#!/usr/bin/perl
# The verdicts are the same bytes in whatever order the records come: random
# sightings of few tools on many pages, with labels, rows and texts missing,
# contradicting each other, cut off and repeated. The same holds for whatever is
# asked of them.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use List::Util qw(shuffle);
use Sightings qw(pick random_sightings);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 120;
srand($ENV{VT_SEED} || 7);
my $dir = tempdir(CLEANUP => 1);

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
    my @line = random_sightings(5 + rand 60);
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
