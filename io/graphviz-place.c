/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Layouts of Graphviz, to compare with ours and for who is used to them.
 *
 * neato: E. R. Gansner, Y. Koren, S. North, Graph drawing by stress majorization (2004),
 * doi:10.1007/978-3-540-31843-9_25, with the inverse of weights as lengths and n² memory. sfdp: Y.
 * Hu, Efficient and high quality force-directed graph drawing, The Mathematica Journal 10 (2005).
 * twopi: rings around a centre, G. J. Wills, NicheWorks (1999), doi:10.1080/10618600.1999.10474810.
 * circo: J. M. Six, I. G. Tollis, Circular drawings of biconnected graphs (1999),
 * doi:10.1007/3-540-48518-X_4. dot: layers, E. R. Gansner, E. Koutsofios, S. North, K.-P. Vo
 * (1993), doi:10.1109/32.221135; it takes each edge to lead from the lower number to the higher.
 *
 * Nodes are points here: room for discs and names is made later. Graphviz's random numbers, which
 * are rand() and drand48(), begin with the seed. It uses one processor and knows of no clusters.
 * fdp is not offered: what it does depends on addresses in memory, so no two maps are the same. Its
 * method is that of Fruchterman and Reingold, which igraph has.
 */
#include "io/graphviz-place.h"

#include <math.h>
#include <stdlib.h>

#include "graph/by-need.h"
#include "graph/error.h"
#include "io/graphviz-calls.h"
#include "io/graphviz-door-private.h"
#include "io/write/decimal.h"

/* Of the mean weight: what is left of it in N_DIGITS, also as a length, is not 0. */
#define LEAST 1e-3
#define MOST 1e3
#define N_DIGITS 6
/* dot wants whole weights. */
#define WHOLE 10.0

static const RhumbGraphvizCalls *calls;
/* One for all time: plugins are not closed, and what it holds is not given back whole. */
static GVC_t *context;

/* With the lock held. */
static gboolean
open_engines (GError **error)
{
    if (calls == NULL)
        calls = rhumb_open_by_need ("librhumb-graphviz.so.0", "rhumb_graphviz_calls", error);
    if (calls == NULL)
        return FALSE;
    if (context == NULL)
        context = calls->context ();
    if (context == NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY,
                             "Graphviz gives no context for its layouts, expected one");
    return context != NULL;
}

/* cgraph copies what it is given but declares it writable. */
static Agsym_t *
declare (Agraph_t *graph, int kind, const char *name, const char *value)
{
    return agattr (graph, kind, (char *)name, (char *)value);
}

static void
set_number (Agedge_t *edge, Agsym_t *attribute, double value)
{
    g_autoptr (GString) text = g_string_new (NULL);
    rhumb_append_decimal (text, value, N_DIGITS);
    agxset (edge, attribute, text->str);
}

static void
declare_attributes (Agraph_t *graph, guint64 seed)
{
    g_autofree char *start = g_strdup_printf ("%" G_GUINT64_FORMAT, 1 + seed % G_MAXINT32);
    declare (graph, AGRAPH, "start", start);
    declare (graph, AGRAPH, "overlap", "true");
    declare (graph, AGRAPH, "splines", "none");
    declare (graph, AGNODE, "shape", "point");
    declare (graph, AGNODE, "width", "0.05");
    declare (graph, AGNODE, "label", "");
}

