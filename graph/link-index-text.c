/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What an index of links knows of its nodes, and which papers are called so. Texts are checked when
 * they are read: one that does not end, or is no UTF-8, is given as empty and remembered as damage.
 *
 * Cost: an id O(log papers), a title O(bytes of all titles).
 */
#include <string.h>

#include "graph/link-index-private.h"
#include "graph/text.h"

/**
 * rhumb_link_index_get_checksum:
 * @index: an index
 *
 * Gets what stands for what the index was made from.
 *
 * Returns: 64 bits
 *
 * Since: 0.2
 */
guint64
rhumb_link_index_get_checksum (const RhumbLinkIndex *index)
{
    return index->header.checksum;
}

/**
 * rhumb_link_index_get_n_papers:
 * @index: an index
 *
 * Gets the number of papers, which are the first nodes.
 *
 * Returns: papers
 *
 * Since: 0.2
 */
guint32
rhumb_link_index_get_n_papers (const RhumbLinkIndex *index)
{
    return index->header.n_papers;
}

/**
 * rhumb_link_index_get_n_nodes:
 * @index: an index
 *
 * Gets the number of nodes.
 *
 * Returns: nodes
 *
 * Since: 0.2
 */
guint32
rhumb_link_index_get_n_nodes (const RhumbLinkIndex *index)
{
    return index->header.n_nodes;
}

/**
 * rhumb_link_index_get_first_word:
 * @index: an index
 *
 * Gets from where on nodes are words.
 *
 * Returns: a node, or the number of nodes
 *
 * Since: 0.2
 */
guint32
rhumb_link_index_get_first_word (const RhumbLinkIndex *index)
{
    return index->header.first_word;
}

/**
 * rhumb_link_index_get_most_links:
 * @index: an index
 *
 * Gets how many neighbours a node has at most.
 *
 * Returns: neighbours
 *
 * Since: 0.2
 */
guint32
rhumb_link_index_get_most_links (const RhumbLinkIndex *index)
{
    return index->header.most_links;
}

/**
 * rhumb_link_index_get_word_factor:
 * @index: an index
 *
 * Gets how many times more words count in rhumb_link_index_get_length().
 *
 * Returns: a factor above 0
 *
 * Since: 0.2
 */
double
rhumb_link_index_get_word_factor (const RhumbLinkIndex *index)
{
    return index->header.word_factor;
}

/**
 * rhumb_link_index_get_n_links:
 * @index: an index
 * @node: a node
 *
 * Gets how many neighbours a node has.
 *
 * Returns: neighbours; 0 too if the number is damaged
 *
 * Since: 0.2
 */
guint32
rhumb_link_index_get_n_links (RhumbLinkIndex *index, guint32 node)
{
    const guint32 n = ((const guint32 *)(gconstpointer)index->part[PART_N_LINKS])[node];
    if (n <= index->header.most_links)
        return n;
    rhumb_link_index_complain (index, "number of links", node);
    return 0;
}

/**
 * rhumb_link_index_get_strength:
 * @index: an index
 * @node: a node
 *
 * Gets the sum of the weights of a node's links.
 *
 * Returns: at least 0; 0 too if the bytes make no sense
 *
 * Since: 0.2
 */
double
rhumb_link_index_get_strength (const RhumbLinkIndex *index, guint32 node)
{
    const double strength = ((const double *)(gconstpointer)index->part[PART_STRENGTH])[node];
    return strength >= 1e-30 && strength <= 1e30 ? strength : 0;
}

/**
 * rhumb_link_index_get_total_strength:
 * @index: an index
 *
 * Gets the sum of the weights of all nodes' links.
 *
 * Returns: at least 0
 *
 * Since: 0.2
 */
double
rhumb_link_index_get_total_strength (const RhumbLinkIndex *index)
{
    return index->header.strength;
}

/**
 * rhumb_link_index_get_length:
 * @index: an index
 * @paper: a paper
 *
 * Gets the length of a paper's row, words counting as rhumb_link_index_get_word_factor() says.
 *
 * Returns: at least 0; 0 too if the bytes make no sense
 *
 * Since: 0.2
 */
double
rhumb_link_index_get_length (const RhumbLinkIndex *index, guint32 paper)
{
    const float length = ((const float *)(gconstpointer)index->part[PART_LENGTH])[paper];
    return length >= 1e-30F && length <= 1e30F ? (double)length : 0;
}

/**
 * rhumb_link_index_get_year:
 * @index: an index
 * @paper: a paper
 *
 * Gets the year of a paper.
 *
 * Returns: a year, 0 = unknown
 *
 * Since: 0.2
 */
int
rhumb_link_index_get_year (const RhumbLinkIndex *index, guint32 paper)
{
    const gint16 year = ((const gint16 *)(gconstpointer)index->part[PART_YEAR])[paper];
    return year >= 0 && year <= 9999 ? year : 0;
}

/**
 * rhumb_link_index_get_vectors:
 * @index: an index
 *
 * Gets the vectors of papers, for rhumb_hnsw_new_of_bytes().
 *
 * Returns: (transfer full) (nullable): bytes, or %NULL if it has none
 *
 * Since: 0.2
 */
GBytes *
rhumb_link_index_get_vectors (const RhumbLinkIndex *index)
{
    const IndexRange range = index->header.part[PART_VECTORS];
    return range.length > 0 ? g_bytes_new_from_bytes (index->bytes, range.offset, range.length)
                            : NULL;
}

