/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

/* The one header that users of the library include. Those who know igraph include
 * graph/igraph-door.h besides.
 *
 * The way from files to a drawing (the first half of it is examples/topics.c):
 *
 *     rhumb_corpus_load()          files                     → RhumbCorpus: papers, people, venues
 *     rhumb_extract_concepts()     corpus                    → RhumbConcepts
 *     rhumb_graph_new()            corpus, concepts          → RhumbGraph: all relations of these
 *     rhumb_build_walk_network(), rhumb_pagerank_of_graph()  → RhumbRanking: a score a node
 *     rhumb_find_topics()          graph, ranking            → RhumbTopics
 *     rhumb_draw_topics()          topics, ranking           → RhumbMap
 *     rhumb_map_save()             map                       → a file
 *
 * What answers one question stands together below, behind the names of the functions to begin with.
 * Most take options, of which NULL means the defaults, and tell what went wrong in a GError.
 * rhumb_graph_get_relation() gives a relation of the graph as a RhumbNetwork, which is all that
 * most methods need. */

/* What is known: papers, concepts, networks, and the graph of all of them. */
#include "graph/attributed-network.h"
#include "graph/concepts.h"
#include "graph/corpus-builder.h"
#include "graph/corpus.h"
#include "graph/derived-network.h"
#include "graph/graph.h"
#include "graph/network.h"
#include "graph/placer.h"
#include "graph/vocabulary.h"

/* What is computed from it, one type a result. */
#include "graph/evidence.h"
#include "graph/evolution.h"
#include "graph/hierarchy.h"
#include "graph/link-index.h"
#include "graph/map.h"
#include "graph/neighbour.h"
#include "graph/partition.h"
#include "graph/ranking.h"
#include "graph/series.h"
#include "graph/topics.h"
#include "graph/vectors.h"

/* Errors, strings, threads. */
#include "graph/error.h"
#include "graph/identifier.h"
#include "graph/text.h"
#include "graph/threads.h"

/* What is it about: rhumb_extract_concepts(), rhumb_rank_keyphrases() for each paper by itself. */
#include "analytics/text/concepts.h"
#include "analytics/text/keyphrases.h"
#include "analytics/text/mentions.h"
#include "analytics/text/scripts.h"
#include "analytics/text/synonyms.h"
#include "analytics/text/words.h"

/* What links what: rhumb_derive_network(), for co-citation, coupling, co-authorship and others. */
#include "analytics/network/cooccurrence.h"
#include "analytics/network/derive.h"
#include "analytics/network/normalisation.h"
#include "analytics/network/product.h"
#include "analytics/network/relatedness.h"
#include "analytics/network/strong-components.h"
#include "analytics/network/walk.h"

/* What belongs together: rhumb_find_topics(), rhumb_find_topic_levels(); of any network
 * rhumb_cluster(). */
#include "analytics/cluster/blocks.h"
#include "analytics/cluster/clustering.h"
#include "analytics/cluster/leiden.h"
#include "analytics/cluster/linkage.h"
#include "analytics/cluster/quality.h"
#include "analytics/cluster/resolution-scan.h"
#include "analytics/cluster/stability.h"
#include "analytics/cluster/topic-levels.h"
#include "analytics/cluster/topic-tree.h"
#include "analytics/cluster/topics.h"

/* What matters: rhumb_pagerank_of_graph(), rhumb_count_citations(); of any network
 * rhumb_pagerank(). */
#include "analytics/rank/age.h"
#include "analytics/rank/betweenness.h"
#include "analytics/rank/cores.h"
#include "analytics/rank/counts.h"
#include "analytics/rank/disruption.h"
#include "analytics/rank/graph-pagerank.h"
#include "analytics/rank/h-index.h"
#include "analytics/rank/hits.h"
#include "analytics/rank/pagerank.h"

/* What is alike: rhumb_overlap_new() by what two papers share, rhumb_walker_new() near some papers,
 * rhumb_grow_set(), rhumb_find_duplicates(); rhumb_lsh_new() for very many questions. */
#include "analytics/similar/duplicates.h"
#include "analytics/similar/fastrp.h"
#include "analytics/similar/fingerprints.h"
#include "analytics/similar/growth.h"
#include "analytics/similar/hnsw.h"
#include "analytics/similar/laplacian-eigenvectors.h"
#include "analytics/similar/likeness.h"
#include "analytics/similar/lsh.h"
#include "analytics/similar/minhash.h"
#include "analytics/similar/overlap.h"
#include "analytics/similar/push.h"
#include "analytics/similar/reading-order.h"
#include "analytics/similar/return-probabilities.h"
#include "analytics/similar/walk-batch.h"
#include "analytics/similar/walk-each.h"

/* What changes: rhumb_find_bursts(), rhumb_find_main_path(), rhumb_follow_themes(). */
#include "analytics/time/bursts.h"
#include "analytics/time/citation-bursts.h"
#include "analytics/time/concept-series.h"
#include "analytics/time/evolution.h"
#include "analytics/time/historiograph.h"
#include "analytics/time/main-path.h"
#include "analytics/time/strategic-diagram.h"

/* Why: rhumb_explain_concept(), rhumb_explain_topic_label(), rhumb_explain_pagerank(). */
#include "analytics/why/concept-evidence.h"
#include "analytics/why/paper-evidence.h"
#include "analytics/why/rank-evidence.h"

/* How far can results be trusted: rhumb_test_references(), rhumb_test_links(); rhumb_bootstrap() of
 * any measure. */
#include "analytics/eval/agreement.h"
#include "analytics/eval/bootstrap.h"
#include "analytics/eval/classify.h"
#include "analytics/eval/cluster-test.h"
#include "analytics/eval/figure.h"
#include "analytics/eval/k-means.h"
#include "analytics/eval/link-split.h"
#include "analytics/eval/link-test.h"
#include "analytics/eval/measures.h"
#include "analytics/eval/reference-test.h"

/* Where is it drawn: rhumb_draw_topics(), rhumb_draw_network(). */
#include "analytics/layout/dendrogram.h"
#include "analytics/layout/evolution-map.h"
#include "analytics/layout/network-map.h"
#include "analytics/layout/path-map.h"
#include "analytics/layout/placed-map.h"
#include "analytics/layout/strategic-map.h"
#include "analytics/layout/topic-map.h"

/* Files, in and out: rhumb_corpus_load(), rhumb_library_save() to keep what was read,
 * rhumb_map_save(). */
#include "io/format.h"
#include "io/graphviz-place.h"
#include "io/library.h"
#include "io/link-file.h"
#include "io/output.h"
#include "io/pairs.h"
#include "io/vocabulary/vocabulary.h"
#include "io/write/npy.h"
