/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Packs all that makes papers alike: rows of neighbours as steps from one to the next, seven bits a
 * byte, weights in two bytes each; ids and titles as they are and as they are looked for.
 *
 * The smallest of weights count as 2^-31 of the largest; all others are right by one in 4096. Sums
 * and lengths of rows are those of the packed weights.
 *
 * Cost: O(edges + text); the same bytes for the same graph.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graph/error.h"
#include "graph/link-index-private.h"
#include "graph/text.h"

#define MOST_BYTES ((gsize)2800 << 20)

typedef struct {
    GByteArray *bytes;
    IndexHeader header;
} Packer;

static void
begin_part (Packer *packer, IndexPart part)
{
    static const guint8 zero[INDEX_ALIGNMENT] = {0};
    const guint over = packer->bytes->len % INDEX_ALIGNMENT;
    g_byte_array_append (packer->bytes, zero, over > 0 ? INDEX_ALIGNMENT - over : 0);
    packer->header.part[part].offset = packer->bytes->len;
}

static void
end_part (Packer *packer, IndexPart part)
{
    IndexRange *range = &packer->header.part[part];
    range->length = packer->bytes->len - range->offset;
}

static void
add_part (Packer *packer, IndexPart part, gconstpointer data, gsize n_bytes)
{
    begin_part (packer, part);
    g_byte_array_append (packer->bytes, data, (guint)n_bytes);
    end_part (packer, part);
}

static void
append_step (GByteArray *bytes, guint32 step)
{
    guint8 byte[5];
    guint n = 0;
    for (; step >= 0x80; step >>= 7)
        byte[n++] = (guint8)(step | 0x80);
    byte[n++] = (guint8)step;
    g_byte_array_append (bytes, byte, n);
}

static void
append_row (GByteArray *bytes, const guint32 *node, gsize n)
{
    for (gsize i = 0; i < n; i++)
        append_step (bytes, i == 0 ? node[i] : node[i] - node[i - 1]);
}

static guint32
get_bits (double weight)
{
    const float number = (float)weight;
    guint32 bits;
    memcpy (&bits, &number, sizeof bits);
    return bits;
}

/* 31 octaves below the largest weight. */
static guint32
find_base (RhumbRows rows)
{
    double most = 0;
    for (gsize i = 0; i < rows.start[rows.n_rows]; i++)
        most = MAX (most, rhumb_rows_get_weight (rows, i));
    const guint32 octave = get_bits (most) >> 23;
    return octave > 31 ? (octave - 31) << 23 : 0;
}

static guint16
pack_weight (guint32 base, double weight)
{
    const guint32 bits = get_bits (weight);
    if (bits <= base)
        return 0;
    return (guint16)MIN ((bits - base + 0x800) >> 12, G_MAXUINT16);
}

static void
add_rows (Packer *packer, const RhumbNetwork *network)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    IndexHeader *header = &packer->header;
    g_autofree guint64 *start = g_new (guint64, (gsize)rows.n_rows + 1);
    g_autofree guint32 *n_links = g_new (guint32, (gsize)rows.n_rows + 1);
    g_autofree double *strength = g_new0 (double, (gsize)rows.n_rows + 1);
    g_autofree float *length = g_new0 (float, (gsize)header->n_papers + 1);
    header->weight_base = find_base (rows);
    begin_part (packer, PART_ROWS);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const gsize n = rows.start[v + 1] - rows.start[v];
        double squares = 0;
        start[v] = packer->bytes->len - header->part[PART_ROWS].offset;
        n_links[v] = (guint32)n;
        header->most_links = MAX (header->most_links, (guint32)n);
        append_row (packer->bytes, rows.node + rows.start[v], n);
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint16 packed =
                pack_weight (header->weight_base, rhumb_rows_get_weight (rows, i));
            const double weight = unpack_weight (header->weight_base, packed);
            const double counted =
                rows.node[i] >= header->first_word ? header->word_factor * weight : weight;
            g_byte_array_append (packer->bytes, (const guint8 *)&packed, sizeof packed);
            strength[v] += weight;
            squares += counted * counted;
        }
        if (v < header->n_papers)
            length[v] = (float)sqrt (squares);
        header->strength += strength[v];
    }
    start[rows.n_rows] = packer->bytes->len - header->part[PART_ROWS].offset;
    end_part (packer, PART_ROWS);
    add_part (packer, PART_ROW_START, start, ((gsize)rows.n_rows + 1) * sizeof *start);
    add_part (packer, PART_N_LINKS, n_links, rows.n_rows * sizeof *n_links);
    add_part (packer, PART_STRENGTH, strength, rows.n_rows * sizeof *strength);
    add_part (packer, PART_LENGTH, length, header->n_papers * sizeof *length);
}

/* Which papers a paper cites, or names: not to be read off the likeness, which has no directions.
 */
static void
add_relation (Packer *packer, const RhumbNetwork *relation, IndexPart starts, IndexPart part)
{
    const RhumbRows rows = rhumb_network_get_out_rows (relation);
    g_autofree guint64 *start = g_new (guint64, (gsize)rows.n_rows + 1);
    begin_part (packer, part);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        start[v] = packer->bytes->len - packer->header.part[part].offset;
        append_row (packer->bytes, rows.node + rows.start[v], rows.start[v + 1] - rows.start[v]);
    }
    start[rows.n_rows] = packer->bytes->len - packer->header.part[part].offset;
    end_part (packer, part);
    add_part (packer, starts, start, ((gsize)rows.n_rows + 1) * sizeof *start);
}

typedef char *(*TextFunction) (const RhumbGraph *graph, guint32 node, const GPtrArray *names);

