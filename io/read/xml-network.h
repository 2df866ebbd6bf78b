/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/xml-door.h"

G_BEGIN_DECLS

/* A node or an edge. */
typedef struct {
    RhumbElement element;
    gsize number;
} RhumbXmlPlace;

/* What readers of networks in XML share. */
typedef struct {
    RhumbAttributedNetwork *network;
    RhumbCorpusBuilder *builder;
    GArray *places;       /* RhumbXmlPlace: nodes and edges that are open, the inner one last */
    GByteArray *declared; /* of each node, whether an element of its own names it */
    GHashTable *told;
    gpointer state; /* the reader's own */
} RhumbXmlNetwork;

gboolean rhumb_xml_network_read (RhumbInput *input, const RhumbXmlHandler *handler, gpointer state,
                                 RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
                                 GError **error);
const RhumbXmlPlace *rhumb_xml_network_get_place (const RhumbXmlNetwork *reader);
gboolean rhumb_xml_network_begin_node (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                                       GError **error);
gboolean rhumb_xml_network_begin_edge (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                                       gboolean directed, GError **error);
void rhumb_xml_network_end (RhumbXmlNetwork *reader);
gboolean rhumb_xml_network_set (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                                const char *name, RhumbAttributeType type, const char *text,
                                GError **error);
gboolean rhumb_xml_network_drop (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                                 const char *name, const char *text, GError **error);
gboolean rhumb_xml_network_tell (RhumbXmlNetwork *reader, guint64 line, const char *what,
                                 const char *why, GError **error);

G_END_DECLS
