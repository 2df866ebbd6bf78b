/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where and how something was studied, as against what: "western North America", "systematic
 * literature review", "Web of Science".
 *
 * Abstracts of reviews and of field studies tell such things in nearly every line ("most studies
 * were conducted in North America"), so they tie papers together that have no subject in common.
 * A place is a country (graph/countries.c), a region of the list below, or one of these behind
 * words of direction; a kind of study ends like one of the list.
 *
 * Cost: a label is compared with a few hundred names.
 */
#include "analytics/cluster/circumstances.h"

#include <string.h>

#include "graph/affiliations.h"

/* Continents, seas and parts of the world; states and provinces that papers name without their
 * country. In byte order. */
static const char *const regions[] = {
    "Africa",
    "Alaska",
    "Alberta",
    "Alps",
    "Amazon",
    "America",
    "Andes",
    "Antarctica",
    "Arctic",
    "Arizona",
    "Asia",
    "Balkans",
    "British Columbia",
    "California",
    "Caribbean",
    "Central America",
    "Colorado",
    "Eurasia",
    "Europe",
    "European Union",
    "Florida",
    "Great Plains",
    "Hawaii",
    "Himalaya",
    "Idaho",
    "Latin America",
    "Mediterranean",
    "Mediterranean Basin",
    "Middle East",
    "Montana",
    "Nevada",
    "New Mexico",
    "New South Wales",
    "New York",
    "North America",
    "Oceania",
    "Ontario",
    "Oregon",
    "Pacific Northwest",
    "Quebec",
    "Queensland",
    "Rocky Mountains",
    "Scandinavia",
    "Siberia",
    "Sierra Nevada",
    "South America",
    "Tasmania",
    "Texas",
    "Victoria",
    "West Indies",
};

static const char *const directions[] = {
    "central",      "conterminous", "contiguous", "continental",  "east",     "eastern",
    "mainland",     "mid",          "north",      "northeastern", "northern", "northwestern",
    "rural",        "south",        "southeast",  "southeastern", "southern", "southwest",
    "southwestern", "sub-Saharan",  "temperate",  "tropical",     "upper",    "urban",
    "west",         "western",
};

/* Kinds of study, their sources and what their abstracts are ordered by, as
 * rhumb_naming_pad_words() has them; a name that ends so is one of its kind. */
static const char *const studies[] = {
    " case report ",
    " case study ",
    " clinical trial ",
    " cochrane library ",
    " cohort study ",
    " cohort studie ",
    " confidence interval ",
    " controlled trial ",
    " eligibility criteria ",
    " embase ",
    " evidence synthesi ",
    " google scholar ",
    " inclusion criteria ",
    " knowledge gap ",
    " literature review ",
    " literature search ",
    " longitudinal study ",
    " longitudinal studie ",
    " medline ",
    " meta analyse ",
    " meta analysi ",
    " narrative review ",
    " pubmed ",
    " reproducibility of result ",
    " research gap ",
    " research synthesi ",
    " retrospective study ",
    " retrospective studie ",
    " review article ",
    " scoping review ",
    " scopu ",
    " sectional study ",
    " sectional studie ",
    " systematic review ",
    " umbrella review ",
    " web of science ",
};

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (a, *(const char *const *)b);
}

static const char *
skip_directions (const char *label)
{
    for (;;) {
        const char *blank = strchr (label, ' ');
        gboolean found = FALSE;
        for (gsize i = 0; blank != NULL && !found && i < G_N_ELEMENTS (directions); i++)
            found = strlen (directions[i]) == (gsize)(blank - label) &&
                    g_ascii_strncasecmp (label, directions[i], strlen (directions[i])) == 0;
        if (!found)
            return label;
        label = blank + 1;
    }
}

static gboolean
is_region (const char *text)
{
    /* Indexers turn names around: "Asia, Southeastern". */
    g_autofree char *name = g_strndup (text, strcspn (text, ","));
    return bsearch (name, regions, G_N_ELEMENTS (regions), sizeof regions[0], compare_texts) !=
           NULL;
}

static gboolean
is_place (const char *text)
{
    if (is_region (text))
        return TRUE;
    /* Two letters may be the code of a country or anything ("ML"). */
    return strlen (text) > 2 && g_unichar_isupper (g_utf8_get_char (text)) &&
           rhumb_find_country (text) != NULL;
}

/* Whether a label is the name of a place. */
gboolean
rhumb_circumstances_names_place (const char *label)
{
    /* "South Africa" begins with no direction. */
    return is_place (label) || is_place (skip_directions (label));
}

/* Whether a label is a kind of study, where its authors looked for others, or a word of their
 * abstracts' order. @padded: as rhumb_naming_pad_words() gives it. */
gboolean
rhumb_circumstances_names_study (const char *padded)
{
    for (gsize i = 0; i < G_N_ELEMENTS (studies); i++)
        if (g_str_has_suffix (padded, studies[i]))
            return TRUE;
    return FALSE;
}
