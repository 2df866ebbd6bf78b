/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The attributes of the nodes and edges of a network for exchange. Access in constant time.
 */
#include "graph/attributed-network-private.h"

/**
 * rhumb_attributed_network_add_attribute:
 * @network: a network
 * @element: nodes or edges
 * @name: name of the attribute, in any bytes
 * @type: what it holds
 *
 * Adds an attribute, or finds the one of that name: then the type of the first counts.
 *
 * Returns: number of the attribute
 *
 * Since: 0.2
 */
guint
rhumb_attributed_network_add_attribute (RhumbAttributedNetwork *network, RhumbElement element,
                                        const char *name, RhumbAttributeType type)
{
    const char *clean = rhumb_attributed_network_keep (network, name);
    clean = clean != NULL ? clean : g_string_chunk_insert_const (network->strings, "");
    const guint known = rhumb_attributed_network_find_attribute (network, element, clean);
    if (known != RHUMB_NONE)
        return known;
    GPtrArray *columns = network->columns[element];
    g_ptr_array_add (columns, rhumb_column_new (clean, type));
    g_hash_table_insert (network->column_by_name[element], (gpointer)clean,
                         GUINT_TO_POINTER (columns->len));
    return columns->len - 1;
}

static RhumbColumn *
get_column (const RhumbAttributedNetwork *network, RhumbElement element, guint attribute)
{
    return g_ptr_array_index (network->columns[element], attribute);
}

static gsize
count_elements (const RhumbAttributedNetwork *network, RhumbElement element)
{
    return element == RHUMB_ELEMENT_NODE ? network->nodes->len : network->edges->len;
}

static void
set_value (RhumbAttributedNetwork *network, RhumbElement element, gsize number, guint attribute,
           RhumbAttributeType type, RhumbValue value)
{
    g_return_if_fail (attribute < network->columns[element]->len);
    g_return_if_fail (number < count_elements (network, element));
    RhumbColumn *column = get_column (network, element, attribute);
    g_return_if_fail (column->attribute.type == type);
    rhumb_column_set (column, number, value);
}

static RhumbValue
get_value (const RhumbAttributedNetwork *network, RhumbElement element, gsize number,
           guint attribute, RhumbAttributeType type)
{
    const RhumbValue none = {.integer = 0};
    g_return_val_if_fail (attribute < network->columns[element]->len, none);
    const RhumbColumn *column = get_column (network, element, attribute);
    const RhumbValue *value = rhumb_column_find (column, number);
    g_return_val_if_fail (value == NULL || column->attribute.type == type, none);
    return value != NULL ? *value : none;
}

/**
 * rhumb_attributed_network_set_text:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 * @value: (nullable): any text
 *
 * Sets a value of an attribute of this type. Text without characters is no value.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_set_text (RhumbAttributedNetwork *network, RhumbElement element,
                                   gsize number, guint attribute, const char *value)
{
    const RhumbValue cell = {.text = rhumb_attributed_network_keep (network, value)};
    if (cell.text != NULL)
        set_value (network, element, number, attribute, RHUMB_ATTRIBUTE_TEXT, cell);
}

/**
 * rhumb_attributed_network_set_integer:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 * @value: the value
 *
 * Sets a value of an attribute of this type.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_set_integer (RhumbAttributedNetwork *network, RhumbElement element,
                                      gsize number, guint attribute, gint64 value)
{
    const RhumbValue cell = {.integer = value};
    set_value (network, element, number, attribute, RHUMB_ATTRIBUTE_INTEGER, cell);
}

/**
 * rhumb_attributed_network_set_real:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 * @value: the value
 *
 * Sets a value of an attribute of this type.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_set_real (RhumbAttributedNetwork *network, RhumbElement element,
                                   gsize number, guint attribute, double value)
{
    const RhumbValue cell = {.real = value};
    set_value (network, element, number, attribute, RHUMB_ATTRIBUTE_REAL, cell);
}

/**
 * rhumb_attributed_network_set_flag:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 * @value: the value
 *
 * Sets a value of an attribute of this type.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_set_flag (RhumbAttributedNetwork *network, RhumbElement element,
                                   gsize number, guint attribute, gboolean value)
{
    const RhumbValue cell = {.integer = value != FALSE};
    set_value (network, element, number, attribute, RHUMB_ATTRIBUTE_FLAG, cell);
}

/**
 * rhumb_attributed_network_get_n_attributes:
 * @network: a network
 * @element: nodes or edges
 *
 * Counts attributes.
 *
 * Returns: attributes
 *
 * Since: 0.2
 */
guint
rhumb_attributed_network_get_n_attributes (const RhumbAttributedNetwork *network,
                                           RhumbElement element)
{
    return network->columns[element]->len;
}

/**
 * rhumb_attributed_network_get_attribute:
 * @network: a network
 * @element: nodes or edges
 * @attribute: number of the attribute
 *
 * Gets what an attribute is.
 *
 * Returns: (transfer none): the attribute
 *
 * Since: 0.2
 */
const RhumbAttribute *
rhumb_attributed_network_get_attribute (const RhumbAttributedNetwork *network, RhumbElement element,
                                        guint attribute)
{
    g_return_val_if_fail (attribute < network->columns[element]->len, NULL);
    return &get_column (network, element, attribute)->attribute;
}

