/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb themes: motor, niche, basic, emerging.
 */
#include "cli/choice.h"
#include "cli/drawing.h"
#include "cli/methods.h"

static int run_themes (const Command *command, int argc, char **argv);

const Command command_themes = {
    "themes",
    "motor, niche, basic, emerging: the strategic diagram",
    "FILE…",
    "Columns: theme (label of the topic, as rhumb topics gives it), centrality, density, quadrant,\n"
    "papers, concepts: up to eight words of the theme. Words are the concepts of its topic that at\n"
    "least two papers are about; a theme without any lies at 0 and does not move the median.\n"
    "With c papers about both of two words and s about one: equivalence e = c² / (s s'),\n"
    "centrality = 10 Σ e of links to words of other themes, density = 100 Σ e of links inside /\n"
    "number of words (Callon, Courtial and Laville 1991, doi:10.1007/BF02019280).\n"
    "motor: central and dense; niche: dense; basic: central; emerging or declining: neither. They\n"
    "meet at the median, or --cut mean.\n"
    "--method bmx computes what bibliometrix does, for comparison: c / (s s'), each outside link\n"
    "for one theme alone, quadrants by rank. With -o FILE.svg, .pdf, .png or .dot it\n"
    "is drawn, by rank.\n\n"
    "Example: rhumb themes examples/papers-page.txt",
    run_themes,
};

#define N_CONCEPTS_SHOWN 8
/* A word of one paper says nothing of how words belong together. */
#define LEAST_PAPERS 2

typedef struct {
    char *method;
    char *cut;
    char *title;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_free (choice->method);
    g_free (choice->cut);
    g_free (choice->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
check_choice (const Choice *choice, RhumbThemeMethod *method, RhumbThemeCut *cut, GError **error)
{
    static const char *const METHODS[] = {"callon", "bmx", NULL};
    static const char *const CUTS[] = {"median", "mean", NULL};
    guint chosen_method = 0;
    guint chosen_cut = 0;
    if (!choice_find ("method", choice->method, METHODS, &chosen_method, error) ||
        !choice_find ("cut", choice->cut, CUTS, &chosen_cut, error))
        return FALSE;
    *method = (RhumbThemeMethod)chosen_method;
    *cut = (RhumbThemeCut)chosen_cut;
    if (*method != RHUMB_THEME_METHOD_BMX || choice->cut == NULL)
        return TRUE;
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--method bmx cuts ranks at their mean, expected no --cut");
    return FALSE;
}

/* The topic of each concept that at least two papers are about. */
static void
find_words (const RhumbTopics *topics, guint32 *theme, double *occurrences)
{
    const RhumbGraph *graph = rhumb_topics_get_graph (topics);
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    const guint32 *cluster = rhumb_partition_get_clusters (rhumb_topics_get_partition (topics));
    const guint32 first = rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        occurrences[c] = rhumb_concepts_get_concept (concepts, c)->n_papers;
        theme[c] = occurrences[c] >= LEAST_PAPERS ? cluster[first + c] : RHUMB_NONE;
    }
}

static RhumbThemePlace *
place_themes (const RhumbTopics *topics, RhumbThemeMethod method, RhumbThemeCut cut, GError **error)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (rhumb_topics_get_graph (topics));
    const guint32 n = rhumb_concepts_get_n_concepts (concepts);
    g_autofree guint32 *theme = g_new (guint32, MAX (n, 1));
    g_autofree double *occurrences = g_new (double, MAX (n, 1));
    find_words (topics, theme, occurrences);
    g_autoptr (RhumbNetwork) counts =
        rhumb_count_cooccurrences (rhumb_concepts_get_about (concepts), RHUMB_COUNTING_FULL, error);
    if (counts == NULL)
        return NULL;
    return rhumb_place_themes (counts, occurrences, theme, rhumb_topics_get_n_topics (topics),
                               method, cut, error);
}

