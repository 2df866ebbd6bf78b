/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <stdio.h>

#include <glib.h>

G_BEGIN_DECLS

/* A verb of the program. Each is one file that defines one constant; command.c lists them once. */
typedef struct _Command Command;

struct _Command {
    const char *name;
    const char *summary;   /* one line for `rhumb` alone */
    const char *arguments; /* what follows the verb, for usage */
    const char *details;   /* what `rhumb help VERB` adds: columns, definitions, one example */
    int (*run) (const Command *command, int argc, char **argv);
};

/* Exit codes of the contract. */
enum {
    EXIT_DONE = 0,
    EXIT_DATA_FAILED = 1,
    EXIT_COMMAND_WRONG = 2,
};

const Command *command_find (const char *name);
int command_fail_unknown (const char *name);
void command_print_overview (FILE *stream);
int command_fail (const Command *command, const GError *error);

G_END_DECLS
