/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Turns tables of records into a corpus and a graph.
 */
#include "tests/graph/fixture.h"

#include <string.h>

static void
split_into (const char *text, GPtrArray *values, GPtrArray *pool)
{
    if (text == NULL)
        return;
    char **parts = g_strsplit (text, "|", -1);
    g_ptr_array_add (pool, parts);
    for (guint i = 0; parts[i] != NULL; i++)
        g_ptr_array_add (values, parts[i]);
}

static void
split_authors (RhumbRecord *record, const char *text, GPtrArray *pool)
{
    split_into (text, record->author_names, pool);
    for (guint i = 0; i < record->author_names->len; i++) {
        char *orcid = strchr (record->author_names->pdata[i], '#');
        if (orcid != NULL)
            *orcid++ = '\0';
        g_ptr_array_add (record->author_orcids, orcid);
    }
}

gboolean
fixture_add (RhumbCorpusBuilder *builder, const FixtureRecord *fixture, guint64 line,
             GError **error)
{
    g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    record->id = fixture->id;
    record->title = fixture->title;
    record->doi = fixture->doi;
    record->year = fixture->year;
    record->venue = fixture->venue;
    record->abstract = fixture->abstract;
    record->line = line;
    split_authors (record, fixture->authors, pool);
    split_into (fixture->references, record->references, pool);
    split_into (fixture->keywords, record->keywords, pool);
    return rhumb_corpus_builder_add (builder, record, error);
}

/* @order (may be NULL) says in which order records are read. */
RhumbCorpus *
fixture_corpus (const FixtureRecord *records, gsize n_records, const guint32 *order)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "fixture", "table");
    for (gsize i = 0; i < n_records; i++) {
        const gsize place = order != NULL ? order[i] : i;
        g_assert_true (fixture_add (builder, &records[place], place + 1, &error));
        g_assert_no_error (error);
    }
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_assert_nonnull (corpus);
    return corpus;
}

RhumbConcepts *
fixture_concepts (const RhumbCorpus *corpus, const FixtureLink *links, gsize n_links)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbConceptsBuilder) builder =
        rhumb_concepts_builder_new (rhumb_corpus_get_n_papers (corpus));
    g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
    for (gsize i = 0; i < n_links; i++) {
        gpointer known = NULL;
        if (!g_hash_table_lookup_extended (numbers, links[i].concept, NULL, &known)) {
            known = GUINT_TO_POINTER (
                rhumb_concepts_builder_add (builder, links[i].concept, NULL, NULL));
            g_hash_table_insert (numbers, (gpointer)links[i].concept, known);
        }
        const guint32 paper = rhumb_corpus_find_paper (corpus, links[i].paper_id);
        g_assert_cmpuint (paper, !=, RHUMB_NONE);
        rhumb_concepts_builder_link (builder, paper, GPOINTER_TO_UINT (known), links[i].weight);
    }
    RhumbConcepts *concepts = rhumb_concepts_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return concepts;
}

RhumbGraph *
fixture_graph (const FixtureRecord *records, gsize n_records, const FixtureLink *links,
               gsize n_links)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (records, n_records, NULL);
    g_autoptr (RhumbConcepts) concepts = fixture_concepts (corpus, links, n_links);
    RhumbGraph *graph = rhumb_graph_new (corpus, concepts, NULL, &error);
    g_assert_no_error (error);
    return graph;
}
