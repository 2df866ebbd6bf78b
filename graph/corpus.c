/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A corpus: papers, people and venues as read, frozen. It is filled by corpus-builder.c and never
 * changes after that. Papers, people and venues are plain structs that point into one string pool
 * and one list of arrays; both live as long as the corpus.
 */
#include "graph/corpus.h"
#include "graph/corpus-draft-private.h"
#include "graph/corpus-private.h"
#include "graph/corpus-provenance.h"

G_DEFINE_BOXED_TYPE (RhumbCorpus, rhumb_corpus, rhumb_corpus_ref, rhumb_corpus_unref)

/* rhumb_pools_new: makes empty pools. */
RhumbPools *
rhumb_pools_new (void)
{
    RhumbPools *pools = g_new (RhumbPools, 1);
    *pools = (RhumbPools){rhumb_pool_new (), rhumb_pool_new (), rhumb_pool_new ()};
    return pools;
}

/* rhumb_pools_free: frees pools, those that are left. */
void
rhumb_pools_free (RhumbPools *pools)
{
    g_clear_pointer (&pools->lasting, rhumb_pool_free);
    g_clear_pointer (&pools->drafts, rhumb_pool_free);
    g_clear_pointer (&pools->matching, rhumb_pool_free);
    g_free (pools);
}

RhumbCorpus *
rhumb_corpus_new_empty (void)
{
    RhumbCorpus *corpus = g_atomic_rc_box_new0 (RhumbCorpus);
    corpus->pools = rhumb_pools_new ();
    corpus->more_pools = g_ptr_array_new_with_free_func ((GDestroyNotify)rhumb_pools_free);
    corpus->lists = g_ptr_array_new_with_free_func (g_free);
    corpus->papers = g_array_new (FALSE, TRUE, sizeof (RhumbPaper));
    corpus->people = g_array_new (FALSE, TRUE, sizeof (RhumbPerson));
    corpus->venues = g_array_new (FALSE, TRUE, sizeof (RhumbVenue));
    corpus->sources = g_array_new (FALSE, TRUE, sizeof (RhumbSource));
    corpus->events = g_array_new (FALSE, TRUE, sizeof (RhumbEvent));
    corpus->merges = g_array_new (FALSE, TRUE, sizeof (RhumbMerge));
    corpus->kept = g_ptr_array_new ();
    corpus->spellings = g_array_new (FALSE, TRUE, sizeof (RhumbSpelling));
    return corpus;
}

/**
 * rhumb_corpus_ref:
 * @corpus: a corpus
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @corpus
 *
 * Since: 0.1
 */
RhumbCorpus *
rhumb_corpus_ref (RhumbCorpus *corpus)
{
    return g_atomic_rc_box_acquire (corpus);
}

static void
clear (gpointer data)
{
    RhumbCorpus *corpus = data;
    rhumb_left_free (corpus->left);
    g_free (corpus->id_places);
    g_array_unref (corpus->merges);
    g_array_unref (corpus->spellings);
    g_ptr_array_unref (corpus->kept);
    g_array_unref (corpus->events);
    g_array_unref (corpus->sources);
    g_array_unref (corpus->venues);
    g_array_unref (corpus->people);
    g_array_unref (corpus->papers);
    g_ptr_array_unref (corpus->lists);
    g_ptr_array_unref (corpus->more_pools);
    rhumb_pools_free (corpus->pools);
}

/**
 * rhumb_corpus_unref:
 * @corpus: (transfer full): a corpus
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_corpus_unref (RhumbCorpus *corpus)
{
    g_atomic_rc_box_release_full (corpus, clear);
}

/**
 * rhumb_corpus_get_n_papers:
 * @corpus: a corpus
 *
 * Gets the number of papers.
 *
 * Returns: papers after merging
 *
 * Since: 0.1
 */
guint32
rhumb_corpus_get_n_papers (const RhumbCorpus *corpus)
{
    return corpus->papers->len;
}

/**
 * rhumb_corpus_get_n_people:
 * @corpus: a corpus
 *
 * Gets the number of people.
 *
 * Returns: people, told apart by ORCID or full name
 *
 * Since: 0.1
 */
guint32
rhumb_corpus_get_n_people (const RhumbCorpus *corpus)
{
    return corpus->people->len;
}

/**
 * rhumb_corpus_get_n_venues:
 * @corpus: a corpus
 *
 * Gets the number of venues.
 *
 * Returns: venues, told apart by folded name
 *
 * Since: 0.1
 */
guint32
rhumb_corpus_get_n_venues (const RhumbCorpus *corpus)
{
    return corpus->venues->len;
}

/**
 * rhumb_corpus_get_n_sources:
 * @corpus: a corpus
 *
 * Gets the number of files that were read.
 *
 * Returns: sources
 *
 * Since: 0.1
 */
guint
rhumb_corpus_get_n_sources (const RhumbCorpus *corpus)
{
    return corpus->sources->len;
}

/**
 * rhumb_corpus_get_n_events:
 * @corpus: a corpus
 *
 * Gets the length of the report.
 *
 * Returns: events
 *
 * Since: 0.1
 */
guint
rhumb_corpus_get_n_events (const RhumbCorpus *corpus)
{
    return corpus->events->len;
}

/**
 * rhumb_corpus_get_paper:
 * @corpus: a corpus
 * @paper: number of a paper, below rhumb_corpus_get_n_papers()
 *
 * Gets a paper.
 *
 * Returns: (transfer none): the paper
 *
 * Since: 0.1
 */
