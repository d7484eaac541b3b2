/* Checked and atomic output. */
#include "lib/io/output.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/tap.h"

static char folder[] = "/tmp/vtools-output-XXXXXX";

static size_t files_here(void)
{
    size_t count = 0;
    DIR *here = opendir(".");
    while (here != NULL && readdir(here) != NULL)
        count++;
    closedir(here);
    return count - 2;
}

static void put_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
        ok(false, "%s can be written", name);
}

static bool file_is(const char *name, const char *wanted)
{
    char text[256] = "";
    FILE *file = fopen(name, "r");
    if (file == NULL)
        return false;
    size_t len = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    return len == strlen(wanted) && strcmp(text, wanted) == 0;
}

static mode_t mode_of(const char *name)
{
    struct stat st;
    return stat(name, &st) == 0 ? st.st_mode & 07777 : 0;
}

static bool write_file(const char *name, const char *text)
{
    struct output o;
    struct diag d;
    if (!output_open(&o, name, &d))
        return false;
    output_write(&o, slice_of(text));
    return output_close(&o, &d);
}

static void check_new_file(void)
{
    struct output o;
    struct diag d;
    umask(022);
    ok(output_open(&o, "new", &d), "a new file is opened");
    output_write(&o, slice_of("one\n"));
    output_flush(&o);
    ok(access("new", F_OK) != 0, "it is not there before it is done");
    output_write(&o, slice_of("two\n"));
    ok(output_close(&o, &d), "it is closed");
    ok(file_is("new", "one\ntwo\n"), "all of it is there");
    is_number(mode_of("new"), 0644, "its mode follows the umask");
    is_number(files_here(), 1, "nothing is left beside it");
    umask(077);
    ok(write_file("private", "x") && mode_of("private") == 0600,
       "a strict umask is followed");
    umask(022);
}

static void check_replaced_file(void)
{
    struct output o;
    struct diag d;
    put_file("old", "old\n");
    chmod("old", 0640);
    ok(write_file("old", "new\n") && file_is("old", "new\n"),
       "an old file is replaced");
    is_number(mode_of("old"), 0640, "and keeps its mode");
    ok(output_open(&o, "old", &d), "it is opened again");
    output_write(&o, slice_of("half"));
    output_flush(&o);
    output_discard(&o);
    ok(file_is("old", "new\n"), "what is discarded changes nothing");
    is_number(files_here(), 3, "and leaves nothing beside it");
    output_discard(&o);
    ok(true, "it may be discarded twice");
}

static void check_links(void)
{
    struct stat st;
    put_file("target", "old\n");
    ok(symlink("target", "link") == 0, "a symbolic link");
    ok(write_file("link", "through\n"), "is written through");
    ok(lstat("link", &st) == 0 && S_ISLNK(st.st_mode), "and stays a link");
    ok(file_is("target", "through\n"), "its target is what changes");
    ok(symlink("nowhere", "dangling") == 0 && write_file("dangling", "x"),
       "a link to nothing can be written");
    ok(file_is("dangling", "x"), "and then has what was written");
}

static void check_failures(void)
{
    struct output o;
    struct diag d = {0};
    ok(!output_open(&o, "no/such/folder", &d), "no file without its folder");
    is_string(d.source, "no/such/folder", "the message names it");
    ok(!output_open(&o, ".", &d), "a folder is no file");
    ok(output_open(&o, "/dev/full", &d), "/dev/full is written in place");
    output_write(&o, slice_of("x"));
    ok(output_ok(&o), "a write waits");
    output_flush(&o);
    ok(!output_ok(&o) && o.error == ENOSPC, "the flush fails");
    output_write(&o, slice_of("y"));
    ok(!output_close(&o, &d), "the close fails as well");
    is_string(d.source, "/dev/full", "the message names the device");
    ok(output_open(&o, "/dev/null", &d) && output_close(&o, &d),
       "/dev/null is written in place");
    struct stat st;
    ok(stat("/dev/null", &st) == 0 && S_ISCHR(st.st_mode),
       "and is still there");
}

static void check_closed_pipe(void)
{
    struct output o;
    struct diag d;
    int ends[2];
    char name[64];
    signal(SIGPIPE, SIG_IGN);
    ok(pipe(ends) == 0, "a pipe");
    snprintf(name, sizeof name, "/dev/fd/%d", ends[1]);
    ok(output_open(&o, name, &d), "is opened by its name");
    o.line_buffered = true;
    output_write(&o, slice_of("line\n"));
    char got[8];
    ok(read(ends[0], got, sizeof got) == 5, "a line comes out at once");
    close(ends[0]);
    output_write(&o, slice_of("more\n"));
    ok(!output_ok(&o) && output_reader_gone(&o), "the reader has gone");
    ok(!output_close(&o, &d), "which the close says too");
    close(ends[1]);
}

int main(void)
{
    if (mkdtemp(folder) == NULL || chdir(folder) != 0)
        return 1;
    check_new_file();
    check_replaced_file();
    check_links();
    check_failures();
    check_closed_pipe();
    static const char *const names[] = {"new",    "private", "old",     "link",
                                        "target", "nowhere", "dangling"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    is_number(files_here(), 0, "nothing is left in the folder");
    if (chdir("/") == 0)
        rmdir(folder);
    return done_testing();
}
