/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbPlaceFunc:
 * @network: an undirected network, at least one node; the more an edge weighs, the nearer its ends
 *   belong
 * @seed: where chance begins
 * @place: (out caller-allocates) (array): x and y of each node in turn, finite, in any unit
 * @data: of the placer
 * @error: return location for an error
 *
 * Finds a place on the plane for each node of a network.
 *
 * Returns: %FALSE if it cannot, with @error set
 *
 * Since: 0.2
 */
typedef gboolean (*RhumbPlaceFunc) (const RhumbNetwork *network, guint64 seed, double *place,
                                    gconstpointer data, GError **error);

/**
 * RhumbPlacer:
 * @name: what options call it
 * @description: what the footer of a map says
 * @most_nodes: more nodes than these are refused
 * @place: finds the places
 * @data: (nullable): what @place is called with
 *
 * A way of placing nodes that comes from outside: of another library, or of the program's own. All
 * strings are borrowed.
 *
 * Since: 0.2
 */
typedef struct {
    const char *name;
    const char *description;
    guint32 most_nodes;
    RhumbPlaceFunc place;
    gconstpointer data;
} RhumbPlacer;

G_END_DECLS
