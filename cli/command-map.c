/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb map: draw me the topics.
 */
#include "cli/choice.h"
#include "cli/choose-places.h"
#include "cli/run.h"

static int run_map (const Command *command, int argc, char **argv);

const Command command_map = {
    "map",
    "draw me the topics",
    "FILE…",
    "The format is that of the suffix of -o FILE (.svg, .pdf, .png, .dot, .html), or --format\n"
    "NAME; without both it is SVG. A .html file is an interactive page that needs no network:\n"
    "zoom, search, the papers behind each disc and link. With .json (VOSviewer), .gexf, .graphml, "
    ".gml, .net, .csv or .cyjs "
    "the\n"
    "map is a network with its places, colours and topics, for other programs. Discs are concepts, "
    "their size the number of papers about them;\n"
    "small rings are papers; a region is a topic. Hovering in the SVG tells the papers behind\n"
    "each concept.\n\n"
    "Example: rhumb map examples/papers-page.txt -o map.svg",
    run_map,
};

#define NODES_OF_PAGE 50000
#define LAYOUT_OF_FILE "file"

typedef struct {
    char *of;
    char *network;
    char *title;
    char *theme;
    char *colour;
    char *level;
    char *view;
    char *layout;
    int size;
    int nodes;
    int topic;
    double width;
    double height;
    double dpi;
    gboolean transparent;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_free (choice->of);
    g_free (choice->network);
    g_free (choice->title);
    g_free (choice->theme);
    g_free (choice->colour);
    g_free (choice->level);
    g_free (choice->view);
    g_free (choice->layout);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

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

static gboolean
choose_looks (const Choice *choice, RhumbMapOptions *options, GError **error)
{
    static const char *const levels[] = {"atlas", "overview", NULL};
    static const char *const views[] = {"network", "density", NULL};
    static const char *const colours[] = {"cluster", "year", "score", NULL};
    const char *themes[] = {rhumb_map_theme_get_name (RHUMB_MAP_THEME_LIGHT),
                            rhumb_map_theme_get_name (RHUMB_MAP_THEME_DARK),
                            rhumb_map_theme_get_name (RHUMB_MAP_THEME_PRINT), NULL};
    const char *layouts[RHUMB_MAP_LAYOUT_UMAP + 3] = {NULL};
    for (guint k = 0; k <= RHUMB_MAP_LAYOUT_UMAP; k++)
        layouts[k] = rhumb_map_layout_get_name ((RhumbMapLayout)k);
    layouts[RHUMB_MAP_LAYOUT_UMAP + 1] = LAYOUT_OF_FILE;
    guint level, view, colour, theme, layout;
    if (!choice_find ("level", choice->level, levels, &level, error) ||
        !choice_find ("view", choice->view, views, &view, error) ||
        !choice_find ("color", choice->colour, colours, &colour, error) ||
        !choice_find ("theme", choice->theme, themes, &theme, error) ||
        !choice_find ("layout", choice->layout, layouts, &layout, error))
        return FALSE;
    if (layout > RHUMB_MAP_LAYOUT_UMAP && (choice->of != NULL || choice->network != NULL)) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "--layout file draws what the file holds, expected no --of or "
                             "--network");
        return FALSE;
    }
    options->level = (RhumbMapLevel)level;
    options->view = (RhumbMapView)view;
    options->colouring = (RhumbMapColouring)colour;
    options->theme = (RhumbMapTheme)theme;
    options->layout = MIN (layout, RHUMB_MAP_LAYOUT_UMAP);
    return TRUE;
}

/* The page keeps its shape where only its width is given. */
static gboolean
choose_page (const Run *run, const Choice *choice, RhumbMapOptions *options, GError **error)
{
    const RhumbMapOptions defaults = RHUMB_MAP_DEFAULTS;
    const char *wrong = run_was_given (run, "topic") && choice->topic < 0
                            ? "--topic is below 0, expected the number of a topic"
                        : run_was_given (run, "nodes") && choice->nodes < 0
                            ? "--nodes is below 0, expected 0 or more"
                        : run_was_given (run, "height") && !(choice->height > 0)
                            ? "--height is not above 0, expected points"
                            : NULL;
    if (wrong != NULL) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, wrong);
        return FALSE;
    }
    options->title = choice->title;
    options->n_labels = (guint)MAX (choice->size, 0);
    options->width = choice->width;
    options->height =
        choice->height > 0 ? choice->height : choice->width * defaults.height / defaults.width;
    options->dpi = choice->dpi;
    options->topic = choice->topic < 0 ? RHUMB_NONE : (guint32)choice->topic;
    options->transparent = choice->transparent;
    return (choice->network != NULL || choose_kinds (choice->of, options, error)) &&
           choose_looks (choice, options, error);
}

static const RhumbFormat *
find_format (const char *output, const char *name)
{
    return name != NULL ? rhumb_format_find (name) : rhumb_format_for_path (output);
}

