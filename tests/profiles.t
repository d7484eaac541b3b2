#!/usr/bin/perl
# Pages read by profiles, cut off at every byte: what is said of the beginning
# of a page is said of the whole page too, but for a text that is marked.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use JSON::PP;
use Test::More;
use Run qw($bin $root read_file write_file);

my $folder = tempdir(CLEANUP => 1);

sub records {
    my ($profile, @file) = @_;
    write_file("$folder/list", join "\0", @file);
    my %record;
    my $out = qx('$bin/vparse' -p $profile --files0-from='$folder/list' 2>&-);
    for (split /\n/, $out) {
        my $r = JSON::PP->new->decode($_);
        push @{ $record{ $r->{source}{file} } }, $r;
    }
    return \%record;
}

# The first member of a part that the whole does not have, or ''.
sub differs {
    my ($part, $whole, $truncated) = @_;
    return '' if !defined $part;
    return defined $whole ? '' : 'more' if ref $part && !defined $whole;
    if (ref $part eq 'HASH') {
        for my $key (sort keys %$part) {
            next if $key =~ /^(?:page|id|source|tool|truncated)$/;
            my $wrong = differs($part->{$key}, $whole->{$key}, $truncated);
            return "$key $wrong" if $wrong ne '';
        }
        return '';
    }
    if (ref $part eq 'ARRAY') {
        return 'longer' if @$part > @$whole;
        for my $i (0 .. $#$part) {
            my $wrong = differs($part->[$i], $whole->[$i], $truncated);
            return $wrong if $wrong ne '';
        }
        return '';
    }
    return '' if defined $whole && $part eq $whole;
    return '' if $truncated && defined $whole && index($whole, $part) == 0;
    return "is '$part'";
}

sub check {
    my ($profile, $page) = @_;
    my $bytes = read_file("$root/tests/cases/vparse/$page");
    # Behind the end of a line, or inside the character there, nothing tells
    # the cut.
    my @cut = grep { $_ == length $bytes
            || substr($bytes, 0, $_) !~ /\n(?:[\xc0-\xff][\x80-\xbf]?)?\z/ }
        1 .. length $bytes;
    my @file = map { "$folder/$_" } @cut;
    write_file("$folder/$_", substr $bytes, 0, $_) for @cut;
    my $record = records($profile, @file);
    my $whole = $record->{ $file[-1] };
    my @wrong;
    for my $file (@file) {
        my @part = @{ $record->{$file} || [] };
        for my $type (qw(tool review)) {
            my @is = grep { $_->{type} eq $type } @part;
            my @all = grep { $_->{type} eq $type } @$whole;
            push @wrong, "$file: too many" if @is > @all;
            for my $i (0 .. $#is) {
                my $wrong = differs($is[$i], $all[$i], $is[$i]{truncated});
                push @wrong, "$file: $type $i: $wrong" if $wrong ne '';
            }
        }
    }
    ok(scalar @$whole, "$page gives records");
    is(join("\n", @wrong), '', "$page, cut off anywhere");
}

check('inline', 'profile-inline/anvil.txt');
check('listing', 'profile-listing/listing.txt');
check('inline', 'profile-html/bellows.html');
done_testing();
