/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/language.h"

#include "analytics/text/concepts.h"
#include "analytics/text/declension.h"
#include "analytics/text/neutral-model.h"
#include "analytics/text/phrases.h"
#include "graph/corpus-builder.h"

#include <string.h>

static const struct {
    const char *title;
    const char *text;
    RhumbLanguage language;
    const char *concept;
} papers[] = {
    {"Deep learning for the recognition of speech",
     "We present a method of deep learning for the recognition of speech in noise.",
     RHUMB_LANGUAGE_ENGLISH, "deep learning"},
    {"Maschinelles Lernen für die Spracherkennung",
     "In diesem Beitrag wird ein Verfahren zur Spracherkennung vorgestellt. Es nutzt neuronale "
     "Netze, und neuronale Netze verringern die Fehlerrate.",
     RHUMB_LANGUAGE_GERMAN, "neuronale Netze"},
    {"Apprentissage profond pour la reconnaissance de la parole",
     "Nous présentons une méthode fondée sur les réseaux de neurones. L'apprentissage des réseaux "
     "de neurones utilise un corpus de parole.",
     RHUMB_LANGUAGE_FRENCH, "réseaux de neurones"},
    {"Redes neuronales para el reconocimiento de voz",
     "En este trabajo se presenta un sistema basado en redes neuronales. Los resultados muestran "
     "que las redes neuronales reducen la tasa de error.",
     RHUMB_LANGUAGE_SPANISH, "redes neuronales"},
    {"Apprendimento automatico per il riconoscimento del parlato",
     "In questo articolo presentiamo un metodo di apprendimento automatico. L'apprendimento "
     "automatico è usato nel riconoscimento del parlato.",
     RHUMB_LANGUAGE_ITALIAN, "apprendimento automatico"},
    {"Redes neurais para o reconhecimento de voz",
     "Neste trabalho apresentamos um sistema baseado em redes neurais. Os resultados mostram que "
     "as redes neurais não são lentas.",
     RHUMB_LANGUAGE_PORTUGUESE, "redes neurais"},
    {"Neurale netwerken voor spraakherkenning",
     "In dit artikel wordt een methode voor spraakherkenning beschreven. De neurale netwerken zijn "
     "niet groot, maar neurale netwerken werken.",
     RHUMB_LANGUAGE_DUTCH, "neurale netwerken"},
};

static RhumbLanguage
tell (const RhumbLanguageTeller *teller, const char *code, const char *title, const char *text)
{
    return rhumb_tell_language (teller, code, title, text).language;
}

static void
function_words_tell (void)
{
    g_autoptr (RhumbLanguageTeller) teller = rhumb_language_teller_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (papers); i++) {
        g_assert_cmpuint (tell (teller, NULL, papers[i].title, papers[i].text), ==,
                          papers[i].language);
        /* A journal in French may have an abstract in English, and the other way round. */
        g_assert_cmpuint (tell (teller, "en", papers[i].title, papers[i].text), ==,
                          RHUMB_LANGUAGE_ENGLISH);
        g_assert_cmpuint (tell (teller, "zh", papers[i].title, papers[i].text), ==,
                          papers[i].language);
    }
    g_assert_cmpuint (tell (teller, NULL, NULL, NULL), ==, RHUMB_LANGUAGE_ENGLISH);
    /* Web of Science translates titles and prints old ones in capitals. */
    g_assert_cmpuint (tell (teller, "French",
                            "TRANSVERSE DISPLACEMENT OF A TOTALLY REFLECTED "
                            "LIGHT-BEAM AND THE PHASE-SHIFT METHOD",
                            NULL),
                      ==, RHUMB_LANGUAGE_ENGLISH);
    g_assert_cmpuint (tell (teller, "fr-CA", "Bonjour", NULL), ==, RHUMB_LANGUAGE_FRENCH);
    g_assert_cmpuint (tell (teller, "French", papers[0].title, papers[0].text), ==,
                      RHUMB_LANGUAGE_ENGLISH);
}

static void
terms_of_each_language_are_found (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (papers); i++) {
        g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
        rhumb_corpus_builder_begin_source (builder, "test", "test");
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->title = papers[i].title;
        record->abstract = papers[i].text;
        g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
        g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
        g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, NULL);
        gboolean found = FALSE;
        for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
            const char *label = rhumb_concepts_get_concept (concepts, c)->label;
            found = found || g_ascii_strcasecmp (label, papers[i].concept) == 0;
            g_assert_false (g_str_has_prefix (label, "de "));
            g_assert_false (g_str_has_suffix (label, " de"));
        }
        g_test_message ("%s", papers[i].concept);
        g_assert_true (found);
    }
}