/* Nodes in the order of their numbers, edges in that of rows, weights around 1. */
static void
fill (Agraph_t *graph, const RhumbNetwork *network, gboolean in_layers, Agnode_t **node)
{
    Agsym_t *weight_of = declare (graph, AGEDGE, "weight", "1");
    Agsym_t *length_of = declare (graph, AGEDGE, "len", "1");
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    double total = 0.0;
    for (gsize e = 0; e < rows.start[rows.n_rows]; e++)
        total += rhumb_rows_get_weight (rows, e);
    const double mean = total / (double)MAX (rows.start[rows.n_rows], 1);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        char name[16];
        g_snprintf (name, sizeof name, "%u", v);
        node[v] = agnode (graph, name, 1);
    }
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize e = rows.start[v]; e < rows.start[v + 1]; e++) {
            if (rows.node[e] <= v)
                continue;
            const double weight = CLAMP (rhumb_rows_get_weight (rows, e) / mean, LEAST, MOST);
            Agedge_t *edge = agedge (graph, node[v], node[rows.node[e]], NULL, 1);
            set_number (edge, weight_of, in_layers ? ceil (WHOLE * weight) : weight);
            set_number (edge, length_of, 1 / weight);
        }
    }
}

/* With the lock held. FALSE without @error if Graphviz says why. */
static gboolean
place_with_engine (const char *engine, const RhumbNetwork *network, guint64 seed, double *place,
                   GError **error)
{
    if (!open_engines (error))
        return FALSE;
    Agraph_t *graph = agopen ((char *)"network", Agundirected, NULL);
    if (graph == NULL)
        return FALSE;
    const guint32 n_nodes = rhumb_network_get_n_from (network);
    g_autofree Agnode_t **node = g_new (Agnode_t *, MAX (n_nodes, 1));
    declare_attributes (graph, seed);
    fill (graph, network, g_str_equal (engine, "dot"), node);
    srand ((unsigned int)seed); /* sfdp draws numbers before it begins with the attribute */
    const gboolean is_placed = calls->layout (context, graph, engine) == 0;
    for (guint32 v = 0; v < n_nodes && is_placed; v++) {
        place[2 * (gsize)v] = ND_coord (node[v]).x;
        place[2 * (gsize)v + 1] = ND_coord (node[v]).y;
    }
    calls->free_layout (context, graph);
    agclose (graph);
    return is_placed;
}

static gboolean
place_nodes (const RhumbNetwork *network, guint64 seed, double *place, gconstpointer data,
             GError **error)
{
    const char *engine = data;
    GError *refused = NULL;
    agusererrf former = rhumb_graphviz_begin ();
    const gboolean is_placed = place_with_engine (engine, network, seed, place, &refused);
    g_autofree char *said = rhumb_graphviz_end (former);
    if (is_placed)
        return TRUE;
    if (refused != NULL)
        g_propagate_error (error, refused);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY, "Graphviz's %s placed no nodes: %s",
                     engine, *said == '\0' ? "it does not say why" : said);
    return FALSE;
}

/* More nodes take minutes; neato and dot also memory. */
static const RhumbPlacer placers[] = {
    {"neato", "neato by Graphviz, stress", 3000, place_nodes, "neato"},
    {"sfdp", "sfdp by Graphviz", 200000, place_nodes, "sfdp"},
    {"twopi", "twopi by Graphviz, rings", 20000, place_nodes, "twopi"},
    {"circo", "circo by Graphviz, circles", 1000, place_nodes, "circo"},
    {"dot", "dot by Graphviz, layers", 1000, place_nodes, "dot"},
};

/**
 * rhumb_graphviz_get_n_placers:
 *
 * Counts the layouts of Graphviz.
 *
 * Returns: how many
 *
 * Since: 0.2
 */
guint
rhumb_graphviz_get_n_placers (void)
{
    return G_N_ELEMENTS (placers);
}

/**
 * rhumb_graphviz_get_placer:
 * @i: in [0, rhumb_graphviz_get_n_placers())
 *
 * Gets a layout of Graphviz: neato, sfdp, twopi, circo or dot. Its sources are named in
 * docs/methods.md. Placing fails with %RHUMB_ERROR_LIBRARY where Graphviz is not installed or does
 * not know the layout.
 *
 * Returns: (transfer none): the layout
 *
 * Since: 0.2
 */
const RhumbPlacer *
rhumb_graphviz_get_placer (guint i)
{
    g_return_val_if_fail (i < G_N_ELEMENTS (placers), NULL);
    return &placers[i];
}
