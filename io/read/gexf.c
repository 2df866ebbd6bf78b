/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * GEXF: networks as Gephi exchanges them, with what it draws.
 *
 * Nodes inside nodes (or with a pid) are flattened and keep the id of their parent. Of a network
 * in time the first start and the last end of each node and edge are kept, and of a value that
 * changes its last. An edge in both directions ("mutual") is one without direction.
 * Source: gexf.net, versions 1.1 to 1.3. Cost: linear; memory for the network.
 */
#include "io/formats.h"

#include "io/read/gexf-values.h"
#include "io/scan/xml-root.h"
#include "io/write/gexf.h"

static RhumbXmlWish
begin_graph (RhumbXmlNetwork *reader, const RhumbXmlNode *element)
{
    Gexf *gexf = reader->state;
    const char *type = rhumb_xml_get_attribute (element, "defaultedgetype");
    gexf->directed = g_strcmp0 (type, "directed") == 0;
    return RHUMB_XML_ENTER;
}

static gboolean
open_node (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    const RhumbXmlPlace *outer = rhumb_xml_network_get_place (reader);
    const char *parent = rhumb_xml_get_attribute (element, "pid");
    if (parent == NULL && outer != NULL && outer->element == RHUMB_ELEMENT_NODE)
        parent = rhumb_attributed_network_get_id (reader->network, (guint32)outer->number);
    if (!rhumb_xml_network_begin_node (reader, element, error))
        return FALSE;
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    const char *label = rhumb_xml_get_attribute (element, "label");
    if (label != NULL)
        rhumb_attributed_network_set_label (reader->network, (guint32)place->number, label);
    return rhumb_gexf_take_span (reader, element, error) &&
           rhumb_xml_network_set (reader, element, "parent", RHUMB_ATTRIBUTE_TEXT, parent, error) &&
           (parent == NULL ||
            rhumb_xml_network_tell (reader, element->line, "nodes inside nodes",
                                    "flattened; each keeps its parent's id", error));
}

static gboolean
open_edge (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    static const struct {
        const char *name;
        RhumbAttributeType type;
    } values[] = {{"weight", RHUMB_ATTRIBUTE_REAL},
                  {"label", RHUMB_ATTRIBUTE_TEXT},
                  {"kind", RHUMB_ATTRIBUTE_TEXT}};
    const Gexf *gexf = reader->state;
    const char *type = rhumb_xml_get_attribute (element, "type");
    const gboolean mutual = g_strcmp0 (type, "mutual") == 0;
    const gboolean directed = type != NULL ? g_str_equal (type, "directed") : gexf->directed;
    if (mutual && !rhumb_xml_network_tell (reader, element->line, "edges of type mutual",
                                           "taken as edges without direction", error))
        return FALSE;
    if (!rhumb_xml_network_begin_edge (reader, element, directed, error))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
        if (!rhumb_xml_network_set (reader, element, values[i].name, values[i].type,
                                    rhumb_xml_get_attribute (element, values[i].name), error))
            return FALSE;
    return rhumb_gexf_take_span (reader, element, error);
}

static RhumbXmlWish
begin_place (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    GError *problem = NULL;
    if (rhumb_xml_is (element, "node") ? open_node (reader, element, &problem)
                                       : open_edge (reader, element, &problem))
        return RHUMB_XML_ENTER;
    if (problem == NULL)
        return RHUMB_XML_SKIP;
    g_propagate_error (error, problem);
    return RHUMB_XML_STOP;
}

static RhumbXmlWish
begin (gpointer data, const RhumbXmlNode *element, GError **error)
{
    static const char *const entered[] = {"gexf",   "nodes",  "edges",   "attvalues",
                                          "spells", "slices", "parents", NULL};
    static const char *const of_place[] = {"attvalue", "position", "size",      "color",  "shape",
                                           "spell",    "slice",    "thickness", "parent", NULL};
    RhumbXmlNetwork *reader = data;
    const gboolean in_place = rhumb_xml_network_get_place (reader) != NULL;
    if (rhumb_xml_is (element, "graph"))
        return begin_graph (reader, element);
    if (rhumb_xml_is (element, "attributes")) {
        rhumb_gexf_begin_attributes (reader->state, element);
        return RHUMB_XML_ENTER;
    }
    if (rhumb_xml_is (element, "node") || rhumb_xml_is (element, "edge"))
        return begin_place (reader, element, error);
    if (rhumb_xml_is (element, "attribute") || rhumb_xml_is (element, "meta") ||
        (in_place && rhumb_xml_is_one_of (element, of_place)))
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is_one_of (element, entered))
        return RHUMB_XML_ENTER;
    g_autofree char *found = g_strdup_printf ("element <%s>", element->name);
    return rhumb_xml_network_tell (reader, element->line, found, "no part of a network; left out",
                                   error)
               ? RHUMB_XML_SKIP
               : RHUMB_XML_STOP;
}

static gboolean
take (gpointer data, const RhumbXmlNode *element, GError **error)
{
    RhumbXmlNetwork *reader = data;
    if (rhumb_xml_is (element, "meta")) {
        rhumb_attributed_network_set_title (reader->network,
                                            rhumb_xml_find_text (element, "description"));
        return TRUE;
    }
    if (rhumb_xml_is (element, "attribute")) {
        rhumb_gexf_take_attribute (reader, element);
        return TRUE;
    }
    return rhumb_gexf_take_value (reader, element, error);
}

static gboolean
end (gpointer data, const char *name, GError **error G_GNUC_UNUSED)
{
    RhumbXmlNetwork *reader = data;
    if (!g_str_equal (name, "node") && !g_str_equal (name, "edge"))
        return TRUE;
    rhumb_gexf_set_defaults (reader);
    rhumb_xml_network_end (reader);
    return TRUE;
}

static gboolean
read_gexf (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
           GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, end};
    g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (rhumb_gexf_attribute_free);
    Gexf gexf = {.attributes = attributes};
    return rhumb_xml_network_read (input, &handler, &gexf, network, builder, error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return g_strcmp0 (root, "gexf") == 0 ? 97 : 0;
}

static const char *const suffixes[] = {"gexf", NULL};

const RhumbFormat rhumb_format_gexf = {
    .name = "gexf",
    .suffixes = suffixes,
    .summary = "GEXF, networks of Gephi with places and colours",
    .sniff = sniff,
    .read_network = read_gexf,
    .write_network = rhumb_gexf_write_network,
};
