#!/usr/bin/perl
# Every option that a program's --help names is explained in its man page.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Test::More;
use Run qw($root run read_file);

for my $program (qw(vparse vscore vdiff vrender)) {
    my ($help) = run("$program --help", $root);
    my $man = read_file("$root/man/$program.1");
    $man =~ s/\\-/-/g;
    my %option = map { $_ => 1 } $help =~ /--([a-z][a-z0-9-]*)/g;
    for my $name (sort keys %option) {
        like($man, qr/^\.It Fl .*-\Q$name\E(?: |$)/m, "$program --$name");
    }
}
done_testing();
