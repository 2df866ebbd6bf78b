/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* The weight of words where papers are compared. Their squares count; with the weight that suits a
 * walk they would not count at all, and a single concept would decide. */
#define COMPARISON_WORDS 0.4

/* What --by says papers are compared by, and the rows that follow from it. */
typedef struct {
    RhumbLikeness *likeness; /* NULL if by references */
    GPtrArray *works;        /* names of cited works, if by references */
    RhumbNetwork *features;
    RhumbOverlap *overlap;
} Comparison;

gboolean comparison_check (const char *by, const char *other, GError **error);
/* @to_grow: for growth of a set, where a citation is itself something that both papers have in
 * common, and weights, not their squares, count. */
gboolean comparison_prepare (Comparison *comparison, const RhumbGraph *graph, const char *by,
                             gboolean to_grow, GError **error);
void comparison_clear (Comparison *comparison);
GArray *comparison_find_similar (RhumbOverlap *overlap, guint32 n_papers, const guint32 *paper,
                                 guint n, const guint8 *allowed, guint n_best);
char *comparison_why (const Comparison *comparison, const RhumbGraph *graph, guint32 node,
                      const guint32 *others, guint n_others);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

#define COMPARISON_HELP                                                                            \
    "--by all: cosine over concepts, citations and words (λ = 0.4), as rhumb related weighs; "    \
    "text:\n"                                                                                      \
    "concepts and words alone; links: Jaccard over papers that cite or are cited; refs: Jaccard\n" \
    "over all cited works, also those outside FILE (bibliographic coupling).\n"

G_END_DECLS
