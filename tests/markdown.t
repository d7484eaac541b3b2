#!/usr/bin/perl
# Markdown reads back through cmark-gfm as what was meant: whatever strings the
# records hold, the document has the structure that it has with plain words,
# its links lead where records said, and the text is there as text.
use strict;
use warnings;
use utf8;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP ();
use lib "$FindBin::Bin/lib";
use Run qw(run write_file);
use Strings qw(hostile_strings string_records);
use Test::More;

my ($cmark) = grep { -x } map { "$_/cmark-gfm" } split /:/, $ENV{PATH};
plan skip_all => 'no cmark-gfm' if !$cmark;
my $scratch = tempdir('vtools-markdown-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;
my $end = 'The end of a string';

# What cmark makes of the document of these records: for each group of records
# the elements without texts, links and the comments that keep at signs apart;
# and the texts and links themselves.
sub read_back {
    my (@group) = @_;
    my $last = $json->encode({ type => 'comparison', title => $end,
        a => { tool => 'a' }, b => { tool => 'b' } }) . "\n";
    write_file("$scratch/in", join '', map {
        join '', (map { $json->encode($_) . "\n" } @$_), $last } @group);
    my ($md, $err, $status) = run('vrender -f md in', $scratch);
    is("$status$err", '0', 'vrender');
    write_file("$scratch/md", $md);
    my ($xml) = run("'$cmark' -t xml -e table -e strikethrough -e autolink"
            . ' -e tasklist -e tagfilter --unsafe md', $scratch);
    utf8::decode($xml);
    my @part = ({ tags => '', text => '', links => [] });
    for my $line (split /\n/, $xml) {
        my ($open, $name, $rest) = $line =~ m{^\s*<(/?)(\w+)(.*)} or next;
        my ($text) = $line =~ m{>(.*)</\w+>$};
        if (defined $text) {
            my %sign = (lt => '<', gt => '>', amp => '&', quot => '"');
            $text =~ s/&(\w+);/$sign{$1}/g;
        }
        if ($name eq 'text') {
            push @part, { tags => '', text => '', links => [] }
                if $text eq $end;
            $part[-1]{text} .= $text;
        } elsif ($name eq 'html_inline' && $text eq '<!-- -->') {
            next;
        } elsif ($name eq 'link') {
            push @{ $part[-1]{links} }, $rest =~ /destination="([^"]*)"/
                if !$open;
        } else {
            $part[-1]{tags} .= "$open$name" . ($text // '') . ' ';
            $part[-1]{text} .= ' ' if $name !~ /^(?:strong|strikethrough)$/;
        }
    }
    return @part;
}

sub is_visible { return $_[0] =~ /[!-~]/ }

# Strings that masking leaves as they are, so that their text can be looked for.
sub is_plain { return $_[0] =~ /\A[!-~]+(?: [!-~]+)*\z/ }

my @string = grep { is_visible($_) && length $_ < 2000 } hostile_strings();
my ($first, $plain, @part) =
    read_back(map { [string_records($_)] } 'First', 'Plain', @string);
is(scalar @part, @string + 1, 'a part of the document for each string');
my (@structure, @link, @text);
for my $i (0 .. $#string) {
    my ($string, $have) = ($string[$i], $part[$i]);
    push @structure, "$string\n  " . difference($have->{tags}, $plain->{tags})
        if $have->{tags} ne $plain->{tags};
    push @link, grep { !m{^https?://}i } @{ $have->{links} };
    push @text, "$string\n  $have->{text}"
        if is_plain($string) && index($have->{text}, $string) < 0;
}

# From where they differ.
sub difference {
    my ($have, $want) = @_;
    my $same = 0;
    $same++ while substr($have, $same, 1) eq substr $want, $same, 1;
    return join "\n  ", map { substr $_, $same > 60 ? $same - 60 : 0, 160 }
        $have, $want;
}

sub all_well {
    my ($title, @fault) = @_;
    utf8::encode($_) for @fault;
    is(scalar @fault, 0, $title)
        or diag join "\n", @fault[0 .. ($#fault < 9 ? $#fault : 9)];
}
all_well('the structure is that of plain words', @structure);
all_well('links lead to pages', @link);
all_well('the text is there', @text);
done_testing();
