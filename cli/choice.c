/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Options that take one of a few names, or a number between two. What they say of anything else is
 * the same for all.
 */
#include "cli/choice.h"

#include "graph/set-error.h"

/* Names that NULL ends, as in “a, b or c”. */
char *
choice_list (const char *const *names)
{
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; names[i] != NULL; i++)
        g_string_append_printf (list, "%s%s",
                                i == 0                 ? ""
                                : names[i + 1] == NULL ? " or "
                                                       : ", ",
                                names[i]);
    return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The number of @value among @names, which NULL ends; that of the first if the option is not given.
 */
gboolean
choice_find (const char *option, const char *value, const char *const *names, guint *choice,
             GError **error)
{
    for (guint i = 0; names[i] != NULL; i++) {
        if (value == NULL || g_str_equal (value, names[i])) {
            *choice = i;
            return TRUE;
        }
    }
    g_autofree char *expected = choice_list (names);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, "--%s is “%s”, expected %s", option,
                 value, expected);
    return FALSE;
}

/* The kind of node that --of names; papers if it is not given. */
gboolean
choice_find_kind (const char *value, RhumbNodeKind *kind, GError **error)
{
    static const char *const NAMES[RHUMB_N_NODE_KINDS + 1] = {
        [RHUMB_NODE_PAPER] = "papers",
        [RHUMB_NODE_CONCEPT] = "concepts",
        [RHUMB_NODE_PERSON] = "people",
        [RHUMB_NODE_VENUE] = "venues",
    };
    guint found = RHUMB_NODE_PAPER;
    const gboolean known = choice_find ("of", value, NAMES, &found, error);
    *kind = (RhumbNodeKind)found;
    return known;
}

gboolean
choice_check_number (const char *option, gint64 value, gint64 least, gint64 most, GError **error)
{
    if (value >= least && value <= most)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--%s is %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
                 option, value, least, most);
    return FALSE;
}

/* The same where nothing but memory and patience ends the numbers. */
gboolean
choice_check_least (const char *option, gint64 value, gint64 least, GError **error)
{
    if (value >= least)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--%s is %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT " or more", option,
                 value, least);
    return FALSE;
}

gboolean
choice_check_real (const char *option, double value, double least, double most, GError **error)
{
    if (value >= least && value <= most)
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_INVALID, "--%s is %.15g, expected %.15g to %.15g", option,
                     value, least, most);
    return FALSE;
}
