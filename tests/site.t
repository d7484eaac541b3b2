#!/usr/bin/perl
# vsite: every link leads to a page that is there, also of tools and reviewers
# with odd names; what says the same is not written again, what is gone goes,
# and other files stay.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Encode qw(encode_utf8 decode_utf8);
use File::Temp qw(tempdir);
use JSON::PP;
use Run qw($root $bin $pages run read_file write_file);
use Test::More;

my $dir = tempdir('vtools-site-XXXXXX', TMPDIR => 1, CLEANUP => 1);
plan skip_all => 'jq is not there' if system('command -v jq >/dev/null 2>&1') != 0;
my $json = JSON::PP->new->utf8->canonical;

# Reviews of tools and by reviewers whose names no file can have.
my @odd = ('Plain', 'a/b', '..', '.hidden', 'two  words', "O'Neil", '<b>&"x"',
    "Łódź \x{65e5}\x{672c}", 'x' x 300, 'q?a=1&b=2#c', '100%', '{tool}', '{}',
    '-rf', "\x{202e}bidi");
my $records = '';
for my $i (0 .. $#odd) {
    for my $j (0 .. 3) {
        $records .= $json->encode({type => 'review', tool => $odd[$i],
            name => $odd[$i], reviewer => $odd[($i + $j) % @odd],
            score => 40 + $i + 10 * $j, verdict => $j % 2 ? 'ship' : 'skip',
            text => "$odd[$i] seen by the reader $j."}) . "\n";
    }
    $records .= $json->encode({type => 'tool', tool => $odd[$i],
        name => $odd[$i], category => $i % 2 ? 'One' : 'Other'}) . "\n";
}
write_file("$dir/odd", $records);

sub make {
    my ($site, $input) = @_;
    my (undef, $err, $status) = run("vscore $input | '$root/scripts/vsite' "
            . "-u https://example.org/x '$dir/$site'", $dir);
    diag($err) if $err ne '';
    return $status;
}

sub files {
    my ($site) = @_;
    return grep { !/\.lock$/ } split /\n/, `cd '$dir/$site' && find . -type f | sort`;
}

# The links of all pages that lead nowhere, and how many there are.
sub broken_links {
    my ($site) = @_;
    my ($count, @broken) = (0);
    for my $page (grep { /\.html$/ } files($site)) {
        my ($folder) = $page =~ m{(.*/)};
        for my $link (read_file("$dir/$site/$page") =~ /href="([^"#][^"]*)"/g) {
            next if $link =~ /^https?:/;
            $link =~ s/&amp;/&/g;
            $link =~ s/%([0-9A-F]{2})/chr hex $1/ge;
            $count++;
            push @broken, "$page: $link" if !-f "$dir/$site/$folder$link";
        }
    }
    return ($count, @broken);
}

is(make('site', "'$dir/odd'"), 0, 'a site of tools with odd names');
my ($count, @broken) = broken_links('site');
cmp_ok($count, '>', 100, "with $count links");
is_deeply(\@broken, [], 'none of which leads nowhere');
my @files = files('site');
is(scalar(grep { m{^\./tools/} } @files), scalar @odd, 'a page a tool');
is(scalar(grep { m{^\./badges/} } @files), scalar @odd, 'and a badge');
is(scalar(grep { m{^\./reviewers/} } @files), scalar @odd, 'a page a reviewer');
is(scalar(() = read_file("$dir/site/sitemap.xml") =~ /<loc>/g),
    scalar(grep { /\.html$/ } @files), 'all of which the sitemap has');
is(scalar(() = read_file("$dir/site/verdicts.jsonl") =~ /^\{"type":"verdict"/mg),
    scalar @odd, 'and the verdicts');

# Again, and with less.
system("cd '$dir/site' && find . -type f -exec touch -d \@1000000000 {} +");
write_file("$dir/site/robots.txt", "User-agent: *\n");
is(make('site', "'$dir/odd'"), 0, 'the same again');
my @newer = grep { $_ !~ /robots/ && (stat "$dir/site/$_")[9] != 1000000000 }
    files('site');
is_deeply(\@newer, [], 'writes nothing');
is(make('site', "'$pages/../pages/none' 2>/dev/null; vparse '$pages'/*.txt | vscore"),
    0, 'other tools');
($count, @broken) = broken_links('site');
is_deeply(\@broken, [], 'and no link leads nowhere');
is(scalar(grep { /Plain/ } files('site')), 0, 'those that are gone are gone');
ok(-e "$dir/site/robots.txt", 'but for what somebody else put there');

# One tool is a list of one, which leads to its page.
write_file("$dir/alone", (split /^/, $records)[0]);
run("vscore alone | '$root/scripts/vsite' -c 0 alone.site", $dir);
like(read_file("$dir/alone.site/index.html"), qr{<a href="tools/Plain\.html">},
    'a single tool has a page that the first page leads to');

# Nothing is changed by what cannot be done.
my $before = join "\n", files('site'), read_file("$dir/site/index.html");
my (undef, $err, $status) =
    run("'$root/scripts/vsite' '$dir/site' '$dir/none'", $dir);
is($status, 2, 'verdicts that are not there');
is(join("\n", grep({ !m{^\./\.new} } files('site')), read_file("$dir/site/index.html")),
    $before, 'leave the site as it was');
(undef, $err, $status) = run("'$root/scripts/vsite' '$dir/site' '$dir/odd'", $dir);
is($status, 2, 'and so do records without verdicts');
like($err, qr/^vsite: no verdicts/m, 'which it says');
is(join("\n", grep({ !m{^\./\.new} } files('site')), read_file("$dir/site/index.html")),
    $before, 'the site is as it was');

# Other records between the verdicts are no part of a site.
run("{ cat odd; vscore odd; } | '$root/scripts/vsite' mixed.site;"
    . " vscore odd | '$root/scripts/vsite' pure.site", $dir);
is((run("diff -r -I '<updated>' mixed.site pure.site", $dir))[0], '',
    'a site is of verdicts alone');

# A site without its first page, or without a folder, is not made.
mkdir "$dir/taken";
mkdir "$dir/taken/index.html";
for my $site ('taken', 'odd') {
    (undef, $err, $status) =
        run("vscore odd | '$root/scripts/vsite' -c 0 '$site'", $dir);
    is($status, 2, "something else is in the way of '$site'");
    isnt($err, '', 'which is told');
}
done_testing();
