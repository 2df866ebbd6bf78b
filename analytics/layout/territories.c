/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Divides the page into one territory for each cluster.
 *
 * A reader sees a topic as a land with one name. Every disc and label claims land around it for
 * its cluster; a place belongs to the cluster with the greatest density of claims
 *
 *   D_c(p) = Σ w exp (−(|p − q| / h)²),
 *
 * if that exceeds THRESHOLD, more near the frame, else to nobody. Of the parts of a cluster that
 * this leaves, the one that holds the most claims is its territory; the rest is nobody's, so each
 * territory is one piece. Around a disc the claim is strengthened, so a disc does not lie on
 * foreign land only because its neighbours are larger. The idea is that of MapSets (A. Efrat, Y.
 * Hu, S. G. Kobourov, S. Pupyrev, Graph Drawing 2014, doi:10.1007/978-3-662-45803-7_38): one
 * contiguous region for each cluster reads better than many.
 * Method: densities on a grid of CELL points. Cost: clusters × cells of memory; time is that plus
 * claims × cells within three reaches. Claims are added in their order.
 */
#include "analytics/layout/territories.h"

#include <math.h>

#include "analytics/layout/arms.h"
#include "analytics/layout/contour.h"
#include "graph/corpus.h"

#define CELL 7.0
#define THRESHOLD 0.26
#define CORE_STRENGTH 2.5
/* Within so many points of the frame ever more claims are needed, so that land ends in a coast and
 * not in a cut along the frame; nearer than EDGE there is none. */
#define COAST 40.0
#define COAST_THRESHOLD 2.0
#define EDGE 4.0
#define EDGE_SLOPE 0.02
#define SLIGHTLY_OUTSIDE (-1e-3)
/* Of comparing claims, each after parts of lands were given up. */
#define ROUNDS 4

struct _RhumbTerritories {
    RhumbBox frame;
    guint n_columns;
    guint n_rows;
    guint32 n_clusters;
    gsize n_cells;
    double *density;
    double *best;
    double *second;
    guint32 *owner;
    double *held;
};

static RhumbPoint
centre_of_cell (const RhumbTerritories *t, gsize cell)
{
    return (RhumbPoint){t->frame.left + CELL * ((double)(cell % t->n_columns) - 1),
                        t->frame.top + CELL * ((double)(cell / t->n_columns) - 1)};
}

static guint
clamp_index (double index, guint n)
{
    return index <= 0 ? 0 : MIN ((guint)index, n - 1);
}

static gsize
cell_at (const RhumbTerritories *t, RhumbPoint place)
{
    const guint column = clamp_index ((place.x - t->frame.left) / CELL + 1.5, t->n_columns);
    const guint row = clamp_index ((place.y - t->frame.top) / CELL + 1.5, t->n_rows);
    return (gsize)row * t->n_columns + column;
}

static void
add_claim (RhumbTerritories *t, const RhumbClaim *claim)
{
    const double far = 3 * claim->reach;
    const RhumbPoint c = claim->centre;
    const guint left = clamp_index ((c.x - far - t->frame.left) / CELL + 1, t->n_columns);
    const guint right = clamp_index ((c.x + far - t->frame.left) / CELL + 2, t->n_columns);
    const guint top = clamp_index ((c.y - far - t->frame.top) / CELL + 1, t->n_rows);
    const guint bottom = clamp_index ((c.y + far - t->frame.top) / CELL + 2, t->n_rows);
    g_autofree double *across = g_new (double, t->n_columns);
    for (guint column = left; column <= right; column++) {
        const double dx = (t->frame.left + CELL * ((double)column - 1) - c.x) / claim->reach;
        across[column] = claim->weight * exp (-dx * dx);
    }
    double *density = t->density + (gsize)claim->cluster * t->n_cells;
    for (guint row = top; row <= bottom; row++) {
        const double y = t->frame.top + CELL * ((double)row - 1) - c.y;
        const double along = exp (-(y / claim->reach) * (y / claim->reach));
        for (guint column = left; column <= right; column++) {
            const double x = t->frame.left + CELL * ((double)column - 1) - c.x;
            const double from_core = (x * x + y * y) / (claim->core * claim->core);
            double *cell = &density[(gsize)row * t->n_columns + column];
            *cell += across[column] * along;
            if (claim->core > 0 && from_core < 4)
                *cell += CORE_STRENGTH * exp (-from_core * from_core);
        }
    }
}

