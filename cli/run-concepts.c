/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The step of a verb that finds concepts, with the stop words, thesaurus and vocabulary that the
 * user names.
 */
#include "cli/gaps.h"
#include "cli/index-concepts.h"
#include "cli/list-file.h"
#include "cli/run.h"
#include "graph/plural.h"

static gboolean
take_phrase (gpointer phrases, const RhumbCsv *row, GError **error G_GNUC_UNUSED)
{
    g_strv_builder_add (phrases, g_strstrip (rhumb_csv_get_cell (row, 0)));
    return TRUE;
}

/* One a line, whatever else it holds. */
static char **
read_stopwords (const char *path, GError **error)
{
    g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
    return list_read (path, "", take_phrase, phrases, error) ? g_strv_builder_end (phrases) : NULL;
}

typedef struct {
    GStrvBuilder *from;
    GStrvBuilder *to;
    guint n_rows;
    guint n_pairs; /* rows with two columns */
} Thesaurus;

static gboolean
take_term (gpointer data, const RhumbCsv *row, GError **error G_GNUC_UNUSED)
{
    Thesaurus *thesaurus = data;
    const char *label = g_strstrip (rhumb_csv_get_cell (row, 0));
    thesaurus->n_pairs += rhumb_csv_get_n_cells (row) > 1;
    if (thesaurus->n_rows++ == 0 && g_ascii_strcasecmp (label, "label") == 0)
        return TRUE;
    g_strv_builder_add (thesaurus->from, label);
    g_strv_builder_add (thesaurus->to, g_strstrip (rhumb_csv_get_cell (row, 1)));
    return TRUE;
}

/* A thesaurus may have a header line and has two columns; an empty second one drops the term. */
static gboolean
read_thesaurus (const char *path, char ***from, char ***to, GError **error)
{
    g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
    g_autoptr (GStrvBuilder) replacements = g_strv_builder_new ();
    Thesaurus thesaurus = {labels, replacements, 0, 0};
    if (!list_read (path, NULL, take_term, &thesaurus, error))
        return FALSE;
    if (thesaurus.n_rows > 0 && thesaurus.n_pairs == 0) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                     "%s:1: one column, expected a label and what replaces it, parted by a tab",
                     path);
        return FALSE;
    }
    *from = g_strv_builder_end (labels);
    *to = g_strv_builder_end (replacements);
    return TRUE;
}

/* How concepts are found; lists live as long as the run. */
gboolean
run_get_concept_options (Run *run, RhumbConceptOptions *options, GError **error)
{
    if (run->stopwords != NULL && run->stopword_list == NULL &&
        (run->stopword_list = read_stopwords (run->stopwords, error)) == NULL)
        return FALSE;
    if (run->thesaurus != NULL && run->replaced == NULL &&
        !read_thesaurus (run->thesaurus, &run->replaced, &run->replacements, error))
        return FALSE;
    if (run->vocabulary_file != NULL && run->vocabulary == NULL &&
        (run->vocabulary = rhumb_vocabulary_load (run->vocabulary_file, error)) == NULL)
        return FALSE;
    *options = (RhumbConceptOptions){
        .density = run->density,
        .min_papers = (guint)run->min_papers,
        .stopwords = (const char *const *)run->stopword_list,
        .thesaurus_from = (const char *const *)run->replaced,
        .thesaurus_to = (const char *const *)run->replacements,
        .vocabulary = run->vocabulary,
        .only_vocabulary = run->only_vocabulary,
    };
    return TRUE;
}

static gboolean
extract_concepts (Run *run, Results *results, GError **error)
{
    RhumbConceptOptions options;
    if (!run_get_concept_options (run, &options, error))
        return FALSE;
    results->concepts = rhumb_extract_concepts (results->corpus, &options, error);
    return results->concepts != NULL;
}

/* Those that the library's index keeps, else what the texts say. */
gboolean
run_find_concepts (Run *run, Results *results, GError **error)
{
    results->concepts = index_take_concepts (run, results);
    const gboolean is_taken = results->concepts != NULL;
    if (!is_taken && !extract_concepts (run, results, error))
        return FALSE;
    if (!run->quiet)
        gaps_tell_unread (run->command->name, results->corpus);
    const guint32 n = rhumb_concepts_get_n_concepts (results->concepts);
    if (is_taken)
        run_say (run, "took %u %s from %s.index", n, rhumb_plural (n, "concept", "concepts"),
                 run->inputs[0]);
    else
        run_say (run, "found %u %s", n, rhumb_plural (n, "concept", "concepts"));
    return TRUE;
}
