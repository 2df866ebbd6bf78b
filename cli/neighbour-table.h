/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* How many neighbours are listed unless --top says. */
#define DEFAULT_NEIGHBOURS 20
/* Most letters of a title in a reason. */
#define REASON_LETTERS 60

/* Why a neighbour is one, in words; owned by the caller. */
typedef char *(*WhyFunction) (gconstpointer data, guint32 node);

Table *neighbour_table_new (const Run *run);
void neighbour_table_add_node (Table *table, guint rank, const char *id, const char *title,
                               int year, double score);
void neighbour_table_add (Table *table, guint rank, const char *id, const char *title, int year,
                          double score, const char *why);
Table *neighbour_table (const Run *run, const RhumbGraph *graph, const GArray *neighbours,
                        WhyFunction why, gconstpointer data);
guint neighbour_limit (const Run *run);
GArray *choose_start (const RhumbGraph *graph, const guint32 *paper, guint n, char **labels,
                      GError **error);
double *parse_weights (const char *text, guint n_seeds, GError **error);
gboolean parse_link_weights (const char *text, RhumbLikenessOptions *options, GError **error);

G_END_DECLS
