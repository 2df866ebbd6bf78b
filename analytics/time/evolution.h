/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/evolution.h"

G_BEGIN_DECLS

/**
 * RhumbThemeLikeness:
 * @RHUMB_THEME_LIKENESS_INCLUSION: shared concepts / concepts of the smaller theme
 * @RHUMB_THEME_LIKENESS_JACCARD: shared concepts / concepts of either
 *
 * How alike two themes are.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_THEME_LIKENESS_INCLUSION,
    RHUMB_THEME_LIKENESS_JACCARD,
} RhumbThemeLikeness;

/**
 * RhumbEvolutionOptions:
 * @n_periods: wanted periods of about equally many papers, at least 1; not used with @starts
 * @starts: (array length=n_starts) (nullable): years with which a period begins, ascending
 * @n_starts: how many, 0 = none given
 * @n_concepts: the most frequent concepts of a period that take part, at least 2
 * @min_concepts: concepts that a theme has at least, at least 1
 * @resolution: how fine themes are, above 0
 * @likeness: how alike themes are
 * @min_strength: links below this are left out, from 0 to 1
 * @seed: seed of random choices
 *
 * How themes are followed.
 *
 * Since: 0.2
 */
typedef struct {
    guint n_periods;
    const int *starts;
    guint n_starts;
    guint n_concepts;
    guint min_concepts;
    double resolution;
    RhumbThemeLikeness likeness;
    double min_strength;
    guint64 seed;
} RhumbEvolutionOptions;

#define RHUMB_EVOLUTION_DEFAULTS                                                   \
    {                                                                              \
        .n_periods = 4, .n_concepts = 250, .min_concepts = 3, .resolution = 1.0,   \
        .likeness = RHUMB_THEME_LIKENESS_INCLUSION, .min_strength = 0.2, .seed = 1 \
    }

RhumbEvolution *rhumb_follow_themes (RhumbGraph *graph, const RhumbEvolutionOptions *options,
                                     GError **error);

G_END_DECLS
