#!/usr/bin/perl
# HTML in a real browser: hostile records must come out as text, run nothing
# and ask for nothing; every page must read well from 320 pixels on, light,
# dark and on paper; and keep the rules of axe-core and html-validate.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Browser qw(start_browser look validate end_browser);
use File::Temp qw(tempdir);
use JSON::PP ();
use Run qw($root run read_file write_file);
use Strings qw(hostile_strings string_records);

my $json = JSON::PP->new->utf8->canonical->allow_nonref;
my $folder = tempdir('vtools-browser-XXXXXX', TMPDIR => 1, CLEANUP => 1);
start_browser($folder);

sub render {
    my ($name, @record) = @_;
    write_file("$folder/in",
        join '', map { (ref $_ ? $json->encode($_) : $_) . "\n" } @record);
    my ($out, $err, $status) = run("vrender -f html -o '$folder/$name.html' in",
        $folder);
    die "vrender: status $status\n$err" if $status;
    return "$folder/$name.html";
}

# The strings that a page does not show. Only what no masking touches can be
# looked for as it is.
sub lost {
    my ($text, @string) = @_;
    return map { "its text is gone: $_" }
        grep { index($text, s/  +/ /gr) < 0 }
        grep { /\A[!-~](?:[ -~]*[!-~])?\z/ } @string;
}

# -- hostile strings -----------------------------------------------------------
# Several to a page, as opening pages is what takes time.
my @string = hostile_strings();
my @file;
for (my $number = 1; my @some = splice @string, 0, 64; $number++) {
    my $file = render("hostile-$number", map { string_records($_) } @some);
    look("hostile strings, page $number", { file => $file, width => $_ },
        sub { lost($_[0]{text}, @some) })
        for 320, 1200;
}

# Reading these takes html-validate minutes: it gets some of them.
push @file, render('some-hostile', map { string_records($_) }
        (hostile_strings())[0 .. 5]);

# -- what people look at -------------------------------------------------------
sub lines { return split /\n/, read_file("$root/tests/cases/$_[0]/in") }

my ($empty) = push @file, render('empty');
my %page = (
    comparison => render('comparison', lines('vrender/comparison-html')),
    several => render('several', lines('vrender/several-html')),
    lists => render('lists', lines('vrender/lists-html')),
    matrix => render('matrix', (lines('vrender/matrix-html'))[0]),
    changes => render('changes', lines("vrender/changes-html"), lines("vrender/changes-of-three-html")),
    unknown => render('unknown', lines('vrender/unknown-values-html')),
    alone => render('alone', lines('vrender/verdict-alone-html')),
    empty => "$folder/empty.html",
);
push @file, @page{ sort keys %page };
for my $name (sort keys %page) {
    my %job = (file => $page{$name}, axe => \1);
    look($name, { %job, width => $_ }) for 320, 704, 768, 992, 1280, 1400;
    look($name, { %job, width => $_, scheme => 'dark' }) for 320, 1400;
    look($name, { %job, width => 704, media => 'print' });
}

validate('html-validate', @file);
exit end_browser();
