/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What many papers are about and more only name is a concept of all; what one record was given is
 * one of that record.
 */
#include "analytics/text/concepts.h"
#include "graph/corpus-builder.h"
#include "tests/analytics/text/page.h"

#define N_PAPERS 44

/* A corpus in which paper v has one of two titles, a text, and perhaps a keyword. */
typedef struct {
    guint n_titled;       /* papers with the first title */
    const char *titled;   /* their title */
    const char *other;    /* that of the others */
    const char *abstract; /* of all */
    guint n_given;        /* papers with the keyword */
    const char *keyword;
} Recipe;

static RhumbConcepts *
extract (const Recipe *recipe)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    for (guint v = 0; v < N_PAPERS; v++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        g_autofree char *id = g_strdup_printf ("paper %u", v);
        g_autofree char *title =
            g_strdup_printf ("%s %u", v < recipe->n_titled ? recipe->titled : recipe->other, v);
        record->id = id;
        record->title = title;
        record->abstract = recipe->abstract;
        if (v < recipe->n_given)
            g_ptr_array_add (record->keywords, (gpointer)recipe->keyword);
        rhumb_corpus_builder_add (builder, record, &error);
        g_assert_no_error (error);
        g_ptr_array_set_size (record->keywords, 0);
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return page_extract (corpus, NULL);
}

static guint32
count_papers (const RhumbConcepts *concepts, const char *label)
{
    const RhumbConcept *concept = page_find (concepts, label);
    return concept != NULL ? concept->n_papers : 0;
}

/* More than a quarter of the papers use the word; a third has it in the title. */
static void
subjects_are_kept (void)
{
    static const char abstract[] =
        "After the wildfire season people moved away, and the yearly totals grew with each of the "
        "wildfire events that the county had seen before.";
    g_autoptr (RhumbConcepts) titled = extract (
        &(Recipe){15, "Wildfire and the towns of county", "Towns of county", abstract, 0, NULL});
    g_assert_cmpuint (count_papers (titled, "wildfire"), ==, N_PAPERS);
    g_autoptr (RhumbConcepts) named =
        extract (&(Recipe){2, "Wildfire and the towns of county", "Towns of county",
                           "We saw that totals had grown where the risk was before.", 0, NULL});
    g_assert_cmpuint (count_papers (named, "risk"), ==, 0);
}

/* "Systematic review" is a way to work, unless the papers are about it. */
static void
kinds_of_study_may_be_subjects (void)
{
    static const char abstract[] = "We searched for what was known of it and found little more.";
    g_autoptr (RhumbConcepts) studied = extract (&(Recipe){
        30, "Sleep of nurses: a systematic review", "Sleep of nurses", abstract, 0, NULL});
    g_assert_cmpuint (count_papers (studied, "systematic review"), ==, 30);
    g_autoptr (RhumbConcepts) named = extract (
        &(Recipe){3, "Sleep of nurses: a systematic review", "Sleep of nurses", abstract, 0, NULL});
    g_assert_cmpuint (count_papers (named, "systematic review"), ==, 0);
}

/* Where papers looked for others is no subject of theirs. */
static void
means_of_study_are_none (void)
{
    static const char *const text[] = {
        "Sleep of nurses. We searched Web of Science and the Cochrane Library for sleep of nurses.",
        "Sleep of miners. Web of Science and the Cochrane Library were searched.",
    };
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (G_N_ELEMENTS (text), text);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_cmpuint (count_papers (concepts, "Web of Science"), ==, 0);
    g_assert_cmpuint (count_papers (concepts, "Cochrane Library"), ==, 0);
}

/* Authors whom an abstract counts are no subject, places are. */
static void
people_in_passing_are_none (void)
{
    static const char *const text[] = {
        "The most productive authors were Renato Cuocolo and Jie Tian. Fish of Guangdong Province.",
    };
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (G_N_ELEMENTS (text), text);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_cmpuint (count_papers (concepts, "Renato Cuocolo"), ==, 0);
    g_assert_cmpuint (count_papers (concepts, "Guangdong Province"), ==, 1);
}

/* What somebody does is no name of anything. */
static void
sentences_are_none (void)
{
    static const char *const text[] = {
        "Random walks and community structure. Infomap compresses walks on benchmark graphs.",
        "Preferential attachment of authors. Co-authorship networks grow by preferential attachment.",
        "Reef restoration by larval seeding. Costs of reef restoration fell with larger larval pools.",
    };
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (G_N_ELEMENTS (text), text);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_cmpuint (count_papers (concepts, "compresses walks"), ==, 0);
    g_assert_cmpuint (count_papers (concepts, "co-authorship networks grow"), ==, 0);
    g_assert_cmpuint (count_papers (concepts, "reef restoration fell"), ==, 0);
    g_assert_cmpuint (count_papers (concepts, "preferential attachment"), ==, 1);
    g_assert_cmpuint (count_papers (concepts, "reef restoration"), ==, 1);
}

