/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Subject headings as they are spoken: "Infant, Newborn" is a newborn infant.
 *
 * Indexers put the noun first so that headings of one kind stand together in a list (ISO 25964-1
 * calls it inversion and advises against it; the Medical Subject Headings and those of libraries
 * have thousands). A reader of a map looks for the spoken form, and so do the keys of terms
 * (variants.c). But a comma parts places ("Paris, France"), people ("Curie, Marie") and the parts
 * of lists and enumerations ("Environment, Health and Safety") as well. A keyword is taken for an
 * inverted heading if each of its words has a capital, as headings are printed, and either the
 * paper has other headings that are marked as such, or what follows on the only comma is an
 * ordinary adjective, and what is before it ordinary too. Cost: a few look-ups a heading.
 */
#include "analytics/text/headings.h"

#include "analytics/text/letters.h"
#include "analytics/text/variants.h"

#include <string.h>

/* No heading has more words on one side. */
#define MOST_WORDS 5

typedef struct {
    guint n;
    gboolean have_capitals; /* all of them, numbers and "for" behind the first excepted */
    gboolean are_ordinary;
    gboolean end_as_adjective;
} Words;

static Words
look_at_words (const RhumbOrdinaryWords *words, const char *text, gsize length)
{
    Words found = {0, TRUE, TRUE, FALSE};
    g_autofree char *part = g_strndup (text, length);
    g_auto (GStrv) word = g_strsplit_set (part, " -,", -1);
    for (guint i = 0; word[i] != NULL; i++) {
        if (*word[i] == '\0')
            continue;
        const gunichar first = g_utf8_get_char (word[i]);
        gsize n;
        g_autofree char *lower = rhumb_letters_to_lower (word[i], strlen (word[i]), &n);
        const RhumbSpelling *spelling = rhumb_lexicon_add (words->lexicon, lower, n);
        const gboolean is_small =
            found.n > 0 && (rhumb_letter_is_digit (first) || spelling->role.tag == 'I');
        found.n++;
        found.have_capitals = found.have_capitals && (rhumb_letter_is_upper (first) || is_small);
        found.are_ordinary = found.are_ordinary && rhumb_is_ordinary_word (words, lower);
        found.end_as_adjective = spelling->looks_like_adjective;
    }
    return found;
}

/* A heading with its noun behind, where it is spoken; %NULL for any other keyword. @is_from_list:
 * whether a paper that has it has headings that are marked as such. */
char *
rhumb_speak_heading (const RhumbOrdinaryWords *words, const char *heading, gboolean is_from_list)
{
    g_autofree char *spoken = rhumb_turn_around (heading);
    if (spoken == NULL)
        return NULL;
    const char *comma = strchr (heading, ',');
    const Words noun = look_at_words (words, heading, (gsize)(comma - heading));
    const Words kind = look_at_words (words, comma + 2, strlen (comma + 2));
    if (!noun.have_capitals || !kind.have_capitals || noun.n > MOST_WORDS || kind.n > MOST_WORDS)
        return NULL;
    const gboolean is_plain = noun.are_ordinary && kind.are_ordinary && kind.end_as_adjective &&
                              strchr (comma + 1, ',') == NULL;
    return is_from_list || is_plain ? g_steal_pointer (&spoken) : NULL;
}