/* All nodes are for who can zoom: by themselves on the page, where asked for in networks. */
static gboolean
choose_nodes (const Choice *choice, const RhumbFormat *format, RhumbMapOptions *options,
              GError **error)
{
    const gboolean is_page = g_str_equal (format->name, "html");
    if (options->view == RHUMB_MAP_VIEW_DENSITY && (is_page || format->write_map == NULL)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "--view density is for drawings (svg, pdf, png, dot), found the format %s",
                     format->name);
        return FALSE;
    }
    if (choice->network != NULL)
        return TRUE;
    options->n_nodes = choice->nodes >= 0 ? (guint32)choice->nodes : is_page ? NODES_OF_PAGE : 0;
    if (choice->nodes <= 0 || is_page || format->write_map == NULL)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--nodes is for .html and networks, found the format %s", format->name);
    return FALSE;
}

/* People are drawn by whom they wrote with, if nothing else is said. */
static gboolean
choose_network (const Run *run, Choice *choice, GError **error)
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
    if (run->n_topics > 0 || run_was_given (run, "quality"))
        wrong =
            "--clusters and --quality are for topics; clusters of a network follow --resolution";
    else if (g_strcmp0 (choice->level, "overview") == 0 || choice->topic >= 0)
        wrong = "--level overview and --topic are for maps of topics, found the map of a network";
    if (wrong != NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, wrong);
    return wrong == NULL;
}

/* --of only tells what a network has anyway: it must be true. */
static gboolean
check_kind (const Choice *choice, const RhumbDerivedNetwork *derived, GError **error)
{
    const char *kind = derived->kind == RHUMB_NODE_PERSON    ? "people"
                       : derived->kind == RHUMB_NODE_PAPER   ? "papers"
                       : derived->kind == RHUMB_NODE_CONCEPT ? "concepts"
                                                             : "names";
    if (choice->of == NULL || g_str_equal (choice->of, kind))
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, "--of is “%s”, but %s is a network of %s",
                 choice->of, choice->network, kind);
    return FALSE;
}

/* An unknown format fails before minutes of work, not after. */
static gboolean
check_format (const char *output, const char *name, GError **error)
{
    const RhumbFormat *format = find_format (output, name);
    if (format != NULL && (format->write_map != NULL || format->write_network != NULL ||
                           format->network_parts != NULL))
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                 "“%s” is no format for maps, expected one of those that rhumb formats lists",
                 name != NULL ? name : output);
    return FALSE;
}

/* What a reader needs to make the same map again. */
static char *
write_provenance (const Run *run, const Results *results)
{
    const RhumbPartition *partition = rhumb_topics_get_partition (results->topics);
    g_autofree char *digest = rhumb_corpus_get_digest (results->corpus);
    g_autofree char *resolution = format_number (rhumb_partition_get_resolution (partition));
    return g_strdup_printf ("rhumb %s · papers sha256 %.12s · topics: Leiden, %s, resolution %s · "
                            "seed %" G_GINT64_FORMAT,
                            RHUMB_VERSION, digest, rhumb_partition_get_quality_name (partition),
                            resolution, run->seed);
}

static gboolean
save (const Run *run, const RhumbMap *map, const char *format, GError **error)
{
    const RhumbFormat *chosen = find_format (run->output, format);
    if (chosen->write_map != NULL)
        return rhumb_map_save (map, run->output, format, error);
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new_for_map (map);
    return rhumb_attributed_network_save (network, run->output, format, error);
}

static gboolean
draw_network (Run *run, const Results *results, const Choice *choice, const char *format,
              RhumbMapOptions *options, GError **error)
{
    RhumbNetworkMapOptions wanted = RHUMB_NETWORK_MAP_DEFAULTS;
    if (choice->nodes >= 0)
        wanted.n_nodes = (guint)choice->nodes;
    if (run->resolution > 0)
        wanted.resolution = run->resolution;
    g_autoptr (RhumbDerivedNetwork) derived =
        rhumb_derive_network (results->graph, choice->network, NULL, NULL, error);
    if (derived == NULL || !check_kind (choice, derived, error))
        return FALSE;
    g_autofree char *digest = rhumb_corpus_get_digest (results->corpus);
    g_autofree char *resolution = format_number (wanted.resolution);
    g_autofree char *provenance =
        g_strdup_printf ("rhumb %s · papers sha256 %.12s · network %s · clusters: Leiden, "
                         "modularity, resolution %s · seed %" G_GINT64_FORMAT,
                         RHUMB_VERSION, digest, choice->network, resolution, run->seed);
    options->provenance = provenance;
    options->seed = (guint64)run->seed;
    g_autoptr (RhumbMap) map =
        rhumb_draw_network (results->graph, derived, results->ranking, options, &wanted, error);
    return map != NULL && save (run, map, format, error);
}

static gboolean
draw (Run *run, const Results *results, const char *format, RhumbMapOptions *options,
      GError **error)
{
    g_autofree char *provenance = write_provenance (run, results);
    options->provenance = provenance;
    options->seed = (guint64)run->seed;
    g_autoptr (RhumbMap) map =
        rhumb_draw_topics (results->topics, results->ranking, options, error);
    return map != NULL && save (run, map, format, error);
}

