/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All of librhumb-igraph: where igraph's functions are. See graph/by-need.c.
 */
#include "graph/igraph-private.h"

extern const RhumbIgraphCalls rhumb_igraph_calls;

const RhumbIgraphCalls rhumb_igraph_calls = {
    .community_infomap = igraph_community_infomap,
    .community_label_propagation = igraph_community_label_propagation,
    .community_multilevel = igraph_community_multilevel,
    .community_to_membership = igraph_community_to_membership,
    .community_walktrap = igraph_community_walktrap,
    .create = igraph_create,
    .destroy = igraph_destroy,
    .layout_drl = igraph_layout_drl,
    .layout_drl_options_init = igraph_layout_drl_options_init,
    .layout_fruchterman_reingold = igraph_layout_fruchterman_reingold,
    .layout_kamada_kawai = igraph_layout_kamada_kawai,
    .layout_umap = igraph_layout_umap,
    .matrix_destroy = igraph_matrix_destroy,
    .matrix_init = igraph_matrix_init,
    .matrix_int_destroy = igraph_matrix_int_destroy,
    .matrix_int_init = igraph_matrix_int_init,
    .matrix_int_nrow = igraph_matrix_int_nrow,
    .rng_default = igraph_rng_default,
    .rng_seed = igraph_rng_seed,
    .set_error_handler = igraph_set_error_handler,
    .set_warning_handler = igraph_set_warning_handler,
    .strerror = igraph_strerror,
    .vcount = igraph_vcount,
    .vector_destroy = igraph_vector_destroy,
    .vector_init = igraph_vector_init,
    .vector_int_destroy = igraph_vector_int_destroy,
    .vector_int_init = igraph_vector_int_init,
    .finally_free = IGRAPH_FINALLY_FREE,
};
