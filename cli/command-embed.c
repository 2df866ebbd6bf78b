/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb embed: vectors of papers for tools of one's own.
 */
#include <string.h>

#include "cli/choice.h"
#include "cli/methods.h"
#include "cli/neighbour-table.h"
#include "cli/run.h"
#include "cli/table-format.h"
#include "io/output.h"

static int run_embed (const Command *command, int argc, char **argv);

const Command command_embed = {
    "embed",
    "vectors of papers for tools of your own",
    "FILE…",
    "Links are citations, concepts and words; --links changes what counts, as in rhumb related.\n"
    "--method fastrp: papers near the same others get vectors that point the same way; each has\n"
    "length 1. Very sparse random projection (Chen, Sultan, Tian, Chen and Skiena 2019,\n"
    "doi:10.1145/3357384.3357879), what is 1, 2, 3 and 4 links away counting 0, 0, 1 and 6.67.\n"
    "--method rwse: papers in places of the same form get like vectors, however far apart they are:\n"
    "how probably a random walk along links is back at the paper after 1, 2, 3 … steps (random-walk\n"
    "structural encoding; Dwivedi, Luu, Laurent, Bengio and Bresson 2022, arXiv:2110.07875). In\n"
    "large networks it is estimated by 256 random vectors (Hutchinson 1990,\n"
    "doi:10.1080/03610919008812866), 9 % off as a rule; a message says so.\n"
    "--method lappe: papers near each other have like numbers, and the first ones part the papers\n"
    "where links are fewest: eigenvectors of the least eigenvalues above 0 of the normalised\n"
    "Laplacian I − D^(−1/2) A D^(−1/2) (Laplacian positional encoding; Belkin and Niyogi 2003,\n"
    "doi:10.1162/089976603321780317; Dwivedi and Bresson 2021, arXiv:2012.09699), each of length 1\n"
    "over papers and what they share.\n"
    "The same papers, options and seed give the same bytes for any number of threads.\n\n"
    "-o FILE.npy: an array for numpy.load(), float32, a row for each paper; --ids FILE says which\n"
    "paper each row is (row, id, title, year, has_vector; a paper without links has a row of zeros\n"
    "and 0 there). Else a table: id, then one column for each dimension; papers without links are\n"
    "left out.\n\n"
    "Example: rhumb embed --dimensions 16 -o v.npy --ids v.tsv examples/papers-page.txt",
    run_embed,
};

static Table *
list_vectors (const Run *run, const RhumbCorpus *corpus, const RhumbVectors *vectors)
{
    const guint d = rhumb_vectors_get_n_dimensions (vectors);
    g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (columns, g_strdup ("id"));
    for (guint k = 0; k < d; k++)
        g_ptr_array_add (columns, g_strdup_printf ("x%u", k));
    g_ptr_array_add (columns, NULL);
    Table *table = table_new ((const char *const *)columns->pdata, run->json);
    for (guint32 v = 0; v < rhumb_vectors_get_n_rows (vectors); v++) {
        if (!rhumb_vectors_has_vector (vectors, v))
            continue;
        table_add_text (table, rhumb_corpus_get_paper (corpus, v)->id);
        for (guint k = 0; k < d; k++)
            table_add_number (table, rhumb_vectors_get_row (vectors, v)[k]);
    }
    return table;
}

static gboolean
write_ids (const char *path, const RhumbCorpus *corpus, const RhumbVectors *vectors, GError **error)
{
    static const char *const COLUMNS[] = {"row", "id", "title", "year", "has_vector", NULL};
    g_autoptr (Table) table = table_new (COLUMNS, FALSE);
    gsize length = 0;
    for (guint32 v = 0; v < rhumb_vectors_get_n_rows (vectors); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        table_add_integer (table, v);
        table_add_text (table, paper->id);
        table_add_text (table, paper->title != NULL ? paper->title : "");
        if (paper->year != 0)
            table_add_integer (table, paper->year);
        else
            table_add_null (table);
        table_add_integer (table, rhumb_vectors_has_vector (vectors, v));
    }
    const char *text = table_get_text (table, &length);
    return rhumb_output_write (path, text, length, error);
}

static gboolean
is_npy (const Run *run)
{
    return run->output != NULL && g_str_has_suffix (run->output, ".npy");
}

static RhumbVectors *
find_returns (const Run *run, const RhumbLikeness *likeness, const guint64 *key, guint32 n_papers,
              guint n_steps, GError **error)
{
    RhumbReturnsOptions options = RHUMB_RETURNS_DEFAULTS;
    options.n_steps = n_steps;
    options.seed = (guint64)run->seed;
    if (!rhumb_returns_are_exact (likeness->network, &options) && !run->quiet)
        fprintf (stderr,
                 "rhumb embed: %u nodes are too many for exact numbers: estimated by %u "
                 "random vectors\n",
                 rhumb_network_get_n_from (likeness->network), options.n_probes);
    return rhumb_find_returns (likeness->network, key, n_papers, &options, error);
}

