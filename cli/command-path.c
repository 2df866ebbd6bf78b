/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb path: the main path of ideas.
 */
#include "cli/choice.h"
#include "cli/drawing.h"
#include "cli/methods.h"
#include "graph/plural.h"

static int run_path (const Command *command, int argc, char **argv);

const Command command_path = {
    "path",
    "the main path of ideas, or the history of the most cited papers",
    "FILE…",
    "Columns: from (cited paper), to (citing paper), weight, from_year, from_title, to_year,\n"
    "to_title.\n"
    "A path leads from a paper that cites none of the others to one that none cites. The search\n"
    "path count of a citation is the number of paths that use it, N⁻(cited) × N⁺(citing);\n"
    "weight is its share of all paths (Batagelj 2003, arXiv:cs/0309023).\n"
    "--by key-route: the --routes K heaviest citations, each followed to both ends (Liu and Lu\n"
    "2012, doi:10.1002/asi.21692); global: the path with the largest sum; local: always the\n"
    "heaviest next citation; longest: all citations on paths at most --slack N shorter than the\n"
    "longest one, weight = length of that path (Price and Evans 2025, arXiv:2512.12355);\n"
    "most-cited: the --papers N papers most cited by the others and the citations among them,\n"
    "weight = citations of the cited one; papers without any have a row too (historiograph,\n"
    "Garfield 2004, doi:10.1177/0165551504042802).\n"
    "Citations of younger papers are left out; papers that cite each other in circles count as\n"
    "one. With -o FILE.svg, .pdf, .png or .dot it is drawn along the years, discs as large as\n"
    "papers read cite them.\n\n"
    "Example: rhumb path --by global examples/citations.jsonl",
    run_path,
};

