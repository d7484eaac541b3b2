#!/usr/bin/perl
# However many threads read the records, the output, what is said, the rejects
# and the exit status are the same: random records in several files, with lines
# that are bad, blank or too long, and files that are not there.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use Sightings qw(pick random_sightings);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 40;
srand($ENV{VT_SEED} || 11);
my $dir = tempdir(CLEANUP => 1);

# What may stand among records; long ones are longer than a block.
my @odd = (sub { '' }, sub { " \t\r" }, sub { '{"type":"review",' },
    sub { '{"type":"review","tool":"tool1","score":101}' }, sub { '[1]' },
    sub { qq({"type":"review","tool":"tool1","text":"a\xff"}) },
    sub { '{"type":"review","tool":"tool2","text":"two  \u00e4 spaces"}' },
    sub { '{"type":"review","tool":"tool2","reviewer":"\ud83d\ude00","row":70000}' },
    sub { '{"type":"review","name":"New","inferred":{"reviewer":"r\u006fw"}}' },
    sub { "\x1e" . '{"type":"review","tool":"tool3","score":7}' . "\r" },
    sub { "key\t" . '{"type":"review","tool":"tool3","score":8}' },
    sub { '{"type":"other","n":' . int(rand 9) . '}' },
    sub { '{"type":"review","tool":"tool1","text":"' . 'long ' x rand(99) . '"}' },
    sub { 'x' x rand(2000) });
my @huge = (sub { '{"type":"review","tool":"tool4","text":"' . 'word ' x rand(2e5) . '"}' },
    sub { 'y' x rand(1e6) });

sub write_records {
    my ($name, $count) = @_;
    my @line = random_sightings($count);
    if (rand() < 0.4) {
        s/"tool\d"/'"tool' . int(rand 400) . '"'/ge for @line;
    }
    splice @line, rand(@line + 1), 0, pick(@odd)->() for 1 .. rand 12;
    splice @line, rand(@line + 1), 0, pick(@huge)->() if rand() < 0.1;
    open my $file, '>', "$dir/$name" or die $!;
    print $file "\xef\xbb\xbf" if rand() < 0.2;
    print $file join("\n", @line), pick("\n", "\n\n", '');
    close $file or die $!;
    return $name;
}

sub slurp {
    open my $file, '<', "$dir/$_[0]" or return 'none';
    local $/;
    return scalar <$file>;
}

sub outcome {
    my ($jobs, $options, @name) = @_;
    unlink "$dir/rejects";
    system("cd '$dir' && '$bin/vscore' -j$jobs $options @name >out 2>err <in");
    return join "\n--\n", $?, map { slurp($_) } qw(out err rejects);
}

my @options = ('', '--rejects=rejects', '--strict --rejects=rejects', '--brief',
    '--strict', '--explain', '--max-line=900 --rejects=rejects',
    '--max-line=300000 --rejects=rejects --strict', '--by=category',
    '--partial --chunk=c', '--seq', '--key-tab', '--rank=mean',
    '--brief --max-line=600', '--infer=none');

my ($same, $rejected) = (0, 0);
for my $round (1 .. $rounds) {
    my @name = map { write_records("f$_", rand() < 0.2 ? 3000 : rand 60) } 1 .. 1 + rand 4;
    write_records('in', 20);
    push @name, '-' if rand() < 0.2;
    splice @name, rand @name, 0, 'none' if rand() < 0.1;
    my $options = pick(@options);
    my $one = outcome(1, $options, @name);
    $rejected += $one =~ /rejected/;
    my @other = grep { outcome($_, $options, @name) ne $one } 2, 5;
    $same += !@other;
    next unless @other;
    diag("round $round: -j@other differs: $options @name\n");
    last;
}
is($same, $rounds, 'any number of threads gives the same');
cmp_ok($rejected, '>', $rounds / 4, 'there were lines to reject');
done_testing();
