#!/usr/bin/perl
# Tool pages and reviewer pages, made at random from names and prose that read
# like the grammar's own labels: whole ones give back their facts, and those
# cut off anywhere give a part of them and nothing else.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use JSON::PP;
use Test::More;
use Run qw($bin write_file);

my $pages = $ENV{FORM_PAGES} // 100;
my $seed = $ENV{FORM_SEED} // 11;
srand $seed;
binmode Test::More->builder->$_, ':utf8' for qw(output failure_output);

sub pick { return $_[rand @_] }

my @name = ('Quarry', 'Quarry/2', 'Q', 'Free', 'The Panel\'s Take', '100%',
    'Price', 'A vs B', 'verdict: SHIP', 'Share this verdict', 'Reviews/All',
    'Über–Werk 7B (Chat)', '日本語ツール', 'x' x 64, 'Visit Quarry', 'Verdict');
my @prose = ('Spreadsheets that answer SQL', 'Free for +15% of you; $29/mo',
    'Verdict pending', 'Price per seat: low', '“Fast” is not “good”',
    'The Panel\'s Take on it.', 'Share this', 'Quarry verdict: unclear.',
    'It scored 74/100 · ship', '3 Ships in a row', 'Reviewed twice', '日本語。',
    'Databases verdicts are in', 'A 5” screen is enough', 'Visit us', '- +one');

sub random_tool {
    return {
        name => pick(@name), tagline => pick(@prose) . pick('', ' Again'),
        category => pick('Databases', 'AI/ML', 'Free'),
        description => join(' ', map { pick(@prose) } 1 .. 1 + rand 3) . '.',
        pricing => pick('Free', '$8/mo; Reviewed yearly', 'Free/Paid', ''),
        reviewed => sprintf('2026-%02d-%02d', 1 + rand 12, 1 + rand 28),
        verdict => pick('ship', 'skip'), ship => int rand 8, skip => int rand 8,
        url => pick('quarry.example', 'www.a-b.example/x'),
        slug => pick('quarry', 'q-2', 'werk'),
    };
}

sub plural { return "$_[0] $_[1]" . ($_[0] == 1 ? '' : 's') }

sub shared {
    my ($t) = @_;
    return ("$t->{name} verdict: "
            . ($t->{verdict} eq 'ship' ? 'SHIP 🚀' : 'SKIP ⏭️'),
        plural($t->{ship}, 'ship') . ' · ' . plural($t->{skip}, 'skip')
            . ' from the expert panel',
        "Full review: reviews.example/tool/$t->{slug}");
}

sub full_tool {
    my ($t) = @_;
    return join "\n\n", "Reviews/$t->{category}/$t->{name}",
        pick('', substr($t->{name}, 0, 1) . "\n\n") . $t->{name}, $t->{tagline},
        "Price$t->{pricing}Reviewed$t->{reviewed}",
        'Verdict — ' . ucfirst $t->{verdict},
        plural($t->{ship}, 'Ship') . plural($t->{skip}, 'Skip'),
        "Visit $t->{url}", "The Panel's Take", $t->{description},
        'Share this verdict', shared($t), 'Weekly AI Tool Verdicts',
        'Get it by mail', 'Embed this verdict';
}

sub reader_tool {
    my ($t) = @_;
    delete @$t{qw(category pricing reviewed url)};
    return join "\n", @$t{qw(name tagline)}, "The Panel's Take",
        $t->{description}, 'Share this verdict', join ' ', shared($t);
}

sub random_reviews {
    my @review;
    my %seen;
    for (1 .. 1 + rand 6) {
        my $text = join(' ', map { pick(@prose) } 1 .. 1 + rand 4) . " $_.";
        push @review, { tagline => pick(@prose) . " $_", text => $text };
    }
    return @review;
}

sub reviewer_page {
    my ($reviewer, @review) = @_;
    my $gap = pick("\n", "\n\n");
    return join $gap, pick('The ', '') . $reviewer, '“If it works, it works.”',
        'A biography, of which there is not much.', 'Gets excited about',
        '- +Plain files', 'Tired of', '- -Dashboards',
        'Databases verdicts(' . plural(scalar @review, 'tool') . ', 1 shipped)',
        (map { ($_->{tagline}, "“$_->{text}”") } @review),
        'Browse the full panel', 'Weekly AI Tool Verdicts';
}

