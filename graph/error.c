/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The error domain. An error of an input also keeps apart what its message says in one line: where
 * the fault is, what was found and what was expected.
 */
#include "graph/fault.h"

typedef RhumbFault RhumbErrorPrivate;

static void
rhumb_error_private_init (RhumbErrorPrivate *fault)
{
    *fault = (RhumbErrorPrivate){0};
}

static void
rhumb_error_private_copy (const RhumbErrorPrivate *from, RhumbErrorPrivate *to)
{
    *to = (RhumbErrorPrivate){from->line, g_strdup (from->found), g_strdup (from->expected)};
}

static void
rhumb_error_private_clear (RhumbErrorPrivate *fault)
{
    g_free (fault->found);
    g_free (fault->expected);
}

G_DEFINE_EXTENDED_ERROR (RhumbError, rhumb_error)

/* Sets an error "name:line: found, expected …". @code: its code in %RHUMB_ERROR; @name: name of the
 * input; @line: line of the fault, from 1; @expected: what was expected, or %NULL. */
void
rhumb_set_fault (GError **error, RhumbError code, const char *name, guint64 line, const char *found,
                 const char *expected)
{
    if (error == NULL)
        return;
    g_set_error (error, RHUMB_ERROR, code, "%s:%" G_GUINT64_FORMAT ": %s%s%s", name, line, found,
                 expected != NULL ? ", expected " : "", expected != NULL ? expected : "");
    *rhumb_error_get_private (*error) =
        (RhumbErrorPrivate){line, g_strdup (found), g_strdup (expected)};
}

/* What rhumb_set_fault() was told; %NULL if it did not set the error. */
const RhumbFault *
rhumb_get_fault (const GError *error)
{
    const RhumbFault *fault = error->domain == RHUMB_ERROR ? rhumb_error_get_private (error) : NULL;
    return fault != NULL && fault->found != NULL ? fault : NULL;
}
