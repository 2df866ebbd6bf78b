/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which spellings are one term: capitals, hyphens, blanks, plurals, accents and British spelling
 * make no difference ("Multi-Agent Systems", "multiagent system"), nor do "multiple" for "multi",
 * "two-dimensional" for "2D" and "geographical" for "geographic"; all else does. "Routing" is not
 * "router": unlike stems, these keys may unite nodes of a graph.
 *
 * The plural rules are those of D. Harman, How effective is suffixing?, JASIS 42 (1991) 7–15,
 * doi:10.1002/(SICI)1097-4571(199101)42:1<7::AID-ASI2>3.0.CO;2-P, with irregular nouns of
 * science added.
 */
#include "analytics/text/variants.h"

#include "analytics/text/letters.h"
#include "analytics/text/stems.h"
#include "graph/text.h"

#include <string.h>

/* "Leukemia, Lymphocytic, Chronic, B-Cell" */
#define MOST_PARTS 4

typedef struct {
    const char *plural;
    const char *singular;
} Irregular;

/* Ascending, for binary search. */
static const Irregular irregular[] = {
    {"algae", "alga"},
    {"alumnae", "alumna"},
    {"alumni", "alumnus"},
    {"analyses", "analysis"},
    {"anastomoses", "anastomosis"},
    {"antennae", "antenna"},
    {"apices", "apex"},
    {"appendices", "appendix"},
    {"atria", "atrium"},
    {"automata", "automaton"},
    {"axes", "axis"},
    {"bacilli", "bacillus"},
    {"bacteria", "bacterium"},
    {"bases", "basis"},
    {"bronchi", "bronchus"},
    {"cacti", "cactus"},
    {"calculi", "calculus"},
    {"calves", "calf"},
    {"catharses", "catharsis"},
    {"children", "child"},
    {"cilia", "cilium"},
    {"cocci", "coccus"},
    {"codices", "codex"},
    {"corpora", "corpus"},
    {"cortices", "cortex"},
    {"crises", "crisis"},
    {"criteria", "criterion"},
    {"curricula", "curriculum"},
    {"data", "data"},
    {"datum", "data"},
    {"diagnoses", "diagnosis"},
    {"emboli", "embolus"},
    {"emphases", "emphasis"},
    {"equilibria", "equilibrium"},
    {"errata", "erratum"},
    {"feet", "foot"},
    {"fibroses", "fibrosis"},
    {"fibulae", "fibula"},
    {"flagella", "flagellum"},
    {"foci", "focus"},
    {"formulae", "formula"},
    {"fungi", "fungus"},
    {"ganglia", "ganglion"},
    {"geese", "goose"},
    {"genera", "genus"},
    {"gyri", "gyrus"},
    {"halves", "half"},
    {"helices", "helix"},
    {"hyphae", "hypha"},
    {"hypotheses", "hypothesis"},
    {"indexes", "index"},
    {"indices", "index"},
    {"knives", "knife"},
    {"larvae", "larva"},
    {"leaves", "leaf"},
    {"lemmata", "lemma"},
    {"lens", "lens"},
    {"loci", "locus"},
    {"matrices", "matrix"},
    {"maxima", "maximum"},
    {"media", "media"},
    {"meioses", "meiosis"},
    {"memoranda", "memorandum"},
    {"men", "man"},
    {"metastases", "metastasis"},
    {"mice", "mouse"},
    {"millennia", "millennium"},
    {"minima", "minimum"},
    {"mitochondria", "mitochondrion"},
    {"mitoses", "mitosis"},
    {"moduli", "modulus"},
    {"nebulae", "nebula"},
    {"neuroses", "neurosis"},
    {"nuclei", "nucleus"},
    {"optima", "optimum"},
    {"ova", "ovum"},
    {"parentheses", "parenthesis"},
    {"people", "person"},
    {"phenomena", "phenomenon"},
    {"phyla", "phylum"},
    {"polyhedra", "polyhedron"},
    {"prognoses", "prognosis"},
    {"prostheses", "prosthesis"},
    {"protozoa", "protozoon"},
    {"psychoses", "psychosis"},
    {"quanta", "quantum"},
    {"radices", "radix"},
    {"radii", "radius"},
    {"scapulae", "scapula"},
    {"schemata", "schema"},
    {"scleroses", "sclerosis"},
    {"septa", "septum"},
    {"sera", "serum"},
    {"series", "series"},
    {"shelves", "shelf"},
    {"simplices", "simplex"},
    {"species", "species"},
    {"spectra", "spectrum"},
    {"spermatozoa", "spermatozoon"},
    {"stenoses", "stenosis"},
    {"stimuli", "stimulus"},
    {"stomata", "stoma"},
    {"strata", "stratum"},
    {"sulci", "sulcus"},
    {"supernovae", "supernova"},
    {"syllabi", "syllabus"},
    {"symposia", "symposium"},
    {"syntheses", "synthesis"},
    {"taxa", "taxon"},
    {"teeth", "tooth"},
    {"theses", "thesis"},
    {"thrombi", "thrombus"},
    {"thromboses", "thrombosis"},
    {"varices", "varix"},
    {"vertebrae", "vertebra"},
    {"vertices", "vertex"},
    {"villi", "villus"},
    {"vortices", "vortex"},
    {"wives", "wife"},
    {"wolves", "wolf"},
    {"women", "woman"},
};

