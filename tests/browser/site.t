#!/usr/bin/perl
# A site as a reader finds it: from the first page by its links to a tool, a
# reviewer and a comparison; then every page that a link leads to, narrow and
# wide, light, dark and on paper. Nothing runs, nothing is asked of elsewhere, no
# link is broken, and the pages keep the rules of axe-core and html-validate.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Browser qw(start_browser look report validate end_browser);
use File::Temp qw(tempdir);
use JSON::PP ();
use Run qw($root run write_file);

my $folder = tempdir('vtools-browser-XXXXXX', TMPDIR => 1, CLEANUP => 1);
start_browser($folder);
my $site = "$folder/site";

# The sample pages, and two tools that mean no good.
my $json = JSON::PP->new->utf8->canonical;
my @evil = ('"><img src=x onerror=window.ran=1>', "javascript:window.ran='1'//");
my $hostile = '';
for my $name (@evil) {
    my %known = (tool => $name, name => $name);
    $hostile .= $json->encode($_) . "\n" for
        { %known, type => 'tool', category => '<script>window.ran=1</script>' },
        map { { %known, type => 'review', reviewer => $_, verdict => 'ship',
            score => 70, text => "$_ says: &lt;b&gt; of $name." } } @evil;
}
write_file("$folder/hostile", $hostile);
my (undef, $err, $status) = run("vparse '$root'/tests/pages/*.txt | cat - hostile"
        . " | vscore | vsite -u https://example.org/site '$site'", $folder);
report($status == 0, 'a site', $err);

# What of the page's links leads nowhere; the others are kept.
my %linked;
sub broken {
    my ($answer) = @_;
    my @broken;
    for my $link (@{ $answer->{links} }) {
        my ($file) = $link =~ m{^file://([^#]*)} or next;
        $file =~ s/%([0-9A-F]{2})/chr hex $1/gie;
        push @broken, "a broken link, $link"
            if index($file, "$site/") != 0 || !-f $file;
        $linked{$file} = 1;
    }
    return @broken;
}

# The kinds of pages, one by one, as a reader comes to them.
my %first = (file => "$site/index.html", site => \1);
my @way = (['the first page', qr{/index\.html$}],
    ['a tool', qr{/tools/}, '/tools/glacier-notes'],
    ['a reviewer', qr{/reviewers/}, '/reviewers/Skeptic'],
    ['another tool', qr{/tools/}, '/tools/cinder'],
    ['a comparison', qr{/compare/}, '-vs-'],
    ['the first page again', qr{/index\.html$}, '/index.html'],
    ['the comparisons', qr{/compare/index}, '/compare/index']);
my @click;
for my $stop (@way) {
    my ($name, $address, $click) = @$stop;
    push @click, $click // ();
    my %there = (%first, click => [@click]);
    my $judge = sub {
        ($_[0]{address} =~ $address ? () : "this is $_[0]{address}", broken($_[0]))
    };
    look($name, { %there, axe => \1, width => 320 }, $judge);
    look($name, { %there, axe => \1, width => 1280, scheme => 'dark' }, $judge);
    look($name, { %there, media => 'print', width => 704 }, $judge);
}

# All others that links lead to.
my %seen;
while (my @new = grep { /\.html\z/ && !$seen{$_}++ } sort keys %linked) {
    look(s{^\Q$site/\E}{}r, { file => $_, site => \1, width => 768 }, \&broken)
        for @new;
}
my @page = grep { !m{/\.} } split /\n/, `find '$site' -name '*.html' | sort`;
report("@page" eq join(' ', sort keys %seen), 'links lead to all ' . @page . ' pages',
    grep { !$seen{$_} } @page);
validate('html-validate', @page);

my @drawing = grep { /\.svg\z/ } sort keys %linked;
report(@drawing == 6, 'links lead to the badge of every tool', @drawing);
look(s{^\Q$site/\E}{}r, { file => $_, bare => \1, width => 320 }) for @drawing;

exit end_browser();
