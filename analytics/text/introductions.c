/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether the authors of a text say that a name is that of something they made.
 *
 * They do where the name stands
 *
 *   after "we propose", "this paper presents" …, as the whole object;
 *   after "called", "named", "dubbed" … in a sentence in which they propose something;
 *   after "we call it", "which we term";
 *   in the bracket behind the expansion that they propose: "we present Adaptive Prompt-Tailored
 *   Pruning (APTP), a method";
 *   before "short for".
 *
 * Of a name that the title has announced already, less is asked: "our X", "our system, X", "the
 * proposed X", "X is proposed", an expansion in small letters. "A recent method called X" is
 * somebody else's, and so is what "existing work" proposes. Rules of our own, read off abstracts
 * and made for precision. Cost: looks at a bounded number of tokens around the name.
 */
#include "analytics/text/introductions.h"

#include <string.h>

#define MAX_EXPANSION 10
#define MAX_REACH 40 /* tokens between a proposal and "called" */

static const char *const own_verbs[] = {
    "propose",  "proposes",  "introduce", "introduces", "present",    "presents",
    "develop",  "develops",  "design",    "designs",    "devise",     "devises",
    "describe", "describes", "release",   "releases",   "build",      "builds",
    "create",   "creates",   "construct", "constructs", "contribute", NULL};
static const char *const past_verbs[] = {"proposed", "introduced", "presented",   "developed",
                                         "designed", "devised",    "described",   "released",
                                         "built",    "created",    "constructed", NULL};
static const char *const naming_words[] = {"called", "named",      "dubbed", "termed",
                                           "namely", "christened", NULL};
static const char *const naming_verbs[] = {"call", "name", "dub", "term", "coin", NULL};
static const char *const works[] = {"paper", "work",   "article", "report",
                                    "study", "thesis", "letter",  NULL};
static const char *const links[] = {"of",  "and", "for", "with", "in",   "on",
                                    "via", "to",  "the", "by",   "from", NULL};
static const char *const followers[] = {",", ".",    ":",     ";",  "-", "\"",
                                        "'", "that", "which", "to", "}", NULL};

static const char *
lower_at (const RhumbPlace *place, guint32 i)
{
    return place->tokens->token[i]->lower->text;
}

static gboolean
is_one_of (const RhumbPlace *place, guint32 i, const char *const *set)
{
    return g_strv_contains (set, lower_at (place, i));
}

/* Whether the authors themselves are the subject of what is said at @verb. */
static gboolean
is_own_act (const RhumbPlace *place, guint32 verb, guint32 reach)
{
    for (guint32 back = 1; back <= reach && verb >= place->start + back; back++) {
        const guint32 j = verb - back;
        const char *word = lower_at (place, j);
        if (strcmp (word, "we") == 0 || strcmp (word, "i") == 0)
            return TRUE;
        if (is_one_of (place, j, works) && j > place->start)
            return strcmp (lower_at (place, j - 1), "this") == 0 ||
                   strcmp (lower_at (place, j - 1), "our") == 0;
    }
    return FALSE;
}

static gboolean
is_own_verb (const RhumbPlace *place, guint32 i)
{
    if (is_one_of (place, i, own_verbs))
        return is_own_act (place, i, 3);
    if (!is_one_of (place, i, past_verbs))
        return FALSE;
    const gboolean is_perfect = i > place->start && strcmp (lower_at (place, i - 1), "have") == 0;
    return is_own_act (place, i, is_perfect ? 2 : 1);
}

/* Steps back from @i over what may stand between a verb and its object. */
static guint32
skip_back (const RhumbPlace *place, guint32 i, gboolean over_a)
{
    static const char *const fillers[] = {",", "the", "our", "novel", "new", "\"", "`", "'",
                                          /* TeX that abstracts are left with */
                                          "\\", "{", "textbf", "textit", "emph", "texttt", NULL};
    while (i > place->start) {
        const char *word = lower_at (place, i - 1);
        const gboolean is_a = strcmp (word, "a") == 0 || strcmp (word, "an") == 0;
        if (!g_strv_contains (fillers, word) && !(over_a && is_a))
            break;
        i--;
    }
    return i;
}

/* Whether the object of a verb ends before @i: "we present ALMA observations" presents no ALMA.
 * A bracket there is stepped over. */
static gboolean
is_object_end (const RhumbPlace *place, guint32 i)
{
    if (i < place->stop && strcmp (lower_at (place, i), "(") == 0) {
        const guint32 last = MIN (place->stop, i + MAX_EXPANSION + 2);
        while (i < last && strcmp (lower_at (place, i), ")") != 0)
            i++;
        i++;
    }
    return i >= place->stop || is_one_of (place, i, followers);
}