static void
compare_densities (RhumbTerritories *t)
{
    for (gsize cell = 0; cell < t->n_cells; cell++) {
        t->owner[cell] = RHUMB_NONE;
        t->best[cell] = t->second[cell] = 0.0;
        for (guint32 c = 0; c < t->n_clusters; c++) {
            const double here = t->density[(gsize)c * t->n_cells + cell];
            if (here > t->best[cell]) {
                t->second[cell] = t->best[cell];
                t->best[cell] = here;
                t->owner[cell] = c;
            } else if (here > t->second[cell]) {
                t->second[cell] = here;
            }
        }
    }
}

/* How far a cell is inside a cluster's land; positive inside. The ring around the frame is never.
 */
static double
claim_at (const RhumbTerritories *t, guint32 cluster, gsize cell)
{
    const double own = t->density[(gsize)cluster * t->n_cells + cell];
    const double others =
        own < t->best[cell] || t->owner[cell] != cluster ? t->best[cell] : t->second[cell];
    const RhumbPoint p = centre_of_cell (t, cell);
    const double to_edge = MIN (MIN (p.x - t->frame.left, t->frame.right - p.x),
                                MIN (p.y - t->frame.top, t->frame.bottom - p.y));
    const double share = CLAMP (1 - to_edge / COAST, 0.0, 1.0);
    const double least = THRESHOLD + COAST_THRESHOLD * share * share;
    return MIN (own - MAX (others, least), (to_edge - EDGE) * EDGE_SLOPE);
}

static void
drop_weak_land (RhumbTerritories *t)
{
    for (gsize cell = 0; cell < t->n_cells; cell++) {
        const guint32 c = t->owner[cell];
        if (c != RHUMB_NONE && !(claim_at (t, c, cell) > 0))
            t->owner[cell] = RHUMB_NONE;
    }
}

/* Collects the cells of one owner that hang together with a cell, and marks them. */
static void
flood (const RhumbTerritories *t, gsize cell, guint8 *seen, GArray *part)
{
    g_array_set_size (part, 0);
    g_array_append_val (part, cell);
    seen[cell] = 1;
    for (guint i = 0; i < part->len; i++) {
        const gsize here = g_array_index (part, gsize, i);
        const gsize near[] = {here - 1, here + 1, here - t->n_columns, here + t->n_columns};
        for (guint k = 0; k < G_N_ELEMENTS (near); k++) {
            if (near[k] >= t->n_cells || seen[near[k]] || t->owner[near[k]] != t->owner[cell])
                continue;
            seen[near[k]] = 1;
            g_array_append_val (part, near[k]);
        }
    }
}

static double
held_by (const RhumbTerritories *t, const GArray *part)
{
    double sum = 1e-9 * part->len;
    for (guint i = 0; i < part->len; i++)
        sum += t->held[g_array_index (part, gsize, i)];
    return sum;
}

/* A cluster claims no more what it gives up, so that others may have it. */
static void
give_up_cell (RhumbTerritories *t, guint32 cluster, gsize cell)
{
    t->owner[cell] = RHUMB_NONE;
    t->density[(gsize)cluster * t->n_cells + cell] = 0.0;
}

static gboolean
give_up (RhumbTerritories *t, guint32 cluster, const GArray *part)
{
    for (guint i = 0; part != NULL && i < part->len; i++)
        give_up_cell (t, cluster, g_array_index (part, gsize, i));
    return part != NULL;
}

/* Of each cluster's parts keeps the one that holds the most claims; TRUE if some were given up. The
 * ring around the frame has no owner, so no part runs over its side. */
