/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"

G_BEGIN_DECLS

/* How often each word is written small where a capital would mark a name. */
typedef struct _RhumbCapitals RhumbCapitals;

RhumbCapitals *rhumb_capitals_new (void);
void rhumb_capitals_free (RhumbCapitals *capitals);
void rhumb_capitals_add (RhumbCapitals *capitals, const RhumbLexicon *lexicon,
                         const RhumbTokens *tokens);
void rhumb_capitals_add_all (RhumbCapitals *capitals, const RhumbCapitals *other);
char *rhumb_capitals_settle (const RhumbCapitals *capitals, const char *label,
                             gboolean is_expansion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCapitals, rhumb_capitals_free)

G_END_DECLS
