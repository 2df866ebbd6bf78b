/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The values of GEXF: declared attributes, what Gephi draws, and when things exist.
 *
 * Places, sizes and colours become columns of their own ("x", "size", "color" as #rrggbb, with two
 * digits more if it is not opaque), so that they survive a change of format.
 * Source: gexf.net, versions 1.1 to 1.3. Cost: linear in the values, times the attributes.
 */
#include "io/read/gexf-values.h"

#include <math.h>
#include <string.h>

#include "io/scan/network-values.h"

typedef struct {
    char *id;
    RhumbElement element;
    guint column;
    char *name;
    char *fallback; /* NULL = none */
} Attribute;

/* rhumb_gexf_begin_attributes: notes whether declarations that follow are of nodes or edges. */
void
rhumb_gexf_begin_attributes (Gexf *gexf, const RhumbXmlNode *element)
{
    gexf->element = g_strcmp0 (rhumb_xml_get_attribute (element, "class"), "edge") == 0
                        ? RHUMB_ELEMENT_EDGE
                        : RHUMB_ELEMENT_NODE;
}

/* rhumb_gexf_take_attribute: takes a declaration and adds its column. */
void
rhumb_gexf_take_attribute (RhumbXmlNetwork *reader, const RhumbXmlNode *element)
{
    const Gexf *gexf = reader->state;
    const char *id = rhumb_xml_get_attribute (element, "id");
    const char *title = rhumb_xml_get_attribute (element, "title");
    Attribute *attribute = g_new0 (Attribute, 1);
    attribute->id = g_strdup (id != NULL ? id : "");
    attribute->name = g_strdup (title != NULL ? title : attribute->id);
    attribute->element = gexf->element;
    attribute->column = rhumb_network_get_column (
        reader->network, gexf->element, attribute->name,
        rhumb_network_find_type (rhumb_xml_get_attribute (element, "type")));
    attribute->fallback = g_strdup (rhumb_xml_find_text (element, "default"));
    g_ptr_array_add (gexf->attributes, attribute);
}

/* rhumb_gexf_attribute_free: frees a declaration. */
void
rhumb_gexf_attribute_free (gpointer data)
{
    Attribute *attribute = data;
    g_free (attribute->id);
    g_free (attribute->name);
    g_free (attribute->fallback);
    g_free (attribute);
}

static const Attribute *
find_attribute (const RhumbXmlNetwork *reader, const char *id)
{
    const Gexf *gexf = reader->state;
    const RhumbElement element = rhumb_xml_network_get_place (reader)->element;
    for (guint i = 0; id != NULL && i < gexf->attributes->len; i++) {
        const Attribute *attribute = gexf->attributes->pdata[i];
        if (attribute->element == element && g_str_equal (attribute->id, id))
            return attribute;
    }
    return NULL;
}

static gboolean
take_declared (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    const char *id = rhumb_xml_get_attribute (element, "for");
    id = id != NULL ? id : rhumb_xml_get_attribute (element, "id");
    const char *value = rhumb_xml_get_attribute (element, "value");
    const Attribute *attribute = find_attribute (reader, id);
    if (attribute == NULL) {
        g_autofree char *found = g_strdup_printf ("value of attribute '%s'", id != NULL ? id : "");
        return rhumb_xml_network_tell (reader, element->line, found,
                                       "expected an attribute that is declared; left out", error);
    }
    const gboolean again = rhumb_attributed_network_has_value (reader->network, place->element,
                                                               place->number, attribute->column);
    if (again && !rhumb_xml_network_tell (reader, element->line, "values that change in time",
                                          "the last one is kept", error))
        return FALSE;
    return rhumb_network_set_value (reader->network, place->element, place->number,
                                    attribute->column, value) ||
           rhumb_xml_network_drop (reader, element, attribute->name, value, error);
}

static gboolean
set_real (RhumbXmlNetwork *reader, const RhumbXmlNode *element, const char *column,
          const char *attribute, GError **error)
{
    return rhumb_xml_network_set (reader, element, column, RHUMB_ATTRIBUTE_REAL,
                                  rhumb_xml_get_attribute (element, attribute), error);
}

static gboolean
get_shade (const RhumbXmlNode *element, const char *name, guint *shade)
{
    const char *text = rhumb_xml_get_attribute (element, name);
    guint64 value = 0;
    const gboolean fits =
        text != NULL && g_ascii_string_to_unsigned (text, 10, 0, 255, &value, NULL);
    *shade = (guint)value;
    return fits;
}