static int
compare_irregular (const void *key, const void *item)
{
    return strcmp (key, ((const Irregular *)item)->plural);
}

static gboolean
is_all_letters (const char *word)
{
    for (; *word; word++)
        if (!g_ascii_islower (*word))
            return FALSE;
    return TRUE;
}

static const char *
find_irregular (const char *word)
{
    const Irregular *known =
        bsearch (word, irregular, G_N_ELEMENTS (irregular), sizeof irregular[0], compare_irregular);
    return known != NULL ? known->singular : NULL;
}

/* "multicriteria", "multi-criteria" and "multiple criteria" are one. */
static gboolean
append_multiple (GString *fold, const char *word)
{
    if (!g_str_has_prefix (word, "multi"))
        return FALSE;
    const char *rest = word + strlen ("multi");
    const char *singular = strcmp (rest, "ple") == 0 ? "" : find_irregular (rest);
    if (singular == NULL)
        return FALSE;
    g_string_append (fold, "multi");
    g_string_append (fold, singular);
    return TRUE;
}

/* Appends the singular of a word in small letters. */
static void
append_singular (GString *fold, const char *word)
{
    const char *known = find_irregular (word);
    const gsize n = strlen (word);
    if (known != NULL) {
        g_string_append (fold, known);
        return;
    }
    if (append_multiple (fold, word))
        return;
    g_string_append (fold, word);
    if (n < 4 || word[n - 1] != 's' || !is_all_letters (word))
        return;
    const char *end = word + n;
    if (n > 4 && strcmp (end - 3, "ies") == 0 && strchr ("ae", end[-4]) == NULL) {
        g_string_truncate (fold, fold->len - 3);
        g_string_append_c (fold, 'y');
    } else if (g_str_has_suffix (word, "sses") || g_str_has_suffix (word, "shes") ||
               g_str_has_suffix (word, "ches") || g_str_has_suffix (word, "xes")) {
        g_string_truncate (fold, fold->len - 2);
    } else if (strchr ("us", end[-2]) == NULL && strcmp (end - 2, "is") != 0) {
        g_string_truncate (fold, fold->len - 1);
    }
}

/* The American spelling of a word, of whose plurals the table has few: "behaviours" is looked for
 * as "behaviour"; "analyses" are no plural of the verb. */
static const char *
find_american (const RhumbModel *model, const char *word)
{
    const gsize n = strlen (word);
    const char *american = rhumb_model_find_american (model, word, n);
    if (american != NULL || n < 4 || word[n - 1] != 's' || find_irregular (word) != NULL)
        return american;
    return rhumb_model_find_american (model, word, n - 1);
}

/* "geological", "geographical": both endings mean the same, which those of "logical" and
 * "graphical" do not. */
static gboolean
has_spare_ending (const char *word)
{
    static const char *const endings[] = {"ological", "ographical"};
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (word, endings[i]))
            return TRUE;
    return FALSE;
}

static void
append_word (const RhumbModel *model, const char *word, gsize length, GString *fold)
{
    g_autofree char *own = g_strndup (word, length);
    const char *american = find_american (model, own);
    g_autofree char *plain = g_str_is_ascii (own) ? NULL : rhumb_text_title_key (own);
    const char *plainest = american ? american : plain ? plain : own;
    if (has_spare_ending (plainest))
        g_string_append_len (fold, plainest, (gssize)strlen (plainest) - 2);
    else
        append_singular (fold, plainest);
}

