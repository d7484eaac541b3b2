#!/usr/bin/perl
# On a terminal nothing but text reaches it: whatever strings records of every
# type hold, there is no control byte, no control of direction and nothing
# invisible; colour is only what vrender itself asks for.
use strict;
use warnings;
use utf8;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Run qw(run write_file);
use Strings qw(hostile_strings string_records);
use Test::More;

my $scratch = tempdir('vtools-text-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;
my @string = hostile_strings();
push @string, map { 'a' . chr($_) . 'b' } 1 .. 0x1f, 0x7f .. 0x9f, 0xad,
    0x61c, 0x200b .. 0x200f, 0x2028 .. 0x202e, 0x2060 .. 0x206f, 0xfeff,
    0xfff9 .. 0xfffb, 0xe0001, 0xe0020 .. 0xe007f;
write_file("$scratch/in", join '', map { $json->encode($_) . "\n" }
    map { string_records($_) } @string);

for my $option ('--width=20', '--width=100 --color') {
    my ($out, $err, $status) = run("vrender $option in", $scratch);
    is("$status$err", '0', "vrender $option");
    ok(utf8::decode($out), 'it is UTF-8');
    $out =~ s/\e\[(?:0|1|2|3[123])m//g if $option =~ /color/;
    my ($control) = $out =~
        /((?![\n\x{200c}\x{200d}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}])/;
    is(defined $control ? sprintf 'U+%04X', ord $control : undef, undef,
        'nothing in it but text');
}
done_testing();
