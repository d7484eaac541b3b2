#include "cmd/unfinished.h"

#include <limits.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum { FILES_MOST = 4 };

/* Only the handler reads these; a path counts once `count` covers it. */
static char paths[FILES_MOST][PATH_MAX];
static volatile sig_atomic_t count;

static void remove_and_end(int number)
{
    for (int i = 0; i < count; i++)
        unlink(paths[i]);
    /* SA_RESETHAND: now it ends the program, once the handler returns. */
    raise(number);
}

static void catch_signals(void)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGTERM};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction action = {.sa_handler = remove_and_end,
                                   .sa_flags = (int)SA_RESETHAND};
        struct sigaction old;
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(numbers[i], &action, NULL);
    }
}

void unfinished_add(const char *path)
{
    if (path == NULL || count == FILES_MOST || strlen(path) >= PATH_MAX)
        return;
    strcpy(paths[count], path);
    count = count + 1;
    catch_signals();
}

void unfinished_forget(void)
{
    count = 0;
}
