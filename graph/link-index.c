/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Questions about few papers answered from packed bytes, of which only those needed are looked at.
 *
 * What the bytes say is not trusted: at the start only the header and the sizes of parts are
 * checked, in constant time; whatever is read later is checked when it is read. What is wrong then
 * is left out and remembered, and rhumb_link_index_check() tells at the end. So bytes that are
 * damaged, or made to do harm, give an error and nothing else.
 *
 * Cost: opening O(1), a row O(its links), a title O(bytes of all titles).
 */
#include "graph/link-index.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "graph/error.h"
#include "graph/link-index-private.h"
#include "graph/text.h"

guint64
rhumb_link_index_hash_header (const IndexHeader *header)
{
    guint64 hash = INDEX_VERSION;
    const guint8 *bytes = (const guint8 *)header;
    for (gsize i = 0; i < G_STRUCT_OFFSET (IndexHeader, header_hash); i += sizeof (guint64)) {
        guint64 word;
        memcpy (&word, bytes + i, sizeof word);
        hash = rhumb_hash_mix (hash, word);
    }
    return hash;
}

/* The first so many rows are read from the file, if they are short. */
#define MOST_READ 4096
#define LONGEST_READ 16384

/*
 * rhumb_link_index_set_file:
 * @index: an index whose bytes are a mapped file
 * @file: that file, which stays open as long as the bytes are there
 *
 * Lets a process that asks one question read its rows from the file: a page that is looked at for
 * the first time takes several times as long as a read of some hundred bytes. Who asks on has them
 * from memory.
 */
void
rhumb_link_index_set_file (RhumbLinkIndex *index, int file)
{
    index->file = file;
}

/* The file, -1 if none is read from; and where in it vectors begin. */
int
rhumb_link_index_get_file (const RhumbLinkIndex *index, guint64 *vectors)
{
    *vectors = index->header.part[PART_VECTORS].offset;
    return index->file;
}

void
rhumb_link_index_complain (RhumbLinkIndex *index, const char *what, guint32 node)
{
    if (index->damage == NULL)
        index->damage = g_strdup_printf ("%s: damaged: %s of node %u, expected an index that rhumb "
                                         "index wrote",
                                         index->name, what, node);
}

/* What tells versions of the program apart that may find other concepts. */
guint64
rhumb_get_maker (void)
{
    return rhumb_text_hash (RHUMB_VERSION);
}

/* How long a part must be. */
static guint64
get_expected (const IndexHeader *h, guint part)
{
    switch (part) {
    case PART_ROW_START:
    case PART_LABEL_START:
        return ((guint64)h->n_nodes + 1) * 4;
    case PART_N_LINKS:
        return (guint64)h->n_nodes * 4;
    case PART_STRENGTH:
        return (guint64)h->n_nodes * 8;
    case PART_LENGTH:
        return (guint64)h->n_papers * 4;
    case PART_YEAR:
        return (guint64)h->n_papers * 2;
    case PART_CITES_START:
        return ((guint64)h->n_papers + 1) * 4;
    case PART_KEY_START:
        return ((guint64)h->n_papers + KEY_BLOCK - 1) / KEY_BLOCK * 4;
    case PART_ID_HASHES:
        return h->part[part].length & ~(guint64)7;
    case PART_ID_PAPERS:
        return h->part[PART_ID_HASHES].length / 2;
    default:
        return h->part[part].length;
    }
}

static gboolean
has_possible_counts (const IndexHeader *h)
{
    return h->n_papers <= h->n_nodes && h->most_links <= h->n_nodes &&
           h->n_concepts <= h->n_nodes - h->n_papers && h->n_nodes < G_MAXUINT32 &&
           h->strength >= 0 && h->strength <= G_MAXDOUBLE && h->word_factor > 0 &&
           h->word_factor <= 1e6 && h->weight_base <= MAX_WEIGHT_BASE && h->weight_width >= 1 &&
           h->weight_width <= 8;
}

