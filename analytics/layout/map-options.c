/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What can be asked of a map, and what of it is refused. */

#include "analytics/layout/map-options.h"

#include "graph/error.h"

#define MOST_NODES 200000

/* rhumb_map_options_check: whether all options are in range and fit each other. */
gboolean
rhumb_map_options_check (const RhumbMapOptions *options, GError **error)
{
    const char *wrong = NULL;
    if (!options->show_concepts && !options->show_papers)
        wrong = "nothing is shown, expected concepts, papers or both";
    else if (options->n_labels < 1 || options->n_labels > 500)
        wrong = "number of labels is out of range, expected 1 to 500";
    else if (options->n_papers > 400)
        wrong = "number of papers is out of range, expected 0 to 400";
    else if (!(options->width >= 900 && options->width <= 20000))
        wrong = "page width is out of range, expected 900 to 20000";
    else if (!(options->height >= 600 && options->height <= 20000))
        wrong = "page height is out of range, expected 600 to 20000";
    else if (!(options->dpi >= 10 && options->dpi <= 2400))
        wrong = "resolution is out of range, expected 10 to 2400 dots an inch";
    else if ((guint)options->level > RHUMB_MAP_OVERVIEW)
        wrong = "there is no such level, expected atlas or overview";
    else if ((guint)options->colouring > RHUMB_MAP_COLOUR_SCORE)
        wrong = "there is no such colouring, expected topic, year or score";
    else if (rhumb_map_layout_get_name (options->layout) == NULL)
        wrong = "there is no such layout, expected atlas, linlog, vos, fr, drl, kk or umap";
    else if (options->n_nodes > MOST_NODES)
        wrong = "number of nodes is out of range, expected 0 to 200000";
    else if (rhumb_map_theme_get_name (options->theme) == NULL)
        wrong = "there is no such theme, expected light, dark or print";
    else if ((guint)options->view > RHUMB_MAP_VIEW_DENSITY)
        wrong = "there is no such view, expected network or density";
    else if (options->view == RHUMB_MAP_VIEW_DENSITY &&
             (options->level != RHUMB_MAP_ATLAS || options->topic != RHUMB_NONE ||
              options->colouring != RHUMB_MAP_COLOUR_TOPIC || options->n_nodes > 0))
        wrong = "the density is of the whole atlas and colours itself, expected no level, topic, "
                "colouring or further nodes";
    if (wrong != NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, wrong);
    return wrong == NULL;
}