/* The index term of one record, and of a third of all. */
static void
given_words_stay_with_their_papers (void)
{
    static const char abstract[] =
        "In this article we show that totals had grown where the comparison was made before.";
    g_autoptr (RhumbConcepts) one =
        extract (&(Recipe){0, "", "Towns of county", abstract, 1, "Comparison"});
    g_assert_cmpuint (count_papers (one, "comparison"), ==, 1);
    g_autoptr (RhumbConcepts) many =
        extract (&(Recipe){0, "", "Towns of county", abstract, 15, "Comparison"});
    g_assert_cmpuint (count_papers (many, "comparison"), ==, N_PAPERS);
}

/* "95 % CI" gives a result; a short form that stands elsewhere is a subject. */
static void
short_forms_behind_numbers_are_none (void)
{
    g_autoptr (RhumbConcepts) concepts =
        extract (&(Recipe){0, "", "Smoke in towns",
                           "The odds ratio of illness was high (95% confidence interval (CI), and "
                           "95% CI for men). Fine particulate matter (FPM) was high. FPM harms.",
                           0, NULL});
    g_assert_cmpuint (count_papers (concepts, "confidence interval"), ==, 0);
}

/* The expansion runs across "and"; its first half is no term, nor is the short form another. */
static void
expansions_with_and_are_whole (void)
{
    g_autoptr (RhumbConcepts) concepts =
        extract (&(Recipe){20, "ISAC for base stations", "Base stations",
                           "We study integrated sensing and communication (ISAC) at base stations. "
                           "ISAC is new, and ISAC saves power.",
                           0, NULL});
    g_assert_cmpuint (count_papers (concepts, "integrated sensing and communication"), ==,
                      N_PAPERS);
    g_assert_cmpuint (count_papers (concepts, "integrated sensing"), ==, 0);
    g_assert_cmpuint (count_papers (concepts, "ISAC"), ==, 0);
}

/* Two names of one thing, and what is none of it: mathematics around a short form. */
static void
names_of_one_thing_are_one (void)
{
    g_autoptr (RhumbConcepts) concepts = extract (
        &(Recipe){20, "Topic modeling of news", "Topic models of news",
                  "Topic models and bibliometrics help. Cold dark matter (CDM) is old, and so is "
                  "bibliometric analysis.",
                  0, NULL});
    g_assert_cmpuint (count_papers (concepts, "topic models"), ==, N_PAPERS);
    g_assert_cmpuint (count_papers (concepts, "topic modeling"), ==, 0);
    g_assert_cmpuint (count_papers (concepts, "bibliometric analysis"), ==, N_PAPERS);
    g_assert_cmpuint (count_papers (concepts, "bibliometrics"), ==, 0);
}

/* "$\\Lambda$CDM" is another model. */
static void
short_forms_inside_mathematics_are_none (void)
{
    static const char *const text[] = {
        "We study cold dark matter (CDM) and its halos. Cold dark matter is old.",
        "Cold dark matter halos are old, and cold dark matter (CDM) is cold.",
        "The $\\Lambda$CDM model fits. We test $\\Lambda$CDM in the sky.",
    };
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (G_N_ELEMENTS (text), text);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_cmpuint (count_papers (concepts, "cold dark matter"), ==, 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/core-terms/subjects-are-kept", subjects_are_kept);
    g_test_add_func ("/core-terms/kinds-of-study-may-be-subjects", kinds_of_study_may_be_subjects);
    g_test_add_func ("/core-terms/means-of-study-are-none", means_of_study_are_none);
    g_test_add_func ("/core-terms/people-in-passing-are-none", people_in_passing_are_none);
    g_test_add_func ("/core-terms/given-words-stay-with-their-papers",
                     given_words_stay_with_their_papers);
    g_test_add_func ("/core-terms/short-forms-behind-numbers-are-none",
                     short_forms_behind_numbers_are_none);
    g_test_add_func ("/core-terms/sentences-are-none", sentences_are_none);
    g_test_add_func ("/core-terms/expansions-with-and-are-whole", expansions_with_and_are_whole);
    g_test_add_func ("/core-terms/names-of-one-thing-are-one", names_of_one_thing_are_one);
    g_test_add_func ("/core-terms/short-forms-inside-mathematics-are-none",
                     short_forms_inside_mathematics_are_none);
    return g_test_run ();
}
