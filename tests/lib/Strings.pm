# Hostile strings, and records in which every string is one of them.
package Strings;
use strict;
use warnings;
use utf8;
use Exporter qw(import);
use JSON::PP ();
use Run qw($root read_file);

our @EXPORT_OK = qw(hostile_strings string_records);

my @own = (
    '<script>document.title="run"</script>',
    '"><img src=x onerror=window.ran=1>',
    "'onmouseover='window.ran=1' x='",
    '</title></style></textarea><svg onload=window.ran=1>',
    '<iframe src="https://example.invalid/"></iframe>',
    '--><!-- <base href=//example.invalid/>',
    'javascript:window.ran=1',
    'data:text/html,<script>window.ran=1</script>',
    'https://example.invalid/"onclick="window.ran=1',
    '&lt;b&gt; &amp;amp; &#60;i&#62;',
    '{{constructor.constructor("window.ran=1")()}}',
    '</desc></svg><math><mtext></mtext><script>window.ran=1</script>',
    "\x{202e}evil\x{202c} \x{2066}a\x{2069} \x{200f}",
    "\e[2J\e]0;title\a", "a\rb\nc\td\x{85}e\x{2028}f",
    'x' x 300,
    "\x{705f}\x{7c60}" x 80,
    'Unbreakable/' . 'path/' x 40,
    '| a | b |', '# heading', '1. item', '1) item', '- item', '+ item',
    '> quote', '```', '~~~', '    code', '[a](https://example.invalid)',
    '![a](b)', '*a* _b_ **c** ~~d~~', '<b>bold</b>', '&copy;', '\\', 'a\\|b',
    '=====', '-----', '---', '***', 'www.example.invalid',
    'mail@example.invalid', ':smile:', '$x$', '$$', '@someone', '[^1]',
    '- [ ] task', '|', '`', '``a`` `', '|---|', 'a | b', '0. a', '123456789. a',
);

# Those of the project, and of the folder of suites beside it if there is one;
# what no JSON reader takes is left out.
sub hostile_strings {
    my $json = JSON::PP->new->utf8->allow_nonref;
    my @string = @own;
    my $suite = "$root/../shared/suites/strings";
    push @string, map { $json->decode($_)->{text} }
        split /\n/, read_file("$suite/hostile.jsonl")
        if -e "$suite/hostile.jsonl";
    push @string, @{ $json->decode(read_file("$suite/blns.json")) }
        if -e "$suite/blns.json";
    return grep { defined && !/[\x{d800}-\x{dfff}\0]/ } @string;
}

# A verdict in which every string is the given one.
sub verdict {
    my ($s, $inside) = @_;
    my @review = (reviewer => $s, score => 50, verdict => 'ship', text => $s);
    my %verdict = (type => 'verdict', tool => $s, name => $s, tagline => $s,
        category => $s, verdict => 'mixed', held => 'skip', reviews => 2,
        ship => 1, skip => 1, mixed => 0, ship_pct => 50, basis => 'stated',
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

# Records of every type, all of whose strings are the given one.
sub string_records {
    my ($s) = @_;
    my $cell = {score => 50, verdict => 'skip', text => $s};
    my %of = (tool => $s, name => $s);
    my %source = (source => {file => $s, line => 1, url => $s});
    return ({type => 'comparison', title => $s, a => verdict($s, 1),
            b => verdict($s, 1),
            decision => [map { {field => $s, a => $s, b => $s, better => $_} }
                qw(a b tie), undef],
            scorecard => [
                {reviewer => $s, a => $cell, b => $cell, delta => 0},
                {reviewer => undef, a => $cell, b => undef, delta => undef}],
            winner => 'a', margin => {ship_pct => 1, score => 1}, why => $s,
            agree => [$s], split => [$s, $s]},
        {type => 'matrix', title => $s, why => $s, winner => [0, 1],
            tools => [verdict($s, 1), verdict($s, 1)],
            decision => [{field => $s, values => [$s, $s], better => [1]}],
            scorecard => [{reviewer => $s, cells => [$cell, undef]}],
            agree => [$s], split => [$s]},
        verdict($s), verdict($s),
        {type => 'group', group => {$s || 'x' => $s, y => $s}, tools => 1,
            alpha => {}},
        {type => 'group', group => {reviewer => $s}, tools => 1},
        {type => 'audit', %of, kind => 'claim', field => $s, claimed => $s,
            computed => $s},
        {type => 'audit', %of, kind => 'conflict', field => $s,
            values => [$s, 1], sources => [{file => $s, url => $s}]},
        {type => 'tool', %of, tagline => $s, category => $s,
            description => $s, entry => $s, pricing => $s, %source},
        {type => 'review', %of, reviewer => $s, text => $s, title => $s,
            date => $s, %source},
        {type => 'vote', tool => $s, vote => 'ship', voter => $s, at => $s},
        {type => 'change', %of, kind => 'text', field => $s, old => $s,
            new => $s, reviewer => $s,
            words => [['=', $s], ['-', $s], ['+', $s]]},
        {type => 'change', %of, kind => 'flipped', field => 'verdict',
            old => $s, new => 7,
            cause => {came => [$s], went => [$s], changed => [],
                policy => [$s, "$s."]}});
}

1;
