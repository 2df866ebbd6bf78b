/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What GraphML and GEXF say in the same way: nodes that may hold nodes, edges that name nodes by
 * id, values of both.
 *
 * Nested graphs are flattened. An edge may name a node that comes later or never: the node is made
 * at once, and those that no element declares are counted at the end.
 * Cost: linear; memory for the network.
 */
#include "io/read/xml-network.h"

#include "graph/plural.h"
#include "io/scan/network-values.h"

#define MANY_NAMES 64

/* rhumb_xml_network_tell: notes something once for each @what. */
gboolean
rhumb_xml_network_tell (RhumbXmlNetwork *reader, guint64 line, const char *what, const char *why,
                        GError **error)
{
    if (g_hash_table_size (reader->told) >= MANY_NAMES ||
        !g_hash_table_add (reader->told, g_strdup (what)))
        return TRUE;
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, line, what, why, error);
}

/* rhumb_xml_network_get_place: the innermost node or edge that is open, or %NULL. */
const RhumbXmlPlace *
rhumb_xml_network_get_place (const RhumbXmlNetwork *reader)
{
    const guint n = reader->places->len;
    return n > 0 ? &g_array_index (reader->places, RhumbXmlPlace, n - 1) : NULL;
}

static guint32
get_node (RhumbXmlNetwork *reader, const char *id, gboolean declares)
{
    guint32 node = rhumb_attributed_network_find_node (reader->network, id);
    if (node == RHUMB_NONE)
        node = rhumb_attributed_network_add_node (reader->network, id, NULL);
    while (reader->declared->len <= node)
        g_byte_array_append (reader->declared, (const guint8 *)"", 1);
    if (declares)
        reader->declared->data[node] = 1;
    return node;
}

static gboolean
lose (RhumbXmlNetwork *reader, const RhumbXmlNode *element, const char *why, GError **error)
{
    g_autofree char *found = g_strdup_printf ("element <%s>", element->name);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, element->line,
                                        found, why, error);
}

/* Adds a node and makes it the place of what follows. Without an id it is lost. @element: the
 * node's element. Returns whether the node is open; if not, there may be an error. */
gboolean
rhumb_xml_network_begin_node (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    const char *id = rhumb_xml_get_attribute (element, "id");
    if (id == NULL) {
        lose (reader, element, "expected an id", error);
        return FALSE;
    }
    const guint32 known = rhumb_attributed_network_find_node (reader->network, id);
    if (known != RHUMB_NONE && reader->declared->data[known] &&
        !rhumb_xml_network_tell (reader, element->line, "a node named twice",
                                 "both are taken as one", error))
        return FALSE;
    const guint32 node = get_node (reader, id, TRUE);
    const RhumbXmlPlace place = {RHUMB_ELEMENT_NODE, node};
    rhumb_attributed_network_set_line (reader->network, node, element->line);
    g_array_append_val (reader->places, place);
    return TRUE;
}

/* Adds an edge and makes it the place of what follows. Without both ends it is lost. @element: the
 * edge's element; @directed: whether it has a direction. Returns whether the edge is open; if not,
 * there may be an error. */
gboolean
rhumb_xml_network_begin_edge (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                              gboolean directed, GError **error)
{
    const char *source = rhumb_xml_get_attribute (element, "source");
    const char *target = rhumb_xml_get_attribute (element, "target");
    if (source == NULL || target == NULL) {
        lose (reader, element, "expected a source and a target", error);
        return FALSE;
    }
    const guint32 from = get_node (reader, source, FALSE);
    const guint32 to = get_node (reader, target, FALSE);
    const RhumbXmlPlace place = {RHUMB_ELEMENT_EDGE, rhumb_attributed_network_add_edge (
                                                         reader->network, from, to, directed)};
    g_array_append_val (reader->places, place);
    return rhumb_xml_network_set (reader, element, "id", RHUMB_ATTRIBUTE_TEXT,
                                  rhumb_xml_get_attribute (element, "id"), error);
}

/* rhumb_xml_network_end: closes the innermost node or edge. */
void
rhumb_xml_network_end (RhumbXmlNetwork *reader)
{
    g_array_set_size (reader->places, reader->places->len - 1);
}

/* rhumb_xml_network_drop: reports a value that does not fit its type. */
gboolean
rhumb_xml_network_drop (RhumbXmlNetwork *reader, const RhumbXmlNode *element, const char *name,
                        const char *text, GError **error)
{
    g_autofree char *found = g_strdup_printf ("%s is '%s'", name, text);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_FIELD_DROPPED, element->line,
                                        found, "expected a value of the declared type", error);
}

/* rhumb_xml_network_set: gives the innermost node or edge a value by name; %NULL is none. */
gboolean
rhumb_xml_network_set (RhumbXmlNetwork *reader, const RhumbXmlNode *element, const char *name,
                       RhumbAttributeType type, const char *text, GError **error)
{
    const RhumbXmlPlace *place = rhumb_xml_network_get_place (reader);
    return rhumb_network_set_named (reader->network, place->element, place->number, name, type,
                                    text) ||
           rhumb_xml_network_drop (reader, element, name, text, error);
}

static gboolean
tell_undeclared (RhumbXmlNetwork *reader, GError **error)
{
    guint n = 0;
    for (guint i = 0; i < reader->declared->len; i++)
        n += !reader->declared->data[i];
    if (n == 0)
        return TRUE;
    g_autofree char *found =
        g_strdup_printf ("%u %s that only edges name", n, rhumb_plural (n, "node", "nodes"));
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, 0, found,
                                        "added without values", error);
}

/* Reads the network of an XML file. @input: an input of which nothing has been read; @handler: the
 * format; its functions get a RhumbXmlNetwork; @state: the format's own state, in that; @network:
 * the network to fill; @builder: a builder with a source begun. Returns %FALSE with an error of
 * rhumb_xml_read(). */
gboolean
rhumb_xml_network_read (RhumbInput *input, const RhumbXmlHandler *handler, gpointer state,
                        RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
                        GError **error)
{
    g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (RhumbXmlPlace));
    g_autoptr (GByteArray) declared = g_byte_array_new ();
    g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    RhumbXmlNetwork reader = {network, builder, places, declared, told, state};
    return rhumb_xml_read (input, handler, &reader, builder, error) &&
           tell_undeclared (&reader, error);
}
