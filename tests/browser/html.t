#!/usr/bin/perl
# HTML in a real browser: hostile records must come out as text, run nothing
# and ask for nothing; every page must read well from 320 pixels on, light,
# dark and on paper; and keep the rules of axe-core and html-validate.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use JSON::PP ();
use Run qw($root $pages run read_file write_file);
use Strings qw(hostile_strings string_records);

sub find_program {
    return (grep { -x } map { my $name = $_;
        map { "$_/$name" } split /:/, $ENV{PATH} } @_)[0];
}

my $chromium = $ENV{CHROMIUM}
    || find_program(qw(chromium chromium-browser google-chrome));
my $node = find_program('node');
my $modules = $ENV{NODE_PATH} // '';
my $axe = "$modules/axe-core/axe.min.js";
my $validate = "$modules/html-validate/bin/html-validate.mjs";
if (!$chromium || !$node) {
    print '1..0 # SKIP no ' . ($chromium ? 'node' : 'chromium') . "\n";
    exit 0;
}
my $json = JSON::PP->new->utf8->canonical->allow_nonref;
my $folder = tempdir('vtools-browser-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my ($tests, $failed) = (0, 0);

sub report {
    my ($passed, $title, @why) = @_;
    $tests++;
    print $passed ? '' : 'not ', "ok $tests - $title\n";
    return if $passed;
    $failed++;
    utf8::encode($_) for @why;
    print STDERR map { "# $_\n" } @why;
}

sub skip {
    my ($title, $why) = @_;
    $tests++;
    print "ok $tests - $title # SKIP $why\n";
}

sub render {
    my ($name, @record) = @_;
    write_file("$folder/in",
        join '', map { (ref $_ ? $json->encode($_) : $_) . "\n" } @record);
    my ($out, $err, $status) = run("vrender -f html -o '$folder/$name.html' in",
        $folder);
    die "vrender: status $status\n$err" if $status;
    return "$folder/$name.html";
}

# Looks at pages; each job has a title and the strings that must be there.
my @job;
sub look {
    my ($title, $file, $how, @string) = @_;
    push @job, { title => "$title, " . join(' ', map { $how->{$_} // () }
            qw(width scheme media)),
        string => \@string, ask => { file => $file, %$how } };
}

sub look_at_all {
    write_file("$folder/jobs",
        join '', map { $json->encode($_->{ask}) . "\n" } @job);
    my @axe = -e $axe ? "'$axe'" : ();
    local $ENV{TMPDIR} = $folder;
    my $command = "'$node' '$FindBin::Bin/inspect.js' '$chromium' @axe"
        . " <'$folder/jobs' 2>'$folder/err'";
    my @answer = `$command`;
    for my $job (@job) {
        my $line = shift @answer;
        my $found = $line ? $json->decode($line)
            : { faults => ['no answer: ' . read_file("$folder/err")], text => '' };
        my @fault = @{ $found->{faults} };
        # Only what no masking touches can be looked for as it is.
        for my $string (grep { /\A[!-~](?:[ -~]*[!-~])?\z/ } @{ $job->{string} }) {
            my $folded = $string =~ s/  +/ /gr;
            push @fault, "its text is gone: $string"
                if index($found->{text}, $folded) < 0;
        }
        report(!@fault, $job->{title}, @fault);
    }
}

# -- hostile strings -----------------------------------------------------------
# Several to a page, as opening pages is what takes time.
my @string = hostile_strings();
my @file;
for (my $number = 1; my @some = splice @string, 0, 64; $number++) {
    my $file = render("hostile-$number", map { string_records($_) } @some);
    look("hostile strings, page $number", $file, { width => $_ }, @some)
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
    empty => "$folder/empty.html",
);
push @file, @page{ sort keys %page };
for my $name (sort keys %page) {
    look($name, $page{$name}, { width => $_, axe => \1 })
        for 320, 704, 768, 992, 1280, 1400;
    look($name, $page{$name}, { width => $_, scheme => 'dark', axe => \1 })
        for 320, 1400;
    look($name, $page{$name}, { width => 704, media => 'print', axe => \1 });
}
look_at_all();

# -- the rules of HTML -----------------------------------------------------------
if (-e $validate) {
    my @found = `'$node' '$validate' -c '$FindBin::Bin/htmlvalidate.json' @file 2>&1`;
    report(!$?, 'html-validate', map { utf8::decode($_); chomp; $_ } @found[0 .. ($#found < 60 ? $#found : 60)]);
} else {
    skip('html-validate', 'it is not there');
}
skip('axe-core', 'it is not there') if !-e $axe;
print "1..$tests\n";
exit($failed ? 1 : 0);
