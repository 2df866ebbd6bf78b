/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finds a place for each node of a scene: relaxation.c tells how, unless a placer is given.
 *
 * What is known here are the ids that chance is keyed by and the frame: the result is turned so
 * that it fills more of it, if that is worth it, and stretched to it, one direction at most STRETCH
 * times as much as the other. Parts that nothing links drift apart as far as the layout lets them,
 * so empty bands that cross the whole map are narrowed before.
 */
#include "analytics/layout/positions.h"

#include <math.h>
#include <stdlib.h>

#include "analytics/layout/docking.h"
#include "analytics/layout/relaxation.h"
#include "graph/compare.h"
#include "graph/error.h"
#include "graph/text.h"

#define STRETCH 1.45
/* Points a unit, so that a few nodes do not lie in the corners of the page. */
#define LARGEST_UNIT 260.0
#define FEW 20
/* Half a turn in so many steps. */
#define TURNS 18
#define WORTH_TURNING 1.1
#define ROUNDS_OF_BANDS 20

/**
 * rhumb_map_layout_get_name:
 * @layout: a layout
 *
 * Gets a layout's name.
 *
 * Returns: the name, %NULL if there is no such layout
 *
 * Since: 0.2
 */
const char *
rhumb_map_layout_get_name (RhumbMapLayout layout)
{
    static const char *const names[] = {"atlas", "linlog", "vos", "fr", "drl", "kk", "umap"};
    return (guint)layout < G_N_ELEMENTS (names) ? names[layout] : NULL;
}

/* Points per unit across and along where what is turned by an angle fits the frame. */
typedef struct {
    RhumbBox extent;
    double across;
    double along;
} Fit;

static RhumbPoint
turn (const double *x, guint32 i, double angle)
{
    const double dx = x[2 * (gsize)i];
    const double dy = x[2 * (gsize)i + 1];
    return (RhumbPoint){dx * cos (angle) - dy * sin (angle), dx * sin (angle) + dy * cos (angle)};
}

static Fit
find_fit (const RhumbScene *scene, const double *x, double angle)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint p = turn (x, i, angle);
        extent = (RhumbBox){MIN (extent.left, p.x), MIN (extent.top, p.y), MAX (extent.right, p.x),
                            MAX (extent.bottom, p.y)};
    }
    const RhumbBox frame = scene->frame;
    const double across = (frame.right - frame.left - 190) / MAX (extent.right - extent.left, 1e-6);
    const double along = (frame.bottom - frame.top - 130) / MAX (extent.bottom - extent.top, 1e-6);
    const double most = LARGEST_UNIT * sqrt (MAX (scene->n_nodes, FEW) / (double)FEW);
    const double least = MIN (MIN (across, along), most);
    return (Fit){extent, MIN (across, least * STRETCH), MIN (along, least * STRETCH)};
}

/* The angle at which least of the frame stays empty, none if that gains little. */
static double
choose_angle (const RhumbScene *scene, const double *x)
{
    const Fit straight = find_fit (scene, x, 0.0);
    double most = WORTH_TURNING * straight.across * straight.along;
    double best = 0.0;
    for (guint k = 1; k < TURNS; k++) {
        const double angle = G_PI * k / TURNS;
        const Fit fit = find_fit (scene, x, angle);
        if (fit.across * fit.along > most) {
            most = fit.across * fit.along;
            best = angle;
        }
    }
    return best;
}

/* The widest band to be left between n sorted places: 1 / √n of the whole, as of nodes in as many
 * rows as columns, where bands count as wide as they will be; but no less than what all would have
 * between them if they lay evenly. */
static double
widest_band (const double *sorted, guint32 n)
{
    const double even = (sorted[n - 1] - sorted[0]) / n;
    double whole = sorted[n - 1] - sorted[0];
    double widest = whole;
    for (guint round = 0; round < ROUNDS_OF_BANDS; round++) {
        widest = MAX (whole / sqrt (n), even);
        whole = 0.0;
        for (guint32 k = 1; k < n; k++)
            whole += MIN (sorted[k] - sorted[k - 1], widest);
    }
    return widest;
}

/* Narrows the empty bands across one axis (0 or 1) of x. */
static void
narrow_bands (double *x, guint32 n, guint axis)
{
    g_autofree double *sorted = g_new (double, n);
    for (guint32 i = 0; i < n; i++)
        sorted[i] = x[2 * (gsize)i + axis];
    qsort (sorted, n, sizeof *sorted, rhumb_compare_doubles);
    const double widest = widest_band (sorted, n);
    g_autofree double *moved = g_new (double, n); /* where each sorted place comes to lie */
    moved[0] = sorted[0];
    for (guint32 k = 1; k < n; k++)
        moved[k] = moved[k - 1] + MIN (sorted[k] - sorted[k - 1], widest);
    for (guint32 i = 0; i < n; i++) {
        double *place = &x[2 * (gsize)i + axis];
        const double *at = bsearch (place, sorted, n, sizeof *sorted, rhumb_compare_doubles);
        *place = moved[at - sorted];
    }
}