typedef struct {
    char *by;
    char *title;
    int n_routes;
    int slack;
    int n_papers;
    gboolean most_cited;
    RhumbMainPathSearch search;
    guint32 *chosen; /* the most cited papers */
    guint32 n_chosen;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_free (choice->by);
    g_free (choice->title);
    g_free (choice->chosen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
check_numbers (const Run *run, const Choice *choice, GError **error)
{
    if (!choice_check_least ("routes", choice->n_routes, 1, error) ||
        !choice_check_least ("papers", choice->n_papers, 1, error) ||
        !choice_check_least ("slack", choice->slack, 0, error))
        return FALSE;
    const gboolean routes = !choice->most_cited && choice->search == RHUMB_MAIN_PATH_KEY_ROUTE;
    const gboolean slack = !choice->most_cited && choice->search == RHUMB_MAIN_PATH_LONGEST;
    return run_check_used (run, "routes", routes, "--by key-route", error) &&
           run_check_used (run, "slack", slack, "--by longest", error) &&
           run_check_used (run, "papers", choice->most_cited, "--by most-cited", error);
}

static gboolean
check_choice (const Run *run, Choice *choice, GError **error)
{
    static const char *const NAMES[] = {"key-route", "global",     "local",
                                        "longest",   "most-cited", NULL};
    static const RhumbMainPathSearch SEARCHES[] = {RHUMB_MAIN_PATH_KEY_ROUTE,
                                                   RHUMB_MAIN_PATH_GLOBAL, RHUMB_MAIN_PATH_LOCAL,
                                                   RHUMB_MAIN_PATH_LONGEST};
    guint by = 0;
    if (!choice_find ("by", choice->by, NAMES, &by, error))
        return FALSE;
    choice->most_cited = by == G_N_ELEMENTS (SEARCHES);
    if (!choice->most_cited)
        choice->search = SEARCHES[by];
    return check_numbers (run, choice, error);
}

/* Only citations are asked for: no concepts are looked for. */
static gboolean
build_citations (Results *results, GError **error)
{
    if (!run_build_citations (results, error))
        return FALSE;
    if (rhumb_network_get_n_edges (
            rhumb_graph_get_relation (results->graph, RHUMB_RELATION_CITES)) > 0)
        return TRUE;
    const guint32 n = rhumb_corpus_get_n_papers (results->corpus);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "of %u %s none cites another one of them, expected references among the papers; "
                 "rhumb describe tells which references were read and how to export them",
                 n, rhumb_plural (n, "paper", "papers"));
    return FALSE;
}

static void
say_what_was_left_out (const Run *run, const RhumbMainPathCounts *counts)
{
    if (run->quiet)
        return;
    if (counts->n_against_date > 0)
        fprintf (stderr, "rhumb path: %" G_GSIZE_FORMAT " %s left out\n", counts->n_against_date,
                 rhumb_plural (counts->n_against_date, "citation of a younger paper was",
                               "citations of younger papers were"));
    if (counts->n_in_cycles > 0)
        fprintf (stderr,
                 "rhumb path: %u papers cite each other in circles; each circle counts as one\n",
                 counts->n_in_cycles);
}

static RhumbNetwork *
find_path (const Run *run, const Results *results, Choice *choice, GError **error)
{
    const RhumbNetwork *cites = rhumb_graph_get_relation (results->graph, RHUMB_RELATION_CITES);
    if (choice->most_cited) {
        return rhumb_build_historiograph (cites, (guint32)choice->n_papers, &choice->chosen,
                                          &choice->n_chosen, error);
    }
    const guint32 n = rhumb_corpus_get_n_papers (results->corpus);
    g_autofree int *year = g_new (int, MAX (n, 1));
    for (guint32 p = 0; p < n; p++)
        year[p] = rhumb_corpus_get_paper (results->corpus, p)->year;
    const RhumbMainPathOptions options = {choice->search, (guint)choice->n_routes,
                                          (guint)choice->slack};
    RhumbMainPathCounts counts;
    RhumbNetwork *path = rhumb_find_main_path (cites, year, &options, &counts, error);
    if (path != NULL)
        say_what_was_left_out (run, &counts);
    return path;
}

static void
add_paper (Table *table, const RhumbPaper *paper)
{
    if (paper->year != 0)
        table_add_integer (table, paper->year);
    else
        table_add_null (table);
    table_add_text (table, paper->title != NULL ? paper->title : "");
}

/* How many arcs lead to each paper on the longest way; in a circle, which has none, at most as many
 * as there are papers. */
static guint32 *
measure_depths (RhumbRows rows)
{
    guint32 *depth = g_new0 (guint32, MAX (rows.n_rows, 1));
    gboolean changed = TRUE;
    for (guint32 round = 0; changed && round < rows.n_rows; round++) {
        changed = FALSE;
        for (guint32 v = 0; v < rows.n_rows; v++) {
            for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
                const guint32 u = rows.node[i];
                if (depth[u] > depth[v] || depth[v] >= rows.n_rows)
                    continue;
                depth[u] = depth[v] + 1;
                changed = TRUE;
            }
        }
    }
    return depth;
}

typedef struct {
    int year;
    guint32 depth;
    guint32 from;
    gsize arc; /* place in the rows */
} Place;

/* Oldest first, along the path. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
    const Place *first = a;
    const Place *second = b;
    if (first->year != second->year)
        return first->year < second->year ? -1 : 1;
    if (first->depth != second->depth)
        return first->depth < second->depth ? -1 : 1;
    return (first->arc > second->arc) - (first->arc < second->arc);
}

static GArray *
order_arcs (const RhumbCorpus *corpus, RhumbRows rows)
{
    g_autofree guint32 *depth = measure_depths (rows);
    GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const Place place = {rhumb_corpus_get_paper (corpus, v)->year, depth[v], v, i};
            g_array_append_val (places, place);
        }
    }
    g_array_sort (places, compare_places);
    return places;
}

/* Most cited papers that none of the others cites and that cite none: rows without a citing one. */
static void
add_lone_papers (Table *table, const RhumbCorpus *corpus, const RhumbNetwork *path,
                 const Choice *choice, guint n_left)
{
    const RhumbRows out = rhumb_network_get_out_rows (path);
    const RhumbRows in = rhumb_network_get_in_rows (path);
    for (guint32 i = 0; i < choice->n_chosen && n_left > 0; i++) {
        const guint32 v = choice->chosen[i];
        if (out.start[v + 1] > out.start[v] || in.start[v + 1] > in.start[v])
            continue;
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        table_add_text (table, paper->id);
        table_add_null (table);
        table_add_null (table);
        add_paper (table, paper);
        table_add_null (table);
        table_add_null (table);
        n_left--;
    }
}

