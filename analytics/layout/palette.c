/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which colour each cluster gets.
 *
 * Neighbouring territories must look different to everybody. The first nine colours are the
 * "muted" scheme of P. Tol, Colour schemes, SRON/EPS/TN/09-002 (2021), made for colour-blind
 * readers. More clusters get tints of the same nine, because a tenth hue chosen by eye would be
 * confused with one of them: colours 10 to 18 are the nine with their lightness turned over, dark
 * ones mixed half with white, light ones with 54 % of black, in the order in which each differs
 * most from all before (the first fourteen differ by 10.8 or more for everybody); 19 to 27 go half
 * as far; all later ones share one grey. Clusters never depend on colour alone: each is named.
 *
 * Assignment: swap the colours of two clusters, or take an unused one, as long as
 * Σ nearness_cd × min (difference_cd, ENOUGH) grows, first improvement in index order; colours stay
 * among the nine, or among the same tints, so that the first clusters have the pure ones. It is
 * what GMap does with a spectral start (E. R. Gansner, Y. Hu, S. G. Kobourov, GMap, PacificVis
 * 2010, doi:10.1109/PACIFICVIS.2010.5429590). Cost: clusters³ a sweep.
 */
#include "analytics/layout/palette.h"

#include "analytics/layout/colour.h"

#define N_HUES 9
#define GREY 0xaaaaaaff
#define TO_WHITE 0.50
#define TO_BLACK 0.54
#define ENOUGH 45.0
#define EVERYWHERE 0.02
#define MAX_SWEEPS 50

static const guint32 muted[N_HUES] = {
    0x44aa99ff, 0xcc6677ff, 0x88cceeff, 0xddcc77ff, 0x332288ff,
    0x117733ff, 0xaa4499ff, 0x999933ff, 0x882255ff,
};
static const gboolean is_dark[N_HUES] = {FALSE, FALSE, FALSE, FALSE, TRUE, TRUE, TRUE, FALSE, TRUE};
static const guint8 tint_order[N_HUES] = {4, 7, 2, 5, 6, 1, 0, 8, 3};

/* A colour of the palette: the first nine are the most different, grey from %RHUMB_PALETTE_SIZE on.
 */
guint32
rhumb_palette_get (guint32 i)
{
    if (i < N_HUES)
        return muted[i];
    if (i >= RHUMB_PALETTE_SIZE)
        return GREY;
    const guint32 hue = tint_order[i % N_HUES];
    const double share = i < 2 * N_HUES ? 1.0 : 0.5;
    return is_dark[hue] ? rhumb_colour_mix (muted[hue], 0xffffffff, share * TO_WHITE)
                        : rhumb_colour_mix (muted[hue], 0x000000ff, share * TO_BLACK);
}

typedef struct {
    guint32 n_clusters;
    guint32 n_colours;
    const double *nearness;
    double *difference;
    guint32 *choice;
} Assignment;

static double
gain_of (const Assignment *a, guint32 cluster, guint32 colour, guint32 except)
{
    double sum = 0.0;
    for (guint32 d = 0; d < a->n_clusters; d++) {
        if (d == cluster || d == except)
            continue;
        const double nearness = a->nearness[(gsize)cluster * a->n_clusters + d] + EVERYWHERE;
        sum += nearness * a->difference[(gsize)colour * a->n_colours + a->choice[d]];
    }
    return sum;
}

/* Tries another colour for a cluster; whoever has it takes the cluster's. */
static gboolean
try_colour (Assignment *a, guint32 cluster, guint32 colour)
{
    const guint32 former = a->choice[cluster];
    guint32 holder = a->n_clusters;
    for (guint32 d = 0; d < a->n_clusters; d++)
        holder = a->choice[d] == colour ? d : holder;
    double before = gain_of (a, cluster, former, holder);
    double after = gain_of (a, cluster, colour, holder);
    if (holder < a->n_clusters) {
        before += gain_of (a, holder, colour, cluster);
        after += gain_of (a, holder, former, cluster);
    }
    if (!(after > before + 1e-9))
        return FALSE;
    a->choice[cluster] = colour;
    if (holder < a->n_clusters)
        a->choice[holder] = former;
    return TRUE;
}

static void
improve (Assignment *a)
{
    gboolean better = TRUE;
    for (guint sweep = 0; better && sweep < MAX_SWEEPS; sweep++) {
        better = FALSE;
        for (guint32 c = 0; c < a->n_clusters; c++) {
            for (guint32 colour = 0; colour < a->n_colours; colour++)
                better |= colour != a->choice[c] && colour / N_HUES == a->choice[c] / N_HUES &&
                          try_colour (a, c, colour);
        }
    }
}

/* Gives each cluster a colour such that neighbours differ most; the first %RHUMB_PALETTE_SIZE are
 * distinct. @nearness: symmetric matrix, clusters × clusters, of how much two of them touch, ≥ 0;
 * @in_grey: whether only their lightness tells colours apart. */
guint32 *
rhumb_palette_assign (guint32 n_clusters, const double *nearness, gboolean in_grey)
{
    guint32 *colour = g_new (guint32, MAX (n_clusters, 1));
    for (guint32 c = 0; c < n_clusters; c++)
        colour[c] = rhumb_palette_get (c);
    if (n_clusters < 2 || n_clusters > RHUMB_PALETTE_SIZE)
        return colour;
    const guint32 n_colours = MAX (n_clusters, N_HUES);
    g_autofree double *difference = g_new (double, (gsize)n_colours *n_colours);
    for (guint32 i = 0; i < n_colours; i++) {
        for (guint32 j = 0; j < n_colours; j++) {
            const guint32 a = rhumb_palette_get (i);
            const guint32 b = rhumb_palette_get (j);
            difference[(gsize)i * n_colours + j] = MIN (
                in_grey ? rhumb_colour_difference_in_grey (a, b) : rhumb_colour_difference (a, b),
                ENOUGH);
        }
    }
    g_autofree guint32 *choice = g_new (guint32, n_clusters);
    for (guint32 c = 0; c < n_clusters; c++)
        choice[c] = c;
    Assignment assignment = {n_clusters, n_colours, nearness, difference, choice};
    improve (&assignment);
    for (guint32 c = 0; c < n_clusters; c++)
        colour[c] = rhumb_palette_get (choice[c]);
    return colour;
}
