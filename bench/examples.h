/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/phrases.h"
#include "analytics/text/scores.h"
#include "bench/word-table.h"

G_BEGIN_DECLS

/* The candidates of the papers of one style, in the order of their papers. */
typedef struct {
    Style style;
    GPtrArray *paper;  /* of GoldPaper */
    GArray *candidate; /* whose words they are */
    GArray *feature;   /* of float, RHUMB_N_FEATURES a candidate */
    GArray *label;     /* of guint8: 1 = people chose it */
    GArray *is_out;    /* of guint8: 1 = can be no concept and so no example */
    GArray *end;       /* of guint: behind the last candidate of each paper */
} Examples;

/* Rows to fit to. */
typedef struct {
    GArray *row;    /* of float */
    GArray *label;  /* of guint8 */
    GArray *offset; /* of double: log odds known before */
} Rows;

Examples *examples_new (Style style);
void examples_free (Examples *examples);
gboolean examples_read (Examples *examples, RhumbPhraseReader *reader, WordTable *table,
                        const char *path, GError **error);
void examples_measure (Examples *examples, RhumbPhraseReader *reader);
void examples_set_priors (Examples *examples, WordTable *table);
Rows *examples_select (const Examples *examples);
Rows *examples_select_rivals (const Examples *examples, RhumbPhraseReader *reader,
                              const double *weight);
void rows_free (Rows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Examples, examples_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, rows_free)

G_END_DECLS
