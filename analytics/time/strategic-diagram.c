/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which themes drive a field? A theme that is tied to many others is central, one whose words
 * belong closely together is dense. Central and dense: a motor; dense alone: a niche; central
 * alone: basic and transversal; neither: emerging or declining.
 *
 * Source: Callon, Courtial and Laville (1991), doi:10.1007/BF02019280; as used by Cobo et al.
 * (2011), doi:10.1016/j.joi.2010.10.002. With c_ij papers about both words and s_i papers about
 * one, a theme of w words has
 *
 *   e_ij = c_ij² / (s_i s_j),  centrality = 10 Σ e_kh (k inside, h in another theme),
 *   density = 100 Σ_{i<j inside} e_ij / w
 *
 * "bmx" computes what the function thematicMap of bibliometrix 5 does: c_ij / (s_i s_j) instead of
 * e_ij; only pairs i ≤ j in the order of words, each counted for the theme of i alone; pairs i = i
 * among them, so that 1 / s_i of each word enters the density; no factor 10. It cuts ranks at their
 * mean whatever is asked.
 *
 * A theme on the cut is taken to lie above it, unless its value is 0. Words outside all themes do
 * not count, nor do themes without words where Callon's quadrants meet.
 *
 * Cost: O(links + themes × log themes).
 */
#include "analytics/time/strategic-diagram.h"

#include "analytics/network/normalisation-private.h"
#include "graph/compare.h"
#include "graph/corpus.h"
#include "graph/set-error.h"

/* Words have at least as many papers as any of their pairs. */
static gboolean
check_counts (RhumbRows rows, const double *occurrences, GError **error)
{
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const double count = rhumb_rows_get_weight (rows, i);
            if (count >= 0 && count <= occurrences[v] && occurrences[v] <= G_MAXUINT32)
                continue;
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "word %u is in %g papers, %g of them with word %u; expected no more",
                             v, occurrences[v], count, rows.node[i]);
            return FALSE;
        }
    }
    return TRUE;
}

/**
 * rhumb_compute_equivalences:
 * @cooccurrences: an undirected network of words, weight = papers about both
 * @occurrences: (array): papers about each word
 * @error: return location for an error
 *
 * Computes the equivalence index of each pair of words: the product of the shares of their papers
 * that are about both.
 *
 * Source: Callon, Courtial and Laville (1991), doi:10.1007/BF02019280.
 *
 * Returns: (transfer full): the same network with weights from 0 to 1; or %NULL with
 *   %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_compute_equivalences (const RhumbNetwork *cooccurrences, const double *occurrences,
                            GError **error)
{
    if (!check_counts (rhumb_network_get_out_rows (cooccurrences), occurrences, error))
        return NULL;
    return rhumb_normalise (cooccurrences, RHUMB_NORMALISATION_EQUIVALENCE, occurrences, error);
}

static void
count_words (const guint32 *theme, guint32 n_words, RhumbThemePlace *place)
{
    for (guint32 v = 0; v < n_words; v++) {
        if (theme[v] != RHUMB_NONE)
            place[theme[v]].n_words++;
    }
}

/* Rows hold each link twice, so a link to outside counts for both themes and one inside twice. */
static void
place_callon (RhumbRows rows, const double *occurrences, const guint32 *theme,
              RhumbThemePlace *place)
{
    const RhumbNormaliser equivalence = {RHUMB_NORMALISATION_EQUIVALENCE, occurrences, 1};
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            if (u == v || theme[v] == RHUMB_NONE || theme[u] == RHUMB_NONE)
                continue;
            const double e =
                rhumb_normalise_count (&equivalence, rhumb_rows_get_weight (rows, i), v, u);
            if (theme[u] != theme[v])
                place[theme[v]].centrality += 10 * e;
            else if (v < u)
                place[theme[v]].density += 100 * e / place[theme[v]].n_words;
        }
    }
}

static void
place_bmx (RhumbRows rows, const double *occurrences, const guint32 *theme, RhumbThemePlace *place)
{
    for (guint32 v = 0; v < rows.n_rows; v++) {
        if (theme[v] == RHUMB_NONE)
            continue;
        RhumbThemePlace *own = &place[theme[v]];
        if (occurrences[v] > 0)
            own->density += 100 / occurrences[v] / own->n_words;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            if (u <= v || theme[u] == RHUMB_NONE)
                continue;
            const double s = rhumb_rows_get_weight (rows, i) / (occurrences[v] * occurrences[u]);
            own->centrality += theme[u] != theme[v] ? s : 0;
            own->density += theme[u] == theme[v] ? 100 * s / own->n_words : 0;
        }
    }
}

/* Links are summed in another order for each theme: what differs by less counts as equal. */
#define EQUAL 1e-12

