# Examples as documents print them:
#
#   $ vparse page.txt | wc -l
#   10
#
# A command goes on in the next line after a backslash, a pipe or an operator,
# and in lines that begin with "> ", the shell's second prompt. Lines after a command are its
# output, what a terminal would show of stdout and stderr; a line of three
# dots stands for any number of lines; where none follow, any output is fine.
package Displays;

use strict;
use warnings;
use Exporter qw(import);
use File::Temp qw(tempdir);
use Run qw(run fits difference diagnose write_file);

our @EXPORT_OK = qw(commands check_command finish);

my ($number, $failed) = (0, 0);
my $mail = tempdir('vtools-mail-XXXXXX', TMPDIR => 1, CLEANUP => 1);
write_file("$mail/sendmail", "#!/bin/sh\nexec cat >/dev/null\n");
chmod 0755, "$mail/sendmail";

# The commands of one display: {command, output}; none, when it does not begin
# with one.
sub commands {
    my ($display) = @_;
    my @found;
    return unless $display =~ /\A\$ /;
    for my $line ($display =~ /^.*\n?/mg) {
        next if $line eq '';
        my $last = $found[-1];
        if ($line =~ /^\$ (.*\n?)/) {
            push @found, {command => $1, output => ''};
        } elsif ($last->{output} eq ''
            && ($line =~ /^> / || $last->{command} =~ /(?:\\|\||&&)\n\z/)) {
            $last->{command} .= $line =~ s/^> //r;
        } else {
            $last->{output} .= $line;
        }
    }
    s/\n+\z/\n/ for map { $_->{output} } @found;
    return @found;
}

# Runs one command and reports it as one test.
sub check_command {
    my ($where, $folder, $example) = @_;
    my ($command, $expected) = @$example{qw(command output)};
    my $title = "$where: " . $command =~ s/\n\z//r =~ s/\s*\\?\n\s*/ /gr
        =~ s/#/\\#/gr;
    $number++;
    if ($command =~ /\b(?:curl|wget|ssh)\b/) {
        print "ok $number - $title # SKIP needs a network\n";
        return;
    }
    # No test sends mail.
    my ($got, undef, $status) =
        run("PATH='$mail':\$PATH\n$command", $folder, merge => 1);
    my $why = '';
    $why .= "status $status\n$got"
        if $status eq 'timeout' || $status >= 2;
    $why .= difference($where, $expected, $got)
        if $why eq '' && $expected ne '' && !fits($expected, $got);
    print $why eq '' ? '' : 'not ', "ok $number - $title\n";
    return if $why eq '';
    $failed++;
    print STDERR diagnose($why);
}

sub finish {
    my ($nothing) = @_;
    print $number ? "1..$number\n" : "1..0 # SKIP $nothing\n";
    exit($failed ? 1 : 0);
}

1;
