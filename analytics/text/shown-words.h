/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/lexicon.h"

G_BEGIN_DECLS

/* For each stem a word as it is written. Stems are numbered by the caller. */
typedef struct _RhumbShownWords RhumbShownWords;

RhumbShownWords *rhumb_shown_words_new (void);
void rhumb_shown_words_free (RhumbShownWords *words);
void rhumb_shown_words_vote (RhumbShownWords *words, guint32 stem, const RhumbSpelling *word);
const char *rhumb_shown_words_get (const RhumbShownWords *words, guint32 stem);

G_END_DECLS
