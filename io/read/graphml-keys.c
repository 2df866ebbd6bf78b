/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The keys of GraphML: values that a file declares once and gives many times, and what yEd draws.
 *
 * A key without a type that never holds plain text makes no column: programs declare such keys for
 * drawings. Of these the label, the middle of the shape and its colour are taken.
 * Source: graphml.graphdrawing.org; files of yEd and yFiles. Cost: linear.
 */
#include "io/read/graphml-keys.h"

#include <string.h>

#include "io/scan/network-values.h"

/* rhumb_graphml_key_new: makes a key of its element; free it with rhumb_graphml_key_free(). */
GraphmlKey *
rhumb_graphml_key_new (const RhumbXmlNode *element)
{
    const char *id = rhumb_xml_get_attribute (element, "id");
    const char *name = rhumb_xml_get_attribute (element, "attr.name");
    const char *type = rhumb_xml_get_attribute (element, "attr.type");
    const char *of = rhumb_xml_get_attribute (element, "for");
    const gboolean of_all = of == NULL || g_str_equal (of, "all");
    const RhumbXmlNode *fallback = rhumb_xml_first (element, "default");
    GraphmlKey *key = g_new0 (GraphmlKey, 1);
    key->id = g_strdup (id != NULL ? id : "");
    key->name = g_strdup (name != NULL ? name : key->id);
    key->type = rhumb_network_find_type (type);
    key->has_type = type != NULL;
    key->of_element[RHUMB_ELEMENT_NODE] = of_all || g_str_equal (of, "node");
    key->of_element[RHUMB_ELEMENT_EDGE] = of_all || g_str_equal (of, "edge");
    if (fallback != NULL && fallback->n_descendants == 0)
        key->fallback = g_strdup (rhumb_xml_get_text (fallback));
    return key;
}

/* rhumb_graphml_key_free: frees a key. */
void
rhumb_graphml_key_free (gpointer data)
{
    GraphmlKey *key = data;
    g_free (key->id);
    g_free (key->name);
    g_free (key->fallback);
    g_free (key);
}

/* rhumb_graphml_key_may_label: whether @key holds texts of nodes and is called @name. */
gboolean
rhumb_graphml_key_may_label (const GraphmlKey *key, const char *name)
{
    return key->of_element[RHUMB_ELEMENT_NODE] && key->type == RHUMB_ATTRIBUTE_TEXT &&
           g_ascii_strcasecmp (key->name, name) == 0;
}

/* rhumb_graphml_key_add_columns: adds the columns of a key that has a type, in declared order. */
void
rhumb_graphml_key_add_columns (RhumbAttributedNetwork *network, const GraphmlKey *key)
{
    if (!key->has_type)
        return;
    if (key->of_element[RHUMB_ELEMENT_NODE] && !key->is_label)
        rhumb_network_get_column (network, RHUMB_ELEMENT_NODE, key->name, key->type);
    if (key->of_element[RHUMB_ELEMENT_EDGE])
        rhumb_network_get_column (network, RHUMB_ELEMENT_EDGE, key->name, key->type);
}

/* rhumb_graphml_key_set: gives the innermost node or edge the value of a key. */
gboolean
rhumb_graphml_key_set (RhumbXmlNetwork *reader, const GraphmlKey *key, const RhumbXmlNode *element,
                       const char *text, GError **error)
{
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    if (text == NULL || !key->is_label || place->element != RHUMB_ELEMENT_NODE)
        return rhumb_xml_network_set (reader, element, key->name, key->type, text, error);
    rhumb_attributed_network_set_label (reader->network, (guint32)place->number, text);
    return TRUE;
}

/* rhumb_graphml_key_set_default: gives the innermost node or edge the default of a key, if it has
 * no value yet. A default that does not fit the type is none. */
void
rhumb_graphml_key_set_default (RhumbXmlNetwork *reader, const GraphmlKey *key)
{
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    RhumbAttributedNetwork *network = reader->network;
    if (key->fallback == NULL || !key->of_element[place->element])
        return;
    if (key->is_label && place->element == RHUMB_ELEMENT_NODE) {
        if (rhumb_attributed_network_get_label (network, (guint32)place->number) == NULL)
            rhumb_attributed_network_set_label (network, (guint32)place->number, key->fallback);
        return;
    }
    const guint column = rhumb_network_get_column (network, place->element, key->name, key->type);
    if (!rhumb_attributed_network_has_value (network, place->element, place->number, column))
        rhumb_network_set_value (network, place->element, place->number, column, key->fallback);
}

static const char *
find_words (const RhumbXmlNode *element)
{
    static const char *const names[] = {"NodeLabel", "EdgeLabel", "Label.Text", "Label"};
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
        const char *words = rhumb_xml_get_text (rhumb_xml_find_below (element, names[i]));
        if (words != NULL)
            return words;
    }
    return NULL;
}

/* The middle of the shape along one axis. */
static gboolean
set_middle (RhumbXmlNetwork *reader, const RhumbXmlNode *shape, const char *column,
            const char *start, const char *extent, GError **error)
{
    const char *from = rhumb_xml_get_attribute (shape, start);
    const char *length = rhumb_xml_get_attribute (shape, extent);
    if (from == NULL)
        return TRUE;
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_dtostr (text, sizeof text,
                    g_ascii_strtod (from, NULL) +
                        (length != NULL ? g_ascii_strtod (length, NULL) / 2 : 0));
    return rhumb_xml_network_set (reader, shape, column, RHUMB_ATTRIBUTE_REAL, text, error);
}

static gboolean
take_shape (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    const RhumbXmlNode *shape = rhumb_xml_find_below (element, "Geometry");
    const RhumbXmlNode *box = rhumb_xml_find_below (element, "RectD");
    const char *color = rhumb_xml_get_attribute (rhumb_xml_find_below (element, "Fill"), "color");
    const gboolean is_plain =
        color != NULL && color[0] == '#' && (strlen (color) == 7 || strlen (color) == 9);
    return set_middle (reader, shape, "x", "x", "width", error) &&
           set_middle (reader, shape, "y", "y", "height", error) &&
           set_middle (reader, box, "x", "X", "Width", error) &&
           set_middle (reader, box, "y", "Y", "Height", error) &&
           rhumb_xml_network_set (reader, element, "color", RHUMB_ATTRIBUTE_TEXT,
                                  is_plain ? color : NULL, error);
}

/* Takes what a drawing says of a node or edge; the rest is told once and left out. @reader: the
 * reader, with a node or edge open; @element: data that holds elements; @found: what it is, for the
 * report. Returns %FALSE with an error of the builder. */
gboolean
rhumb_graphml_take_drawing (RhumbXmlNetwork *reader, const RhumbXmlNode *element, const char *found,
                            GError **error)
{
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    const char *words = find_words (element);
    const gboolean is_node = place->element == RHUMB_ELEMENT_NODE;
    if (is_node && words != NULL &&
        rhumb_attributed_network_get_label (reader->network, (guint32)place->number) == NULL)
        rhumb_attributed_network_set_label (reader->network, (guint32)place->number, words);
    if (!is_node &&
        !rhumb_xml_network_set (reader, element, "label", RHUMB_ATTRIBUTE_TEXT, words, error))
        return FALSE;
    return (!is_node || take_shape (reader, element, error)) &&
           rhumb_xml_network_tell (reader, element->line, found,
                                   "a drawing; its label, place and colour are taken", error);
}