static gboolean
keep_largest_parts (RhumbTerritories *t)
{
    gboolean any = FALSE;
    g_autofree guint8 *seen = g_new0 (guint8, t->n_cells);
    g_autofree double *most = g_new0 (double, t->n_clusters);
    g_autofree GArray **kept = g_new0 (GArray *, MAX (t->n_clusters, 1));
    for (gsize cell = 0; cell < t->n_cells; cell++) {
        const guint32 c = t->owner[cell];
        if (c == RHUMB_NONE || seen[cell])
            continue;
        g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (gsize));
        flood (t, cell, seen, part);
        const double holds = held_by (t, part);
        if (holds > most[c]) {
            most[c] = holds;
            any |= give_up (t, c, kept[c]);
            g_clear_pointer (&kept[c], g_array_unref);
            kept[c] = g_steal_pointer (&part);
        } else {
            any |= give_up (t, c, part);
        }
    }
    for (guint32 c = 0; c < t->n_clusters; c++)
        g_clear_pointer (&kept[c], g_array_unref);
    return any;
}

/* Gives each cell to the strongest claim, until each land is one piece. */
static void
share_out (RhumbTerritories *t)
{
    gboolean is_changed = TRUE;
    for (guint round = 0; round < ROUNDS && is_changed; round++) {
        compare_densities (t);
        drop_weak_land (t);
        is_changed = keep_largest_parts (t);
    }
}

/* Divides the frame among clusters; each gets one contiguous piece, or none without claims. @claim:
 * of clusters below @n_clusters, with reaches above 0. */
RhumbTerritories *
rhumb_territories_new (const RhumbClaim *claim, gsize n_claims, guint32 n_clusters, RhumbBox frame)
{
    RhumbTerritories *t = g_new0 (RhumbTerritories, 1);
    t->frame = frame;
    t->n_columns = (guint)((frame.right - frame.left) / CELL) + 4;
    t->n_rows = (guint)((frame.bottom - frame.top) / CELL) + 4;
    t->n_clusters = n_clusters;
    t->n_cells = (gsize)t->n_columns * t->n_rows;
    t->density = g_new0 (double, MAX (n_clusters, 1) * t->n_cells);
    t->best = g_new0 (double, t->n_cells);
    t->second = g_new0 (double, t->n_cells);
    t->owner = g_new (guint32, t->n_cells);
    t->held = g_new0 (double, t->n_cells);
    for (gsize i = 0; i < n_claims; i++) {
        add_claim (t, &claim[i]);
        t->held[cell_at (t, claim[i].centre)] += claim[i].core > 0 ? claim[i].weight : 0.0;
    }
    share_out (t);
    return t;
}

/* Takes the narrow arms of each land from it; who is beside them may have them. */
void
rhumb_territories_cut_arms (RhumbTerritories *territories)
{
    RhumbTerritories *t = territories;
    g_autofree guint8 *is_land = g_new (guint8, t->n_cells);
    g_autofree guint8 *is_arm = g_new (guint8, t->n_cells);
    gboolean any = FALSE;
    for (guint32 c = 0; c < t->n_clusters; c++) {
        for (gsize cell = 0; cell < t->n_cells; cell++)
            is_land[cell] = t->owner[cell] == c;
        if (!rhumb_find_arms (is_land, t->held, t->n_columns, t->n_rows, is_arm))
            continue;
        any = TRUE;
        for (gsize cell = 0; cell < t->n_cells; cell++) {
            if (is_arm[cell])
                give_up_cell (t, c, cell);
        }
    }
    if (any)
        share_out (t);
}

void
rhumb_territories_free (RhumbTerritories *territories)
{
    if (territories == NULL)
        return;
    g_free (territories->density);
    g_free (territories->best);
    g_free (territories->second);
    g_free (territories->owner);
    g_free (territories->held);
    g_free (territories);
}

/* %RHUMB_NONE = nobody's. */
guint32
rhumb_territories_get_owner (const RhumbTerritories *territories, RhumbPoint place)
{
    return territories->owner[cell_at (territories, place)];
}

