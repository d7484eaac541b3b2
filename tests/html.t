#!/usr/bin/perl
# Pages as HTML: those that stand as text too give the same facts, and cut off
# anywhere they give a part of them and nothing else.
use strict;
use warnings;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Run qw($bin $pages read_file write_file);
use Test::More;

my $scratch = tempdir('vtools-html-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;

# The records of some pages, by file; what tells of the file is left out.
sub records {
    my (@file) = @_;
    my %of;
    my @quiet = ('sh', '-c', 'exec "$0" "$@" 2>/dev/null');
    open my $out, '-|', @quiet, "$bin/vparse", @file or die "vparse: $!\n";
    while (<$out>) {
        my $record = $json->decode($_);
        my $source = delete $record->{source};
        delete $record->{page};
        push @{ $of{ $source->{file} } }, $record;
    }
    close $out;
    is($? >> 8, 0, 'exit status');
    return %of;
}

# Whether all that a cut page says is what the whole one says.
sub is_part {
    my ($have, $want) = @_;
    return 1 if !defined $have;
    return $have eq ($want // '') if ref $have ne 'HASH';
    return !grep { !is_part($have->{$_}, $want->{$_}) } keys %$have;
}

# What is wrong with the records of a page that is cut off, or nothing.
sub wrong {
    my ($cut, $whole) = @_;
    for my $have (@$cut) {
        my $want = $whole->{ key($have) };
        return 'no such record: ' . $json->encode($have) if !$want;
        my %rest = %$have;
        if (delete $rest{truncated}) {
            my $text = $have->{type} eq 'tool' ? 'description' : 'text';
            my $begun = delete $rest{$text} // '';
            return "no beginning: $begun"
                if index($want->{$text} // '', $begun) != 0;
            delete @rest{qw(id tool)};
        }
        # The key of a tool is made of the tagline too.
        delete $rest{tool} if $have->{type} eq 'tool' && !$have->{tagline};
        for my $key (sort keys %rest) {
            return "$key is " . $json->encode([$rest{$key}])
                if !is_part($rest{$key}, $want->{$key});
        }
    }
    return;
}

# A record's place on its page.
sub key {
    my ($record) = @_;
    return join ' ', $record->{type}, map { $_ // '-' } @$record{qw(row col)};
}

for my $name (qw(cinder-vs-glacier glacier-vs-harbor)) {
    my %of = records(map { "$pages/$name.$_" } qw(txt html));
    my ($text, $html) = @of{ map { "$pages/$name.$_" } qw(txt html) };
    is(scalar @$html, 10, "$name: two tools and eight reviews");
    is($json->encode($html), $json->encode($text), "$name: the same facts");

    my $page = read_file("$pages/$name.html");
    my %whole = map { key($_) => $_ } @$html;
    my @file;
    for (my $len = 1; $len < length $page; $len += 7) {
        push @file, "$scratch/$len";
        write_file($file[-1], substr $page, 0, $len);
    }
    my %cut = records(@file);
    my @wrong;
    for my $file (@file) {
        my $wrong = wrong($cut{$file} || [], \%whole);
        push @wrong, "$file: $wrong" if $wrong;
    }
    is(@wrong, 0, "$name: " . @file . ' beginnings of the page')
        or diag join "\n", @wrong[0 .. ($#wrong < 9 ? $#wrong : 9)];
}
done_testing();