static const char *
find_fault (RhumbLinkIndex *index, gsize size)
{
    const IndexHeader *h = &index->header;
    if (h->order != INDEX_ORDER)
        return "made on a machine of another byte order";
    if (h->version != INDEX_VERSION)
        return "of another version";
    if (h->header_hash != rhumb_link_index_hash_header (h))
        return "with a damaged header";
    if (h->maker != rhumb_get_maker ())
        return "made by another version of rhumb";
    if (!has_possible_counts (h))
        return "with impossible counts";
    for (guint i = 0; i < N_PARTS; i++) {
        const IndexRange range = h->part[i];
        if (range.offset % 8 != 0 || range.offset > size || range.length > size - range.offset ||
            range.length != get_expected (h, i))
            return "cut short";
        index->part[i] = (const guint8 *)g_bytes_get_data (index->bytes, NULL) + range.offset;
    }
    return NULL;
}

/**
 * rhumb_link_index_new:
 * @bytes: what rhumb_link_index_pack() gave, at an address that is a multiple of 8
 * @name: what messages call it
 * @error: return location for an error
 *
 * Opens packed links, in constant time.
 *
 * Returns: (transfer full): an index, or %NULL with %RHUMB_ERROR_FORMAT
 *
 * Since: 0.2
 */
RhumbLinkIndex *
rhumb_link_index_new (GBytes *bytes, const char *name, GError **error)
{
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size);
    g_autoptr (RhumbLinkIndex) index = g_new0 (RhumbLinkIndex, 1);
    index->bytes = g_bytes_ref (bytes);
    index->name = g_strdup (name);
    index->file = -1;
    const char *fault = "no index at all";
    if (size >= sizeof (IndexHeader) && memcmp (data, INDEX_MAGIC, 8) == 0) {
        memcpy (&index->header, data, sizeof (IndexHeader));
        fault = find_fault (index, size);
    }
    if (fault == NULL)
        return g_steal_pointer (&index);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s: %s, expected an index that this rhumb index wrote", name, fault);
    return NULL;
}

/**
 * rhumb_link_index_free:
 * @index: (transfer full) (nullable): an index
 *
 * Frees it.
 *
 * Since: 0.2
 */
void
rhumb_link_index_free (RhumbLinkIndex *index)
{
    if (index == NULL)
        return;
    g_bytes_unref (index->bytes);
    g_free (index->name);
    g_free (index->damage);
    g_free (index->room);
    g_free (index);
}

/**
 * rhumb_link_index_copy:
 * @index: an index
 * @error: return location for an error
 *
 * Opens the same bytes once more, for another thread.
 *
 * Returns: (transfer full): an index of its own, or %NULL as rhumb_link_index_new() gives
 *
 * Since: 0.2
 */
RhumbLinkIndex *
rhumb_link_index_copy (const RhumbLinkIndex *index, GError **error)
{
    return rhumb_link_index_new (index->bytes, index->name, error);
}

/**
 * rhumb_link_index_check:
 * @index: an index
 * @error: return location for an error
 *
 * Tells whether all that was read so far was in order.
 *
 * Returns: %FALSE with %RHUMB_ERROR_FORMAT if it was not; answers are then incomplete
 *
 * Since: 0.2
 */
gboolean
rhumb_link_index_check (const RhumbLinkIndex *index, GError **error)
{
    if (index->damage == NULL)
        return TRUE;
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT, index->damage);
    return FALSE;
}

/* A range of a part, from a table of starts. FALSE if it is none. */
gboolean
rhumb_link_index_find (RhumbLinkIndex *index, IndexPart starts, IndexPart part, guint32 i,
                       const guint8 **from, const guint8 **end)
{
    const guint32 *start = (const guint32 *)(gconstpointer)index->part[starts];
    const guint64 length = index->header.part[part].length;
    if (start[i] > start[i + 1] || start[i + 1] > length) {
        rhumb_link_index_complain (index, "place", i);
        return FALSE;
    }
    *from = index->part[part] + start[i];
    *end = index->part[part] + start[i + 1];
    return TRUE;
}

/* Has a row where it can be read. FALSE if the file refuses. */
static gboolean
fetch (RhumbLinkIndex *index, const guint8 **from, const guint8 **end)
{
    const gsize length = (gsize)(*end - *from);
    if (index->file < 0 || length > LONGEST_READ)
        return TRUE;
    if (index->n_read++ >= MOST_READ) {
        index->file = -1;
        return TRUE;
    }
    if (index->room == NULL)
        index->room = g_malloc (LONGEST_READ);
    const guint8 *start = g_bytes_get_data (index->bytes, NULL);
    const gssize n = pread (index->file, index->room, length, (off_t)(*from - start));
    *from = index->room;
    *end = index->room + length;
    return n == (gssize)length;
}