static gboolean
draw_placed (Run *run, const Results *results, const RhumbAttributedNetwork *network,
             const char *format, RhumbMapOptions *options, GError **error)
{
    g_autofree char *digest = rhumb_corpus_get_digest (results->corpus);
    g_autofree char *provenance =
        g_strdup_printf ("rhumb %s · items sha256 %.12s", RHUMB_VERSION, digest);
    options->provenance = provenance;
    options->n_nodes = 0;
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, options, error);
    return map != NULL && save (run, map, format, error);
}

/* Whether an option says that something else than the map in the file is to be drawn. */
static gboolean
wants_other (const Run *run, const Choice *choice)
{
    return choice->of != NULL || choice->network != NULL || choice->level != NULL ||
           choice->view != NULL || choice->colour != NULL || choice->layout != NULL ||
           choice->topic >= 0 || choice->nodes >= 0 || run->n_topics > 0 || run->resolution > 0 ||
           run_was_given (run, "quality") || run->from_year > 0 || run->to_year > 0;
}

static gboolean
draw_chosen (Run *run, Results *results, const Choice *choice, const char *format,
             RhumbMapOptions *options, GError **error)
{
    g_autoptr (RhumbAttributedNetwork) placed = NULL;
    const gboolean of_file = g_strcmp0 (choice->layout, LAYOUT_OF_FILE) == 0;
    if ((of_file || !wants_other (run, choice)) && !choose_places (run, of_file, &placed, error))
        return FALSE;
    if (!run_load (run, results, error))
        return FALSE;
    if (placed != NULL)
        return draw_placed (run, results, placed, format, options, error);
    if (!run_build_graph (run, results, error) || !run_rank (run, results, error))
        return FALSE;
    if (choice->network != NULL)
        return draw_network (run, results, choice, format, options, error);
    return run_find_topics (run, results, error) && draw (run, results, format, options, error);
}

static int
run_map (const Command *command, int argc, char **argv)
{
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    g_auto (Choice) choice = {
        .size = 100, .nodes = -1, .topic = -1, .width = options.width, .dpi = options.dpi};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format, "Format to write, by name or suffix",
         "NAME"},
        {"of", 0, 0, G_OPTION_ARG_STRING, &choice.of,
         "concepts, papers, both (default), or people: who wrote together", "KIND"},
        {"network", 0, 0, G_OPTION_ARG_STRING, &choice.network,
         "Draw a network that follows from the papers, as convert names them: cites, coupling, "
         "co-citation, co-authorship, keywords …",
         "NAME"},
        {"size", 0, 0, G_OPTION_ARG_INT, &choice.size, "At most N concepts (100)", "N"},
        {"nodes", 0, 0, G_OPTION_ARG_INT, &choice.nodes,
         "Most discs of a .html page or a network, small ones around those of the map "
         "(50000 for .html, else 0: none are added); of a network the heaviest (150, at most 500)",
         "N"},
        {"layout", 0, 0, G_OPTION_ARG_STRING, &choice.layout,
         "atlas (default), linlog or vos; by igraph: fr, drl, kk, umap; file: the places and "
         "clusters that a network file gives (default for those of VOSviewer)",
         "NAME"},
        {"level", 0, 0, G_OPTION_ARG_STRING, &choice.level,
         "atlas (default) or overview: topics with three concepts each, in the same places",
         "LEVEL"},
        {"view", 0, 0, G_OPTION_ARG_STRING, &choice.view,
         "network (default) or density: bands of equal density, as in VOSviewer", "VIEW"},
        {"topic", 0, 0, G_OPTION_ARG_INT, &choice.topic,
         "Draw only this topic, with the titles of its papers", "N"},
        {"color", 0, 0, G_OPTION_ARG_STRING, &choice.colour,
         "What colours mean: cluster (default), year or score", "WHAT"},
        {"theme", 0, 0, G_OPTION_ARG_STRING, &choice.theme, "light (default), dark or print",
         "NAME"},
        {"width", 0, 0, G_OPTION_ARG_DOUBLE, &choice.width, "Width of the page in points (1600)",
         "N"},
        {"height", 0, 0, G_OPTION_ARG_DOUBLE, &choice.height,
         "Height of the page (0.7 of its width)", "N"},
        {"dpi", 0, 0, G_OPTION_ARG_DOUBLE, &choice.dpi,
         "Pixels an inch of 72 points in a PNG file (144)", "N"},
        {"transparent", 0, 0, G_OPTION_ARG_NONE, &choice.transparent, "Do not paint the page",
         NULL},
        {"title", 0, 0, G_OPTION_ARG_STRING, &choice.title, "Title of the map", "TEXT"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    const char *format = run.format == NULL && run.output == NULL ? "svg" : run.format;
    if (!check_format (run.output, format, &error) || !choose_network (&run, &choice, &error) ||
        !choose_page (&run, &choice, &options, &error) ||
        !choose_nodes (&choice, find_format (run.output, format), &options, &error) ||
        !draw_chosen (&run, &results, &choice, format, &options, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