static void
add_texts (Packer *packer, const RhumbGraph *graph, const GPtrArray *names, TextFunction get,
           guint32 n, IndexPart starts, IndexPart part)
{
    g_autofree guint64 *start = g_new (guint64, (gsize)n + 1);
    begin_part (packer, part);
    for (guint32 v = 0; v < n; v++) {
        g_autofree char *text = get (graph, v, names);
        start[v] = packer->bytes->len - packer->header.part[part].offset;
        g_byte_array_append (packer->bytes, (const guint8 *)text, (guint)strlen (text) + 1);
    }
    start[n] = packer->bytes->len - packer->header.part[part].offset;
    end_part (packer, part);
    add_part (packer, starts, start, ((gsize)n + 1) * sizeof *start);
}

static char *
get_id (const RhumbGraph *graph, guint32 node, const GPtrArray *names)
{
    (void)names;
    return g_strdup (rhumb_graph_get_node_id (graph, node));
}

static char *
get_label (const RhumbGraph *graph, guint32 node, const GPtrArray *names)
{
    const guint32 n_known = rhumb_graph_get_n_nodes (graph);
    return g_strdup (node < n_known ? rhumb_graph_get_node_label (graph, node)
                                    : names->pdata[node - n_known]);
}

static char *
get_key (const RhumbGraph *graph, guint32 node, const GPtrArray *names)
{
    (void)names;
    const char *title = rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), node)->title;
    return title != NULL ? rhumb_text_title_key (title) : g_strdup ("");
}

static int
compare_ids (const void *a, const void *b)
{
    const IndexedId *x = a;
    const IndexedId *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->paper > y->paper) - (x->paper < y->paper);
}

static void
add_papers (Packer *packer, const RhumbCorpus *corpus)
{
    const guint32 n = packer->header.n_papers;
    g_autofree gint32 *year = g_new (gint32, (gsize)n + 1);
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IndexedId));
    for (guint32 v = 0; v < n; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        const IndexedId own = {rhumb_text_hash (paper->id), v, 0};
        year[v] = paper->year;
        g_array_append_val (ids, own);
        for (gsize i = 0; paper->ids != NULL && paper->ids[i] != NULL; i++) {
            const IndexedId id = {rhumb_text_hash (paper->ids[i]), v, 0};
            if (id.hash != own.hash)
                g_array_append_val (ids, id);
        }
    }
    if (ids->len > 0)
        qsort (ids->data, ids->len, sizeof (IndexedId), compare_ids);
    add_part (packer, PART_YEAR, year, n * sizeof *year);
    add_part (packer, PART_ID_HASHES, ids->data, ids->len * sizeof (IndexedId));
}

/**
 * rhumb_link_index_pack:
 * @graph: a knowledge graph
 * @network: all that makes its papers alike, undirected: nodes of @graph, then others
 * @first_word: nodes of @network from here on are words
 * @names: (element-type utf8): names of the nodes of @network after those of @graph
 * @word_factor: how many times more words count where papers are compared with each other
 * @vectors: (nullable): vectors of its papers, as rhumb_hnsw_pack() gives them
 * @checksum: stands for what the graph was made from
 * @error: return location for an error
 *
 * Packs a network for rhumb_link_index_new(). Weights are rounded to one in 4096.
 *
 * Returns: (transfer full): bytes, or %NULL with %RHUMB_ERROR_LIMIT if they are over 4 GiB
 *
 * Since: 0.2
 */
GBytes *
rhumb_link_index_pack (const RhumbGraph *graph, const RhumbNetwork *network, guint32 first_word,
                       const GPtrArray *names, double word_factor, GBytes *vectors,
                       guint64 checksum, GError **error)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    /* Seven bytes an edge, vectors, and text as long as the corpus has it must stay below what a
     * byte array can count. */
    const gsize n_vectors = vectors != NULL ? g_bytes_get_size (vectors) : 0;
    if (rows.start[rows.n_rows] * 7 + n_vectors > MOST_BYTES) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%" G_GSIZE_FORMAT " links and %" G_GSIZE_FORMAT
                     " bytes of vectors, expected together at most %" G_GSIZE_FORMAT " bytes",
                     rows.start[rows.n_rows], n_vectors, MOST_BYTES);
        return NULL;
    }
    Packer packer = {.bytes = g_byte_array_new (),
                     .header = {.magic = INDEX_MAGIC,
                                .version = INDEX_VERSION,
                                .order = INDEX_ORDER,
                                .checksum = checksum,
                                .n_papers = rhumb_corpus_get_n_papers (corpus),
                                .n_nodes = rows.n_rows,
                                .first_word = first_word,
                                .word_factor = word_factor}};
    const guint32 n_papers = packer.header.n_papers;
    g_byte_array_set_size (packer.bytes, sizeof (IndexHeader));
    add_rows (&packer, network);
    add_relation (&packer, rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES), PART_CITES_START,
                  PART_CITES);
    add_relation (&packer, rhumb_graph_get_relation (graph, RHUMB_RELATION_MENTIONS),
                  PART_NAMES_START, PART_NAMES);
    add_papers (&packer, corpus);
    add_texts (&packer, graph, names, get_id, n_papers, PART_ID_START, PART_IDS);
    add_texts (&packer, graph, names, get_label, rows.n_rows, PART_LABEL_START, PART_LABELS);
    add_texts (&packer, graph, names, get_key, n_papers, PART_KEY_START, PART_KEYS);
    add_part (&packer, PART_VECTORS, vectors != NULL ? g_bytes_get_data (vectors, NULL) : NULL,
              n_vectors);
    packer.header.header_hash = rhumb_link_index_hash_header (&packer.header);
    memcpy (packer.bytes->data, &packer.header, sizeof packer.header);
    return g_byte_array_free_to_bytes (packer.bytes);
}
