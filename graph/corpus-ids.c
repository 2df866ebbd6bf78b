/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which paper an id names.
 *
 * A table of open addressing with half of its places free at least: a place holds half of the hash
 * and the number of a paper, whose own list of ids says whether it is meant. So an id costs 16 to
 * 32 bytes, whatever its length.
 * Cost: linear to make; a few comparisons to ask.
 */
#include "graph/corpus-private.h"
#include "graph/text.h"

#include <string.h>

static gboolean
has_id (const RhumbCorpus *corpus, guint32 paper, const char *id)
{
    const char *const *ids = g_array_index (corpus->papers, RhumbPaper, paper).ids;
    for (guint i = 0; ids[i] != NULL; i++)
        if (strcmp (ids[i], id) == 0)
            return TRUE;
    return FALSE;
}

/* The place of @id, or the free one where it would be. */
static guint64 *
find_place (const RhumbCorpus *corpus, const char *id, guint64 hash)
{
    gsize i = hash & corpus->id_mask;
    for (;; i = (i + 1) & corpus->id_mask) {
        guint64 *place = &corpus->id_places[i];
        if (*place == 0 || (*place >> 32 == hash >> 32 &&
                            has_id (corpus, (guint32)(*place & G_MAXUINT32) - 1, id)))
            return place;
    }
}

/* Makes ids known. An id of two papers names the first of them. @corpus: a corpus whose papers are
 * complete. */
void
rhumb_corpus_index_ids (RhumbCorpus *corpus)
{
    gsize n_ids = 0;
    gsize n_places = 2;
    for (guint32 v = 0; v < corpus->papers->len; v++)
        n_ids += g_strv_length ((char **)g_array_index (corpus->papers, RhumbPaper, v).ids);
    while (n_places < 2 * n_ids)
        n_places *= 2;
    corpus->id_places = g_new0 (guint64, n_places);
    corpus->id_mask = n_places - 1;
    for (guint32 v = 0; v < corpus->papers->len; v++) {
        const char *const *ids = g_array_index (corpus->papers, RhumbPaper, v).ids;
        for (guint i = 0; ids[i] != NULL; i++) {
            const guint64 hash = rhumb_text_hash (ids[i]);
            guint64 *place = find_place (corpus, ids[i], hash);
            if (*place == 0)
                *place = (hash & ~(guint64)G_MAXUINT32) | (v + 1);
        }
    }
}

/**
 * rhumb_corpus_find_paper:
 * @corpus: a corpus
 * @id: an id, as in #RhumbPaper, or another id of a record that was merged into the paper
 *
 * Finds a paper by id.
 *
 * Returns: its number, or %RHUMB_NONE
 *
 * Since: 0.1
 */
guint32
rhumb_corpus_find_paper (const RhumbCorpus *corpus, const char *id)
{
    if (corpus->id_places == NULL)
        return RHUMB_NONE;
    const guint64 place = *find_place (corpus, id, rhumb_text_hash (id));
    return place != 0 ? (guint32)(place & G_MAXUINT32) - 1 : RHUMB_NONE;
}

#define BLOCK 32

/* The ids of the paper at a place, %NULL if the place cannot be that of @hash. */
static const char *const **
guess_ids (const RhumbCorpus *corpus, guint64 place, guint64 hash)
{
    const guint32 paper = (guint32)(place & G_MAXUINT32);
    return place != 0 && place >> 32 == hash >> 32
               ? &g_array_index (corpus->papers, RhumbPaper, paper - 1).ids
               : NULL;
}

/* Asks for memory that finding the ids will read, one step behind the other for all of them: their
 * places, papers, lists and texts lie far apart, and waiting for each of them in turn is all that
 * finding costs. */
static void
fetch_ahead (const RhumbCorpus *corpus, const char *const *ids, guint n_ids)
{
    guint64 hashes[BLOCK];
    const char *const **lists[BLOCK];
    for (guint i = 0; i < n_ids; i++) {
        hashes[i] = rhumb_text_hash (ids[i]);
        __builtin_prefetch (&corpus->id_places[hashes[i] & corpus->id_mask]);
    }
    for (guint i = 0; i < n_ids; i++) {
        lists[i] = guess_ids (corpus, corpus->id_places[hashes[i] & corpus->id_mask], hashes[i]);
        __builtin_prefetch (lists[i]);
    }
    for (guint i = 0; i < n_ids; i++)
        if (lists[i] != NULL)
            __builtin_prefetch (*lists[i]);
    for (guint i = 0; i < n_ids; i++)
        if (lists[i] != NULL)
            __builtin_prefetch ((*lists[i])[0]);
}

/* Finds papers by id, several times as fast as one by one where there are many papers. @ids: ids;
 * @n_ids: how many; @papers (out): what rhumb_corpus_find_paper() gives of each. */
void
rhumb_corpus_find_papers (const RhumbCorpus *corpus, const char *const *ids, guint n_ids,
                          guint32 *papers)
{
    for (guint first = 0; first < n_ids; first += BLOCK) {
        const guint n = MIN (n_ids - first, BLOCK);
        if (corpus->id_places != NULL)
            fetch_ahead (corpus, ids + first, n);
        for (guint i = 0; i < n; i++)
            papers[first + i] = rhumb_corpus_find_paper (corpus, ids[first + i]);
    }
}
