#!/usr/bin/perl
# Pages of the scorecard grammar, made at random with their facts known:
# whatever names and prose say, vparse gives back just these facts; and from a
# page cut off anywhere it gives a part of them and nothing else.
use strict;
use warnings;
use utf8;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $pages = $ENV{VT_PAGES} || 400;
srand($ENV{VT_SEED} || 20);
binmode STDOUT, ':utf8';

# Words that the page's own labels are made of make the best names and prose.
my @label = ('Free', 'Paid', 'Ship', 'Skip', 'Mixed', 'Entry', 'Community',
    'Decision', '100%', '0%', '50%', 'Panel ship', 'Reviewer scorecard',
    'Panel verdict', 'Pricing', 'Best for', 'Category',
    'Weekly AI Tool Verdicts', 'AI tool comparison', 'Bookmarks', '—');
my @name = (@label, 'Glacier', 'Cinder', 'Glacier vs Cinder', 'A', 'vs',
    'Harbor 7B (Chat)', 'Q & A: 2', 'Llama–Compact', '日本語ツール', 'Ünïcode',
    'x' x 64);
my @prose = (@label, 'It scored 74/100 for us.', 'Entry costs nothing.',
    'They call it “fast”, and it is not.', '“Fast” is not “good”',
    'A 5” screen is enough.', 'Price is $29 / month; +15% faster, 85.0% done.',
    'Builder said 74/100 · ship, twice.', 'Community matters. Decision made.',
    'No community votes yet', 'Mixed · 2 ship / 2 skip', 'plain text here',
    'Glacier vs Cinder', '«quoted»', '"straight"', 'ends with a dash —');

sub pick { return $_[rand @_] }

sub random_tool {
    my ($n) = @_;
    my $ship = int rand($n + 1);
    my $pct = int(100 * $ship / $n + 0.5);
    my $badge = $pct >= 60 ? 'Ship' : $pct <= 40 ? 'Skip' : 'Mixed';
    return {
        name => pick(@name), tagline => pick(@prose) . pick('', ' Again.'),
        category => pick('Developer Tools', 'AI Models', 'Free', 'Ship'),
        description => pick(@prose) . ' It is described here.',
        badge => $badge, pct => $pct, ship => $ship, skip => $n - $ship,
        community => pick('', '—', '0%', '62%'),
        votes => pick('No community votes yet', '62% ship · 13 votes'),
        entry => pick('Free', 'Paid', 'Trial', 'Entry'),
        pricing => pick('Free', '$8/mo Basic / $24/mo; more', 'Category'),
        reviews => [map { {
            score => int rand 101,
            verdict => $_ <= $ship ? 'ship' : 'skip',
            text => join(' ', map { pick(@prose) } 1 .. 1 + rand 4) . " $_."
        } } 1 .. $n],
    };
}

sub random_page {
    my $n = 1 + int rand 9;
    my @reviewer = map { pick('Builder', 'Ship', 'Free', 'Creator', '日本') . $_ }
        1 .. $n;
    my @tool = (random_tool($n), random_tool($n));
    $tool[1]{name} = $tool[0]{name} if rand() < 0.1;
    return { full => rand() < 0.5, reviewers => \@reviewer, tools => \@tool };
}

my $sentence = 'One fixed sentence about what follows.';
my @footer = ('Weekly AI Tool Verdicts', 'Get it by mail', 'A slogan.');

# A mark behind the first character of a review, by which a cut page tells how
# many reviews it has; encode_page takes it out again.
sub marked { return $_[0] =~ s/^(.)/$1\x01/r }

