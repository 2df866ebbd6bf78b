/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What can be asked of a map, and what of it is refused.
 */
#include "analytics/layout/map-options.h"

#include "graph/set-error.h"

#define MOST_PAPERS 400

static gboolean
check_number (const char *field, double value, double least, double most, GError **error)
{
    if (value >= least && value <= most)
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_INVALID, "%s is %.15g, expected %.15g to %.15g", field,
                     value, least, most);
    return FALSE;
}

/* rhumb_map_options_check: whether all options are in range and fit each other. */
gboolean
rhumb_map_options_check (const RhumbMapOptions *options, GError **error)
{
    if (!check_number ("n_labels", options->n_labels, 1, RHUMB_MAP_MOST_LABELS, error) ||
        !check_number ("n_papers", options->n_papers, 0, MOST_PAPERS, error) ||
        !check_number ("n_nodes", options->n_nodes, 0, RHUMB_MAP_MOST_NODES, error) ||
        !check_number ("width", options->width, RHUMB_MAP_LEAST_WIDTH, RHUMB_MAP_LONGEST_SIDE,
                       error) ||
        !check_number ("height", options->height, RHUMB_MAP_LEAST_HEIGHT, RHUMB_MAP_LONGEST_SIDE,
                       error) ||
        !check_number ("dpi", options->dpi, RHUMB_MAP_LEAST_DPI, RHUMB_MAP_MOST_DPI, error))
        return FALSE;
    const char *wrong = NULL;
    if (!options->show_concepts && !options->show_papers)
        wrong = "nothing is shown, expected concepts, papers or both";
    else if ((guint)options->level > RHUMB_MAP_LEVEL_OVERVIEW)
        wrong = "there is no such level, expected atlas or overview";
    else if ((guint)options->colouring > RHUMB_MAP_COLOUR_SCORE)
        wrong = "there is no such colouring, expected topic, year or score";
    else if (rhumb_map_layout_get_name (options->layout) == NULL)
        wrong = "there is no such layout, expected atlas, linlog, vos, fr, drl, kk or umap";
    else if (rhumb_map_theme_get_name (options->theme) == NULL)
        wrong = "there is no such theme, expected light, dark or print";
    else if ((guint)options->view > RHUMB_MAP_VIEW_DENSITY)
        wrong = "there is no such view, expected network or density";
    else if (options->view == RHUMB_MAP_VIEW_DENSITY &&
             (options->level != RHUMB_MAP_LEVEL_ATLAS || options->topic != RHUMB_NONE ||
              options->colouring != RHUMB_MAP_COLOUR_TOPIC || options->n_nodes > 0))
        wrong = "the density is of the whole atlas and colours itself, expected no level, topic, "
                "colouring or further nodes";
    if (wrong != NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, wrong);
    return wrong == NULL;
}

/* rhumb_map_options_check_placed: whether a network in places of its own can be drawn so. */
gboolean
rhumb_map_options_check_placed (const RhumbMapOptions *options, GError **error)
{
    const gboolean fits = options->level == RHUMB_MAP_LEVEL_ATLAS && options->topic == RHUMB_NONE &&
                          options->n_nodes == 0;
    if (!fits)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "a network in the places of its file has no level, topic or further "
                             "nodes");
    return fits;
}
