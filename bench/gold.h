/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/stems.h"

G_BEGIN_DECLS

/* A paper whose keyphrases people gave. */
typedef struct {
    char *title;
    char *abstract;
    GHashTable *keyphrases; /* stems parted by blanks -> number of the keyphrase, from 1 */
    guint n_keyphrases;     /* spellings that mean one count once */
} GoldPaper;

#define GOLD_N_CUTS 3

/* Sums over papers of the F1 of the first 5, 10 and 15 phrases. */
typedef struct {
    guint n_papers;
    double f1[GOLD_N_CUTS];
} GoldScore;

void gold_paper_free (gpointer data);
GPtrArray *gold_read (const char *path, RhumbStems *stems, GError **error);
char *gold_stem (RhumbStems *stems, const char *text);
void gold_score (GoldScore *score, const GoldPaper *paper, const GPtrArray *phrases,
                 RhumbStems *stems);

G_END_DECLS