sub full_text {
    my ($page) = @_;
    my ($a, $b) = @{ $page->{tools} };
    my $title = "$a->{name} vs $b->{name}";
    my @item = ("Compare/$title", 'AI tool comparison', $title, $sentence);
    for my $t ($a, $b) {
        push @item, 'G', @$t{qw(category name tagline badge)}, "$t->{pct}%",
            'Panel ship', ($t->{community} ne '' ? $t->{community} : ()),
            'Community', $t->{entry}, 'Entry', $t->{description};
    }
    push @item, join "\n", 'Decision', $a->{name}, $b->{name},
        'Panel verdict',
        (map { "$_->{badge} · $_->{ship} ship / $_->{skip} skip" } $a, $b),
        'Community', $a->{votes}, $b->{votes},
        'Pricing', $a->{pricing}, $b->{pricing},
        'Best for', $a->{tagline}, $b->{tagline},
        'Category', $a->{category}, $b->{category};
    push @item, 'Reviewer scorecard';
    for my $i (0 .. $#{ $page->{reviewers} }) {
        my ($x, $y) = ($a->{reviews}[$i], $b->{reviews}[$i]);
        push @item, "$page->{reviewers}[$i]\n$x->{score}/100 · $x->{verdict}",
            marked($x->{text}), "$y->{score}/100 · $y->{verdict}",
            marked($y->{text});
    }
    return join "\n\n", @item, @footer, 'Bookmarks', 'Loading bookmarks...';
}

sub reader_text {
    my ($page) = @_;
    my ($a, $b) = @{ $page->{tools} };
    my @line = ('AI tool comparison', "$a->{name} vs $b->{name}", $sentence);
    for my $t ($a, $b) {
        push @line, @$t{qw(category name tagline)}, "$t->{pct}%",
            'Panel ship', ($t->{community} ne '' ? $t->{community} : ()),
            'Community', $t->{entry}, 'Entry', $t->{description};
    }
    push @line, 'Reviewer scorecard';
    for my $i (0 .. $#{ $page->{reviewers} }) {
        push @line, map { '“' . marked($_->{reviews}[$i]{text}) . '”' } $a, $b;
    }
    return join "\n", @line, @footer;
}

# What vparse must say of a text: without quotation marks around all of it.
sub inner {
    my ($text) = @_;
    return $text =~ /^("straight"|«quoted»)$/ ? substr($text, 1, -1) : $text;
}

sub encode_page {
    my ($text) = @_;
    $text =~ tr/\x01//d;
    $text =~ s/\n/\r\n/g if rand() < 0.3;
    $text .= "\n" if rand() < 0.5;
    $text = "\x{feff}$text" if rand() < 0.2;
    utf8::encode($text);
    return $text;
}

my $dir = tempdir(CLEANUP => 1);

sub write_file {
    my ($name, $bytes) = @_;
    open my $file, '>:raw', "$dir/$name" or die "$name: $!";
    print $file $bytes;
    close $file or die "$name: $!";
}

# Runs vparse over the files and gives the records by file.
sub parse {
    my @file = @_;
    write_file('list', join "\0", map { "$dir/$_" } @file);
    my $out = qx('$bin/vparse' --files0-from='$dir/list' 2>'$dir/err');
    my $status = $? >> 8;
    my %record;
    for (split /\n/, $out) {
        my $r = JSON::PP->new->utf8->decode($_);
        push @{ $record{ $r->{source}{file} =~ s{.*/}{}r }{ $r->{type} } }, $r;
    }
    return ($status, \%record);
}

sub same { return !defined $_[0] && !defined $_[1]
        || defined $_[0] && defined $_[1] && $_[0] eq $_[1] }

sub folded_entry { return lc $_[0] }

