/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lets nodes of a cluster exchange places where that shortens their links.
 *
 * Making room for words jams boxes: what was pushed to the wrong side of its neighbours cannot get
 * back past them. Two discs that need about the same room can change places without pushing
 * anybody, so each node in turn takes the place of that node of its cluster with which the
 * weighted length of both nodes' links falls most, until no exchange shortens them or MOST_PASSES
 * passes are over. That is local search by exchanges as for quadratic assignment (C. E. Nugent,
 * T. E. Vollmann, J. Ruml, Operations Research 16 (1968), doi:10.1287/opre.16.1.150).
 * Places stay what they were, only who stands where changes.
 * Cost: passes × (pairs of a cluster) × links of a node. One thread, nodes in their order.
 */
#include "analytics/layout/exchange.h"

#include <math.h>

#include "analytics/layout/energy.h"
#include "graph/corpus.h"

#define MOST_PASSES 10
#define LEAST_GAIN 1e-6
/* Boxes of which neither is more than so many times as wide or high as the other fit alike. */
#define ALIKE 2.0

/* Links of each node, both ways. */
typedef struct {
    const RhumbSceneNode *all;
    gsize *start;
    guint32 *node;
    double *weight;
} Links;

static void
links_init (Links *links, const RhumbScene *scene, const GArray *springs)
{
    links->all = scene->node;
    links->start = g_new0 (gsize, (gsize)scene->n_nodes + 2);
    links->node = g_new (guint32, 2 * (gsize)springs->len + 1);
    links->weight = g_new (double, 2 * (gsize)springs->len + 1);
    for (guint e = 0; e < springs->len; e++) {
        links->start[g_array_index (springs, RhumbSpring, e).from + 2]++;
        links->start[g_array_index (springs, RhumbSpring, e).to + 2]++;
    }
    for (gsize i = 2; i < (gsize)scene->n_nodes + 2; i++)
        links->start[i] += links->start[i - 1];
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring spring = g_array_index (springs, RhumbSpring, e);
        const guint32 ends[] = {spring.from, spring.to};
        for (guint k = 0; k < 2; k++) {
            const gsize at = links->start[ends[k] + 1]++;
            links->node[at] = ends[1 - k];
            links->weight[at] = spring.weight;
        }
    }
}

static void
links_clear (Links *links)
{
    g_free (links->start);
    g_free (links->node);
    g_free (links->weight);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Links, links_clear)

/* The weighted length of a node's links, those to another node left out, if it stood at a place. */
static double
measure_links (const Links *links, guint32 i, RhumbPoint place, guint32 other)
{
    double sum = 0.0;
    for (gsize e = links->start[i]; e < links->start[i + 1]; e++) {
        const RhumbPoint end = links->all[links->node[e]].place;
        if (links->node[e] != other)
            sum += links->weight[e] * hypot (place.x - end.x, place.y - end.y);
    }
    return sum;
}

static double
shorten_links (const Links *links, guint32 i, guint32 j)
{
    const RhumbPoint a = links->all[i].place;
    const RhumbPoint b = links->all[j].place;
    return measure_links (links, i, a, j) + measure_links (links, j, b, i) -
           measure_links (links, i, b, j) - measure_links (links, j, a, i);
}

static gboolean
is_alike (double a, double b)
{
    return a < ALIKE * b && b < ALIKE * a;
}

/* Whether two discs with the words below them need about the same room. */
static gboolean
need_same_room (const RhumbSceneNode *a, const RhumbSceneNode *b)
{
    const gboolean has_words = a->label != NULL && a->keeps_room;
    if (has_words != (b->label != NULL && b->keeps_room) || !is_alike (a->radius, b->radius))
        return FALSE;
    return !has_words || (is_alike (a->label->width, b->label->width) &&
                          is_alike (a->label->height, b->label->height));
}

static guint32
find_partner (const Links *links, guint32 n_nodes, guint32 i)
{
    guint32 best = RHUMB_NONE;
    double most = LEAST_GAIN;
    for (guint32 j = 0; j < n_nodes; j++) {
        if (j == i || links->all[j].cluster != links->all[i].cluster ||
            !need_same_room (&links->all[i], &links->all[j]))
            continue;
        const double gain = shorten_links (links, i, j);
        if (gain > most) {
            most = gain;
            best = j;
        }
    }
    return best;
}

/* Exchanges the places of nodes of the same cluster and about the same size. Returns how often. */
guint
rhumb_exchange_places (RhumbScene *scene, const GArray *springs)
{
    g_auto (Links) links = {0};
    links_init (&links, scene, springs);
    guint n_exchanges = 0;
    guint n_before = G_MAXUINT;
    for (guint pass = 0; pass < MOST_PASSES && n_exchanges != n_before; pass++) {
        n_before = n_exchanges;
        for (guint32 i = 0; i < scene->n_nodes; i++) {
            const guint32 j = find_partner (&links, scene->n_nodes, i);
            if (j == RHUMB_NONE)
                continue;
            const RhumbPoint place = scene->node[i].place;
            scene->node[i].place = scene->node[j].place;
            scene->node[j].place = place;
            n_exchanges++;
        }
    }
    return n_exchanges;
}
