/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All papers of a corpus read on all processors.
 *
 * A paper's phrases depend on that paper alone and each result has a place of its own, so the
 * outcome is the same for any number of threads and any order of work. Every thread owns its
 * words, its arena and its reader; nothing is shared but the model, which nobody writes.
 */
#include "analytics/text/readers.h"

#include "analytics/text/front-matter.h"
#include "analytics/text/mixed-text.h"
#include "analytics/text/neutral-model.h"
#include "graph/threads-private.h"

struct _RhumbReaders {
    RhumbKeptTokens *kept;
    RhumbWorker *worker;
    guint n_workers;
    RhumbModel *neutral;
    RhumbClosedClass *closed[RHUMB_N_LANGUAGES]; /* of all but English */
    RhumbLanguageTeller *teller;
    RhumbToldLanguage *told; /* of each paper, once it was read */
};

/* Creates one reader for each owner of tokens. @kept is borrowed and must outlive them; they keep
 * there what they read. */
RhumbReaders *
rhumb_readers_new (RhumbKeptTokens *kept, const RhumbPhraseOptions *options)
{
    const RhumbModel *model = rhumb_kept_tokens_get_model (kept);
    RhumbReaders *readers = g_new0 (RhumbReaders, 1);
    readers->kept = kept;
    readers->n_workers = rhumb_kept_tokens_get_n_owners (kept);
    readers->worker = g_new0 (RhumbWorker, readers->n_workers);
    readers->neutral = rhumb_neutral_model_new ();
    readers->teller = rhumb_language_teller_new ();
    for (guint l = 1; l < RHUMB_N_LANGUAGES; l++)
        readers->closed[l] = rhumb_closed_class_new_for (l);
    for (guint i = 0; i < readers->n_workers; i++) {
        readers->worker[i].of_language[0] = rhumb_phrase_reader_new_of_words (
            model, rhumb_kept_tokens_get_lexicon (kept, i), options);
        for (guint l = 1; l < RHUMB_N_LANGUAGES; l++)
            readers->worker[i].of_language[l] =
                rhumb_phrase_reader_new (readers->neutral, readers->closed[l], options);
        readers->worker[i].reader = readers->worker[i].of_language[0];
        readers->worker[i].title = g_string_new (NULL);
        readers->worker[i].abstract = g_string_new (NULL);
        readers->worker[i].own = g_string_new (NULL);
        readers->worker[i].surface = rhumb_strings_new ();
        readers->worker[i].key = g_string_new (NULL);
        readers->worker[i].capitals = rhumb_capitals_new ();
    }
    return readers;
}

/* Frees the readers and all that their verbs kept in their arenas. */
void
rhumb_readers_free (RhumbReaders *readers)
{
    for (guint i = 0; i < readers->n_workers; i++) {
        for (guint l = 0; l < RHUMB_N_LANGUAGES; l++)
            rhumb_phrase_reader_free (readers->worker[i].of_language[l]);
        g_string_free (readers->worker[i].title, TRUE);
        g_string_free (readers->worker[i].abstract, TRUE);
        g_string_free (readers->worker[i].own, TRUE);
        rhumb_arena_clear (&readers->worker[i].arena);
        rhumb_arena_clear (&readers->worker[i].paper);
        for (guint p = 0; p < RHUMB_N_PASSING; p++)
            rhumb_arena_clear (&readers->worker[i].passing[p]);
        rhumb_strings_free (readers->worker[i].surface);
        g_string_free (readers->worker[i].key, TRUE);
        rhumb_capitals_free (readers->worker[i].capitals);
    }
    for (guint l = 1; l < RHUMB_N_LANGUAGES; l++)
        rhumb_closed_class_free (readers->closed[l]);
    rhumb_language_teller_free (readers->teller);
    rhumb_model_free (readers->neutral);
    g_free (readers->told);
    g_free (readers->worker);
    g_free (readers);
}

static RhumbPhraseReader *
choose_reader (RhumbWorker *worker, RhumbLanguage language)
{
    worker->reader = worker->of_language[language];
    return worker->reader;
}

static const RhumbPhrases *
read_text (RhumbPhraseReader *reader, const char *title, const char *abstract,
           const RhumbKnownCandidates *known)
{
    return known == NULL ? rhumb_phrase_reader_read (reader, title, abstract)
                         : rhumb_phrase_reader_read_again (reader, title, abstract, NULL, known);
}

/* Reads one paper in its language, but for what is in another; nothing if the language is none that
 * is known. A title such as "Author Index" says nothing of what a paper is about.
 * @known: (nullable): its candidates, if they are known, as the language is then. */
