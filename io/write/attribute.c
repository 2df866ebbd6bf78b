/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Values of attributes as the text that every format of networks writes: numbers in the shortest
 * form that is read back as the same, with a point in every locale.
 */
#include "io/write/attribute.h"

#include <math.h>

#include "io/write/decimal.h"

/* Formats a value. @element: nodes or edges; @number: number of the node or edge; @attribute:
 * number of the attribute. Returns plain text, not escaped; %NULL if there is none, or the number
 * is none that formats know. */
char *
rhumb_attribute_format (const RhumbAttributedNetwork *network, RhumbElement element, gsize number,
                        guint attribute)
{
    char digits[RHUMB_REAL_ROOM];
    if (!rhumb_attributed_network_has_value (network, element, number, attribute))
        return NULL;
    switch (rhumb_attributed_network_get_attribute (network, element, attribute)->type) {
    case RHUMB_ATTRIBUTE_TEXT:
        return g_strdup (rhumb_attributed_network_get_text (network, element, number, attribute));
    case RHUMB_ATTRIBUTE_INTEGER:
        return g_strdup_printf ("%" G_GINT64_FORMAT, rhumb_attributed_network_get_integer (
                                                         network, element, number, attribute));
    case RHUMB_ATTRIBUTE_FLAG:
        return g_strdup (rhumb_attributed_network_get_flag (network, element, number, attribute)
                             ? "true"
                             : "false");
    case RHUMB_ATTRIBUTE_REAL:
        break;
    }
    const double value = rhumb_attributed_network_get_real (network, element, number, attribute);
    return isfinite (value) ? g_strdup (rhumb_format_real (digits, value)) : NULL;
}

/* Keeps columns apart from what the format says of every node and edge. @name: name of a column;
 * @own: names that the format itself gives a meaning. Returns the name, with "attribute_" before it
 * if it is among @own. */
char *
rhumb_attribute_make_name (const char *name, const char *const *own)
{
    return g_strconcat (g_strv_contains (own, name) ? "attribute_" : "", name, NULL);
}

/* Writes what has gathered, so that memory does not grow with the network. @out: text that has
 * gathered; emptied when it is written; @at_least: how many bytes are worth writing; 0 = any;
 * @stream: where to write. Returns %FALSE with a #GIOError. */
gboolean
rhumb_attribute_flush (GString *out, gsize at_least, GOutputStream *stream, GError **error)
{
    if (out->len < at_least || out->len == 0)
        return TRUE;
    const gboolean written =
        g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error);
    g_string_truncate (out, 0);
    return written;
}