/* What papers of any field say of themselves is no term in other languages either. */
static void
academic_words_are_none (void)
{
    static const char *const text[][2] = {
        {"Vertrauen in Gesundheits-Apps",
         "Das Vertrauen in die Apps ist eine zentrale Herausforderung, und ein signifikanter "
         "Zusammenhang mit der Nutzung der Apps wird gezeigt."},
        {"Desmatamento na Amazônia",
         "O desmatamento na Amazônia é estudado, e os algoritmos que apresentaram o melhor "
         "desempenho são discutidos."},
    };
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "test");
    for (gsize i = 0; i < G_N_ELEMENTS (text); i++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->title = text[i][0];
        record->abstract = text[i][1];
        g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, NULL);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const char *label = rhumb_concepts_get_concept (concepts, c)->label;
        g_assert_null (strstr (label, "Herausforderung"));
        g_assert_null (strstr (label, "Zusammenhang"));
        g_assert_null (strstr (label, "desempenho"));
    }
}

/* The labels of the concepts of one paper, between bars. */
static char *
find_concepts (const char *title, const char *text)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "test");
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    record->title = title;
    record->abstract = text;
    g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, NULL);
    GString *labels = g_string_new ("|");
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++)
        g_string_append_printf (labels, "%s|", rhumb_concepts_get_concept (concepts, c)->label);
    g_test_message ("%s", labels->str);
    return g_string_free (labels, FALSE);
}

/* Short titles of other languages, and titles and sentences that are not in the paper's. */
static void
languages_are_not_mixed (void)
{
    g_autoptr (RhumbLanguageTeller) teller = rhumb_language_teller_new ();
    g_assert_cmpuint (tell (teller, NULL, "Educación inclusiva del Caribe y de los Andes", NULL),
                      ==, RHUMB_LANGUAGE_SPANISH);
    g_assert_cmpuint (
        tell (teller, NULL, "Künstliche Intelligenz im Alltag: Chancen und Risiken", NULL), ==,
        RHUMB_LANGUAGE_GERMAN);
    g_assert_cmpuint (tell (teller, NULL, "Ad-hoc human-AI coordination", NULL), ==,
                      RHUMB_LANGUAGE_ENGLISH);
    g_assert_cmpuint (tell (teller, NULL, "Van der Waals forces of E. coli O157", NULL), ==,
                      RHUMB_LANGUAGE_ENGLISH);
    g_autofree char *above = find_concepts (
        "Un análisis bibliométrico del brand equity",
        "We survey the literature on brand equity and the loyalty of customers to a brand.");
    g_assert_nonnull (strstr (above, "|brand equity|"));
    g_assert_null (strstr (above, "del"));
    g_assert_null (strstr (above, "bibliom"));
    g_autofree char *names = find_concepts (
        "Hölder continuity, Poincaré inequalities, Schrödinger operators – “revisited”",
        "We study how things behave in the limit and what the results of others are.");
    g_assert_nonnull (strstr (names, "|Hölder continuity|"));
    g_autofree char *behind = find_concepts (
        "Soil organic carbon after ecological restoration",
        "We measured soil organic carbon in twelve plots. It increased with the age of the plots. "
        "Resumen: La restauración de los suelos es un reto en el paisaje volcánico. Medimos el "
        "carbono orgánico del suelo.");
    g_assert_nonnull (strstr (behind, "|soil organic carbon|"));
    g_autofree char *polish = find_concepts (
        "Flood risk and drought in the Oder basin",
        "We assess flood risk and drought in the Oder basin. W artykule przedstawiono wyniki badań "
        "dotyczących wpływu zmian klimatu oraz ryzyka powodzi i suszy w dorzeczu Odry.");
    g_assert_nonnull (strstr (polish, "|flood risk|"));
    g_assert_null (strstr (polish, "klimatu"));
    g_assert_null (strstr (behind, "suelo"));
    g_assert_null (strstr (behind, "paisaje"));
}

/* What has an article behind it ends with a verb, and "des" is inside terms as "de" is. */
static void
articles_part_phrases (void)
{
    g_autofree char *verb = find_concepts (
        "La agricultura familiar", "En los Andes la agricultura familiar produce los alimentos.");
    g_assert_nonnull (strstr (verb, "|agricultura familiar|"));
    g_assert_null (strstr (verb, "produce"));
    g_autofree char *plural =
        find_concepts ("Le traitement automatique des langues",
                       "Nous étudions le traitement automatique des langues et la parole.");
    g_assert_nonnull (strstr (plural, "|traitement automatique des langues|"));
}

/* Of a language that is not known nothing is found. */
static void
other_languages_have_no_phrases (void)
{
    static const char title[] = "Pengaruh model pembelajaran terhadap hasil belajar siswa";
    static const char text[] =
        "Penelitian ini bertujuan untuk mengetahui pengaruh model pembelajaran berbasis masalah "
        "terhadap hasil belajar siswa kelas lima. Metode yang digunakan adalah penelitian "
        "kuantitatif dengan desain eksperimen di sekolah dasar.";
    g_autoptr (RhumbLanguageTeller) teller = rhumb_language_teller_new ();
    g_assert_cmpuint (tell (teller, NULL, title, text), ==, RHUMB_LANGUAGE_OTHER);
    g_autofree char *none = find_concepts (title, text);
    g_assert_cmpstr (none, ==, "|");
    /* Lists have few function words. */
    g_assert_cmpuint (
        tell (teller, NULL, NULL,
              "The following topics are dealt with: cluster computing; grid computing; virtual "
              "machines; programming models; runtime systems; volunteer computing; data "
              "streaming; file systems; social network; machine learning; network management."),
        ==, RHUMB_LANGUAGE_ENGLISH);
}

