/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/features.h"

G_BEGIN_DECLS

/* Counts over all places of one candidate. */
typedef struct {
    guint32 first_start; /* tokens */
    guint32 last_start;
    guint32 n_starts_sentence;
    guint32 n_after_the;
    guint32 n_after_verb;  /* of grammar: is, has, can */
    guint32 n_after_break; /* an academic verb or the like: propose, using */
    guint32 n_before_verb;
    guint32 n_before_preposition;
    guint32 n_before_end; /* of the sentence, or a mark */
    gboolean starts_title;
    gboolean ends_title;
    gboolean has_digit;
} RhumbSurroundings;

RhumbSurroundings rhumb_look_around (const RhumbReading *reading, const RhumbCandidate *candidate);

G_END_DECLS
