/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbMainPathSearch:
 * @RHUMB_MAIN_PATH_LOCAL: from the heaviest first citation on, always the heaviest next one
 * @RHUMB_MAIN_PATH_GLOBAL: the path whose weights have the largest sum
 * @RHUMB_MAIN_PATH_KEY_ROUTE: from each of the heaviest citations, local search to both ends
 * @RHUMB_MAIN_PATH_LONGEST: all citations on paths that are longest, or nearly
 *
 * What makes a path the main one.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_MAIN_PATH_LOCAL,
    RHUMB_MAIN_PATH_GLOBAL,
    RHUMB_MAIN_PATH_KEY_ROUTE,
    RHUMB_MAIN_PATH_LONGEST,
} RhumbMainPathSearch;

/**
 * RhumbMainPathOptions:
 * @search: what makes a path the main one
 * @n_routes: key routes, at least 1; only for %RHUMB_MAIN_PATH_KEY_ROUTE
 * @slack: how many citations shorter than the longest a path may be; only for
 *   %RHUMB_MAIN_PATH_LONGEST
 *
 * How main paths are found.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbMainPathSearch search;
    guint n_routes;
    guint slack;
} RhumbMainPathOptions;

#define RHUMB_MAIN_PATH_DEFAULTS                            \
    {                                                       \
        .search = RHUMB_MAIN_PATH_KEY_ROUTE, .n_routes = 10 \
    }

/**
 * RhumbMainPathCounts:
 * @n_against_date: citations that were left out because the cited paper is younger
 * @n_in_cycles: papers that cite each other in circles; each circle counted as one
 * @log_n_paths: natural logarithm of the number of all paths from a first to a last paper
 * @longest: citations on the longest path
 *
 * What was met on the way.
 *
 * Since: 0.2
 */
typedef struct {
    gsize n_against_date;
    guint32 n_in_cycles;
    double log_n_paths;
    guint32 longest;
} RhumbMainPathCounts;

RhumbNetwork *rhumb_find_main_path (const RhumbNetwork *cites, const int *year,
                                    const RhumbMainPathOptions *options,
                                    RhumbMainPathCounts *counts, GError **error);

G_END_DECLS
