# The part `compare` of the benchmark: how many pairs of tools vdiff compares
# in a second, and what memory that takes. It makes its own records of tools
# with four reviews each, which vscore turns into verdicts.
package Compare;
use strict;
use warnings;
use Cwd qw(abs_path);
use Measure;

my $percent = $ENV{PERCENT} || 100;
my $goal = 500_000; # pairs a second a core, with --brief
my ($vdiff, $folder, %pairs_of);

# -- verdicts ----------------------------------------------------------------
sub record {
    my ($i) = @_;
    my $tool = qq("name":"Tool $i","tagline":"The tool that does thing $i for you");
    my @line = (qq({"type":"tool",$tool,"category":"Category @{[int rand 20]}",)
        . qq("entry":"paid","pricing":"\$@{[int rand 50]}/mo","page":"$i"}));
    for my $reviewer (qw(Builder Skeptic Futurist Founder)) {
        my $score = 20 + int rand 80;
        my $verdict = $score < 60 ? 'skip' : 'ship';
        my $text = join ' ', map { (qw(it is fast small solid and does what I need))[rand 10] } 1 .. 40;
        push @line, qq({"type":"review",$tool,"reviewer":"$reviewer",)
            . qq("score":$score,"verdict":"$verdict","text":"$text $i"});
    }
    return map { "$_\n" } @line;
}

# The verdicts on so many tools, for each name.
sub make_verdicts {
    my ($vscore) = @_;
    my %count = (many => 10_000, some => 3_000, few => 1_000);
    srand 1;
    for my $name (sort keys %count) {
        my $tools = int $count{$name} * sqrt($percent / 100);
        $pairs_of{$name} = $tools * ($tools - 1) / 2;
        my $file = "$folder/$name-$percent.v";
        next if -e $file && -M $file < -M __FILE__ && -M $file < -M $vscore;
        open my $out, '|-', "'$vscore' -o '$file'" or die "vscore: $!\n";
        print $out record($_) for 1 .. $tools;
        close $out or die "vscore: status $?\n";
    }
    return;
}

sub file { return "$folder/$_[0]-$percent.v" }

# -- tables ------------------------------------------------------------------
sub commands {
    my @row = (
        ['some', '--brief', '--brief'],
        ['some', '--brief -j2', '--brief, -j2'],
        ['some', '--brief', '--brief, into a pipe', '| cat'],
        ['few', '', 'with texts'],
        (map { ['many', "--top=100 --brief --order=$_", "--top=100, $_"] }
            qw(closest margin split)),
        ['many', '--top=100 --brief -j2 --order=split', '--top=100, split, -j2'],
        ['few', '--matrix --brief', '--matrix --brief']);
    return map {
        my ($name, $options, $label, $behind) = @$_;
        my $run = "'$vdiff' $options '" . file($name) . "'";
        { name => $label, pairs => $pairs_of{$name},
            run => $behind ? "$run $behind" : "exec $run" }
    } @row;
}

sub check {
    my $run = "'$vdiff' --brief '" . file('few') . "'";
    chomp(my $lines = `$run | wc -l`);
    return if $lines == $pairs_of{few};
    $Measure::failed = 1;
    print "WRONG: $lines pairs, not $pairs_of{few}\n";
    return;
}

sub compare {
    my ($bin) = @_;
    $vdiff = "$bin/vdiff";
    $folder = $Measure::folder = abs_path("$bin/..") . '/bench-compare';
    mkdir $folder;
    make_verdicts("$bin/vscore");
    print "\n", machine(), "\n";
    check();
    my @command = commands();
    my %of = in_turn(@command);
    printf "\n%-28s %10s %7s %7s %7s %11s %11s %9s\n", 'vdiff', 'pairs', 'wall s',
        'user s', 'sys s', 'pairs/s', 'by cpu', 'peak MiB';
    for (@command) {
        my $m = $of{ $_->{name} };
        printf "%-28s %10d %7.2f %7.2f %7.2f %11.0f %11.0f %9.1f\n", $_->{name},
            $_->{pairs}, @$m{qw(wall user sys)}, $_->{pairs} / $m->{wall},
            $_->{pairs} / ($m->{cpu} || 0.01), $m->{memory} / 1024;
    }
    my $m = $of{'--brief'};
    my @rate = map { $pairs_of{some} / ($m->{$_} || 0.01) } qw(wall cpu);
    printf "\n%d pairs a second a core were wanted: %.0f on the clock, %.0f by"
        . " processor: %s\n", $goal, @rate, $rate[0] >= $goal ? 'met' : 'missed';
    return;
}

1;
