/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb map: draw me the topics.
 */
#include "cli/choose-papers.h"
#include "cli/choose-places.h"
#include "cli/drawing.h"
#include "cli/map-choice.h"
#include "cli/methods.h"
#include "io/graphviz-place.h"

static int run_map (const Command *command, int argc, char **argv);

const Command command_map = {
    "map",
    "draw me the topics",
    "FILE…",
    "The format is that of the suffix of -o FILE (.svg, .pdf, .png, .dot, .html), or --format\n"
    "NAME; without both it is SVG. A .html file is an interactive page that needs no network:\n"
    "zoom, search, the papers behind each disc, link and topic. With .json (VOSviewer), .gexf,\n"
    ".graphml, .gml, .net, .csv or .cyjs the map is a network with its places, colours and\n"
    "topics, for other programs. Discs are concepts, their size the number of papers about\n"
    "them; small rings are papers; a region is a topic. Hovering in the SVG tells the papers\n"
    "behind each concept. Where there is hardly any text (less than a concept a paper, and more\n"
    "citations than these) --network cites is drawn, unless an option tells what to draw. A map\n"
    "of VOSviewer is drawn as it is; its years and scores are its columns score<…>.\n\n"
    "Example: rhumb map examples/papers-page.txt -o map.svg",
    run_map,
};

/* --of only tells what a network has anyway: it must be true. */
static gboolean
check_kind (const MapChoice *choice, const RhumbDerivedNetwork *derived, GError **error)
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

/* Which algorithm made the topics, and with what. */
static char *
describe_topics (const Run *run, const Results *results)
{
    const RhumbPartition *partition = rhumb_topics_get_partition (results->topics);
    g_autofree char *algorithm = g_strdup (rhumb_clustering_get_name (run->algorithm));
    algorithm[0] = g_ascii_toupper (algorithm[0]);
    const char *quality = rhumb_partition_get_quality_name (partition);
    if (!rhumb_clustering_takes_resolution (run->algorithm))
        return g_strdup_printf ("topics: %s, %s", algorithm, quality);
    g_autofree char *resolution = format_number (rhumb_partition_get_resolution (partition));
    return g_strdup_printf ("topics: %s, %s, resolution %s", algorithm, quality, resolution);
}

static gboolean
save (const Run *run, const RhumbMap *map, const MapChoice *choice, GError **error)
{
    if (choice->format->write_map != NULL)
        return rhumb_map_save (map, run->output, choice->format->name, error);
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new_for_map (map);
    return rhumb_attributed_network_save (network, run->output, choice->format->name, error);
}

static gboolean
draw_network (const Run *run, Results *results, const MapChoice *choice, RhumbMapOptions *options,
              GError **error)
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
    g_autofree char *resolution = format_number (wanted.resolution);
    g_autofree char *method = g_strdup_printf (
        "network %s · clusters: Leiden, modularity, resolution %s", choice->network, resolution);
    g_autofree char *provenance = drawing_get_provenance (run, results, method);
    options->provenance = provenance;
    options->seed = (guint64)run->seed;
    g_autoptr (RhumbMap) map =
        rhumb_draw_network (results->graph, derived, results->ranking, options, &wanted, error);
    return map != NULL && save (run, map, choice, error);
}

static gboolean
draw_topics (const Run *run, Results *results, const MapChoice *choice, RhumbMapOptions *options,
             GError **error)
{
    g_autofree char *method = describe_topics (run, results);
    g_autofree char *provenance = drawing_get_provenance (run, results, method);
    options->provenance = provenance;
    options->seed = (guint64)run->seed;
    if (choice->topic != NULL) {
        options->topic = choose_topic (results->topics, choice->topic, error);
        if (options->topic == RHUMB_NONE)
            return FALSE;
    }
    g_autoptr (RhumbMap) map =
        rhumb_draw_topics (results->topics, results->ranking, options, error);
    return map != NULL && save (run, map, choice, error);
}

static gboolean
draw_placed (const Run *run, const Results *results, const RhumbAttributedNetwork *network,
             const MapChoice *choice, RhumbMapOptions *options, GError **error)
{
    if (options->colouring != RHUMB_MAP_COLOUR_TOPIC &&
        g_str_equal (choice->format->name, "html")) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "--color %s of a network in its own places is for drawings (svg, pdf, png, "
                     "dot), found the format html",
                     choice->colour);
        return FALSE;
    }
    g_autofree char *digest = rhumb_corpus_get_digest (results->corpus);
    g_autofree char *provenance =
        g_strdup_printf ("rhumb %s · items sha256 %.12s", RHUMB_VERSION, digest);
    options->provenance = provenance;
    options->n_nodes = 0;
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, options, error);
    return map != NULL && save (run, map, choice, error);
}

