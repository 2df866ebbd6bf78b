/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws a network in the places and clusters that its file gives.
 *
 * Who made a map with VOSviewer or Gephi knows where everything lies and wants to find it there, in
 * a drawing for print or a page that needs no program. Places are moved and scaled alike across
 * and along, never rearranged, so discs may touch; where they would cover each other all of them
 * are smaller. A cluster's region is where its items are densest, in one piece: an item far from
 * the others of its cluster lies outside of it and is known by its colour. A cluster is called by
 * its column "cluster_label", else by its heaviest item. The weight of an item is its column
 * "weight", else the first that begins so ("weight<Documents>"); y grows upward. Colours may also
 * be those of a column of scores, as in the overlay of VOSviewer.
 * Cost: n² comparisons for at most RHUMB_MAP_MOST_DISCS items; edges.
 */
#include "analytics/layout/placed-map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analytics/cluster/labels.h"
#include "analytics/layout/colouring.h"
#include "analytics/layout/drawing.h"
#include "analytics/layout/energy.h"
#include "analytics/layout/legend.h"
#include "analytics/layout/links.h"
#include "analytics/layout/map-options.h"
#include "analytics/layout/placed-columns.h"
#include "graph/compare.h"
#include "graph/error.h"
#include "graph/text.h"

#define MOST_CLUSTERS 1000
#define MAX_NAME 300
#define ROOM_ASIDE 95.0
#define ROOM_ABOVE 65.0
#define SMALLEST 0.3
#define NODE RHUMB_ELEMENT_NODE

/**
 * rhumb_attributed_network_has_places:
 * @network: a network
 *
 * Tells whether every node has a place: finite numbers in its columns "x" and "y".
 *
 * Returns: whether it has, %FALSE without nodes
 *
 * Since: 0.2
 */
gboolean
rhumb_attributed_network_has_places (const RhumbAttributedNetwork *network)
{
    g_return_val_if_fail (network != NULL, FALSE);
    const RhumbPlacedColumns columns = rhumb_placed_columns_find (network);
    const guint32 n = rhumb_attributed_network_get_n_nodes (network);
    for (guint32 v = 0; v < n; v++) {
        if (!(fabs (rhumb_placed_columns_get_number (&columns, v, columns.x)) < 1e9) ||
            !(fabs (rhumb_placed_columns_get_number (&columns, v, columns.y)) < 1e9))
            return FALSE;
    }
    return n > 0;
}

static double
get_weight (const RhumbPlacedColumns *columns, guint32 node)
{
    const double weight = rhumb_placed_columns_get_number (columns, node, columns->weight);
    return isfinite (weight) && weight > 0 ? weight : 0.0;
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
    const guint32 x = *(const guint32 *)a;
    const guint32 y = *(const guint32 *)b;
    const double of_x = get_weight (data, x);
    const double of_y = get_weight (data, y);
    if (of_x != of_y)
        return of_x > of_y ? -1 : 1;
    return x < y ? -1 : x > y;
}

static RhumbSceneNode
make_node (const RhumbPlacedColumns *columns, guint32 v)
{
    const char *label = rhumb_attributed_network_get_label (columns->network, v);
    const char *id = rhumb_attributed_network_get_id (columns->network, v);
    RhumbSceneNode node = {.node = RHUMB_NONE,
                           .kind = RHUMB_N_NODE_KINDS,
                           .id = id,
                           .weight = columns->weight == RHUMB_NONE ? 1.0 : get_weight (columns, v)};
    node.name = rhumb_text_shorten (label == NULL || *label == '\0' ? id : label, MAX_NAME);
    node.importance = node.weight;
    node.place = (RhumbPoint){rhumb_placed_columns_get_number (columns, v, columns->x),
                              -rhumb_placed_columns_get_number (columns, v, columns->y)};
    return node;
}

/* The heaviest items, heaviest first; drawn_as tells where each is. */
static void
choose_nodes (RhumbScene *scene, const RhumbPlacedColumns *columns, guint32 *drawn_as)
{
    const guint32 n = rhumb_attributed_network_get_n_nodes (columns->network);
    g_autofree guint32 *order = g_new (guint32, MAX (n, 1));
    for (guint32 v = 0; v < n; v++)
        order[v] = v;
    g_qsort_with_data (order, (gint)n, sizeof *order, compare_weights, (gpointer)columns);
    scene->n_all_concepts = n;
    scene->n_nodes = scene->n_atlas = scene->n_concepts = MIN (n, RHUMB_MAP_MOST_DISCS);
    scene->node = g_new0 (RhumbSceneNode, MAX (scene->n_nodes, 1));
    scene->largest_weight = 1e-9;
    for (guint32 v = 0; v < n; v++)
        drawn_as[v] = RHUMB_NONE;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        scene->node[i] = make_node (columns, order[i]);
        scene->largest_weight = MAX (scene->largest_weight, scene->node[i].weight);
        drawn_as[order[i]] = i;
    }
}

