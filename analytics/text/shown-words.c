/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which word is shown for a stem: "devices" tells a reader more than "devic".
 *
 * Source: the vote of Boyer and Moore (1991), doi:10.1007/978-94-011-3488-0_5: each word met votes
 * for itself or against the one that stands, which falls when it has no votes left. One that is
 * more common than all others together stands at the end; else some common one does.
 *
 * Cost: a comparison a word met; memory one spelling for each that ever stood.
 */
#include "analytics/text/shown-words.h"

#include <string.h>

typedef struct {
    guint32 word; /* 1 + its number, 0 = none yet */
    guint32 votes;
} Shown;

struct _RhumbShownWords {
    RhumbStrings *word;
    GArray *shown; /* of Shown, by stem */
};

RhumbShownWords *
rhumb_shown_words_new (void)
{
    RhumbShownWords *words = g_new (RhumbShownWords, 1);
    words->word = rhumb_strings_new ();
    words->shown = g_array_new (FALSE, TRUE, sizeof (Shown));
    return words;
}

void
rhumb_shown_words_free (RhumbShownWords *words)
{
    rhumb_strings_free (words->word);
    g_array_unref (words->shown);
    g_free (words);
}

/* A capital at the beginning is that of a sentence, others are the word's own. */
void
rhumb_shown_words_vote (RhumbShownWords *words, guint32 stem, const RhumbSpelling *word)
{
    const gboolean own = word->n_capitals > 1 || word->has_inner_capital;
    const RhumbSpelling *spelling = own ? word : word->lower;
    if (words->shown->len <= stem)
        g_array_set_size (words->shown, stem + 1);
    Shown *shown = &g_array_index (words->shown, Shown, stem);
    if (shown->votes == 0)
        *shown = (Shown){1 + rhumb_strings_add (words->word, spelling->text, spelling->length), 1};
    else if (strcmp (rhumb_strings_get (words->word, shown->word - 1), spelling->text) == 0)
        shown->votes++;
    else
        shown->votes--;
}

/* NULL if no word voted. */
const char *
rhumb_shown_words_get (const RhumbShownWords *words, guint32 stem)
{
    if (stem >= words->shown->len)
        return NULL;
    const Shown shown = g_array_index (words->shown, Shown, stem);
    return shown.word > 0 ? rhumb_strings_get (words->word, shown.word - 1) : NULL;
}
