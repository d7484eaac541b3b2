#!/usr/bin/perl
# vnightly, killed before and after every command that it runs and then run
# again, has the snapshot, the mail and the site that it has when nobody kills
# it; nothing is mailed twice.  Every command it can run is replaced by one
# that counts, kills all of the run when its turn has come, and else runs the
# real one.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use Run qw($root $bin $pages run read_file write_file);
use Test::More;

my $dir = tempdir('vtools-nightly-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my @command = qw(date flock getopt grep ln mkdir mv rm sync vdiff vparse vrender
    vscore vsite wc);

write_file("$dir/shim", <<'END');
#!/bin/sh
PATH=$REAL_PATH
number=0
[ ! -s "$KILL/count" ] || read -r number <"$KILL/count"
number=$((number + 1))
echo "$number" >"$KILL/count"
[ "$KILL_AT" != "$number:before" ] || kill -9 0
status=0
if [ "${0##*/}" = sendmail ]; then
    cat >"$KILL/mail.$number" || status=$?
else
    "${0##*/}" "$@" || status=$?
fi
[ "$KILL_AT" != "$number:after" ] || kill -9 0
exit "$status"
END
chmod 0755, "$dir/shim";
mkdir "$dir/shims";
symlink "$dir/shim", "$dir/shims/$_" for @command, 'sendmail';
# The script looks beside itself first.
symlink "$root/scripts/vnightly", "$dir/shims/vnightly";

# Runs it for a day, in the folder of a case, which counts and has the mails.
sub nightly {
    my ($case, $date, $at) = @_;
    mkdir $case;
    my ($out, $err, $status) = run(
        "KILL='$case' KILL_AT='$at' REAL_PATH=\"\$PATH\" "
            . 'SOURCE_DATE_EPOCH=1767225600 '
            . "PATH='$dir/shims':\$PATH '$dir/shims/vnightly' "
            . "-s '$case/state' -d $date -t reader\@example.org "
            . "-f vtools\@example.org --site='$case/site' '$dir/$date'",
        $dir);
    return ($status, $err);
}

# The files below a folder that matter when all is done, with their contents.
sub contents {
    my ($folder) = @_;
    my %found;
    for my $file (split /\n/, `cd '$folder' && find . ! -type d | sort`) {
        $found{$file} = read_file("$folder/$file")
            unless $file =~ m{lock$|/digest\.|/announced$|/count$|/mail\.};
    }
    return \%found;
}

sub mails {
    return map { read_file($_) } glob "$_[0]/mail.*";
}

mkdir "$dir/$_" for qw(2026-01-01 2026-01-02);
system("cp '$pages/cinder-vs-glacier.txt' '$dir/2026-01-01'");
system("cp '$pages'/*.txt '$dir/2026-01-02'");
my ($status, $err) = nightly("$dir/start", '2026-01-01', '');
is($status, 0, 'the first night') or diag($err);
is(scalar(() = mails("$dir/start")), 0,
    'and nobody is told of what was always so');

system("cp -a '$dir/start' '$dir/whole'");
unlink "$dir/whole/count";
($status, $err) = nightly("$dir/whole", '2026-01-02', '');
is($status, 0, 'the second night, undisturbed') or diag($err);
my $count = read_file("$dir/whole/count") + 0;
my @whole = mails("$dir/whole");
is(scalar @whole, 1, "one mail, of $count commands run");
like($whole[0], qr/^To: <reader\@example\.org>$/m, 'which is a message');
my $wanted = contents("$dir/whole");
ok($wanted->{'./state/2026-01-02/verdicts.jsonl'}, 'with the verdicts kept');
ok($wanted->{'./site/index.html'}, 'and a site made');

