#!/usr/bin/perl
# What README.md shows must be what the programs print. Of its ```console
# blocks those commands are run that begin with a v (the programs) or with
# build/bin, in a temporary folder that links to everything in the project's
# own, so that an example can write files and leave none behind.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use Displays qw(commands check_command finish);
use Run qw($root $bin read_file);

my $readme = read_file("$root/README.md");
my @example = grep { $_->{command} =~ m{^(?:v|build/bin)} }
    map { commands($_) } $readme =~ /^```console\n(.*?)^```/msg;
my $folder = tempdir('vtools-readme-XXXXXX', TMPDIR => 1, CLEANUP => 1);
symlink $_, "$folder/" . s{.*/}{}r
    for grep { $_ ne "$root/build" } glob "\Q$root\E/*";
mkdir "$folder/build";
symlink $bin, "$folder/build/bin";
check_command('README.md', $folder, $_) for @example;
finish('README.md shows no command of ours');
