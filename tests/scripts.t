#!/usr/bin/perl
# Bookmarks and votes: vmark and vvote, by one's hand and by many at a time,
# under whatever shell there is.
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8 encode_utf8);
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Run qw($root run read_file write_file);
use Test::More;
use Time::Local qw(timegm);

my $json = JSON::PP->new->utf8->canonical;
my $scratch = tempdir('vtools-scripts-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my ($folder, $homes, $shell);
binmode Test::More->builder->$_, ':utf8' for qw(output failure_output todo_output);

# A command in the folder at hand, with its scripts under the shell at hand.
sub command {
    my ($line) = @_;
    $line =~ s{\b(vmark|vvote|vnightly)\b}{$shell '$root/scripts/$1'}g if $shell;
    return run($line, $folder);
}

# A command that must do its work, and what it prints.
sub done_by {
    my ($line) = @_;
    my ($out, $err, $status) = command($line);
    is("$status$err", '0', $line =~ s/\n.*/.../sr);
    return decode_utf8($out);
}

# A command that must not, and what it says; it prints nothing.
sub refused {
    my ($line, $why) = @_;
    my ($out, $err, $status) = command($line);
    is("$status$out", '2', "refused: " . ($line =~ s/[^ -~].*/.../sr));
    like(decode_utf8($err), $why, 'and it says why');
}

my $share = '.local/share/vtools';
sub bookmarks { return decode_utf8(read_file("$folder/" . ($_[0] // "$share/bookmarks"))) }
sub votes { return read_file("$folder/" . ($_[0] // "$share/votes.jsonl")) }

my @tool = (['anvil.111111', 'Anvil'], ['anvil.222222', 'Anvil'],
    ['bell-jar.333333', 'Bell Jar'], ['cinder.444444', 'Cinder'],
    ['glühwürmchen.555555', 'Glühwürmchen – »hell«'], ['-x.666666', '-x']);

# A home of one's own with verdicts where vnightly leaves them.
sub move_in {
    $folder = "$scratch/" . ++$homes;
    system 'mkdir', '-p', "$folder/.local/state/vtools";
    write_file("$folder/.local/state/vtools/verdicts.jsonl", join '', map {
        $json->encode({ type => 'verdict', tool => $_->[0], name => $_->[1],
            verdict => 'ship', reviews => 0, ship => 0, skip => 0, mixed => 0 }) . "\n"
    } @tool);
}

sub bookmarks_by_hand {
    move_in();
    is(done_by('vmark list'), '', 'no bookmarks at first');
    done_by(q(vmark add "Bell Jar" cinder anvil.222222));
    is(bookmarks(), "bell-jar.333333\ncinder.444444\nanvil.222222\n",
        'by name, slug and key, in the order given');
    is(done_by('vmark list'), bookmarks(), 'list prints the file');
    done_by('vmark add cinder.444444 Cinder "Glühwürmchen – »hell«" cinder');
    is(bookmarks(), "bell-jar.333333\ncinder.444444\nanvil.222222\n"
            . "glühwürmchen.555555\n", 'twice the same is once');
    done_by('vmark add -- -x && vmark rm -- -x.666666');
    done_by('vmark rm Cinder && vmark rm cinder');
    is(bookmarks(), "bell-jar.333333\nanvil.222222\nglühwürmchen.555555\n",
        'one is taken out, the others keep their order');

    my $before = bookmarks();
    refused('vmark add cinder anvil', qr/anvil\.111111.*\n.*anvil\.222222.*\n.*'anvil' fits 2/);
    refused('vmark rm "Bell Jar" Anvil', qr/'Anvil' fits 2 tools/);
    refused('vmark add cinder nothing', qr/no tool in the input is 'nothing'/);
    refused('vmark rm nothing', qr/no tool in the input is 'nothing'/);
    refused('vmark add ""', qr/no tool in the input is ''/);
    refused('vmark -b . add cinder', qr/^vmark: \. is no file$/);
    refused('vmark -f nowhere add cinder', qr/no verdicts in nowhere/);
    is(bookmarks(), $before, 'then nothing is changed');

    write_file("$folder/few", qq({"type":"verdict","tool":"new","name":"New"}\n));
    done_by('VTOOLS_VERDICTS=few vmark rm bell-jar.333333');
    is(bookmarks(), "anvil.222222\nglühwürmchen.555555\n",
        'a key goes that has no verdict any more');
    done_by('VTOOLS_VERDICTS=few vmark add New && vmark --verdicts=few rm new');
    done_by('vmark rm anvil.222222 glühwürmchen.555555');
    is(bookmarks(), '', 'the last one goes, too');
    ok(-e "$folder/$share/bookmarks", 'and leaves an empty file');
    done_by('vmark rm cinder');
}

sub bookmarks_elsewhere {
    move_in();
    done_by('XDG_DATA_HOME="$PWD/my data" vmark add cinder');
    is(bookmarks('my data/vtools/bookmarks'), "cinder.444444\n", 'XDG_DATA_HOME');
    done_by('XDG_STATE_HOME="$PWD/.local/state" HOME=/nowhere'
            . ' XDG_DATA_HOME="$PWD/xdg" vmark add "Bell Jar"');
    is(bookmarks('xdg/vtools/bookmarks'), "bell-jar.333333\n", 'XDG_STATE_HOME');
    done_by('vmark --bookmarks=-odd add cinder');
    is(bookmarks('-odd'), "cinder.444444\n", 'a file whose name begins with a hyphen');

    # Written by hand: blank lines, names, and no end of the last line.
    write_file("$folder/own", "Bell Jar\n\n\ncinder.444444");
    done_by('vmark -b own add anvil.111111 cinder');
    is(bookmarks('own'), "Bell Jar\n\n\ncinder.444444\nanvil.111111\n",
        'lines of one\'s own stay as they are');
    done_by('vmark -b own rm "Bell Jar"');
    is(bookmarks('own'), "\n\ncinder.444444\nanvil.111111\n", 'and go when they are named');
    done_by('ln -s own link && vmark -b link add bell-jar && test -h link');
    like(bookmarks('own'), qr/^bell-jar\.333333$/m, 'a link stays one');

    write_file("$folder/marks", "cinder.444444\nanvil.222222\n");
    write_file("$folder/tools", join '', map {
        $json->encode({ type => 'tool', tool => $_->[0], name => $_->[1] }) . "\n" } @tool);
    is(join(' ', map { $json->decode($_)->{tool} }
            split /\n/, encode_utf8(done_by('vscore --only=marks tools'))),
        'anvil.222222 cinder.444444', 'vscore --only reads them');
}

# A reader sees a whole file, the former or the new one, at any time.
sub many_bookmarks {
    move_in();
    my @key = map { sprintf 'tool%02d', $_ } 1 .. 20;
    write_file("$folder/many", join '', map {
        qq({"type":"verdict","tool":"$_","name":"N $_"}\n) } @key);
    my $adding = join ' ', map { "vmark -f many add $_ & pid=\"\$pid \$!\";" } @key;
    my $out = done_by("vmark -f many add tool01
        while ! test -e stop; do
            sort -u $share/bookmarks | grep -cvxE 'tool[0-9][0-9]'
            grep -qx tool01 $share/bookmarks || echo gone
        done >seen & reader=\$!
        pid=; $adding for p in \$pid; do wait \$p || echo bad; done
        touch stop; wait \$reader");
    is($out, '', 'twenty at a time');
    is(join("\n", sort split /\n/, bookmarks()), join("\n", @key), 'none is lost');
    my %seen = map { $_ => 1 } split /\n/, read_file("$folder/seen");
    is(join(' ', keys %seen), '0', 'and a reader always saw a whole file');
    my $removing = join ' ', map { "vmark -f many rm $_ &" } @key[1 .. 19];
    done_by("$removing wait");
    is(bookmarks(), "tool01\n", 'nineteen taken out at a time');
    opendir my $dir, "$folder/$share" or die $!;
    is(join(' ', sort grep { !/^\./ } readdir $dir), 'bookmarks bookmarks.lock',
        'nothing else is left over');
}

sub votes_by_hand {
    move_in();
    my $at = 'SOURCE_DATE_EPOCH=1767225600';
    done_by("$at vvote -v mo Cinder ship");
    is(votes(), '{"type":"vote","tool":"cinder.444444","vote":"ship","voter":"mo",'
            . '"at":"2026-01-01T00:00:00Z"}' . "\n", 'a record as vrecord(5) has it');
    my $user = getpwuid $<;
    done_by('vvote -o mine "Bell Jar" skip');
    my $record = $json->decode(votes('mine'));
    is("$record->{voter} $record->{tool} $record->{vote}", "$user bell-jar.333333 skip",
        'a vote of the user');
    my ($year, $month, $day, $hour, $minute, $second) = $record->{at} =~ /(\d+)/g;
    ok(abs(timegm($second, $minute, $hour, $day, $month - 1, $year) - time) < 60, 'of now');
    my @voter = ('a"b', 'a\\b', '\\"', 'a\\u0041\\n', "it's", '$(id) `id`', '%s%n', ' ',
        '-n', '灯笼 – Ü', '{"a":1}');
    for my $voter (@voter) {
        my $word = "'" . ($voter =~ s/'/'\\''/gr) . "'";
        done_by(encode_utf8("$at vvote --voter=$word -o odd cinder ship"));
    }
    is(join('|', map { $json->decode($_)->{voter} } split /\n/, votes('odd')),
        join('|', @voter), 'voters with odd names');
    done_by(encode_utf8('vvote -o odd "Glühwürmchen – »hell«" skip && vvote -o odd -- -x skip'));
    is($json->decode((split /\n/, votes('odd'))[-2])->{tool}, 'glühwürmchen.555555',
        'tools with odd names');
    done_by('XDG_DATA_HOME="$PWD/my data" vvote cinder ship');
    is(votes('my data/vtools/votes.jsonl') =~ tr/\n//, 1, 'XDG_DATA_HOME');

    my $before = votes();
    refused(q(vvote -v "$(printf 'a\tb')" cinder ship), qr/control characters in 'ab'/);
    refused(q(vvote -v "$(printf 'a\nb')" cinder ship), qr/control characters in 'ab'/);
    refused(q(vvote -v "$(printf 'a\177')" cinder ship), qr/control characters in 'a'/);
    refused(q(vvote -v "$(printf 'a\377')" cinder ship), qr/not UTF-8/);
    refused('vvote -v "" cinder ship', qr/a voter has a name/);
    refused('vvote anvil ship', qr/'anvil' fits 2 tools/);
    refused('vvote nothing ship', qr/no tool in the input is 'nothing'/);
    refused('vvote -f nowhere cinder ship', qr/no verdicts in nowhere/);
    refused("SOURCE_DATE_EPOCH=$_ vvote cinder ship", qr/'$_' is not a whole number/)
        for qw(x -1 1.5 253402300800 99999999999999999999);
    is(votes(), $before, 'then there is no vote');
    write_file("$folder/full", "\n" x 4096);
    refused('trap "" XFSZ; ulimit -f 1; vvote -o full cinder ship', qr{cannot write full});
    is(votes('full'), "\n" x 4096, 'nothing is written where nothing can be');
    done_by('SOURCE_DATE_EPOCH=253402300799 vvote -o late cinder ship');
    like(votes('late'), qr/"at":"9999-12-31T23:59:59Z"/, 'the last second there is');
}

sub community {
    my ($file) = @_;
    my ($out) = command("vscore $file 2>err");
    my %community = map { $_->{tool} => $_->{community} }
        map { $json->decode($_) } split /\n/, $out;
    my $c = $community{'cinder.444444'} or return '';
    return "$c->{ship} $c->{skip}";
}

sub votes_are_counted {
    move_in();
    done_by("SOURCE_DATE_EPOCH=" . (1767225600 + $_->[0]) . " vvote -o v -v $_->[1] cinder $_->[2]")
        for [0, 'mo', 'skip'], [1, 'ada', 'skip'], [2, 'mo', 'ship'];
    is(community('v'), '1 1', 'the last vote of a voter counts');
    done_by('vvote -o v -v mo cinder skip && vvote -o v -v mo cinder ship');
    is(community('v'), '1 1', 'also of two that came at once');

    # A full disk cut the last line off, or a crash left nothing of it.
    for my $cut ('{"type":"vote","tool":"cinder.444444","vo', "\0\0\0\0") {
        write_file("$folder/cut", votes('v') . $cut);
        done_by('vvote -o cut -v bo cinder ship');
        is(votes('cut') =~ tr/\n//, 7, 'a line that was cut off is a line of its own');
        is(community('cut'), '2 1', 'and all others count');
        like(read_file("$folder/err"), qr/:6:.*1 of 7 records rejected/s, 'it is rejected by name');
    }
}

sub many_votes {
    move_in();
    my $voting = join ' ', map { "vvote -v $_ cinder ship & pid=\"\$pid \$!\";" } 'a' .. 't';
    my $out = done_by("pid=\n$voting for p in \$pid; do wait \$p || echo bad; done");
    is($out, '', 'twenty voters at a time');
    my @line = split /\n/, votes();
    is(join('', sort map { $json->decode($_)->{voter} } @line), join('', 'a' .. 't'),
        'give twenty whole lines');
    is(community("$share/votes.jsonl"), '20 0', 'and twenty votes');
    is(done_by("exec 8>>lock; flock 8; vvote -o lock -v a cinder ship 8>&- &\n"
                . 'sleep 0.5; wc -l <lock; exec 8>&-; wait; wc -l <lock'),
        "0\n1\n", 'they wait for a lock');
}

sub usage {
    move_in();
    for my $name (qw(vmark vvote)) {
        like(done_by("$name --version"), qr/\A$name \(vtools\) \d[\d.]*\n\z/, "$name: its version");
        is(done_by("$name -V"), done_by("$name --version"), "$name: -V");
        my $help = done_by("$name --help");
        like($help, qr/\Ausage: $name .*\n  -h, --help .*Exit status: .*\n\z/s, "$name: its help");
        is(done_by("$name -h"), $help, "$name: -h");
        my $manual = read_file("$root/man/$name.1");
        for my $option ($help =~ /^ +(?:-\w, )?--([\w-]+)/mg) {
            like($manual, qr/Fl -$option\b/, "$name: --$option is in its manual");
        }
        refused("$name --no-such-thing", qr/no-such-thing.*\nTry '$name --help'\.\n\z/);
        refused("$name -f", qr/argument.*\nTry '$name --help'\.\n\z/);
        refused($name, qr/\A$name: [^\n]+\n\z/);
    }
    refused('vmark add', qr/\Avmark: add: which tool\?\n\z/);
    refused('vmark rm', qr/\Avmark: rm: which tool\?\n\z/);
    refused('vmark list cinder', qr/\Avmark: list takes no tool\n\z/);
    refused('vmark forget cinder', qr/\Avmark: 'forget' is not add, rm or list\n\z/);
    refused('vmark -b /dev/null/x add cinder', qr{/dev/null});
    refused('vvote cinder', qr/\Avvote: a tool and ship or skip are wanted\n\z/);
    refused('vvote cinder ship skip', qr/\Avvote: a tool and ship or skip are wanted\n\z/);
    refused('vvote cinder mixed', qr/\Avvote: 'mixed' is not ship or skip\n\z/);
    refused('vvote -o /dev/null/x cinder ship', qr{/dev/null});
    refused('vnightly -s /dev/null/x pages', qr{/dev/null});
    ok(!-e "$folder/$share", 'and nothing was made');
}

for my $under ('', 'busybox sh', 'bash --posix') {
    $shell = $under;
    my ($program) = split / /, $under;
    if ($program && system "command -v $program >/dev/null 2>&1") {
        note "$program is not here: skipped";
        next;
    }
    subtest(($under || 'as they are'), sub {
        bookmarks_by_hand();
        bookmarks_elsewhere();
        votes_by_hand();
        votes_are_counted();
        usage();
    });
}
$shell = '';
many_bookmarks();
many_votes();
done_testing();
