/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which records are no papers of content, but what journals print around them: covers, tables of
 * contents, indexes, lists of editors, books received, advertisements.
 *
 * Databases index them like papers, and since they have the same title in every issue, they make
 * concepts and topics called "Advertisements". A record is front matter if its whole title is in a
 * closed list, but for volumes, numbers and dates behind it, and if it has no abstract: who writes
 * an abstract writes about something. Prefaces, editorials and obituaries have content, so they are
 * none. Cost: linear in the letters of short titles.
 */
#include "analytics/text/front-matter.h"

#include <string.h>

#include "graph/text.h"
#include "graph/word-list.h"

/* No title in the lists has more bytes with its volumes and dates. */
#define LONGEST 120
#define LONGEST_GENRE 30

/* As rhumb_text_title_key() writes them. */
static const char TITLES[] =
    "abstractsofcurrentliterature|acknowledgementofreviewers|acknowledgementsofreviewers|"
    "acknowledgementtoreviewers|acknowledgmentofreviewers|acknowledgmenttoreviewers|advertisement|"
    "advertisements|advertisingindex|announcement|announcements|annualindex|authorguidelines|"
    "authorindex|authorsindex|backcover|backmatter|blankpage|booksreceived|brieflynoted|"
    "calendar|calendarofevents|callforpapers|callforproposals|contents|contentslist|"
    "contributors|copyright|copyrightnotice|copyrightpage|cover|coverimage|coverpage|"
    "cumulativeindex|currentliterature|editorialadvisoryboard|editorialboard|"
    "editorialboardandpublicationinformation|editorialcommittee|editors|forthcomingarticles|"
    "forthcomingpapers|frontcover|frontispiece|frontmatter|guideforauthors|index|"
    "indexofauthors|indexofsubjects|indexofvolume|informationforauthors|informationforcontributors|"
    "insidebackcover|insidecover|insidefrontcover|instructionsforauthors|instructionstoauthors|"
    "inthisissue|issueinformation|keywordindex|listofcontributors|listofreferees|listofreviewers|"
    "masthead|notesforcontributors|notesoncontributors|papersreceived|publicationinformation|"
    "publicationsreceived|publishersnote|referees|reviewers|subjectindex|tableofcontents|"
    "tableofcontent|titleindex|titlepage|toc|volumecontents|volumeindex";

/* What stands before a colon and says of what kind a paper is, not what it is about. */
static const char GENRES[] = "addendum|bookreview|bookreviews|comment|commentary|corrigendum|"
                             "correction|discussion|editorial|erratum|lettertotheeditor|obituary|"
                             "publishercorrection|reply|retraction|retracted|retractednote|"
                             "authorcorrection|retractionnote|reviewofbooks|review|withdrawn";

/* What may follow: "Author Index: Volumes 6-14", "Contents, No. 3 (May 1989)". */
static const char TAIL[] =
    "volume|volumes|vol|vols|number|numbers|no|nos|issue|issues|part|and|to|for|of|in|the|january|"
    "february|march|april|may|june|july|august|september|october|november|december|spring|summer|"
    "autumn|fall|winter|i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi|xvii|xviii|xix|xx";

static gboolean
is_tail (const char *word)
{
    const gsize length = strlen (word);
    return length == 0 || strspn (word, "0123456789") == length ||
           rhumb_word_list_has (TAIL, word, length);
}

static gboolean
is_in_list (char **words, guint n_words)
{
    GString *key = g_string_new (NULL);
    for (guint i = 0; i < n_words; i++)
        g_string_append (key, words[i]);
    const gboolean found = key->len > 0 && rhumb_word_list_has (TITLES, key->str, key->len);
    g_string_free (key, TRUE);
    return found;
}

/*
 * rhumb_is_front_matter:
 * @paper: a paper
 *
 * Tells whether a record has no content of its own.
 *
 * Returns: whether it is a cover, an index, a list of editors or the like
 */
gboolean
rhumb_is_front_matter (const RhumbPaper *paper)
{
    if (paper->title == NULL || strlen (paper->title) > LONGEST ||
        (paper->abstract != NULL && *paper->abstract != '\0'))
        return FALSE;
    g_auto (GStrv) words = g_strsplit_set (paper->title, " ,.:;()[]/-", -1);
    const guint n = g_strv_length (words);
    for (guint i = 0; i < n; i++) {
        char *key = rhumb_text_title_key (words[i]);
        g_free (words[i]);
        words[i] = key;
    }
    guint n_kept = n;
    gboolean found = is_in_list (words, n_kept);
    while (!found && n_kept > 1 && is_tail (words[n_kept - 1]))
        found = is_in_list (words, --n_kept);
    return found;
}

/*
 * rhumb_content_of_title:
 * @paper: a paper
 *
 * Tells what of a title says what the paper is about: "Book Reviews: Mathematics of Language" is
 * about mathematics and language.
 *
 * Returns: (transfer none) (nullable): the title or its end; %NULL if it says nothing
 */
const char *
rhumb_content_of_title (const RhumbPaper *paper)
{
    const char *colon = paper->title != NULL ? strchr (paper->title, ':') : NULL;
    if (rhumb_is_front_matter (paper))
        return NULL;
    if (colon == NULL || colon - paper->title > LONGEST_GENRE || colon[1] != ' ')
        return paper->title;
    g_autofree char *genre = g_strndup (paper->title, (gsize)(colon - paper->title));
    g_autofree char *key = rhumb_text_title_key (genre);
    return rhumb_word_list_has (GENRES, key, strlen (key)) ? colon + 2 : paper->title;
}