/* One of the texts of a node. */
static const char *
get_text (RhumbLinkIndex *index, guint32 node, guint which)
{
    const guint8 *from = NULL;
    const guint8 *end = NULL;
    gboolean good = rhumb_link_index_find (index, PART_LABEL_START, PART_LABELS, node, &from, &end);
    for (guint i = 0; good && i < which; i++) {
        const guint8 *behind = memchr (from, 0, (gsize)(end - from));
        good = behind != NULL;
        from = good ? behind + 1 : from;
    }
    const guint8 *stop = good ? memchr (from, 0, (gsize)(end - from)) : NULL;
    if (stop == NULL || !g_utf8_validate ((const char *)from, stop - from, NULL)) {
        rhumb_link_index_complain (index, "text", node);
        return "";
    }
    return (const char *)from;
}

/**
 * rhumb_link_index_get_id:
 * @index: an index
 * @paper: a paper
 *
 * Gets the id of a paper.
 *
 * Returns: an id
 *
 * Since: 0.2
 */
const char *
rhumb_link_index_get_id (RhumbLinkIndex *index, guint32 paper)
{
    return get_text (index, paper, 0);
}

/**
 * rhumb_link_index_get_label:
 * @index: an index
 * @node: a node
 *
 * Gets the title of a paper, the label of a concept, the name of another node.
 *
 * Returns: a label
 *
 * Since: 0.2
 */
const char *
rhumb_link_index_get_label (RhumbLinkIndex *index, guint32 node)
{
    return get_text (index, node, node < index->header.n_papers ? 1 : 0);
}

/**
 * rhumb_link_index_find_id:
 * @index: an index
 * @id: an id of any of a paper's records
 *
 * Finds a paper by an id.
 *
 * Returns: a paper, or %RHUMB_NONE
 *
 * Since: 0.2
 */
guint32
rhumb_link_index_find_id (const RhumbLinkIndex *index, const char *id)
{
    const guint64 *own = (const guint64 *)(gconstpointer)index->part[PART_ID_HASHES];
    const guint32 *paper = (const guint32 *)(gconstpointer)index->part[PART_ID_PAPERS];
    const guint64 hash = rhumb_text_hash (id);
    gsize low = 0;
    gsize end = index->header.part[PART_ID_HASHES].length / sizeof *own;
    const gsize n = end;
    while (low < end) {
        const gsize middle = low + (end - low) / 2;
        if (own[middle] < hash)
            low = middle + 1;
        else
            end = middle;
    }
    return low < n && own[low] == hash && paper[low] < index->header.n_papers ? paper[low]
                                                                              : RHUMB_NONE;
}

/* The paper whose folded title begins at a place; %RHUMB_NONE if none can. */
static guint32
find_owner (const RhumbLinkIndex *index, guint64 place)
{
    const guint32 *start = (const guint32 *)(gconstpointer)index->part[PART_KEY_START];
    const guint8 *keys = index->part[PART_KEYS];
    guint32 low = 0;
    guint32 end = (index->header.n_papers + KEY_BLOCK - 1) / KEY_BLOCK;
    while (end - low > 1) {
        const guint32 middle = low + (end - low) / 2;
        if (start[middle] <= place)
            low = middle;
        else
            end = middle;
    }
    guint32 i = 0;
    guint64 at = start[low];
    for (; at < place && i < KEY_BLOCK; i++) {
        const guint8 *stop = memchr (keys + at, 0, place - at);
        at = stop != NULL ? (guint64)(stop - keys) + 1 : G_MAXUINT64;
    }
    const guint64 paper = (guint64)low * KEY_BLOCK + i;
    return at == place && i < KEY_BLOCK && paper < index->header.n_papers ? (guint32)paper
                                                                          : RHUMB_NONE;
}

/* Where the text begins that a place is in. */
static guint64
find_begin (const char *texts, guint64 place)
{
    const char *stop = memrchr (texts, 0, place);
    return stop != NULL ? (guint64)(stop - texts) + 1 : 0;
}

/**
 * rhumb_link_index_find_title:
 * @index: an index
 * @key: a title or a part of one, as rhumb_text_title_key() folds it
 *
 * Finds papers by their titles: those that have it, else those whose title holds it.
 *
 * Returns: (transfer full) (element-type guint32): papers, ascending
 *
 * Since: 0.2
 */
GArray *
rhumb_link_index_find_title (RhumbLinkIndex *index, const char *key)
{
    const char *keys = (const char *)index->part[PART_KEYS];
    const guint64 length = index->header.part[PART_KEYS].length;
    const gsize n = strlen (key);
    GArray *part = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint64 at = 0;
    while (n > 0 && index->header.n_papers > 0 && at < length) {
        const char *found = memmem (keys + at, length - at, key, n);
        if (found == NULL)
            break;
        const guint64 place = (guint64)(found - keys);
        const guint64 begin = find_begin (keys, place);
        const char *stop = memchr (found, 0, length - place);
        const guint32 paper = find_owner (index, begin);
        if (stop == NULL || paper == RHUMB_NONE) {
            rhumb_link_index_complain (index, "folded title", 0);
            break;
        }
        g_array_append_val (part, paper);
        if (found == keys + begin && (gsize)(stop - found) == n)
            g_array_append_val (whole, paper);
        at = (guint64)(stop - keys) + 1;
    }
    if (whole->len == 0)
        return part;
    g_array_unref (part);
    return g_steal_pointer (&whole);
}
