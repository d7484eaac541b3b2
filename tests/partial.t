#!/usr/bin/perl
# Records split at random into chunks, scored to partials, merged in any tree,
# repeated, cut off and shuffled, give the verdicts of one run over them all.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use List::Util qw(shuffle);
use Run qw(read_file write_file);
use Sightings qw(pick random_sightings);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 40;
srand($ENV{VT_SEED} || 11);
my $dir = tempdir(CLEANUP => 1);
my $files = 0;
# Threads must not show, where there are any.
my $threads = qx('$bin/vscore' --help) =~ /--jobs/;

# A new file of these lines.
sub file_of {
    my $name = "$dir/" . ++$files;
    write_file($name, join '', map { "$_\n" } @_);
    return $name;
}

sub lines_of { return split /\n/, read_file($_[0]) }

# What vscore makes of some files, and its status.
sub score {
    my ($options, @file) = @_;
    $options .= ' -j' . pick(1 .. 3) if $threads;
    my $out = qx('$bin/vscore' $options @file 2>'$dir/err');
    return ($out, $? >> 8);
}

sub partial {
    my ($options, @file) = @_;
    my ($out, $status) = score("--partial $options", @file);
    die "vscore --partial $options: $status\n", read_file("$dir/err")
        if $status != 0;
    return file_of(split /\n/, $out);
}

# Merges some streams at random, until few are left.
sub merge {
    my @stream = shuffle @_;
    while (@stream > 1 && rand() < 0.7) {
        my @some = splice @stream, 0, 2 + int rand 2;
        push @some, pick(@some) if rand() < 0.3;
        push @stream, partial('', shuffle @some);
    }
    return @stream;
}

# As pipes, engines and killed producers leave streams.
sub deliver {
    my @stream = @_;
    my @file = @stream;
    push @file, pick(@stream) for 1 .. rand 3;
    for (1 .. rand 3) {
        my @line = lines_of(pick(@stream));
        pop @line for 0 .. rand @line;
        push @file, file_of(@line);
    }
    @file = shuffle @file;
    return @file if rand() < 0.4;
    return file_of(shuffle map { lines_of($_) } @file);
}

sub same {
    my ($what, $first, $second, @line) = @_;
    return 1 if $first eq $second;
    write_file("$dir/one", $first);
    write_file("$dir/two", $second);
    diag("$what\n", join("\n", @line), "\n", qx(diff '$dir/one' '$dir/two'));
    return 0;
}

my ($verdicts, $trees, $sorted, $seen) = (0, 0, 0, 0);
for my $round (1 .. $rounds) {
    my @line = random_sightings(5 + rand 60);
    my $options = pick('', '--brief', '--explain', '--infer=row,panel');
    my $all = file_of(@line);
    my ($one) = score($options, $all);
    $seen += () = $one =~ /^\{"type":"verdict"/mg;

    my @chunk = map { [] } 1 .. 1 + rand 6;
    push @{ pick(@chunk) }, $_ for shuffle @line;
    my $number = 0;
    my @stream = map { partial('--chunk=c' . $number++, file_of(@$_)) } @chunk;
    my $expect = file_of(map { "c$_" } 0 .. $#chunk);
    # Records that were not scored yet, perhaps with keys, come beside them.
    my @raw = map { rand() < 0.5 ? "key\t$_" : $_ } random_sightings(rand 20);
    my $raw = file_of(shuffle @raw);
    ($one) = score($options, $all, $raw);

    # What was merged comes along; all of it counts already.
    my @arrived = deliver(merge(@stream), grep { rand() < 0.3 } @stream);
    push @arrived, rand() < 0.5 ? $raw : partial('--chunk=raw', $raw,
        rand() < 0.5 ? () : shuffle splice @arrived) if @raw;
    my ($merged, $status) = score("$options --expect=$expect",
        shuffle @arrived);
    $verdicts += same("round $round", $one, $merged, @line) && $status == 0;

    my @flat = partial('', @stream);
    my @tree = merge(@stream);
    $trees += same("round $round, trees", read_file($flat[0]),
        read_file(partial('', shuffle @tree)), @line);

    my $keyed = "$dir/keyed";
    write_file($keyed, (score('--partial --key-tab', @tree))[0]);
    my ($slow) = score('--infer=panel,score', $all);
    my ($quick) = score('--sorted',
        file_of(split /\n/, qx(LC_ALL=C sort '$keyed')));
    # The order is that of the escaped keys.
    $sorted += same("round $round, sorted", join("\n", sort split /\n/, $slow),
        join("\n", sort split /\n/, $quick), @line);
}
# More of one tool than a line should hold.
{
    my $text = 'word ' x 100;
    my @line = map { qq({"type":"review","tool":"a","page":"$_","score":)
            . $_ % 101 . qq(,"text":"$text$_"}) } 1 .. 34_000;
    my ($one) = score('--brief', file_of(@line));
    my $half = partial('--chunk=a', file_of(splice @line, 0, 1000));
    my $rest = partial('--chunk=b', file_of(shuffle @line));
    my @part = grep { /^\{"type":"partial"/ } lines_of($rest);
    is(scalar @part, 2, 'a tool of too many sightings has several partials');
    my ($all) = score('--brief', file_of(shuffle lines_of($half),
            lines_of($rest)));
    is($all, $one, 'which are put together again');
}
is($verdicts, $rounds, 'any split, merged in any way, gives the same verdicts');
is($trees, $rounds, 'any tree of merges gives the same state');
is($sorted, $rounds, 'one tool at a time gives the same verdicts');
cmp_ok($seen, '>', $rounds, 'there were verdicts to compare');
done_testing();
