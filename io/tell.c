/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is this file? Names lie, so the content tells; a file that is none of ours is called by
 * what it is.
 */
#include "io/format-private.h"

#include "graph/error.h"
#include "graph/text.h"
#include "io/scan/input.h"
#include "io/scan/magic.h"

#define SURE_ENOUGH 30 /* of 100 */

/* What the head of an unknown file shows, for a message. */
static char *
describe_head (const char *head, gsize length)
{
    const char *magic = rhumb_magic_name (head, length);
    if (magic != NULL)
        return g_strdup (magic);
    g_autofree char *text = rhumb_text_clean (head, (gssize)MIN (length, 200));
    if (*text == '\0')
        return g_strdup ("only blanks");
    g_autofree char *shown = rhumb_text_shorten (text, 40);
    return g_strdup_printf ("text '%s'", shown);
}

/*
 * rhumb_format_tell:
 * @input: an input of which nothing has been read
 * @error: (out) (optional): place of the error
 *
 * Tells the format of an input by its content: every format says how surely the head is its own.
 *
 * Returns: (nullable): the surest format; %NULL with %RHUMB_ERROR_FORMAT if none is sure
 */
const RhumbFormat *
rhumb_format_tell (const RhumbInput *input, GError **error)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    const RhumbFormat *best = NULL;
    guint best_score = SURE_ENOUGH - 1;
    const RhumbFormat *const *formats = rhumb_format_list ();
    const gboolean binary = rhumb_magic_name (head, length) != NULL;
    for (gsize i = 0; formats[i] != NULL; i++) {
        if (binary && !formats[i]->is_library)
            continue;
        const guint score = formats[i]->sniff != NULL ? formats[i]->sniff (head, length) : 0;
        if (score > best_score) {
            best_score = score;
            best = formats[i];
        }
    }
    if (best == NULL) {
        g_autofree char *found = describe_head (head, length);
        g_autofree char *names = rhumb_format_list_names (RHUMB_FORMAT_READS);
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1,
                               "%s, expected papers: one of %s", found, names);
    }
    return best;
}
