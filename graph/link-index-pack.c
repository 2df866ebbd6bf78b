/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Packs all that makes papers alike: rows of neighbours as steps from one to the next, seven bits a
 * byte, weights in two bytes each, those at the beginning that are alike (of citations, of what all
 * have in full) once; ids and titles as they are and as they are looked for; and the concepts
 * (concepts-pack.c).
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

static guint32
get_bits (double weight)
{
    const float number = (float)weight;
    guint32 bits;
    memcpy (&bits, &number, sizeof bits);
    return bits;
}

/* Where in a part the next bytes go. What is packed is below 4 GiB. */
static guint32
get_place (const Packer *packer, IndexPart part)
{
    return (guint32)(packer->bytes->len - packer->header.part[part].offset);
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

/* Steps and weights of a row. @packed: its weights. */
static void
append_links (GByteArray *bytes, const guint32 *node, const guint16 *packed, guint n)
{
    guint n_alike = n > 0 ? 1 : 0;
    while (n_alike < n && packed[n_alike] == packed[0])
        n_alike++;
    append_row (bytes, node, n);
    if (n == 0)
        return;
    append_step (bytes, n_alike);
    g_byte_array_append (bytes, (const guint8 *)packed, sizeof *packed);
    g_byte_array_append (bytes, (const guint8 *)(packed + n_alike),
                         (n - n_alike) * (guint)sizeof *packed);
}

static void
add_rows (Packer *packer, const RhumbNetwork *network)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    IndexHeader *header = &packer->header;
    g_autofree guint32 *start = g_new (guint32, (gsize)rows.n_rows + 1);
    g_autofree guint32 *n_links = g_new (guint32, (gsize)rows.n_rows + 1);
    g_autofree double *strength = g_new0 (double, (gsize)rows.n_rows + 1);
    g_autofree float *length = g_new0 (float, (gsize)header->n_papers + 1);
    g_autofree guint16 *packed = g_new (guint16, (gsize)rows.n_rows + 1);
    header->weight_base = find_base (rows);
    begin_part (packer, PART_ROWS);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const gsize first = rows.start[v];
        const guint32 n = (guint32)(rows.start[v + 1] - first);
        double squares = 0;
        start[v] = get_place (packer, PART_ROWS);
        n_links[v] = n;
        header->most_links = MAX (header->most_links, n);
        for (guint32 i = 0; i < n; i++) {
            packed[i] = pack_weight (header->weight_base, rhumb_rows_get_weight (rows, first + i));
            const double weight = unpack_weight (header->weight_base, packed[i]);
            const gboolean is_word = rows.node[first + i] >= header->first_word;
            const double counted = is_word ? header->word_factor * weight : weight;
            strength[v] += weight;
            squares += counted * counted;
        }
        append_links (packer->bytes, rows.node + first, packed, n);
        if (v < header->n_papers)
            length[v] = (float)sqrt (squares);
        header->strength += strength[v];
    }
    start[rows.n_rows] = get_place (packer, PART_ROWS);
    end_part (packer, PART_ROWS);
    add_part (packer, PART_ROW_START, start, ((gsize)rows.n_rows + 1) * sizeof *start);
    add_part (packer, PART_N_LINKS, n_links, rows.n_rows * sizeof *n_links);
    add_part (packer, PART_STRENGTH, strength, rows.n_rows * sizeof *strength);
    add_part (packer, PART_LENGTH, length, header->n_papers * sizeof *length);
}

/* Which papers a paper cites, and names: not to be read off the likeness, which has no directions.
 */
static void
add_citations (Packer *packer, const RhumbGraph *graph)
{
    const RhumbRows cites =
        rhumb_network_get_out_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
    const RhumbRows names =
        rhumb_network_get_out_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_MENTIONS));
    g_autofree guint32 *start = g_new (guint32, (gsize)cites.n_rows + 1);
    begin_part (packer, PART_CITES);
    for (guint32 v = 0; v < cites.n_rows; v++) {
        const gsize n = cites.start[v + 1] - cites.start[v];
        start[v] = get_place (packer, PART_CITES);
        append_step (packer->bytes, (guint32)n);
        append_row (packer->bytes, cites.node + cites.start[v], n);
        append_row (packer->bytes, names.node + names.start[v],
                    names.start[v + 1] - names.start[v]);
    }
    start[cites.n_rows] = get_place (packer, PART_CITES);
    end_part (packer, PART_CITES);
    add_part (packer, PART_CITES_START, start, ((gsize)cites.n_rows + 1) * sizeof *start);
}

static void
append_text (GByteArray *bytes, const char *text)
{
    g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text) + 1);
}

