/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The tokens of all papers of a corpus, cut on all processors.
 *
 * Papers come in batches of a fixed number. Those of a batch are read in parallel, each by a thread
 * that owns its words; then what was found in them is taken one after the other in their order, so
 * the outcome is that of reading them so. Cost: that of the tokens, and a batch's findings.
 */
#include "analytics/text/token-readers.h"

#include "graph/threads-private.h"

/* Threads wait for each other behind a batch: it should take much longer than that. */
#define MAX_BATCH 4096u

/* @model and @closed are borrowed and must outlive the readers. */
RhumbTokenReaders *
rhumb_token_readers_new (const RhumbModel *model, const RhumbClosedClass *closed)
{
    RhumbTokenReaders *readers = g_new0 (RhumbTokenReaders, 1);
    readers->n_readers = rhumb_get_n_threads ();
    readers->reader = g_new0 (RhumbTokenReader, readers->n_readers);
    for (guint i = 0; i < readers->n_readers; i++) {
        readers->reader[i].lexicon = rhumb_lexicon_new (model, closed);
        readers->reader[i].key = g_string_new (NULL);
    }
    return readers;
}

void
rhumb_token_readers_free (RhumbTokenReaders *readers)
{
    for (guint i = 0; i < readers->n_readers; i++) {
        rhumb_lexicon_free (readers->reader[i].lexicon);
        g_string_free (readers->reader[i].key, TRUE);
        rhumb_arena_clear (&readers->reader[i].paper);
        rhumb_arena_clear (&readers->reader[i].kept);
    }
    g_free (readers->reader);
    g_free (readers);
}

static gpointer
read_paper (RhumbTokenReader *reader, const RhumbPaper *paper, RhumbTokensVerb find, gpointer data)
{
    rhumb_arena_reset (&reader->paper);
    const RhumbTokens tokens =
        rhumb_split_tokens (reader->lexicon, &reader->paper, paper->title, paper->abstract);
    return find (reader, paper, &tokens, data);
}

/* Reads every paper with @find and hands what that gave to @take. */
void
rhumb_token_readers_read (RhumbTokenReaders *readers, const RhumbCorpus *corpus,
                          RhumbTokensVerb find, RhumbFoundVerb take, gpointer data)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autofree gpointer *found = g_new (gpointer, MIN (n_papers, MAX_BATCH) + 1);
    for (guint32 first = 0; first < n_papers; first += MAX_BATCH) {
        const guint32 n = MIN (n_papers - first, MAX_BATCH);
#pragma omp parallel for schedule(dynamic, 16) num_threads(readers->n_readers)
        for (guint32 i = 0; i < n; i++)
            found[i] = read_paper (&readers->reader[rhumb_get_thread ()],
                                   rhumb_corpus_get_paper (corpus, first + i), find, data);
        for (guint32 i = 0; i < n; i++)
            take (first + i, found[i], data);
        for (guint r = 0; r < readers->n_readers; r++) {
            rhumb_arena_reset (&readers->reader[r].kept);
            readers->reader[r].n_reliefs += rhumb_lexicon_relieve (readers->reader[r].lexicon);
        }
    }
}