static void
fit_to_frame (RhumbScene *scene, double *x)
{
    for (guint axis = 0; axis < 2; axis++)
        narrow_bands (x, scene->n_nodes, axis);
    const double angle = choose_angle (scene, x);
    const Fit fit = find_fit (scene, x, angle);
    const RhumbBox frame = scene->frame;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint p = turn (x, i, angle);
        const double dx = p.x - (fit.extent.left + fit.extent.right) / 2;
        const double dy = p.y - (fit.extent.top + fit.extent.bottom) / 2;
        scene->node[i].place.x = (frame.left + frame.right) / 2 + dx * fit.across;
        scene->node[i].place.y = (frame.top + frame.bottom) / 2 + dy * fit.along;
    }
}

static RhumbNetwork *
join (const GArray *springs, guint32 n_nodes, GError **error)
{
    g_autofree guint32 *from = g_new (guint32, springs->len + 1);
    g_autofree guint32 *to = g_new (guint32, springs->len + 1);
    g_autofree double *weight = g_new (double, springs->len + 1);
    gsize n = 0;
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring spring = g_array_index (springs, RhumbSpring, e);
        if (!(spring.weight > 0) || spring.from == spring.to)
            continue;
        from[n] = spring.from;
        to[n] = spring.to;
        weight[n++] = spring.weight;
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n_nodes, n_nodes, from, to, weight, n,
                              error);
}

/* Places that come from outside are looked at. */
static gboolean
ask_placer (const RhumbScene *scene, const GArray *springs, double *x, GError **error)
{
    const RhumbPlacer *placer = scene->options->placer;
    if (scene->n_nodes > placer->most_nodes) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "the layout %s takes at most %u nodes, found %u", placer->name,
                     placer->most_nodes, scene->n_nodes);
        return FALSE;
    }
    g_autoptr (RhumbNetwork) network = join (springs, scene->n_nodes, error);
    if (network == NULL || !placer->place (network, scene->options->seed, x, placer->data, error))
        return FALSE;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (isfinite (x[2 * (gsize)i]) && isfinite (x[2 * (gsize)i + 1]))
            continue;
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY,
                     "the layout %s gave node %u no place, expected two finite numbers",
                     placer->name, i);
        return FALSE;
    }
    return TRUE;
}

static gboolean
relax (const RhumbScene *scene, const GArray *springs, double *x, GError **error)
{
    g_autofree guint32 *cluster = g_new (guint32, scene->n_nodes);
    g_autofree guint64 *key = g_new (guint64, scene->n_nodes);
    g_autofree guint64 *cluster_key = g_new (guint64, MAX (scene->n_clusters, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        cluster[i] = scene->node[i].cluster;
        key[i] = rhumb_text_hash (scene->node[i].id);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++)
        cluster_key[c] = rhumb_text_hash (scene->cluster[c].name);
    const RhumbBox frame = scene->frame;
    const RhumbLoose loose = {
        .n_nodes = scene->n_nodes,
        .spring = (const RhumbSpring *)(const void *)springs->data,
        .n_springs = springs->len,
        .cluster = cluster,
        .n_clusters = scene->n_clusters,
        .key = key,
        .cluster_key = cluster_key,
        .aspect = (frame.right - frame.left) / (frame.bottom - frame.top),
        .seed = scene->options->seed,
    };
    return rhumb_relax (&loose, scene->options->layout, x, error);
}

/* Places the nodes of a scene inside its frame by the layout of its options. FALSE if the layout
 * refuses. */
gboolean
rhumb_find_positions (RhumbScene *scene, const GArray *springs, GError **error)
{
    if (scene->n_nodes == 0)
        return TRUE;
    g_autofree double *x = g_new (double, 2 * (gsize)scene->n_nodes);
    const gboolean is_placed = scene->options->placer != NULL
                                   ? ask_placer (scene, springs, x, error)
                                   : relax (scene, springs, x, error);
    if (!is_placed)
        return FALSE;
    rhumb_dock_parts (x, scene->n_nodes, (const RhumbSpring *)(const void *)springs->data,
                      springs->len);
    fit_to_frame (scene, x);
    return TRUE;
}
