/* Files that are not done yet, to be removed when a signal ends the program. */
#ifndef VTOOLS_CMD_UNFINISHED_H
#define VTOOLS_CMD_UNFINISHED_H

/*
 * Remembers a file (NULL: none).  From the first call on, hangups, interrupts
 * and requests to terminate remove it before they end the program as usual;
 * those that are ignored stay so.
 */
void unfinished_add(const char *path);

/* All files are done, or gone. */
void unfinished_forget(void);

#endif
