#!/usr/bin/perl
# The EXAMPLES of every man page must work as printed. Each literal display
# that begins with a `$ command` line is run in a temporary folder that has
# the sample pages in pages/ ; one folder for a whole man page, so that a
# later example may read what an earlier one wrote.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use Displays qw(commands check_command finish);
use Run qw($root $pages read_file);

my %escape = ('e' => '\\', '(rs' => '\\', '(aq' => "'", '(dq' => '"',
    '(ga' => '`', '(ha' => '^', '(ti' => '~', '-' => '-', '&' => '',
    ' ' => ' ', '.' => '.', "'" => "'", '`' => '`');

for my $man (sort glob "\Q$root\E/man/*.[1-9]") {
    my ($name) = $man =~ m{([^/]+)\z};
    my @command = map { commands($_) } displays(read_file($man)) or next;
    my $folder = tempdir('vtools-man-XXXXXX', TMPDIR => 1, CLEANUP => 1);
    system 'cp', '-R', '-p', $pages, "$folder/pages" if -d $pages;
    check_command($name, $folder, $_) for @command;
}
finish('no examples in man/');

# The text of each literal display under EXAMPLES.
sub displays {
    my ($mdoc) = @_;
    my ($section) = $mdoc =~ /^\.Sh EXAMPLES\n(.*?)(?=^\.Sh |\z)/ms or return;
    my @text = $section =~ /^\.Bd [^\n]*-(?:literal|unfilled)[^\n]*\n(.*?)^\.Ed/msg;
    s/\\(\((?:..)|.)/$escape{$1} \/\/ "\\$1"/ge for @text;
    return @text;
}