/* How much of a box lies on the land of other clusters, in [0, 1], measured at fifteen points.
 * @own: the same of the cluster's own land. */
double
rhumb_territories_foreign_share (const RhumbTerritories *territories, guint32 cluster, RhumbBox box,
                                 double *own)
{
    guint n_foreign = 0;
    guint n_own = 0;
    for (guint i = 0; i < 15; i++) {
        const RhumbPoint p = {box.left + (box.right - box.left) * (i % 5) / 4,
                              box.top + (box.bottom - box.top) * (i / 5) / 2};
        const guint32 owner = rhumb_territories_get_owner (territories, p);
        n_own += owner == cluster ? 1 : 0;
        n_foreign += owner != RHUMB_NONE && owner != cluster ? 1 : 0;
    }
    if (own != NULL)
        *own = n_own / 15.0;
    return n_foreign / 15.0;
}

static gboolean
is_surrounded (const RhumbTerritories *t, guint32 cluster, RhumbPoint p, double margin)
{
    for (guint k = 0; k < 8; k++) {
        static const double side[] = {1, 0.7071, 0, -0.7071, -1, -0.7071, 0, 0.7071};
        const RhumbPoint near = {p.x + margin * side[k], p.y + margin * side[(k + 2) % 8]};
        if (rhumb_territories_get_owner (t, near) != cluster)
            return FALSE;
    }
    return TRUE;
}

/* The point of a cluster's land that is nearest to a place and at least @margin from the border.
 * FALSE if there is none; @found is untouched then. */
gboolean
rhumb_territories_find_nearest (const RhumbTerritories *territories, guint32 cluster,
                                RhumbPoint place, double margin, RhumbPoint *found)
{
    double nearest = INFINITY;
    for (gsize cell = 0; cell < territories->n_cells; cell++) {
        if (territories->owner[cell] != cluster)
            continue;
        const RhumbPoint p = centre_of_cell (territories, cell);
        const double far = hypot (p.x - place.x, p.y - place.y);
        if (far < nearest && is_surrounded (territories, cluster, p, margin)) {
            nearest = far;
            *found = p;
        }
    }
    return nearest < INFINITY;
}

/* The outer border of a cluster's land, a closed polygon on the page; %NULL if it has no land. */
RhumbPoint *
rhumb_territories_trace (const RhumbTerritories *territories, guint32 cluster, gsize *n_points)
{
    const RhumbTerritories *t = territories;
    g_autofree double *field = g_new (double, t->n_cells);
    for (gsize cell = 0; cell < t->n_cells; cell++) {
        field[cell] = claim_at (t, cluster, cell);
        if (t->owner[cell] != cluster)
            field[cell] = MIN (field[cell], SLIGHTLY_OUTSIDE);
    }
    RhumbPoint *point = rhumb_contour (field, t->n_columns, t->n_rows, n_points);
    for (gsize i = 0; i < *n_points; i++) {
        point[i].x = t->frame.left + CELL * (point[i].x - 1);
        point[i].y = t->frame.top + CELL * (point[i].y - 1);
    }
    return point;
}

/* How long the border between each two clusters is: a symmetric matrix, clusters × clusters, in
 * grid cells. */
double *
rhumb_territories_borders (const RhumbTerritories *territories)
{
    const RhumbTerritories *t = territories;
    const gsize k = t->n_clusters;
    double *border = g_new0 (double, MAX (k * k, 1));
    for (gsize cell = 0; cell + 2 * (gsize)t->n_columns < t->n_cells; cell++) {
        const gsize near[] = {cell + 2, cell + 2 * (gsize)t->n_columns};
        for (guint i = 0; i < G_N_ELEMENTS (near); i++) {
            const guint32 a = t->owner[cell];
            const guint32 b = t->owner[near[i]];
            if (a == RHUMB_NONE || b == RHUMB_NONE || a == b)
                continue;
            border[a * k + b] += 1;
            border[b * k + a] += 1;
        }
    }
    return border;
}
