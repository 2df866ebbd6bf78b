/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Every public function that frees takes NULL, as free() does.
 */
#include "rhumb.h"

static void
nothing_is_freed (void)
{
    rhumb_attributed_network_free (NULL);
    rhumb_concepts_builder_free (NULL);
    rhumb_corpus_builder_free (NULL);
    rhumb_derived_network_free (NULL);
    rhumb_evidence_builder_free (NULL);
    rhumb_fingerprints_free (NULL);
    rhumb_hit_free (NULL);
    rhumb_hnsw_free (NULL);
    rhumb_keyphrases_free (NULL);
    rhumb_library_lock_free (NULL);
    rhumb_likeness_free (NULL);
    rhumb_link_index_free (NULL);
    rhumb_link_split_free (NULL);
    rhumb_map_builder_free (NULL);
    rhumb_overlap_free (NULL);
    rhumb_record_free (NULL);
    rhumb_vocabulary_builder_free (NULL);
    rhumb_walk_batch_free (NULL);
    rhumb_walker_free (NULL);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/free-null/nothing-is-freed", nothing_is_freed);
    return g_test_run ();
}
