/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/analytics/text/mentions-fixture.h"

#include <string.h>

#include "analytics/text/mentions.h"

void
mentions_add_paper (RhumbCorpusBuilder *builder, const MentionsPaper *paper)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (GError) error = NULL;
    record->id = paper->id;
    record->title = paper->title;
    record->abstract = paper->abstract;
    record->year = paper->year;
    rhumb_corpus_builder_add (builder, record, &error);
    g_assert_no_error (error);
}

RhumbCorpus *
mentions_make_corpus (const MentionsPaper *papers, gsize n_papers)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    for (gsize i = 0; i < n_papers; i++)
        mentions_add_paper (builder, &papers[i]);
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return corpus;
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* All links as "from>to" by id, ascending, one space between. */
char *
mentions_describe_links (const RhumbCorpus *corpus)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network = rhumb_find_mentions (corpus, &error);
    g_assert_no_error (error);
    g_assert_cmpint (rhumb_network_get_mode (network), ==, RHUMB_NETWORK_DIRECTED);
    g_assert_cmpuint (rhumb_network_get_n_from (network), ==, rhumb_corpus_get_n_papers (corpus));
    g_assert_false (rhumb_network_is_weighted (network));
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
    for (guint32 v = 0; v < rows.n_rows; v++)
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            g_ptr_array_add (links,
                             g_strdup_printf ("%s>%s", rhumb_corpus_get_paper (corpus, v)->id,
                                              rhumb_corpus_get_paper (corpus, rows.node[i])->id));
    g_ptr_array_sort (links, compare_links);
    g_ptr_array_add (links, NULL);
    return g_strjoinv (" ", (char **)links->pdata);
}

void
mentions_assert_links (const MentionsPaper *papers, gsize n_papers, const char *expected)
{
    g_autoptr (RhumbCorpus) corpus = mentions_make_corpus (papers, n_papers);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, n_papers);
    g_autofree char *links = mentions_describe_links (corpus);
    g_assert_cmpstr (links, ==, expected);
}