/* Clusters in the order of their numbers; items without one share the last. */
static gboolean
group_nodes (RhumbScene *scene, const RhumbPlacedColumns *columns, const guint32 *drawn_as,
             GError **error)
{
    g_autofree double *number = g_new (double, scene->n_nodes);
    g_autofree double *known = g_new (double, scene->n_nodes);
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (columns->network); v++) {
        if (drawn_as[v] == RHUMB_NONE)
            continue;
        const double value = rhumb_placed_columns_get_number (columns, v, columns->cluster);
        number[drawn_as[v]] = known[drawn_as[v]] = isfinite (value) ? value : INFINITY;
    }
    qsort (known, scene->n_nodes, sizeof *known, rhumb_compare_doubles);
    guint32 n = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (n == 0 || known[i] != known[n - 1])
            known[n++] = known[i];
    }
    scene->n_clusters = n;
    scene->cluster = g_new0 (RhumbSceneCluster, n);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const double *at = bsearch (&number[i], known, n, sizeof *known, rhumb_compare_doubles);
        scene->node[i].cluster = (guint32)(at - known);
        scene->cluster[at - known].n_nodes++;
    }
    if (n <= MOST_CLUSTERS)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT, "found %u clusters, expected at most %d", n,
                 MOST_CLUSTERS);
    return FALSE;
}

static void
name_clusters (RhumbScene *scene, const RhumbPlacedColumns *columns, const guint32 *drawn_as)
{
    g_autofree const char **label = g_new0 (const char *, scene->n_clusters);
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (columns->network); v++) {
        if (drawn_as[v] != RHUMB_NONE && columns->label != RHUMB_NONE &&
            rhumb_attributed_network_get_attribute (columns->network, NODE, columns->label)->type ==
                RHUMB_ATTRIBUTE_TEXT)
            label[scene->node[drawn_as[v]].cluster] =
                rhumb_attributed_network_get_text (columns->network, NODE, v, columns->label);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        guint32 heaviest = 0;
        while (scene->node[heaviest].cluster != c)
            heaviest++;
        const char *first = scene->node[heaviest].name;
        const gboolean is_told = label[c] != NULL && *label[c] != '\0';
        rhumb_scene_name_cluster (scene, c,
                                  is_told ? g_strsplit (label[c], RHUMB_BETWEEN_LABEL_PARTS, -1)
                                          : g_strdupv ((char *[]){(char *)first, NULL}));
        scene->cluster[c].facts =
            g_strdup_printf ("%u %s%s%s", scene->cluster[c].n_nodes,
                             scene->cluster[c].n_nodes == 1 ? "item" : "items",
                             is_told ? " · " : "", is_told ? first : "");
    }
}

/* What colours mean, where that is not the cluster. */
static void
read_values (RhumbScene *scene, const RhumbPlacedColumns *columns, const guint32 *drawn_as)
{
    const RhumbMapColouring colouring = scene->options->colouring;
    if (colouring == RHUMB_MAP_COLOUR_TOPIC)
        return;
    const guint column = colouring == RHUMB_MAP_COLOUR_YEAR ? columns->year : columns->score;
    scene->value_name = rhumb_placed_columns_name (columns, column);
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (columns->network); v++) {
        if (drawn_as[v] != RHUMB_NONE)
            scene->node[drawn_as[v]].value = rhumb_placed_columns_get_number (columns, v, column);
    }
}

static double
nearest_other (const RhumbScene *scene, guint32 i)
{
    double least = INFINITY;
    for (guint32 j = 0; j < scene->n_nodes; j++) {
        const RhumbSceneNode *a = &scene->node[i];
        const RhumbSceneNode *b = &scene->node[j];
        if (i != j)
            least = MIN (least, hypot (a->place.x - b->place.x, a->place.y - b->place.y) /
                                    (a->radius + b->radius));
    }
    return least;
}

/* Scales places to the frame, then discs so that of half of them none covers another. */
static void
fit (RhumbScene *scene)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint p = scene->node[i].place;
        extent = (RhumbBox){MIN (extent.left, p.x), MIN (extent.top, p.y), MAX (extent.right, p.x),
                            MAX (extent.bottom, p.y)};
    }
    const RhumbBox frame = scene->frame;
    const double width = MAX (frame.right - frame.left - 2 * ROOM_ASIDE, 1);
    const double height = MAX (frame.bottom - frame.top - 2 * ROOM_ABOVE, 1);
    const double scale = MIN (width / MAX (extent.right - extent.left, 1e-9),
                              height / MAX (extent.bottom - extent.top, 1e-9));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbPoint *p = &scene->node[i].place;
        p->x = (frame.left + frame.right) / 2 + (p->x - (extent.left + extent.right) / 2) * scale;
        p->y = (frame.top + frame.bottom) / 2 + (p->y - (extent.top + extent.bottom) / 2) * scale;
    }
    g_autofree double *gap = g_new (double, scene->n_nodes);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        gap[i] = nearest_other (scene, i);
    qsort (gap, scene->n_nodes, sizeof *gap, rhumb_compare_doubles);
    scene->shrinking = CLAMP (gap[scene->n_nodes / 2], SMALLEST, 1.0);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        scene->node[i].radius *= scene->shrinking;
}

