/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The program: finds the verb, nothing else.
 */
#include <locale.h>
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

static int
print_version (void)
{
    puts ("rhumb " RHUMB_VERSION);
    return EXIT_DONE;
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    signal (SIGPIPE, SIG_IGN);
    signal (SIGINT, stop);
    signal (SIGTERM, stop);
    if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")) {
        command_print_overview (stdout);
        return EXIT_DONE;
    }
    if (g_str_equal (argv[1], "--version"))
        return print_version ();
    const Command *command = command_find (argv[1]);
    if (command != NULL)
        return command->run (command, argc - 1, argv + 1);
    return command_fail_unknown (argv[1]);
}
