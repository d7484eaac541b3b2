#!/usr/bin/perl
# Under any limit of memory a program does all of its work, byte for byte, or
# says that it has no memory, with status 2. Never is a good record called bad,
# nor does a program crash, hang, or leave something out: with texts of
# millions of bytes, as many members, and objects as deep as JSON may be. What
# need not be kept is not.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use Run qw(run write_file);
use Test::More;

my $folder = tempdir(CLEANUP => 1);
# In KiB: from what the programs need to begin with up to plenty.
my @limit = (map({ 5_400 + 431 * $_ } 0 .. 8),
    map({ 10_000 + 3_137 * $_ } 0 .. 11), 75_000, 200_000);

# Sanitizers need more room than any limit leaves.
plan skip_all => 'no room for a sanitizer'
    if (run('ulimit -v 60000; vparse --version', $folder))[2] ne '0';

sub deep { return $_[0] x $_[2] . '1.5' . $_[1] x $_[2] }

my $text = 'some words ' x 100_000;
my $members = join ',', map { qq("k$_":$_) } 1 .. 50_000;
my $others = join ',', map { qq("o$_":[]) } 1 .. 50_000;
write_file("$folder/texts", join "\n", map {
        qq({"type":"review","name":"A","reviewer":"$_","score":50,"text":"$text$_"}) }
    1 .. 2);
# Keys with escapes, and members said twice, are read another way.
write_file("$folder/escaped",
    qq({"type":"review","name":"A","\\u0061":"$text\\u0041","score":7.25e1}\n)
    . qq({"type":"review","name":"A","x":"$text\\u0000"}\n)
    . qq({"type":"review","name":"A","x":"$text\xff"}\n));
write_file("$folder/members",
    qq({"type":"tool","name":"A",$members}\n{"type":"tool","name":"A",$others}\n));
# A text that is folded takes a buffer, which a time needs after it.
write_file("$folder/unfolded", join '', '{"type":"review","name":"A","score":5,"text":"',
    "e\xcc\x81 x  " x 700_000, qq("source":{"fetched":"2026-01-01T00:00:00Z"}}\n) =~ s/^/",/r);
write_file("$folder/own", join "", map {
        qq({"type":"review","name":"A","reviewer":"$_","text":"t$_","mine":"$text"}\n) }
    1 .. 4);
write_file("$folder/deep", join "\n", map {
        qq({"type":"tool","name":"A$_","own":) . deep('{"a":', '}', 2040)
        . ',"\u0061":' . deep('[', ']', 2040) . '}' } 1 .. 20);
write_file("$folder/pages.jsonl",
    qq({"url":"https://a.example/","html":"<p>$text"}\n) x 2);
run('vscore --partial own >own.p', $folder);
for my $name (qw(texts deep members)) {
    run("vscore $name >$name.v", $folder);
}
run("sed 's/words/others/; s/\"mean\":50/\"mean\":51/' texts.v >texts2.v", $folder);

for my $command ('vscore texts', 'vscore --brief -j2 texts', 'vscore escaped',
    'vscore -j2 escaped', 'vscore members', 'vscore --partial members',
    'vscore unfolded', 'vscore --key-tab texts', 'vscore own.p', 'vscore deep', 'vscore --partial deep', 'vdiff --first=a1 deep.v',
    'vdiff texts.v texts2.v', 'vrender -f html deep.v',
    'vrender -f json members.v', 'vparse pages.jsonl') {
    my @whole = run($command, $folder);
    my ($done, @odd) = (0);
    for my $limit (@limit) {
        my @got = run("ulimit -v $limit; exec $command", $folder);
        my $same = "@got" eq "@whole";
        $done += $same;
        next if $same || $got[2] eq '2' && $got[1] =~
            /^\w+: (?:out of memory|standard output: Cannot allocate memory)$/m
            && $got[1] !~ /rejected|not JSON|too early|too deep/;
        # Before a program runs, nothing is up to it.
        next if $got[2] eq '127';
        push @odd, "$limit KiB: status $got[2]: " . substr $got[1], 0, 200;
    }
    is(join("\n", @odd), '', "$command: all or nothing");
    cmp_ok($done, '>', 0, 'and all with plenty');
}

# Under --brief no text is kept that can be read again.
write_file("$folder/many", join "\n", map {
        qq({"type":"review","tool":"a","reviewer":"$_","score":50,"text":"$_ $text"}) }
    1 .. 70);
for my $jobs (1, 2) {
    my $brief = "vscore --brief -j$jobs many";
    my $whole = (run($brief, $folder))[0];
    is((run("ulimit -v 50000; exec $brief", $folder))[0], $whole,
        "-j$jobs --brief reads 77 MB of texts in less than 50 MB");
}

# Under --sorted one tool is held at a time.
write_file("$folder/grouped", join "\n", map {
        qq({"type":"review","tool":"t$_","reviewer":"a","score":50,"text":"$_ $text"}) }
    map { sprintf '%02d', $_ } 1 .. 70);
my @held = run('vscore --sorted grouped', $folder);
is_deeply([run('ulimit -v 50000; exec vscore --sorted grouped', $folder)], \@held,
    '--sorted writes 77 MB of texts, and holds less than 50 MB');
is($held[2], '0', '... and is done');
done_testing();
