/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Nodes of two networks that are called alike are one only if their titles agree.
 */
#include "graph/corpus-builder.h"

typedef struct {
    const char *id;
    const char *title;
    const char *reference;
} Node;

static void
add_network (RhumbCorpusBuilder *builder, const char *name, const Node *node, gsize n)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    rhumb_corpus_builder_begin_source (builder, name, "pajek");
    for (gsize i = 0; i < n; i++) {
        g_autoptr (GError) error = NULL;
        rhumb_record_clear (record);
        record->id = node[i].id;
        record->title = node[i].title;
        if (node[i].reference != NULL)
            g_ptr_array_add (record->references, (gpointer)node[i].reference);
        g_assert_true (rhumb_corpus_builder_add (builder, record, &error));
        g_assert_no_error (error);
    }
}

static const Node maps[] = {{"1", "graph drawing", "2"}, {"2", "force", NULL}};
static const Node medicine[] = {{"1", "tumour", NULL}, {"2", "therapy", "1"}};
static const Node spelled[] = {{"1", "Graph drawing: a survey", NULL}, {"3", "tree", "1"}};
static const Node links[] = {{"1", NULL, "2"}, {"2", NULL, NULL}};

static RhumbCorpus *
freeze (RhumbCorpusBuilder *builder)
{
    g_autoptr (GError) error = NULL;
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return corpus;
}

static const RhumbPaper *
find_title (const RhumbCorpus *corpus, const char *title)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        if (g_strcmp0 (paper->title, title) == 0)
            return paper;
    }
    g_assert_not_reached ();
}

static void
assert_cites (const RhumbCorpus *corpus, const char *citing, const char *cited)
{
    const RhumbPaper *paper = find_title (corpus, citing);
    g_assert_cmpuint (paper->n_cites, ==, 1);
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, paper->cites[0])->title, ==, cited);
}

static void
unrelated_nodes_stay_apart (void)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    add_network (builder, "maps.net", maps, G_N_ELEMENTS (maps));
    add_network (builder, "medicine.net", medicine, G_N_ELEMENTS (medicine));
    g_autoptr (RhumbCorpus) corpus = freeze (builder);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 4);
    assert_cites (corpus, "graph drawing", "force");
    assert_cites (corpus, "therapy", "tumour");
    guint n_told = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++)
        n_told += rhumb_corpus_get_event (corpus, i)->kind == RHUMB_EVENT_NOTE;
    g_assert_cmpuint (n_told, ==, 4);
}

static void
the_order_of_networks_decides_nothing (void)
{
    g_autoptr (RhumbCorpusBuilder) one = rhumb_corpus_builder_new ();
    add_network (one, "maps.net", maps, G_N_ELEMENTS (maps));
    add_network (one, "medicine.net", medicine, G_N_ELEMENTS (medicine));
    g_autoptr (RhumbCorpusBuilder) other = rhumb_corpus_builder_new ();
    add_network (other, "medicine.net", medicine, G_N_ELEMENTS (medicine));
    add_network (other, "maps.net", maps, G_N_ELEMENTS (maps));
    g_autoptr (RhumbCorpus) a = freeze (one);
    g_autoptr (RhumbCorpus) b = freeze (other);
    for (guint32 v = 0; v < 4; v++)
        g_assert_cmpstr (rhumb_corpus_get_paper (a, v)->id, ==, rhumb_corpus_get_paper (b, v)->id);
}

static void
a_network_and_its_list_of_links_are_one (void)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    add_network (builder, "map.txt", medicine, G_N_ELEMENTS (medicine));
    add_network (builder, "network.txt", links, G_N_ELEMENTS (links));
    g_autoptr (RhumbCorpus) corpus = freeze (builder);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    g_assert_cmpstr (find_title (corpus, "tumour")->id, ==, "1");
    assert_cites (corpus, "tumour", "therapy");
}

static void
titles_that_begin_alike_are_one_paper (void)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    add_network (builder, "maps.net", maps, G_N_ELEMENTS (maps));
    add_network (builder, "spelled.net", spelled, G_N_ELEMENTS (spelled));
    g_autoptr (RhumbCorpus) corpus = freeze (builder);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 3);
    assert_cites (corpus, "tree", "Graph drawing: a survey");
}

static void
twins_in_one_file_stay_two (void)
{
    static const Node twins[] = {{"1", "smith", NULL}, {"2", "smith", "1"}};
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    add_network (builder, "twins.net", twins, G_N_ELEMENTS (twins));
    add_network (builder, "medicine.net", medicine, G_N_ELEMENTS (medicine));
    g_autoptr (RhumbCorpus) corpus = freeze (builder);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 4);
}

static void
rows_of_one_file_that_share_an_id_stay_two (void)
{
    static const Node rows[] = {{"12345", "Title of reference", NULL},
                                {"12345", "The other reference", "12345"}};
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    add_network (builder, "rows.csv", rows, G_N_ELEMENTS (rows));
    g_autoptr (RhumbCorpus) corpus = freeze (builder);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    g_assert_cmpuint (rhumb_corpus_get_n_events (corpus), ==, 2);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_shared_ids, ==, 2);
    g_assert_cmpuint (find_title (corpus, "The other reference")->n_cites, ==, 0);
}

static void
titles_that_begin_alike_are_one_beside_others (void)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    add_network (builder, "maps.net", maps, G_N_ELEMENTS (maps));
    add_network (builder, "medicine.net", medicine, G_N_ELEMENTS (medicine));
    add_network (builder, "spelled.net", spelled, G_N_ELEMENTS (spelled));
    g_autoptr (RhumbCorpus) corpus = freeze (builder);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 5);
    assert_cites (corpus, "tree", "Graph drawing: a survey");
    assert_cites (corpus, "Graph drawing: a survey", "force");
    assert_cites (corpus, "therapy", "tumour");
}

static void
ids_of_databases_are_not_local (void)
{
    static const Node papers[] = {{"wos:1", "graph drawing", NULL}, {"wos:1", "tumour", NULL}};
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    add_network (builder, "papers.jsonl", papers, G_N_ELEMENTS (papers));
    g_autoptr (RhumbCorpus) corpus = freeze (builder);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/local-ids/unrelated-nodes-stay-apart", unrelated_nodes_stay_apart);
    g_test_add_func ("/local-ids/the-order-of-networks-decides-nothing",
                     the_order_of_networks_decides_nothing);
    g_test_add_func ("/local-ids/a-network-and-its-list-of-links-are-one",
                     a_network_and_its_list_of_links_are_one);
    g_test_add_func ("/local-ids/titles-that-begin-alike-are-one-paper",
                     titles_that_begin_alike_are_one_paper);
    g_test_add_func ("/local-ids/twins-in-one-file-stay-two", twins_in_one_file_stay_two);
    g_test_add_func ("/local-ids/rows-of-one-file-that-share-an-id-stay-two",
                     rows_of_one_file_that_share_an_id_stay_two);
    g_test_add_func ("/local-ids/titles-that-begin-alike-are-one-beside-others",
                     titles_that_begin_alike_are_one_beside_others);
    g_test_add_func ("/local-ids/ids-of-databases-are-not-local", ids_of_databases_are_not_local);
    return g_test_run ();
}
