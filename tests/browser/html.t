#!/usr/bin/perl
# HTML in a real browser: hostile records must come out as text, and every
# page must read well from 320 pixels on. The page under test is put into a
# frame of a page of ours, whose script looks at what the browser made of it.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use JSON::PP ();
use Run qw($root run read_file write_file);

my ($chromium) = grep { defined && length } $ENV{CHROMIUM},
    map { my $path = `command -v $_ 2>/dev/null`; chomp $path; $path }
    qw(chromium chromium-browser google-chrome);
if (!$chromium) {
    print "1..0 # SKIP no chromium\n";
    exit 0;
}
my $json = JSON::PP->new->utf8->canonical->allow_nonref;
my $folder = tempdir('vtools-browser-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my ($tests, $failed) = (0, 0);

my @strings = (
    '<script>document.title="run"</script>',
    '"><img src=x onerror=parent.ran=1>',
    "'onmouseover='parent.ran=1' x='",
    '</title></style></textarea><svg onload=parent.ran=1>',
    '<iframe src="https://example.invalid/"></iframe>',
    '--><!-- <base href=//example.invalid/>',
    'javascript:parent.ran=1',
    'data:text/html,<script>parent.ran=1</script>',
    'https://example.invalid/"onclick="parent.ran=1',
    '&lt;b&gt; &amp;amp; &#60;i&#62;',
    '{{constructor.constructor("parent.ran=1")()}}',
    "</desc></svg><math><mtext></mtext><script>parent.ran=1</script>",
    "\x{202e}evil\x{202c} \x{2066}a\x{2069} \x{200f}",
    'x' x 300,
    "\x{705f}\x{7c60}" x 80,
    'Unbreakable/' . 'path/' x 40,
);
if (my $file = $ENV{VT_STRINGS}) {
    my $bytes = read_file($file);
    push @strings, $bytes =~ /\A\s*\[/
        ? @{$json->decode($bytes)}
        : map { $json->decode($_)->{text} } split /\n/, $bytes;
}
# What no JSON reader takes.
@strings = grep { !/[\x{d800}-\x{dfff}\0]/ } @strings;

sub report {
    my ($passed, $title, $why) = @_;
    $tests++;
    print $passed ? '' : 'not ', "ok $tests - $title\n";
    return if $passed;
    $failed++;
    print STDERR "# $why\n";
}

# A verdict in which every string is the given one.
sub verdict {
    my ($s, $inside) = @_;
    my @review = (reviewer => $s, score => 50, verdict => 'ship', text => $s);
    my %verdict = (type => 'verdict', tool => $s, name => $s, tagline => $s,
        category => $s, verdict => 'mixed', reviews => 2, ship => 1,
        skip => 1, mixed => 0, ship_pct => 50, basis => 'stated',
        score => {n => 1, mean => 50, median => 50, min => 50, max => 50},
        interval => [10, 90], provisional => JSON::PP::true,
        community => {votes => 3, ship_pct => 10}, entry => $s,
        pricing => $s, agrees => JSON::PP::false,
        stated => {verdict => 'ship', ship_pct => 90},
        conflicts => [{field => $s, values => [$s, 7]}],
        panel => [{@review, inferred => {$s || 'x' => $s}}], policy => $s,
        pages => 1,
        sources => [map { {page => '0', file => $s, url => $_} }
            $s, "https://example.invalid/$s", undef]);
    delete @verdict{qw(type panel)} if $inside;
    return \%verdict;
}

sub records {
    my ($s) = @_;
    my $cell = {score => 50, verdict => 'skip', text => $s};
    return ({type => 'comparison', title => $s, a => verdict($s, 1),
            b => verdict($s, 1),
            decision => [map { {field => $s, a => $s, b => $s, better => $_} }
                qw(a b tie), undef],
            scorecard => [
                {reviewer => $s, a => $cell, b => $cell, delta => 0},
                {reviewer => undef, a => $cell, b => undef, delta => undef}],
            winner => 'a', margin => {ship_pct => 1, score => 1}, why => $s,
            agree => [$s], split => [$s, $s]},
        verdict($s), verdict($s),
        {type => 'change', tool => $s, name => $s, kind => 'text',
            field => $s, old => $s, new => $s, reviewer => $s,
            words => [['=', $s], ['-', $s], ['+', $s]]},
        {type => 'change', tool => $s, name => $s, kind => 'flipped',
            field => 'verdict', old => $s, new => 7,
            cause => {came => [$s], went => [$s], changed => []}});
}

# What the browser says of a page at a width; the checks are those of the
# script below.
sub look {
    my ($html, $width) = @_;
    my $page = $json->encode($html) =~ s/</\\u003c/gr;
    my $script = read_file("$FindBin::Bin/look.js");
    write_file("$folder/look.html", "<!doctype html><meta charset=utf-8>"
        . "<title>-</title><iframe width=$width height=800></iframe>"
        . "<pre></pre><script>const page = $page;\n$script</script>");
    my ($out) = run("'$chromium' --headless --no-sandbox --disable-gpu"
        . " --virtual-time-budget=20000 --dump-dom 'file://$folder/look.html'",
        $folder);
    my ($found) = $out =~ m{<pre>(.*?)</pre>}s or return {error => $out};
    $found =~ s/&(lt|gt|amp|nbsp);/{lt => '<', gt => '>', amp => '&',
        nbsp => "\xc2\xa0"}->{$1}/ge;
    return $json->decode($found);
}

sub render {
    my (@record) = @_;
    write_file("$folder/in", join '', map { $json->encode($_) . "\n" } @record);
    my ($out, $err, $status) = run('vrender -f html in', $folder);
    die "vrender: status $status\n$err" if $status;
    utf8::decode($out);
    return $out;
}

sub check {
    my ($title, $html, $width, @string) = @_;
    my $got = look($html, $width);
    my @fault = $got->{error} ? "no answer: $got->{error}" : @{$got->{faults}};
    # Only what no masking touches can be looked for as it is.
    for my $string (grep { /\A[!-~](?:[ -~]*[!-~])?\z/ } @string) {
        my $folded = $string =~ s/  +/ /gr;
        push @fault, "its text is gone: $string"
            if index($got->{text} // '', $folded) < 0;
    }
    report(!@fault, "$title at $width pixels", join "\n# ", @fault);
}

# Several to a page, as starting the browser is what takes time.
my $number = 0;
while (my @some = splice @strings, 0, 16) {
    my $html = render(map { records($_) } @some);
    $number++;
    check("hostile strings, page $number", $html, $_, @some) for 320, 1200;
}
check('an empty page', render(), 320);
check('one comparison', render((records('Plain'))[0]), $_) for 320, 800, 1400;
print "1..$tests\n";
exit($failed ? 1 : 0);