static void
add_labels (Packer *packer, const RhumbGraph *graph, const GPtrArray *names)
{
    const guint32 n = packer->header.n_nodes;
    const guint32 n_known = rhumb_graph_get_n_nodes (graph);
    g_autofree guint32 *start = g_new (guint32, (gsize)n + 1);
    begin_part (packer, PART_LABELS);
    for (guint32 v = 0; v < n; v++) {
        start[v] = get_place (packer, PART_LABELS);
        if (v < packer->header.n_papers)
            append_text (packer->bytes, rhumb_graph_get_node_id (graph, v));
        append_text (packer->bytes, v < n_known ? rhumb_graph_get_node_label (graph, v)
                                                : names->pdata[v - n_known]);
    }
    start[n] = get_place (packer, PART_LABELS);
    end_part (packer, PART_LABELS);
    add_part (packer, PART_LABEL_START, start, ((gsize)n + 1) * sizeof *start);
}

static void
add_keys (Packer *packer, const RhumbCorpus *corpus)
{
    const guint32 n = packer->header.n_papers;
    const gsize n_starts = ((gsize)n + KEY_BLOCK - 1) / KEY_BLOCK;
    g_autofree guint32 *start = g_new (guint32, n_starts + 1);
    begin_part (packer, PART_KEYS);
    for (guint32 v = 0; v < n; v++) {
        const char *title = rhumb_corpus_get_paper (corpus, v)->title;
        g_autofree char *key = title != NULL ? rhumb_text_title_key (title) : g_strdup ("");
        if (v % KEY_BLOCK == 0)
            start[v / KEY_BLOCK] = get_place (packer, PART_KEYS);
        append_text (packer->bytes, key);
    }
    end_part (packer, PART_KEYS);
    add_part (packer, PART_KEY_START, start, n_starts * sizeof *start);
}

typedef struct {
    guint64 hash;
    guint32 paper;
} IndexedId;

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
add_ids (Packer *packer, GArray *ids)
{
    if (ids->len > 0)
        qsort (ids->data, ids->len, sizeof (IndexedId), compare_ids);
    begin_part (packer, PART_ID_HASHES);
    for (guint i = 0; i < ids->len; i++)
        g_byte_array_append (packer->bytes, (const guint8 *)&g_array_index (ids, IndexedId, i).hash,
                             sizeof (guint64));
    end_part (packer, PART_ID_HASHES);
    begin_part (packer, PART_ID_PAPERS);
    for (guint i = 0; i < ids->len; i++)
        g_byte_array_append (packer->bytes,
                             (const guint8 *)&g_array_index (ids, IndexedId, i).paper,
                             sizeof (guint32));
    end_part (packer, PART_ID_PAPERS);
}

static void
add_papers (Packer *packer, const RhumbCorpus *corpus)
{
    const guint32 n = packer->header.n_papers;
    g_autofree gint16 *year = g_new (gint16, (gsize)n + 1);
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IndexedId));
    for (guint32 v = 0; v < n; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        const IndexedId own = {rhumb_text_hash (paper->id), v};
        year[v] = (gint16)paper->year;
        g_array_append_val (ids, own);
        for (gsize i = 0; paper->ids != NULL && paper->ids[i] != NULL; i++) {
            const IndexedId id = {rhumb_text_hash (paper->ids[i]), v};
            if (id.hash != own.hash)
                g_array_append_val (ids, id);
        }
    }
    add_part (packer, PART_YEAR, year, n * sizeof *year);
    add_ids (packer, ids);
}

static void
add_concepts (Packer *packer, const RhumbGraph *graph, const RhumbNetwork *network)
{
    g_autoptr (GByteArray) weights = g_byte_array_new ();
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    begin_part (packer, PART_CONCEPTS);
    rhumb_concepts_pack (concepts, rhumb_network_get_out_rows (network), packer->bytes, weights,
                         &packer->header.weight_width);
    end_part (packer, PART_CONCEPTS);
    add_part (packer, PART_WEIGHTS, weights->data, weights->len);
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
 * Packs a network for rhumb_link_index_new(), and the concepts and mentions of @graph. Weights of
 * the network are rounded to one in 4096, those of papers' concepts are kept to the last bit.
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
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    const gsize n_about = rhumb_network_get_n_edges (rhumb_concepts_get_about (concepts));
    /* Seven bytes an edge, eight a paper's concept, vectors, and text as long as the corpus has it
     * must stay below what a byte array can count. */
    const gsize n_vectors = vectors != NULL ? g_bytes_get_size (vectors) : 0;
    if (rows.start[rows.n_rows] * 7 + n_about * 8 + n_vectors > MOST_BYTES) {
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
                                .n_concepts = rhumb_concepts_get_n_concepts (concepts),
                                .maker = rhumb_get_maker (),
                                .word_factor = word_factor}};
    g_byte_array_set_size (packer.bytes, sizeof (IndexHeader));
    add_rows (&packer, network);
    add_citations (&packer, graph);
    add_papers (&packer, corpus);
    add_labels (&packer, graph, names);
    add_keys (&packer, corpus);
    add_concepts (&packer, graph, network);
    add_part (&packer, PART_VECTORS, vectors != NULL ? g_bytes_get_data (vectors, NULL) : NULL,
              n_vectors);
    packer.header.header_hash = rhumb_link_index_hash_header (&packer.header);
    memcpy (packer.bytes->data, &packer.header, sizeof packer.header);
    return g_byte_array_free_to_bytes (packer.bytes);
}