/* "GNNs" means "GNN": the length without the s of a short form's plural. */
static gsize
length_of_singular (const char *text, gsize length)
{
    const gboolean plural =
        length >= 3 && text[length - 1] == 's' && g_ascii_isupper (text[length - 2]);
    return plural ? length - 1 : length;
}

/* Makes "twodimensional" and "2dimensional" in a key "2d", from byte @from on: tokens that make it
 * up may be added one by one. */
void
rhumb_fold_dimensions (GString *fold, gsize from)
{
    static const struct {
        const char *word;
        const char *digit;
    } numbers[] = {{"one", "1"}, {"two", "2"}, {"three", "3"}, {"four", "4"}, {"five", "5"}};
    static const char dimensional[] = "dimensional";
    const char *found = strstr (fold->str + from, dimensional);
    if (found == NULL)
        return;
    const gsize at = (gsize)(found - fold->str);
    for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
        const gsize n = strlen (numbers[i].word);
        if (at < from + n || memcmp (found - n, numbers[i].word, n) != 0)
            continue;
        g_string_erase (fold, (gssize)(at - n), (gssize)(n + strlen (dimensional)));
        g_string_insert (fold, (gssize)(at - n), "d");
        g_string_insert (fold, (gssize)(at - n), numbers[i].digit);
        return;
    }
    if (at > from && g_ascii_isdigit (found[-1]))
        g_string_erase (fold, (gssize)(at + 1), (gssize)strlen (dimensional) - 1);
}

/* Appends the key of a token or phrase, which holds letters and digits only and is the same for
 * all its variants. @text: valid UTF-8 of @length bytes. */
void
rhumb_append_fold (const RhumbModel *model, const char *text, gsize length, GString *fold)
{
    g_autofree char *own = g_strndup (text, length_of_singular (text, length));
    gsize lower_length;
    g_autofree char *lower = rhumb_letters_to_lower (own, strlen (own), &lower_length);
    const char *p = lower;
    const char *word;
    gsize word_length;
    const gsize from = fold->len;
    while (rhumb_stems_next_word (&p, lower + lower_length, &word, &word_length))
        append_word (model, word, word_length, fold);
    rhumb_fold_dimensions (fold, from);
}

/* Whether a part of a heading is a noun in the plural, as no kind is: others stand before the last
 * one ("Infant, Newborn, Diseases"), and with one inside a heading is a list ("Health Knowledge,
 * Attitudes, Practice"). */
static gboolean
is_plural_noun (const char *part)
{
    const gsize n = strlen (part);
    return strchr (part, ' ') == NULL && n > 3 && part[n - 1] == 's' &&
           strchr ("sui", part[n - 2]) == NULL;
}

/* "Neoplasms, Experimental" as it is spoken, "Experimental Neoplasms": indexers put the noun first,
 * and what tells kinds of kinds behind. %NULL for a name that has no comma, or more of them than
 * headings have, or one that is a list, as "Environment, Health, and Safety" is. */
char *
rhumb_turn_around (const char *name)
{
    if (strchr (name, ',') == NULL)
        return NULL;
    g_auto (GStrv) part = g_strsplit (name, ", ", -1);
    const guint n = g_strv_length (part);
    if (n < 2 || n > MOST_PARTS)
        return NULL;
    for (guint i = 0; i < n; i++)
        if (*part[i] == '\0' || strchr (part[i], ',') != NULL ||
            (n > 2 && (g_str_has_prefix (part[i], "and ") || g_str_has_prefix (part[i], "or "))) ||
            (i > 0 && i < n - 1 && is_plural_noun (part[i])))
            return NULL;
    const gboolean stays = n > 2 && is_plural_noun (part[n - 1]);
    GString *spoken = g_string_new (NULL);
    for (guint i = stays ? n - 1 : n; i-- > 0;)
        g_string_append_printf (spoken, "%s%s", spoken->len > 0 ? " " : "", part[i]);
    if (stays)
        g_string_append_printf (spoken, " %s", part[n - 1]);
    return g_string_free (spoken, FALSE);
}
