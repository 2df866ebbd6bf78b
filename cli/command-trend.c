/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb trend: what rises and falls?
 */
#include "analytics/time/bursts-private.h"
#include "cli/choice.h"
#include "cli/drawing.h"
#include "cli/evolution-table.h"
#include "cli/methods.h"
#include "graph/plural.h"

static int run_trend (const Command *command, int argc, char **argv);

const Command command_trend = {
    "trend",
    "what rises and falls: bursts of concepts and citations, themes by period",
    "FILE…",
    "Columns: concept, first, last (years of its papers), burst_from, burst_to, weight.\n"
    "A burst is a stretch of years in which a rate --s times as high explains the papers about a\n"
    "concept better than its rate over all years, by more than --gamma ln(years with papers), the\n"
    "price of changing the rate; weight is by how much, in natural logarithms (Kleinberg 2003,\n"
    "doi:10.1023/A:1024940629314). With --states K above 2 bursts hold stronger ones: column level.\n"
    "--of papers: bursts of the citations of each paper: id, title, year, burst_from, burst_to,\n"
    "weight; the citations of a year are spread evenly over it.\n"
    "--by-year: concept, year, papers, share of the year's papers; years without are left out.\n"
    "--evolution: years are cut into --periods N of about equally many papers, or before the years\n"
    "of --periods 2000,2010; concepts of each period are clustered by equivalence into themes and\n"
    "linked where they share concepts: |A ∩ B| / min(|A|, |B|), or --likeness jaccard\n"
    "|A ∩ B| / |A ∪ B|, at least --min-strength (Cobo et al. 2011, doi:10.1016/j.joi.2010.10.002).\n"
    "A theme has three concepts or more that two papers of the period are about, of its 250 most\n"
    "frequent ones. Columns: period, first, last (years), theme, label, papers, concepts, next (the\n"
    "theme it leads to), next_label, strength, shared (concepts), event. With -o FILE.svg, .pdf,\n"
    ".png or .dot it is drawn.\n\n"
    "Example: rhumb trend --gamma 0.3 examples/citations.jsonl",
    run_trend,
};

typedef struct {
    char *of;
    char *periods;
    char *likeness;
    char *title;
    gboolean evolution;
    gboolean by_year;
    int n_states;
    double s;
    double gamma;
    double min_strength;
    GArray *starts;
    guint n_periods;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_free (choice->of);
    g_free (choice->periods);
    g_free (choice->likeness);
    g_free (choice->title);
    g_clear_pointer (&choice->starts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

/* "5" is a number of periods, "2000,2010" years with which periods begin. */
static gboolean
parse_periods (Choice *choice, GError **error)
{
    choice->n_periods = 4;
    if (choice->periods == NULL)
        return TRUE;
    g_auto (GStrv) part = g_strsplit (choice->periods, ",", -1);
    choice->starts = g_array_new (FALSE, FALSE, sizeof (int));
    for (guint i = 0; part[i] != NULL; i++) {
        guint64 number = 0;
        if (!g_ascii_string_to_unsigned (g_strstrip (part[i]), 10, 1, 9999, &number, NULL)) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--periods is “%s”, expected a number, or years as in 2000,2010",
                         choice->periods);
            return FALSE;
        }
        const int year = (int)number;
        g_array_append_val (choice->starts, year);
    }
    if (choice->starts->len != 1 || g_array_index (choice->starts, int, 0) > 100)
        return TRUE;
    choice->n_periods = (guint)g_array_index (choice->starts, int, 0);
    g_array_set_size (choice->starts, 0);
    return TRUE;
}

static gboolean
refuse (const char *message, GError **error)
{
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, message);
    return FALSE;
}

/* Bursts have a price, themes by period a least strength. */
static gboolean
check_used (const Run *run, const Choice *choice, GError **error)
{
    static const char *const OF_BURSTS[] = {"s", "gamma", "states"};
    const gboolean bursts = !choice->evolution && !choice->by_year;
    for (guint i = 0; i < G_N_ELEMENTS (OF_BURSTS); i++) {
        if (!run_check_used (run, OF_BURSTS[i], bursts, "bursts: no --evolution and no --by-year",
                             error))
            return FALSE;
    }
    return run_check_used (run, "min-strength", choice->evolution, "--evolution", error) &&
           run_check_concepts_used (run, g_strcmp0 (choice->of, "papers") != 0, "--of concepts",
                                    error);
}

