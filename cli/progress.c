/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How far a long answer is, on one line that is written over, for people who wait: only where
 * standard error is a terminal.
 */
#include "cli/progress.h"

#include <unistd.h>

#define ERASE "\r\033[K"

static gboolean
is_shown (const Run *run)
{
    return !run->quiet && isatty (STDERR_FILENO);
}

void
progress_show (const Run *run, guint n_done, guint n_all, const char *what)
{
    if (!is_shown (run))
        return;
    fprintf (stderr, ERASE "rhumb %s: %u of %u %s", run->command->name, n_done, n_all, what);
    fflush (stderr);
}

void
progress_end (const Run *run)
{
    if (is_shown (run))
        fputs (ERASE, stderr);
}
