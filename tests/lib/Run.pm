# Runs shell command lines the way every test of this project does: with the
# programs first in PATH, a known environment, a time limit, and all output
# kept. Only modules that come with perl.
package Run;

use strict;
use warnings;
use Cwd qw(abs_path);
use Exporter qw(import);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);

our @EXPORT_OK = qw($root $bin $pages run read_file write_file difference fits
    diagnose);

our $root = abs_path(dirname(__FILE__) . '/../..');
our $bin = $ENV{VT_BIN} || "$root/build/bin";
our $pages = $ENV{PAGES} || "$root/tests/pages";
my $seconds = 60;
my $scratch = tempdir('vtools-run-XXXXXX', TMPDIR => 1, CLEANUP => 1);

# Nothing of the person's own settings may reach a test, except what the
# sanitizers and a private library folder need.
sub environment {
    my ($home) = @_;
    my %keep = map { $_ => $ENV{$_} } grep { defined $ENV{$_} }
        qw(ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS LD_LIBRARY_PATH TMPDIR);
    return (%keep,
        PATH => "$bin:$root/scripts:" . ($ENV{PATH} // '/usr/bin:/bin'),
        LC_ALL => 'C.UTF-8', TZ => 'UTC', TERM => 'dumb', HOME => $home,
        VT_BIN => $bin, PAGES => $pages);
}

# run($command, $folder, input => FILE, merge => 1) gives the output, the
# diagnostics (merged into the output when asked) and the exit status, which
# is 128 + n after signal n and 'timeout' after the time limit.
sub run {
    my ($command, $folder, %option) = @_;
    my ($out, $err) = map { "$scratch/$$.$_" } qw(out err);
    my $pid = fork // die "fork: $!\n";
    if (!$pid) {
        setpgrp(0, 0);
        my %fresh = environment("$folder");
        %ENV = %fresh;
        chdir $folder or die "$folder: $!\n";
        open STDIN, '<', $option{input} // '/dev/null' or die "stdin: $!\n";
        open STDOUT, '>', $out or die "$out: $!\n";
        open STDERR, $option{merge} ? '>&STDOUT' : ">$err" or die "$err: $!\n";
        exec '/bin/sh', '-c', $command or die "sh: $!\n";
    }
    my $status = eval {
        local $SIG{ALRM} = sub { die "timeout\n" };
        alarm $seconds;
        waitpid $pid, 0;
        alarm 0;
        $? & 127 ? 128 + ($? & 127) : $? >> 8;
    };
    if (!defined $status) {
        kill 'KILL', -$pid;
        waitpid $pid, 0;
        $status = 'timeout';
    }
    return (read_file($out), $option{merge} ? '' : read_file($err), $status);
}

# The bytes of a file; of one that is not there, none.
sub read_file {
    my ($file) = @_;
    open my $in, '<:raw', $file or return '';
    local $/;
    return scalar(<$in>) // '';
}

sub write_file {
    my ($file, $bytes) = @_;
    open my $out, '>:raw', $file or die "$file: $!\n";
    print $out $bytes;
    close $out or die "$file: $!\n";
}

# A unified diff of two byte strings.
sub difference {
    my ($name, $expected, $got) = @_;
    my @file = map { "$scratch/$$.$_" } qw(expected got);
    write_file($file[0], $expected);
    write_file($file[1], $got);
    open my $diff, '-|:raw', 'diff', '-a', '-u', '--label', "$name expected",
        '--label', "$name got", @file or die "diff: $!\n";
    my @line = <$diff>;
    close $diff;
    @line = (@line[0 .. 79], "(" . (@line - 80) . " lines more)\n")
        if @line > 81;
    return join '', @line;
}

# Whether an output is what was written down, where a line of three dots
# stands for any number of lines.
sub fits {
    my ($expected, $got) = @_;
    my $pattern = join '', map { /^\.\.\.\n?\z/ ? '(?:.*\n)*?' : quotemeta }
        $expected =~ /^.*\n?/mg;
    return $got =~ /\A$pattern\z/;
}

# Lines for people, in TAP: they begin with #.
sub diagnose {
    my ($text) = @_;
    $text =~ s/\n?\z/\n/;
    return $text =~ s/^/# /gmr;
}

1;