static RhumbBurstOptions
get_burst_options (const Choice *choice)
{
    return (RhumbBurstOptions){choice->s, choice->gamma, (guint)MAX (choice->n_states, 0)};
}

static gboolean
check_choice (const Run *run, Choice *choice, gboolean drawn, GError **error)
{
    static const char *const KINDS[] = {"concepts", "papers", NULL};
    static const char *const LIKENESSES[] = {"inclusion", "jaccard", NULL};
    guint unread = 0;
    if (!choice_find ("of", choice->of, KINDS, &unread, error) ||
        !choice_find ("likeness", choice->likeness, LIKENESSES, &unread, error))
        return FALSE;
    if (choice->by_year + choice->evolution + (g_strcmp0 (choice->of, "papers") == 0) > 1)
        return refuse ("--of papers, --by-year and --evolution exclude each other", error);
    if (!choice->evolution && (choice->periods != NULL || choice->likeness != NULL || drawn))
        return refuse ("only --evolution has periods, likeness and a drawing; expected it", error);
    const RhumbBurstOptions bursts = get_burst_options (choice);
    return check_used (run, choice, error) && parse_periods (choice, error) &&
           rhumb_burst_options_check (&bursts, error) &&
           choice_check_real ("min-strength", choice->min_strength, 0, 1, error);
}

/* Bursts and periods need years. */
static gboolean
check_years (const RhumbCorpus *corpus, GError **error)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    for (guint32 p = 0; p < n; p++) {
        if (rhumb_corpus_get_paper (corpus, p)->year != 0)
            return TRUE;
    }
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "of %u %s none has a year, expected years of publication; rhumb describe "
                 "tells what was read",
                 n, rhumb_plural (n, "paper", "papers"));
    return FALSE;
}

static gboolean
check_citations (const RhumbGraph *graph, GError **error)
{
    if (rhumb_network_get_n_edges (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES)) > 0)
        return TRUE;
    g_set_error_literal (
        error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
        "no paper cites another one of them, expected references among the papers; "
        "rhumb describe tells which were read");
    return FALSE;
}

static void
add_burst (Table *table, const RhumbBurst *burst, gboolean has_levels)
{
    table_add_integer (table, burst->first_year);
    table_add_integer (table, burst->last_year);
    table_add_number (table, burst->weight);
    if (has_levels)
        table_add_integer (table, burst->level);
}

/* First and last year of the papers about a concept. */
static void
add_span (Table *table, const RhumbSeries *counts, guint32 row)
{
    const double *value = rhumb_series_get_row (counts, row);
    guint first = 0;
    guint last = rhumb_series_get_n_years (counts) - 1;
    while (first < last && value[first] <= 0)
        first++;
    while (last > first && value[last] <= 0)
        last--;
    table_add_integer (table, rhumb_series_get_first_year (counts) + (int)first);
    table_add_integer (table, rhumb_series_get_first_year (counts) + (int)last);
}

static Table *
list_concept_bursts (const Run *run, const Results *results, const RhumbBurstOptions *options,
                     GError **error)
{
    static const char *const COLUMNS[] = {"concept",  "first",  "last",  "burst_from",
                                          "burst_to", "weight", "level", NULL};
    static const char *const PLAIN[] = {"concept",  "first",  "last", "burst_from",
                                        "burst_to", "weight", NULL};
    const gboolean has_levels = options->n_states > 2;
    g_autoptr (RhumbSeries) papers = rhumb_count_papers_by_year (results->corpus, error);
    if (papers == NULL)
        return NULL;
    g_autoptr (RhumbSeries) counts = rhumb_count_concepts_by_year (results->graph, error);
    if (counts == NULL)
        return NULL;
    gsize n_bursts = 0;
    g_autofree RhumbBurst *burst = rhumb_find_bursts (counts, papers, options, &n_bursts, error);
    if (burst == NULL)
        return NULL;
    Table *table = table_new (has_levels ? COLUMNS : PLAIN, run->json);
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (results->graph);
    for (gsize i = 0; i < run_limit (run, (guint)n_bursts); i++) {
        table_add_text (table, rhumb_concepts_get_concept (concepts, burst[i].row)->label);
        add_span (table, counts, burst[i].row);
        add_burst (table, &burst[i], has_levels);
    }
    return table;
}

