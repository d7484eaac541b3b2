#!/usr/bin/perl
# What is said of thousands of tools, of some of them ten thousand times, comes
# together by tool, in whatever order it came: nothing is lost, counted twice or
# taken for another tool's.
use strict;
use warnings;
use FindBin;
use File::Temp qw(tempdir);
use List::Util qw(shuffle sum);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
srand($ENV{VT_SEED} || 5);
my $dir = tempdir(CLEANUP => 1);

my %count = map { ("tool-$_" => 1 + int rand 12) } 1 .. 3000;
$count{"tool-$_"} = 0 for 100, 200, 300;    # are voted on, but not reviewed
$count{"tool-$_"} = 10_000 for 7, 7 + 256;

my (@line, %scores);
for my $tool (sort keys %count) {
    for my $number (1 .. $count{$tool}) {
        my $score = int rand 101;
        push @{ $scores{$tool} }, $score;
        push @line, qq({"type":"review","tool":"$tool","reviewer":"R$number",)
            . qq("score":$score});
    }
    push @line, qq({"type":"vote","tool":"$tool","voter":"V","vote":"ship"})
        if !$count{$tool};
}

# Some say which tool they are on by its tagline alone.
for my $number (1 .. 300) {
    my $tool = "tool-$number";
    push @line, qq({"type":"tool","tool":"$tool","tagline":"Work No. $number"}),
        qq({"type":"review","tagline":"Work No. $number","reviewer":"Last",)
        . qq("score":50});
    push @{ $scores{$tool} }, 50;
    $count{$tool}++;
}
my $wanted = join '', map { sprintf "%s %d %g\n", $_, $count{$_},
        int(100 * sum(@{ $scores{$_} }) / $count{$_} + 0.5) / 100 }
    sort keys %count;

for my $jobs (1, 2) {
    open my $in, '>', "$dir/in" or die $!;
    print $in map { "$_\n" } shuffle @line;
    close $in or die $!;
    my $found = '';
    for (qx('$bin/vscore' --brief -j$jobs '$dir/in')) {
        /"tool":"(.*?)".*"reviews":(\d+).*"score":\{"n":(\d+),"mean":([\d.]+)/
            or next;
        $found .= sprintf "%s %d %g\n", $1, $2, $4 if $2 == $3;
    }
    ok($found eq $wanted, "all reviews are their tools', with -j$jobs");
}
done_testing();
