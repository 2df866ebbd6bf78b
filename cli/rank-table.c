/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The table of rhumb rank: nodes in the order of their first score, all scores side by side. Blocks
 * of rows are written by several threads and joined in their order.
 */
#include "cli/rank-table.h"

#include "cli/rank-scores.h"

/* So many rows ahead of the one that is written, what it needs is fetched. */
#define AHEAD 16

/* Rows that a thread writes, and blocks of them that are kept until they are joined. */
#define BLOCK 4096
#define BLOCKS_AT_ONCE 16

void
rank_listing_clear (RankListing *listing)
{
    g_clear_pointer (&listing->scores, g_ptr_array_unref);
    g_clear_pointer (&listing->rankings, g_ptr_array_unref);
    g_clear_pointer (&listing->columns, g_ptr_array_unref);
}

static void
name_columns (RankListing *listing)
{
    static const char *const COLUMNS[] = {"rank", "id", "label", "year", "score"};
    listing->columns = g_ptr_array_new ();
    for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
        g_ptr_array_add (listing->columns, (gpointer)COLUMNS[i]);
    for (guint i = 1; i < listing->scores->len; i++) {
        const RankScore *score = g_ptr_array_index (listing->scores, i);
        g_ptr_array_add (listing->columns, (gpointer)score->name);
    }
    g_ptr_array_add (listing->columns, NULL);
}

static void
add_name (const RankListing *listing, guint32 v, Table *table)
{
    if (listing->graph == NULL) {
        rank_network_add_name (listing->network, v, table);
        return;
    }
    table_add_text (table, rhumb_graph_get_node_id (listing->graph, v));
    table_add_text (table, rhumb_graph_get_node_label (listing->graph, v));
    const RhumbCorpus *corpus =
        listing->kind == RHUMB_NODE_PAPER ? rhumb_graph_get_corpus (listing->graph) : NULL;
    const int year = corpus != NULL ? rhumb_corpus_get_paper (corpus, v)->year : 0;
    if (year != 0)
        table_add_integer (table, year);
    else
        table_add_null (table);
}

/* Rows come in no order of nodes: what row @i needs is fetched early. */
G_ALWAYS_INLINE static inline void
fetch_row (const RankListing *listing, const guint32 *order, guint32 i)
{
    const RhumbRanking *leading = g_ptr_array_index (listing->rankings, 0);
    __builtin_prefetch (rhumb_ranking_get_scores (leading) + order[i]);
    if (listing->network != NULL && listing->network->number != NULL)
        __builtin_prefetch (listing->network->number + order[i]);
}

static void
add_rows (const RankListing *listing, const guint32 *order, guint32 first, guint32 end, guint32 n,
          Table *table)
{
    for (guint32 i = first; i < end; i++) {
        if (n - i > AHEAD)
            fetch_row (listing, order, i + AHEAD);
        table_add_integer (table, (gint64)i + 1);
        add_name (listing, order[i], table);
        for (guint k = 0; k < listing->rankings->len; k++) {
            const RhumbRanking *ranking = g_ptr_array_index (listing->rankings, k);
            table_add_number (table, rhumb_ranking_get_scores (ranking)[order[i]]);
        }
    }
}

/* Writes @n rows: threads take blocks of them, which are joined in their order, a few at a time. */
static void
add_all_rows (const RankListing *listing, const guint32 *order, guint32 n, Table *table)
{
    for (guint64 first = 0; first < n; first += BLOCK * BLOCKS_AT_ONCE) {
        Table *block[BLOCKS_AT_ONCE];
        const guint64 end = MIN (first + BLOCK * BLOCKS_AT_ONCE, n);
        const guint n_blocks = (guint)((end - first + BLOCK - 1) / BLOCK);
#pragma omp parallel for schedule(dynamic, 1) if (n_blocks > 1)
        for (guint b = 0; b < n_blocks; b++) {
            const guint64 start = first + (guint64)BLOCK * b;
            block[b] = table_new_part (table);
            add_rows (listing, order, (guint32)start, (guint32)MIN (start + BLOCK, end), n,
                      block[b]);
        }
        for (guint b = 0; b < n_blocks; b++)
            table_take_part (table, block[b]);
    }
}

/* Leaves only members of a topic. Returns how many there are. */
static guint32
keep_members (guint32 *order, guint32 n, const guint32 *topics, guint32 topic)
{
    guint32 n_kept = 0;
    for (guint32 i = 0; i < n; i++)
        if (topics[order[i]] == topic)
            order[n_kept++] = order[i];
    return n_kept;
}

/* A table of the first @n nodes of what is listed, or of those of a topic. @topics: the topic of
 * each node, %NULL = all are listed. */
Table *
rank_table_new (RankListing *listing, guint32 n, const guint32 *topics, guint32 topic)
{
    const RhumbRanking *leading = g_ptr_array_index (listing->rankings, 0);
    const guint32 first =
        listing->graph != NULL ? rhumb_graph_get_first_node (listing->graph, listing->kind) : 0;
    g_autofree guint32 *order = rhumb_ranking_sort_nodes (leading, first, n);
    const guint32 n_members = topics != NULL ? keep_members (order, n, topics, topic) : n;
    name_columns (listing);
    Table *table = table_new ((const char *const *)listing->columns->pdata, listing->run->json);
    add_all_rows (listing, order, MIN (n_members, run_limit (listing->run, n)), table);
    return table;
}