static gboolean
is_proposed (const RhumbPlace *place)
{
    const guint32 i = skip_back (place, place->i, FALSE);
    return i > place->start && is_own_verb (place, i - 1) && is_object_end (place, place->end);
}

static gboolean
is_named (const RhumbPlace *place)
{
    const guint32 i = skip_back (place, place->i, FALSE);
    if (i == place->start || !is_one_of (place, i - 1, naming_words))
        return FALSE;
    for (guint32 back = 2; back <= MAX_REACH && i >= place->start + back; back++)
        if (is_own_verb (place, i - back))
            return TRUE;
    return FALSE;
}

/* "we call it X", "which we term as X" */
static gboolean
is_called (const RhumbPlace *place)
{
    for (guint32 back = 1; back <= 4 && place->i >= place->start + back; back++) {
        const guint32 j = place->i - back;
        if (is_one_of (place, j, naming_verbs))
            return j > place->start && strcmp (lower_at (place, j - 1), "we") == 0;
    }
    return FALSE;
}

static gboolean
is_expansion_word (const RhumbPlace *place, guint32 i, gboolean any_word)
{
    const RhumbSpelling *word = place->tokens->token[i];
    return word->is_word && (any_word || word->begins_with_capital || word->begins_with_digit ||
                             is_one_of (place, i, links));
}

/* The X of "we propose Expansion of X (X)". */
static gboolean
is_short_form (const RhumbPlace *place, gboolean lenient)
{
    if (place->i < place->start + 3 || strcmp (lower_at (place, place->i - 1), "(") != 0 ||
        place->end == place->stop || strcmp (lower_at (place, place->end), ")") != 0)
        return FALSE;
    if (!lenient && !is_object_end (place, place->end + 1))
        return FALSE;
    guint32 i = place->i - 1;
    const guint32 first = i > place->start + MAX_EXPANSION ? i - MAX_EXPANSION : place->start;
    while (i > first && !is_own_verb (place, i - 1) && !is_one_of (place, i - 1, naming_words) &&
           is_expansion_word (place, i - 1, lenient))
        i--;
    if (i + 1 >= place->i)
        return FALSE;
    RhumbPlace expansion = *place;
    expansion.i = i;
    if (is_named (&expansion))
        return TRUE;
    const guint32 verb = skip_back (place, i, lenient);
    return verb > place->start && is_own_verb (place, verb - 1);
}

static gboolean
is_short_for (const RhumbPlace *place)
{
    const guint32 i = place->end;
    return i + 2 < place->stop && strchr ("(,", lower_at (place, i)[0]) != NULL &&
           strcmp (lower_at (place, i + 1), "short") == 0 &&
           strcmp (lower_at (place, i + 2), "for") == 0;
}

/* "our system, X" and "we propose a scaling framework X" */
static gboolean
is_apposed (const RhumbPlace *place)
{
    const gboolean after_comma =
        place->i > place->start && strcmp (lower_at (place, place->i - 1), ",") == 0;
    guint32 i = place->i - after_comma;
    for (guint n = 0; n < MAX_EXPANSION && i > place->start; n++, i--) {
        const RhumbSpelling *word = place->tokens->token[i - 1];
        const char *lower = word->lower->text;
        if (strcmp (lower, "our") == 0)
            return n <= 3;
        if (n > 0 && is_own_verb (place, i - 1))
            return is_object_end (place, place->end);
        if (!word->is_word || (word->role.tag != 0 && strcmp (lower, "a") != 0 &&
                               strcmp (lower, "an") != 0 && strcmp (lower, "the") != 0))
            return FALSE;
    }
    return FALSE;
}

/* "our system, X", "the proposed X", "X is proposed": said of what a title has named, these
 * suffice. */
static gboolean
is_ours (const RhumbPlace *place)
{
    if (is_apposed (place))
        return TRUE;
    if (place->i > place->start + 1 && strcmp (lower_at (place, place->i - 1), "proposed") == 0 &&
        strcmp (lower_at (place, place->i - 2), "the") == 0)
        return TRUE;
    return place->end + 1 < place->stop && strcmp (lower_at (place, place->end), "is") == 0 &&
           is_one_of (place, place->end + 1, past_verbs);
}

/* Says whether the authors introduce the name at a place. @is_announced: the title has it before
 * its colon. */
gboolean
rhumb_is_introduced (const RhumbPlace *place, gboolean is_announced)
{
    return is_proposed (place) || is_named (place) || is_called (place) ||
           is_short_form (place, is_announced) || is_short_for (place) ||
           (is_announced && is_ours (place));
}
