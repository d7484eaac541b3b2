# What the parts of the benchmark measure with.
package Measure;
use strict;
use warnings;
use Exporter qw(import);
use List::Util qw(shuffle);
use Time::HiRes qw(time);
our @EXPORT = qw(found from_disk install machine measure median in_turn megabytes);

# How often each command is run, where what was measured is written while it
# is, and whether anything went wrong.
our $rounds = $ENV{ROUNDS} || 5;
our $folder;
our $failed = 0;

sub found {
    my ($name) = @_;
    return (grep { -x } map { "$_/$name" } split /:/, $ENV{PATH})[0];
}

# Packages of Debian, where one may install them.
sub install {
    my (@want) = @_;
    return if !@want || $> != 0 || !found('apt-get');
    print STDERR "bench: installing @want\n";
    my $quiet = '>/dev/null 2>&1 </dev/null';
    system "apt-get update $quiet";
    system "DEBIAN_FRONTEND=noninteractive apt-get install -y"
        . " --no-install-recommends $_ $quiet" for @want;
    return;
}

sub machine {
    my ($model) = ('unknown');
    if (open my $in, '<', '/proc/cpuinfo') {
        while (<$in>) {
            $model = $1 if /^model name\s*:\s*(.*)/;
        }
    }
    my ($load) = '?';
    if (open my $in, '<', '/proc/loadavg') {
        ($load) = split ' ', <$in>;
    }
    chomp(my $cores = `getconf _NPROCESSORS_ONLN`);
    return "$model, $cores cores; load at the start $load";
}

# Has files lie in the system's cache as they do when they were read from the
# disk: what was written a page at a time lies there by the page, and reading it
# takes twice as long.
sub from_disk {
    my (@file) = @_;
    for my $file (@file) {
        system "dd of='$file' oflag=nocache conv=notrunc,fdatasync count=0"
            . " status=none && cat '$file' >/dev/null";
    }
    return;
}

# Runs a shell command, without its output: seconds on the clock, seconds of
# processor in and outside the kernel, and the peak of memory in KiB.
sub measure {
    my ($command) = @_;
    my $told = "$folder/told";
    my @timed = -x '/usr/bin/time' ? ('/usr/bin/time', '-f', '%M', '-o', $told) : ();
    my @before = times;
    my $start = time;
    my $pid = fork // die "fork: $!\n";
    if (!$pid) {
        open STDOUT, '>', '/dev/null';
        open STDERR, '>', "$folder/stderr";
        exec @timed, 'sh', '-c', $command or exit 127;
    }
    waitpid $pid, 0;
    my $wall = time - $start;
    my @after = times;
    if ($?) {
        print "FAILED with status @{[$? >> 8]}: $command\n";
        $failed = 1;
    }
    my $memory = 0;
    if (@timed && open my $in, '<', $told) {
        my @line = <$in>;
        $memory = $line[-1] =~ /(\d+)/ ? $1 : 0;
    }
    my ($user, $sys) = ($after[2] - $before[2], $after[3] - $before[3]);
    return { wall => $wall, user => $user, sys => $sys, cpu => $user + $sys,
        memory => $memory };
}

sub median {
    my (@n) = sort { $a <=> $b } @_;
    return ($n[$#n / 2] + $n[@n / 2]) / 2;
}

# Medians by name of commands that are run in turn; `all` in each has what the
# rounds were.  The file that one `reads` is read before if another was, and
# each round has an order of its own, the same in each run: who comes first, or
# behind one that gave back a gigabyte, may take a tenth longer.
sub in_turn {
    my (@command) = @_;
    my (%of, $read);
    srand 1;
    for my $command (map { shuffle @command } 1 .. $rounds) {
        my $reads = $command->{reads} // '';
        if ($reads ne '' && $reads ne ($read // '')) {
            system "cat '$reads' >/dev/null";
            $read = $reads;
        }
        push @{ $of{ $command->{name} }{all} }, measure($command->{run});
    }
    for my $m (values %of) {
        my @all = @{ $m->{all} };
        for my $what (keys %{ $all[0] }) {
            $m->{$what} = median(map { $_->{$what} } @all);
        }
    }
    return %of;
}

sub megabytes {
    my $sum = 0;
    $sum += -s for @_;
    return $sum / 1e6;
}

1;
