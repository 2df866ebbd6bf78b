/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The step of a verb that finds concepts, with the stop words, thesaurus and vocabulary that the
 * user names.
 */
#include "cli/gaps.h"
#include "cli/index-concepts.h"
#include "cli/read-text.h"
#include "cli/run.h"
#include "graph/plural.h"

#define MOST_LIST_MIB 64

static char **
read_phrases (const char *path, GError **error)
{
    g_auto (GStrv) raw = read_lines (path, MOST_LIST_MIB, error);
    if (raw == NULL)
        return NULL;
    g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
    for (guint i = 0; raw[i] != NULL; i++) {
        if (*g_strchomp (raw[i]) != '\0')
            g_strv_builder_add (lines, raw[i]);
    }
    return g_strv_builder_end (lines);
}

/* A thesaurus has a header line and two columns; an empty second one drops the term. */
static gboolean
read_thesaurus (const char *path, char ***from, char ***to, GError **error)
{
    g_auto (GStrv) lines = read_phrases (path, error);
    if (lines == NULL)
        return FALSE;
    g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
    g_autoptr (GStrvBuilder) replacements = g_strv_builder_new ();
    for (guint i = 0; lines[i] != NULL; i++) {
        g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);
        if (i == 0 && g_ascii_strcasecmp (cells[0], "label") == 0)
            continue;
        g_strv_builder_add (labels, cells[0]);
        g_strv_builder_add (replacements, cells[1] != NULL ? cells[1] : "");
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
        (run->stopword_list = read_phrases (run->stopwords, error)) == NULL)
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
