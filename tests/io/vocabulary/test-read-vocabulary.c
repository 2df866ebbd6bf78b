/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One small vocabulary in every form says the same; broken ones say what is wrong and where.
 */
#include <string.h>

#include "graph/error.h"
#include "io/vocabulary/readers.h"

static RhumbVocabulary *
read_text (const char *text, gsize length, GError **error)
{
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("v", text, length, error);
    return input != NULL ? rhumb_vocabulary_read (input, error) : NULL;
}

#define PREFIXES                                               \
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n" \
    "@prefix e: <http://x/> .\n"

static const struct {
    const char *name;
    const char *narrow;
    const char *broad;
    const char *text;
} forms[] = {
    {"turtle", "http://x/gnn", "http://x/nn",
     PREFIXES
     "# a comment\n"
     "e:gnn a skos:Concept ;\n  skos:prefLabel 'graph neural network'@en, \"réseau\"@fr ;\n"
     "  skos:altLabel \"\"\"GNN\"\"\" ; skos:notation 12, 1.5, true, \"x\"^^e:type ;\n"
     "  skos:broader e:nn ; skos:note [ skos:value (1 e:gnn) ] .\n"
     "e:nn skos:prefLabel \"neural\\u0020network\"@en-GB ;\n ;\n .\n"
     "[] skos:note \"nothing\" .\n"},
    {"sparql-style", "http://x/gnn", "http://x/nn",
     "PREFIX s: <http://www.w3.org/2004/02/skos/core#>\nBASE <http://x/>\n"
     "<nn> s:prefLabel \"neural network\" ; s:narrower <gnn> .\n"
     "<gnn> s:altLabel \"GNN\" ; s:prefLabel \"graph neural network\" ; s:hiddenLabel \"réseau\" "
     "."},
    {"n-triples", "http://x/gnn", "http://x/nn",
     "<http://x/gnn> <http://www.w3.org/2004/02/skos/core#prefLabel> \"graph neural network\"@en "
     ".\n"
     "<http://x/gnn> <http://www.w3.org/2004/02/skos/core#altLabel> \"r\\u00E9seau\"@fr .\n"
     "<http://x/gnn> <http://www.w3.org/2004/02/skos/core#altLabel> \"GNN\" .\n"
     "<http://x/gnn> <http://www.w3.org/2004/02/skos/core#broader> <http://x/nn> .\n"
     "<http://x/nn> <http://www.w3.org/2000/01/rdf-schema#label> \"neural network\" .\n"},
    {"rdf-xml", "http://x/gnn", "http://x/nn",
     "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
     "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">\n"
     "<skos:Concept rdf:about=\"http://x/gnn\"><skos:prefLabel xml:lang=\"fr\">réseau"
     "</skos:prefLabel><skos:prefLabel xml:lang=\"en\">graph neural network</skos:prefLabel>"
     "<skos:altLabel>GNN</skos:altLabel><skos:broader><rdf:Description rdf:about=\"http://x/nn\">"
     "<skos:prefLabel>neural network</skos:prefLabel></rdf:Description></skos:broader>"
     "</skos:Concept></rdf:RDF>"},
    {"csv", "2", "1",
     "\xef\xbb\xbfid,label,alt,broader\r\n1,neural network,,\r\n"
     "2,graph neural network,GNN|réseau,neural network\r\n"},
    {"semicolons", "2", "1",
     "Broader;Label;ID;Synonyms\n1;\"graph neural network\";2;GNN| réseau |\n;neural network;1\n"},
    {"mesh", "D2", "D1",
     "*NEWRECORD\nRECTYPE = D\nMH = graph neural network\nENTRY = GNN|T1|abc\n"
     "PRINT ENTRY = réseau\nMN = L01.2.3\nMN = Z9\nUI = D2\n\n"
     "*NEWRECORD\nUI = D1\nMH = neural network\nMN = L01.2\n"},
};

static void
forms_say_the_same (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbVocabulary) vocabulary =
            read_text (forms[i].text, strlen (forms[i].text), &error);
        g_test_message ("%s", forms[i].name);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_vocabulary_get_n_entries (vocabulary), ==, 2);
        const guint32 narrow = rhumb_vocabulary_find (vocabulary, forms[i].narrow);
        const guint32 broad = rhumb_vocabulary_find (vocabulary, forms[i].broad);
        const RhumbVocabularyEntry *entry = rhumb_vocabulary_get_entry (vocabulary, narrow);
        g_assert_cmpstr (entry->label, ==, "graph neural network");
        g_assert_cmpuint (g_strv_length ((GStrv)entry->alternatives), ==, 2);
        g_assert_cmpstr (entry->alternatives[0], ==, "GNN");
        g_assert_cmpstr (entry->alternatives[1], ==, "réseau");
        g_assert_cmpstr (rhumb_vocabulary_get_entry (vocabulary, broad)->label, ==,
                         "neural network");
        g_assert_cmpfloat (
            rhumb_network_get_weight (rhumb_vocabulary_get_broader (vocabulary), narrow, broad), ==,
            1);
    }
}

