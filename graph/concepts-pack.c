/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Packs concepts for an index of links (graph/link-index-pack.c), which has their labels, and most
 * of their papers, in any case: a concept is about the papers that its node is linked with. What
 * must be kept beside is which names it goes by, how its papers are known, and the weights, to the
 * last bit: a topic that was rounded would be another one.
 *
 * Of each concept, in their order: PackedConceptFlags; its id and its short form if they say so;
 * how many other variants, and these; how many broader concepts, and steps between them; unless
 * they are those of its node how many papers, and steps between them; how many of them are known
 * otherwise than by their text, and of each the step from the last in the list of papers, and a
 * byte of flags. Texts end in a 0, numbers have seven bits a byte. Weights stand apart, all of them
 * in as many bytes as the smallest needs.
 *
 * Cost: O(links).
 */
#include <string.h>

#include "graph/concepts-private.h"
#include "graph/link-index-private.h"

typedef struct {
    const RhumbConcepts *concepts;
    RhumbRows linked;
    GByteArray *bytes;
    GByteArray *weights;
    guint width;
    guint32 *mark_start; /* of each concept, in … */
    guint32 *mark;       /* numbers of marks, by concept, then paper */
} Packer;

static guint64
get_lack (double weight)
{
    guint64 bits;
    G_STATIC_ASSERT (sizeof bits == sizeof weight);
    memcpy (&bits, &weight, sizeof bits);
    return BITS_OF_ONE - bits;
}

/* Bytes that every weight has room in. */
static guint
find_width (RhumbRows papers)
{
    guint64 most = 0;
    guint width = 1;
    for (gsize i = 0; i < papers.start[papers.n_rows]; i++)
        most = MAX (most, get_lack (rhumb_rows_get_weight (papers, i)));
    while (width < 8 && most >> (8 * width) > 0)
        width++;
    return width;
}

/* Marks are sorted by paper; this sorts them by concept. */
static void
sort_marks (Packer *packer)
{
    const GArray *marks = packer->concepts->marks;
    const guint32 n = packer->concepts->concepts->len;
    packer->mark_start = g_new0 (guint32, (gsize)n + 2);
    packer->mark = g_new (guint32, (gsize)marks->len + 1);
    for (guint i = 0; i < marks->len; i++)
        packer->mark_start[g_array_index (marks, RhumbConceptMark, i).concept + 2]++;
    for (guint32 c = 0; c < n; c++)
        packer->mark_start[c + 2] += packer->mark_start[c + 1];
    for (guint i = 0; i < marks->len; i++)
        packer->mark[packer->mark_start[g_array_index (marks, RhumbConceptMark, i).concept + 1]++] =
            i;
}

static void
append_text (GByteArray *bytes, const char *text)
{
    g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text) + 1);
}

/* Whether all neighbours of a concept's node are its papers. */
static gboolean
is_in_row (const Packer *packer, guint32 c, const guint32 *paper, gsize n)
{
    const guint32 n_papers = rhumb_network_get_n_from (packer->concepts->about);
    const gsize first = packer->linked.start[n_papers + c];
    return packer->linked.start[n_papers + c + 1] - first == n &&
           memcmp (packer->linked.node + first, paper, n * sizeof *paper) == 0;
}

static void
append_names (const Packer *packer, const RhumbConcept *concept, gboolean in_row)
{
    guint n_others = 0;
    gboolean as_label = FALSE;
    for (guint i = 0; concept->variants[i] != NULL; i++) {
        const gboolean is_label = !as_label && g_str_equal (concept->variants[i], concept->label);
        n_others += !is_label;
        as_label = as_label || is_label;
    }
    append_step (packer->bytes, (concept->is_from_vocabulary ? PACKED_ID : 0u) |
                                    (concept->acronym != NULL ? PACKED_ACRONYM : 0u) |
                                    (as_label ? PACKED_AS_LABEL : 0u) |
                                    (in_row ? PACKED_IN_ROW : 0u));
    if (concept->is_from_vocabulary)
        append_text (packer->bytes, concept->id);
    if (concept->acronym != NULL)
        append_text (packer->bytes, concept->acronym);
    append_step (packer->bytes, n_others);
    for (guint i = 0; concept->variants[i] != NULL; i++) {
        if (!as_label || !g_str_equal (concept->variants[i], concept->label))
            append_text (packer->bytes, concept->variants[i]);
        else
            as_label = FALSE; /* left out once */
    }
}

static void
append_list (GByteArray *bytes, const guint32 *node, gsize n)
{
    append_step (bytes, (guint32)n);
    append_row (bytes, node, n);
}

static void
append_weight (const Packer *packer, double weight)
{
    const guint64 lack = GUINT64_TO_LE (get_lack (weight));
    g_byte_array_append (packer->weights, (const guint8 *)&lack, packer->width);
}

/* Papers whose number is @first to @end − 1 in the rows of papers. */
static void
append_papers (const Packer *packer, guint32 c, RhumbRows papers)
{
    const GArray *marks = packer->concepts->marks;
    const gsize first = papers.start[c];
    guint32 at = packer->mark_start[c];
    const guint32 end = packer->mark_start[c + 1];
    gsize last = first;
    append_step (packer->bytes, end - at);
    for (gsize i = first; i < papers.start[c + 1]; i++) {
        const double weight = rhumb_rows_get_weight (papers, i);
        const RhumbConceptMark *mark =
            at < end ? &g_array_index (marks, RhumbConceptMark, packer->mark[at]) : NULL;
        const gboolean is_marked = mark != NULL && mark->paper == papers.node[i];
        const gboolean is_whole = is_marked && !(weight < 1);
        if (is_marked) {
            const guint8 flags = (guint8)(mark->flags | (is_whole ? PACKED_WHOLE : 0u));
            append_step (packer->bytes, (guint32)(i - last));
            g_byte_array_append (packer->bytes, &flags, 1);
            last = i;
            at++;
        }
        if (!is_whole)
            append_weight (packer, weight);
    }
    g_assert (at == end);
}

/* Packs concepts for rhumb_link_index_read_concepts(). @concepts: concepts; @linked: rows of nodes:
 * papers, then these concepts, then others; @bytes: what their description is added to; @weights:
 * what weights of their papers are added to; @weight_width (out): bytes of each of these. */
void
rhumb_concepts_pack (const RhumbConcepts *concepts, RhumbRows linked, GByteArray *bytes,
                     GByteArray *weights, guint64 *weight_width)
{
    const RhumbRows papers = rhumb_network_get_in_rows (concepts->about);
    const RhumbRows broader = rhumb_network_get_out_rows (concepts->broader);
    Packer packer = {concepts, linked, bytes, weights, find_width (papers), NULL, NULL};
    sort_marks (&packer);
    for (guint32 c = 0; c < concepts->concepts->len; c++) {
        const guint32 *paper = papers.node + papers.start[c];
        const gsize n = papers.start[c + 1] - papers.start[c];
        const gboolean in_row = is_in_row (&packer, c, paper, n);
        append_names (&packer, &g_array_index (concepts->concepts, RhumbConcept, c), in_row);
        append_list (bytes, broader.node + broader.start[c],
                     broader.start[c + 1] - broader.start[c]);
        if (!in_row)
            append_list (bytes, paper, n);
        append_papers (&packer, c, papers);
    }
    *weight_width = packer.width;
    g_free (packer.mark_start);
    g_free (packer.mark);
}