/* How many of the sorted values lie below @value, or below and beside it if @equal_too. */
static guint32
count_below (const double *sorted, guint32 n, double value, gboolean equal_too)
{
    guint32 low = 0, high = n;
    while (low < high) {
        const guint32 middle = low + (high - low) / 2;
        const double difference = sorted[middle] - value;
        const gboolean equal = ABS (difference) <= EQUAL * ABS (value);
        if (equal ? equal_too : difference < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Ranks from 1, lowest value first; equal values share the mean of their ranks. */
static void
rank_values (const double *value, guint32 n, double *rank)
{
    g_autofree double *sorted = g_memdup2 (value, n * sizeof (double));
    qsort (sorted, n, sizeof (double), rhumb_compare_doubles);
    for (guint32 i = 0; i < n; i++) {
        const guint32 n_lower = count_below (sorted, n, value[i], FALSE);
        const guint32 n_equal = count_below (sorted, n, value[i], TRUE) - n_lower;
        rank[i] = n_lower + (n_equal + 1) / 2.0;
    }
}

static double
find_cut (const double *value, guint32 n, RhumbThemeCut cut)
{
    if (cut == RHUMB_THEME_CUT_MEAN) {
        double sum = 0;
        for (guint32 i = 0; i < n; i++)
            sum += value[i];
        return sum / n;
    }
    g_autofree double *sorted = g_memdup2 (value, n * sizeof (double));
    qsort (sorted, n, sizeof (double), rhumb_compare_doubles);
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

static gboolean
is_above (double value, double cut)
{
    return value > 0 && value >= cut - EQUAL * ABS (cut);
}

static RhumbQuadrant
get_quadrant (gboolean central, gboolean dense)
{
    if (central)
        return dense ? RHUMB_QUADRANT_MOTOR : RHUMB_QUADRANT_BASIC;
    return dense ? RHUMB_QUADRANT_NICHE : RHUMB_QUADRANT_EMERGING;
}

/* Themes without words lie nowhere; the others are not to meet where those would be. */
static double
cut_words (const RhumbThemePlace *place, const double *value, guint32 n, RhumbThemeCut cut)
{
    g_autofree double *of_words = g_new (double, n);
    guint32 n_with_words = 0;
    for (guint32 t = 0; t < n; t++) {
        if (place[t].n_words > 0)
            of_words[n_with_words++] = value[t];
    }
    return n_with_words > 0 ? find_cut (of_words, n_with_words, cut) : 0;
}

static void
find_quadrants (RhumbThemePlace *place, guint32 n, RhumbThemeMethod method, RhumbThemeCut cut)
{
    g_autofree double *centrality = g_new (double, n);
    g_autofree double *density = g_new (double, n);
    g_autofree double *centrality_rank = g_new (double, n);
    g_autofree double *density_rank = g_new (double, n);
    for (guint32 t = 0; t < n; t++) {
        centrality[t] = place[t].centrality;
        density[t] = place[t].density;
    }
    rank_values (centrality, n, centrality_rank);
    rank_values (density, n, density_rank);
    for (guint32 t = 0; t < n; t++) {
        place[t].centrality_rank = centrality_rank[t];
        place[t].density_rank = density_rank[t];
    }
    const double middle = ((double)n + 1) / 2;
    const double cut_c = cut_words (place, centrality, n, cut);
    const double cut_d = cut_words (place, density, n, cut);
    for (guint32 t = 0; t < n; t++) {
        const gboolean by_rank = method == RHUMB_THEME_METHOD_BMX;
        place[t].quadrant = get_quadrant (
            by_rank ? place[t].centrality_rank >= middle : is_above (centrality[t], cut_c),
            by_rank ? place[t].density_rank >= middle : is_above (density[t], cut_d));
    }
}

/**
 * rhumb_place_themes:
 * @cooccurrences: an undirected network of words, weight = papers about both
 * @occurrences: (array): papers about each word
 * @theme: (array): theme of each word, below @n_themes; %RHUMB_NONE = none
 * @n_themes: number of themes
 * @method: how centrality and density are computed
 * @cut: where quadrants meet; not used by %RHUMB_THEME_METHOD_BMX
 * @error: return location for an error
 *
 * Places themes in the strategic diagram.
 *
 * Source: Callon, Courtial and Laville (1991), doi:10.1007/BF02019280.
 *
 * Returns: (transfer full) (array length=n_themes): place of each theme; or %NULL with
 *   %RHUMB_ERROR_INVALID (more papers about a pair than about a word)
 *
 * Since: 0.2
 */
RhumbThemePlace *
rhumb_place_themes (const RhumbNetwork *cooccurrences, const double *occurrences,
                    const guint32 *theme, guint32 n_themes, RhumbThemeMethod method,
                    RhumbThemeCut cut, GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (cooccurrences) == RHUMB_NETWORK_UNDIRECTED, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (cooccurrences);
    if (!check_counts (rows, occurrences, error))
        return NULL;
    RhumbThemePlace *place = g_new0 (RhumbThemePlace, MAX (n_themes, 1));
    count_words (theme, rows.n_rows, place);
    if (method == RHUMB_THEME_METHOD_CALLON)
        place_callon (rows, occurrences, theme, place);
    else
        place_bmx (rows, occurrences, theme, place);
    if (n_themes > 0)
        find_quadrants (place, n_themes, method, cut);
    return place;
}

/**
 * rhumb_quadrant_get_name:
 * @quadrant: a quadrant
 *
 * Names a quadrant.
 *
 * Returns: (transfer none): "motor", "niche", "emerging or declining" or "basic"
 *
 * Since: 0.2
 */
const char *
rhumb_quadrant_get_name (RhumbQuadrant quadrant)
{
    static const char *const NAMES[] = {"motor", "niche", "emerging or declining", "basic"};
    return NAMES[quadrant];
}
