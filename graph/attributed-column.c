/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The values of one attribute. Most elements have most attributes, so values stand at the numbers
 * of their elements, 8 bytes each and one for whether it is there. But a file may give each of its
 * nodes an attribute of its own: where that would take more than 16 places a value, values stand in
 * the order in which they came, and a table knows whose each is; as soon as they fill an eighth of
 * the places they are put there. Access in constant time; memory grows with values, not with
 * elements × attributes.
 */
#include "graph/attributed-network-private.h"

#include <string.h>

#define SPARSEST 16
#define DENSE_ENOUGH 8
#define FEW_PLACES 1024

/* Makes an attribute without values; @name is borrowed. */
RhumbColumn *
rhumb_column_new (const char *name, RhumbAttributeType type)
{
    RhumbColumn *column = g_new0 (RhumbColumn, 1);
    column->attribute = (RhumbAttribute){name, type};
    column->values = g_array_new (FALSE, TRUE, sizeof (RhumbValue));
    column->is_there = g_byte_array_new ();
    return column;
}

void
rhumb_column_free (gpointer data)
{
    RhumbColumn *column = data;
    if (column == NULL)
        return;
    g_array_unref (column->values);
    g_byte_array_unref (column->is_there);
    g_clear_pointer (&column->place, g_hash_table_unref);
    g_free (column);
}

static void
add_place (RhumbColumn *column, gsize number, RhumbValue value)
{
    g_array_append_val (column->values, value);
    g_hash_table_insert (column->place, GSIZE_TO_POINTER (number),
                         GUINT_TO_POINTER (column->values->len));
}

static void
put (RhumbColumn *column, gsize number, RhumbValue value)
{
    const gsize old_length = column->is_there->len;
    if (number >= old_length) {
        g_array_set_size (column->values, (guint)number + 1);
        g_byte_array_set_size (column->is_there, (guint)number + 1);
        memset (column->is_there->data + old_length, 0, number + 1 - old_length);
    }
    g_array_index (column->values, RhumbValue, number) = value;
    column->is_there->data[number] = TRUE;
}

static void
make_sparse (RhumbColumn *column)
{
    g_autoptr (GArray) values = column->values;
    g_autoptr (GByteArray) is_there = column->is_there;
    column->values = g_array_new (FALSE, TRUE, sizeof (RhumbValue));
    column->is_there = g_byte_array_new ();
    column->place = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < is_there->len; i++)
        if (is_there->data[i])
            add_place (column, i, g_array_index (values, RhumbValue, i));
}

static void
make_dense (RhumbColumn *column)
{
    g_autoptr (GArray) values = column->values;
    g_autoptr (GHashTable) place = g_steal_pointer (&column->place);
    GHashTableIter iter;
    gpointer number, which;
    column->values = g_array_new (FALSE, TRUE, sizeof (RhumbValue));
    g_hash_table_iter_init (&iter, place);
    while (g_hash_table_iter_next (&iter, &number, &which))
        put (column, GPOINTER_TO_SIZE (number),
             g_array_index (values, RhumbValue, GPOINTER_TO_UINT (which) - 1));
}

/* Where the value of an element stands; %NULL if it has none. */
RhumbValue *
rhumb_column_find (const RhumbColumn *column, gsize number)
{
    if (column->place != NULL) {
        const guint place =
            GPOINTER_TO_UINT (g_hash_table_lookup (column->place, GSIZE_TO_POINTER (number)));
        return place > 0 ? &g_array_index (column->values, RhumbValue, place - 1) : NULL;
    }
    return number < column->is_there->len && column->is_there->data[number]
               ? &g_array_index (column->values, RhumbValue, number)
               : NULL;
}

/* Sets the value of an element, which replaces one that it has. */
void
rhumb_column_set (RhumbColumn *column, gsize number, RhumbValue value)
{
    RhumbValue *known = rhumb_column_find (column, number);
    if (known != NULL) {
        *known = value;
        return;
    }
    column->n_values++;
    column->end = MAX (column->end, number + 1);
    if (column->place != NULL && column->n_values > column->end / DENSE_ENOUGH)
        make_dense (column);
    else if (column->place == NULL && column->end > FEW_PLACES + SPARSEST * (gsize)column->n_values)
        make_sparse (column);
    if (column->place != NULL)
        add_place (column, number, value);
    else
        put (column, number, value);
}
