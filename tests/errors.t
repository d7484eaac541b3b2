#!/usr/bin/perl
# What every program does when something goes wrong, and with the options that
# all of them share: input that cannot be read or is no record, output that
# cannot be written, a reader that goes away.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp qw(tempdir);
use IPC::Open3;
use POSIX qw(mkfifo);
use Run qw($bin $pages run read_file write_file);
use Symbol qw(gensym);
use Test::More;

my $folder = tempdir('vtools-errors-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my @program = grep { -x "$bin/$_" } qw(vparse vscore vdiff vrender);

# What a program does with good input, and a record with a wrong member.
my %good = (vparse => 'page.txt', vscore => 'sightings', vdiff => 'verdicts',
    vrender => 'verdicts');
my %wrong = (vscore => '{"type":"review","score":"9"}',
    vdiff => '{"type":"verdict","tool":7}',
    vrender => '{"type":"verdict","tool":7}');
my %column = (vscore => 26, vdiff => 26, vrender => 26);

sub sh { return run($_[0], $folder, @_[1 .. $#_]) }
sub put { write_file("$folder/$_[0]", $_[1]) }
sub get { return read_file("$folder/$_[0]") }

sub prepare {
    put('page.txt', read_file("$pages/cinder-vs-glacier.txt"));
    sh("vparse page.txt $pages/glacier-vs-harbor.txt >sightings");
    sh('vscore sightings >verdicts');
    my $verdicts = get('verdicts');
    my $many = '';
    for my $i (1 .. 3000) {
        my $record = $verdicts =~ s/\n.*//sr;
        my $key = $i == 1 ? 'first' : "t$i";
        $many .= $record =~ s/"tool":"[^"]*/"tool":"$key/r . "\n";
    }
    put('many-verdicts', $many);
    put('many-sightings', join '', map {
        qq({"type":"tool","tool":"t$_","name":"T$_"}\n) } 1 .. 3000);
    put('many-pages', "page.txt\0" x 100);
}

# A command line that writes more than a pipe holds.
my %many = (vparse => 'vparse --files0-from=many-pages',
    vscore => 'vscore many-sightings',
    vdiff => 'vdiff --first=first many-verdicts',
    vrender => 'vrender many-verdicts');

# What a program writes of good input.
sub expected { return (sh("$_[0] $good{$_[0]}"))[0] }

sub unmasked { return $_[0] =~ /[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]/
        || !utf8::decode(my $text = $_[0]) }

# -- input ---------------------------------------------------------------

sub check_unreadable {
    my ($program) = @_;
    my $files = $program eq 'vdiff' ? '' : $good{$program};
    my ($out, $err, $status) = sh("$program nowhere $files");
    is($status, 2, "$program: a missing file");
    is($err, "$program: nowhere: No such file or directory\n", 'is named');
    is($out, expected($program), 'other files are read') if $files ne '';
    if ($program ne 'vparse') { # which reads folders
        ($out, $err, $status) = sh("$program . $files");
        is($status, 2, "$program: a folder");
        like($err, qr/^$program: \.: Is a directory$/m, 'is named');
        is($out, expected($program), 'other files are read') if $files ne '';
    }
    (undef, $err, $status) = sh("$program <&-");
    is($status, 2, "$program: closed standard input");
    is($err, "$program: -: Bad file descriptor\n", 'is named');
}

# Bad lines with the column and the message of each.
sub bad_lines {
    my ($program) = @_;
    return (
        ['nonsense', qr/1/, qr/not JSON: .*/],
        ['{"type":', qr/\d+/, qr/JSON that ends too early/],
        ['[{"type":"tool"}]', qr/1/, qr/not a record: an object is needed/],
        ["{\"type\":\"\xff\"}", qr/10/, qr/not UTF-8: byte 0xff/],
        ["{\"type\":1\0}", qr/10/, qr/not JSON: a NUL byte/],
        ["{\"type\":\"\0\"}", qr/\d+/, qr/not JSON: .*/],
        ["{\"type\":\e[31m\xc2\x9b}", qr/9/, qr/not JSON: .*/],
        [$wrong{$program}, qr/$column{$program}/, qr/"\w+" must be .*/],
    );
}

# The good lines with a bad one before each of the first of them.
sub mix {
    my ($program) = @_;
    my @good = split /^/m, get($good{$program});
    my @bad = bad_lines($program);
    my ($text, $number, @place) = ('', 0);
    for my $i (0 .. ($#good > $#bad ? $#good : $#bad)) {
        if ($i < @bad) {
            $text .= "$bad[$i][0]\n";
            push @place, ++$number;
        }
        if ($i < @good) {
            $text .= $good[$i];
            $number++;
        }
    }
    put('mixed', $text);
    return ($number, \@bad, \@place);
}

sub check_bad_lines {
    my ($program) = @_;
    my ($lines, $bad, $place) = mix($program);
    my ($out, $err, $status) = sh("$program --rejects=rejected mixed");
    is($status, 1, "$program: bad lines: status");
    is($out, expected($program), 'the good records come out');
    my @said = split /\n/, $err;
    my $rejects = '';
    for my $i (0 .. $#$bad) {
        my ($line, $column, $message) = @{ $bad->[$i] };
        my $said = shift(@said) // '';
        like($said, qr/^$program: mixed:$place->[$i]:$column: $message$/,
            'line and reason of ' . $line =~ s/[^ -~]/?/gr);
        my $why = $said =~ s/^$program: //r;
        $rejects .= "$line\n# " . length($line) . " bytes, $why\n";
    }
    is("@said", sprintf('%s: %d of %d records rejected', $program,
            scalar @$bad, $lines), 'the last line counts them');
    ok(!unmasked($err), 'no control byte reaches the terminal');
    my $kept = get('rejected') =~ s/near '\e\K\[31m.*//r;
    is(masked($kept), masked($rejects), 'rejected lines are kept, and why');
    unlink "$folder/rejected";
}

# Rejects keep messages as they are, the terminal gets them masked.
sub masked {
    return $_[0] =~ s/(?<=# )(.*)/$1 =~ s{near '.*}{}sr/ger;
}

sub check_strict {
    my ($program) = @_;
    my ($lines) = mix($program);
    my ($out, $err, $status) = sh("$program --strict mixed");
    is($status, 2, "$program: --strict: status");
    is(scalar(() = $err =~ /: mixed:/g), 1, 'stops at the first bad line');
    like($err, qr/^$program: 1 of 1 records rejected$/m, 'which is counted');
}

sub check_long_lines {
    my ($program) = @_;
    my $good = get($good{$program});
    my ($longest) = sort { $b <=> $a } map { length } split /\n/, $good;
    my $line = 'x' x ($longest + 1);
    put('long', "$line\n$good$line\n");
    my ($out, $err, $status) =
        sh("$program --max-line=$longest --rejects=rejected long");
    my $message = sprintf 'a line of %d bytes, longer than the %d allowed '
        . '(--max-line)', $longest + 1, $longest;
    my $all = 2 + ($good =~ tr/\n//);
    my @said = map { sprintf 'long:%d:%d: %s', $_, $longest + 1, $message }
        1, $all;
    is($status, 1, "$program: long lines: status");
    is($out, expected($program), 'the others are read');
    is($err, join('', map { "$program: $_\n" } @said,
            "2 of $all records rejected"), 'they are named and counted');
    is(get('rejected'), join('', map { "$line\n# " . ($longest + 1)
            . " bytes, $_\n" } @said), 'and kept');
    unlink "$folder/rejected";
    (undef, $err, $status) = sh("$program --strict --max-line=$longest long");
    is_deeply([$err, $status], ["$program: $said[0]\n"
            . "$program: 1 of 1 records rejected\n", 2],
        'the first one ends a strict run');
}

my $limit = 'ulimit -v 400000';

sub check_huge_line {
    my ($program) = @_;
    my $make = q{perl -e 'print "x" x 1000000 for 1 .. 100; print "\n"'};
    my ($out, $err, $status) =
        sh("($make; cat $good{$program}) | ($limit; exec $program)");
    if ($program eq 'vparse') {
        is($status, 1, "$program: 100 MB: status");
        like($err, qr/^vparse: -:1:1: a page of more than the 67108864 bytes/,
            'is too large for a page');
        return;
    }
    is($status, 1, "$program: a line of 100 MB: status");
    is($out, expected($program), 'the others are read, in little memory');
    like($err, qr/^$program: -:1:67108865: a line of 100000000 bytes, longer/,
        'it is named with its length');
}

sub check_marks {
    my ($program) = @_;
    my $good = get($good{$program});
    my %form = (
        'a byte order mark' => "\xef\xbb\xbf$good",
        'CR LF' => $good =~ s/\n/\r\n/gr,
        'blank lines' => "\n \t\n" . $good =~ s/\n/\n\n\r\n/gr,
        'no LF at the end' => $good =~ s/\n\z//r,
        'record separators' => $good =~ s/^/\x1e/gmr,
        'a byte order mark alone' => "\xef\xbb\xbf\n$good",
    );
    for my $name (sort keys %form) {
        put('form', $form{$name});
        my ($out, $err, $status) = sh("$program form");
        is_deeply([$out, $err, $status], [expected($program), '', 0],
            "$program: $name");
    }
    put('form', "\xef\xbb\xbf\x1e{\"type\":7x}\r\n");
    my (undef, $err) = sh("$program form");
    like($err, qr/^$program: form:1:14: not JSON/,
        'columns count from the start of the line');
}

sub check_other_types {
    my ($program) = @_;
    my $record = '{"type":"mine", "a" : [1.50,"\u00e9\/"]}';
    put('other', "$record\r\n\x1e$record\n");
    my ($out, $err, $status) = sh("$program other");
    is_deeply([$out, $status], ["$record\n" x 2, 0],
        "$program: a record of another type passes as it stands");
}

# -- output --------------------------------------------------------------

sub check_failing_output {
    my ($program) = @_;
    my %call = ("$program $good{$program}" => 'records',
        "$program --help" => '--help', "$program --version" => '--version');
    for my $call (sort keys %call) {
        my (undef, $err, $status) = sh("$call >/dev/full");
        is_deeply([$err, $status],
            ["$program: standard output: No space left on device\n", 2],
            "$program: a full device, $call{$call}");
        (undef, $err, $status) = sh("$call >&-");
        is_deeply([$err, $status],
            ["$program: standard output: Bad file descriptor\n", 2],
            "$program: closed standard output, $call{$call}");
    }
    my (undef, $err, $status) = sh("$program -o /dev/full $good{$program}");
    is_deeply([$err, $status],
        ["$program: /dev/full: No space left on device\n", 2],
        "$program: a full device by its name");
    (undef, $err, $status) = sh("$program -o no/where $good{$program}");
    is_deeply([$err, $status],
        ["$program: no/where: No such file or directory\n", 2],
        "$program: no folder for the output");
}

sub check_closed_pipe {
    my ($program) = @_;
    my ($out, $err, $status) =
        sh("{ $many{$program}; echo \$? >status; } | head -n 1");
    is($out =~ tr/\n//, 1, "$program: closed pipe");
    is($err, '', 'no message');
    is(get('status'), "0\n", 'and no bad status');
}

# The files in a new folder after a command that runs in it.
sub left_by {
    my ($command) = @_;
    my $new = tempdir(DIR => $folder);
    write_file("$new/out", "old\n");
    symlink "../$_", "$new/$_" for 'page.txt', 'sightings', 'verdicts', 'mixed',
        'many-sightings', 'many-verdicts', 'many-pages';
    my ($text, $err, $status) = run($command, $new);
    opendir my $list, $new or die "$new: $!";
    my @file = grep { !/^\.\.?$/ && !-l "$new/$_" } readdir $list;
    return ($err, $status, "@file", read_file("$new/out"), $text);
}

sub check_output_file {
    my ($program) = @_;
    my ($err, $status, $files, $out) =
        left_by("$program -o out $good{$program}");
    is_deeply([$err, $status, $files, $out],
        ['', 0, 'out', expected($program)], "$program: -o replaces a file");

    my $break = $program eq 'vparse' ? '--max-page=9 page.txt' : 'mixed';
    mix($program) if $program ne 'vparse';
    (undef, $status, $files, $out) =
        left_by("$program --strict -o out $break");
    is_deeply([$status, $files, $out], [2, 'out', "old\n"],
        "$program: a run that breaks keeps the old file");

    # Its messages go through a pipe, which no limit concerns.
    my $call = $many{$program} =~ s/ / -o out /r;
    (undef, undef, $files, $out, my $said) =
        left_by("{ (ulimit -f 8; $call) 2>&1; echo \$?; } | cat");
    is_deeply([$said, $files, $out],
        ["$program: out: File too large\n2\n", 'out', "old\n"],
        "$program: so does one whose output cannot be written");

    ($err, $status, $files, $out) =
        left_by("$program -o out $good{$program} nowhere 2>&-");
    isnt($status, 0, "$program: closed standard error");
    unlike($out, qr/nowhere/, 'no message gets into the output');
}

sub check_signals {
    my ($program) = @_;
    for my $signal (qw(TERM INT HUP)) {
        my $new = tempdir(DIR => $folder);
        write_file("$new/out", "old\n");
        my $pid = open(my $to, '|-') // die "fork: $!";
        if (!$pid) {
            $SIG{$_} = 'DEFAULT' for qw(TERM INT HUP);
            exec "$bin/$program", '-o', "$new/out", '--rejects', "$new/bad"
                or die;
        }
        my $tries = 0;
        select undef, undef, undef, 0.01
            until (() = glob "$new/*.??????") == 2 || $tries++ > 1000;
        select undef, undef, undef, 0.05;
        kill $signal, $pid;
        close $to;
        isnt($? & 127, 0, "$program: ended by $signal");
        is(join(' ', map { s{.*/}{}r } glob "$new/*"), 'out',
            'leaves no unfinished file');
        is(read_file("$new/out"), "old\n", 'and the old one as it was');
    }
}

# -- options -------------------------------------------------------------

sub check_options {
    my ($program) = @_;
    my $hint = "Try '$program --help'.\n";
    my %message = (
        '--nonsense' => "unrecognized option '--nonsense'",
        '--nonsense=1' => "unrecognized option '--nonsense=1'",
        '-~' => "invalid option -- '~'",
        '-o' => "option '--output' requires an argument",
        '--max-line' => "option '--max-line' requires an argument",
        '--strict=1' => "option '--strict' doesn't allow an argument",
        '--max-line=0' => qr/--max-line: '0' is not a whole number from 1 to/,
        '--max-line=1x' => qr/--max-line: '1x' is not a whole number/,
        '--max-line=-1' => qr/--max-line: '-1' is not a whole number/,
        "'--\e]0;x\a\x9b\xe2\x80\xae'" =>
            "unrecognized option '--?]0;x???'",
    );
    for my $option (sort keys %message) {
        my ($out, $err, $status) = sh("$program $option");
        my $wanted = $message{$option};
        my $what = "$program: " . $option =~ s/[^ -~]/?/gr;
        is($out . $status, 2, $what);
        ref $wanted ? like($err, qr/^$program: $wanted.*\n\Q$hint\E$/, 'message')
            : is($err, "$program: $wanted\n$hint", 'message');
    }
    my ($out, $err, $status) = sh("$program --help");
    is_deeply([$err, $status], ['', 0], "$program: --help");
    like($out, qr/\AUsage: $program .*\n.*--max-line/s, 'shows the usage');
    my ($version, @rest) = sh("$program --version");
    is_deeply(\@rest, ['', 0], "$program: --version");
    like($version, qr/\A$program \(vtools\) [0-9.]+\n\z/, 'shows it');
    is((sh("$program -h"))[0] . (sh("$program -V"))[0], $out . $version,
        'both by their letters');
}

sub check_names {
    my ($program) = @_;
    my $name = "bad\e[31m\x9b\xc2\x9b\xe2\x80\xaename\n\x7f";
    my ($out, $err, $status) = sh("$program '$name'");
    is($err, "$program: bad?[31m???name??: No such file or directory\n",
        "$program: control bytes in a file's name are masked");
    put($name, "{\"type\":1,}\n") if $program ne 'vparse';
    (undef, $err) = sh("$program '$name'");
    ok(!unmasked($err), 'also where the file is there');
    unlink "$folder/$name";
}

sub check_list {
    my ($program) = @_;
    my @name = ($good{$program}) x ($program eq 'vdiff' ? 1 : 2);
    my $direct = (sh("$program @name"))[0];
    put('list', join "\0", @name, '');
    is((sh("$program --files0-from=list"))[0], $direct,
        "$program: --files0-from");
    put('list', join "\0\0", @name);
    is((sh("$program --files0-from=- <list"))[0], $direct,
        'from standard input, with empty names and no NUL at the end');
    put('list', '');
    my ($out, $err, $status) = sh("$program --files0-from=list",
        input => "$folder/$good{$program}");
    is($status, 0, 'an empty list names no file');
    ($out, $err, $status) = sh("$program --files0-from=nowhere");
    is_deeply([$out, $err, $status],
        ['', "$program: nowhere: No such file or directory\n", 2],
        'a list that is not there');
}

sub check_separators {
    my ($program) = @_;
    my $plain = expected($program);
    my ($out, $err, $status) = sh("$program --seq $good{$program}");
    is_deeply([$err, $status], ['', 0], "$program: --seq");
    is($out, $plain =~ s/^/\x1e/gmr, 'a record separator before each record');
}

# Reads a line that must come within seconds, while the input stays open.
sub line_of {
    my ($from) = @_;
    my $line = eval {
        local $SIG{ALRM} = sub { die "late\n" };
        alarm 20;
        my $got = <$from>;
        alarm 0;
        $got;
    };
    alarm 0;
    return $line // 'nothing';
}

sub check_line_buffered {
    my ($program) = @_;
    my $record = qq({"type":"mine","a":1}\n);
    my ($to, $from, $wanted, $pid);
    if ($program eq 'vparse') {
        mkfifo("$folder/fifo", 0600) or die "fifo: $!";
        $pid = open($from = gensym, '-|', "$bin/vparse", '--line-buffered',
            "$folder/page.txt", "$folder/fifo") // die "fork: $!";
        open $to, '>', "$folder/fifo" or die "fifo: $!";
        syswrite $to, get('page.txt');
        $wanted = (split /^/m, (sh("vparse $folder/page.txt"))[0])[0];
    } else {
        $pid = open3($to, $from = gensym, undef, "$bin/$program",
            '--line-buffered');
        syswrite $to, $record;
        $wanted = $record;
    }
    is(line_of($from), $wanted,
        "$program: --line-buffered: a record comes at once");
    close $to;
    1 while <$from>;
    close $from;
    waitpid $pid, 0 if $program ne 'vparse';
    is($?, 0, 'and the rest follows');
}

prepare();
# Sanitizers need more room than any limit leaves.
my $limited = (sh("$limit; vparse --version"))[2] eq '0';
for my $program (@program) {
    check_unreadable($program);
    if ($program ne 'vparse') {
        check_bad_lines($program);
        check_strict($program);
        check_long_lines($program);
        check_marks($program);
        check_other_types($program) if $program ne 'vrender';
    }
    SKIP: {
        skip 'no room for a sanitizer', 1 if !$limited;
        check_huge_line($program);
    }
    check_failing_output($program);
    check_closed_pipe($program);
    check_output_file($program);
    check_signals($program);
    check_options($program);
    check_names($program);
    check_list($program);
    check_separators($program) if $program ne 'vrender';
    check_line_buffered($program) if $program =~ /^(?:vparse|vscore)$/;
}
done_testing();
