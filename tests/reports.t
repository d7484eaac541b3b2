#!/usr/bin/perl
# What vscore reports of verdicts, against the same made of the verdicts it
# writes: groups, reviewers, ranks and agreement, by their definitions; and by
# vscore --finished, byte for byte.
use strict;
use warnings;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use List::Util qw(sum0 max);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 25;
srand($ENV{VT_SEED} || 11);
my $json = JSON::PP->new->utf8->canonical;
my $dir = tempdir(CLEANUP => 1);
my $close = 0.00501; # figures are rounded to hundredths

sub pick { return $_[rand @_] }

# Panels of few reviewers, some of whom review twice, and who leave out a score, a verdict or the tool, and
# what pages claim of them, which may stand for what is left out.
sub write_records {
    my ($claims) = @_;
    open my $file, '>', "$dir/in" or die $!;
    for my $tool (1 .. 2 + rand 8) {
        print $file $json->encode({ type => 'tool', tool => "t$tool",
            category => pick(undef, 'A', 'B', "\x{e9}"), mine => [1],
            $claims ? (stated => { verdict => pick(undef, 'ship', 'skip'),
                ship => pick(undef, 1 .. 3) }) : (),
            source => { page => "p$tool", line => 1 } }), "\n";
        for my $reviewer (qw(Ada Ben Cid Dee Eve)) {
            next if rand() < 0.3;
            # Some have changed their mind.
            print $file $json->encode({ type => 'review', tool => "t$tool",
                reviewer => $reviewer, text => "$reviewer, again, $_", score => pick(undef, map { $_ / 4 } 1 .. 399),
                verdict => pick(undef, 'ship', 'ship', 'skip', 'mixed') }), "\n"
                for 1 .. pick(1, 1, 1, 2);
        }
    }
    close $file or die $!;
}

sub vscore {
    my @out = map { $json->decode($_) } split /\n/, qx('$bin/vscore' @_ '$dir/in');
    die "vscore @_: $?\n" if $?;
    return @out;
}

my ($wrong, $compared) = (0, 0);

