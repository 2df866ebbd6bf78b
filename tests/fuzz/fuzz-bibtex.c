/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as BibTeX. What must hold: every entry that has begun is read or lost, one more at
 * most if the reading fails; an error is set exactly then; what comes out is UTF-8.
 */
#include "tests/fuzz/fuzz.h"

#include "graph/error.h"
#include "io/formats.h"
#include "io/scan/bibtex-scan.h"

static void
check_text (const char *text)
{
    g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static guint64
check_entry (RhumbBibtexScanner *scanner)
{
    g_autoptr (RhumbBibtexEntry) entry = rhumb_bibtex_scanner_steal_entry (scanner);
    check_text (entry->key);
    for (guint i = 0; i < entry->fields->len; i++) {
        const RhumbBibtexField *field = entry->fields->pdata[i];
        check_text (field->name);
        check_text (field->value);
    }
    return !g_str_equal (entry->type, "set") && !g_str_equal (entry->type, "xdata");
}

/* Scans all; gives the entries that hold papers, and whether the end was reached. */
static gboolean
check_scanner (RhumbInput *input, guint64 *n_papers, guint64 *n_lost)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbBibtexScanner) scanner = rhumb_bibtex_scanner_new (input);
    guint64 n_read = 0;
    for (;;) {
        const RhumbBibtexItem item = rhumb_bibtex_scanner_next (scanner, &error);
        const guint64 n_open = rhumb_bibtex_scanner_get_n_begun (scanner) - n_read - *n_lost;
        g_assert_true ((error != NULL) == (item == RHUMB_BIBTEX_FAILED));
        if (item == RHUMB_BIBTEX_FAILED)
            g_assert_cmpuint (n_open, <=, 1);
        if (item == RHUMB_BIBTEX_END)
            g_assert_cmpuint (n_open, ==, 0);
        if (item == RHUMB_BIBTEX_FAILED || item == RHUMB_BIBTEX_END)
            return item == RHUMB_BIBTEX_END;
        n_read += item == RHUMB_BIBTEX_ENTRY;
        if (item == RHUMB_BIBTEX_ENTRY)
            *n_papers += check_entry (scanner);
        else
            *n_lost += rhumb_bibtex_scanner_get_event (scanner)->kind == RHUMB_EVENT_RECORD_LOST;
    }
}

static void
check_corpus (RhumbCorpusBuilder *builder, guint64 n_papers, guint64 n_lost)
{
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    const RhumbSource *source = rhumb_corpus_get_source (corpus, 0);
    g_assert_cmpuint (source->n_records, ==, n_papers);
    g_assert_cmpuint (source->n_records_lost, >=, n_lost);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus) + source->n_merged +
                          source->n_records_lost - n_lost,
                      ==, n_papers);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        const char *const texts[] = {paper->id,  paper->title, paper->abstract, paper->date,
                                     paper->doi, paper->url,   paper->language, paper->extra};
        for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
            check_text (texts[i]);
        for (guint i = 0; i < paper->n_people; i++)
            check_text (rhumb_corpus_get_person (corpus, paper->people[i])->name);
    }
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        check_text (rhumb_corpus_get_event (corpus, i)->found);
        check_text (rhumb_corpus_get_event (corpus, i)->why);
    }
}

static RhumbInput *
open_bytes (const guint8 *bytes, gsize length)
{
    return rhumb_input_new_for_memory ("fuzz", (const char *)bytes, length, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    g_autoptr (RhumbInput) first = open_bytes (bytes, length);
    g_autoptr (RhumbInput) second = open_bytes (bytes, length);
    if (first == NULL)
        return 0;
    g_assert_cmpuint (rhumb_format_bibtex.sniff ((const char *)bytes, length), <=, 100);
    guint64 n_papers = 0;
    guint64 n_lost = 0;
    const gboolean whole = check_scanner (first, &n_papers, &n_lost);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "fuzz", "bibtex");
    const gboolean read = rhumb_format_bibtex.read (second, builder, &error);
    g_assert_true (read == whole && read == (error == NULL));
    if (read)
        check_corpus (builder, n_papers, n_lost);
    return 0;
}