static Table *
list_citation_bursts (const Run *run, const Results *results, const RhumbBurstOptions *options,
                      GError **error)
{
    static const char *const COLUMNS[] = {"id",       "title",  "year",  "burst_from",
                                          "burst_to", "weight", "level", NULL};
    static const char *const PLAIN[] = {"id",       "title",  "year", "burst_from",
                                        "burst_to", "weight", NULL};
    const gboolean has_levels = options->n_states > 2;
    gsize n_bursts = 0;
    if (!check_citations (results->graph, error))
        return NULL;
    g_autofree RhumbBurst *burst =
        rhumb_find_citation_bursts (results->graph, options, &n_bursts, error);
    if (burst == NULL)
        return NULL;
    Table *table = table_new (has_levels ? COLUMNS : PLAIN, run->json);
    for (gsize i = 0; i < run_limit (run, (guint)n_bursts); i++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (results->corpus, burst[i].row);
        table_add_text (table, paper->id);
        table_add_text (table, paper->title != NULL ? paper->title : "");
        if (paper->year != 0)
            table_add_integer (table, paper->year);
        else
            table_add_null (table);
        add_burst (table, &burst[i], has_levels);
    }
    return table;
}

static Table *
list_years (const Run *run, const Results *results, GError **error)
{
    static const char *const COLUMNS[] = {"concept", "year", "papers", "share", NULL};
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (results->graph);
    g_autoptr (RhumbSeries) papers = rhumb_count_papers_by_year (results->corpus, error);
    if (papers == NULL)
        return NULL;
    g_autoptr (RhumbSeries) counts = rhumb_count_concepts_by_year (results->graph, error);
    if (counts == NULL)
        return NULL;
    g_autoptr (RhumbSeries) shares = rhumb_share_by_year (counts, papers);
    Table *table = table_new (COLUMNS, run->json);
    guint left = run->top > 0 ? (guint)run->top : G_MAXUINT;
    for (guint32 c = 0; c < rhumb_series_get_n_rows (counts); c++) {
        for (guint y = 0; y < rhumb_series_get_n_years (counts) && left > 0; y++) {
            const double value = rhumb_series_get_row (counts, c)[y];
            if (value <= 0)
                continue;
            left--;
            table_add_text (table, rhumb_concepts_get_concept (concepts, c)->label);
            table_add_integer (table, rhumb_series_get_first_year (counts) + (int)y);
            table_add_integer (table, (gint64)value);
            table_add_number (table, rhumb_series_get_row (shares, c)[y]);
        }
    }
    return table;
}

static Table *
list_rows (const Run *run, const Results *results, const Choice *choice, GError **error)
{
    const RhumbBurstOptions options = get_burst_options (choice);
    if (choice->by_year)
        return list_years (run, results, error);
    if (g_strcmp0 (choice->of, "papers") == 0)
        return list_citation_bursts (run, results, &options, error);
    return list_concept_bursts (run, results, &options, error);
}

static gboolean
write_evolution (Run *run, Results *results, const Choice *choice, gboolean drawn, GError **error)
{
    RhumbEvolutionOptions options = RHUMB_EVOLUTION_DEFAULTS;
    options.seed = (guint64)run->seed;
    options.min_strength = choice->min_strength;
    options.n_periods = choice->n_periods;
    if (choice->starts != NULL && choice->starts->len > 0) {
        options.starts = (const int *)(void *)choice->starts->data;
        options.n_starts = choice->starts->len;
    }
    if (g_strcmp0 (choice->likeness, "jaccard") == 0)
        options.likeness = RHUMB_THEME_LIKENESS_JACCARD;
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (results->graph, &options, error);
    if (evolution == NULL)
        return FALSE;
    if (!drawn) {
        run->why_nothing = "no three concepts belong together that two papers of a period are "
                           "about; fewer --periods have more papers each";
        g_autoptr (Table) table = evolution_list (evolution, run_limit (run, G_MAXINT), run->json);
        return run_write_table (run, table, error);
    }
    g_autofree char *provenance =
        drawing_get_provenance (run, results, "themes: Leiden on equivalence");
    g_autoptr (RhumbMap) map = rhumb_draw_evolution (
        evolution, choice->title != NULL ? choice->title : "Thematic evolution", provenance, error);
    return map != NULL && rhumb_map_save (map, run->output, run->format, error);
}

