/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb help VERB: everything about a verb.
 */
#include <stdio.h>

#include "cli/command.h"

static int run_help (const Command *command, int argc, char **argv);

const Command command_help = {
    "help", "everything about a verb", "[VERB]", "Example: rhumb help map", run_help,
};

static int
run_help (const Command *command, int argc, char **argv)
{
    if (argc < 2) {
        command_print_overview (stdout);
        return EXIT_DONE;
    }
    if (argc > 2) {
        fprintf (stderr, "rhumb help: “%s” is one too many, expected one verb\n", argv[2]);
        return EXIT_COMMAND_WRONG;
    }
    const Command *about = command_find (argv[1]);
    if (about == NULL)
        return command_fail_unknown (argv[1]);
    if (about == command) {
        printf ("Usage: rhumb help %s\n\n%s\n", command->arguments, command->details);
        return EXIT_DONE;
    }
    char *arguments[] = {argv[1], (char *)"--help", NULL};
    return about->run (about, 2, arguments);
}
