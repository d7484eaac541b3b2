# The part `render` of the benchmark: vrender on many comparisons of the sample
# pages, in each format. What is asked: 5,000 comparisons a second as HTML,
# 200 MB/s of records as Markdown.
package Render;
use strict;
use warnings;
use Measure;

my %goal = (html => '5000 pages/s', md => '200 MB/s');

sub render {
    my ($bin, $here) = @_;
    my $folder = $Measure::folder = "$bin/../bench-render";
    my $percent = $ENV{PERCENT} || 100;
    my $pages = int(20_000 * $percent / 100) || 1;
    mkdir $folder;
    my $records = "$folder/comparisons";
    system("'$bin/vparse' '$here'/../pages/*.txt | '$bin/vscore'"
            . " | '$bin/vdiff' >'$records.few'") == 0 or exit 2;
    open my $few, '<', "$records.few" or die "$records.few: $!\n";
    my @line = <$few>;
    open my $out, '>', $records or die "$records: $!\n";
    print {$out} $line[$_ % @line] for 0 .. $pages - 1;
    close $out or die "$records: $!\n";

    my $mb = megabytes($records);
    my @format = qw(html md text);
    my %of = in_turn(map { { name => $_,
        run => "exec '$bin/vrender' -f $_ '$records'" } } @format);
    printf "\n%-10s %7s %7s %9s %10s %9s  %s\n", 'medians of '
        . $Measure::rounds, 'MB', 'cpu s', 'MB/s', 'pages/s', 'peak MiB', 'asked';
    for (@format) {
        my $m = $of{$_};
        printf "%-10s %7.1f %7.2f %9.1f %10.0f %9.1f  %s\n", $_, $mb, $m->{cpu},
            $mb / $m->{cpu}, $pages / $m->{cpu}, $m->{memory} / 1024,
            $goal{$_} // '';
    }
    open my $single, '>', "$records.one" or die "$records.one: $!\n";
    print {$single} $line[0];
    close $single or die "$records.one: $!\n";
    my $hundred = join ' && ', ("'$bin/vrender' '$records.one'") x 100;
    printf "one comparison as text: %.1f ms of processor (asked: 10 ms)\n",
        10 * measure($hundred)->{cpu};
    return;
}

1;