static gboolean
is_hex_color (const char *text)
{
    const gsize length = text != NULL ? strlen (text) : 0;
    return (length == 7 || length == 9) && text[0] == '#' &&
           strspn (text + 1, "0123456789abcdefABCDEF") == length - 1;
}

static gboolean
take_color (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    guint red;
    guint green;
    guint blue;
    const char *hex = rhumb_xml_get_attribute (element, "hex");
    const char *opacity = rhumb_xml_get_attribute (element, "a");
    g_autofree char *color = is_hex_color (hex) ? g_ascii_strdown (hex, -1) : NULL;
    if (color == NULL && get_shade (element, "r", &red) && get_shade (element, "g", &green) &&
        get_shade (element, "b", &blue))
        color = g_strdup_printf ("#%02x%02x%02x", red, green, blue);
    if (color == NULL)
        return rhumb_xml_network_drop (reader, element, "color", hex != NULL ? hex : "incomplete",
                                       error);
    const double share = opacity != NULL ? g_ascii_strtod (opacity, NULL) : 1;
    if (strlen (color) == 7 && share >= 0 && share < 1) {
        char *solid = color;
        color = g_strdup_printf ("%s%02x", solid, (guint)lround (share * 255));
        g_free (solid);
    }
    return rhumb_xml_network_set (reader, element, "color", RHUMB_ATTRIBUTE_TEXT, color, error);
}

/* Keeps when a node or edge exists: the first start, the last end. @reader: the reader, with a node
 * or edge open; @element: an element with a start and an end in time, or without. Returns %FALSE
 * with an error of the builder. */
gboolean
rhumb_gexf_take_span (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    const char *start = rhumb_xml_get_attribute (element, "start");
    start = start != NULL ? start : rhumb_xml_get_attribute (element, "startopen");
    const char *last = rhumb_xml_get_attribute (element, "end");
    last = last != NULL ? last : rhumb_xml_get_attribute (element, "endopen");
    if (start != NULL) {
        const guint column = rhumb_network_get_column (reader->network, place->element, "start",
                                                       RHUMB_ATTRIBUTE_TEXT);
        if (rhumb_attributed_network_has_value (reader->network, place->element, place->number,
                                                column)) {
            start = NULL;
            if (!rhumb_xml_network_tell (reader, element->line, "several spells",
                                         "taken as one, from the first start to the last end",
                                         error))
                return FALSE;
        }
    }
    return rhumb_xml_network_set (reader, element, "start", RHUMB_ATTRIBUTE_TEXT, start, error) &&
           rhumb_xml_network_set (reader, element, "end", RHUMB_ATTRIBUTE_TEXT, last, error);
}

static gboolean
take_position (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    const char *z = rhumb_xml_get_attribute (element, "z");
    const gboolean flat = z == NULL || g_ascii_strtod (z, NULL) == 0;
    return set_real (reader, element, "x", "x", error) &&
           set_real (reader, element, "y", "y", error) &&
           (flat || set_real (reader, element, "z", "z", error));
}

/* rhumb_gexf_take_value: takes an element inside a node or edge. */
gboolean
rhumb_gexf_take_value (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    if (rhumb_xml_is (element, "attvalue"))
        return take_declared (reader, element, error);
    if (rhumb_xml_is (element, "position"))
        return take_position (reader, element, error);
    if (rhumb_xml_is (element, "size") || rhumb_xml_is (element, "thickness"))
        return set_real (reader, element, element->name, "value", error);
    if (rhumb_xml_is (element, "color"))
        return take_color (reader, element, error);
    if (rhumb_xml_is (element, "shape"))
        return rhumb_xml_network_set (reader, element, "shape", RHUMB_ATTRIBUTE_TEXT,
                                      rhumb_xml_get_attribute (element, "value"), error);
    if (rhumb_xml_is (element, "parent"))
        return rhumb_xml_network_set (reader, element, "parent", RHUMB_ATTRIBUTE_TEXT,
                                      rhumb_xml_get_attribute (element, "for"), error);
    return rhumb_gexf_take_span (reader, element, error);
}

/* rhumb_gexf_set_defaults: gives the innermost node or edge the defaults it has no values for. */
void
rhumb_gexf_set_defaults (RhumbXmlNetwork *reader)
{
    const Gexf *gexf = reader->state;
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    for (guint i = 0; i < gexf->attributes->len; i++) {
        const Attribute *attribute = gexf->attributes->pdata[i];
        if (attribute->fallback != NULL && attribute->element == place->element &&
            !rhumb_attributed_network_has_value (reader->network, place->element, place->number,
                                                 attribute->column))
            rhumb_network_set_value (reader->network, place->element, place->number,
                                     attribute->column, attribute->fallback);
    }
}
