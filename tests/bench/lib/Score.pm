# The part `score` of the benchmark: vscore --brief beside the programs of
# Peers.pm, on the records of make-records.c. The peers count sightings and
# vscore counts reviews, each once: what they find is compared on `plain`, in
# which these are the same. On the other files the peers have less to do: they
# merge and infer nothing, and write four values a tool and not its panel.
#
# Beside it is a vscore that `make bench` builds to take any bytes for text: where
# a string ends is looked for, but not whether all of it is UTF-8 without control
# characters.  What remains is what it takes to know the values: that a line has
# the layout of one before, which was checked whole, and its numbers.
package Score;
use strict;
use warnings;
use Cwd qw(abs_path);
use List::Util qw(uniq);
use POSIX qw(strftime);
use Time::HiRes qw(time);
use Measure;
use Peers;

my $percent = $ENV{PERCENT} || 100;
my ($vscore, $unchecked, $records, %whole, @goal);

# -- files -------------------------------------------------------------------
sub make_records {
    my ($build) = @_;
    my $program = "$build/tests/bench/make-records";
    die "bench: $program is not there: run make bench\n" if !-x $program;
    if (!-e "$records/whole" || -M "$records/whole" > -M $program) {
        my $start = time;
        system($program, $records, $percent) == 0 or exit 2;
        unlink glob "$records/*.tenth";
        printf STDERR "bench: records made in %.0f s\n", time - $start;
    }
    open my $in, '<', "$records/whole" or die "$records/whole: $!\n";
    while (my $line = <$in>) {
        my ($name, %of);
        ($name, @of{qw(lines reviews distinct tools)}) = split ' ', $line;
        $whole{$name} = \%of;
    }
    return;
}

