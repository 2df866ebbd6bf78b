/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb index: concepts and links of a library, ready for questions.
 */
#include "cli/compare.h"
#include "cli/run.h"
#include "cli/vector-answers.h"
#include "io/library.h"
#include "io/link-file.h"

static int run_index (const Command *command, int argc, char **argv);

const Command command_index = {
    "index",
    "keep a library's concepts, and what similar and related ask",
    "LIBRARY",
    "Writes LIBRARY.index. It keeps the concepts of all papers, so that every verb which needs\n"
    "them (topics, map, rank, trend, why …) begins at once, with the same results; and the\n"
    "links of all papers (citations, concepts, words), packed, with ids, titles and vectors\n"
    "(rhumb embed), which above 20000 papers are linked with their neighbours (Malkov and\n"
    "Yashunin 2020, doi:10.1109/TPAMI.2018.2889473). rhumb similar and rhumb related then read\n"
    "what a question needs and nothing else; their scores are right to 3 digits, as weights of\n"
    "links are rounded to one in 4096. It is used where all of this library is read, and\n"
    "nothing else, and no option changes links or concepts; --verbose tells. After the library\n"
    "has changed the index is not used any more, which is told: call rhumb index again. It\n"
    "makes all anew, as a new paper changes how rare words are, and with that concepts,\n"
    "weights and vectors of papers that were there. It takes some 1200 bytes a paper; with\n"
    "--no-vectors 850, and similar --by vectors reads all of the library.\n\n"
    "Example: rhumb index papers.rhumb",
    run_index,
};

static gboolean
check_input (const Run *run, GError **error)
{
    if (run->inputs[0] != NULL && run->inputs[1] == NULL && rhumb_library_is (run->inputs[0]))
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "%s: expected one library that rhumb import made",
                 run->inputs[0] == NULL   ? "no file named"
                 : run->inputs[1] == NULL ? run->inputs[0]
                                          : "several files");
    return FALSE;
}

/* The checksum is taken before the library is read: if it changes meanwhile the index is stale. */
static gboolean
make_index (Run *run, Results *results, gboolean without_vectors, GError **error)
{
    const RhumbLikenessOptions links = RHUMB_LIKENESS_DEFAULTS;
    guint64 checksum = 0;
    run->without_index = TRUE; /* who asks for an index may mistrust the old one */
    if (!rhumb_library_get_checksum (run->inputs[0], &checksum, error) ||
        !run_load (run, results, error) || !run_build_graph (run, results, error))
        return FALSE;
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (results->graph, &links, error);
    g_autoptr (RhumbHnsw) hnsw =
        likeness != NULL && !without_vectors
            ? make_vectors (run, results->graph, likeness, RHUMB_HNSW_MIN_ROWS, error)
            : NULL;
    if (likeness == NULL || (hnsw == NULL && !without_vectors))
        return FALSE;
    g_autoptr (GBytes) vectors = hnsw != NULL ? rhumb_hnsw_pack (hnsw) : NULL;
    g_autoptr (GBytes) bytes = rhumb_link_index_pack (
        results->graph, likeness->network, likeness->n_known + likeness->n_years, likeness->labels,
        COMPARISON_WORDS / links.words, vectors, checksum, error);
    return bytes != NULL && rhumb_library_save_index (run->inputs[0], bytes, error);
}

static int
run_index (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    gboolean without_vectors = FALSE;
    const GOptionEntry own[] = {
        {"no-vectors", 0, 0, G_OPTION_ARG_NONE, &without_vectors, "Leave vectors out", NULL},
        {NULL},
    };
    if (!run_parse (&run, command, 0, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (run.output != NULL)
        g_set_error (&error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "--output does nothing here: the index stands beside its library");
    if (error != NULL || !check_input (&run, &error) ||
        !make_index (&run, &results, without_vectors, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
