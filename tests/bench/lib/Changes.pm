# The part `changes` of the benchmark: vdiff on two snapshots of a million
# tools, one in a hundred changed; and word diffs of hostile texts.
package Changes;
use strict;
use warnings;
use Cwd qw(abs_path);
use Time::HiRes qw(time);
use Measure;

my $percent = $ENV{PERCENT} || 100;
my ($vdiff, $own);

# -- snapshots ---------------------------------------------------------------
# The verdicts on the records `thrice` of make-records, and the same with
# another price of every hundredth tool: in the order of the keys, and in
# another, which is the same for both.
sub make_snapshots {
    my ($build) = @_;
    my ($program, $vscore) = ("$build/tests/bench/make-records", "$build/bin/vscore");
    die "bench: $program is not there: run make bench\n" if !-x $program;
    return if -e "$own/whole" && -M "$own/whole" < -M $program;
    my $start = time;
    system($program, "$own/records", $percent) == 0 or exit 2;
    system("'$vscore' -o '$own/old' '$own/records/thrice'") == 0 or exit 2;
    system("rm -rf '$own/records'");
    my $change = q{s/"entry":null/"entry":"free"/ if $. % 100 == 0};
    my $shuffle = q{awk '{ print NR * 7919 % 1000003 "\t" $0 }' | sort -n | cut -f 2-};
    system("cd '$own' && perl -pe '$change' old >new"
        . " && $shuffle <old >old.shuffled && $shuffle <new >new.shuffled"
        . " && touch whole") == 0 or exit 2;
    printf STDERR "bench: snapshots made in %.0f s\n", time - $start;
    return;
}

# What is found, counted, whichever way it is read.
sub check {
    my ($lines) = split ' ', `wc -l <'$own/old'`;
    for my $run ("old new", "--sorted old new", "old.shuffled new.shuffled") {
        chomp(my $changes = `cd '$own' && '$vdiff' $run | grep -c '^{"type":"change"'`);
        next if $changes == int($lines / 100);
        $Measure::failed = 1;
        print "WRONG: $changes changes of $lines tools in: vdiff $run\n";
    }
    system("cd '$own' && '$vdiff' old new >changes; '$vdiff' --apply old changes | cmp - new") == 0
        or $Measure::failed = 1;
    return;
}

sub snapshots {
    my $mb = megabytes("$own/old", "$own/new");
    # The status 1 says that there are changes.
    my @command = map { { name => $_->[0], run => "cd '$own' && { $_->[1]; test \$? -le 1; }" } }
        ['by an index', "'$vdiff' old new"],
        ['--sorted', "'$vdiff' --sorted old new"],
        ['in another order', "'$vdiff' old.shuffled new.shuffled"],
        ['old from a pipe', "cat old | '$vdiff' - new"],
        ['both from pipes', "bash -c \"'$vdiff' <(cat old) <(cat new)\""],
        ['the same twice', "'$vdiff' old old"],
        ['--apply', "'$vdiff' --apply old changes"],
        ['wc -l', 'wc -l old new'];
    my %of = in_turn(@command);
    printf "\n%-24s %6s %7s %7s %7s %7s %8s %9s\n", 'vdiff OLD NEW', 'MB', 'wall s',
        'user s', 'sys s', 'MB/s', 'MB/cpu s', 'peak MiB';
    for (map { $_->{name} } @command) {
        my $m = $of{$_};
        printf "%-24s %6.1f %7.2f %7.2f %7.2f %7.1f %8.1f %9.1f\n", $_, $mb,
            @$m{qw(wall user sys)}, $mb / $m->{wall}, $mb / ($m->{cpu} || 0.01),
            $m->{memory} / 1024;
    }
    printf "\n| goal | wanted | measured | by processor | |\n|---|---|---|---|---|\n";
    for ('by an index', '--sorted', 'in another order') {
        my $m = $of{$_};
        printf "| changes, %s | 300 MB/s | %.3g MB/s | %.3g MB/s | %s |\n", $_,
            $mb / $m->{wall}, $mb / $m->{cpu}, $mb / $m->{wall} >= 300 ? 'met' : 'missed';
    }
    return;
}

# -- word diffs --------------------------------------------------------------
# Pairs of texts of about so many bytes, by whether it is the second.
my @hostile = (
    ['different words', sub { my ($n, $b) = @_; join ' ', map { "w$b$_" } 1 .. $n / 8 }],
    ['one word', sub { my ($n, $b) = @_; 'a ' x ($n / 2 + 100 * $b) }],
    ['one word, half of it', sub { my ($n, $b) = @_; 'a ' x ($n / ($b ? 2 : 4)) }],
    ['alternating words', sub { my ($n, $b) = @_; ($b ? 'a b ' : 'b a ') x ($n / 4) }],
    ['two words at random', sub { my ($n, $b) = @_; srand $b; join ' ', map { int rand 2 } 1 .. $n / 2 }],
    ['every third changed', sub { my ($n, $b) = @_; join ' ', map { $_ % 3 ? "c$_" : "x$b$_" } 1 .. $n / 7 }],
    ['words in reverse', sub { my ($n, $b) = @_; my @w = map { "w$_" } 1 .. $n / 7; join ' ', $b ? reverse @w : @w }],
    ['signs', sub { my ($n, $b) = @_; ($b ? '.,' : ',.') x ($n / 2) }],
    ['one long word', sub { my ($n, $b) = @_; 'x' x $n . $b }],
);

sub words {
    print "\nword diffs, seconds of processor  100 kB      1 MB   times\n";
    for (@hostile) {
        my ($name, $text) = @$_;
        my @took;
        for my $size (1e5, 1e6) {
            for my $second (0, 1) {
                open my $out, '>', "$own/text$second" or die "$own: $!\n";
                print $out '{"type":"verdict","tool":"a","panel":[{"reviewer":"B","text":"',
                    $text->($size, $second), qq("}]}\n);
                close $out or die "$own: $!\n";
            }
            my $run = "'$vdiff' '$own/text0' '$own/text1'; test \$? -eq 1";
            push @took, median(map { $_->{cpu} } map { measure($run) } 1 .. 3);
        }
        printf "%-30s %9.2f %9.2f %7s%s\n", $name, @took,
            $took[0] > 0 ? sprintf('%.1f', $took[1] / $took[0]) : '-',
            $took[1] >= 1 ? '  slow' : '';
    }
    unlink "$own/text0", "$own/text1";
    return;
}

sub changes {
    my ($bin) = @_;
    my $build = abs_path("$bin/..");
    $own = "$build/bench-changes/$percent";
    mkdir $_ for "$build/bench-changes", $own;
    $vdiff = "$bin/vdiff";
    $Measure::folder = $own;
    make_snapshots($build);
    print machine(), "\n";
    check();
    snapshots();
    words();
    return;
}

1;
