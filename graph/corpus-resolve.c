/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers of a corpus its references mean.
 *
 * Nearly all of them name a paper by id, or name none. Ids are looked up by several threads, each
 * for papers of its own, which wait for memory most of the time; what is left goes through the
 * index of authors, years and titles on one. Then each paper's list is put in order where it
 * stands, and the lists are moved together. Cost: linear in the references; four bytes for each.
 */
#include "graph/corpus-draft-private.h"

#include <string.h>

#include "graph/corpus-private.h"
#include "graph/identifier.h"
#include "graph/number-set.h"
#include "graph/reference-index-private.h"

/* Fewer are looked up sooner than a second thread has woken up. */
#define FEW_REFERENCES 4096

/* The references of all papers, one list behind the other: those of paper v from start[v] on. */
typedef struct {
    RhumbPaper *papers;
    guint n_papers;
    gsize *start;
    guint32 *cited; /* paper of each reference, RHUMB_NONE = none */
} References;

static void
find_by_id (const RhumbCorpus *corpus, const References *references)
{
    const RhumbPaper *papers = references->papers;
    const gsize *start = references->start;
    const guint n_papers = references->n_papers;
#pragma omp parallel for schedule(dynamic, 256) if (start[n_papers] > FEW_REFERENCES)
    for (guint32 v = 0; v < n_papers; v++)
        rhumb_corpus_find_papers (corpus, papers[v].references, papers[v].n_references,
                                  references->cited + start[v]);
}

/* Looks for those that no id names, and counts at each source. */
static void
find_others (RhumbCorpus *corpus, const References *references)
{
    g_autoptr (RhumbReferenceIndex) index = rhumb_reference_index_new (corpus);
    for (guint32 v = 0; v < references->n_papers; v++) {
        const RhumbPaper *paper = &references->papers[v];
        RhumbSource *source = &g_array_index (corpus->sources, RhumbSource, paper->source);
        guint32 *cited = references->cited + references->start[v];
        source->n_references += paper->n_references;
        for (guint i = 0; i < paper->n_references; i++) {
            if (cited[i] == RHUMB_NONE)
                cited[i] = rhumb_reference_index_find_on (index, paper->references[i], RHUMB_NONE);
            source->n_references_inside += cited[i] != RHUMB_NONE;
            source->n_references_resolved +=
                cited[i] != RHUMB_NONE || rhumb_identifier_names_paper (paper->references[i]);
        }
    }
}

/* Leaves of each list the other papers, ascending, each once; how many there are goes to the paper.
 */
static void
order_lists (const References *references)
{
    const gsize *start = references->start;
    const guint n_papers = references->n_papers;
#pragma omp parallel for schedule(dynamic, 256) if (start[n_papers] > FEW_REFERENCES)
    for (guint32 v = 0; v < n_papers; v++) {
        guint32 *list = references->cited + start[v];
        guint32 n = 0;
        for (gsize i = 0; i < start[v + 1] - start[v]; i++)
            if (list[i] != RHUMB_NONE && list[i] != v)
                list[n++] = list[i];
        references->papers[v].n_cites = rhumb_numbers_sort (list, n);
    }
}

/*
 * rhumb_corpus_resolve_references:
 * @corpus: a corpus whose papers, people and ids are complete
 *
 * Says which papers each paper cites, and counts at the sources what was found.
 */
void
rhumb_corpus_resolve_references (RhumbCorpus *corpus)
{
    References references = {.papers = (RhumbPaper *)(gpointer)corpus->papers->data,
                             .n_papers = corpus->papers->len};
    g_autofree gsize *start = g_new (gsize, (gsize)references.n_papers + 1);
    start[0] = 0;
    for (guint32 v = 0; v < references.n_papers; v++)
        start[v + 1] = start[v] + references.papers[v].n_references;
    references.start = start;
    references.cited = g_new (guint32, start[references.n_papers] + 1);
    find_by_id (corpus, &references);
    find_others (corpus, &references);
    order_lists (&references);
    gsize n = 0;
    for (guint32 v = 0; v < references.n_papers; v++) {
        const guint n_cites = references.papers[v].n_cites;
        memmove (references.cited + n, references.cited + start[v], n_cites * sizeof (guint32));
        n += n_cites;
    }
    /* One block for the lists of all papers. */
    const guint32 *list = g_renew (guint32, references.cited, n + 1);
    g_ptr_array_add (corpus->lists, (gpointer)list);
    for (guint32 v = 0; v < references.n_papers; v++) {
        RhumbPaper *paper = &references.papers[v];
        if (paper->n_cites == 0)
            continue;
        paper->cites = list;
        list += paper->n_cites;
    }
}
