/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How often a paper has each word that may tell its subject, by stem.
 *
 * Each word of a title counts twice, because a title says once what its abstract says again and
 * again. The words of grammar and of academic phrasing and links are left out; a word of grammar
 * in capitals ("IT") is kept, unless its whole sentence is in capitals.
 *
 * Cost: linear in the tokens; 4 bytes a stem of the lexicon.
 */
#include "analytics/text/word-counts.h"

#include <string.h>

#include "analytics/text/letters.h"

#define TITLE_COUNT 2

void
rhumb_word_counter_init (RhumbWordCounter *counter, gboolean votes)
{
    *counter = (RhumbWordCounter){
        .place = g_array_new (FALSE, TRUE, sizeof (guint32)),
        .count = g_array_new (FALSE, FALSE, sizeof (RhumbWordCount)),
        .vote = g_array_new (FALSE, FALSE, sizeof (RhumbWordVote)),
        .votes = votes,
    };
}

void
rhumb_word_counter_clear (RhumbWordCounter *counter)
{
    g_array_unref (counter->place);
    g_array_unref (counter->count);
    g_array_unref (counter->vote);
}

static void
count_stem (RhumbWordCounter *counter, guint32 stem, guint32 times)
{
    if (counter->place->len <= stem)
        g_array_set_size (counter->place, stem + 1);
    guint32 *place = &g_array_index (counter->place, guint32, stem);
    if (*place > 0) {
        g_array_index (counter->count, RhumbWordCount, *place - 1).count += times;
        return;
    }
    const RhumbWordCount count = {stem, times};
    g_array_append_val (counter->count, count);
    *place = counter->count->len;
}

static gboolean
is_subject_word (const RhumbSpelling *word, gboolean capitals_tell)
{
    if (!word->is_word)
        return FALSE;
    if (word->role.tag == 0 && !word->role.is_break)
        return TRUE;
    /* "URL" stands for any link. */
    return capitals_tell && word->is_all_capitals && word->n_chars > 1 &&
           strcmp (word->text, "URL") != 0;
}

static void
count_word (RhumbWordCounter *counter, const RhumbSpelling *word, gboolean capitals_tell,
            guint32 times)
{
    if (!is_subject_word (word, capitals_tell))
        return;
    for (guint16 i = 0; i < word->n_stems; i++)
        count_stem (counter, word->stem[i], times);
    const RhumbWordVote vote = {word->n_stems == 1 ? word->stem[0] : 0, word};
    if (counter->votes && word->n_stems == 1)
        g_array_append_val (counter->vote, vote);
}

/* The words inside "mixture-of-experts" are judged one by one. */
static void
count_token (RhumbWordCounter *counter, RhumbLexicon *lexicon, const RhumbSpelling *token,
             gboolean capitals_tell, guint32 times)
{
    if (token->n_stems <= 1 || token->role.is_break) {
        count_word (counter, token, capitals_tell, times);
        return;
    }
    const char *end = token->text + token->length;
    const char *p = token->text;
    while (p < end) {
        const char *start = p;
        while (p < end && rhumb_letter_is_alnum (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
        if (p > start)
            count_word (counter, rhumb_lexicon_add (lexicon, start, (gsize)(p - start)),
                        capitals_tell, times);
        else
            p = g_utf8_next_char (p);
    }
}

/* Capitals tell "IT" from "it" only where not all is in capitals. */
static gboolean
has_small_letters (const RhumbTokens *tokens, guint32 sentence)
{
    for (guint32 i = tokens->start[sentence]; i < tokens->start[sentence + 1]; i++)
        if (tokens->token[i]->begins_with_letter && !tokens->token[i]->is_all_capitals)
            return TRUE;
    return FALSE;
}

static gpointer
keep (RhumbTokenReader *reader, const GArray *array, gsize item_size)
{
    void *kept = rhumb_arena_take_raw (&reader->kept, array->len, item_size);
    if (array->len > 0)
        memcpy (kept, array->data, array->len * item_size);
    return kept;
}

/* Counts the words of one paper; what it returns is kept by the reader. */
RhumbWordCounts
rhumb_word_counter_count (RhumbWordCounter *counter, RhumbTokenReader *reader,
                          const RhumbTokens *tokens)
{
    for (guint i = 0; i < counter->count->len; i++)
        g_array_index (counter->place, guint32,
                       g_array_index (counter->count, RhumbWordCount, i).stem) = 0;
    g_array_set_size (counter->count, 0);
    g_array_set_size (counter->vote, 0);
    for (guint32 s = 0; s < tokens->n_sentences; s++) {
        const gboolean capitals_tell = has_small_letters (tokens, s);
        const guint32 times = s < tokens->n_title_sentences ? TITLE_COUNT : 1;
        for (guint32 i = tokens->start[s]; i < tokens->start[s + 1]; i++)
            count_token (counter, reader->lexicon, tokens->token[i], capitals_tell, times);
    }
    return (RhumbWordCounts){keep (reader, counter->count, sizeof (RhumbWordCount)),
                             keep (reader, counter->vote, sizeof (RhumbWordVote)),
                             counter->count->len, counter->vote->len};
}