static void
elisions_are_split (void)
{
    static const struct {
        RhumbLanguage language;
        const char *text;
        const char *split;
    } texts[] = {
        {RHUMB_LANGUAGE_FRENCH, "L'analyse d'images qu’on voit", "L analyse d'images qu on voit"},
        {RHUMB_LANGUAGE_FRENCH, "aujourd'hui élan'l", "aujourd'hui élan'l"},
        {RHUMB_LANGUAGE_ITALIAN, "l'analisi nell'uso", "l analisi nell uso"},
        {RHUMB_LANGUAGE_FRENCH, "", ""},
        {RHUMB_LANGUAGE_FRENCH, "l'", "l "},
    };
    g_autoptr (GString) to = g_string_new (NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        rhumb_split_elisions (texts[i].language, texts[i].text, to);
        g_assert_cmpstr (to->str, ==, texts[i].split);
    }
}

/* Trees were grown on English words. */
static void
no_english_trees_are_asked (void)
{
    g_autoptr (RhumbModel) neutral = rhumb_neutral_model_new ();
    g_autoptr (RhumbModel) english = rhumb_model_new ();
    for (gint dense = 0; dense < 2; dense++) {
        guint n;
        rhumb_model_get_trees (neutral, dense, &n);
        g_assert_cmpuint (n, ==, 0);
        rhumb_model_get_trees (english, dense, &n);
        g_assert_cmpuint (n, >, 0);
    }
    g_assert_cmpuint (rhumb_model_get_n_words (neutral), ==, 0);
}

static void
german_terms_end_with_nouns (void)
{
    g_autoptr (RhumbModel) model = rhumb_neutral_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new_for (RHUMB_LANGUAGE_GERMAN);
    g_autoptr (RhumbPhraseReader) reader = rhumb_phrase_reader_new (model, closed, NULL);
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (
        reader, "Modellprädiktive Regelung",
        "Die modellprädiktive Regelung senkt den Energieverbrauch. Das GaN-basierte nMOS sinkt.");
    gboolean has_regulation = FALSE;
    for (guint32 i = 0; i < phrases->n_phrases; i++) {
        const char *last = strrchr (phrases->phrase[i].surface, ' ');
        last = last != NULL ? last + 1 : phrases->phrase[i].surface;
        g_assert_true (g_ascii_isupper (*last) || strcmp (last, "nMOS") == 0);
        has_regulation =
            has_regulation || g_str_has_suffix (phrases->phrase[i].surface, "prädiktive Regelung");
    }
    g_assert_true (has_regulation);
    /* Without capitals nothing tells nouns. */
    phrases = rhumb_phrase_reader_read (reader, "modellprädiktive regelung", NULL);
    g_assert_cmpuint (phrases->n_phrases, >, 0);
}

static void
german_adjectives_are_in_the_nominative (void)
{
    static const char *const labels[][2] = {
        {"öffentlichen Verwaltung", "öffentliche Verwaltung"},
        {"neuer sozialer Ungleichheit", "neue soziale Ungleichheit"},
        {"medizinischen Diagnostik", "medizinische Diagnostik"},
        {"künstlicher Intelligenz", "künstliche Intelligenz"},
        {"neuronale Netze", "neuronale Netze"},
        {"künstlichen Netzen", "künstlichen Netzen"},
        {"Berliner Verwaltung", "Berliner Verwaltung"},
        {"hidden states", "hidden states"},
        {"driven Young", "driven Young"},
        {"Ung", "Ung"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (labels); i++) {
        g_autofree char *found = rhumb_undecline (g_strdup (labels[i][0]));
        g_assert_cmpstr (found, ==, labels[i][1]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/language/function-words-tell", function_words_tell);
    g_test_add_func ("/language/terms-of-each-are-found", terms_of_each_language_are_found);
    g_test_add_func ("/language/no-english-trees-are-asked", no_english_trees_are_asked);
    g_test_add_func ("/language/german-terms-end-with-nouns", german_terms_end_with_nouns);
    g_test_add_func ("/language/academic-words-are-none", academic_words_are_none);
    g_test_add_func ("/language/german-adjectives-are-in-the-nominative",
                     german_adjectives_are_in_the_nominative);
    g_test_add_func ("/language/languages-are-not-mixed", languages_are_not_mixed);
    g_test_add_func ("/language/articles-part-phrases", articles_part_phrases);
    g_test_add_func ("/language/others-have-no-phrases", other_languages_have_no_phrases);
    g_test_add_func ("/language/elisions-are-split", elisions_are_split);
    return g_test_run ();
}
