#!/usr/bin/perl
# Comparisons as HTML give the same facts again: random tools and reviews go
# through vscore, vdiff and vrender, and what vparse reads off the pages is what
# the verdicts say.
use strict;
use warnings;
use utf8;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Run qw(run write_file);
use Test::More;

my $seed = $ENV{SEED} // 20261121;
srand $seed;
diag "SEED=$seed";
my $scratch = tempdir('vtools-again-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;
my @word = ('Anvil', 'über', 'naïve', '灯笼', '笔记', 'Ноты', 'x<y', '<b>', '&amp;',
    '"so"', "it's", 'a|b', '`c`', '#1', '+15%', '$29/mo', '🎉', 'שלום', 'C++',
    '</p>', '--', '–', '“said”', 'http://a.example/?b=c&d', 'e.g.', '100%');

sub pick { return $_[rand @_] }
sub some { return join ' ', map { pick(@word) } 1 .. 1 + int rand $_[0] }
my $number = 0;

# A tool and its reviews; names may be shared, keys and texts are not.
sub tool {
    my $name = 'T' . int(rand 4) . ' ' . some(3);
    my $slug = lc $name =~ s/[^\w]+|_+/-/gr =~ s/^-|-$//gr;
    my $key = sprintf '%s.%06x', $slug, ++$number;
    my %known = (name => $name, tool => $key);
    my %tool = (%known, type => 'tool', tagline => some(5) . " $number",
        category => pick(undef, some(2)), entry => pick(undef, 'free', 'paid'),
        pricing => pick(undef, some(4)),
        stated => { verdict => pick(undef, 'ship', 'mixed'), ship_pct => pick(undef, 0, 66.67, 75) },
        community => { votes => pick(undef, 0, 12), ship_pct => pick(undef, 61.5) });
    my @review = map { {
        %known, type => 'review', text => some(12) . ' ' . ++$number . '.',
        reviewer => pick(qw(Builder Skeptic Futurist Founder), "R. " . some(2)),
        score => pick(undef, 0, 100, 1 + int rand 98, 0.25 + int rand 99),
        verdict => pick(undef, qw(ship skip mixed)) } } 1 .. rand 6;
    return (\%tool, @review);
}

# The facts of a verdict or a tool record and of its reviews.
sub facts {
    my ($tool, @review) = @_;
    my %fact = map { $_ => $tool->{$_} }
        qw(tool name tagline category entry pricing stated);
    $fact{community} = { map { $_ => $tool->{community}{$_} } qw(votes ship_pct) };
    $fact{reviews} = [sort { $a->[3] cmp $b->[3] }
        map { [@$_{qw(reviewer score verdict text)}] } @review];
    return $json->encode(\%fact);
}

my (@lost, $tools, $reviews);
for my $round (1 .. 12) {
    my @record = map { tool() } 1 .. 2 + rand 4;
    write_file("$scratch/in", join '', map { $json->encode($_) . "\n" } @record);
    my ($out, $err, $status) = run('vscore in >before && vdiff before >pairs'
            . ' && vrender -o page.html pairs && vparse page.html >after'
            . ' && cat before after', $scratch);
    is("$status$err", '0', "round $round") if "$status$err" ne '0';
    my (%before, %tool, %review);
    for my $record (map { $json->decode($_) } split /\n/, $out) {
        my $key = $record->{tool};
        $before{$key} = facts($record, @{ $record->{panel} })
            if $record->{type} eq 'verdict';
        $tool{$key} = $record if $record->{type} eq 'tool';
        push @{ $review{$key} }, $record if $record->{type} eq 'review';
    }
    is(keys %tool, keys %before, "round $round: as many tools");
    $tools += keys %before;
    for my $key (keys %before) {
        my $after = facts($tool{$key} // {}, @{ $review{$key} // [] });
        $reviews += @{ $review{$key} // [] };
        push @lost, "$before{$key}\n$after" if $before{$key} ne $after;
    }
}
ok($tools > 20 && $reviews > 40, "$tools tools with $reviews reviews");
is(scalar @lost, 0, 'all of them come back')
    or diag join "\n", @lost[0 .. ($#lost < 2 ? $#lost : 2)];
done_testing();
