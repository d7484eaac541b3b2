#!/usr/bin/perl
# Snapshots made at random: what changed, put into the old one, gives the new
# one back; how they are read does not show; and three of them tell what two
# and two tell.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use JSON::PP;
use List::Util qw(shuffle);
use Run qw(read_file write_file);
use Test::More;

my $bin = $ENV{VT_BIN} || "$FindBin::Bin/../build/bin";
my $rounds = $ENV{VT_ROUNDS} || 25;
srand($ENV{VT_SEED} || 11);
my $json = JSON::PP->new->canonical->allow_nonref;
my $dir = tempdir(CLEANUP => 1);
my $vdiff = "'$bin/vdiff'";

sub pick { return $_[rand @_] }

# -- snapshots ---------------------------------------------------------------
my @word = ('ship', 'skip', "gr\x{f6}\x{df}er", "\x{65e5}\x{672c}", "e\x{301}",
    "\x{1f44d}\x{1f3fd}", '"', '\\', "\x{201c}it\x{201d}", '42', "\x{7f}", '/', ' ',
    "\t", '-', '{', 'a', 'b');

sub text { return join ' ', map { pick(@word) } 1 .. 1 + rand shift }

sub value {
    return pick(undef, JSON::PP::true, int rand 9, 0.25, text(3), [1, text(2)],
        { a => undef, text(1) => 1.5 });
}

sub review {
    my %r = (reviewer => pick(undef, 'Builder', 'Skeptic', text(1)),
        score => pick(undef, 70, 71, 72.5, 20), verdict => pick(undef, 'ship', 'skip'),
        text => text(12), id => pick(undef, map { "id$_" } 1 .. 9));
    $r{inferred} = { verdict => 'score' } if rand() < 0.2;
    $r{ 'own ' . text(1) } = value() if rand() < 0.2;
    delete $r{text} if rand() < 0.05;
    return \%r;
}

sub verdict {
    my ($tool) = @_;
    my %v = (type => 'verdict', tool => $tool, name => pick("N$tool", text(2), undef),
        tagline => text(4), category => pick('AI', 'Tools'),
        verdict => pick('ship', 'mixed', 'skip', 'unrated'),
        score => { n => int rand 5, mean => pick(undef, 70, 70.5, 75), median => 70 },
        entry => pick('free', 'paid'), pricing => pick(undef, text(5)),
        policy => pick('panel-1', 'strict-2'), pages => int rand 9,
        interval => [1, 90.25], reviews => 2,
        panel => [map { review() } 1 .. rand 5]);
    $v{stated} = { ship_pct => int rand 100 } if rand() < 0.3;
    $v{ 'own ' . text(2) } = value() for 1 .. rand 3;
    return \%v;
}

# A record as a line: members in any order, white space and escapes at will.
sub encode {
    my ($value, $style) = @_;
    my $space = sub { $style && rand() < 0.05 ? pick(' ', '  ', "\t") : '' };
    if (ref $value eq 'HASH') {
        my @key = $style ? shuffle keys %$value : sort keys %$value;
        return '{' . join(',', map { $space->() . encode($_) . $space->() . ':'
                . $space->() . encode($value->{$_}, $style) } @key) . $space->() . '}';
    }
    return '[' . join(',', map { $space->() . encode($_, $style) } @$value) . ']'
        if ref $value eq 'ARRAY';
    return $style && rand() < 0.1 ? JSON::PP->new->ascii->allow_nonref->encode($value)
        : $json->encode($value);
}

# A verdict that a few things have happened to.
sub changed {
    my ($old, $tool) = @_;
    my %v = (%$old);
    my $other = verdict($tool);
    for (1 .. 1 + rand 4) {
        my $key = pick(sort keys %$other);
        $v{$key} = $other->{$key} if $key ne 'panel';
    }
    delete $v{ pick(grep { !/^(?:type|tool|verdict)$/ } sort keys %v) } if rand() < 0.2;
    my @panel = map { { %$_ } } @{ $v{panel} || [] };
    if (@panel && rand() < 0.5) {
        my $r = pick(@panel);
        my $what = pick(qw(score verdict text reviewer));
        $r->{$what} = review()->{$what};
    }
    push @panel, review() if rand() < 0.3;
    splice @panel, rand @panel, 1 if @panel && rand() < 0.3;
    $v{panel} = \@panel if $v{panel};
    return \%v;
}