# Both unknown, or no further apart than rounding explains.
sub same {
    my ($what, $got, $wanted, $within) = @_;
    $compared++;
    return if !defined $got && !defined $wanted;
    return if defined $got && defined $wanted
        && abs($got - $wanted) <= ($within // $close);
    $wrong++;
    diag("$what: ", $got // 'null', ' and not ', $wanted // 'null');
}

sub mean { return @_ ? sum0(@_) / @_ : undef }
sub share { return @_ ? 100 * (grep { $_ eq 'ship' } @_) / @_ : undef }
sub scores { return grep { defined } map { $_->{score} } @_ }
sub judgements { return grep { defined } map { $_->{verdict} } @_ }

sub check_groups {
    my (@verdict) = @_;
    my %tools;
    push @{ $tools{ $_->{category} // '' } }, $_ for @verdict;
    my @group = vscore('--by=category');
    same('groups', scalar @group, scalar keys %tools);
    for my $group (@group) {
        my $category = $group->{group}{category} // '';
        my @tool = @{ $tools{$category} // [] };
        my @review = map { @{ $_->{panel} } } @tool;
        same("tools of '$category'", $group->{tools}, scalar @tool);
        same('reviews', $group->{reviews}, scalar @review);
        same('ship_pct', $group->{ship_pct}, share(judgements(@review)));
        same('mean', $group->{score}{mean}, mean(scores(@review)));
        same('max', $group->{score}{max}, max(scores(@review)));
        for my $word (qw(ship mixed skip unrated)) {
            same("tools that are $word", $group->{verdicts}{$word},
                scalar grep { $_->{verdict} eq $word } @tool);
        }
        check_alpha($group->{alpha}{verdict}, $group->{alpha}{score}, @tool);
    }
}

sub check_reviewers {
    my (@verdict) = @_;
    my (%harsh, %alike, %own);
    for my $verdict (@verdict) {
        my @panel = @{ $verdict->{panel} };
        for my $i (0 .. $#panel) {
            my $r = $panel[$i];
            my @other = grep { $_->{reviewer} ne $r->{reviewer} } @panel;
            push @{ $own{ $r->{reviewer} } }, $r;
            push @{ $harsh{ $r->{reviewer} } },
                mean(scores(@other)) - $r->{score}
                if defined $r->{score} && scores(@other);
            push @{ $alike{ $r->{reviewer} } },
                map { $_ eq $r->{verdict} ? 100 : 0 } judgements(@other)
                if defined $r->{verdict};
        }
    }
    my @group = vscore('--by=reviewer');
    same('reviewers', scalar @group, scalar keys %own);
    for my $group (@group) {
        my $name = $group->{group}{reviewer};
        same("reviews of $name", $group->{reviews}, scalar @{ $own{$name} });
        same('ship_pct', $group->{ship_pct}, share(judgements(@{ $own{$name} })));
        same('mean', $group->{score}{mean}, mean(scores(@{ $own{$name} })));
        same('harshness', $group->{harshness}, mean(@{ $harsh{$name} // [] }));
        same('agreement', $group->{agreement_pct}, mean(@{ $alike{$name} // [] }));
    }
}

# 1 - observed / expected disagreement of pairs of values.
sub alpha {
    my ($far, @unit) = @_;
    my ($observed, $expected) = (0, 0);
    @unit = grep { @$_ > 1 } @unit;
    my @all = map { @$_ } @unit;
    for my $unit (@unit) {
        for my $x (@$unit) {
            $observed += $far->($x, $_) / (@$unit - 1) for @$unit;
        }
    }
    for my $x (@all) {
        $expected += $far->($x, $_) for @all;
    }
    return $expected == 0 ? undef : 1 - $observed * (@all - 1) / $expected;
}

sub check_alpha {
    my ($verdict, $score, @tool) = @_;
    same('alpha of verdicts', $verdict, alpha(sub { $_[0] ne $_[1] ? 1 : 0 },
        map { [judgements(@{ $_->{panel} })] } @tool), 0.000501);
    same('alpha of scores', $score, alpha(sub { ($_[0] - $_[1])**2 },
        map { [scores(@{ $_->{panel} })] } @tool), 0.000501);
}

sub check_ranks {
    my (@verdict) = @_;
    my $prior = mean(map { scores(@{ $_->{panel} }) } @verdict);
    my %figure = (
        wilson => sub { $_[0]{interval} ? $_[0]{interval}[0] : undef },
        ship => sub { $_[0]{ship_pct} },
        mean => sub { $_[0]{score}{mean} },
        bayes => sub {
            my @score = scores(@{ $_[0]{panel} }) or return undef;
            return (3 * $prior + sum0(@score)) / (3 + @score);
        });
    for my $by (sort keys %figure) {
        my @ranked = vscore("--rank=$by");
        same("tools by $by", scalar @ranked, scalar @verdict);
        for my $i (0 .. $#ranked) {
            my ($value, $before) = map { $_->{ranked}{value} } @ranked[$i, $i - 1];
            same($by, $value, $figure{$by}->($ranked[$i]));
            next if !defined $value;
            same('place', $ranked[$i]{rank}, $i == 0 || $before > $value
                ? $i + 1 : $ranked[$i - 1]{rank}, 0);
            same('order', 0, $i != 0 && $before < $value ? 1 : 0);
        }
    }
}

my @report = (map({ ("--rank=$_", "--rank=$_ --top=2") } qw(wilson mean bayes ship)),
    map({ "--by=$_" } 'category', 'verdict,category', 'reviewer', 'reviewer,category'),
    '--by=category --rank=mean', '--by=reviewer --min=2 --top=1', '--agreement',
    '--audit', '--min=3', "--where 'score.mean>=50' --rank=ship", '--key-tab',
    '--only=' . "$dir/only");

sub text_of {
    my $text = qx(@_);
    die "@_: $?\n" if $? >> 8 > 1;
    return $text;
}

# A report on verdicts that were written is that on those being written; one
# on brief ones is the brief report.
sub check_finished {
    for my $report ('', @report) {
        for my $brief ('', '--brief') {
            my $wanted = text_of("'$bin/vscore' $brief $report '$dir/in'");
            for my $earlier ($brief, "$brief --rank=" . pick(qw(mean ship))) {
                next if $earlier ne $brief && $report !~ /rank|top/;
                my $got = text_of("'$bin/vscore' $earlier '$dir/in' | "
                    . "'$bin/vscore' --finished $report");
                $compared++;
                next if $got eq $wanted;
                $wrong++;
                diag("vscore $earlier | vscore --finished $report");
            }
            next if !$brief;
            $compared++;
            next if text_of("'$bin/vscore' '$dir/in' | "
                . "'$bin/vscore' --finished $brief $report") eq $wanted;
            $wrong++;
            diag("vscore | vscore --finished $brief $report");
        }
    }
}

open my $only, '>', "$dir/only" or die $!;
print $only "t1\nt2\n";
close $only or die $!;

for my $round (1 .. $rounds) {
    if ($round % 5 == 1) {
        write_records('claims');
        check_finished();
    }
    write_records();
    my @verdict = vscore();
    check_groups(@verdict);
    check_reviewers(@verdict);
    check_ranks(@verdict);
    my ($agreement) = vscore('--agreement');
    check_alpha($agreement->{verdict}{alpha}, $agreement->{score}{alpha}, @verdict);
    last if $wrong;
}
is($wrong, 0, 'reports are what their definitions say');
cmp_ok($compared, '>', 50 * $rounds, "compared $compared figures");
done_testing();
