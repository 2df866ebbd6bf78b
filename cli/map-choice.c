/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What rhumb map is asked to draw: its options, checked against each other and against the format
 * before any paper is read, as options of a map.
 */
#include "cli/map-choice.h"

#include "analytics/layout/map-options.h"
#include "cli/choice.h"
#include "io/graphviz-place.h"

#define NODES_OF_PAGE 50000
#define LAYOUT_OF_FILE "file"

static gboolean
choose_kinds (const char *of, RhumbMapOptions *options, GError **error)
{
    const gboolean both = of == NULL || g_str_equal (of, "both");
    options->show_concepts = both || g_str_equal (of, "concepts");
    options->show_papers = both || g_str_equal (of, "papers");
    if (options->show_concepts || options->show_papers)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--of is “%s”, expected concepts, papers, both or people", of);
    return FALSE;
}

/* Ours and igraph's, those of Graphviz, and the places of a file. */
static gboolean
choose_layout (const MapChoice *choice, RhumbMapOptions *options, GError **error)
{
    const guint n_own = RHUMB_MAP_LAYOUT_UMAP + 1;
    const guint n_placers = rhumb_graphviz_get_n_placers ();
    const guint of_file = n_own + n_placers;
    g_autofree const char **name = g_new0 (const char *, of_file + 2);
    for (guint k = 0; k < n_own; k++)
        name[k] = rhumb_map_layout_get_name ((RhumbMapLayout)k);
    for (guint k = 0; k < n_placers; k++)
        name[n_own + k] = rhumb_graphviz_get_placer (k)->name;
    name[of_file] = LAYOUT_OF_FILE;
    guint layout;
    if (!choice_find ("layout", choice->layout, name, &layout, error))
        return FALSE;
    if (layout == of_file && (choice->of != NULL || choice->network != NULL)) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "--layout file draws what the file holds, expected no --of or "
                             "--network");
        return FALSE;
    }
    if (layout < n_own)
        options->layout = (RhumbMapLayout)layout;
    else if (layout < of_file)
        options->placer = rhumb_graphviz_get_placer (layout - n_own);
    return TRUE;
}

static gboolean
choose_looks (const MapChoice *choice, RhumbMapOptions *options, GError **error)
{
    static const char *const levels[] = {"atlas", "overview", NULL};
    static const char *const views[] = {"network", "density", NULL};
    static const char *const colours[] = {"cluster", "year", "score", NULL};
    const char *themes[] = {rhumb_map_theme_get_name (RHUMB_MAP_THEME_LIGHT),
                            rhumb_map_theme_get_name (RHUMB_MAP_THEME_DARK),
                            rhumb_map_theme_get_name (RHUMB_MAP_THEME_PRINT), NULL};
    guint level, view, colour, theme;
    if (!choice_find ("level", choice->level, levels, &level, error) ||
        !choice_find ("view", choice->view, views, &view, error) ||
        !choice_find ("color", choice->colour, colours, &colour, error) ||
        !choice_find ("theme", choice->theme, themes, &theme, error) ||
        !choose_layout (choice, options, error))
        return FALSE;
    options->level = (RhumbMapLevel)level;
    options->view = (RhumbMapView)view;
    options->colouring = (RhumbMapColouring)colour;
    options->theme = (RhumbMapTheme)theme;
    return TRUE;
}

/* Numbers that were typed, by the names of their options. */
static gboolean
check_numbers (const Run *run, const MapChoice *choice, GError **error)
{
    const gboolean of_network = choice->network != NULL;
    return choice_check_number ("size", choice->size, 1, RHUMB_MAP_MOST_LABELS, error) &&
           (!run_was_given (run, "nodes") ||
            choice_check_number ("nodes", choice->nodes, of_network ? RHUMB_MAP_LEAST_DISCS : 0,
                                 of_network ? RHUMB_MAP_MOST_DISCS : RHUMB_MAP_MOST_NODES,
                                 error)) &&
           choice_check_real ("width", choice->width, RHUMB_MAP_LEAST_WIDTH, RHUMB_MAP_LONGEST_SIDE,
                              error) &&
           (!run_was_given (run, "height") ||
            choice_check_real ("height", choice->height, RHUMB_MAP_LEAST_HEIGHT,
                               RHUMB_MAP_LONGEST_SIDE, error)) &&
           choice_check_real ("dpi", choice->dpi, RHUMB_MAP_LEAST_DPI, RHUMB_MAP_MOST_DPI, error);
}

/* The page keeps its shape where only its width is given. */
static gboolean
choose_page (const Run *run, const MapChoice *choice, RhumbMapOptions *options, GError **error)
{
    const RhumbMapOptions defaults = RHUMB_MAP_DEFAULTS;
    if (!check_numbers (run, choice, error))
        return FALSE;
    options->title = choice->title;
    options->n_labels = (guint)choice->size;
    options->width = choice->width;
    options->height =
        choice->height > 0 ? choice->height : choice->width * defaults.height / defaults.width;
    options->dpi = choice->dpi;
    options->topic = choice->topic == NULL ? RHUMB_NONE : 0; /* which one, topics will tell */
    options->transparent = choice->transparent;
    return (choice->network != NULL || choose_kinds (choice->of, options, error)) &&
           choose_looks (choice, options, error);
}

