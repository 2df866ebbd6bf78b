/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"

G_BEGIN_DECLS

/* One letter a token: T determiner, I preposition, C conjunction, O pronoun, M modal verb,
 * V auxiliary verb, R adverb, # number, . punctuation, P name, G -ing form, D -ed form,
 * J adjective, N noun and all else. */
gboolean rhumb_title_tells_names (const RhumbTokens *tokens);
gboolean rhumb_is_in_running_text (const RhumbTokens *tokens, guint32 sentence, guint32 i,
                                   gboolean is_telling);
char *rhumb_tag_tokens (const RhumbTokens *tokens, RhumbArena *arena);

G_END_DECLS
