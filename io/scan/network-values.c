/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Values of nodes and edges, written as text in a file that says their types.
 *
 * What programs compute with has one type whatever a file calls it: strengths, positions and sizes
 * are real numbers. A text that does not fit the type of its column is refused and not guessed.
 * Cost: linear in the text, and in the columns of the network to find one by name.
 */
#include "io/scan/network-values.h"

#include <math.h>

/* Finds the type of a column. @name (or %NULL): name of a type in GraphML or GEXF. Returns the
 * type; text if the name is another one. */
RhumbAttributeType
rhumb_network_find_type (const char *name)
{
    static const char *const integers[] = {"int",  "integer",    "long", "short",
                                           "byte", "biginteger", NULL};
    static const char *const reals[] = {"float", "double", "bigdecimal", NULL};
    g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);
    if (g_strv_contains (integers, lower))
        return RHUMB_ATTRIBUTE_INTEGER;
    if (g_strv_contains (reals, lower))
        return RHUMB_ATTRIBUTE_REAL;
    return g_str_equal (lower, "boolean") ? RHUMB_ATTRIBUTE_FLAG : RHUMB_ATTRIBUTE_TEXT;
}

static gboolean
is_always_real (RhumbElement element, const char *name)
{
    static const char *const of_nodes[] = {"x", "y", "z", "size", NULL};
    return element == RHUMB_ELEMENT_EDGE ? g_str_equal (name, "weight")
                                         : g_strv_contains (of_nodes, name);
}

/* Finds a column or adds it. Then the type of the first counts; numbers that are strengths,
 * positions or sizes are real. @element: nodes or edges; @name: name of the column; @type: its
 * type. Returns number of the column. */
guint
rhumb_network_get_column (RhumbAttributedNetwork *network, RhumbElement element, const char *name,
                          RhumbAttributeType type)
{
    const guint known = rhumb_attributed_network_find_attribute (network, element, name);
    if (known != RHUMB_NONE)
        return known;
    if (type == RHUMB_ATTRIBUTE_INTEGER && is_always_real (element, name))
        type = RHUMB_ATTRIBUTE_REAL;
    return rhumb_attributed_network_add_attribute (network, element, name, type);
}

static gboolean
parse_real (const char *text, double *value)
{
    char *end = NULL;
    *value = g_ascii_strtod (text, &end);
    return end != text && *end == '\0' && isfinite (*value);
}

/* "3" and "3.0" alike: some programs write whole numbers as real ones. */
static gboolean
parse_integer (const char *text, gint64 *value)
{
    double real;
    if (g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL))
        return TRUE;
    if (!parse_real (text, &real) || fabs (real) > 9007199254740992.0 || real != trunc (real))
        return FALSE;
    *value = (gint64)real;
    return TRUE;
}

static gboolean
parse_flag (const char *text, gboolean *value)
{
    *value = g_ascii_strcasecmp (text, "true") == 0 || g_str_equal (text, "1");
    return *value || g_ascii_strcasecmp (text, "false") == 0 || g_str_equal (text, "0");
}

/* Sets a value in the type of its column. Empty text is no value. @element: nodes or edges;
 * @number: number of the node or edge; @column: number of the column; @text (or %NULL): the value
 * as a file writes it, without white space around it. Returns %FALSE if the text does not fit the
 * type. */
gboolean
rhumb_network_set_value (RhumbAttributedNetwork *network, RhumbElement element, gsize number,
                         guint column, const char *text)
{
    double real = 0;
    gint64 integer = 0;
    gboolean flag = FALSE;
    if (text == NULL || *text == '\0')
        return TRUE;
    switch (rhumb_attributed_network_get_attribute (network, element, column)->type) {
    case RHUMB_ATTRIBUTE_TEXT:
        rhumb_attributed_network_set_text (network, element, number, column, text);
        return TRUE;
    case RHUMB_ATTRIBUTE_INTEGER:
        if (!parse_integer (text, &integer))
            return FALSE;
        rhumb_attributed_network_set_integer (network, element, number, column, integer);
        return TRUE;
    case RHUMB_ATTRIBUTE_REAL:
        if (!parse_real (text, &real))
            return FALSE;
        rhumb_attributed_network_set_real (network, element, number, column, real);
        return TRUE;
    case RHUMB_ATTRIBUTE_FLAG:
        if (!parse_flag (text, &flag))
            return FALSE;
        rhumb_attributed_network_set_flag (network, element, number, column, flag);
        return TRUE;
    }
    return FALSE;
}

/* rhumb_network_set_named: rhumb_network_set_value() of the column @name, which is added with
 * @type if there is none. */
gboolean
rhumb_network_set_named (RhumbAttributedNetwork *network, RhumbElement element, gsize number,
                         const char *name, RhumbAttributeType type, const char *text)
{
    return text == NULL ||
           rhumb_network_set_value (network, element, number,
                                    rhumb_network_get_column (network, element, name, type), text);
}
