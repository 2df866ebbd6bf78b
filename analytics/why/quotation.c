/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where does a paper name a concept? The sentence of its title, its abstract or the keyword in
 * which a spelling of the concept stands, first the title, then keywords, then the abstract; of
 * several spellings the longest. Spellings are compared letter by letter, ASCII letters of either
 * case, and must not lie inside a longer word.
 *
 * Cost: O(text × spellings).
 */
#include "analytics/why/quotation.h"

#include <string.h>

#include "graph/text.h"

#define MAX_QUOTED 240

static gboolean
is_letter_at (const char *text, const char *place)
{
    return g_unichar_isalnum (g_utf8_get_char (place)) && place >= text;
}

/* A match is a word of its own: a plural s may follow. */
static gboolean
is_whole (const char *text, const char *start, gsize length)
{
    if (start > text && is_letter_at (text, g_utf8_prev_char (start)))
        return FALSE;
    const char *end = start + length;
    if (*end == 's' && !is_letter_at (text, end + 1))
        return TRUE;
    return *end == '\0' || !is_letter_at (text, end);
}

static const char *
find_spelling (const char *text, const char *spelling)
{
    const gsize length = strlen (spelling);
    for (const char *place = text; length > 0 && *place != '\0'; place = g_utf8_next_char (place)) {
        if (g_ascii_strncasecmp (place, spelling, length) == 0 && is_whole (text, place, length))
            return place;
    }
    return NULL;
}

typedef struct {
    const char *place;
    const char *spelling;
} Match;

static void
try_spelling (const char *text, const char *spelling, Match *best)
{
    if (spelling == NULL || (best->place != NULL && strlen (spelling) <= strlen (best->spelling)))
        return;
    const char *place = find_spelling (text, spelling);
    if (place != NULL)
        *best = (Match){place, spelling};
}

static Match
find_concept (const char *text, const RhumbConcept *concept)
{
    Match best = {NULL, NULL};
    if (text == NULL)
        return best;
    try_spelling (text, concept->label, &best);
    for (guint i = 0; concept->variants[i] != NULL; i++)
        try_spelling (text, concept->variants[i], &best);
    try_spelling (text, concept->acronym, &best);
    return best;
}

static gboolean
ends_sentence (const char *place)
{
    return (*place == '.' || *place == '!' || *place == '?') && place[1] == ' ';
}

/* The sentence around @place, shortened at its end; if it would be cut before @place, from there.
 */
static char *
cut_sentence (const char *text, const char *place)
{
    const char *start = place;
    while (start > text && !(start - text >= 2 && ends_sentence (start - 2)))
        start--;
    const char *end = place;
    while (*end != '\0' && !ends_sentence (end))
        end++;
    if (*end != '\0')
        end++;
    const gboolean late = place - start > MAX_QUOTED * 3 / 4;
    g_autofree char *sentence =
        late ? g_strndup (place, (gsize)(end - place)) : g_strndup (start, (gsize)(end - start));
    g_autofree char *cut = rhumb_text_shorten (sentence, MAX_QUOTED);
    return g_strconcat (late ? "…" : "", cut, NULL);
}

/* In words: where @paper names @concept, or that it does not. */
char *
rhumb_quote_concept (const RhumbPaper *paper, const RhumbConcept *concept)
{
    Match match = find_concept (paper->title, concept);
    if (match.place != NULL)
        return g_strdup_printf ("title: “%s”", match.spelling);
    for (guint i = 0; paper->keywords != NULL && paper->keywords[i] != NULL; i++) {
        if (find_concept (paper->keywords[i], concept).place != NULL)
            return g_strdup_printf ("keyword: “%s”", paper->keywords[i]);
    }
    match = find_concept (paper->abstract, concept);
    if (match.place == NULL)
        return g_strdup ("no spelling of it stands in the text");
    g_autofree char *sentence = cut_sentence (paper->abstract, match.place);
    return g_strdup_printf ("abstract: “%s”", sentence);
}