/* Without links all themes would lie in one place. */
static gboolean
check_links (const RhumbTopics *topics, const RhumbThemePlace *place, GError **error)
{
    for (guint32 t = 0; t < rhumb_topics_get_n_topics (topics); t++) {
        if (place[t].centrality > 0 || place[t].density > 0)
            return TRUE;
    }
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                         "no paper is about two concepts that two papers have, expected titles, "
                         "abstracts or keywords that share some");
    return FALSE;
}

/* The words that the theme was placed by, most telling first. */
static void
add_words (Table *table, const RhumbGraph *graph, const RhumbTopic *topic)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    const char *labels[N_CONCEPTS_SHOWN + 1] = {NULL};
    guint32 n = 0;
    for (guint32 i = 0; i < topic->n_concepts && n < N_CONCEPTS_SHOWN; i++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, topic->concepts[i]);
        if (concept->n_papers < LEAST_PAPERS)
            continue;
        labels[n++] = concept->label;
    }
    table_add_list (table, labels);
}

static Table *
list_themes (const Run *run, const RhumbTopics *topics, const RhumbThemePlace *place)
{
    static const char *const COLUMNS[] = {"theme",  "centrality", "density", "quadrant",
                                          "papers", "concepts",   NULL};
    Table *table = table_new (COLUMNS, run->json);
    for (guint32 t = 0; t < run_limit (run, rhumb_topics_get_n_topics (topics)); t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (topics, t);
        table_add_text (table, topic->label);
        table_add_number (table, place[t].centrality);
        table_add_number (table, place[t].density);
        table_add_text (table, rhumb_quadrant_get_name (place[t].quadrant));
        table_add_integer (table, topic->n_papers);
        add_words (table, rhumb_topics_get_graph (topics), topic);
    }
    return table;
}

static gboolean
write_themes (Run *run, Results *results, const Choice *choice, const RhumbThemePlace *place,
              gboolean drawn, GError **error)
{
    if (!drawn) {
        g_autoptr (Table) table = list_themes (run, results->topics, place);
        return run_write_table (run, table, error);
    }
    const char *method = choice->method != NULL ? choice->method : "callon";
    g_autofree char *how = g_strdup_printf ("themes: %s", method);
    g_autofree char *provenance = drawing_get_provenance (run, results, how);
    g_autoptr (RhumbMap) map = rhumb_draw_themes (
        results->topics, place, choice->title != NULL ? choice->title : "Strategic diagram",
        provenance, error);
    return map != NULL && rhumb_map_save (map, run->output, run->format, error);
}

static int
run_themes (const Command *command, int argc, char **argv)
{
    g_auto (Choice) choice = {0};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    gboolean drawn = FALSE;
    RhumbThemeMethod method = RHUMB_THEME_METHOD_CALLON;
    RhumbThemeCut cut = RHUMB_THEME_CUT_MEDIAN;
    const GOptionEntry own[] = {
        {"method", 0, 0, G_OPTION_ARG_STRING, &choice.method, "callon (default), bmx", "NAME"},
        {"cut", 0, 0, G_OPTION_ARG_STRING, &choice.cut, "median (default), mean", "NAME"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format,
         "Format of the drawing, by name or suffix", "NAME"},
        {"title", 0, 0, G_OPTION_ARG_STRING, &choice.title, "Title of the drawing", "TEXT"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS | RUN_TABLE, own, argc,
                    argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!check_choice (&choice, &method, &cut, &error) ||
        !drawing_is_wanted (&run, &drawn, &error) || !run_load (&run, &results, &error) ||
        !run_build_graph (&run, &results, &error) ||
        !run_rank_and_find_topics (&run, &results, &error))
        return command_fail (command, error);
    methods_add (&run, METHOD_STRATEGIC_DIAGRAM);
    g_autofree RhumbThemePlace *place = place_themes (results.topics, method, cut, &error);
    if (place == NULL || !check_links (results.topics, place, &error) ||
        !write_themes (&run, &results, &choice, place, drawn, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
