/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The attributes of the nodes and edges of a network for exchange: columns that grow with the
 * last element that has a value. Access in constant time.
 */
#include "graph/attributed-network-private.h"

#include <string.h>

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
    RhumbColumn *column = g_new0 (RhumbColumn, 1);
    *column = (RhumbColumn){
        {clean, type}, g_array_new (FALSE, TRUE, sizeof (RhumbValue)), g_byte_array_new ()};
    g_ptr_array_add (network->columns[element], column);
    return network->columns[element]->len - 1;
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
    if (number >= column->values->len) {
        const guint old_length = column->is_there->len;
        g_array_set_size (column->values, (guint)number + 1);
        g_byte_array_set_size (column->is_there, (guint)number + 1);
        memset (column->is_there->data + old_length, 0, number + 1 - old_length);
    }
    g_array_index (column->values, RhumbValue, number) = value;
    column->is_there->data[number] = TRUE;
}

static RhumbValue
get_value (const RhumbAttributedNetwork *network, RhumbElement element, gsize number,
           guint attribute, RhumbAttributeType type)
{
    const RhumbValue none = {.integer = 0};
    if (!rhumb_attributed_network_has_value (network, element, number, attribute))
        return none;
    const RhumbColumn *column = get_column (network, element, attribute);
    g_return_val_if_fail (column->attribute.type == type, none);
    return g_array_index (column->values, RhumbValue, number);
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
    GPtrArray *columns = network->columns[RHUMB_ELEMENT_NODE];
    for (guint i = columns->len; i > 0; i--)
        if (((const RhumbColumn *)columns->pdata[i - 1])->is_there->len == 0)
            g_ptr_array_remove_index (columns, i - 1);
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
    for (guint i = 0; i < network->columns[element]->len; i++) {
        const RhumbColumn *column = g_ptr_array_index (network->columns[element], i);
        if (g_str_equal (column->attribute.name, name))
            return i;
    }
    return RHUMB_NONE;
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
    const RhumbColumn *column = get_column (network, element, attribute);
    return number < column->is_there->len && column->is_there->data[number];
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
