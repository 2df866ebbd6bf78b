/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* What --by says papers are compared by, and the rows that follow from it. */
typedef struct {
    RhumbLikeness *likeness; /* NULL if by references */
    GPtrArray *works;        /* names of cited works, if by references */
    RhumbNetwork *features;
    RhumbOverlap *overlap;
} Comparison;

gboolean comparison_check (const char *by, GError **error);
gboolean comparison_prepare (Comparison *comparison, const RhumbGraph *graph, const char *by,
                             GError **error);
void comparison_clear (Comparison *comparison);
char *comparison_why (const Comparison *comparison, const RhumbGraph *graph, guint32 node,
                      const guint32 *others, guint n_others);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

#define COMPARISON_HELP                                                                            \
    "--by all: cosine over concepts, citations and words (λ = 0.4), as rhumb related weighs; "    \
    "text:\n"                                                                                      \
    "concepts and words alone; links: Jaccard over papers that cite or are cited; refs: Jaccard\n" \
    "over all cited works, also those outside FILE (bibliographic coupling).\n"

G_END_DECLS