my $dir = tempdir(CLEANUP => 1);
my %fact;

sub encoded {
    my ($text) = @_;
    $text =~ s/\n/\r\n/g if rand() < 0.3;
    $text = "\x{feff}$text" if rand() < 0.2;
    utf8::encode($text);
    return $text;
}

sub parse {
    my @file = @_;
    write_file("$dir/list", join "\0", map { "$dir/$_" } @file);
    my $out = qx('$bin/vparse' --files0-from='$dir/list' 2>'$dir/err');
    my $status = $? >> 8;
    my %record;
    for (split /\n/, $out) {
        my $r = JSON::PP->new->utf8->decode($_);
        push @{ $record{ $r->{source}{file} =~ s{.*/}{}r } }, $r;
    }
    return ($status, \%record);
}

# What a record says that is not so; partly: what it may leave out.
sub wrong_tool {
    my ($t, $fact, $partly) = @_;
    my %have = (%$t, %{ $t->{stated} });
    for my $key (qw(name tagline category description pricing reviewed verdict
        ship skip url slug)) {
        my ($have, $want) = ($have{$key}, $fact->{$key});
        $want = undef if defined $want && $want eq '';
        next if !defined $have && (!defined $want || $partly);
        next if defined $have && defined $want && $have eq $want;
        next if $partly && $key eq 'description' && $t->{truncated}
            && index($want, $have) == 0;
        return "$key: " . ($have // 'null');
    }
    return '';
}

sub wrong_review {
    my ($r, $fact, $partly) = @_;
    return "reviewer: " . ($r->{reviewer} // 'null')
        if ($r->{reviewer} // '') ne 'Builder';
    return "tagline: " . ($r->{tagline} // 'null')
        if ($r->{tagline} // '') ne $fact->{tagline};
    return '' if $r->{text} eq $fact->{text} && !$r->{truncated};
    return '' if $partly && $r->{truncated}
        && index($fact->{text}, $r->{text}) == 0;
    return "text: $r->{text}";
}

sub wrong_page {
    my ($records, $fact, $partly) = @_;
    my @record = @{ $records || [] };
    my @want = ref $fact eq 'ARRAY' ? @$fact : $fact;
    return scalar(@record) . ' records' if $partly ? @record > @want
        : @record != @want;
    for my $i (0 .. $#record) {
        my $wrong = $record[$i]{type} eq 'tool'
            ? wrong_tool($record[$i], $want[$i], $partly)
            : wrong_review($record[$i], $want[$i], $partly);
        return "record $i: $wrong" if $wrong ne '';
    }
    return '';
}

sub check {
    my ($what, $partly, $text, $fact) = @_;
    write_file("$dir/$_", $text->{$_}) for keys %$text;
    my ($status, $record) = parse(sort keys %$text);
    my $failed = 0;
    for my $file (sort keys %$text) {
        my $wrong = wrong_page($record->{$file}, $fact->{$file}, $partly);
        next if $wrong eq '';
        my $shown = $text->{$file};
        utf8::decode($shown);
        diag("$file: $wrong\n$shown\n") if $failed++ < 3;
    }
    is($failed, 0, "$what (seed $seed)");
    is($status, 0, "$what: exit status");
}

my (%text, %cut);
for my $i (1 .. $pages) {
    my $tool = random_tool();
    my %page = ("full$i" => [full_tool($tool), $tool]);
    $tool = random_tool();
    $page{"reader$i"} = [reader_tool($tool), $tool];
    my @review = random_reviews();
    $page{"reviewer$i"} = [reviewer_page('Builder', @review), \@review];
    for my $file (keys %page) {
        $fact{$file} = $page{$file}[1];
        $text{$file} = encoded("$page{$file}[0]\n");
        for my $j (1 .. 4) {
            my $bytes = encoded($page{$file}[0]);
            $cut{"$file.$j"} = substr $bytes, 0, 1 + rand(length($bytes) - 1);
            # Behind a closing mark inside a quote nothing tells the cut.
            $cut{"$file.$j"} =~ s/\xe2\x80\x9d\s*\z//;
            $fact{"$file.$j"} = $page{$file}[1];
        }
    }
}
check('whole tool and reviewer pages give back their facts', 0, \%text, \%fact);
check('pages cut anywhere give a part of their facts', 1, \%cut, \%fact);
done_testing();
