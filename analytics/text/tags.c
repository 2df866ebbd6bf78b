/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A light guess at each token's part of speech: closed lists for the words of grammar, capitals
 * for names, endings for the rest. Wrong for one word in seven, which the scores of phrases
 * forgive; a trained tagger gained half a point of F1 for megabytes of model.
 */
#include "analytics/text/tags.h"

#include <string.h>

/* How the capitals of a sentence are read. */
typedef enum {
    CAPITALS_TELL,     /* capitals mark names */
    CAPITALS_OF_TITLE, /* every word has one: only inner capitals and all capitals tell */
    ALL_CAPITALS,      /* nothing tells */
} Capitals;

static Capitals
look_at_capitals (const RhumbSpelling *const *token, guint32 n)
{
    guint32 n_long = 0;
    guint32 n_capital = 0;
    gboolean all_capitals = TRUE;
    for (guint32 i = 0; i < n; i++) {
        if (!token[i]->begins_with_letter || token[i]->n_chars <= 3)
            continue;
        n_long++;
        n_capital += token[i]->begins_with_capital;
        all_capitals = all_capitals && token[i]->is_all_capitals;
    }
    if (n_long <= 2 || !(n_capital > .6 * n_long))
        return CAPITALS_TELL;
    return all_capitals ? ALL_CAPITALS : CAPITALS_OF_TITLE;
}

/* Whether a capital in the title marks a name, as it does inside sentences: "Memory of the First
 * World War in Germany", but not "Memory of the War". */
gboolean
rhumb_title_tells_names (const RhumbTokens *tokens)
{
    guint32 n_small = 0;
    const guint32 end = tokens->n_title_sentences > 0 ? tokens->start[1] : 0;
    for (guint32 i = 0; i < end; i++)
        n_small += tokens->token[i]->n_chars > 3 && tokens->token[i]->begins_with_letter &&
                   !tokens->token[i]->begins_with_capital;
    return n_small > 1 && look_at_capitals (tokens->token, end) == CAPITALS_TELL;
}

/* Whether a token of a text has no capital but one that marks a name: neither a sentence nor what
 * is behind a colon begins with it. @is_telling: whether the title tells names. */
gboolean
rhumb_is_in_running_text (const RhumbTokens *tokens, guint32 sentence, guint32 i,
                          gboolean is_telling)
{
    if (tokens->start[sentence] == i)
        return FALSE;
    return sentence >= tokens->n_title_sentences ||
           (is_telling && strchr (":.?!-\"'(", *tokens->token[i - 1]->text) == NULL);
}

static gboolean
keeps_capitals (const RhumbSpelling *token, Capitals capitals)
{
    if (capitals == CAPITALS_TELL)
        return TRUE;
    if (token->is_all_capitals)
        return capitals != ALL_CAPITALS;
    return token->n_capitals > 1;
}

static char
tag_token (const RhumbSpelling *token, gboolean is_first)
{
    const RhumbSpelling *lower = token->lower;
    if (lower->role.tag)
        return lower->role.tag;
    if (!token->is_word)
        return '.';
    if (token->begins_with_digit)
        return '#';
    if (token->has_inner_capital || (token->begins_with_capital && !is_first))
        return 'P';
    return lower->ending;
}

/* Tags each token. Returns n_tokens letters in the arena. */
char *
rhumb_tag_tokens (const RhumbTokens *tokens, RhumbArena *arena)
{
    char *tag = RHUMB_ARENA_NEW (arena, char, tokens->n_tokens);
    for (guint32 s = 0; s < tokens->n_sentences; s++) {
        const guint32 start = tokens->start[s];
        const guint32 end = tokens->start[s + 1];
        const Capitals capitals = look_at_capitals (tokens->token + start, end - start);
        for (guint32 i = start; i < end; i++) {
            const RhumbSpelling *token = tokens->token[i];
            if (!keeps_capitals (token, capitals))
                token = token->lower;
            tag[i] = tag_token (token, i == start);
        }
    }
    return tag;
}