static RhumbVectors *
project (const Run *run, const RhumbLikeness *likeness, const guint64 *key, guint32 n_papers,
         guint n_dimensions, GError **error)
{
    RhumbFastrpOptions options = RHUMB_FASTRP_DEFAULTS;
    options.n_dimensions = n_dimensions;
    options.seed = (guint64)run->seed;
    return rhumb_fastrp (likeness->network, key, n_papers, &options, error);
}

static RhumbVectors *
find_eigenvectors (const Run *run, const RhumbLikeness *likeness, const guint64 *key,
                   guint32 n_papers, guint n_dimensions, GError **error)
{
    RhumbLaplacianOptions options = RHUMB_LAPLACIAN_DEFAULTS;
    options.n_dimensions = n_dimensions;
    options.seed = (guint64)run->seed;
    return rhumb_find_laplacian_eigenvectors (likeness->network, key, n_papers, &options, NULL,
                                              error);
}

/* The first is the default. */
static const struct {
    const char *name;
    guint n_dimensions; /* if nothing is said */
    guint most_dimensions;
    Method told;
    RhumbVectors *(*embed) (const Run *run, const RhumbLikeness *likeness, const guint64 *key,
                            guint32 n_papers, guint n_dimensions, GError **error);
} METHODS[] = {
    {"fastrp", 128, RHUMB_FASTRP_MAX_DIMENSIONS, METHOD_VECTORS, project},
    {"rwse", 16, RHUMB_RETURNS_MAX_STEPS, METHOD_RETURNS, find_returns},
    {"lappe", 8, RHUMB_LAPLACIAN_MAX_DIMENSIONS, METHOD_EIGENVECTORS, find_eigenvectors},
};

/* What the options say. */
typedef struct {
    guint method;
    int n_dimensions; /* 0 = not given */
    RhumbLikenessOptions links;
    const char *ids;
} Wanted;

static gboolean
embed (Run *run, Results *results, const Wanted *wanted, GError **error)
{
    if (!run_load (run, results, error) || !run_build_graph (run, results, error))
        return FALSE;
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (results->graph, &wanted->links, error);
    if (likeness == NULL)
        return FALSE;
    methods_add (run, METHODS[wanted->method].told);
    g_autofree guint64 *key = rhumb_likeness_list_keys (likeness, results->graph);
    g_autoptr (RhumbVectors) vectors = METHODS[wanted->method].embed (
        run, likeness, key, rhumb_corpus_get_n_papers (results->corpus),
        (guint)wanted->n_dimensions, error);
    if (vectors == NULL ||
        (wanted->ids != NULL && !write_ids (wanted->ids, results->corpus, vectors, error)))
        return FALSE;
    if (is_npy (run))
        return rhumb_vectors_save_npy (vectors, run->output, error) &&
               run_finish (run, results, error);
    g_autoptr (Table) table = list_vectors (run, results->corpus, vectors);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

static gboolean
choose (const Run *run, const char *method, Wanted *wanted, GError **error)
{
    const char *names[G_N_ELEMENTS (METHODS) + 1] = {NULL};
    for (guint i = 0; i < G_N_ELEMENTS (METHODS); i++)
        names[i] = METHODS[i].name;
    if (!choice_find ("method", method, names, &wanted->method, error))
        return FALSE;
    if (!run_was_given (run, "dimensions"))
        wanted->n_dimensions = (int)METHODS[wanted->method].n_dimensions;
    return choice_check_number ("dimensions", wanted->n_dimensions, 1,
                                METHODS[wanted->method].most_dimensions, error);
}

static int
run_embed (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autofree char *method = NULL;
    g_autofree char *links_text = NULL;
    g_autofree char *ids = NULL;
    Wanted wanted = {.links = RHUMB_LIKENESS_DEFAULTS};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"method", 0, 0, G_OPTION_ARG_STRING, &method, "fastrp (default), rwse or lappe", "NAME"},
        {"dimensions", 0, 0, G_OPTION_ARG_INT, &wanted.n_dimensions,
         "Numbers of a vector (128; of rwse 16, one a step; of lappe 8)", "N"},
        {"links", 0, 0, G_OPTION_ARG_STRING, &links_text,
         "Weights λ (citations=1,concepts=1,venues=0,years=0,people=0,words=0.1)", "KIND=X,…"},
        {"ids", 0, 0, G_OPTION_ARG_FILENAME, &ids, "Write which paper each row is", "FILE"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    wanted.ids = ids;
    if (!choose (&run, method, &wanted, &error) ||
        (links_text != NULL && !parse_link_weights (links_text, &wanted.links, &error)))
        return command_fail (command, error);
    run.json = table_format_for_path (run.output) == TABLE_JSON_LINES;
    if (!is_npy (&run) && !table_format_check (run.output, &error))
        return command_fail (command, error);
    if (!embed (&run, &results, &wanted, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
