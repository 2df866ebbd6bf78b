/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbQuadrant:
 * @RHUMB_QUADRANT_MOTOR: central and dense
 * @RHUMB_QUADRANT_NICHE: dense, not central
 * @RHUMB_QUADRANT_EMERGING: neither: emerging or declining
 * @RHUMB_QUADRANT_BASIC: central, not dense
 *
 * What a theme is to its field.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_QUADRANT_MOTOR,
    RHUMB_QUADRANT_NICHE,
    RHUMB_QUADRANT_EMERGING,
    RHUMB_QUADRANT_BASIC,
} RhumbQuadrant;

/**
 * RhumbThemePlace:
 * @n_words: words of the theme
 * @centrality: strength of its links to other themes
 * @density: strength of its links inside, relative to its words
 * @centrality_rank: rank of the centrality from 1, lowest first; equal ones share the mean rank
 * @density_rank: the same for the density
 * @quadrant: where that is
 *
 * Place of a theme in the strategic diagram.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 n_words;
    double centrality;
    double density;
    double centrality_rank;
    double density_rank;
    RhumbQuadrant quadrant;
} RhumbThemePlace;

/**
 * RhumbThemeMethod:
 * @RHUMB_THEME_METHOD_CALLON: equivalence index, every link counts for both its themes
 * @RHUMB_THEME_METHOD_BMX: as bibliometrix computes it, for comparison
 *
 * How centrality and density are computed.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_THEME_METHOD_CALLON,
    RHUMB_THEME_METHOD_BMX,
} RhumbThemeMethod;

/**
 * RhumbThemeCut:
 * @RHUMB_THEME_CUT_MEDIAN: at the median
 * @RHUMB_THEME_CUT_MEAN: at the mean
 *
 * Where quadrants meet.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_THEME_CUT_MEDIAN,
    RHUMB_THEME_CUT_MEAN,
} RhumbThemeCut;

RhumbThemePlace *rhumb_place_themes (const RhumbNetwork *cooccurrences, const double *occurrences,
                                     const guint32 *theme, guint32 n_themes,
                                     RhumbThemeMethod method, RhumbThemeCut cut, GError **error);
RhumbNetwork *rhumb_compute_equivalences (const RhumbNetwork *cooccurrences,
                                          const double *occurrences, GError **error);
const char *rhumb_quadrant_get_name (RhumbQuadrant quadrant);

G_END_DECLS