static GArray *
list_links (const RhumbAttributedNetwork *network, const guint32 *drawn_as)
{
    const guint column =
        rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_EDGE, "weight");
    GArray *links = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        RhumbSpring link = {drawn_as[edge.from], drawn_as[edge.to], 1.0};
        if (column != RHUMB_NONE &&
            rhumb_attributed_network_has_value (network, RHUMB_ELEMENT_EDGE, e, column)) {
            const RhumbAttribute *attribute =
                rhumb_attributed_network_get_attribute (network, RHUMB_ELEMENT_EDGE, column);
            if (attribute->type == RHUMB_ATTRIBUTE_REAL)
                link.weight =
                    rhumb_attributed_network_get_real (network, RHUMB_ELEMENT_EDGE, e, column);
            else if (attribute->type == RHUMB_ATTRIBUTE_INTEGER)
                link.weight = (double)rhumb_attributed_network_get_integer (
                    network, RHUMB_ELEMENT_EDGE, e, column);
        }
        if (link.from != RHUMB_NONE && link.to != RHUMB_NONE && link.from != link.to &&
            link.weight > 0 && link.weight < INFINITY)
            g_array_append_val (links, link);
    }
    return links;
}

static gboolean
check (const RhumbPlacedColumns *columns, const RhumbMapOptions *looks, GError **error)
{
    const char *wrong = NULL;
    if (!rhumb_attributed_network_has_places (columns->network))
        wrong = "no places, expected numbers x and y for each node of the network";
    else if (looks->colouring == RHUMB_MAP_COLOUR_YEAR && columns->year == RHUMB_NONE)
        wrong = "the network has no years, expected a column as score<Avg. pub. year>";
    else if (looks->colouring == RHUMB_MAP_COLOUR_SCORE && columns->score == RHUMB_NONE)
        wrong = "the network has no scores, expected a column as score<Avg. citations>";
    if (wrong != NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, wrong);
    return wrong == NULL && rhumb_map_options_check_placed (looks, error);
}

/**
 * rhumb_draw_placed_network:
 * @network: a network whose nodes have places, see rhumb_attributed_network_has_places()
 * @looks: (nullable): page, title, labels, theme, view, colours; %NULL = defaults. Years are those
 *   of the first column of scores with "year" in its name, scores those of the first other one;
 *   level, topic and n_nodes keep their defaults, what else is chosen does not matter
 * @error: return location for an error
 *
 * Draws the heaviest 500 nodes of a network where their columns "x" and "y" say, in clusters by
 * the column "cluster", with regions, names, the strongest links and a legend.
 *
 * Returns: (transfer full): the map; on failure %NULL with %RHUMB_ERROR_INVALID (an option out of
 *   range, a node without a place) or %RHUMB_ERROR_LIMIT (more than 1000 clusters)
 *
 * Since: 0.2
 */
RhumbMap *
rhumb_draw_placed_network (const RhumbAttributedNetwork *network, const RhumbMapOptions *looks,
                           GError **error)
{
    g_return_val_if_fail (network != NULL, NULL);
    RhumbMapOptions used = RHUMB_MAP_DEFAULTS;
    used = looks != NULL ? *looks : used;
    used.show_concepts = TRUE;
    used.show_papers = FALSE;
    used.title = used.title != NULL ? used.title : rhumb_attributed_network_get_title (network);
    const RhumbPlacedColumns columns = rhumb_placed_columns_find (network);
    if (!rhumb_map_options_check (&used, error) || !check (&columns, &used, error))
        return NULL;
    g_autofree char *weight = rhumb_placed_columns_name (&columns, columns.weight);
    g_autofree char *size = g_strconcat ("Size: ", weight, NULL);
    const RhumbSceneWords words = {"Map", "item", "items", size, "strongest links", NULL};
    g_autofree guint32 *drawn_as = g_new (guint32, rhumb_attributed_network_get_n_nodes (network));
    g_autoptr (RhumbScene) scene = g_new0 (RhumbScene, 1);
    scene->words = &words;
    scene->options = &used;
    scene->theme = rhumb_theme_get (used.theme);
    scene->frame = (RhumbBox){0, RHUMB_MAP_TOP, used.width - RHUMB_LEGEND_WIDTH,
                              used.height - RHUMB_MAP_BOTTOM};
    scene->keeps_places = TRUE;
    choose_nodes (scene, &columns, drawn_as);
    if (!group_nodes (scene, &columns, drawn_as, error))
        return NULL;
    name_clusters (scene, &columns, drawn_as);
    read_values (scene, &columns, drawn_as);
    rhumb_scene_set_sizes (scene);
    fit (scene);
    g_autoptr (GArray) springs = list_links (network, drawn_as);
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    g_autoptr (RhumbTerritories) land = rhumb_drawing_divide (scene, springs, taken);
    rhumb_drawing_colour (scene, land);
    land = rhumb_drawing_name (scene, g_steal_pointer (&land), taken);
    g_autoptr (GArray) links = rhumb_links_choose (scene, springs);
    rhumb_colouring_apply (scene);
    return rhumb_drawing_build (scene, springs, links, land, error);
}