my ($right, $unsure, $killed) = (0, 0, 0);
for my $at (map { ("$_:before", "$_:after") } 1 .. $count) {
    my $case = "$dir/case";
    system("rm -rf '$case' && cp -a '$dir/start' '$case'");
    unlink "$case/count";
    ($status) = nightly($case, '2026-01-02', $at);
    $killed += $status == 128 + 9;
    my $asked = -e "$case/state/2026-01-02/digest.sending" ? 1 : 0;
    ($status, $err) = nightly($case, '2026-01-02', '');
    my @mail = mails($case);
    my @wrong;
    push @wrong, "status $status: $err" if $status != ($asked ? 1 : 0);
    push @wrong, 'mails: ' . @mail if @mail != 1 && !($asked && !@mail);
    push @wrong, 'another mail' if @mail && $mail[0] ne $whole[0];
    push @wrong, 'not told' if $asked && $err !~ /nobody knows/;
    my $got = contents($case);
    push @wrong, map { "$_ differs" }
        grep { ($got->{$_} // '') ne ($wanted->{$_} // '') }
        sort keys %{{%$got, %$wanted}};
    $unsure += $asked;
    $right += !@wrong;
    diag("killed at $at: @wrong") if @wrong;
}
is($killed, 2 * $count, 'killed before and after each command');
is($right, 2 * $count, 'and run again, all is there, and no mail came twice');
cmp_ok($unsure, '<=', 6, 'only where the mail was being handed over it asks');

# The run dies, what hands the mail over goes on.
write_file("$dir/slow", "#!/bin/sh\ncat >'$dir/slow.mail.'\$\$\n"
        . "kill -9 \$(cat '$dir/pid')\nsleep 0.5\n");
chmod 0755, "$dir/slow";
system("cp -a '$dir/start' '$dir/orphan'");
my $command = "'$root/scripts/vnightly' -s '$dir/orphan/state' -d 2026-01-02 "
    . "-t a\@example.org -f b\@example.org --sendmail '$dir/slow' '$dir/2026-01-02'";
(undef, undef, $status) = run("$command & echo \$! >'$dir/pid'; wait \$!", $dir);
is($status, 128 + 9, 'only the script itself is killed');
sleep 1;
(undef, $err, $status) = run($command, $dir);
is($status, 0, 'what it was handed over to has sent it') or diag($err);
is(scalar(() = glob "$dir/slow.mail.*"), 1, 'once');

# What cannot be sent waits.
system("cp -a '$dir/start' '$dir/refused'");
$command =~ s/orphan/refused/;
(undef, $err, $status) =
    run($command =~ s/--sendmail '[^']*'/--sendmail false/r, $dir);
is($status, 2, 'no mail is taken');
ok(-s "$dir/refused/state/2026-01-02/digest.eml", 'it is kept');
(undef, $err, $status) =
    run($command =~ s/--sendmail '[^']*'/--sendmail 'tee $dir\/taken'/r, $dir);
is($status, 0, 'and sent the next time') or diag($err);
ok(-s "$dir/taken", 'whole');

# Nothing new, nothing sent; two days of a week in one digest.
system("cp -a '$dir/start' '$dir/week'");
$command = "'$root/scripts/vnightly' -s '$dir/week/state'";
my $mail = "-t a\@example.org -f b\@example.org --sendmail 'tee $dir/weekly'";
run("$command -d 2026-01-02 '$dir/2026-01-02'", $dir);
run("$command -d 2026-01-03 '$dir/2026-01-02'", $dir);
ok(!-e "$dir/week/state/2026-01-03/announced", 'without an address nothing is sent');
(undef, $err, $status) = run("$command -d 2026-01-04 $mail '$dir/2026-01-02'", $dir);
is($status, 0, 'the day of the digest') or diag($err);
like(read_file("$dir/weekly"), qr/Harbor/, 'it tells of what was new days ago');
unlink "$dir/weekly";
run("$command -d 2026-01-05 $mail '$dir/2026-01-02'", $dir);
ok(!-e "$dir/weekly", 'and is not sent when nothing is');

# The first digest tells of all since the first snapshot that nobody heard of.
$command =~ s/week/late/;
unlink "$dir/weekly";
run("$command -d 2026-01-01 '$dir/2026-01-01'", $dir);
run("$command -d 2026-01-02 '$dir/2026-01-02'", $dir);
(undef, $err, $status) = run("$command -d 2026-01-03 $mail '$dir/2026-01-02'", $dir);
is($status, 0, 'the first digest after some days') or diag($err);
like(read_file("$dir/weekly"), qr/Harbor/, 'tells of what came since the first');

# Votes count from the first one on.
$command =~ s/late/votes/;
$command .= " --votes '$dir/votes.jsonl'";
sub votes_on_cinder {
    my ($day) = @_;
    (undef, $err, $status) = run("$command -d $day '$dir/2026-01-01'", $dir);
    is($status . $err, '0', "$day: done");
    return (run("grep '\"name\":\"Cinder\"' '$dir/votes/state/$day/verdicts.jsonl'"
                . " | grep -o '\"community\":{\"votes\":[0-9]*'", $dir))[0];
}
is(votes_on_cinder('2026-01-01'), "\"community\":{\"votes\":0\n", 'nobody has voted yet');
run("'$root/scripts/vvote' -f '$dir/votes/state/verdicts.jsonl' -o '$dir/votes.jsonl'"
        . ' -v mo cinder ship', $dir);
is(votes_on_cinder('2026-01-02'), "\"community\":{\"votes\":1\n", 'a vote counts');

# A download that failed is no day on which all tools went.
mkdir "$dir/nothing";
$command =~ s/votes/nothing/;
run("$command -d 2026-01-01 '$dir/2026-01-01'", $dir);
(undef, $err, $status) = run("$command -d 2026-01-02 $mail '$dir/nothing'", $dir);
is($status, 2, 'no pages, no snapshot');
like($err, qr/no record in any of the pages/, 'which is said');
(undef, $err, $status) = run("$command -d 2026-01-02 $mail '$dir/2026-01-02'", $dir);
is($status, 0, 'and later the same day there is one') or diag($err);

for my $date (qw(2026-02-31 2026-13-01 20260101 today ../2026-01-01 2026-01-01/x)) {
    (undef, $err, $status) = run("$command -d $date $mail '$dir/2026-01-02'", $dir);
    ok($status == 2 && $err =~ /'\Q$date\E' is no date/, "$date is no date");
}

done_testing();