static Table *
list_arcs (const Run *run, const RhumbCorpus *corpus, const RhumbNetwork *path,
           const Choice *choice)
{
    static const char *const COLUMNS[] = {"from",       "to",      "weight",   "from_year",
                                          "from_title", "to_year", "to_title", NULL};
    const RhumbRows rows = rhumb_network_get_out_rows (path);
    g_autoptr (GArray) places = order_arcs (corpus, rows);
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < run_limit (run, places->len); i++) {
        const Place *place = &g_array_index (places, Place, i);
        const RhumbPaper *from = rhumb_corpus_get_paper (corpus, place->from);
        const RhumbPaper *to = rhumb_corpus_get_paper (corpus, rows.node[place->arc]);
        table_add_text (table, from->id);
        table_add_text (table, to->id);
        table_add_number (table, rows.weight[place->arc]);
        add_paper (table, from);
        add_paper (table, to);
    }
    add_lone_papers (table, corpus, path, choice,
                     run_limit (run, G_MAXINT) - run_limit (run, places->len));
    return table;
}

/* What the field calls it. */
static const char *
name_path (const Choice *choice)
{
    if (choice->most_cited)
        return "Historiograph of the most cited papers";
    switch (choice->search) {
    case RHUMB_MAIN_PATH_KEY_ROUTE:
        return "Key-route main path";
    case RHUMB_MAIN_PATH_GLOBAL:
        return "Global main path";
    case RHUMB_MAIN_PATH_LOCAL:
        return "Local main path";
    case RHUMB_MAIN_PATH_LONGEST:
        return "Longest citation paths";
    }
    g_return_val_if_reached (NULL);
}

static gboolean
write_path (Run *run, Results *results, const Choice *choice, const RhumbNetwork *path,
            gboolean drawn, GError **error)
{
    if (!drawn) {
        g_autoptr (Table) table = list_arcs (run, results->corpus, path, choice);
        return run_write_table (run, table, error);
    }
    const char *by = choice->by != NULL ? choice->by : "key-route";
    g_autofree char *method = g_strdup_printf ("path: %s", by);
    g_autofree char *provenance = drawing_get_provenance (run, results, method);
    g_autoptr (RhumbMap) map = rhumb_draw_path (
        results->corpus, path, choice->chosen, choice->n_chosen,
        rhumb_graph_get_relation (results->graph, RHUMB_RELATION_CITES),
        choice->title != NULL ? choice->title : name_path (choice), provenance, error);
    return map != NULL && rhumb_map_save (map, run->output, run->format, error);
}

static int
run_path (const Command *command, int argc, char **argv)
{
    g_auto (Choice) choice = {.n_routes = 10, .n_papers = 30};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    gboolean drawn = FALSE;
    const GOptionEntry own[] = {
        {"by", 0, 0, G_OPTION_ARG_STRING, &choice.by,
         "key-route (default), global, local, longest, most-cited", "SEARCH"},
        {"routes", 0, 0, G_OPTION_ARG_INT, &choice.n_routes, "Key routes (10)", "K"},
        {"slack", 0, 0, G_OPTION_ARG_INT, &choice.slack,
         "How much shorter than the longest a path may be (0)", "N"},
        {"papers", 0, 0, G_OPTION_ARG_INT, &choice.n_papers, "Most cited papers (30)", "N"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format,
         "Format of the drawing, by name or suffix", "NAME"},
        {"title", 0, 0, G_OPTION_ARG_STRING, &choice.title, "Title of the drawing", "TEXT"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!check_choice (&run, &choice, &error) || !drawing_is_wanted (&run, &drawn, &error) ||
        !run_load (&run, &results, &error) || !build_citations (&results, &error))
        return command_fail (command, error);
    methods_add (&run, choice.most_cited                          ? METHOD_HISTORIOGRAPH
                       : choice.search == RHUMB_MAIN_PATH_LONGEST ? METHOD_LONGEST_PATHS
                                                                  : METHOD_MAIN_PATH);
    g_autoptr (RhumbNetwork) path = find_path (&run, &results, &choice, &error);
    if (path == NULL || !write_path (&run, &results, &choice, path, drawn, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
