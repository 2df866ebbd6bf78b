/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The tokens of all papers of a corpus, cut on all processors unless they are kept.
 *
 * Papers come in batches of a fixed number. Those of a batch are read in parallel, each by a thread
 * that owns its words; then what was found in them is taken one after the other in their order, so
 * the outcome is that of reading them so. Cost: that of the tokens, and a batch's findings.
 */
#include "analytics/text/token-readers.h"

#include "analytics/text/front-matter.h"
#include "graph/threads-private.h"

/* Threads wait for each other behind a batch: it should take much longer than that. */
#define MAX_BATCH 16384u

/* Readers of the papers of @corpus, which is borrowed; they take what was left with it. */
RhumbTokenReaders *
rhumb_token_readers_new (const RhumbCorpus *corpus)
{
    RhumbTokenReaders *readers = g_new0 (RhumbTokenReaders, 1);
    readers->corpus = corpus;
    readers->kept = rhumb_kept_tokens_take (corpus);
    readers->n_readers = rhumb_kept_tokens_get_n_owners (readers->kept);
    readers->reader = g_new0 (RhumbTokenReader, readers->n_readers);
    for (guint i = 0; i < readers->n_readers; i++) {
        readers->reader[i].lexicon = rhumb_kept_tokens_get_lexicon (readers->kept, i);
        readers->reader[i].key = g_string_new (NULL);
    }
    return readers;
}

void
rhumb_token_readers_free (RhumbTokenReaders *readers)
{
    for (guint i = 0; i < readers->n_readers; i++) {
        g_string_free (readers->reader[i].key, TRUE);
        rhumb_arena_clear (&readers->reader[i].paper);
        rhumb_arena_clear (&readers->reader[i].kept);
    }
    g_clear_pointer (&readers->kept, rhumb_kept_tokens_free);
    g_free (readers->reader);
    g_free (readers);
}

/* Leaves the tokens with the corpus for who reads it next; the readers read no more. */
void
rhumb_token_readers_leave (RhumbTokenReaders *readers)
{
    rhumb_kept_tokens_leave (g_steal_pointer (&readers->kept), readers->corpus);
}

/* What the readers are asked to do. */
typedef struct {
    RhumbTokensVerb find;
    gpointer data;
    gpointer *found; /* one a paper of the batch */
    guint *owner;    /* likewise */
} Batch;

static gpointer
read_paper (const RhumbTokenReaders *readers, guint r, guint32 v, gboolean is_kept,
            const Batch *batch)
{
    RhumbTokenReader *reader = &readers->reader[r];
    const RhumbPaper *paper = rhumb_corpus_get_paper (readers->corpus, v);
    rhumb_arena_reset (&reader->paper);
    const RhumbTokens tokens =
        is_kept ? rhumb_kept_tokens_get (readers->kept, v)
                : rhumb_split_tokens (reader->lexicon, &reader->paper,
                                      rhumb_content_of_title (paper), paper->abstract);
    return batch->find (reader, paper, &tokens, batch->data);
}

/* Papers whose tokens are kept are read by their owners, the others by who is ready first. */
static void
read_batch (const RhumbTokenReaders *readers, guint32 first, guint32 n, const Batch *batch)
{
    rhumb_kept_tokens_list_owners (readers->kept, first, n, batch->owner);
#pragma omp parallel num_threads(readers->n_readers)
    {
#pragma omp for schedule(static, 1) nowait
        for (guint r = 0; r < readers->n_readers; r++)
            for (guint32 i = 0; i < n; i++)
                if (batch->owner[i] == r)
                    batch->found[i] = read_paper (readers, r, first + i, TRUE, batch);
#pragma omp for schedule(dynamic, 16)
        for (guint32 i = 0; i < n; i++)
            if (batch->owner[i] == RHUMB_NO_OWNER)
                batch->found[i] =
                    read_paper (readers, rhumb_get_thread (), first + i, FALSE, batch);
    }
}

/* Reads every paper with @find and hands what that gave to @take. */
void
rhumb_token_readers_read (RhumbTokenReaders *readers, RhumbTokensVerb find, RhumbFoundVerb take,
                          gpointer data)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (readers->corpus);
    g_autofree gpointer *found = g_new (gpointer, MIN (n_papers, MAX_BATCH) + 1);
    g_autofree guint *owner = g_new (guint, MIN (n_papers, MAX_BATCH) + 1);
    const Batch batch = {find, data, found, owner};
    for (guint32 first = 0; first < n_papers; first += MAX_BATCH) {
        const guint32 n = MIN (n_papers - first, MAX_BATCH);
        read_batch (readers, first, n, &batch);
        for (guint32 i = 0; i < n; i++)
            take (first + i, found[i], data);
        for (guint r = 0; r < readers->n_readers; r++) {
            rhumb_arena_reset (&readers->reader[r].kept);
            readers->reader[r].n_reliefs += rhumb_lexicon_relieve (readers->reader[r].lexicon);
        }
    }
}