/* rhumb_attributed_network_drop_empty: leaves out the attributes that no node has. */
void
rhumb_attributed_network_drop_empty (RhumbAttributedNetwork *network)
{
    GHashTable *by_name = network->column_by_name[RHUMB_ELEMENT_NODE];
    g_autoptr (GPtrArray) all = g_steal_pointer (&network->columns[RHUMB_ELEMENT_NODE]);
    GPtrArray *kept = g_ptr_array_new_with_free_func (rhumb_column_free);
    network->columns[RHUMB_ELEMENT_NODE] = kept;
    g_hash_table_remove_all (by_name);
    for (guint i = 0; i < all->len; i++) {
        RhumbColumn *column = all->pdata[i];
        if (column->n_values == 0)
            continue;
        all->pdata[i] = NULL;
        g_ptr_array_add (kept, column);
        g_hash_table_insert (by_name, (gpointer)column->attribute.name,
                             GUINT_TO_POINTER (kept->len));
    }
}

/**
 * rhumb_attributed_network_find_attribute:
 * @network: a network
 * @element: nodes or edges
 * @name: name of an attribute
 *
 * Finds an attribute.
 *
 * Returns: its number, or %RHUMB_NONE
 *
 * Since: 0.2
 */
guint
rhumb_attributed_network_find_attribute (const RhumbAttributedNetwork *network,
                                         RhumbElement element, const char *name)
{
    const guint known =
        GPOINTER_TO_UINT (g_hash_table_lookup (network->column_by_name[element], name));
    return known > 0 ? known - 1 : RHUMB_NONE;
}

/**
 * rhumb_attributed_network_has_value:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 *
 * Tells whether an element has a value of an attribute.
 *
 * Returns: whether it has
 *
 * Since: 0.2
 */
gboolean
rhumb_attributed_network_has_value (const RhumbAttributedNetwork *network, RhumbElement element,
                                    gsize number, guint attribute)
{
    g_return_val_if_fail (attribute < network->columns[element]->len, FALSE);
    return rhumb_column_find (get_column (network, element, attribute), number) != NULL;
}

/**
 * rhumb_attributed_network_get_text:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 *
 * Gets a value of an attribute of this type.
 *
 * Returns: (transfer none) (nullable): the value, %NULL if there is none
 *
 * Since: 0.2
 */
const char *
rhumb_attributed_network_get_text (const RhumbAttributedNetwork *network, RhumbElement element,
                                   gsize number, guint attribute)
{
    return get_value (network, element, number, attribute, RHUMB_ATTRIBUTE_TEXT).text;
}

/**
 * rhumb_attributed_network_get_integer:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 *
 * Gets a value of an attribute of this type.
 *
 * Returns: the value, 0 if there is none
 *
 * Since: 0.2
 */
gint64
rhumb_attributed_network_get_integer (const RhumbAttributedNetwork *network, RhumbElement element,
                                      gsize number, guint attribute)
{
    return get_value (network, element, number, attribute, RHUMB_ATTRIBUTE_INTEGER).integer;
}

/**
 * rhumb_attributed_network_get_real:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 *
 * Gets a value of an attribute of this type.
 *
 * Returns: the value, 0 if there is none
 *
 * Since: 0.2
 */
double
rhumb_attributed_network_get_real (const RhumbAttributedNetwork *network, RhumbElement element,
                                   gsize number, guint attribute)
{
    return get_value (network, element, number, attribute, RHUMB_ATTRIBUTE_REAL).real;
}

/**
 * rhumb_attributed_network_get_weight:
 * @network: a network
 * @edge: number of an edge
 *
 * Gets the number in the attribute "weight" of an edge.
 *
 * Returns: the weight, 1 if there is none
 *
 * Since: 0.2
 */
double
rhumb_attributed_network_get_weight (const RhumbAttributedNetwork *network, gsize edge)
{
    const RhumbElement element = RHUMB_ELEMENT_EDGE;
    const guint weight = rhumb_attributed_network_find_attribute (network, element, "weight");
    if (weight == RHUMB_NONE ||
        !rhumb_attributed_network_has_value (network, element, edge, weight))
        return 1;
    switch (rhumb_attributed_network_get_attribute (network, element, weight)->type) {
    case RHUMB_ATTRIBUTE_INTEGER:
        return (double)rhumb_attributed_network_get_integer (network, element, edge, weight);
    case RHUMB_ATTRIBUTE_REAL:
        return rhumb_attributed_network_get_real (network, element, edge, weight);
    default:
        return 1;
    }
}

/**
 * rhumb_attributed_network_get_flag:
 * @network: a network
 * @element: nodes or edges
 * @number: number of the node or edge
 * @attribute: number of the attribute
 *
 * Gets a value of an attribute of this type.
 *
 * Returns: the value, %FALSE if there is none
 *
 * Since: 0.2
 */
gboolean
rhumb_attributed_network_get_flag (const RhumbAttributedNetwork *network, RhumbElement element,
                                   gsize number, guint attribute)
{
    return get_value (network, element, number, attribute, RHUMB_ATTRIBUTE_FLAG).integer != 0;
}
