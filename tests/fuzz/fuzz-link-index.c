/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as an index of links, with a header whose hash is right, so that what lies behind is
 * reached. What must hold: an error or answers that are numbers and UTF-8, concepts that are whole;
 * walks and comparisons end.
 */
#include "tests/fuzz/fuzz.h"

#include <math.h>
#include <string.h>

#include "analytics/similar/overlap.h"
#include "analytics/similar/push.h"
#include "graph/link-index-private.h"

#define MOST_NODES 100000

static void
ask (RhumbLinkIndex *index, guint32 paper)
{
    const guint32 n = rhumb_link_index_get_n_papers (index);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new_of_index (index);
    g_autoptr (RhumbOverlap) overlap = rhumb_overlap_new_of_index (index);
    g_autoptr (GArray) alike = rhumb_overlap_list_alike (overlap, paper, 5, NULL);
    g_assert_true (rhumb_walker_start (walker, &paper, NULL, 1, NULL, NULL));
    g_autoptr (GArray) near = rhumb_walker_list_best (walker, 0, n, 5);
    for (guint i = 0; i < near->len; i++) {
        const RhumbNeighbour item = g_array_index (near, RhumbNeighbour, i);
        g_autoptr (GArray) carriers = rhumb_walker_list_carriers (walker, item.node, 5);
        g_assert_cmpuint (carriers->len, <=, 5);
        g_assert_true (item.node < n && isfinite (item.score));
        g_assert_true (g_utf8_validate (rhumb_link_index_get_label (index, item.node), -1, NULL));
    }
    for (guint i = 0; i < alike->len; i++) {
        const RhumbNeighbour item = g_array_index (alike, RhumbNeighbour, i);
        g_autoptr (GArray) shared = rhumb_overlap_list_shared (overlap, paper, item.node, 5);
        g_assert_cmpuint (shared->len, <=, 5);
        g_assert_true (item.node < n && !isnan (item.score));
        g_assert_true (g_utf8_validate (rhumb_link_index_get_id (index, item.node), -1, NULL));
        rhumb_link_index_has_citation (index, paper, item.node, i % 2 == 0);
    }
}

/* What comes out is whole, or there is an error. */
static void
read_concepts (RhumbLinkIndex *index)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbConcepts) concepts = rhumb_link_index_read_concepts (index, &error);
    g_autoptr (RhumbNetwork) mentions = rhumb_link_index_read_mentions (index, NULL);
    g_assert_true ((concepts == NULL) == (error != NULL));
    g_assert_true ((mentions != NULL) == rhumb_link_index_check (index, NULL));
    for (guint32 c = 0; concepts != NULL && c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        g_assert_true (*concept->label != '\0' && isfinite (concept->score));
        g_assert_cmpuint (concept->n_papers, <=, rhumb_link_index_get_n_papers (index));
        g_assert_true (g_utf8_validate (concept->id, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    g_autofree guint8 *copy = g_malloc (length + 1);
    memcpy (copy, bytes, length);
    if (length >= sizeof (IndexHeader)) {
        IndexHeader *header = (IndexHeader *)(gpointer)copy;
        header->maker = rhumb_get_maker ();
        header->header_hash = rhumb_link_index_hash_header (header);
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) all = g_bytes_new (copy, length);
    g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (all, "fuzz", &error);
    g_assert_true ((index == NULL) == (error != NULL));
    if (index == NULL || rhumb_link_index_get_n_nodes (index) > MOST_NODES)
        return 0;
    g_autoptr (GArray) found = rhumb_link_index_find_title (index, "a");
    g_assert_cmpuint (found->len, <=, rhumb_link_index_get_n_papers (index));
    for (guint32 v = 0; v < MIN (rhumb_link_index_get_n_papers (index), 3); v++)
        ask (index, v);
    rhumb_link_index_find_id (index, "a");
    read_concepts (index);
    return 0;
}