const RhumbPaper *
rhumb_corpus_get_paper (const RhumbCorpus *corpus, guint32 paper)
{
    g_return_val_if_fail (paper < corpus->papers->len, NULL);
    return &g_array_index (corpus->papers, RhumbPaper, paper);
}

/**
 * rhumb_corpus_get_person:
 * @corpus: a corpus
 * @person: number of a person, below rhumb_corpus_get_n_people()
 *
 * Gets a person.
 *
 * Returns: (transfer none): the person
 *
 * Since: 0.1
 */
const RhumbPerson *
rhumb_corpus_get_person (const RhumbCorpus *corpus, guint32 person)
{
    g_return_val_if_fail (person < corpus->people->len, NULL);
    return &g_array_index (corpus->people, RhumbPerson, person);
}

/**
 * rhumb_person_get_database_id:
 * @person: a person
 *
 * Gets the id that a database gives to a person whose ORCID is not known, such as "scopus:123".
 *
 * Returns: (transfer none) (nullable): the id, %NULL if the person is known by ORCID or name
 *
 * Since: 0.2
 */
const char *
rhumb_person_get_database_id (const RhumbPerson *person)
{
    const gboolean is_own = person->orcid == NULL && !g_str_has_prefix (person->id, "name:");
    return is_own ? person->id : NULL;
}

/**
 * rhumb_corpus_get_venue:
 * @corpus: a corpus
 * @venue: number of a venue, below rhumb_corpus_get_n_venues()
 *
 * Gets a venue.
 *
 * Returns: (transfer none): the venue
 *
 * Since: 0.1
 */
const RhumbVenue *
rhumb_corpus_get_venue (const RhumbCorpus *corpus, guint32 venue)
{
    g_return_val_if_fail (venue < corpus->venues->len, NULL);
    return &g_array_index (corpus->venues, RhumbVenue, venue);
}

/**
 * rhumb_corpus_get_source:
 * @corpus: a corpus
 * @source: number of a source, below rhumb_corpus_get_n_sources()
 *
 * Gets a source with its counts, in the order of reading.
 *
 * Returns: (transfer none): the source
 *
 * Since: 0.1
 */
const RhumbSource *
rhumb_corpus_get_source (const RhumbCorpus *corpus, guint source)
{
    g_return_val_if_fail (source < corpus->sources->len, NULL);
    return &g_array_index (corpus->sources, RhumbSource, source);
}

/**
 * rhumb_corpus_get_event:
 * @corpus: a corpus
 * @event: number of an event, below rhumb_corpus_get_n_events()
 *
 * Gets a line of the report, in the order of reading.
 *
 * Returns: (transfer none): the event
 *
 * Since: 0.1
 */
const RhumbEvent *
rhumb_corpus_get_event (const RhumbCorpus *corpus, guint event)
{
    g_return_val_if_fail (event < corpus->events->len, NULL);
    return &g_array_index (corpus->events, RhumbEvent, event);
}

/**
 * rhumb_corpus_get_n_merges:
 * @corpus: a corpus
 *
 * Gets how many records were merged into another one of the same paper.
 *
 * Returns: merges
 *
 * Since: 0.2
 */
guint
rhumb_corpus_get_n_merges (const RhumbCorpus *corpus)
{
    return corpus->merges->len;
}

/**
 * rhumb_corpus_get_merge:
 * @corpus: a corpus
 * @merge: number of a merge, below rhumb_corpus_get_n_merges()
 *
 * Gets which records became one paper, and why.
 *
 * Returns: (transfer none): the merge
 *
 * Since: 0.2
 */
const RhumbMerge *
rhumb_corpus_get_merge (const RhumbCorpus *corpus, guint merge)
{
    g_return_val_if_fail (merge < corpus->merges->len, NULL);
    return &g_array_index (corpus->merges, RhumbMerge, merge);
}

static void
digest_field (GChecksum *checksum, const char *text)
{
    static const guchar separator = 0x1f;
    if (text != NULL)
        g_checksum_update (checksum, (const guchar *)text, -1);
    g_checksum_update (checksum, &separator, 1);
}

/**
 * rhumb_corpus_get_digest:
 * @corpus: a corpus
 *
 * Computes what identifies the papers in a provenance line: SHA-256 over id, title, abstract and
 * year of every paper in order. It does not depend on file names or on the order of reading.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 *
 * Since: 0.1
 */
char *
rhumb_corpus_get_digest (const RhumbCorpus *corpus)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    for (guint i = 0; i < corpus->papers->len; i++) {
        const RhumbPaper *paper = &g_array_index (corpus->papers, RhumbPaper, i);
        char year[16];
        g_snprintf (year, sizeof year, "%d", paper->year);
        digest_field (checksum, paper->id);
        digest_field (checksum, paper->title);
        digest_field (checksum, paper->abstract);
        digest_field (checksum, year);
    }
    return g_strdup (g_checksum_get_string (checksum));
}

/**
 * rhumb_event_kind_get_name:
 * @kind: a kind of event
 *
 * Gets the word that reports use for a kind of event.
 *
 * Returns: (transfer none): e.g. "line skipped"
 *
 * Since: 0.1
 */
const char *
rhumb_event_kind_get_name (RhumbEventKind kind)
{
    static const char *const NAMES[] = {"line skipped", "record lost", "field dropped", "merged",
                                        "note"};
    g_return_val_if_fail ((gsize)kind < G_N_ELEMENTS (NAMES), NULL);
    return NAMES[kind];
}
