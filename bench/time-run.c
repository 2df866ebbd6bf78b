/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Runs a command and prints its wall seconds, its peak memory in MiB and its seconds of processors
 * as the kernel counted them. Fails if the command does.
 *
 * Usage: time-run COMMAND [ARGUMENT…]
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define CANNOT_RUN 127

static double
now (void)
{
    struct timespec time;
    clock_gettime (CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int
main (int argc, char **argv)
{
    if (argc < 2) {
        fputs ("usage: time-run COMMAND [ARGUMENT…]\n", stderr);
        return 2;
    }
    const double start = now ();
    const pid_t child = fork ();
    if (child == 0) {
        execvp (argv[1], argv + 1);
        perror (argv[1]);
        _exit (CANNOT_RUN);
    }
    int status = 0;
    if (child < 0 || waitpid (child, &status, 0) != child)
        return 1;
    const double seconds = now () - start;
    if (WIFEXITED (status) && WEXITSTATUS (status) == CANNOT_RUN)
        return CANNOT_RUN;
    struct rusage usage;
    getrusage (RUSAGE_CHILDREN, &usage);
    const double used = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                        (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    printf ("%.3f\t%.1f\t%.3f\n", seconds, (double)usage.ru_maxrss / 1024, used);
    return WIFEXITED (status) ? WEXITSTATUS (status) : 1;
}
