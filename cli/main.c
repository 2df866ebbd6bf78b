/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The program: finds the verb, nothing else.
 */
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/command.h"
#include "io/output.h"

/* Ctrl-C leaves no half-written file: what is not complete yet is removed first. */
static void
stop (int signal_number)
{
    rhumb_output_remove_pending ();
    _exit (128 + signal_number);
}

/* A signal that whoever started the program lets pass stays so (nohup). */
static void
stop_at (int signal_number)
{
    if (signal (signal_number, stop) == SIG_IGN)
        signal (signal_number, SIG_IGN);
}

/* What was printed may not have reached a full disk. */
static int
finish (int code)
{
    if (fflush (stdout) == 0 && ferror (stdout) == 0)
        return code;
    fprintf (stderr, "rhumb: standard output: %s\n", g_strerror (errno));
    return code != EXIT_DONE ? code : EXIT_DATA_FAILED;
}

static int
print_version (void)
{
    puts ("rhumb " RHUMB_VERSION);
    return EXIT_DONE;
}

/* In the C locale (cron, containers) letters are ASCII and GLib takes no other in an option; what
 * is typed there is UTF-8 as everywhere. */
static void
choose_locale (void)
{
    setlocale (LC_ALL, "");
    if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968"))
        setlocale (LC_CTYPE, "C.UTF-8");
}

/* What one step gives back the next one takes: memory that goes to the system in between is cleared
 * and mapped anew page by page. */
static void
keep_memory (void)
{
#ifdef __GLIBC__
    mallopt (M_TRIM_THRESHOLD, 1 << 30);
    mallopt (M_MMAP_THRESHOLD, 32 << 20); /* the most that it takes */
#endif
}

int
main (int argc, char **argv)
{
    keep_memory ();
    choose_locale ();
    signal (SIGPIPE, SIG_IGN);
    stop_at (SIGINT);
    stop_at (SIGTERM);
    stop_at (SIGHUP);
    if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")) {
        command_print_overview (stdout);
        return finish (EXIT_DONE);
    }
    if (g_str_equal (argv[1], "--version"))
        return finish (print_version ());
    const Command *command = command_find (argv[1]);
    if (command != NULL)
        return finish (command->run (command, argc - 1, argv + 1));
    return command_fail_unknown (argv[1]);
}
