/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/forest.h"
#include "analytics/text/strings.h"

G_BEGIN_DECLS

/* What is known of a word: how rare it is (0 … 1), and the log odds that it is a whole author
 * keyword, the last word of one, or an earlier word of one. */
typedef struct {
    double rarity;
    double single;
    double head;
    double modifier;
} RhumbWordPrior;

/* Weights of the features of a phrase, a table of words, and British spellings; immutable. */
typedef struct _RhumbModel RhumbModel;

RhumbModel *rhumb_model_new (void);
RhumbModel *rhumb_model_parse (const char *text, gsize length, const char *name, GError **error);
void rhumb_model_free (RhumbModel *model);
gboolean rhumb_model_get_weights (const RhumbModel *model, const char *feature, double *author,
                                  double *dense);
const RhumbTree *rhumb_model_get_trees (const RhumbModel *model, gboolean dense, guint *n);
const RhumbForest *rhumb_model_get_forest (const RhumbModel *model, gboolean dense);
const RhumbWordPrior *rhumb_model_find_word (const RhumbModel *model, const char *stem,
                                             gsize length);
gboolean rhumb_model_knows_word (const RhumbModel *model, const char *stem, gsize length);
const char *rhumb_model_find_american (const RhumbModel *model, const char *word, gsize length);
guint32 rhumb_model_get_n_words (const RhumbModel *model);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbModel, rhumb_model_free)

G_END_DECLS
