#!/usr/bin/perl
# Whichever request for memory fails, a program does all of its work, byte for
# byte, or says once that it has no memory, with status 2, and has written no
# half of a line: each of the requests fails once. And none is made a record.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use Run qw($pages run write_file read_file);
use Sightings qw(random_sightings);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $failing = "$bin/../tests/failing-memory.so";
my $most = $ENV{VT_ROUNDS} || 250; # requests of a command that fail
my $folder = tempdir(CLEANUP => 1);
srand($ENV{VT_SEED} || 5);

plan skip_all => "$failing is not there" if !-e $failing;
plan skip_all => 'a sanitizer has its own memory'
    if (run("LD_PRELOAD=$failing vscore --version", $folder))[2] ne '0';

my @line = random_sightings(40);
write_file("$folder/all", join "", map { "$_\n" } @line);
write_file("$folder/a", join "", map { "$_\n" } @line[0 .. 19]);
write_file("$folder/b", join "", map { "$_\n" } @line[20 .. $#line]);
run('vscore --partial a >pa; vscore --partial b >pb; vscore all >v;'
    . ' vscore a >va; head -n 1 v >v1; vscore --partial --key-tab all | LC_ALL=C sort >sorted', $folder);
write_file("$folder/policy", '{"name":"p","margin":5,"weights":{"Ada":2}}');

my $made = 0;
for my $command ('vscore all', 'vscore --brief -j2 all', 'vscore --explain all',
    'vscore --policy=policy --previous=va --brief all', 'vscore --partial all',
    'vscore --partial pa pb', 'vscore pb pa', 'vscore --sorted sorted',
    'vscore --key-tab all', 'vscore --rank=bayes --where=reviews\>=1 all',
    'vscore --by=reviewer all', 'vscore --agreement all', 'vscore --audit all',
    'vscore --finished --audit v', 'vdiff va v', 'vdiff v', 'vdiff --matrix v',
    'vrender v', 'vrender -f html v', 'vrender -f csv v', 'vrender v1',
    'vrender -f md v', "vparse '$pages'/c*") {
    my @whole = run($command, $folder);
    my $asked = (run("VT_COUNT_TO=9 LD_PRELOAD=$failing $command 9>count", $folder))[2]
        eq $whole[2] ? (read_file("$folder/count"))[0] + 0 : 0;
    cmp_ok($asked, '>', 0, "$command: asks for memory");
    my (@odd, $failed);
    my $step = 1 + int($asked / $most);
    for (my $at = 1 + int rand $step; $at <= $asked; $at += $step) {
        my @got = run("VT_FAIL_AT=$at LD_PRELOAD=$failing $command", $folder);
        my $said = $got[2] eq '2' && $got[0] =~ /(?:^|\n)\z/
            && (() = $got[1] =~ /^\w+: (?:out of memory|.+: Cannot allocate memory)$/mg) == 1
            && $got[1] !~ /rejected|not JSON|too early|must be|changed/;
        $failed += $said;
        push @odd, "request $at: status $got[2]: " . substr $got[1], 0, 200
            if !$said && "@got" ne "@whole";
    }
    is(join("\n", @odd), '', '... and does all, or says that there is none');
    cmp_ok($failed, '>', 0, '... which happens');
}

# Buffers grow, and tables: that is asked for again only when all has doubled.
for my $command ('vscore', 'vscore --brief -j2', 'vscore --rank=mean') {
    my @asked = map {
        my $count = $_;
        write_file("$folder/many", join '', map {
            sprintf qq({"type":"review","tool":"t%d","reviewer":"R%d","score":5,"text":"no %d %s"}\n),
                $_ % 20, $_ % 7, $_, 'in words ' x 9 } 1 .. $count);
        run("VT_COUNT_TO=9 LD_PRELOAD=$failing $command many 9>count", $folder);
        (read_file("$folder/count"))[0] + 0 } 1_000, 16_000;
    cmp_ok($asked[1] - $asked[0], '<', 1_000,
        "$command: asks for no memory a record ($asked[0], $asked[1])");
}
done_testing();