# The first difference between a tool record and the facts, or ''.
sub wrong_tool {
    my ($page, $t, $fact, $partly) = @_;
    my $community = $fact->{community};
    my $full = $page->{full};
    my %want = (
        name => $fact->{name}, tagline => $fact->{tagline},
        category => $fact->{category}, entry => folded_entry($fact->{entry}),
        description => $fact->{description},
        pricing => $full ? $fact->{pricing} : undef,
        pct => $fact->{pct}, verdict => $full ? lc $fact->{badge} : undef,
        ship => $full ? $fact->{ship} : undef,
        skip => $full ? $fact->{skip} : undef,
    );
    my %have = (%$t, map { $_ => $t->{stated}{$_} } qw(verdict ship skip));
    $have{pct} = $t->{stated}{ship_pct};
    for my $key (sort keys %want) {
        next if same($have{$key}, $want{$key});
        next if $partly && !defined $have{$key};
        next if $partly && $t->{truncated} && $key eq 'description'
            && index($want{$key}, $have{$key}) == 0;
        return "$key: " . ($have{$key} // 'null');
    }
    return '';
}

sub wrong_review {
    my ($page, $r, $partly) = @_;
    return 'no place' if !defined $r->{row} || !defined $r->{col};
    my $fact = $page->{tools}[$r->{col}]{reviews}[$r->{row}];
    my $text = inner($fact->{text});
    my $full = $page->{full};
    return 'reviewer' if !same($r->{reviewer},
        $full ? $page->{reviewers}[$r->{row}] : undef);
    return 'score' if !same($r->{score}, $full ? $fact->{score} : undef);
    return 'verdict' if !same($r->{verdict}, $full ? $fact->{verdict} : undef);
    return '' if same($r->{text}, $text) && !$r->{truncated};
    return 'text: ' . ($r->{text} // 'null') unless $partly && $r->{truncated};
    return '' if !defined $r->{text} || index($fact->{text}, $r->{text}) == 0;
    # Where the cut fell behind a space, that is folded away.
    return 'cut text: ' . $r->{text};
}

sub wrong_page {
    my ($page, $record, $partly) = @_;
    my @tool = @{ $record->{tool} || [] };
    my @review = @{ $record->{review} || [] };
    my $n = @{ $page->{reviewers} };
    return scalar(@tool) . ' tools' if $partly ? @tool > 2 : @tool != 2;
    return scalar(@review) . ' reviews'
        if $partly ? @review > 2 * $n : @review != 2 * $n;
    for my $i (0 .. $#tool) {
        my $wrong = wrong_tool($page, $tool[$i], $page->{tools}[$i], $partly);
        return "tool $i: $wrong" if $wrong ne '';
    }
    for my $i (0 .. $#review) {
        my $wrong = wrong_review($page, $review[$i], $partly);
        return "review $i: $wrong" if $wrong ne '';
    }
    return '';
}

sub check {
    my ($what, $partly, $page, $text) = @_;
    my @file = sort keys %$page;
    my ($status, $record) = parse(@file);
    my $failed = 0;
    for my $file (@file) {
        my $wrong = wrong_page($page->{$file}, $record->{$file}, $partly);
        next if $wrong eq '';
        $failed++;
        diag("$file: $wrong\n$text->{$file}") if $failed <= 2;
    }
    is($failed, 0, $what);
    is($status, 0, "$what: exit status");
}

my (%page, %text);
for my $i (1 .. $pages) {
    my $page = random_page();
    my $marked = $page->{full} ? full_text($page) : reader_text($page);
    my $text = encode_page($marked);
    $page{"whole$i"} = $page;
    $text{"whole$i"} = $text;
    $page->{marked} = $marked;
    write_file("whole$i", $text);
}
check("$pages whole pages give back their facts", 0, \%page, \%text);

my (%cut, %cut_text);
for my $i (1 .. $pages) {
    for my $j (1 .. 5) {
        my $text = substr $text{"whole$i"}, 0, rand length $text{"whole$i"};
        # Behind a closing mark inside a quote nothing tells the cut.
        redo if $text =~ /\xe2\x80\x9d\s*$/;
        # An empty page is rejected.
        redo if $text !~ /\S/;
        $cut{"cut$i.$j"} = $page{"whole$i"};
        $cut_text{"cut$i.$j"} = $text;
        write_file("cut$i.$j", $text);
    }
}
check('pages cut anywhere give a part of their facts', 1, \%cut, \%cut_text);

my %begun;
for my $i (1 .. $pages) {
    my $page = $page{"whole$i"};
    my $text = substr $page->{marked}, 0, rand length $page->{marked};
    $begun{"begun$i"} = $text =~ tr/\x01//;
    write_file("begun$i", encode_page($text));
}
my (undef, $record) = parse(sort keys %begun);
my @lost = grep { @{ $record->{$_}{review} || [] } < $begun{$_} } keys %begun;
is("@lost", '', 'no review that begins before a cut is lost');

done_testing();
