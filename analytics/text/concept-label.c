/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Under which of its spellings a concept is shown: an expansion rather than its short form, a
 * singular rather than a plural, the commonest wording, plurals counted with their singular, and of
 * that wording the spelling of running text if there is a usual one ("Dark Energy Survey"), else
 * the one with the fewest capitals that only begin words, those of names excepted. Capitals inside
 * a word ("PageRank") stay. Whether Title Case is undone is settling.c's question. Costs the square
 * of the number of spellings, which is small.
 */
#include "analytics/text/concept-label.h"

#include "analytics/text/eponyms.h"
#include "analytics/text/letters.h"
#include "analytics/text/settling.h"
#include "analytics/text/variants.h"

#include <string.h>

/* What is hardly ever written without its s is no plural: "Chern-Simons". */
#define MOST_PLURALS 20
#define MOST_CAPITALS 8

/* Authors like to show the letters of a short form: more have to agree on its expansion. */
#define MIN_RUNNING 2
#define MIN_RUNNING_EXPANSION 5
#define USUAL_SHARE 0.8

static char *
fold_case (const char *surface)
{
    gsize length;
    return rhumb_letters_to_lower (surface, strlen (surface), &length);
}

/* Whether a word holds a capital at its beginning that it would not have elsewhere, and none
 * inside. @end: where the word ends. */
static gboolean
is_title_word (const char *word, const char *end)
{
    if (!rhumb_letter_is_upper (g_utf8_get_char (word)))
        return FALSE;
    for (const char *p = g_utf8_next_char (word); p < end; p = g_utf8_next_char (p))
        if (rhumb_letter_is_upper (g_utf8_get_char (p)))
            return FALSE;
    gsize length;
    g_autofree char *lower = rhumb_letters_to_lower (word, (gsize)(end - word), &length);
    return !rhumb_is_eponym (lower);
}

static guint
count_title_words (const char *surface)
{
    guint n = 0;
    const char *start = NULL;
    for (const char *p = surface;; p = g_utf8_next_char (p)) {
        const gboolean is_inside = *p != '\0' && rhumb_letter_is_alnum (g_utf8_get_char (p));
        if (is_inside && start == NULL)
            start = p;
        if (!is_inside && start != NULL) {
            n += is_title_word (start, p);
            start = NULL;
        }
        if (*p == '\0')
            return n;
    }
}

