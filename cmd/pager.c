#include "cmd/pager.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void become_pager(const char *command, const int ends[2])
{
    if (dup2(ends[0], STDIN_FILENO) >= 0) {
        close(ends[0]);
        close(ends[1]);
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    }
    _exit(127);
}

bool pager_start(struct pager *p, struct diag *d)
{
    const char *command = getenv("PAGER");
    int ends[2];
    *p = (struct pager){0};
    if (command == NULL)
        command = "less -R";
    if (!isatty(STDOUT_FILENO) || *command == '\0')
        return true;
    if (pipe(ends) != 0) {
        diag_set(d, NULL, 0, 0, "the pager: %s", strerror(errno));
        return false;
    }
    p->process = fork();
    if (p->process == 0)
        become_pager(command, ends);
    bool started = p->process > 0 && dup2(ends[1], STDOUT_FILENO) >= 0;
    if (!started)
        diag_set(d, NULL, 0, 0, "the pager: %s", strerror(errno));
    close(ends[0]);
    close(ends[1]);
    /* The key that interrupts is the pager's then. */
    if (started)
        signal(SIGINT, SIG_IGN);
    return started;
}

bool pager_finish(struct pager *p, struct diag *d)
{
    enum { NOT_RUN = 126, NOT_FOUND };
    int status = 0;
    if (p->process <= 0)
        return true;
    close(STDOUT_FILENO);
    while (waitpid(p->process, &status, 0) < 0 && errno == EINTR)
        continue;
    bool ran = !WIFEXITED(status) || (WEXITSTATUS(status) != NOT_RUN &&
                                      WEXITSTATUS(status) != NOT_FOUND);
    if (!ran)
        diag_set(d, NULL, 0, 0, "the pager: cannot be run");
    return ran;
}