/* All nodes are for who can zoom: by themselves on the page, where asked for in networks. */
static gboolean
choose_nodes (const MapChoice *choice, RhumbMapOptions *options, GError **error)
{
    const RhumbFormat *format = choice->format;
    const gboolean is_page = g_str_equal (format->name, "html");
    if (options->view == RHUMB_MAP_VIEW_DENSITY && (is_page || format->write_map == NULL)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "--view density is for drawings (svg, pdf, png, dot), found the format %s",
                     format->name);
        return FALSE;
    }
    if (choice->network != NULL)
        return TRUE;
    const gboolean has_all = is_page && !map_choice_is_file (choice);
    options->n_nodes = choice->nodes >= 0 ? (guint32)choice->nodes : has_all ? NODES_OF_PAGE : 0;
    if (choice->nodes <= 0 || is_page || format->write_map == NULL)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--nodes is for .html and networks, found the format %s", format->name);
    return FALSE;
}

/* People are drawn by whom they wrote with, if nothing else is said. */
static gboolean
choose_network (const Run *run, MapChoice *choice, GError **error)
{
    if (choice->network == NULL && g_strcmp0 (choice->of, "people") == 0)
        choice->network = g_strdup ("co-authorship");
    if (choice->network == NULL)
        return TRUE;
    const guint n = rhumb_derivation_get_n ();
    g_autofree const char **known = g_new0 (const char *, n + 1);
    for (guint i = 0; i < n; i++)
        known[i] = rhumb_derivation_get_name (i);
    guint unread;
    if (!choice_find ("network", choice->network, known, &unread, error))
        return FALSE;
    const char *wrong = NULL;
    if (run->n_topics > 0 || run_was_given (run, "quality") || run_was_given (run, "algorithm"))
        wrong = "--clusters, --quality and --algorithm are for maps of topics, expected "
                "--resolution for the clusters of a network";
    else if (g_strcmp0 (choice->level, "overview") == 0 || choice->topic != NULL)
        wrong = "--level overview and --topic are for maps of topics, found the map of a network";
    if (wrong != NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, wrong);
    return wrong == NULL;
}

static gboolean
takes_maps (const RhumbFormat *format)
{
    return format != NULL && (format->write_map != NULL || format->write_network != NULL ||
                              format->network_parts != NULL);
}

/* ".svg, .html, …": drawings first, then networks; each suffix once, if it leads to its format. */
static char *
list_suffixes (void)
{
    GString *list = g_string_new (NULL);
    for (guint networks = 0; networks < 2; networks++) {
        for (const RhumbFormat *const *format = rhumb_format_list (); *format != NULL; format++) {
            if (!takes_maps (*format) || ((*format)->write_map == NULL) != (networks == 1))
                continue;
            for (guint i = 0; (*format)->suffixes != NULL && (*format)->suffixes[i] != NULL; i++) {
                g_autofree char *path = g_strconcat ("map.", (*format)->suffixes[i], NULL);
                if (rhumb_format_for_path (path) == *format)
                    g_string_append_printf (list, "%s.%s", list->len > 0 ? ", " : "",
                                            (*format)->suffixes[i]);
            }
        }
    }
    return g_string_free (list, FALSE);
}

/* An unknown format fails before minutes of work, not after. */
static gboolean
choose_format (const Run *run, MapChoice *choice, GError **error)
{
    const char *name = run->format == NULL && run->output == NULL ? "svg" : run->format;
    choice->format = name != NULL ? rhumb_format_find (name) : rhumb_format_for_path (run->output);
    if (takes_maps (choice->format))
        return TRUE;
    g_autofree char *suffixes = list_suffixes ();
    if (name != NULL)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                     "--format is “%s”, expected a format for maps, as one of %s", name, suffixes);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                     "“%s” ends like no format for maps, expected one of %s", run->output,
                     suffixes);
    return FALSE;
}

/* Whether the map that the file holds is asked for. */
gboolean
map_choice_is_file (const MapChoice *choice)
{
    return g_strcmp0 (choice->layout, LAYOUT_OF_FILE) == 0;
}

gboolean
map_choice_check (const Run *run, MapChoice *choice, RhumbMapOptions *options, GError **error)
{
    return choose_format (run, choice, error) && choose_network (run, choice, error) &&
           choose_page (run, choice, options, error) && choose_nodes (choice, options, error) &&
           rhumb_map_options_check (options, error) &&
           (!map_choice_is_file (choice) || rhumb_map_options_check_placed (options, error)) &&
           run_check_used (run, "size", choice->network == NULL,
                           "a map of topics; --nodes is for the discs of a network", error) &&
           run_check_used (run, "dpi", g_str_equal (choice->format->name, "png"),
                           "a picture of pixels, as with -o FILE.png", error) &&
           run_check_used (run, "transparent", choice->format->write_map != NULL,
                           "a drawing, as with -o FILE.svg", error) &&
           run_check_topics_used (run, !map_choice_is_file (choice), "another --layout", error);
}

/* Whether no option tells what is to be drawn, however that is to look: then the file decides. */
gboolean
map_choice_is_open (const Run *run, const MapChoice *choice)
{
    return choice->of == NULL && choice->network == NULL && choice->level == NULL &&
           choice->topic == NULL && choice->nodes < 0 && run->n_topics == 0 &&
           run->resolution <= 0 && !run_was_given (run, "quality") &&
           !run_was_given (run, "algorithm") && run->from_year <= 0 && run->to_year <= 0;
}

void
map_choice_clear (MapChoice *choice)
{
    g_free (choice->of);
    g_free (choice->network);
    g_free (choice->title);
    g_free (choice->theme);
    g_free (choice->colour);
    g_free (choice->level);
    g_free (choice->view);
    g_free (choice->layout);
    g_free (choice->topic);
}
