#!/usr/bin/perl
# --brief says the same as a whole run does but for the texts and the sources,
# whether the texts can be read again (a file, several files) or not (a pipe).
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use JSON::PP;
use POSIX qw(mkfifo);
use Sightings qw(pick random_sightings);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 60;
srand($ENV{VT_SEED} || 11);
my $json = JSON::PP->new->utf8->canonical;
my $dir = tempdir(CLEANUP => 1);

sub write_lines {
    my ($name, @line) = @_;
    open my $file, '>', "$dir/$name" or die $!;
    print $file map { $_ . pick("\n", "\r\n", "\n\n") } @line;
    close $file or die $!;
    return "'$dir/$name'";
}

sub without_texts {
    my $out = '';
    for (split /\n/, $_[0]) {
        my $record = eval { $json->decode($_) } or next;
        delete $record->{sources};
        delete $_->{text} for @{ $record->{panel} || [] };
        $out .= $json->encode($record) . "\n";
    }
    return $out;
}

my %same = (whole => 0, 'a pipe' => 0, 'two files' => 0);
for my $round (1 .. $rounds) {
    my @line = random_sightings(5 + rand 60);
    my $half = @line / 2;
    my $all = write_lines('all', @line);
    my $two = join ' ', write_lines('first', @line[0 .. $half - 1]),
        write_lines('second', @line[$half .. $#line]);
    my $brief = qx('$bin/vscore' --brief $all 2>&1);
    my $whole = qx('$bin/vscore' $all 2>&1);
    $same{whole} += without_texts($brief) eq without_texts($whole);
    $same{'a pipe'} += $brief eq qx(cat $all | '$bin/vscore' --brief 2>&1);
    $same{'two files'} += $brief eq qx('$bin/vscore' --brief $two 2>&1);
}
is($same{$_}, $rounds, "as from $_") for sort keys %same;

# A text that has changed before it was read again is no text to judge by,
# whatever it was read again for.
sub review {
    my ($text, $members) = @_;
    return qq({"type":"review","score":50,"text":"$text"$members});
}

my $text = 'It holds its ground where the others have given up long ago';
my %again = (
    'a text that goes on' => [
        review("$text, it seems", ',"tool":"anvil","reviewer":"R1"'),
        review($text, ',"tool":"anvil","reviewer":"R2","truncated":true') ],
    'labels' => [ review($text, ',"tool":"anvil","reviewer":"R1"'),
        review($text, ',"tool":"crate"') ],
    'a tool' => [ review($text, ',"tool":"anvil","reviewer":"R1"'),
        review($text, ',"reviewer":"R2"') ],
    # Those of little room are kept.
    'an id, placed by a tagline' => [ '{"type":"tool","name":"A","tagline":"t"}',
        map { review("$_ $text" . ' and on' x 15_000, ',"tagline":"t"') } 1 .. 200 ]);
mkfifo("$dir/fifo", 0600) or die $!;
my %change = (
    'changed' => "sed -i 's/holds/lost/' '$dir/changing'",
    'became a FIFO' => "rm '$dir/changing' && mkfifo '$dir/changing'",
    'lost its line ends' => ": >'$dir/changing' && truncate -s 1T '$dir/changing'",
);
for my $why (sort keys %again) {
    for my $how (sort keys %change) {
        unlink "$dir/changing";
        write_lines('changing', @{ $again{$why} });
        my $status = system "(sleep 1; $change{$how}; echo >'$dir/fifo') &"
            . " timeout 20 '$bin/vscore' --brief '$dir/changing' '$dir/fifo'"
            . " >'$dir/out' 2>'$dir/err'";
        is($status >> 8, 2,
            "an input that $how, read again for $why, ends the program");
        open my $err, '<', "$dir/err" or die $!;
        is(join('', <$err>), "vscore: an input changed while it was read\n",
            '... and is told');
    }
}

# Pages that return are counted once, however many there are.
my @paged = map { sprintf '{"type":"review","tool":"anvil","reviewer":"R%02d","score":50,'
        . '"page":"%016x"}', $_, $_ % 20 } 1 .. 60;
my $paged = write_lines('paged', @paged);
like(qx('$bin/vscore' $_ $paged), qr/"pages":20[,}]/, "20 pages, three times each: vscore $_")
    for '--brief', '--infer=all';

# Truncated texts are kept while they take little room, and then read again.
for my $length (1_000, 17_000_000) {
    my $long = 'all of it and more ' x ($length / 19) . 'at the end';
    my $one = write_lines('long', map { qq({"type":"review","tool":"anvil","reviewer":"R",)
            . qq("text":"$_->[0]"$_->[1]}) } [$long, ''], [substr($long, 0, -5), ',"truncated":true']);
    like(qx('$bin/vscore' --brief $one 2>&1), qr/"reviews":1,/,
        "a truncated text of $length bytes is found again");
}
done_testing();
