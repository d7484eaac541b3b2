# Looks at pages with a real browser, driven by tests/browser/inspect.js, and
# reports in TAP. What is not on this machine is skipped, with a word.
package Browser;

use strict;
use warnings;
use Exporter qw(import);
use IPC::Open2 qw(open2);
use JSON::PP ();
use Run qw($root read_file);

our @EXPORT_OK = qw(start_browser look report validate end_browser);

my $modules = $ENV{NODE_PATH} // '';
my $axe = "$modules/axe-core/axe.min.js";
my $html_validate = "$modules/html-validate/bin/html-validate.mjs";
my $json = JSON::PP->new->utf8->canonical->allow_nonref;
my ($tests, $failed) = (0, 0);
my ($node, $pid, $to, $from, $err);

sub find_program {
    return (grep { -x } map { my $name = $_;
        map { "$_/$name" } split /:/, $ENV{PATH} } @_)[0];
}

sub report {
    my ($passed, $title, @why) = @_;
    $tests++;
    utf8::encode($title) if utf8::is_utf8($title);
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

# The folder is for what the browser leaves behind. Ends the test without one.
sub start_browser {
    my ($folder) = @_;
    my $chromium = $ENV{CHROMIUM}
        || find_program(qw(chromium chromium-browser google-chrome));
    $node = find_program('node');
    if (!$chromium || !$node) {
        print '1..0 # SKIP no ' . ($chromium ? 'node' : 'chromium') . "\n";
        exit 0;
    }
    skip('axe-core', 'it is not there') if !-e $axe;
    $err = "$folder/browser.err";
    local $ENV{TMPDIR} = $folder;
    $SIG{PIPE} = 'IGNORE';
    $pid = open2($from, $to, "exec '$node' '$root/tests/browser/inspect.js' "
            . "'$chromium' " . (-e $axe ? "'$axe'" : '') . " 2>'$err'");
}

# Opens a page as a job of inspect.js says, and reports its faults and those
# that `judge` finds in the answer, which is given back.
sub look {
    my ($title, $job, $judge) = @_;
    print $to $json->encode($job), "\n";
    $to->flush;
    my $line = <$from>;
    my $found = $line ? $json->decode($line)
        : { faults => ['no answer: ' . read_file($err)], text => '', links => [] };
    my @fault = (@{ $found->{faults} }, $judge ? $judge->($found) : ());
    report(!@fault, join(' ', "$title,",
            map { $job->{$_} // () } qw(width scheme media)), @fault);
    return $found;
}

# The rules of HTML, of files.
sub validate {
    my ($title, @file) = @_;
    return skip($title, 'html-validate is not there') if !-e $html_validate;
    open my $in, '-|:utf8', $node, $html_validate, '-c',
        "$root/tests/browser/htmlvalidate.json", @file or die "node: $!\n";
    my @found = <$in>;
    chomp @found;
    report(scalar(close $in), $title, @found[0 .. ($#found < 60 ? $#found : 60)]);
}

# The plan, and the status of the test.
sub end_browser {
    close $to;
    waitpid $pid, 0;
    print "1..$tests\n";
    return $failed ? 1 : 0;
}

1;