/* Less than a concept a paper, and more citations than these: networks of names and numbers. A map
 * of topics would show papers that nothing joins. */
static gboolean
has_hardly_text (const RhumbGraph *graph)
{
    const gsize n_about =
        rhumb_network_get_n_edges (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT));
    return n_about < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER) &&
           n_about <
               rhumb_network_get_n_edges (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
}

static void
choose_citations (const Run *run, MapChoice *choice, RhumbMapOptions *options)
{
    choice->network = g_strdup ("cites");
    options->n_nodes = 0;
    if (!run->quiet)
        fputs ("rhumb map: there is hardly any text: links are drawn, as by --network cites; "
               "--of both draws topics\n",
               stderr);
}

static Method
find_graphviz_method (const RhumbPlacer *placer)
{
    for (guint i = 0; i < rhumb_graphviz_get_n_placers (); i++) {
        if (rhumb_graphviz_get_placer (i) == placer)
            return METHOD_LAYOUT_NEATO + i;
    }
    g_return_val_if_reached (METHOD_LAYOUT_NEATO);
}

static void
add_methods (Run *run, const MapChoice *choice, const RhumbMapOptions *options)
{
    static const Method LAYOUTS[] = {
        [RHUMB_MAP_LAYOUT_ATLAS] = METHOD_LAYOUT_ATLAS,
        [RHUMB_MAP_LAYOUT_LINLOG] = METHOD_LAYOUT_LINLOG,
        [RHUMB_MAP_LAYOUT_VOS] = METHOD_LAYOUT_VOS,
        [RHUMB_MAP_LAYOUT_FR] = METHOD_LAYOUT_FR,
        [RHUMB_MAP_LAYOUT_DRL] = METHOD_LAYOUT_DRL,
        [RHUMB_MAP_LAYOUT_KK] = METHOD_LAYOUT_KK,
        [RHUMB_MAP_LAYOUT_UMAP] = METHOD_LAYOUT_UMAP,
    };
    if (options->placer != NULL)
        methods_add (run, find_graphviz_method (options->placer));
    else
        methods_add (run, LAYOUTS[options->layout]);
    if (options->view == RHUMB_MAP_VIEW_DENSITY)
        methods_add (run, METHOD_DENSITY);
    if (choice->network == NULL)
        return;
    methods_add_network (run, choice->network);
    methods_add (run, METHOD_ASSOCIATION_STRENGTH);
    methods_add (run, METHOD_NETWORK_CLUSTERS);
}

static gboolean
draw_chosen (Run *run, Results *results, MapChoice *choice, RhumbMapOptions *options,
             GError **error)
{
    g_autoptr (RhumbAttributedNetwork) placed = NULL;
    const gboolean of_file = map_choice_is_file (choice);
    const gboolean is_open = map_choice_is_open (run, choice);
    if ((of_file || (is_open && choice->layout == NULL)) &&
        !choose_places (run, of_file, &placed, error))
        return FALSE;
    if (!run_load (run, results, error))
        return FALSE;
    if (placed != NULL)
        return draw_placed (run, results, placed, choice, options, error);
    if (!run_build_graph (run, results, error))
        return FALSE;
    drawing_begin_digest (results);
    if (is_open && !run_was_given (run, "size") && has_hardly_text (results->graph))
        choose_citations (run, choice, options);
    add_methods (run, choice, options);
    if (choice->network != NULL)
        return run_rank (run, results, error) &&
               draw_network (run, results, choice, options, error);
    return run_rank_and_find_topics (run, results, error) &&
           draw_topics (run, results, choice, options, error);
}

static int
run_map (const Command *command, int argc, char **argv)
{
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    g_auto (MapChoice)
        choice = {.size = 100, .nodes = -1, .width = options.width, .dpi = options.dpi};
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
         "atlas (default), linlog or vos; by igraph: fr, drl, kk, umap; by Graphviz: neato, sfdp, "
         "twopi, circo, dot; file: the places and clusters that a network file gives "
         "(default for those of VOSviewer)",
         "NAME"},
        {"level", 0, 0, G_OPTION_ARG_STRING, &choice.level,
         "atlas (default) or overview: topics with three concepts each, in the same places",
         "LEVEL"},
        {"view", 0, 0, G_OPTION_ARG_STRING, &choice.view,
         "network (default) or density: bands of equal density, as in VOSviewer", "VIEW"},
        {"topic", 0, 0, G_OPTION_ARG_STRING, &choice.topic,
         "Draw only this topic, by number or label, with the titles of its papers", "TOPIC"},
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
        {"title", 0, 0, G_OPTION_ARG_STRING, &choice.title,
         "Title of the map (what its largest topics are)", "TEXT"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!map_choice_check (&run, &choice, &options, &error) ||
        !draw_chosen (&run, &results, &choice, &options, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