static const RhumbPhrases *
read_paper (const RhumbReaders *readers, RhumbWorker *worker, guint32 v, const RhumbPaper *paper,
            const RhumbKnownCandidates *known)
{
    const char *title = rhumb_content_of_title (paper);
    const char *abstract = paper->abstract;
    const RhumbLanguage language = readers->told[v].language;
    if (language == RHUMB_LANGUAGE_OTHER)
        return read_text (choose_reader (worker, RHUMB_LANGUAGE_ENGLISH), NULL, NULL, known);
    RhumbPhraseReader *reader = choose_reader (worker, language);
    if (readers->told[v].is_mixed) {
        title = rhumb_keep_title (readers->teller, language, title);
        rhumb_keep_language (readers->teller, language, abstract, worker->own);
        abstract = worker->own->str;
    }
    if (*rhumb_language_get_words (language)->elisions == '\0')
        return read_text (reader, title, abstract, known);
    rhumb_split_elisions (language, title ? title : "", worker->title);
    rhumb_split_elisions (language, abstract ? abstract : "", worker->abstract);
    return read_text (reader, title ? worker->title->str : NULL,
                      abstract ? worker->abstract->str : NULL, known);
}

/* Reads every paper and hands each to @verb. Tokens of papers that are all
 * English are kept. */
void
rhumb_readers_read (RhumbReaders *readers, const RhumbCorpus *corpus, RhumbPaperVerb verb,
                    gpointer data)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_free (readers->told);
    readers->told = g_new0 (RhumbToldLanguage, (gsize)n_papers + 1);
#pragma omp parallel for schedule(dynamic, 64) num_threads(readers->n_workers)
    for (guint32 v = 0; v < n_papers; v++) {
        const guint w = rhumb_get_thread ();
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        readers->told[v] = rhumb_tell_language (readers->teller, paper->language,
                                                rhumb_content_of_title (paper), paper->abstract);
        const RhumbPhrases *phrases = read_paper (readers, &readers->worker[w], v, paper, NULL);
        if (readers->told[v].language == RHUMB_LANGUAGE_ENGLISH && !readers->told[v].is_mixed)
            rhumb_kept_tokens_keep (readers->kept, w, v, &phrases->tokens);
        verb (&readers->worker[w], v, paper, phrases, data);
    }
}

/* The same for papers read before by readers of the same options: @known holds what was kept
 * of the candidates of each paper. Tokens, places and scores are all that @verb gets.
 * Papers whose tokens are kept are read by their owners, the others by who is ready first. */
void
rhumb_readers_read_again (RhumbReaders *readers, const RhumbCorpus *corpus,
                          const RhumbKnownCandidates *known, RhumbPaperVerb verb, gpointer data)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autofree guint *owner = g_new (guint, (gsize)n_papers + 1);
    rhumb_kept_tokens_list_owners (readers->kept, 0, n_papers, owner);
#pragma omp parallel num_threads(readers->n_workers)
    {
#pragma omp for schedule(static, 1) nowait
        for (guint w = 0; w < readers->n_workers; w++)
            for (guint32 v = 0; v < n_papers; v++) {
                if (owner[v] != w)
                    continue;
                const RhumbTokens tokens = rhumb_kept_tokens_get (readers->kept, v);
                verb (&readers->worker[w], v, rhumb_corpus_get_paper (corpus, v),
                      rhumb_phrase_reader_read_again (choose_reader (&readers->worker[w], 0), NULL,
                                                      NULL, &tokens, &known[v]),
                      data);
            }
#pragma omp for schedule(dynamic, 64)
        for (guint32 v = 0; v < n_papers; v++) {
            RhumbWorker *worker = &readers->worker[rhumb_get_thread ()];
            const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
            if (owner[v] == RHUMB_NO_OWNER)
                verb (worker, v, paper, read_paper (readers, worker, v, paper, &known[v]), data);
        }
    }
}

/* Gives back what is no longer wanted. */
void
rhumb_readers_forget (RhumbReaders *readers, RhumbPassing what)
{
    for (guint i = 0; i < readers->n_workers; i++)
        rhumb_arena_clear (&readers->worker[i].passing[what]);
}

/* The sum of what the workers counted. */
RhumbCapitals *
rhumb_readers_count_capitals (const RhumbReaders *readers)
{
    RhumbCapitals *capitals = rhumb_capitals_new ();
    for (guint i = 0; i < readers->n_workers; i++)
        rhumb_capitals_add_all (capitals, readers->worker[i].capitals);
    return capitals;
}
