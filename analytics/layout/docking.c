/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Brings parts of a drawing that nothing links near each other.
 *
 * Forces push such parts as far apart as the layout lets them, into the corners of the page: the
 * distance says nothing and leaves no room for what does. The largest part stays; each next one
 * moves straight towards the middle of those that stand, never farther than the distance that is
 * left, until its nearest node is GAP lengths of a link from theirs: the land of parts stays apart.
 * Parts keep their shape and the sides on which they lie. Where there are more parts than nodes in
 * each, they fill the page as nodes would, and stay. Cost: steps × nodes².
 */
#include "analytics/layout/docking.h"

#include <math.h>
#include <stdlib.h>

#include "graph/disjoint-sets.h"

#define GAP 1.8
#define STEPS 60
#define NEAR_ENOUGH 1e-3

typedef struct {
    guint32 root;
    guint32 first; /* in the order of nodes by part */
    guint32 n;
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
    const Part *p = a;
    const Part *q = b;
    if (p->n != q->n)
        return p->n > q->n ? -1 : 1;
    return (p->root > q->root) - (p->root < q->root);
}

static double
mean_length (const double *x, const RhumbSpring *spring, gsize n_springs)
{
    double sum = 0.0;
    for (gsize e = 0; e < n_springs; e++) {
        const double *from = &x[2 * (gsize)spring[e].from];
        const double *to = &x[2 * (gsize)spring[e].to];
        sum += hypot (from[0] - to[0], from[1] - to[1]);
    }
    return n_springs > 0 ? sum / (double)n_springs : 0.0;
}

/* Nodes in the order of parts, and the parts, largest first. */
static guint32
sort_parts (guint32 *parent, guint32 n_nodes, guint32 *order, Part *part)
{
    guint32 n_parts = 0;
    for (guint32 i = 0; i < n_nodes; i++) {
        const guint32 root = rhumb_disjoint_sets_find (parent, i);
        guint32 k = 0;
        while (k < n_parts && part[k].root != root)
            k++;
        if (k == n_parts)
            part[n_parts++] = (Part){.root = root};
        part[k].n++;
    }
    qsort (part, n_parts, sizeof *part, compare_parts);
    for (guint32 k = 1; k < n_parts; k++)
        part[k].first = part[k - 1].first + part[k - 1].n;
    for (guint32 k = 0; k < n_parts; k++) {
        guint32 next = part[k].first;
        for (guint32 i = 0; i < n_nodes; i++) {
            if (rhumb_disjoint_sets_find (parent, i) == part[k].root)
                order[next++] = i;
        }
    }
    return n_parts;
}

static void
find_middle (const double *x, const guint32 *order, guint32 first, guint32 last, double *middle)
{
    middle[0] = middle[1] = 0.0;
    for (guint32 k = first; k < last; k++) {
        middle[0] += x[2 * (gsize)order[k]] / (last - first);
        middle[1] += x[2 * (gsize)order[k] + 1] / (last - first);
    }
}

/* From the nodes of a part to those that stand. */
static double
find_distance (const double *x, const guint32 *order, const Part *part)
{
    double nearest = INFINITY;
    for (guint32 k = part->first; k < part->first + part->n; k++) {
        for (guint32 i = 0; i < part->first; i++)
            nearest =
                MIN (nearest, hypot (x[2 * (gsize)order[k]] - x[2 * (gsize)order[i]],
                                     x[2 * (gsize)order[k] + 1] - x[2 * (gsize)order[i] + 1]));
    }
    return nearest;
}

static void
dock (double *x, const guint32 *order, const Part *part, double gap)
{
    for (guint step = 0; step < STEPS; step++) {
        double from[2];
        double to[2];
        find_middle (x, order, part->first, part->first + part->n, from);
        find_middle (x, order, 0, part->first, to);
        const double way = hypot (to[0] - from[0], to[1] - from[1]);
        const double move = MIN (find_distance (x, order, part) - gap, way);
        if (move <= NEAR_ENOUGH * gap)
            return;
        for (guint32 k = part->first; k < part->first + part->n; k++) {
            x[2 * (gsize)order[k]] += (to[0] - from[0]) / way * move;
            x[2 * (gsize)order[k] + 1] += (to[1] - from[1]) / way * move;
        }
    }
}

/* Moves the parts of a drawing, which are at the places @x, towards the largest one. */
void
rhumb_dock_parts (double *x, guint32 n_nodes, const RhumbSpring *spring, gsize n_springs)
{
    const double gap = GAP * mean_length (x, spring, n_springs);
    if (gap <= 0)
        return;
    g_autofree guint32 *parent = rhumb_disjoint_sets_new (n_nodes);
    for (gsize e = 0; e < n_springs; e++)
        rhumb_disjoint_sets_unite (parent, spring[e].from, spring[e].to);
    g_autofree guint32 *order = g_new (guint32, n_nodes);
    g_autofree Part *part = g_new0 (Part, n_nodes);
    const guint32 n_parts = sort_parts (parent, n_nodes, order, part);
    if ((guint64)n_parts * n_parts > n_nodes)
        return;
    for (guint32 k = 1; k < n_parts; k++)
        dock (x, order, &part[k], gap);
}