/* @packed: one of the first @n_alike weights, then the others. Returns the sum of all @n. */
static double
unpack_weights (guint32 base, const guint8 *packed, guint32 n_alike, guint32 n, double *weight)
{
    guint16 one;
    double sum = 0;
    if (n == 0)
        return 0;
    memcpy (&one, packed, sizeof one);
    const double first = unpack_weight (base, one);
    for (guint32 i = 0; i < n_alike; i++)
        sum += weight[i] = first;
    for (guint32 i = n_alike; i < n; i++) {
        packed += sizeof one;
        memcpy (&one, packed, sizeof one);
        sum += weight[i] = unpack_weight (base, one);
    }
    return sum;
}

/**
 * rhumb_link_index_read_row:
 * @index: an index
 * @node: a node below rhumb_link_index_get_n_nodes()
 * @word_factor: how many times more links to words count
 * @to: (out caller-allocates): room for rhumb_link_index_get_most_links() nodes
 * @weight: (out caller-allocates): room for as many weights
 *
 * Reads the neighbours of a node, ascending.
 *
 * Returns: how many there are; 0 too if the row is damaged
 *
 * Since: 0.2
 */
guint32
rhumb_link_index_read_row (RhumbLinkIndex *index, guint32 node, double word_factor, guint32 *to,
                           double *weight)
{
    const IndexHeader *h = &index->header;
    const guint32 n = rhumb_link_index_get_n_links (index, node);
    const gboolean is_word = node >= h->first_word;
    const guint8 *from = NULL;
    const guint8 *end = NULL;
    guint64 last = 0;
    gboolean good = rhumb_link_index_find (index, PART_ROW_START, PART_ROWS, node, &from, &end) &&
                    (gsize)(end - from) >= n && fetch (index, &from, &end);
    for (guint32 i = 0; good && i < n; i++) {
        guint32 step = 0;
        good = read_step (&from, end, &step) && (step > 0 || i == 0);
        last += step;
        good = good && last < h->n_nodes;
        to[i] = (guint32)last;
    }
    guint32 n_alike = 0;
    if (good && n > 0)
        good = read_step (&from, end, &n_alike) && n_alike > 0 && n_alike <= n;
    if (!good || (gsize)(end - from) != ((gsize)n - n_alike + (n > 0)) * 2) {
        rhumb_link_index_complain (index, "links", node);
        return 0;
    }
    const double sum = unpack_weights (h->weight_base, from, n_alike, n, weight);
    for (guint32 i = n; i > 0 && (is_word || to[i - 1] >= h->first_word); i--)
        weight[i - 1] *= word_factor;
    /* A walk that passes on more than it has would never end. The sum is that of packing. */
    if (sum <= rhumb_link_index_get_strength (index, node))
        return n;
    rhumb_link_index_complain (index, "weights", node);
    return 0;
}

/**
 * rhumb_link_index_has_citation:
 * @index: an index
 * @from: a paper
 * @to: a paper
 * @by_name: whether it is asked if @from names @to in its text, instead of citing it
 *
 * Says whether a paper cites another one.
 *
 * Returns: %TRUE if it does
 *
 * Since: 0.2
 */
gboolean
rhumb_link_index_has_citation (RhumbLinkIndex *index, guint32 from, guint32 to, gboolean by_name)
{
    const guint8 *at = NULL;
    const guint8 *end = NULL;
    guint64 last = 0;
    guint32 step = 0;
    guint32 n_cited = 0;
    if (from >= index->header.n_papers ||
        !rhumb_link_index_find (index, PART_CITES_START, PART_CITES, from, &at, &end) ||
        !read_step (&at, end, &n_cited))
        return FALSE;
    for (guint32 i = 0; by_name && i < n_cited; i++) {
        if (!read_step (&at, end, &step))
            return FALSE;
    }
    for (guint32 i = 0; (by_name || i < n_cited) && read_step (&at, end, &step); i++) {
        last += step;
        if (last >= to)
            return last == to;
    }
    return FALSE;
}
