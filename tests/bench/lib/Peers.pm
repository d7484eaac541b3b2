# Other programs that count reviews, ships and mean scores by tool. Each is
# { name, threads, share, tally, goal }: tally makes of a file's name the shell
# command that writes CSV; share is the percentage of a file that it is
# measured on, as the slow ones would take minutes for all of it; goal is how
# many times faster vscore should be, with as many threads.
package Peers;
use strict;
use warnings;
use Measure;

my $scripts;

sub has_perl_json { return system('perl -MJSON::XS -e 1 2>/dev/null') == 0 }

# Whether a package of npm is below the folder and can be loaded.
sub loads {
    my ($folder, $package) = @_;
    return system("cd '$folder' && node -e 'require(\"$package\")'"
        . ' >/dev/null 2>&1') == 0;
}

# DuckDB and polars for node, into the folder; polars keeps its library in a
# package of its own, which npm may leave out.
sub install_for_node {
    my ($folder) = @_;
    return if !found('npm');
    my $arch = `node -p process.arch` =~ /^(\w+)/ ? $1 : 'x64';
    for (['@duckdb/node-api', '@duckdb/node-api'],
        ['nodejs-polars', "nodejs-polars nodejs-polars-linux-$arch-gnu"]) {
        my ($package, $want) = @$_;
        next if loads($folder, $package);
        print STDERR "bench: installing $want\n";
        system "cd '$folder' && { test -e package.json ||"
            . " echo '{\"private\":true}' >package.json; } &&"
            . " timeout 180 npm install --no-audit --no-fund $want"
            . ' >/dev/null 2>&1 </dev/null';
    }
    return;
}

sub version {
    my ($command) = @_;
    return `$command 2>/dev/null` =~ /(\d[\d.]*)/ ? $1 : '?';
}

sub node_version {
    my ($folder, $package) = @_;
    return version("cd '$folder' && node -p"
        . " \"JSON.parse(require('fs').readFileSync("
        . "'node_modules/$package/package.json')).version\"");
}

# jq 1.8, which Debian 12 has not; undef where it cannot be had.
sub newer_jq {
    my ($folder) = @_;
    my $jq = found('jq-1.8') // "$folder/jq-1.8";
    return $jq if -x $jq || !found('apt-get');
    print STDERR "bench: getting jq 1.8\n";
    system "'$scripts/install-jq.sh' '$folder' >/dev/null 2>&1 </dev/null";
    return -x $jq ? $jq : undef;
}

# The idiom of a jq that is faster on the file: one process, or two that work at
# the same time.
sub jq {
    my ($jq, $file) = @_;
    my @way = (sub { "exec '$jq' -nrf '$scripts/tally.jq' '$_[0]'" },
        sub { "exec '$scripts/tally-lines.sh' '$jq' '$_[0]'" });
    my @took = map { measure($_->($file))->{cpu} } @way;
    my $best = $took[0] < $took[1] ? 0 : 1;
    my $name = 'jq ' . version("'$jq' --version");
    printf "%s: reduce, %.2f s of processor; lines and awk, %.2f s: the faster one"
        . " is measured\n", $name, @took;
    return { name => $name, threads => 1 + $best, share => 10, goal => 20,
        tally => $way[$best] };
}

# A program of node's with one and with two threads; %d stands for them.
sub on_node {
    my ($folder, $name, $package, $command, %more) = @_;
    return "missing: $name" if !loads($folder, $package);
    $name .= ' ' . node_version($folder, $package);
    return map {
        my $threads = $_;
        +{ %more, name => "$name, $threads thread" . ($threads > 1 && 's'),
            threads => $threads, share => 100,
            tally => sub { sprintf($command, $threads, $_[0]) } }
    } 1, 2;
}

sub one_thread {
    my ($there, $name, $share, $goal, $command) = @_;
    return "missing: $name" if !$there;
    return { name => $name, threads => 1, share => $share, goal => $goal,
        tally => sub { "exec $command '$_[0]'" } };
}

# All that are there, after installing them; says which are not.
sub all {
    my ($folder, $here, $file) = @_;
    $scripts = $here;
    install(found('jq') ? () : 'jq', found('mlr') ? () : 'miller',
        found('gawk') ? () : 'gawk', has_perl_json() ? () : 'libjson-xs-perl',
        found('node') && found('npm') ? () : qw(nodejs npm));
    install_for_node($folder);
    my $newer_jq = newer_jq($folder);
    $ENV{PEERS} = $folder;
    my @peer = (
        on_node($folder, 'DuckDB', '@duckdb/node-api',
            "exec node '$scripts/tally-duckdb.mjs' %d '%s'", duckdb => 1),
        on_node($folder, 'polars', 'nodejs-polars',
            "POLARS_MAX_THREADS=%d node '$scripts/tally-polars.mjs' '%s'"),
        one_thread(has_perl_json(), 'perl JSON::XS '
            . version("perl -MJSON::XS -e 'print \$JSON::XS::VERSION'"), 10, 5,
            "'$scripts/tally.pl'"),
        one_thread(found('gawk'), 'gawk, reads no JSON', 10, undef,
            "gawk -b -f '$scripts/tally.awk'"),
        found('jq') ? jq('jq', $file) : 'missing: jq',
        $newer_jq ? jq($newer_jq, $file) : 'missing: jq 1.8',
        one_thread(found('mlr'), 'Miller ' . version('mlr --version'), 10, 40,
            "'$scripts/tally-miller.sh'"));
    print "$_; left out\n" for grep { !ref } @peer;
    return grep { ref } @peer;
}

1;
