/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/phrases.h"

G_BEGIN_DECLS

/* A fixture: a reader of phrases with all that it stands on. */
typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbPhraseReader *reader;
} PhraseReading;

void phrase_reading_set_up (PhraseReading *reading, gconstpointer data);
void phrase_reading_tear_down (PhraseReading *reading, gconstpointer data);

G_END_DECLS