sub snapshot_from {
    my ($old, $style) = @_;
    my %new;
    for (sort keys %$old) {
        next if rand() < 0.1;
        $new{$_} = rand() < 0.6 ? $old->{$_}
            : encode(changed($json->decode($old->{$_}), $_), $style);
    }
    for (1 .. rand 4) {
        my $tool = text(2);
        $new{$tool} = encode(verdict($tool), $style);
    }
    return \%new;
}

sub lines_of {
    my ($snapshot, $order) = @_;
    my %bytes;
    for (keys %$snapshot) {
        my $key = $_;
        utf8::encode($key);
        $bytes{$key} = $_;
    }
    my @key = sort keys %bytes;
    @key = shuffle @key if $order eq 'random';
    # Some of a sorted snapshot stand elsewhere.
    push @key, splice @key, rand @key, 1 if @key && $order eq 'nearly';
    my $text = join '', map { "$snapshot->{$bytes{$_}}\n" } @key;
    utf8::encode($text);
    return $text;
}

sub file {
    my ($name, $bytes) = @_;
    write_file("$dir/$name", $bytes);
    return "'$dir/$name'";
}

sub run {
    my ($command) = @_;
    my $out = qx({ $command; } 2>'$dir/err');
    return ($out, $? >> 8);
}

# -- what must hold ----------------------------------------------------------
my (%held, %tried);

sub holds {
    my ($what, $ok, @why) = @_;
    $tried{$what}++;
    $held{$what} += $ok ? 1 : 0;
    diag(join "\n", "$what does not hold", @why, read_file("$dir/err"))
        if !$ok && $tried{$what} - $held{$what} <= 2;
    return;
}

sub news_of {
    my ($out) = @_;
    return grep { $_->{type} eq 'change' } map { JSON::PP->new->utf8->decode($_) }
        split /\n/, $out;
}

# A change without what only one of two and three snapshots tells.
sub bare {
    my ($change, $theirs) = @_;
    my %c = %$change;
    if ($theirs && $c{theirs}) {
        delete @c{qw(cause words)} if $c{by} eq 'conflict';
        %c = (%c, %{ $c{theirs} });
    }
    delete @c{qw(name by theirs patches total)};
    return $json->encode(\%c);
}

