#!/usr/bin/perl
# Behaviour cases. A case is a folder tests/cases/PROGRAM/NAME/ with
#
#   cmd           a shell command line
#   in            its standard input (absent: empty)
#   out, err      what it must write (absent: nothing)
#   status        its exit status (absent: 0)
#   skip-unless   a shell command; where it fails, the case is skipped
#   README        for people
#
# and whatever other files the command reads. It runs in a fresh copy of the
# folder without the files above (`in` stays), the programs first in PATH. In
# what it writes, the path of the sample pages is replaced with $PAGES.
#
#   prove tests/cases.t                      every case
#   prove tests/cases.t :: vdiff/pair        those whose name has these words
#   perl tests/cases.t --record FOLDER...    write out, err and status anew
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Cwd qw(abs_path);
use File::Temp;
use Run qw($root $pages run read_file write_file difference diagnose);

my $cases = "$root/tests/cases";
my $workers = $ENV{TEST_JOBS} // 2;
my %own = map { $_ => 1 } qw(cmd out err status skip-unless README);

if (@ARGV && $ARGV[0] eq '--record') {
    shift;
    die "usage: cases.t --record FOLDER...\n" unless @ARGV;
    record(abs_path($_) // die "$_: $!\n") for @ARGV;
    exit 0;
}

my @name = sort map { substr $_, 1 + length $cases }
    grep { -d } glob "\Q$cases\E/*/*";
@name = grep { my $name = $_; grep { index($name, $_) >= 0 } @ARGV } @name
    if @ARGV;
if (!@name) {
    print "1..0 # SKIP no cases\n";
    exit 0;
}

# Workers take the cases in turn, so that reading their pipes in turn gives
# the results in order.
my @pipe;
for my $worker (0 .. $workers - 1) {
    my $pid = open($pipe[$worker], '-|') // die "fork: $!\n";
    if ($pid) {
        binmode $pipe[$worker];
        next;
    }
    binmode STDOUT;
    $| = 1;
    for (my $i = $worker; $i < @name; $i += $workers) {
        my $result = eval { verdict($i + 1, $name[$i]) }
            // "not ok " . ($i + 1) . " - $name[$i]\n" . diagnose($@);
        print length($result), "\n", $result;
    }
    exit 0;
}
print "1.." . @name . "\n";
my $failed = 0;
for my $i (0 .. $#name) {
    my $from = $pipe[$i % $workers];
    my $length = <$from> // die "a worker died before $name[$i]\n";
    read $from, my ($result), $length;
    $failed++ if $result =~ /^not/;
    my ($line, $why) = split /^/m, $result, 2;
    print $line;
    print STDERR $why if defined $why;
}
exit($failed ? 1 : 0);

# One case as TAP: the result, and when it failed, why.
sub verdict {
    my ($number, $name) = @_;
    my $case = "$cases/$name";
    die "no file cmd\n" unless -e "$case/cmd";
    my $copy = copy($case);
    if (-e "$case/skip-unless") {
        my $needed = read_file("$case/skip-unless");
        my (undef, undef, $status) = run($needed, $copy);
        chomp $needed;
        return "ok $number - $name # SKIP not true here: $needed\n" if $status;
    }
    my %got = perform($case, $copy);
    my $why = '';
    for my $file (qw(out err status)) {
        my $expected = read_file("$case/$file");
        $expected = "0\n" if $file eq 'status' && $expected eq '';
        $why .= difference("$name/$file", $expected, $got{$file})
            if $expected ne $got{$file};
    }
    return "ok $number - $name\n" if $why eq '';
    return "not ok $number - $name\n" . diagnose($why);
}

sub perform {
    my ($case, $copy) = @_;
    my %got;
    @got{qw(out err status)} = run(read_file("$case/cmd"), $copy,
        input => -e "$case/in" ? "$case/in" : '/dev/null');
    $got{status} .= "\n";
    s/\Q$pages\E/\$PAGES/g for @got{qw(out err)};
    return %got;
}

sub record {
    my ($case) = @_;
    my %got = perform($case, copy($case));
    $got{status} = '' if $got{status} eq "0\n";
    for my $file (sort keys %got) {
        if ($got{$file} eq '') {
            unlink "$case/$file";
        } else {
            write_file("$case/$file", $got{$file});
        }
    }
}

# A fresh copy of a case's own files, for the command to work in.
sub copy {
    my ($case) = @_;
    my $folder = File::Temp->newdir('vtools-case-XXXXXX', TMPDIR => 1);
    opendir my $list, $case or die "$case: $!\n";
    my @file = map { "$case/$_" } grep { !/^\.\.?$/ && !$own{$_} } readdir $list;
    system('cp', '-R', '-P', '-p', '--', @file, "$folder") == 0 or die "no copy\n"
        if @file;
    return $folder;
}
