/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/acronym-table.h"

G_BEGIN_DECLS

/* The keys of the tokens of one paper, one behind the other. */
typedef struct {
    const RhumbAcronymTable *acronyms;
    const RhumbTokens *tokens;
    GString *text;
    gsize *begin; /* one more than tokens: where the key of each begins in @text */
    gboolean has_dimensions;
} RhumbTokenKeys;

/* A piece of the text of RhumbTokenKeys, which may move while pieces are asked for. */
typedef struct {
    gsize begin;
    gsize length;
} RhumbKeyPiece;

void rhumb_token_keys_init (RhumbTokenKeys *keys, const RhumbAcronymTable *acronyms,
                            const RhumbTokens *tokens, GString *text);
void rhumb_token_keys_clear (RhumbTokenKeys *keys);
RhumbKeyPiece rhumb_token_keys_cut (RhumbTokenKeys *keys, guint32 start, guint32 end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbTokenKeys, rhumb_token_keys_clear)

G_END_DECLS
