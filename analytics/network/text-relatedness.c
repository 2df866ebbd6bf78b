/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers are alike in what they say: by the cosine of their words, as words.c weighs them,
 * and of their concepts, as rarity.c does, each to its nearest (relatedness.c).
 *
 * Cost: that of relatedness.
 */
#include "analytics/network/text-relatedness.h"

#include "analytics/network/rarity.h"
#include "analytics/network/relatedness-private.h"
#include "analytics/text/words-private.h"

/* How much words and concepts decide of a cosine. */
#define SHARE_WORDS 0.7
#define SHARE_CONCEPTS 0.3

static RhumbRows
lend (const RhumbOwnRows *rows)
{
    return (RhumbRows){rows->n_rows, rows->start, rows->node, rows->weight};
}

/*
 * rhumb_relate_texts:
 * @graph: a knowledge graph
 * @n_neighbours: links that each paper keeps, its most related ones; at least 1
 * @error: return location for an error
 *
 * Relates papers by their words and concepts.
 *
 * Returns: (transfer full): an undirected network of the papers, weights in (0, 1], or %NULL with
 *   an error of rhumb_relate_by_features()
 */
RhumbNetwork *
rhumb_relate_texts (const RhumbGraph *graph, guint n_neighbours, GError **error)
{
    RhumbRelatednessOptions options = RHUMB_RELATEDNESS_DEFAULTS;
    options.n_neighbours = n_neighbours;
    g_autoptr (RhumbNetwork) about =
        rhumb_weigh_by_rarity (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT), error);
    if (about == NULL)
        return NULL;
    RhumbOwnRows words;
    RhumbOwnRows features;
    const guint32 n_words = rhumb_weigh_word_rows (rhumb_graph_get_corpus (graph), &words);
    rhumb_join_feature_rows (lend (&words), n_words, SHARE_WORDS,
                             rhumb_network_get_out_rows (about), SHARE_CONCEPTS, &features);
    rhumb_rows_clear (&words);
    RhumbNetwork *related = rhumb_relate_feature_rows (
        lend (&features), n_words + rhumb_network_get_n_to (about), &options, error);
    rhumb_rows_clear (&features);
    return related;
}