# Gives the changes.
sub two {
    my ($old_text, $new_text, $sorted) = @_;
    my ($old, $new) = (file('old', $old_text), file('new', $new_text));
    my ($changes, $status) = run("$vdiff $old $new");
    my $news = $changes =~ /^\{"type":"change"/m ? 1 : 0;
    my $told = file('changes', $changes);
    holds('the status tells of changes', $status == $news, "status $status");
    holds('nothing changed of what is the same', run("$vdiff $new $new") eq '0');
    my ($again) = run("$vdiff --apply $old $told");
    holds('applied changes give the new snapshot', $again eq $new_text);
    ($again) = run("cat $told | $vdiff --apply $old -");
    holds('so do changes from a pipe', $again eq $new_text);
    ($again) = run("cat $old | $vdiff --apply - $told");
    holds('so does a snapshot from a pipe', $again eq $new_text);
    holds('it is the same from a pipe',
        (run("cat $old | $vdiff - $new"))[0] eq $changes
            && (run("cat $new | $vdiff $old -"))[0] eq $changes
            && (run("bash -c \"$vdiff <(cat $old) <(cat $new)\""))[0] eq $changes);
    holds('it is the same when sorted', (run("$vdiff --sorted $old $new"))[0] eq $changes)
        if $sorted;
    refusals($old_text, $old, $new_text, $new, $changes);
    return $changes;
}

# Changes that were tampered with, or are of other snapshots.
sub refusals {
    my ($old_text, $old, $new_text, $new, $changes) = @_;
    my @line = split /^/, $changes;
    return if !@line || $old_text eq $new_text;
    my ($out, $status) = run("$vdiff --apply $new '$dir/changes'");
    # Verdicts that were only moved can be moved there again.
    holds('changes are not applied twice', $status == 2 && $out eq '')
        if join('', sort split /^/, $old_text) ne join('', sort split /^/, $new_text);
    ($out, $status) = run("$vdiff --brief $old $new | $vdiff --apply $old -");
    holds('brief changes are not applied', $status == 2 && $out eq '')
        if $changes =~ /^\{"type":"change"/;
    if (@line > 1) {
        my @less = @line;
        splice @less, rand @less, 1;
        file('less', join '', @less);
        ($out, $status) = run("$vdiff --apply $old '$dir/less'");
        holds('changes of which one is missing are not applied', $status == 2 && $out eq '');
    }
    my @other = @line;
    my $at = int rand @other;
    $other[$at] =~ s/("line":\[)/$1"x",/ or return;
    file('other', join '', @other);
    ($out, $status) = run("$vdiff --apply $old '$dir/other'");
    holds('another patch is not applied', $status == 2 && $out eq '');
    return;
}

sub three {
    my ($base, $ours, $theirs) = map { file(@$_) } @_;
    my ($all, $status) = run("$vdiff $base $ours $theirs");
    my @all = news_of($all);
    my @two = map { [sort map { bare($_) } news_of((run("$vdiff $base $_"))[0])] } $ours, $theirs;
    holds('the status tells of changes of three', $status == (@all ? 1 : 0));
    # What is different of a tool that both added is in neither.
    my %added = map { $_->{tool} => 1 } grep { $_->{kind} eq 'added' } @all;
    @all = grep { $_->{kind} eq 'added' || !$added{ $_->{tool} } } @all;
    my @ours = sort map { bare($_) } grep { $_->{by} ne 'theirs'
            && !($_->{kind} eq 'removed' && defined $_->{new}) } @all;
    my @theirs = sort map { bare($_, 1) } grep { $_->{by} ne 'ours'
            && !($_->{kind} eq 'removed' && $_->{theirs} && defined $_->{theirs}{new}) } @all;
    holds('three snapshots tell what ours did', "@ours" eq "@{ $two[0] }", @ours, '', @{ $two[0] });
    holds('three snapshots tell what theirs did', "@theirs" eq "@{ $two[1] }",
        @theirs, '', @{ $two[1] });
    holds('a conflict is one', !grep { $_->{by} eq 'conflict'
            && $json->encode([$_->{new}]) eq $json->encode([$_->{theirs}{new}]) } @all);
    holds('what both did is one', !grep { $_->{by} eq 'both' && $_->{theirs}
            && $json->encode([$_->{new}]) ne $json->encode([$_->{theirs}{new}]) } @all);
    holds('three are the same when sorted', (run("$vdiff --sorted $base $ours $theirs"))[0] eq $all);
    holds('three are the same from a pipe',
        (run("cat $ours | $vdiff $base - $theirs"))[0] eq $all);
    return;
}

for my $round (1 .. $rounds) {
    my $style = $round % 3;
    my %old;
    for (1 .. ($round % 5 == 0 ? 0 : 1 + rand 8)) {
        my $tool = pick(text(2), "tool-$_", "tool.$_");
        $old{$tool} = encode(verdict($tool), $style);
    }
    my $ours = $round % 7 == 0 ? {} : snapshot_from(\%old, $style);
    my $theirs = snapshot_from(\%old, $style);
    $theirs->{$_} = $ours->{$_} for grep { rand() < 0.3 } sort keys %$ours;
    my @text = map { lines_of($_, 'sorted') } \%old, $ours, $theirs;
    two($text[0], $text[1], 1);
    two(map({ lines_of($_, pick('random', 'nearly', 'sorted')) } \%old, $ours), 0);
    my $moved = () = two($text[1], lines_of($ours, 'nearly'), 0) =~ /"after":/g;
    holds('who alone stands elsewhere is alone told', $moved <= 1, $moved);
    three(['base', $text[0]], ['ours', $text[1]], ['theirs', $text[2]]);
}
is($held{$_}, $tried{$_}, $_) for sort keys %tried;
done_testing();