/* Why no burst may be found. */
static const char *
explain_no_burst (const RhumbCorpus *corpus)
{
    int first = G_MAXINT;
    int last = 0;
    for (guint32 p = 0; p < rhumb_corpus_get_n_papers (corpus); p++) {
        const int year = rhumb_corpus_get_paper (corpus, p)->year;
        first = year > 0 ? MIN (first, year) : first;
        last = MAX (last, year);
    }
    if (first == last)
        return "all papers with a year are of the same, so nothing rises";
    return "no rate rises by more than the price; a lower --gamma finds weaker bursts, --by-year "
           "tells the numbers";
}

static gboolean
write_trend (Run *run, Results *results, const Choice *choice, gboolean drawn, GError **error)
{
    if (choice->evolution)
        methods_add (run, METHOD_EVOLUTION);
    else if (!choice->by_year)
        methods_add (run, g_strcmp0 (choice->of, "papers") == 0 ? METHOD_CITATION_BURSTS
                                                                : METHOD_BURSTS);
    if (choice->evolution)
        return write_evolution (run, results, choice, drawn, error);
    if (!choice->by_year)
        run->why_nothing = explain_no_burst (results->corpus);
    g_autoptr (Table) table = list_rows (run, results, choice, error);
    return table != NULL && run_write_table (run, table, error);
}

static int
run_trend (const Command *command, int argc, char **argv)
{
    g_auto (Choice) choice = {.n_states = 2, .s = 2, .gamma = 1, .min_strength = 0.2};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    gboolean drawn = FALSE;
    const GOptionEntry own[] = {
        {"of", 0, 0, G_OPTION_ARG_STRING, &choice.of, "concepts (default), papers", "KIND"},
        {"by-year", 0, 0, G_OPTION_ARG_NONE, &choice.by_year, "Papers of each year", NULL},
        {"s", 0, 0, G_OPTION_ARG_DOUBLE, &choice.s, "How much faster a burst is (2)", "X"},
        {"gamma", 0, 0, G_OPTION_ARG_DOUBLE, &choice.gamma, "Price of a burst (1)", "X"},
        {"states", 0, 0, G_OPTION_ARG_INT, &choice.n_states, "Rates, with the usual one (2)", "K"},
        {"evolution", 0, 0, G_OPTION_ARG_NONE, &choice.evolution, "Themes by period", NULL},
        {"periods", 0, 0, G_OPTION_ARG_STRING, &choice.periods,
         "How many periods (4), or the years with which they begin", "N|YEAR,…"},
        {"likeness", 0, 0, G_OPTION_ARG_STRING, &choice.likeness, "inclusion (default), jaccard",
         "NAME"},
        {"min-strength", 0, 0, G_OPTION_ARG_DOUBLE, &choice.min_strength,
         "Leave out weaker links (0.2)", "X"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format,
         "Format of the drawing, by name or suffix", "NAME"},
        {"title", 0, 0, G_OPTION_ARG_STRING, &choice.title, "Title of the drawing", "TEXT"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!drawing_is_wanted (&run, &drawn, &error) || !check_choice (&run, &choice, drawn, &error) ||
        !run_load (&run, &results, &error) || !check_years (results.corpus, &error) ||
        !(g_strcmp0 (choice.of, "papers") == 0
              ? run_build_graph_without_concepts (&run, &results, &error)
              : run_build_graph (&run, &results, &error)) ||
        !write_trend (&run, &results, &choice, drawn, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
