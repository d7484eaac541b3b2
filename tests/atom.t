#!/usr/bin/perl
# Feeds are Atom (RFC 4287) whatever the records are: by its own schema, and by
# what the schema cannot say. Ids are unique and stay, and the time of an entry
# changes when its verdict's word does and at no other time.
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8);
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use List::Util qw(shuffle);
use Run qw($root run read_file write_file);
use Strings qw(hostile_strings string_records);
use Test::More;

my $seed = $ENV{SEED} // 20261121;
srand $seed;
diag "SEED=$seed";
my $scratch = tempdir('vtools-atom-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;
# xmllint takes a name with a blank for two.
write_file("$scratch/atom.rng", read_file("$FindBin::Bin/lib/atom.rng"));
my $has_xmllint = !system 'command -v xmllint >/dev/null 2>&1';
my $epoch = 1767225600; # 2026-01-01T00:00:00Z

sub pick { return $_[rand @_] }

sub write_records {
    my ($name, @record) = @_;
    write_file("$scratch/$name", join '', map { $json->encode($_) . "\n" } @record);
}

# What a piece of XML says.
sub text {
    my ($xml) = @_;
    my %named = (lt => '<', gt => '>', amp => '&', quot => '"', apos => "'");
    return $xml =~ s/&(?:#x(\w+)|#(\d+)|(\w+));/
        defined $1 ? chr hex $1 : defined $2 ? chr $2 : $named{$3}/ger;
}

# The entries of a feed, and what stands before them. Every feed is checked
# here, also for the rules that RFC 4287 gives in Schematron or in words.
sub feed {
    my ($name, $command) = @_;
    my ($out, $err, $status) = run($command, $scratch);
    is($status, 0, "$name: made") or diag $err;
    write_file("$scratch/feed", $out);
    SKIP: {
        skip 'there is no xmllint to ask about the schema', 1 if !$has_xmllint;
        my ($said, undef, $valid)
            = run("xmllint --noout --relaxng atom.rng feed", $scratch, merge => 1);
        is($valid, 0, "$name: valid by the schema") or diag substr $said, 0, 2000;
    }
    $out = decode_utf8($out);
    my ($head) = $out =~ /\A(.*?)(?:<entry>|<\/feed>)/s;
    my @entry;
    while ($out =~ m{<entry>(.*?)</entry>}gs) {
        my $xml = $1;
        my %entry = map { $_ => [$xml =~ m{<$_\b[^>]*>([^<]*)</$_>}g] }
            qw(id updated title content);
        $entry{term} = [$xml =~ /<category term="([^"]*)"/g];
        $entry{link} = [$xml =~ /<link rel="alternate" href="([^"]*)"/g];
        push @entry, \%entry;
    }
    my %feed = (head => $head, entries => \@entry);
    my $broken = grep { @{ $_->{id} } != 1 || @{ $_->{updated} } != 1
            || @{ $_->{title} } != 1 || @{ $_->{term} } != 1
            || @{ $_->{content} } != 1 || @{ $_->{link} } > 1 } @entry;
    is($broken, 0, "$name: one of each in an entry");
    like($head, qr{<author><name>[^<]+</name></author>}, "$name: its author");
    my ($id) = $head =~ m{<id>([^<]*)</id>};
    my ($updated) = $head =~ m{<updated>([^<]*)</updated>};
    @feed{qw(id updated)} = ($id, $updated);
    my @id = ($id, map { $_->{id}[0] } @entry);
    my %count;
    $count{$_}++ for @id;
    is(join("\n", grep { $count{$_} > 1 } sort keys %count), '', "$name: ids are unique");
    my $tag = qr{tag:[\w.\@-]+,\d{4}(?:-\d\d){0,2}:(?:[\w.~/-]|%[0-9A-F]{2})+}a;
    is(join("\n", grep { !/\A$tag\z/ } @id), '', "$name: ids are of RFC 4151");
    my @time = map { $_->{updated}[0] } @entry;
    is(join("\n", grep { !is_time($_) } $updated, @time), '', "$name: times of RFC 3339");
    is($updated, (sort @time)[-1], "$name: as new as its newest entry") if @time;
    is(join("\n", grep { !m{\Ahttps?://[!-~]+\z} || /[<>"{}|\\^`]/ }
            map { text(@{ $_->{link} }) } grep { @{ $_->{link} } } @entry),
        '', "$name: links are addresses");
    return \%feed;
}

sub is_time {
    my ($month, $day, $hour, $minute, $second)
        = $_[0] =~ /\A\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z\z/a or return 0;
    return $month >= 1 && $month <= 12 && $day >= 1 && $day <= 31
        && $hour < 24 && $minute < 60 && $second < 60;
}

# -- every kind of record ------------------------------------------------------
my $pages = "vparse '$Run::pages'/*.txt";
run("$pages >all && vscore -o new all && head -n 5 all | vscore -o old -"
    . ' && vdiff new >pairs && vdiff --matrix new >matrix; vdiff old new >changes;'
    . ' vscore --audit all >audits; vscore --by=category all >groups;'
    . ' vscore --agreement all >agreement; vscore --partial all >partials', $scratch);
my %lines;
for my $kind (qw(all new pairs matrix changes audits groups agreement partials)) {
    $lines{$kind} = feed($kind, "vrender -f atom $kind");
}
my $empty = feed('nothing', 'vrender -f atom </dev/null');
is(scalar @{ $empty->{entries} }, 0, 'nothing: no entry');
is(scalar @{ $lines{$_}{entries} }, (() = Run::read_file("$scratch/$_") =~ /^\{/mg),
    "$_: an entry a record") for grep { $_ ne 'partials' } sort keys %lines;
ok(@{ $lines{new}{entries} } > 2 && @{ $lines{changes}{entries} } > 2, 'there are some');

# -- the schema itself ---------------------------------------------------------
# It must refuse a feed that it takes as soon as one thing is not as RFC 4287
# has it, and take what others may have in theirs.
sub schema_takes {
    my ($feed, $from, $to) = @_;
    $feed =~ s/$from/$to/ or die "no $from in the feed";
    write_file("$scratch/feed", $feed);
    my (undef, undef, $status) = run('xmllint --noout --relaxng atom.rng feed', $scratch,
        merge => 1);
    return !$status;
}

SKIP: {
    skip 'there is no xmllint to ask about the schema', 2 if !$has_xmllint;
    my ($feed) = run('vrender -f atom new', $scratch);
    my @wrong = (
        [qr{<id>.*</id>}, ''],
        [qr{<title>.*</title>}, ''],
        [qr{<updated>.*</updated>(?=\n<category)}, ''],
        [qr{(?<=<updated>)\d+}, 'now'],
        [qr{(?<=\d)T(?=\d)}, ' '],
        [qr{<entry>}, '<entry lang="en">'],
        [qr{<entry>}, '<entry xml:lang="">'],
        [qr{<entry>}, '<entry><verdict/>'],
        [qr{<entry>}, '<entry><id>tag:x.example,2026:a</id>'],
        [qr{<entry>}, '<entry><link rel="alternate"/>'],
        [qr{<category term=}, '<category label='],
        [qr{<content type="text">}, '<content type="plain">'],
        [qr{<content type="text">}, '<content type="xhtml">'],
        [qr{<name>}, '<email>nobody</email><name>'],
        [qr{</feed>}, '<icon>https://x.example/icon</icon></feed>'],
    );
    is(join(' ', grep { schema_takes($feed, @{ $wrong[$_] }) } 0 .. $#wrong), '',
        'the schema refuses what is no Atom');
    my @right = (
        [qr{<entry>}, '<entry xml:lang="en-GB" xmlns:x="urn:x" x:y="z">'],
        [qr{<entry>}, '<entry><x xmlns="urn:x" y="z">a<b/></x>'
                . '<published>2026-01-01T00:00:00+01:00</published>'],
        [qr{<content type="text">.*?</content>}s, '<content type="image/png" src="a"/>'],
        [qr{<entry>}, '<icon>https://x.example/icon</icon><entry>'],
    );
    is(join(' ', grep { !schema_takes($feed, @{ $right[$_] }) } 0 .. $#right), '',
        'the schema takes what else there may be');
}

# -- where it will be ----------------------------------------------------------
unlike($lines{new}{head}, qr/<link/, 'no link to itself that nobody gave');
my $self = feed('an address', 'vrender -f atom --tag=a@x.example,2026-01-31'
        . ' --title="<b>&amp; \"it\"" --feed-url="https://x.example/feed?a=1&b=2" new');
my @link = $self->{head} =~ /<link ([^>]*)\/>/g;
is("@link", 'rel="self" href="https://x.example/feed?a=1&amp;b=2"', 'its own address');
like($self->{id}, qr/\Atag:a\@x\.example,2026-01-31:/, 'who makes its ids');
is(text($self->{head} =~ m{<title>([^<]*)</title>}), '<b>&amp; "it"', 'its title');

# -- hostile strings -----------------------------------------------------------
my $suite = "$root/../shared/suites/strings";
note(-e $suite ? "strings of $suite too" : 'no more strings: skipped');
my @string = hostile_strings();
my @ready = map { string_records($_) } @string;
write_records('hostile', @ready);
my $hostile = feed('hostile strings', 'vrender -f atom hostile');
is(scalar @{ $hostile->{entries} }, scalar @ready, 'hostile strings: an entry a record');
my %said = map { text($_->{title}[0]) => 1 } @{ $hostile->{entries} };
is(join("\n", grep { !$said{"$_: Mixed"} } map { s/ +/ /gr }
        grep { /\A[!-~](?:[ -~]*[!-~])?\z/ } @string),
    '', 'hostile strings: the titles say them');

# A feed that somebody wrote into, and one that is none.
write_file("$scratch/hurt", join '', map {
        "<entry><id>$_->{id}[0]</id><updated>2026-99-99T99:99:99Z</updated>"
            . "<category term=\"$_->{term}[0]\"/></entry>" } @{ $lines{new}{entries} });
feed("a former feed with times that are none", 'vrender -f atom --previous=hurt new');
feed("a former feed that is none", 'vrender -f atom --previous=all new');

# -- alike ---------------------------------------------------------------------
# Two reviewers of one name, both without a score any more, are two changes.
my $change = { type => 'change', tool => 'anvil', name => 'Anvil', kind => 'panel',
    field => 'score', old => 70, new => undef, reviewer => 'Ada' };
write_records('alike', $change, $change, { %$change, tool => 'anvil/2' }, $change);
my $alike = feed('changes alike', 'vrender -f atom alike');
my @end = map { $_->{id}[0] =~ m{([^/]+)\z} } @{ $alike->{entries} };
is("@end[1, 3]", '2 3', 'changes alike: counted');

# -- day after day -------------------------------------------------------------
# Tools come, go and come again; what is known of them changes all the time,
# their verdicts now and then. The model is a table of words and times.
my @key = map { 't' . pick(@string) . $_ } 1 .. 40;
my (%known, %id, %was);
my $different = 0;
my $changed = 0;
for my $day (1 .. 12) {
    my @tool = grep { rand() < 0.8 } shuffle @key;
    for my $key (@tool) {
        $was{$key} = pick(qw(ship mixed skip unrated)) if !$was{$key} || rand() < 0.2;
    }
    write_records("day$day", map { {
        type => 'verdict', tool => $_, name => pick(@string), tagline => pick(@string),
        verdict => $was{$_}, reviews => 3, ship => int rand 4, ship_pct => int rand 100,
        pricing => pick(undef, @string), pages => 1 + int rand 9 } } @tool);
    my $now = $epoch + 86400 * $day;
    my $feed = feed("day $day", "SOURCE_DATE_EPOCH=$now vrender -f atom --previous=before"
            . " --tag=x.example,2026 day$day");
    rename "$scratch/feed", "$scratch/before";
    my $today = sprintf '2026-01-%02dT00:00:00Z', 1 + $day;
    my %next;
    for my $i (0 .. $#tool) {
        my ($entry, $key) = ($feed->{entries}[$i], $tool[$i]);
        my $former = $known{$key};
        my $kept = $former && $former->[0] eq $was{$key};
        $next{$key} = [$was{$key}, $kept ? $former->[1] : $today];
        $changed++ if $former && !$kept;
        $different++ if $entry->{updated}[0] ne $next{$key}[1]
            || $entry->{term}[0] ne $was{$key}
            || ($id{$key} //= $entry->{id}[0]) ne $entry->{id}[0];
    }
    %known = %next;
}
ok($changed > 20, "$changed verdicts changed");
is($different, 0, 'ids stay, and times change with the verdicts only');
my %distinct = map { $_ => 1 } values %id;
is(keys %distinct, keys %id, 'two tools have two ids');
done_testing();