# The file of this name, or the first tenth of its lines.
sub file {
    my ($name, $share) = @_;
    return "$records/$name" if ($share // 100) == 100;
    my $tenth = "$records/$name.tenth";
    my $lines = int($whole{$name}{lines} / 10);
    -e $tenth or system("head -n $lines '$records/$name' >'$tenth'") == 0
        or die "$tenth cannot be written\n";
    return $tenth;
}

# -- what they find ----------------------------------------------------------
sub wrong {
    my ($message) = @_;
    $Measure::failed = 1;
    print "WRONG: $message\n";
    return;
}

# Calls with tool, reviews, ships and mean of each of vscore's verdicts of a file.
sub each_verdict {
    my ($name, $call) = @_;
    open my $in, '-|', "'$vscore' --brief '" . file($name) . "'" or die "sh: $!\n";
    while (my $line = <$in>) {
        $line =~ /^\{"type":"verdict","tool":"([^"]*)".*?"reviews":(\d+),
            "ship":(\d+),.*?"score":\{"n":\d+,"mean":([^,]*)/x or next;
        $call->($1, $2, $3, $4);
    }
    close $in;
    return;
}

# Whether vscore finds as many tools, and different reviews, as there are.
sub count {
    my ($name) = @_;
    my ($reviews, $tools) = (0, 0);
    each_verdict($name, sub { $tools++; $reviews += $_[1] });
    my $want = $whole{$name};
    $reviews == $want->{distinct} && $tools == $want->{tools}
        or wrong("$name: $reviews reviews of $tools tools, not"
            . " $want->{distinct} of $want->{tools}");
    return;
}

# [reviews, ships, mean] of each tool in what a peer writes, as CSV.
sub tally {
    my ($peer, $name) = @_;
    my %of;
    open my $in, '-|', $peer->{tally}->(file($name)) or die "sh: $!\n";
    while (my $line = <$in>) {
        chomp $line;
        my ($tool, @value) = split /,/, $line =~ s/"//gr;
        $of{$tool} = \@value;
    }
    close $in;
    return \%of;
}

sub same {
    my ($ours, $theirs) = @_;
    return 0 if keys %$ours != keys %$theirs;
    for my $tool (keys %$ours) {
        my ($a, $b) = ($ours->{$tool}, $theirs->{$tool});
        return 0 if !$b || $a->[0] != $b->[0] || $a->[1] != $b->[1]
            || abs($a->[2] - $b->[2]) > 0.0051;
    }
    return 1;
}

sub compare {
    my (@peer) = @_;
    my %ours;
    each_verdict('plain', sub {
        my ($tool, @value) = @_;
        $ours{$tool} = \@value;
    });
    my @same = grep { same(\%ours, tally($_, 'plain')) } @peer;
    my %is = map { $_->{name} => 1 } @same;
    wrong("$_->{name} finds something else") for grep { !$is{ $_->{name} } } @peer;
    printf "reviews, ships and mean score of %d tools are the same in vscore and"
        . " %d of %d others\n", scalar keys %ours, scalar @same, scalar @peer;
    count($_) for qw(plain big pages small little mixed order once thrice);
    return;
}

# -- tables ------------------------------------------------------------------
sub heading {
    my ($title) = @_;
    printf "\n%-32s %6s %7s %7s %7s %7s %8s %8s %8s %9s\n", $title, 'MB',
        'wall s', 'user s', 'sys s', 'MB/s', 'MB/cpu s', 'vscore', 'by cpu',
        'peak MiB';
    return;
}

# Of two commands, how many times faster the first is, on the clock or by its
# seconds of processor: the median of the ratios within the rounds.
sub times_faster {
    my ($what, $a, $b) = @_;
    my @took = map { [map { $_->{$what} || 0.01 } @{ $_->{all} }] } $a, $b;
    my $size = $a->{mb} / $b->{mb};
    return median(map { $size * $took[1][$_] / $took[0][$_] } 0 .. $#{ $took[0] });
}

sub rows {
    my (@run) = @_;
    my %of = map { $_->{name} => $_ } @run;
    for my $m (@run) {
        my $ours = $m->{beside} && $of{ $m->{beside} };
        $m->{$_} = $ours && times_faster($_ eq 'slower' ? 'wall' : 'cpu', $ours, $m)
            for qw(slower slower_by_cpu);
        printf "%-32s %6.1f %7.2f %7.2f %7.2f %7.1f %8.1f %8s %8s %9.1f\n",
            $m->{label}, $m->{mb}, @$m{qw(wall user sys)}, $m->{mb} / $m->{wall},
            $m->{mb} / ($m->{cpu} || 0.01),
            (map { $_ ? sprintf '%.3g x', $_ : '' } @$m{qw(slower slower_by_cpu)}),
            $m->{memory} / 1024;
    }
    return;
}

# A row of the table of goals; by_cpu is what would count with the machine to
# oneself.
sub goal {
    my ($text, $want, $unit, $have, $by_cpu) = @_;
    my $at_most = $unit eq ' bytes';
    my $met = $at_most ? $have <= $want : $have >= $want;
    my $number = $at_most ? '%.1f' : '%.3g';
    push @goal, sprintf "| %s | %s%g%s | $number%s | %s | %s |", $text,
        $at_most ? 'at most ' : '', $want, $unit, $have, $unit,
        defined $by_cpu ? sprintf '%.3g%s', $by_cpu, $unit : '',
        $met ? 'met' : 'missed';
    return;
}

# A row of that table for what there is no goal for.
sub told {
    my ($text, @have) = @_;
    push @goal, sprintf "| %s | | %.3g | %.3g | |", $text, @have;
    return;
}

# -- speed -------------------------------------------------------------------
my @jobs;

# The rows of vscore for a file; with options, which the label names.
sub ours {
    my ($file, $label, $options, $input, $program) = @_;
    my $path = file($file);
    $program //= $vscore;
    return map {
        my $run = "'$program' $options $_->{option}";
        { name => "$file $label $_->{threads}", label => "vscore$_->{label}$label",
            file => $file, threads => $_->{threads}, mb => megabytes($path),
            beside => "$file  $_->{threads}", reads => $path,
            run => $input ? "cat '$path' | $run" : "exec $run '$path'" }
    } @jobs;
}

sub theirs {
    my ($file, @peer) = @_;
    return map {
        my $path = file($file, $_->{share});
        my $threads = @jobs == 1 ? 1 : $_->{threads};
        { name => "$file $_->{name}", file => $file, mb => megabytes($path),
            reads => $path,
            label => $_->{share} == 100 ? $_->{name} : "$_->{name}, on a tenth",
            peer => $_, beside => "$file  $threads", run => $_->{tally}->($path) }
    } @peer;
}

my @files = (
    ['big', 'reviews with text'], ['small', 'without text'],
    ['pages', 'as vparse writes them'], ['thrice', 'a million tools'], ['mixed', 'ten layouts'],
    ['order', 'sorted members'], ['little', '20 MB without text']);

sub commands {
    my (@peer) = @_;
    my @duckdb = grep { $_->{duckdb} } @peer;
    my @command;
    for (map { $_->[0] } @files) {
        push @command, ours($_, '', '--brief');
        push @command, ours($_, ', unchecked', '--brief', 0, $unchecked)
            if /^(?:big|small)$/ && -x $unchecked;
        push @command, ours($_, ', texts kept', '') if $_ eq 'big';
        push @command, ours($_, ', from a pipe', '--brief', 1) if /^(?:big|small)$/;
        push @command, theirs($_, /^(?:big|small)$/ ? @peer : $_ eq 'little'
            ? map { { %$_, share => 100 } } @peer : @duckdb);
    }
    push @command, { name => 'start', label => 'vscore, no input', mb => 0,
        file => 'start', run => "exec '$vscore' --brief /dev/null" };
    push @command, { name => 'node', label => 'node, nothing to do', mb => 0,
        file => 'start', run => "exec node -e ''" } if @duckdb;
    return @command;
}

sub speed {
    my (@peer) = @_;
    my @command = commands(@peer);
    from_disk(uniq map { $_->{reads} // () } @command);
    my %of = in_turn(@command);
    my @run = map { { %$_, %{ $of{ $_->{name} } } } } @command;
    for (@files, ['start', 'without input']) {
        my ($file, $what) = @$_;
        my @these = grep { $_->{file} eq $file } @run;
        heading("$file: $what");
        rows(@these);
        speed_goals($file, @these);
    }
    print "\nmedians of $Measure::rounds; vscore: how many times faster vscore"
        . " --brief is, with the\nsame number of threads, on the clock and by"
        . " seconds of\nprocessor: the median of the ratios within each round\n";
    print "unchecked: strings are not validated, so its ratio tells what that costs\n";
    print "$unchecked is not there, left out: run make bench\n" if !-x $unchecked;
    return;
}

sub speed_goals {
    my ($file, @run) = @_;
    my $hard = $file !~ /^(?:big|small)$/;
    my ($alone) = grep { $_->{name} eq "$file  1" } @run;
    for my $m (@run) {
        my $peer = $m->{peer};
        my @ratio = @$m{qw(slower slower_by_cpu)};
        goal("$file: times $peer->{name}", $hard ? 1 : 1.5, '', @ratio)
            if $peer && $peer->{duckdb};
        goal("$file: times $peer->{name}", $peer->{goal}, '', @ratio)
            if $peer && $peer->{goal} && !$hard;
        told("$file: $peer->{name} beside vscore with one thread",
            map { times_faster($_, $alone, $m) } qw(wall cpu))
            if $peer && $peer->{goal} && !$hard && $peer->{threads} > 1;
        goal("$file: $m->{label}", 40, ' %', map { 100 / $_ } @ratio)
            if $m->{label} =~ /texts kept/;
    }
    return;
}

# -- memory ------------------------------------------------------------------
# What a tool and a review take, told apart by two files of the same tools.
sub memory {
    my ($empty, $once, $thrice) = map { measure($_)->{memory} * 1024 }
        map { "exec '$vscore' --brief $jobs[0]{option} '$_'" }
        '/dev/null', file('once'), file('thrice');
    my $tools = $whole{once}{tools};
    my $review = ($thrice - $once) / ($whole{thrice}{distinct} - $whole{once}{distinct});
    my $tool = ($once - $empty) / $tools - $review;
    printf "\npeak memory with %d tools, MiB: %.1f without input, %.1f with a review"
        . " each,\n%.1f with three: %.1f bytes a tool and %.1f a review\n", $tools,
        (map { $_ / 2**20 } $empty, $once, $thrice), $tool, $review;
    goal('memory of a tool', 200, ' bytes', $tool);
    goal('memory of a review', 48, ' bytes', $review);
    return;
}

# -- all of it ---------------------------------------------------------------
sub score {
    my ($bin, $here) = @_;
    my $start = time;
    my $build = abs_path("$bin/..");
    my $own = "$build/bench-score";
    mkdir $_ for $own, "$own/peers";
    $records = "$own/records-$percent";
    $vscore = "$bin/vscore";
    $unchecked = "$build/unchecked/bin/vscore";
    $Measure::folder = $own;
    make_records($build);
    my $has_jobs = system("'$vscore' -j1 </dev/null >/dev/null 2>&1") == 0;
    @jobs = $has_jobs
        ? map({ { option => "-j$_", threads => $_, label => " -j$_" } } 1, 2)
        : { option => '', threads => 1, label => '' };
    print "vscore has no -j: one run stands for both numbers of threads\n"
        if !$has_jobs;
    chomp(my $commit = `git -C '$here' rev-parse --short HEAD 2>/dev/null` || '?');
    print "\n", machine(), "\n", strftime('%Y-%m-%d', localtime),
        ", tree at commit $commit\n";
    my @peer = Peers::all("$own/peers", "$here/peers", file('plain'));
    print "\n";
    compare(@peer);
    speed(@peer);
    memory();
    print "\n| goal | wanted | measured | by processor | |\n|---|---|---|---|---|\n",
        map { "$_\n" } @goal;
    printf "\nall of it took %.0f s%s\n", time - $start,
        $percent == 100 ? '' : ", on $percent % of the records";
    return;
}

1;
