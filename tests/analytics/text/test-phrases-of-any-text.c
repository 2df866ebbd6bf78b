/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A defined list for each kind of text that is no tidy English abstract.
 */
#include "graph/text.h"
#include "tests/analytics/text/phrase-reading.h"

#include <string.h>

/* The list of a text as it enters: cleaned; phrases parted by "; ". */
static char *
read_list (PhraseReading *reading, const char *title, const char *abstract)
{
    g_autofree char *clean_title = title != NULL ? rhumb_text_clean (title, -1) : NULL;
    g_autofree char *clean = abstract != NULL ? rhumb_text_clean (abstract, -1) : NULL;
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (reading->reader, clean_title, clean);
    GString *list = g_string_new ("; ");
    for (guint32 i = 0; i < phrases->n_phrases; i++)
        g_string_append_printf (list, "%s; ", phrases->phrase[i].surface);
    return g_string_free (list, FALSE);
}

static void
assert_lists (const char *list, const char *phrase, gboolean wanted)
{
    g_autofree char *item = g_strdup_printf ("; %s; ", phrase);
    g_test_message ("%s in %s", phrase, list);
    g_assert_true ((strstr (list, item) != NULL) == wanted);
}

static void
test_empty (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *nothing = read_list (reading, NULL, NULL);
    g_autofree char *blank = read_list (reading, "", " \n\t ");
    g_autofree char *marks = read_list (reading, "?", "... !!! ((()))");
    g_autofree char *grammar = read_list (reading, NULL, "It is of the and not only.");
    g_assert_cmpstr (nothing, ==, "; ");
    g_assert_cmpstr (blank, ==, "; ");
    g_assert_cmpstr (marks, ==, "; ");
    g_assert_cmpstr (grammar, ==, "; ");
}

static void
test_title_only (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *bare = read_list (reading, "Graph neural networks for toxicity", NULL);
    g_autofree char *empty = read_list (reading, "Graph neural networks for toxicity", "");
    g_assert_cmpstr (bare, ==, empty);
    g_assert_true (g_str_has_prefix (bare, "; Graph neural networks; "));
    assert_lists (bare, "toxicity", TRUE);
    assert_lists (bare, "for", FALSE);
}

/* Shouted text is read as if it were not; short names stay. */
static void
test_capitals (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    static const char text[] = "GRAPH NEURAL NETWORKS FOR MOLECULES. WE PREDICT TOXICITY WITH "
                               "MESSAGE PASSING.";
    g_autofree char *lower = g_ascii_strdown (text, -1);
    g_autofree char *shouted = read_list (reading, NULL, text);
    g_autofree char *quiet = read_list (reading, NULL, lower);
    g_autofree char *names = read_list (reading, "BERT AND GPT", NULL);
    g_assert_cmpstr (shouted, ==, quiet);
    assert_lists (shouted, "graph neural networks", TRUE);
    assert_lists (names, "BERT", TRUE);
}

static void
test_tex (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *list =
        read_list (reading, NULL,
                   "We bound $\\mathcal{O}(n \\log n)$ sorting of \\emph{binary trees} and {\\bf "
                   "random forests} with an $\\alpha$-cut.");
    assert_lists (list, "binary trees", TRUE);
    assert_lists (list, "random forests", TRUE);
    assert_lists (list, "emph", FALSE);
    assert_lists (list, "bf random forests", FALSE);
}

static void
test_html (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *list = read_list (reading, NULL,
                                       "&lt;p&gt;Graph search&lt;/p&gt; &amp; <b>random "
                                       "forests</b> in CO<sub>2</sub> capture");
    assert_lists (list, "random forests", TRUE);
    assert_lists (list, "Graph search", TRUE);
    assert_lists (list, "CO2 capture", TRUE);
    g_assert_null (strstr (list, "amp"));
    g_assert_null (strstr (list, "lt;"));
}

/* Without blanks a sentence is one word; with them, words are cut like English ones. */
static void
test_other_scripts (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *chinese = read_list (reading, NULL, "图神经网络用于推荐系统。分子");
    g_autofree char *arabic = read_list (reading, NULL, "الشبكات العصبية البيانية");
    g_assert_cmpstr (chinese, ==, "; 图神经网络用于推荐系统; 分子; ");
    assert_lists (arabic, "الشبكات العصبية البيانية", TRUE);
    assert_lists (arabic, "العصبية البيانية", TRUE);
}

static void
test_emoji (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *list =
        read_list (reading, NULL, "Neural 😀 networks 👨‍👩‍👧 of oak trees 🇩🇪");
    g_autofree char *alone = read_list (reading, "😀", "👨‍👩‍👧");
    assert_lists (list, "Neural", FALSE);
    assert_lists (list, "oak trees", TRUE);
    g_assert_null (strstr (list, "😀"));
    g_assert_cmpstr (alone, ==, "; ");
}

/* Composed or not, and with hyphens that are not seen: the same word. */
static void
test_same_letters (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *nfc =
        read_list (reading, NULL, "Caf\xc3\xa9 wall illusion in na\xc3\xafve Bayes classifiers");
    g_autofree char *nfd =
        read_list (reading, NULL, "Cafe\xcc\x81 wall illusion in nai\xcc\x88ve Bayes classifiers");
    g_autofree char *plain = read_list (reading, NULL, "neural networks");
    g_autofree char *soft = read_list (reading, NULL, "neu\xc2\xadral net\xc2\xadworks");
    g_assert_cmpstr (nfc, ==, nfd);
    assert_lists (nfc, "na\xc3\xafve Bayes classifiers", TRUE);
    g_assert_cmpstr (plain, ==, soft);
}

/* A megabyte of one sentence after the other has a list like a page of it. */
static void
test_long (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (GString) text = g_string_new (NULL);
    while (text->len < 1000000)
        g_string_append (text, "Graph neural networks predict the toxicity of molecules. ");
    g_autofree char *list = read_list (reading, "Graph neural networks", text->str);
    assert_lists (list, "Graph neural networks", TRUE);
    assert_lists (list, "molecules", TRUE);
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*test) (PhraseReading *, gconstpointer);
    } tests[] = {
        {"/phrases-of-any-text/nothing-has-no-list", test_empty},
        {"/phrases-of-any-text/a-title-is-enough", test_title_only},
        {"/phrases-of-any-text/shouting-changes-nothing", test_capitals},
        {"/phrases-of-any-text/tex-commands-are-no-words", test_tex},
        {"/phrases-of-any-text/entities-and-tags-are-no-words", test_html},
        {"/phrases-of-any-text/chinese-and-arabic-have-lists", test_other_scripts},
        {"/phrases-of-any-text/emoji-part-phrases", test_emoji},
        {"/phrases-of-any-text/same-letters-same-list", test_same_letters},
        {"/phrases-of-any-text/a-megabyte-has-a-list", test_long},
    };
    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].name, PhraseReading, NULL, phrase_reading_set_up, tests[i].test,
                    phrase_reading_tear_down);
    return g_test_run ();
}
