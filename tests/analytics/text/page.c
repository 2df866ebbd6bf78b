/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The example page as plain texts and their concepts, for tests of what is done with texts: a long
 * paragraph is an abstract, the short one before it its title.
 */
#include "tests/analytics/text/page.h"

#include "graph/corpus-builder.h"

#include <string.h>

#define MIN_ABSTRACT 300

static void
clear_text (gpointer data)
{
    PageText *text = data;
    g_free (text->title);
    g_free (text->abstract);
}

GArray *
page_read_texts (void)
{
    g_autofree char *page = NULL;
    g_autoptr (GError) error = NULL;
    g_file_get_contents (RHUMB_SOURCE_ROOT "/examples/papers-page.txt", &page, NULL, &error);
    g_assert_no_error (error);
    GArray *texts = g_array_new (FALSE, FALSE, sizeof (PageText));
    g_array_set_clear_func (texts, clear_text);
    g_auto (GStrv) line = g_strsplit (page, "\n", -1);
    const char *before = NULL;
    for (guint i = 0; line[i] != NULL; i++) {
        g_strstrip (line[i]);
        const glong n_chars = g_utf8_strlen (line[i], -1);
        if (n_chars > MIN_ABSTRACT && before && g_utf8_strlen (before, -1) < MIN_ABSTRACT) {
            const PageText text = {g_strdup (before), g_strdup (line[i])};
            g_array_append_val (texts, text);
        }
        if (n_chars > 0)
            before = line[i];
    }
    return texts;
}

RhumbCorpus *
page_make_corpus (const PageText *text, gsize n_texts, gboolean backwards)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    for (gsize i = 0; i < n_texts; i++) {
        const gsize number = backwards ? n_texts - 1 - i : i;
        g_autofree char *id = g_strdup_printf ("paper-%03u", (guint)number);
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->id = id;
        record->title = text[number].title;
        record->abstract = text[number].abstract;
        rhumb_corpus_builder_add (builder, record, &error);
        g_assert_no_error (error);
    }
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return corpus;
}

/* Papers without titles of their own. */
RhumbCorpus *
page_make_corpus_of (gsize n_texts, const char *const *text)
{
    g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (PageText));
    g_array_set_clear_func (texts, clear_text);
    for (gsize i = 0; i < n_texts; i++) {
        const PageText item = {g_strdup_printf ("Number %u", (guint)i), g_strdup (text[i])};
        g_array_append_val (texts, item);
    }
    return page_make_corpus ((const PageText *)(void *)texts->data, n_texts, FALSE);
}

/* The concepts of a corpus. */
RhumbConcepts *
page_extract (const RhumbCorpus *corpus, const RhumbConceptOptions *options)
{
    g_autoptr (GError) error = NULL;
    RhumbConcepts *concepts = rhumb_extract_concepts (corpus, options, &error);
    g_assert_no_error (error);
    return concepts;
}

/* The concept of that label, or NULL. */
const RhumbConcept *
page_find (const RhumbConcepts *concepts, const char *label)
{
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        if (strcmp (concept->label, label) == 0)
            return concept;
    }
    return NULL;
}
