/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which links are drawn, and along which curves.
 *
 * All links at once are a grey cloud. A maximum spanning tree (J. B. Kruskal, Proceedings of the
 * AMS 7 (1956), doi:10.1090/S0002-9939-1956-0078686-7) keeps the map in one piece, and each node
 * adds its three strongest links, until there are 1.9 links a node; of links as strong as each
 * other the shorter come first, so that people who all wrote with each other make a net, not a
 * star. A link inside a cluster is a slight arc in the cluster's colour; one between clusters is
 * grey and bends towards the middles of both clusters, so that links between the same two clusters
 * run together, but never turns back. Cost: m log m for m links.
 */
#include "analytics/layout/links.h"

#include <math.h>

#include "analytics/layout/cluster-places.h"
#include "analytics/layout/colour.h"
#include "graph/disjoint-sets.h"

#define STRONGEST 3
#define LINKS_PER_NODE 1.9
#define BEND 0.5
/* Of the length of a link. */
#define LEAST_ONWARD 0.15
#define MOST_ONWARD 0.5
#define MOST_ASIDE 0.25
#define ARC 0.087

static double
length_of (const RhumbScene *scene, const RhumbSpring *spring)
{
    const RhumbPoint a = scene->node[spring->from].place;
    const RhumbPoint b = scene->node[spring->to].place;
    return hypot (a.x - b.x, a.y - b.y);
}

static int
compare_strength (gconstpointer a, gconstpointer b, gpointer scene)
{
    const RhumbSpring *x = a;
    const RhumbSpring *y = b;
    const float stronger = (float)x->weight - (float)y->weight; /* but for rounding */
    if (stronger < 0 || stronger > 0)
        return stronger > 0 ? -1 : 1;
    const double longer = length_of (scene, x) - length_of (scene, y);
    if (longer < 0 || longer > 0)
        return longer < 0 ? -1 : 1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

static void
mark_spanning_tree (const GArray *sorted, guint32 n_nodes, guint8 *kept)
{
    g_autofree guint32 *parent = rhumb_disjoint_sets_new (n_nodes);
    for (guint e = 0; e < sorted->len; e++) {
        const RhumbSpring link = g_array_index (sorted, RhumbSpring, e);
        const guint32 a = rhumb_disjoint_sets_find (parent, link.from);
        const guint32 b = rhumb_disjoint_sets_find (parent, link.to);
        kept[e] = a != b ? 1 : 0;
        rhumb_disjoint_sets_unite (parent, a, b);
    }
}

/* The k-th strongest links of all nodes come before any (k + 1)-th. */
static void
mark_strongest (const GArray *sorted, guint32 n_nodes, guint8 *kept)
{
    gsize n_kept = 0;
    for (guint e = 0; e < sorted->len; e++)
        n_kept += kept[e];
    const gsize most = (gsize)(LINKS_PER_NODE * n_nodes);
    for (guint rank = 1; rank <= STRONGEST; rank++) {
        g_autofree guint32 *seen = g_new0 (guint32, MAX (n_nodes, 1));
        for (guint e = 0; e < sorted->len; e++) {
            const RhumbSpring link = g_array_index (sorted, RhumbSpring, e);
            const gboolean wanted = ++seen[link.from] == rank;
            const gboolean wanted_too = ++seen[link.to] == rank;
            if ((wanted || wanted_too) && !kept[e] && n_kept < most) {
                kept[e] = 1;
                n_kept++;
            }
        }
    }
}

/* Chooses the links that are drawn: a maximum spanning forest and the strongest of each node.
 * Returns them strongest first. */
GArray *
rhumb_links_choose (const RhumbScene *scene, const GArray *springs)
{
    g_autoptr (GArray) sorted = g_array_copy ((GArray *)springs);
    g_array_sort_with_data (sorted, compare_strength, (gpointer)scene);
    g_autofree guint8 *kept = g_new0 (guint8, MAX (sorted->len, 1));
    mark_spanning_tree (sorted, scene->n_nodes, kept);
    mark_strongest (sorted, scene->n_nodes, kept);
    GArray *links = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint e = 0; e < sorted->len; e++) {
        if (kept[e])
            g_array_append_val (links, g_array_index (sorted, RhumbSpring, e));
    }
    return links;
}

