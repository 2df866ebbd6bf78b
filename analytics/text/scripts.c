/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which texts cannot be cut into phrases here: those in other letters than Latin ones, and those in
 * languages that are not known (language.c). Chinese and Japanese are written without spaces, so
 * that a "word" is a sentence, and of Russian, Arabic, Korean or Polish no grammar is known. Their
 * papers' keywords are concepts all the same.
 *
 * A single Greek letter is mathematics. Cost: one pass over the text.
 */
#include "analytics/text/scripts.h"

#include "analytics/text/front-matter.h"
#include "analytics/text/language.h"
#include "analytics/text/letters.h"

#include <string.h>

/* Two Greek letters are mathematics still ("ΔΣ modulator"). */
#define MOST_GREEK 2
/* Papers that are not worth another thread. */
#define SMALL 256

static gboolean
is_latin (GUnicodeScript script)
{
    return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_COMMON ||
           script == G_UNICODE_SCRIPT_INHERITED || script == G_UNICODE_SCRIPT_UNKNOWN;
}

/* Counts the letters of a text that are Latin and those that are not. */
static void
count_letters (const char *text, guint *n_latin, guint *n_foreign)
{
    guint n_greek = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        if (c < 0x80) {
            *n_latin += g_ascii_isalpha ((int)c) != 0;
            continue;
        }
        if (!rhumb_letter_is_alpha (c))
            continue;
        const GUnicodeScript script = g_unichar_get_script (c);
        n_greek += script == G_UNICODE_SCRIPT_GREEK;
        *n_latin += is_latin (script);
        *n_foreign += script != G_UNICODE_SCRIPT_GREEK && !is_latin (script);
    }
    *n_foreign += n_greek > MOST_GREEK ? n_greek : 0;
}

static gboolean
is_plain (const char *text)
{
    return text == NULL || g_str_is_ascii (text);
}

/* Whether a text has more letters of other scripts than Latin ones. */
static gboolean
is_in_other_letters (const RhumbPaper *paper)
{
    guint n_latin = 0;
    guint n_foreign = 0;
    if (is_plain (paper->title) && is_plain (paper->abstract))
        return FALSE;
    count_letters (paper->title != NULL ? paper->title : "", &n_latin, &n_foreign);
    count_letters (paper->abstract != NULL ? paper->abstract : "", &n_latin, &n_foreign);
    return n_foreign > n_latin;
}

/* Whether a paper is in Latin letters and a language that is not known. Nearly all are English, and
 * one word tells that. */
static gboolean
is_in_other_language (const RhumbLanguageTeller *teller, const RhumbPaper *paper)
{
    if (paper->abstract == NULL || strstr (paper->abstract, " the ") != NULL)
        return FALSE;
    return rhumb_tell_language (teller, paper->language, rhumb_content_of_title (paper),
                                paper->abstract)
               .language == RHUMB_LANGUAGE_OTHER;
}

/**
 * rhumb_is_foreign_word:
 * @word: a word
 *
 * Tells whether a word holds letters other than Latin ones; up to two Greek letters are
 * mathematics.
 *
 * Returns: whether it does
 *
 * Since: 0.2
 */
gboolean
rhumb_is_foreign_word (const char *word)
{
    guint n_latin = 0;
    guint n_foreign = 0;
    count_letters (word, &n_latin, &n_foreign);
    return n_foreign > 0;
}

/**
 * rhumb_count_unread_papers:
 * @corpus: a corpus
 * @n_with_keywords: (out): how many of them have keywords
 *
 * Counts the papers whose titles and abstracts are mostly in other letters than Latin ones, or in a
 * language that is not known, so that no phrases are found in them and their concepts are the
 * keywords that their sources gave.
 *
 * Returns: papers
 *
 * Since: 0.2
 */
guint32
rhumb_count_unread_papers (const RhumbCorpus *corpus, guint32 *n_with_keywords)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    guint32 n = 0;
    guint32 n_given = 0;
    g_autoptr (RhumbLanguageTeller) teller = rhumb_language_teller_new ();
#pragma omp parallel for schedule(static) reduction(+ : n, n_given) if (n_papers > SMALL)
    for (guint32 v = 0; v < n_papers; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        if (!is_in_other_letters (paper) && !is_in_other_language (teller, paper))
            continue;
        n++;
        n_given += paper->keywords != NULL && paper->keywords[0] != NULL;
    }
    *n_with_keywords = n_given;
    return n;
}
