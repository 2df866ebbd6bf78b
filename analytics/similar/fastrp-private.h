/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/fastrp.h"

G_BEGIN_DECLS

/* Private to similar. */
#define FASTRP_MAX_NUMBERS ((guint64)1 << 33)

/* A network's links and what each counts at its node: all of a node's count 1 together. */
typedef struct {
    RhumbRows rows;
    float *weight; /* of links; NULL = those of node v count scale[v] each */
    float *scale;
} FastrpLinks;

/* Room for a row of each node, in tiles. */
typedef struct {
    float *value;
    gsize n_bytes;
} FastrpTiles;

/* Adds a row, weighted, to another one. */
static inline void
fastrp_add_row (float weight, const float *from, guint d, float *to)
{
    for (guint k = 0; k < d; k++)
        to[k] += weight * from[k];
}

double rhumb_fastrp_sum_row (RhumbRows rows, guint32 v);
double rhumb_fastrp_get_length (const float *row, guint d);
void rhumb_fastrp_draw_row (const RhumbFastrpOptions *o, double sparsity, guint64 key,
                            double strength, float *row);
gboolean rhumb_fastrp_check_features (const RhumbFastrpFeatures *features, guint32 n_nodes, guint d,
                                      GError **error);
float *rhumb_fastrp_draw_features (const RhumbFastrpFeatures *features,
                                   const RhumbFastrpOptions *o);
void rhumb_fastrp_mix_row (const RhumbFastrpFeatures *features, const float *random,
                           const RhumbFastrpOptions *o, double strength, guint32 v, float *row);

void rhumb_fastrp_draw_start (const FastrpLinks *links, const guint64 *key,
                              const RhumbFastrpFeatures *features, const RhumbFastrpOptions *o,
                              double sparsity, float *tiles);
void rhumb_fastrp_start_sparse (const FastrpLinks *links, const guint64 *key,
                                const RhumbFastrpOptions *o, double sparsity, float *spare,
                                float *tiles);

void rhumb_fastrp_links_init (FastrpLinks *links, RhumbRows rows);
void rhumb_fastrp_links_clear (FastrpLinks *links);
float *rhumb_fastrp_tiles_init (FastrpTiles *tiles, guint32 n, guint d);
void rhumb_fastrp_tiles_clear (FastrpTiles *tiles);
void rhumb_fastrp_put_row (float *tiles, guint32 n, guint d, guint32 v, const float *row);
void rhumb_fastrp_get_row (const float *tiles, guint32 n, guint d, guint32 v, float *row);
void rhumb_fastrp_step (const FastrpLinks *links, guint d, const float *from, float *to);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FastrpLinks, rhumb_fastrp_links_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FastrpTiles, rhumb_fastrp_tiles_clear)

G_END_DECLS
