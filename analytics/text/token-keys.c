/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The keys of all phrases of one paper, under which variants of a term are found.
 *
 * The key of a phrase is that of its tokens, one behind the other: so those of all tokens are put
 * together once, and the key of a phrase is a piece of them. Only a phrase with a number of
 * dimensions, "two" "dimensional", has another one ("2d"), which is put together by itself. Cost:
 * linear in the tokens, then nothing for nearly every phrase.
 */
#include "analytics/text/token-keys.h"

#include <string.h>

#define DIMENSIONAL "dimensional"

/* Appends the key of one token. Most are no short forms. */
static void
append_key (const RhumbAcronymTable *acronyms, const RhumbTokens *tokens, guint32 i, GString *text)
{
    const RhumbSpelling *token = tokens->token[i];
    if (rhumb_may_be_short_form (token))
        rhumb_acronym_table_append_key (acronyms, tokens, i, i + 1, text);
    else
        rhumb_append_fold_of (token, text);
}

/* Puts the keys of @tokens into @text, whose contents go. @acronyms, @tokens and @text are
 * borrowed.
 */
void
rhumb_token_keys_init (RhumbTokenKeys *keys, const RhumbAcronymTable *acronyms,
                       const RhumbTokens *tokens, GString *text)
{
    *keys =
        (RhumbTokenKeys){acronyms, tokens, text, g_new (gsize, (gsize)tokens->n_tokens + 1), FALSE};
    g_string_truncate (text, 0);
    for (guint32 i = 0; i < tokens->n_tokens; i++) {
        keys->begin[i] = text->len;
        append_key (acronyms, tokens, i, text);
    }
    keys->begin[tokens->n_tokens] = text->len;
    keys->has_dimensions = memmem (text->str, text->len, DIMENSIONAL, strlen (DIMENSIONAL)) != NULL;
}

void
rhumb_token_keys_clear (RhumbTokenKeys *keys)
{
    g_free (keys->begin);
}

/* The key of tokens @start … @end − 1. */
RhumbKeyPiece
rhumb_token_keys_cut (RhumbTokenKeys *keys, guint32 start, guint32 end)
{
    const gsize begin = keys->begin[start];
    const gsize length = keys->begin[end] - begin;
    if (!keys->has_dimensions || end - start < 2 ||
        g_strstr_len (keys->text->str + begin, (gssize)length, DIMENSIONAL) == NULL)
        return (RhumbKeyPiece){begin, length};
    const gsize behind = keys->text->len;
    rhumb_acronym_table_append_key (keys->acronyms, keys->tokens, start, end, keys->text);
    return (RhumbKeyPiece){behind, keys->text->len - behind};
}
