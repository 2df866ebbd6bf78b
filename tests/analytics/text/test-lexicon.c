/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/lexicon.h"

#include <math.h>
#include <string.h>

#include "analytics/text/forms.h"
#include "analytics/text/logarithms.h"

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbLexicon *lexicon;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->lexicon = rhumb_lexicon_new (fixture->model, fixture->closed);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    rhumb_lexicon_free (fixture->lexicon);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
}

/* Looked up together, known and new ones mixed and one twice, as one by one. */
static void
test_together (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    enum { N = 20000 };
    g_autoptr (GPtrArray) text = g_ptr_array_new_with_free_func (g_free);
    g_autofree RhumbSlice *slice = g_new (RhumbSlice, N);
    g_autofree const RhumbSpelling **found = g_new (const RhumbSpelling *, N);
    for (guint i = 0; i < N; i++) {
        g_ptr_array_add (text, g_strdup_printf ("%s%u", i % 3 == 0 ? "Word" : "w", i / 2));
        slice[i] = (RhumbSlice){text->pdata[i], strlen (text->pdata[i])};
        if (i % 5 == 0)
            rhumb_lexicon_add (fixture->lexicon, slice[i].text, slice[i].length);
    }
    rhumb_lexicon_add_all (fixture->lexicon, slice, N, found);
    for (guint i = 0; i < N; i++) {
        g_assert_cmpstr (found[i]->text, ==, text->pdata[i]);
        g_assert_true (found[i] ==
                       rhumb_lexicon_add (fixture->lexicon, slice[i].text, slice[i].length));
    }
    g_assert_cmpstr (found[0]->lower->text, ==, "word0");
}

/* What is measured for the sake of speed alone is what it is called. */
static void
test_forms (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    static const struct {
        const char *word;
        guint32 forms;
    } known[] = {
        {"of", RHUMB_FORM_OF},
        {"OF", 0},
        {"based", RHUMB_FORM_BASED},
        {":", RHUMB_FORM_COLON},
        {"500M", RHUMB_FORM_COUNT},
        {"3D", 0},
        {"4times", RHUMB_FORM_COUNT | RHUMB_FORM_PLURAL},
        {"synchronizes", RHUMB_FORM_FINITE_VERB | RHUMB_FORM_PLURAL},
        {"outsizes", RHUMB_FORM_PLURAL},
        {"facilitates", RHUMB_FORM_ATES | RHUMB_FORM_PLURAL},
        {"states", RHUMB_FORM_PLURAL},
        {"multi-agent", RHUMB_FORM_MODIFIER},
        {"cross-validation", RHUMB_FORM_ACTION},
        {"text-to-image", RHUMB_FORM_MODIFIER},
        {"multi", RHUMB_FORM_PREFIX},
        {"hoc", RHUMB_FORM_TORN},
        {"Zipf's", RHUMB_FORM_POSSESSIVE},
        {"d'experts", RHUMB_FORM_TIED_ARTICLE | RHUMB_FORM_PLURAL},
        {"yield", RHUMB_FORM_NOUN_TOO},
        {"bus", 0},
        {"graph", 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
        const char *word = known[i].word;
        g_assert_cmpuint (rhumb_lexicon_add (fixture->lexicon, word, strlen (word))->forms, ==,
                          known[i].forms);
    }
}

static void
test_logarithms (void)
{
    const double *known = rhumb_get_logarithms ();
    g_assert_true (isinf (rhumb_log (known, 0)) && rhumb_log (known, 0) < 0);
    for (guint32 n = 1; n < 2000; n++)
        g_assert_true (rhumb_log (known, n) == log (n));
    g_assert_true (rhumb_log (known, G_MAXUINT32) == log (G_MAXUINT32));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/lexicon/together-as-one-by-one", Fixture, NULL, set_up, test_together, tear_down);
    g_test_add ("/lexicon/forms-are-told-by-letters", Fixture, NULL, set_up, test_forms, tear_down);
    g_test_add_func ("/lexicon/logarithms-have-the-same-bits", test_logarithms);
    return g_test_run ();
}
