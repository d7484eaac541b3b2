#!/usr/bin/perl
# Formats that can be read again: what vparse says of a rendered table or of
# JSON-LD is what it said before.  And whatever strings records hold, no format
# lets them be anything but text.
use strict;
use warnings;
use utf8;
use Encode qw(encode_utf8 decode_utf8);
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Run qw($root run read_file write_file);
use Test::More;

my $scratch = tempdir('vtools-formats-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;
my $python = grep { -x "$_/python3" } split /:/, $ENV{PATH} // '';
my $readers = "$root/tests/lib/readers.py";

# What deceives somewhere, beside words of every kind.
my @strings = (
    'Cinder', 'Ölpresse 3', '日本語のツール', "e\x{301}clair", "\x{1f469}\x{200d}\x{1f680} crew",
    '=1+1', '+1', '-1', '@SUM(A1)', "\t=1", "\r=1", "\n=1", ' =1', "'=1", "''=1",
    "\x{ff1d}1", "\x{ff0b}1", "\x{feff}=1", "\x{200b}+1", '=cmd|"/C calc"!A0',
    'a"b', '"quoted', 'a,b;c|d', "line\nbreak", "\n\f\n", 'ends with space ',
    "x\r\nBcc: evil\@x.example\r\n\r\nbody", '=?UTF-8?Q?x?=', "a\x{2028}b",
    '<script>alert(1)</script>', '</script>', ']]>', '<!--', '&amp;', '&lt;b&gt;', '&#x3c;',
    "\e[2J\e[H", "\x{9b}31m", "\x7f", "\x{202e}evil", "\x{fffe}", "\x{ffff}", "\b\b",
    'From me', '.', '..', '#', '{"type":"x"}', 'null', '0x10', "'", "\\", '\\u0000',
    'http://x.example/?a=1&b=2', 'javascript:alert(1)', 'x' x 1200, 'é' x 300,
    join(' ', ('word') x 300), "a\x{300}\x{301}\x{302}" x 50,
);

# Strings from elsewhere, where they are there.
sub more_strings {
    my ($folder) = glob "$root/../shared/suites/strings" or return;
    my @more;
    for my $line (split /\n/, read_file("$folder/hostile.jsonl")) {
        my $item = eval { $json->decode($line) };
        push @more, $item->{text} if $item;
    }
    my $naughty = eval { $json->decode(read_file("$folder/blns.json")) };
    push @more, @$naughty if $naughty;
    # What UTF-8 and JSON records cannot hold.
    return grep { !/[\x{d800}-\x{dfff}\0]/ } @more;
}

my @more = more_strings();
note(@more ? scalar(@more) . ' more strings' : 'no more strings: skipped');
push @strings, @more;

sub lines {
    return join '', map { $json->encode($_) . "\n" } @_;
}

# The output of a command, which must do its work.
sub output {
    my ($command, $name) = @_;
    my ($out, $err, $status) = run($command, $scratch);
    is($status, 0, $name) or diag($command, ': ', $err);
    return $out;
}

sub records {
    return map { $json->decode($_) } split /\n/, $_[0];
}

# A record without where it stood, and its members as text.
sub facts {
    my ($record) = @_;
    my %fact = %$record;
    delete @fact{qw(page row col source)};
    return $json->encode(\%fact);
}

# The same but for what is not, as jq calls it.
sub same_facts {
    my ($have, $want, $name, $other) = @_;
    write_file("$scratch/have", $have);
    write_file("$scratch/want", $want);
    my ($difference, $err) = run('for file in have want; do'
        . " jq -cS 'del($other)'" . ' $file | LC_ALL=C sort -u >$file.facts; done;'
        . ' diff want.facts have.facts', $scratch);
    is($difference . $err, '', $name);
}

# -- round trips ---------------------------------------------------------------

# A table by nobody's hand: every cell in quotation marks.
sub table {
    my (@row) = @_;
    return join '', map {
        join(',', map { my $cell = $_ // ''; $cell =~ s/"/""/g; qq("$cell") } @$_) . "\r\n"
    } @row;
}

srand 1;
my @rows = ([qw(name tagline category pricing url brand reviewer score verdict text title date
    pros cons helpful)]);
for my $i (0 .. $#strings) {
    # A line with a form feed alone would begin another table.
    my ($s, $other) = map { s/\f//gr } $strings[$i], $strings[rand @strings];
    push @rows, [
        "$s $i", $i % 3 ? $s : undef, $other, $s, "https://x.example/$i", $other, $s,
        $i % 4 ? int(rand 10_001) / 100 : undef, (qw(ship skip mixed), undef)[$i % 4],
        "$i $s", $i % 5 ? undef : $other, '2026-01-02', $i % 2 ? "$s\n$i" : "a;b|c\n", undef,
        $i % 7 ? undef : $i
    ];
}
write_file("$scratch/first.csv", encode_utf8(table(@rows)));
my $first = output('vparse first.csv', 'vparse reads a table');
my @first = records($first);
cmp_ok(scalar(grep { $_->{type} eq 'review' } @first), '>=', @strings * .9,
    'most rows are reviews');
write_file("$scratch/first.jsonl", $first);

my @facts = map { facts($_) } @first;

# All records but those of tools of which one has what is not wanted.
sub without {
    my ($unwanted) = @_;
    my %left_out = map { $first[$_]{tool} // '' => 1 } grep { $facts[$_] =~ $unwanted }
        0 .. $#first;
    return lines(grep { !$left_out{ $_->{tool} // '' } } @first);
}

# Control characters are masked; raw cells keep them, but what looks like a
# guard is none there.
my %kept = (
    '' => without(qr/\\[ubftr]|\x7f|\xc2[\x80-\x9f]/),
    '--raw' => without(qr/[:\[]"'/),
);
for my $format (qw(csv tsv)) {
    for my $option (sort keys %kept) {
        my $name = join ' ', $format, $option || ();
        write_file("$scratch/kept.jsonl", $kept{$option});
        cmp_ok($kept{$option} =~ tr/\n//, '>=', @first / 2, "$name of most records");
        my $again = output("vrender $option -o again.$format kept.jsonl && vparse again.$format",
            "$name is read back");
        same_facts($again, $kept{$option}, "$name has the same facts and places", '.source');
    }
}

# Long or addresses, no names: vparse does not take them for a reviewer's.
my @fit = grep {
    my $reviewer = $_->{reviewer} // '';
    length(encode_utf8($reviewer)) <= 512 && $reviewer !~ m{^https?://}
} @first;
my $fit = lines(@fit);
write_file("$scratch/fit.jsonl", $fit);
my $graph = output('vrender -o fit.jsonld fit.jsonl && vparse fit.jsonld',
    'JSON-LD is read back');
same_facts($graph, $fit, 'JSON-LD has the same facts', '.page, .row, .col, .source');
my $page = '<!DOCTYPE html><title>x</title><script type="application/ld+json">'
    . read_file("$scratch/fit.jsonld") . '</script><p>Text';
write_file("$scratch/fit.html", $page);
my $inside = output('vparse fit.html', 'a page with JSON-LD is read');
is($inside =~ tr/\n//, $graph =~ tr/\n//, 'as many records inside of a page');

write_file("$scratch/second.jsonl", output('vscore first.jsonl', 'verdicts'));
output('vrender -f json second.jsonl | jq -c . >compact; jq -c . second.jsonl | cmp - compact',
    'JSON for people is the same JSON');
my $scored = output('vrender -f jsonld second.jsonl | vparse | vscore',
    'verdicts as JSON-LD are scored again');
my %verdict = map { $_->{tool} => $_ } records($scored);
my $differ = 0;
for my $v (records(read_file("$scratch/second.jsonl"))) {
    my $again = $verdict{ $v->{tool} } or $differ++, next;
    $differ += grep { ($v->{$_} // '') ne ($again->{$_} // '') } qw(verdict ship skip ship_pct);
}
cmp_ok($differ, '<=', @strings * .05, 'most verdicts are the same');

# -- hostile strings -----------------------------------------------------------

# Records of every type with the string wherever there can be one.
sub hostile {
    my ($s) = @_;
    my $verdict = {
        tool => $s, name => $s, tagline => $s, category => $s, verdict => 'ship', reviews => 1,
        ship => 1, ship_pct => 100, entry => $s, pricing => $s, policy => $s, basis => $s,
        conflicts => [{field => $s, values => [$s]}],
        sources => [{page => $s, file => $s, url => $s}],
    };
    my $cell = {score => 50, verdict => 'ship', text => $s};
    return (
        {type => 'tool', tool => $s, name => $s, tagline => $s, description => $s, url => $s,
            brand => $s},
        {type => 'review', tool => $s, name => $s, reviewer => $s, text => $s, title => $s,
            score => 50, pros => [$s, $s], date => $s},
        {type => 'vote', tool => $s, vote => 'ship', voter => $s},
        {%$verdict, type => 'verdict', panel => [{reviewer => $s, text => $s, id => $s}]},
        {type => 'comparison', title => $s, a => $verdict, b => $verdict, winner => 'a',
            why => $s, decision => [{field => $s, a => $s, b => $s}],
            scorecard => [{reviewer => $s, a => $cell, b => $cell}], agree => [$s]},
        {type => 'change', tool => $s, name => $s, kind => 'text', field => $s, old => $s,
            new => $s, reviewer => $s, words => [['-', $s], ['+', $s]]},
        {type => 'group', group => {category => $s}, tools => 1, ship_pct => 50},
        {type => 'audit', tool => $s, name => $s, kind => 'conflict', field => $s,
            values => [$s]},
    );
}

my %type;
for my $record (map { hostile($_) } @strings) {
    push @{ $type{ $record->{type} } }, $record;
}
my @files = map { write_file("$scratch/$_.in", lines(@{ $type{$_} })); "$_.in" } sort keys %type;
write_file("$scratch/all.in", join '', map { read_file("$scratch/$_") } @files);

# Control characters but those named.
sub controls {
    my ($text, $but) = @_;
    return scalar grep { !/[$but]/ } decode_utf8($text) =~ /([\x00-\x1f\x7f-\x9f])/g;
}

# The rows of a table, by RFC 4180.
sub rows {
    my ($text, $separator) = @_;
    my (@rows, @row);
    while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^"$separator\r\n]*))($separator|\r?\n)/gc) {
        my ($quoted, $plain, $end) = ($1, $2, $3);
        push @row, defined $quoted ? $quoted =~ s/""/"/gr : $plain;
        next if $end eq $separator;
        push @rows, [@row];
        @row = ();
    }
    return (pos($text) // 0) == length $text && !@row ? @rows : ();
}

for my $file (@files) {
    for my $format (qw(csv tsv)) {
        my $out = output("vrender -f $format $file", "$format of $file");
        is(controls($out, "\r\n\t"), 0, "$format of $file: no control character");
        my @rows = rows(decode_utf8($out), $format eq 'csv' ? ',' : "\t");
        my ($type) = $file =~ /(\w+)/;
        is(scalar @rows, 1 + @{ $type{$type} }, "$format of $file: a row a record");
        my @live = grep { /^[\s\x{feff}\x{200b}]*[=+\-\@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]/
                && !/^-?[0-9.]+\z/ || /^[\t\r\n]/ }
            map { @$_ } @rows;
        is(scalar @live, 0, "$format of $file: no formula") or diag(encode_utf8($live[0]));
    }
}

my $pretty = output('vrender -f json all.in', 'json');
is(controls($pretty, "\n"), 0, 'json: no control character');
is($pretty =~ /\A(?:\{\n(?:  .*\n)*\}\n)*\z/ ? 'it' : '', 'it', 'json: two spaces, to the end');

my $ld = output('vrender -f jsonld -o all.jsonld all.in; cat all.jsonld', 'jsonld');
is(controls($ld, "\n"), 0, 'jsonld: no control character');
unlike($ld, qr/[<>&]/, 'jsonld: no markup');
output('jq -c . all.jsonld >compact', 'jsonld: valid JSON');

for my $format (qw(atom svg)) {
    my $out = output("vrender -f $format -o all.$format all.in; cat all.$format", $format);
    is(controls($out, "\n"), 0, "$format: no control character");
    unlike($out, qr/<script|\bon\w+="|href="(?!https?:)/i, "$format: nothing that runs");
}

# Addresses that are asked for, and the string in every other place.
my @message;
my %names = map { $_ => 1 } qw(From To Subject Date Message-ID Auto-Submitted List-Unsubscribe
    List-Unsubscribe-Post MIME-Version Content-Type);
my $bad = 0;
my @chosen = grep { $_ < 210 || $_ % 32 == 0 } 0 .. $#strings;
for my $i (@chosen) {
    my ($kind) = (qw(comparison verdict change))[$i % 3];
    my ($record) = grep { $_->{type} eq $kind } hostile($strings[$i]);
    write_file("$scratch/one", lines($record));
    my ($out, $err, $status) = run("SOURCE_DATE_EPOCH=1700000000 vrender -f mail"
        . " --to='Ada <ada\@x.example>' --from=vtools\@y.example"
        . " --unsubscribe-url=https://x.example/u one", $scratch);
    my ($head) = $out =~ /\A(.*?)\n\n/s;
    my @name = ($head // '') =~ /^([^ :\t]+):/mg;
    my $wrong = $status || grep { !$names{$_} } @name;
    $wrong ||= @name != keys %names || $out =~ /[^\n -~]/ || $out =~ /^.{77}/m;
    $bad += !!$wrong;
    diag("mail of string $i: ", $err, join(' ', @name)) if $wrong;
    push @message, "$scratch/$i.eml";
    write_file($message[-1], $out);
}
is($bad, 0, 'mail: the headers that were asked for, in lines of 76 at most');

# -- other readers -------------------------------------------------------------

SKIP: {
    skip 'no python3', 1 if !$python;

    # Every cell that is a string is the record's.
    my @sightings = grep { $_->{type} eq 'review' } @first;
    write_file("$scratch/reviews.jsonl", lines(@sightings));
    for my $format (qw(csv tsv)) {
        my $separator = $format eq 'csv' ? ',' : "\t";
        my $read = output("vrender --raw -o reviews.$format reviews.jsonl &&"
            . " python3 '$readers' csv reviews.$format '$separator'", "python reads $format");
        my @read = records($read);
        my $wrong = @read != @sightings;
        for my $i (0 .. $#read) {
            $wrong += grep { ($read[$i]{$_} // '') ne ($sightings[$i]{$_} // '') }
                qw(tool name reviewer score verdict text title date id);
        }
        is($wrong, 0, "python reads the same from $format");
    }

    output("python3 '$readers' xml all.atom all.svg", 'atom and svg are well-formed');
    my @read = records(output("python3 '$readers' mail @message", 'python reads mail'));
    is(scalar(grep { @{ $_->{defects} } } @read), 0, 'python finds no defect in mail');
    is(scalar(grep { $_->{type} eq 'multipart/alternative'
                && join(' ', sort keys %{ $_->{parts} }) eq 'text/html text/plain'
                && "@{ $_->{to} }" eq 'Ada <ada@x.example>'
                && $_->{date} eq '2023-11-14T22:13:20+00:00' } @read),
        scalar @chosen, 'every message has both bodies');
    is(scalar(grep { $_->{subject} =~ /[\x00-\x1f\x7f-\x9f]/ } @read), 0,
        'no control character in a subject');

    # The bodies are what the other formats say.
    run('vrender --width=72 -f text comparison.in >text; vrender -f html comparison.in >html;'
        . ' vrender -o both.eml --to=a@x.example comparison.in', $scratch);
    my ($both) = records(output("python3 '$readers' mail both.eml", 'a large message'));
    for (['text/plain', 'text'], ['text/html', 'html']) {
        is(encode_utf8($both->{parts}{ $_->[0] }) eq read_file("$scratch/$_->[1]") ? 'it' : '',
            'it', "the $_->[1] is the format's");
    }
}

done_testing;
