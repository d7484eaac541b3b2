# Random sightings of few tools on many pages, with labels, rows and texts
# missing, contradicting each other, cut off and repeated.
package Sightings;

use strict;
use warnings;
use utf8;
use Exporter qw(import);
use JSON::PP;

our @EXPORT_OK = qw(pick random_sightings);

my $json = JSON::PP->new->utf8->canonical;

sub pick { return $_[rand @_] }
sub maybe { return rand() < $_[0] ? $_[1] : undef }

my @text = map { "Review number $_ says at some length what it thinks, "
        . "with as many words as it takes." } 1 .. 8;

sub source {
    return { file => pick('a', 'b', 'c'), line => int rand 50,
        url => pick(undef, 'https://a.example/', 'https://b.example/'),
        fetched => pick(undef, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z') };
}

sub tool_record {
    my $ship = int rand 5;
    return { type => 'tool', tool => 'tool' . int rand 4,
        name => pick('One', 'Two'), category => pick(undef, 'X', 'Y'),
        entry => pick(undef, 'free', 'paid'), pricing => pick(undef, '$1', '$2'),
        stated => { verdict => pick(undef, 'ship', 'mixed'),
            ship => pick(undef, $ship), skip => pick(undef, 4 - $ship),
            ship_pct => pick(undef, 0, 25, 50, 75, 100) },
        aggregate => pick(undef, { value => 4, best => pick(5, 10),
                worst => pick(0, 1), count => pick(1, 9) }),
        community => { votes => pick(undef, 0, 3), ship_pct => pick(undef, 62) },
        page => 'page' . int rand 6, col => int rand 2, source => source(),
        note => pick('mine', 'yours') };
}

sub review_record {
    my $text = pick(@text);
    my $cut = rand() < 0.3;
    $text = substr $text, 0, 30 + rand 60 if $cut;
    return { type => 'review', tool => maybe(0.9, 'tool' . int rand 4),
        name => pick(undef, 'One', 'one'),
        inferred => pick(undef, undef, { reviewer => 'row', verdict => 'score' }),
        reviewer => pick(undef, undef, 'Builder', 'Skeptic', 'Founder'),
        score => pick(undef, 40, 55.5, 90), verdict => pick(undef, 'ship', 'skip'),
        text => maybe(0.9, $text), ($cut ? (truncated => JSON::PP::true) : ()),
        page => 'page' . int rand 6, row => pick(undef, 0, 1, 2),
        col => int rand 2, source => source() };
}

# A review by hand, which says little.
sub short_record {
    return { type => 'review', name => pick('Tool Ä', '{"', "tab\there"),
        tagline => pick(undef, 'a tagline'),
        reviewer => pick(undef, 'Ada'), score => pick(12.34, 100, undef),
        note => pick(undef, { deep => [1, 'é"\\'] }) };
}

sub vote_record {
    return { type => 'vote', tool => 'tool' . int rand 4,
        vote => pick('ship', 'skip'), voter => pick(undef, map { "v$_" } 1 .. 5),
        at => pick('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z') };
}

# Lines without their ends.
sub random_sightings {
    my ($count) = @_;
    return map { $json->encode($_) } map {
        pick(\&tool_record, \&review_record, \&review_record, \&short_record,
            \&vote_record)->()
    } 1 .. $count;
}

1;