/* Whether the short form, or its plural, is a word of a spelling in small letters. */
static gboolean
has_short_form (const char *lower, const char *short_form)
{
    g_autofree char *form = fold_case (short_form);
    const gsize n = strlen (form);
    for (const char *p = strstr (lower, form); p; p = strstr (p + 1, form)) {
        const gboolean starts = p == lower || strchr (" -/", p[-1]) != NULL;
        const char *end = p[n] == 's' ? p + n + 1 : p + n;
        if (starts && strchr (" -/'", *end) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Whether two spellings begin alike, a hyphen and a blank being one if @is_loose. */
static gboolean
begins_alike (const char *a, const char *b, gsize n, gboolean is_loose)
{
    for (gsize i = 0; i < n; i++)
        if (a[i] != b[i] &&
            !(is_loose && strchr ("- ", a[i]) != NULL && strchr ("- ", b[i]) != NULL))
            return FALSE;
    return TRUE;
}

static gboolean
is_plural_of (const char *plural, const char *singular, gboolean is_loose)
{
    const gsize n = strlen (singular);
    const gsize m = strlen (plural);
    /* In "mixture of experts" the last word is not the one that is counted. */
    if (m <= n || plural[m - 1] != 's' || strstr (plural, " of ") != NULL)
        return FALSE;
    if (begins_alike (plural, singular, n, is_loose) && m - n <= 2)
        return TRUE;
    return n > 1 && singular[n - 1] == 'y' && begins_alike (plural, singular, n - 1, is_loose) &&
           strcmp (plural + n - 1, "ies") == 0;
}

typedef struct {
    char *lower;
    guint32 count;
    guint32 n_family; /* its plurals counted too */
    guint32 n_running;
    guint shortness;    /* 0: written out; 1: a short form inside; 2: the concept's own */
    gboolean is_turned; /* "Infant, Newborn" */
    gboolean is_plural;
    gboolean is_chained; /* "mixture-of-experts": how a phrase is written before a noun */
} Wording;

static void
clear_wording (gpointer wording)
{
    g_free (((Wording *)wording)->lower);
}

static guint
count_hyphens (const char *text)
{
    guint n = 0;
    for (; *text != '\0'; text++)
        n += *text == '-';
    return n;
}

/* Whether a plural is one of a singular that is parted otherwise, and no rarer: "forward-models" of
 * "forward model", but not "spiral arms" of the "spiral-arm" that stands before nouns. */
static gboolean
is_other_plural_of (const Wording *plural, const Wording *singular)
{
    if (singular->n_family < plural->count || !is_plural_of (plural->lower, singular->lower, TRUE))
        return FALSE;
    return singular->n_family > plural->count ||
           count_hyphens (singular->lower) <= count_hyphens (plural->lower);
}

/* Notes which wordings are plurals of others. "Light curves" speak for "light curve" and against
 * "light-curve". */
static void
count_plurals (GArray *wordings)
{
    Wording *const wording = (Wording *)(void *)wordings->data;
    for (guint i = 0; i < wordings->len; i++)
        wording[i].n_family = wording[i].count;
    for (guint i = 0; i < wordings->len; i++)
        for (guint j = 0; j < wordings->len; j++) {
            if (wording[j].count * MOST_PLURALS < wording[i].count ||
                !is_plural_of (wording[i].lower, wording[j].lower, FALSE))
                continue;
            wording[i].is_plural = TRUE;
            wording[j].n_family += wording[i].count;
        }
    for (guint i = 0; i < wordings->len; i++)
        for (guint j = 0; j < wordings->len; j++)
            if (is_other_plural_of (&wording[i], &wording[j]))
                wording[i].is_plural = TRUE;
}

static GArray *
group_wordings (const RhumbSurface *surface, guint n_surfaces, const char *short_form)
{
    GArray *wordings = g_array_new (FALSE, FALSE, sizeof (Wording));
    g_array_set_clear_func (wordings, clear_wording);
    for (guint i = 0; i < n_surfaces; i++) {
        g_autofree char *lower = fold_case (surface[i].surface);
        guint w = 0;
        while (w < wordings->len && strcmp (g_array_index (wordings, Wording, w).lower, lower) != 0)
            w++;
        if (w == wordings->len) {
            const guint shortness = (surface[i].is_derived != FALSE) +
                                    (short_form != NULL && has_short_form (lower, short_form));
            const Wording fresh = {.lower = g_steal_pointer (&lower), .shortness = shortness};
            g_array_append_val (wordings, fresh);
        }
        g_array_index (wordings, Wording, w).is_chained =
            strstr (surface[i].surface, "-of-") != NULL;
        g_autofree char *spoken = rhumb_turn_around (surface[i].surface);
        g_array_index (wordings, Wording, w).is_turned = spoken != NULL;
        g_array_index (wordings, Wording, w).count += surface[i].count;
        g_array_index (wordings, Wording, w).n_running += surface[i].n_running;
    }
    count_plurals (wordings);
    return wordings;
}

static gboolean
is_better_wording (const Wording *a, const Wording *b)
{
    if (a->shortness != b->shortness)
        return a->shortness < b->shortness;
    if (a->is_turned != b->is_turned)
        return !a->is_turned;
    if (a->is_chained != b->is_chained)
        return !a->is_chained;
    if (a->is_plural != b->is_plural)
        return !a->is_plural;
    if (a->n_family != b->n_family)
        return a->n_family > b->n_family;
    if (a->count != b->count)
        return a->count > b->count;
    return strcmp (a->lower, b->lower) < 0;
}

static gboolean
is_better_surface (const RhumbSurface *a, const RhumbSurface *b)
{
    if (rhumb_is_shouted (a->surface) != rhumb_is_shouted (b->surface))
        return rhumb_is_shouted (b->surface);
    const guint n_a = count_title_words (a->surface);
    const guint n_b = count_title_words (b->surface);
    /* One slip in small letters does not undo the capitals of a name. */
    if (n_a != n_b &&
        (n_a < n_b ? a->count : b->count) * MOST_CAPITALS >= (n_a < n_b ? b->count : a->count))
        return n_a < n_b;
    if (a->count != b->count)
        return a->count > b->count;
    return strcmp (a->surface, b->surface) < 0;
}

/* Whether this is how papers write the wording inside sentences, where a capital is none of a
 * title. */
static gboolean
is_usual_surface (const RhumbSurface *surface, guint32 n_running, gboolean is_expansion)
{
    return surface->n_running >= (is_expansion ? MIN_RUNNING_EXPANSION : MIN_RUNNING) &&
           surface->n_running >= USUAL_SHARE * n_running;
}

/* Chooses the label among the spellings of a concept. @surface: at least one, each once.
 * @short_form: (nullable): the concept's acronym. @is_usual (out): whether running text shows that
 * its capitals are right. */
const char *
rhumb_choose_label (const RhumbSurface *surface, guint n_surfaces, const char *short_form,
                    gboolean *is_usual)
{
    g_autoptr (GArray) wordings = group_wordings (surface, n_surfaces, short_form);
    const Wording *best = &g_array_index (wordings, Wording, 0);
    for (guint i = 1; i < wordings->len; i++)
        if (is_better_wording (&g_array_index (wordings, Wording, i), best))
            best = &g_array_index (wordings, Wording, i);
    const RhumbSurface *chosen = NULL;
    *is_usual = FALSE;
    for (guint i = 0; i < n_surfaces && !*is_usual; i++) {
        g_autofree char *lower = fold_case (surface[i].surface);
        if (strcmp (lower, best->lower) != 0)
            continue;
        *is_usual = is_usual_surface (&surface[i], best->n_running, short_form != NULL);
        if (chosen == NULL || *is_usual || is_better_surface (&surface[i], chosen))
            chosen = &surface[i];
    }
    return chosen != NULL ? chosen->surface : surface[0].surface;
}
