#!/usr/bin/perl
# Whatever pages are stored in, the same records come out: folders, WARC,
# HTTP, MHTML and JSON Lines, plain and packed, whole and damaged.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use IO::Compress::Gzip qw(gzip $GzipError);
use Encode ();
use JSON::PP;
use MIME::Base64;
use Run qw($pages run read_file write_file);
use Test::More;

my $dir = tempdir('vtools-inputs-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my @name = qw(cinder-vs-glacier glacier-vs-harbor);
my @text = map { read_file("$pages/$_.txt") } @name;

# The records of a command, without what differs by source; and what it said.
sub records {
    my ($command) = @_;
    my ($out, $err, $status) = run($command, $dir);
    my @record = map { JSON::PP->new->utf8->canonical->decode($_) }
        split /\n/, $out;
    my @source = map { delete $_->{source} } @record;
    delete $_->{page} for @record;
    return (join('', map { JSON::PP->new->canonical->encode($_) . "\n" }
        @record), $err, $status, \@source);
}

my ($first) = records("vparse '$pages/$name[0].txt'");
my ($both) = records("vparse '$pages/$name[0].txt' '$pages/$name[1].txt'");

# The records, messages and exit status of a file with such contents.
sub reads {
    my ($what, $bytes, $options, $wanted, $err, $status) = @_;
    write_file("$dir/input", $bytes);
    my @got = records("vparse $options input");
    is($got[0], $wanted, "$what: records");
    is($got[1], $err // '', "$what: messages");
    is($got[2], $status // 0, "$what: exit status");
    return $got[3];
}

sub packed {
    my ($bytes) = @_;
    gzip(\$bytes => \my $packed, -Minimal => 1) or die $GzipError;
    return $packed;
}

sub piped {
    my ($command, $bytes) = @_;
    write_file("$dir/to-pipe", $bytes);
    my ($out) = run("$command <to-pipe", $dir);
    return $out;
}

sub warc {
    my ($n, $body, $type) = @_;
    return "WARC/1.0\r\nWARC-Type: response\r\n"
        . "WARC-Target-URI: <https://example.org/$n>\r\n"
        . "WARC-Date: 2024-05-06T07:08:0${n}Z\r\nContent-Type: $type\r\n"
        . 'Content-Length: ' . length($body) . "\r\n\r\n$body\r\n\r\n";
}

sub http {
    my ($body, @header) = @_;
    return join("\r\n", 'HTTP/1.1 200 OK', 'Content-Type: text/plain', @header,
        '', $body);
}

my @http = map { warc($_, http($text[$_]), 'application/http') } 0, 1;
my $info = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
my $warc = join '', $info, @http;

# Forms.
reads('plain', $text[0], '', $first);
reads('gzip', packed($text[0]), '', $first);
reads('two members', packed(substr $text[0], 0, 900)
    . packed(substr $text[0], 900), '', $first);
my $source = reads('WARC', $warc, '', $both);
is($source->[0]{url}, 'https://example.org/0', 'WARC: address');
is($source->[-1]{fetched}, '2024-05-06T07:08:01Z', 'WARC: time');
is($source->[0]{file}, 'input', 'WARC: file');
reads('WARC of gzip members', join('', map { packed($_) } $info, @http), '',
    $both);
reads('HTTP in chunks', http(join('', map { sprintf "%x\r\n%s\r\n", length, $_ }
    unpack('(a1000)*', $text[0]), '') . "\r\n", 'Transfer-Encoding: chunked'),
    '', $first);
reads('HTTP with gzip', http(packed($text[0]), 'Content-Encoding: gzip'), '',
    $first);
my @json = map { '{"url":"https://example.org/' . $_ . '","content":'
    . JSON::PP->new->utf8->allow_nonref->encode(Encode::decode('UTF-8',
    $text[$_])) . "}\n" } 0, 1;
$source = reads('JSON Lines', "@json", '', $both);
is($source->[-1]{url}, 'https://example.org/1', 'JSON Lines: address');
is($source->[-1]{fetched}, undef, 'JSON Lines: no time');
reads('JSON Lines of Base64', '{"encoding":"base64","body":"'
    . encode_base64($text[0], '') . '"}', '', $first);
is(piped('vparse --url=https://example.org/x', $text[0]) =~
    tr/\n// && (piped('vparse --url=https://example.org/x', $text[0])
    =~ m{"url":"https://example.org/x"}), 1, '--url');

# A form that is not looked for.
reads('--from=text', "$text[0]", '--from=text', $first);
reads('--from=warc', "rubbish\n$warc", '--from=warc', $both,
    "vparse: input: byte 0: no WARC record: 8 bytes passed over\n", 1);
(undef, my $err, my $status) = records('vparse --from=pdf input');
is($err, "vparse: --from: no format 'pdf'\nTry 'vparse --help'.\n",
    'a format that is none');
is($status, 2, 'a format that is none: exit status');

# zstd, where there is a program to pack with.
SKIP: {
    skip 'no zstd here', 7 if (run('zstd --version', $dir))[2];
    reads('zstd', piped('zstd -qc', $text[0]), '', $first);
    reads('WARC of zstd frames', join('', map { piped('zstd -qc', $_) }
        $info, @http), '', $both);
    my $zstd = piped('zstd -qc', $text[0]);
    my ($got, $said, $left) = do {
        write_file("$dir/input", substr $zstd, 0, length($zstd) - 5);
        records('vparse input');
    };
    is($left, 1, 'zstd that breaks off: exit status');
}

# Damage: what stands before it comes out.
my $cut = packed($text[0]);
write_file("$dir/input", substr $cut, 0, length($cut) - 9);
my ($out, $said, $left) = records('vparse input');
is($out, $first, 'gzip without its end: records');
is($said, 'vparse: input: the compressed data break off at byte '
    . (length($cut) - 9) . "\n", 'gzip without its end: messages');
is($left, 1, 'gzip without its end: exit status');
my @member = map { packed($_) } $info, @http, @http;
substr($member[1], 200, 8) = "\0" x 8;
write_file("$dir/input", join '', @member);
($out, $said, $left) = records('vparse -j1 input 2>/dev/null | tail -n 36');
like($out, qr/\Q$both\E\z/, 'behind a damaged member all records come out');
reads('rubbish behind gzip', packed($text[0]) . 'rubbish', '', $first,
    'vparse: input: what stands behind the compressed data, from byte '
    . length(packed($text[0])) . " on, is none\n", 1);
my $wrong = $warc;
$wrong =~ s/(Content-Length: )(\d{4,})/$1 . ($2 + 77)/e;
my $at = length $info;
my $long = length(http($text[0]));
reads('a wrong length', $wrong, '', $both, "vparse: input: byte $at: "
    . "a WARC record of $long bytes that says @{[$long + 77]}\n", 1);

# What is no page.
reads('nothing', '', '', '',
    "vparse: input:1:1: an empty page\nvparse: 1 of 1 pages rejected\n", 1);
reads('an image', "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", '', '', 'vparse: input:1:1: '
    . "no page: a PNG image\nvparse: 1 of 1 pages rejected\n", 1);
reads('status and type', warc(0, "HTTP/1.1 404 Not Found\r\n\r\nno",
    'application/http') . warc(1, 'body{}', 'text/css'), '', '',
    'vparse: input: passed over: 1 with an HTTP status other than 200, '
    . "1 neither HTML nor text\n");
reads('too large', $text[0], '--max-page=100', '', 'vparse: input:1:1: a page '
    . "of more than the 100 bytes allowed (--max-page)\n"
    . "vparse: 1 of 1 pages rejected\n", 1);
reads('one too large in a WARC', $warc . warc(2, 'A page', 'text/plain'),
    '--max-page=100', '', join('', map { "vparse: input\@$_:1:1: a page of "
    . "more than the 100 bytes allowed (--max-page)\n" } length $info,
    length($info . $http[0])) . 'vparse: input@' . length($warc)
    . ": no page of a known form: no records\n"
    . "vparse: 2 of 3 pages rejected\n", 1);
SKIP: {
    my $limit = 'ulimit -v 1000000';
    skip 'no program runs in so little memory here', 2
        if (run("$limit; vparse --version", $dir))[2];
    ($out, $err) = run("head -c 300000000 /dev/zero | gzip -1 | ($limit; "
        . 'vparse --max-page=1000000)', $dir);
    is($err, 'vparse: -:1:1: a page of more than the 1000000 bytes allowed '
        . "(--max-page)\nvparse: 1 of 1 pages rejected\n", 'a bomb');
    write_file("$dir/texts.html", '<!DOCTYPE html><script type="application/'
        . 'ld+json">' . '[]' x 500000 . '</script>');
    ($out, $err) = run("$limit; vparse texts.html", $dir);
    is($err, "vparse: texts.html: no page of a known form: no records\n",
        'half a million texts of JSON-LD');
}
($out, $err, $status) = run('vparse missing input', $dir);
is($status, 2, 'a file that is not there: exit status');

# Charsets: declared ones, wrongly declared ones, and marks.
my $decoded = Encode::decode('UTF-8', $text[0]);
for my $case (['UTF-16', ''], ['UTF-16LE', 'utf-16'], ['cp1252', 'ISO-8859-1'],
    ['UTF-8', 'utf-8']) {
    my ($charset, $label) = @$case;
    reads("$charset, declared as '$label'", 'HTTP/1.1 200 OK' . "\r\n"
        . "Content-Type: text/plain; charset=$label\r\n\r\n"
        . Encode::encode($charset, $decoded), '', $first);
}
reads('UTF-8, declared as Latin-1', "HTTP/1.1 200 OK\r\n"
    . "Content-Type: text/plain; charset=latin1\r\n\r\n$text[0]", '', $first,
    'vparse: input: page read as UTF-8, and not as the windows-1252 it is said '
    . "to be\n");

# What is rejected is kept, and --strict stops at it.
write_file("$dir/input", qq({"html":1}\n$json[0]));
($out, $err, $status) = records('vparse --rejects=kept input');
is($out, $first, 'a bad line costs no other');
is(read_file("$dir/kept"), qq({"html":1}\n# 10 bytes, input:1:1: no page: )
    . "no string html, body, content or text\n", 'what is kept of it');
($out, $err, $status) = run('vparse --strict input', $dir);
is("$out$status", '2', '--strict stops there');

# Folders.
run('mkdir -p f/b f/.git f/b/c; mkfifo f/z; ln -s .. f/b/loop; '
    . 'ln -s missing f/b/dead; echo x >f/.hidden', $dir);
write_file("$dir/f/b/page.txt", $text[0]);
write_file("$dir/f/b.warc", warc(1, http($text[1]), 'application/http'));
($out, $err, $status, $source) = records('vparse f');
is($out, $both, 'a folder: records');
is($err, <<'END', 'a folder: messages');
vparse: f/b/dead: No such file or directory
vparse: f/b/loop: leads back to a folder on the way here
vparse: f/z: neither a file nor a folder
vparse: f: passed over: 2 hidden
END
is($status, 1, 'a folder: exit status');
is($source->[0]{file}, 'f/b/page.txt', 'a folder: the file');
SKIP: {
    skip 'root may read all folders', 1 if $> == 0;
    run('chmod 000 f/b', $dir);
    ($out, $err, $status) = records('vparse f 2>&1');
    run('chmod 755 f/b', $dir);
    is($status, 1, 'a folder that may not be read');
}

# The number of threads does not show.
for my $i (1 .. 60) {
    my $text = $text[$i % 2];
    $text = substr $text, 0, 37 * $i if $i % 3 == 0;
    $text =~ s/e/\xff/ if $i % 5 == 0;
    $text = '' if $i % 17 == 0;
    write_file(sprintf("%s/g%02d", $dir, $i), $i % 4 == 0 ? packed($text) : $text);
}
write_file("$dir/h.jsonl", join '', (@json, "{bad\n", '{"html":"<p>none"}' . "\n")
    x 20);
write_file("$dir/h.warc", $wrong x 5);
my @one = run('vparse -j1 g* missing h.* f', $dir);
for my $jobs (0, 2, 4, 9) {
    my @many = run("vparse -j$jobs g* missing h.* f", $dir);
    is($many[$_], $one[$_], "-j$jobs: " . (qw(records messages), 'exit status')[$_])
        for 0 .. 2;
}
cmp_ok(length $one[1], '>', 1000, 'there was something to say');
my @strict = map { join '|', run("vparse -j$_ --strict g* h.*", $dir) } 1, 4;
is($strict[1], $strict[0], '-j4 --strict');

done_testing();
