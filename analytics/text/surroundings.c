/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What stands around a phrase: "we propose X", "X is", "the X of". The subject of a sentence and
 * the object of an academic verb are what the sentence is about.
 *
 * Cost: linear in the places of the phrase.
 */
#include "analytics/text/surroundings.h"

#include "analytics/text/forms.h"

static void
look_before (const RhumbReading *reading, const RhumbOccurrence *place, RhumbSurroundings *around)
{
    if (place->start == reading->tokens->start[place->sentence]) {
        around->n_starts_sentence++;
        return;
    }
    const RhumbSpelling *lower = reading->tokens->token[place->start - 1]->lower;
    const char tag = reading->tag[place->start - 1];
    if (tag == 'V' || tag == 'M')
        around->n_after_verb++;
    else if (lower->role.is_break && lower->role.tag == '\0')
        around->n_after_break++;
    else if (tag == 'T')
        around->n_after_the += (lower->forms & RHUMB_FORM_THE) != 0;
}

static void
look_behind (const RhumbReading *reading, const RhumbOccurrence *place, RhumbSurroundings *around)
{
    if (place->end == reading->tokens->start[place->sentence + 1]) {
        around->n_before_end++;
        return;
    }
    const char tag = reading->tag[place->end];
    around->n_before_end += tag == '.';
    around->n_before_verb += tag == 'V' || tag == 'M';
    around->n_before_preposition += tag == 'I';
}

static gboolean
has_digit (const RhumbReading *reading, const RhumbOccurrence *place)
{
    for (guint32 i = place->start; i < place->end; i++)
        if (reading->tokens->token[i]->has_digit)
            return TRUE;
    return FALSE;
}

/* Looks around all places of a candidate. */
RhumbSurroundings
rhumb_look_around (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbTokens *tokens = reading->tokens;
    const RhumbOccurrence *all = reading->candidates->occurrence;
    RhumbSurroundings around = {.first_start = G_MAXUINT32};
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next) {
        const RhumbOccurrence *place = &all[o];
        const gboolean in_title = place->sentence < tokens->n_title_sentences;
        around.first_start = MIN (around.first_start, place->start);
        around.last_start = MAX (around.last_start, place->start);
        look_before (reading, place, &around);
        look_behind (reading, place, &around);
        around.starts_title = around.starts_title || (in_title && place->start == 0);
        around.ends_title =
            around.ends_title || (in_title && place->end == tokens->start[place->sentence + 1]);
    }
    around.has_digit = has_digit (reading, &all[candidate->first]);
    return around;
}
