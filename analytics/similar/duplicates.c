/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers say almost the same: two versions of a work under different titles, reprints, copies
 * with small changes. Records with the same ids or titles are one paper already when they were
 * read.
 *
 * Source: shingles and resemblance of Broder (1997), doi:10.1109/SEQUEN.1997.666900.
 *
 * Method: a paper is the set of all runs of three words of its title and abstract, in small
 * letters, punctuation aside. Two with a Jaccard index of at least the one asked for are listed
 * (near-pairs.c). A paper without abstract is compared by title: with papers that share three in
 * five of its words, and is listed if rhumb_title_similarity() takes the titles for the same.
 *
 * Cost: see near-pairs.c; words are hashed once.
 */
#include "analytics/similar/duplicates.h"

#include <stdlib.h>

#include "analytics/similar/minhash.h"
#include "graph/compare.h"
#include "graph/text.h"
#include "graph/title-similarity.h"

#define RUN 3
#define LEAST_WORDS_SHARED 0.6

/* Appends a hash for each word of @text. */
static void
hash_words (const char *text, GArray *words)
{
    guint64 hash = 0;
    gboolean inside = FALSE;
    for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar letter = g_utf8_get_char (p);
        const gboolean is_letter = g_unichar_isalnum (letter) || g_unichar_ismark (letter);
        if (inside && !is_letter)
            g_array_append_val (words, hash);
        if (is_letter)
            hash = rhumb_hash_mix (inside ? hash : 0, g_unichar_tolower (letter));
        inside = is_letter;
    }
    if (inside)
        g_array_append_val (words, hash);
}

/* Appends the runs of @length words, ascending, none twice. A shorter text is one run. */
static void
append_runs (const GArray *words, guint length, GArray *items)
{
    const guint first = items->len;
    const guint used = MIN (length, words->len);
    for (guint i = 0; used > 0 && i + used <= words->len; i++) {
        guint64 hash = used;
        for (guint k = 0; k < used; k++)
            hash = rhumb_hash_mix (hash, g_array_index (words, guint64, i + k));
        g_array_append_val (items, hash);
    }
    guint64 *item = (guint64 *)(gpointer)items->data;
    if (items->len > first + 1)
        qsort (item + first, items->len - first, sizeof *item, rhumb_compare_large_numbers);
    guint kept = first;
    for (guint i = first; i < items->len; i++) {
        if (i == first || item[i] != item[kept - 1])
            item[kept++] = item[i];
    }
    g_array_set_size (items, kept);
}

/* Lists pairs by text or by title. */
static GArray *
find_near (const RhumbCorpus *corpus, gboolean by_title, double least, guint64 seed)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    g_autofree gsize *start = g_new0 (gsize, (gsize)n + 1);
    g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint64));
    g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint64));
    for (guint32 v = 0; v < n; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        g_array_set_size (words, 0);
        hash_words (paper->title, words);
        if (!by_title)
            hash_words (paper->abstract, words);
        if (by_title || paper->abstract != NULL)
            append_runs (words, by_title ? 1 : RUN, items);
        start[v + 1] = items->len;
    }
    const RhumbSets sets = {n, start, (const guint64 *)(gpointer)items->data};
    return rhumb_sets_find_near (&sets, least, seed);
}

static void
add_by_title (const RhumbCorpus *corpus, guint64 seed, GArray *found)
{
    g_autoptr (GArray) near = find_near (corpus, TRUE, LEAST_WORDS_SHARED, seed);
    for (guint i = 0; i < near->len; i++) {
        const RhumbNearPair pair = g_array_index (near, RhumbNearPair, i);
        const RhumbPaper *a = rhumb_corpus_get_paper (corpus, pair.a);
        const RhumbPaper *b = rhumb_corpus_get_paper (corpus, pair.b);
        if (a->abstract != NULL && b->abstract != NULL)
            continue;
        const RhumbDuplicate item = {pair.a, pair.b, rhumb_title_similarity (a->title, b->title),
                                     TRUE};
        if (item.score >= RHUMB_TITLES_ALIKE)
            g_array_append_val (found, item);
    }
}

static int
compare_duplicates (gconstpointer a, gconstpointer b)
{
    const RhumbDuplicate *first = a;
    const RhumbDuplicate *second = b;
    if (first->score != second->score)
        return first->score > second->score ? -1 : 1;
    if (first->a != second->a)
        return first->a < second->a ? -1 : 1;
    return (first->b > second->b) - (first->b < second->b);
}

/**
 * rhumb_find_duplicates:
 * @corpus: papers
 * @least: Jaccard index of title and abstract from which on a pair is listed, above 0, at most 1
 * @seed: seed
 *
 * Finds papers that may be the same work.
 *
 * Source: Broder (1997), doi:10.1109/SEQUEN.1997.666900.
 *
 * Returns: (transfer full) (element-type RhumbDuplicate): pairs, most alike first, ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_find_duplicates (const RhumbCorpus *corpus, double least, guint64 seed)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (RhumbDuplicate));
    g_autoptr (GArray) near = find_near (corpus, FALSE, least, seed);
    for (guint i = 0; i < near->len; i++) {
        const RhumbNearPair pair = g_array_index (near, RhumbNearPair, i);
        const RhumbDuplicate item = {pair.a, pair.b, pair.jaccard, FALSE};
        g_array_append_val (found, item);
    }
    add_by_title (corpus, seed, found);
    g_array_sort (found, compare_duplicates);
    return found;
}
