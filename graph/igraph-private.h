/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/igraph-door.h"

G_BEGIN_DECLS

/* What we call of igraph, which is opened when it is needed first: it brings a dozen libraries
 * along (BLAS, LAPACK, ARPACK, GLPK, libxml2 …). */
typedef struct {
    __typeof__ (igraph_community_infomap) *community_infomap;
    __typeof__ (igraph_community_label_propagation) *community_label_propagation;
    __typeof__ (igraph_community_multilevel) *community_multilevel;
    __typeof__ (igraph_community_to_membership) *community_to_membership;
    __typeof__ (igraph_community_walktrap) *community_walktrap;
    __typeof__ (igraph_create) *create;
    __typeof__ (igraph_destroy) *destroy;
    __typeof__ (igraph_layout_drl) *layout_drl;
    __typeof__ (igraph_layout_drl_options_init) *layout_drl_options_init;
    __typeof__ (igraph_layout_fruchterman_reingold) *layout_fruchterman_reingold;
    __typeof__ (igraph_layout_kamada_kawai) *layout_kamada_kawai;
    __typeof__ (igraph_layout_umap) *layout_umap;
    __typeof__ (igraph_matrix_destroy) *matrix_destroy;
    __typeof__ (igraph_matrix_init) *matrix_init;
    __typeof__ (igraph_matrix_int_destroy) *matrix_int_destroy;
    __typeof__ (igraph_matrix_int_init) *matrix_int_init;
    __typeof__ (igraph_matrix_int_nrow) *matrix_int_nrow;
    __typeof__ (igraph_rng_default) *rng_default;
    __typeof__ (igraph_rng_seed) *rng_seed;
    __typeof__ (igraph_set_error_handler) *set_error_handler;
    __typeof__ (igraph_set_warning_handler) *set_warning_handler;
    __typeof__ (igraph_strerror) *strerror;
    __typeof__ (igraph_vcount) *vcount;
    __typeof__ (igraph_vector_destroy) *vector_destroy;
    __typeof__ (igraph_vector_init) *vector_init;
    __typeof__ (igraph_vector_int_destroy) *vector_int_destroy;
    __typeof__ (igraph_vector_int_init) *vector_int_init;
    __typeof__ (IGRAPH_FINALLY_FREE) *finally_free;
} RhumbIgraphCalls;

/* %NULL until rhumb_igraph_open(). */
extern const RhumbIgraphCalls *rhumb_igraph_opened;

gboolean rhumb_igraph_open (GError **error);

static inline const RhumbIgraphCalls *
igraph (void)
{
    return rhumb_igraph_opened;
}

G_END_DECLS
