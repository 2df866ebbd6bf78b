/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

/**
 * RhumbDuplicate:
 * @a: a paper
 * @b: another one, above @a
 * @score: how alike they are, from 0 to 1
 * @by_title: %TRUE if titles were compared, because an abstract is missing; else title and
 *   abstract
 *
 * Two papers that may be the same work.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 a;
    guint32 b;
    double score;
    gboolean by_title;
} RhumbDuplicate;

GArray *rhumb_find_duplicates (const RhumbCorpus *corpus, double least, guint64 seed);

G_END_DECLS
