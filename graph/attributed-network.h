/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"
#include "graph/map.h"

G_BEGIN_DECLS

/**
 * RhumbAttributedNetwork:
 *
 * A network in the form in which files exchange it: nodes with an id and a label, edges, and any
 * attributes of both in typed columns; repeated edges are kept.
 *
 * It belongs to one owner, who fills it and then hands it to a writer or makes papers of it.
 * Numbers of nodes, edges and columns count from 0 in the order of adding.
 *
 * Since: 0.2
 */
typedef struct _RhumbAttributedNetwork RhumbAttributedNetwork;

/**
 * RhumbElement:
 * @RHUMB_ELEMENT_NODE: nodes
 * @RHUMB_ELEMENT_EDGE: edges
 *
 * What an attribute belongs to.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_ELEMENT_NODE,
    RHUMB_ELEMENT_EDGE,
} RhumbElement;

/**
 * RhumbAttributeType:
 * @RHUMB_ATTRIBUTE_TEXT: UTF-8
 * @RHUMB_ATTRIBUTE_INTEGER: 64-bit integer
 * @RHUMB_ATTRIBUTE_REAL: double
 * @RHUMB_ATTRIBUTE_FLAG: true or false
 *
 * What an attribute holds.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_ATTRIBUTE_TEXT,
    RHUMB_ATTRIBUTE_INTEGER,
    RHUMB_ATTRIBUTE_REAL,
    RHUMB_ATTRIBUTE_FLAG,
} RhumbAttributeType;

/**
 * RhumbEdge:
 * @from: number of a node
 * @to: number of a node
 * @directed: whether the edge leads from @from to @to
 *
 * An edge.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 from;
    guint32 to;
    gboolean directed;
} RhumbEdge;

/**
 * RhumbAttribute:
 * @name: name of the column, unique for its element; "weight" is the strength of edges
 * @type: what it holds
 *
 * A column.
 *
 * Since: 0.2
 */
typedef struct {
    const char *name;
    RhumbAttributeType type;
} RhumbAttribute;

RhumbAttributedNetwork *rhumb_attributed_network_new (void);
RhumbAttributedNetwork *rhumb_attributed_network_new_for_graph (const RhumbGraph *graph,
                                                                RhumbRelation relation);
RhumbAttributedNetwork *rhumb_attributed_network_new_for_map (const RhumbMap *map);
void rhumb_attributed_network_free (RhumbAttributedNetwork *network);

void rhumb_attributed_network_set_title (RhumbAttributedNetwork *network, const char *title);
guint32 rhumb_attributed_network_add_node (RhumbAttributedNetwork *network, const char *id,
                                           const char *label);
gsize rhumb_attributed_network_add_edge (RhumbAttributedNetwork *network, guint32 from, guint32 to,
                                         gboolean directed);
guint rhumb_attributed_network_add_attribute (RhumbAttributedNetwork *network, RhumbElement element,
                                              const char *name, RhumbAttributeType type);
void rhumb_attributed_network_forget_directions (RhumbAttributedNetwork *network);
void rhumb_attributed_network_reverse_edges (RhumbAttributedNetwork *network);
void rhumb_attributed_network_set_label (RhumbAttributedNetwork *network, guint32 node,
                                         const char *label);
void rhumb_attributed_network_set_line (RhumbAttributedNetwork *network, guint32 node,
                                        guint64 line);
void rhumb_attributed_network_set_text (RhumbAttributedNetwork *network, RhumbElement element,
                                        gsize number, guint attribute, const char *value);
void rhumb_attributed_network_set_integer (RhumbAttributedNetwork *network, RhumbElement element,
                                           gsize number, guint attribute, gint64 value);
void rhumb_attributed_network_set_real (RhumbAttributedNetwork *network, RhumbElement element,
                                        gsize number, guint attribute, double value);
void rhumb_attributed_network_set_flag (RhumbAttributedNetwork *network, RhumbElement element,
                                        gsize number, guint attribute, gboolean value);

const char *rhumb_attributed_network_get_title (const RhumbAttributedNetwork *network);
guint32 rhumb_attributed_network_get_n_nodes (const RhumbAttributedNetwork *network);
gsize rhumb_attributed_network_get_n_edges (const RhumbAttributedNetwork *network);
gboolean rhumb_attributed_network_is_directed (const RhumbAttributedNetwork *network);
const char *rhumb_attributed_network_get_id (const RhumbAttributedNetwork *network, guint32 node);
const char *rhumb_attributed_network_get_label (const RhumbAttributedNetwork *network,
                                                guint32 node);
guint64 rhumb_attributed_network_get_line (const RhumbAttributedNetwork *network, guint32 node);
RhumbEdge rhumb_attributed_network_get_edge (const RhumbAttributedNetwork *network, gsize edge);
guint32 rhumb_attributed_network_find_node (const RhumbAttributedNetwork *network, const char *id);
guint rhumb_attributed_network_get_n_attributes (const RhumbAttributedNetwork *network,
                                                 RhumbElement element);
const RhumbAttribute *rhumb_attributed_network_get_attribute (const RhumbAttributedNetwork *network,
                                                              RhumbElement element,
                                                              guint attribute);
guint rhumb_attributed_network_find_attribute (const RhumbAttributedNetwork *network,
                                               RhumbElement element, const char *name);
gboolean rhumb_attributed_network_has_value (const RhumbAttributedNetwork *network,
                                             RhumbElement element, gsize number, guint attribute);
const char *rhumb_attributed_network_get_text (const RhumbAttributedNetwork *network,
                                               RhumbElement element, gsize number, guint attribute);
gint64 rhumb_attributed_network_get_integer (const RhumbAttributedNetwork *network,
                                             RhumbElement element, gsize number, guint attribute);
double rhumb_attributed_network_get_real (const RhumbAttributedNetwork *network,
                                          RhumbElement element, gsize number, guint attribute);
double rhumb_attributed_network_get_weight (const RhumbAttributedNetwork *network, gsize edge);
gboolean rhumb_attributed_network_get_flag (const RhumbAttributedNetwork *network,
                                            RhumbElement element, gsize number, guint attribute);
RhumbNetwork *rhumb_attributed_network_get_rows (const RhumbAttributedNetwork *network,
                                                 gsize *n_left_out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbAttributedNetwork, rhumb_attributed_network_free)

G_END_DECLS