static void
set_curve (double *curve, RhumbPoint a, RhumbPoint b, RhumbPoint first, RhumbPoint second)
{
    const double points[] = {a.x, a.y, first.x, first.y, second.x, second.y, b.x, b.y};
    for (guint i = 0; i < G_N_ELEMENTS (points); i++)
        curve[i] = points[i];
}

static void
draw_inside (const RhumbScene *scene, RhumbMapLink *link, double share)
{
    const RhumbSceneNode *from = &scene->node[link->from];
    const RhumbPoint a = from->place;
    const RhumbPoint b = scene->node[link->to].place;
    const RhumbPoint across = {-(b.y - a.y) * ARC, (b.x - a.x) * ARC};
    const RhumbPoint first = {a.x + (b.x - a.x) / 3 + across.x, a.y + (b.y - a.y) / 3 + across.y};
    const RhumbPoint second = {b.x - (b.x - a.x) / 3 + across.x, b.y - (b.y - a.y) / 3 + across.y};
    set_curve (link->curve, a, b, first, second);
    const guint32 hue =
        rhumb_colour_mix (scene->cluster[from->cluster].fill, scene->theme->quiet, 0.15);
    link->colour = (hue & 0xffffff00u) | (guint32)(255 * (0.30 + 0.38 * share));
}

/* Where a curve from @from to @to aims first: half the way to @middle, but always onward and no
 * farther aside than its length allows. A short link between clusters whose middles are far away
 * would make a loop. */
static RhumbPoint
aim (RhumbPoint from, RhumbPoint to, RhumbPoint middle)
{
    const double length = MAX (hypot (to.x - from.x, to.y - from.y), 1e-9);
    const RhumbPoint onward = {(to.x - from.x) / length, (to.y - from.y) / length};
    const RhumbPoint pulled = {BEND * (middle.x - from.x), BEND * (middle.y - from.y)};
    const double along = CLAMP (pulled.x * onward.x + pulled.y * onward.y, LEAST_ONWARD * length,
                                MOST_ONWARD * length);
    const double aside = CLAMP (pulled.y * onward.x - pulled.x * onward.y, -MOST_ASIDE * length,
                                MOST_ASIDE * length);
    return (RhumbPoint){from.x + along * onward.x - aside * onward.y,
                        from.y + along * onward.y + aside * onward.x};
}

static void
draw_between (const RhumbScene *scene, const RhumbPoint *middle, RhumbMapLink *link, double share)
{
    const RhumbSceneNode *from = &scene->node[link->from];
    const RhumbSceneNode *to = &scene->node[link->to];
    const RhumbPoint p = middle[from->cluster];
    const RhumbPoint q = middle[to->cluster];
    const RhumbPoint first =
        aim (from->place, to->place, (RhumbPoint){(3 * p.x + q.x) / 4, (3 * p.y + q.y) / 4});
    const RhumbPoint second =
        aim (to->place, from->place, (RhumbPoint){(3 * q.x + p.x) / 4, (3 * q.y + p.y) / 4});
    set_curve (link->curve, from->place, to->place, first, second);
    link->colour = (scene->theme->link & 0xffffff00u) | (guint32)(255 * (0.13 + 0.20 * share));
}

/* Draws links, the weaker ones below the stronger ones, those between clusters first. */
void
rhumb_links_draw (const RhumbScene *scene, const GArray *links, RhumbMapBuilder *builder)
{
    g_autofree RhumbPoint *middle = rhumb_cluster_middles (scene);
    double strongest = 0.0;
    for (guint e = 0; e < links->len; e++)
        strongest = MAX (strongest, g_array_index (links, RhumbSpring, e).weight);
    for (guint inside = 0; inside < 2; inside++) {
        for (guint e = links->len; e-- > 0;) {
            const RhumbSpring spring = g_array_index (links, RhumbSpring, e);
            RhumbMapLink link = {.from = spring.from, .to = spring.to, .strength = spring.weight};
            const double share = sqrt (spring.weight / strongest);
            link.width = 0.5 + 1.7 * share;
            const gboolean same =
                scene->node[spring.from].cluster == scene->node[spring.to].cluster;
            if (same != (inside == 1))
                continue;
            if (same)
                draw_inside (scene, &link, share);
            else
                draw_between (scene, middle, &link, share);
            rhumb_map_builder_add_link (builder, &link);
        }
    }
}