static void
triples_of_the_cso_are_read (void)
{
    static const char text[] =
        "\"<https://cso/topics/ontology>\",\"<http://cso/schema/cso#superTopicOf>\","
        "\"<https://cso/topics/ontology_matching>\"\n"
        "\"<https://cso/topics/ontology_mapping>\",\"<http://cso/schema/cso#preferentialEquivalent>"
        "\",\"<https://cso/topics/ontology_matching>\"\n"
        "\"<https://cso/topics/ontology_mapping>\",\"<http://www.w3.org/2000/01/"
        "rdf-schema#label>\","
        "\"\"\"ontology mapping\"\"@en .\"\n"
        "\"<https://cso/topics/ontology>\",\"<http://other/contributesTo>\",\"<https://x>\"\n";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbVocabulary) vocabulary = read_text (text, strlen (text), &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_vocabulary_get_n_entries (vocabulary), ==, 2);
    const guint32 ontology = rhumb_vocabulary_find (vocabulary, "https://cso/topics/ontology");
    const guint32 matching =
        rhumb_vocabulary_find (vocabulary, "https://cso/topics/ontology_matching");
    const RhumbVocabularyEntry *entry = rhumb_vocabulary_get_entry (vocabulary, matching);
    g_autofree char *names = g_strjoinv ("|", (GStrv)entry->alternatives);
    g_assert_cmpstr (rhumb_vocabulary_get_entry (vocabulary, ontology)->label, ==, "ontology");
    g_assert_nonnull (strstr (names, "ontology mapping"));
    g_assert_cmpfloat (
        rhumb_network_get_weight (rhumb_vocabulary_get_broader (vocabulary), matching, ontology),
        ==, 1);
}

static void
topics_of_openalex_are_a_tree (void)
{
    static const char text[] =
        "topic_id,topic_name,subfield_id,subfield_name,field_id,field_name,domain_id,domain_name,"
        "keywords\n10001,Graph Networks,1702,Artificial Intelligence,17,Computer Science,3,"
        "Physical Sciences,\"node embedding; link prediction\"\n"
        "10002,Vision,1702,Artificial Intelligence,17,Computer Science,3,Physical Sciences,\n";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbVocabulary) vocabulary = read_text (text, strlen (text), &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_vocabulary_get_n_entries (vocabulary), ==, 5);
    g_assert_cmpuint (rhumb_network_get_n_edges (rhumb_vocabulary_get_broader (vocabulary)), ==, 4);
    const guint32 topic = rhumb_vocabulary_find (vocabulary, "10001");
    g_assert_cmpstr (rhumb_vocabulary_get_entry (vocabulary, topic)->alternatives[1], ==,
                     "node embedding");
    g_assert_cmpfloat (
        rhumb_network_get_weight (rhumb_vocabulary_get_broader (vocabulary), topic,
                                  rhumb_vocabulary_find (vocabulary, "subfield:1702")),
        ==, 1);
}

static void
broken_ones_tell_what_and_where (void)
{
    static const struct {
        const char *text;
        const char *message;
    } broken[] = {
        {"hello", "v:1: no vocabulary, expected SKOS"},
        {"a,b\n1,2\n", "v:1: no vocabulary, expected SKOS"},
        {"id,label\n1,\n", "v:2: a row without a label, expected one in column 2"},
        {"id,label\n", "v:1: a vocabulary without a concept"},
        {"s,x#superTopicOf,o\na,b\n", "v:2: 2 cells, expected 3"},
        {"@prefix e: <http://x/> .\ne:a e:b\n", "v:3: the end, expected an IRI"},
        {"@prefix e: <http://x/> .\n\nf:a e:b e:c .", "v:3: found “f:a”, expected a prefix"},
        {"@prefix e: <http://x/> .\ne:a e:b \"open\n", "v:2: found “”, expected a quote"},
        {"@prefix e: <http://x/> .\ne:a e:b \"\\q\" .", "expected an escape"},
        {"@prefix e: <http://x/> .\ne:a e:b \"\\uD800\" .", "no character"},
        {"@prefix e: <http://x/> .\n\"text\" e:b e:c .", "v:2: a value, expected a subject"},
        {"@prefix e: <http://x/> .\ne:a \"text\" e:c .", "v:2: a value, expected a predicate"},
        {"@prefix e: <http://x/> .\ne:a e:b e:c", "the end, expected ."},
        {"@prefix e <http://x/> .\n", "expected a prefix that ends with a colon"},
        {"@base http://x/ .\n", "expected an IRI in <>"},
        {"<http://x/a> <http://x/b <http://x/c> .\n", "v:1: found “ <http://x/c> .”, expected >"},
        {"<rdf:RDF xmlns:rdf=\"r\"><a>", "broken XML"},
        {"*NEWRECORD\nMH = A\nnonsense\n", "v:3: found “nonsense”, expected NAME = value"},
        {"*NEWRECORD\nRECTYPE = D\n", "v:1: a vocabulary without a concept"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (broken); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (read_text (broken[i].text, strlen (broken[i].text), &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_nonnull (strstr (error->message, broken[i].message));
    }
}

static void
deep_brackets_are_refused (void)
{
    g_autoptr (GString) text = g_string_new ("@prefix e: <http://x/> .\ne:a e:b ");
    for (guint i = 0; i < 100000; i++)
        g_string_append (text, "[ e:b ");
    g_autoptr (GError) error = NULL;
    g_assert_null (read_text (text->str, text->len, &error));
    g_assert_nonnull (strstr (error->message, "nested deeper than 64"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/read-vocabulary/forms-say-the-same", forms_say_the_same);
    g_test_add_func ("/read-vocabulary/triples-of-the-cso", triples_of_the_cso_are_read);
    g_test_add_func ("/read-vocabulary/topics-of-openalex-are-a-tree",
                     topics_of_openalex_are_a_tree);
    g_test_add_func ("/read-vocabulary/broken-ones-tell-what-and-where",
                     broken_ones_tell_what_and_where);
    g_test_add_func ("/read-vocabulary/deep-brackets-are-refused", deep_brackets_are_refused);
    return g_test_run ();
}
