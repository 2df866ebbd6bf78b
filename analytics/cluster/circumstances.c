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
#include "graph/word-list.h"

/* Continents, seas and parts of the world; states and provinces that papers name without their
 * country. */
static const char REGIONS[] =
    "Africa|Alaska|Alberta|Alps|Amazon|America|Andes|Antarctica|Arctic|Arizona|Asia|Balkans|"
    "British Columbia|California|Caribbean|Central America|Colorado|Eurasia|Europe|"
    "European Union|Florida|Great Plains|Hawaii|Himalaya|Idaho|Latin America|Mediterranean|"
    "Mediterranean Basin|Middle East|Montana|Nevada|New Mexico|New South Wales|New York|"
    "North America|Oceania|Ontario|Oregon|Pacific Northwest|Quebec|Queensland|Rocky Mountains|"
    "Scandinavia|Siberia|Sierra Nevada|South America|Tasmania|Texas|Victoria|West Indies";

static const char DIRECTIONS[] =
    "central|conterminous|contiguous|continental|east|eastern|mainland|mid|north|northeastern|"
    "northern|northwestern|rural|south|southeast|southeastern|southern|southwest|southwestern|"
    "sub-Saharan|temperate|tropical|upper|urban|west|western";

/* Kinds of study, their sources and what their abstracts are ordered by, as
 * rhumb_naming_pad_words() has them; a name that ends so is one of its kind. */
static const char *const studies[] = {
    " case report ",
    " case study ",
    " clinical trial ",
    " cochrane library ",
    " cohort studie ",
    " cohort study ",
    " comparative studie ",
    " comparative study ",
    " confidence interval ",
    " controlled trial ",
    " eligibility criteria ",
    " embase ",
    " empirical analyse ",
    " empirical analysi ",
    " empirical evidence ",
    " empirical studie ",
    " empirical study ",
    " evidence synthesi ",
    " google scholar ",
    " inclusion criteria ",
    " knowledge gap ",
    " literature review ",
    " literature search ",
    " longitudinal studie ",
    " longitudinal study ",
    " medline ",
    " meta analyse ",
    " meta analysi ",
    " narrative review ",
    " observational studie ",
    " observational study ",
    " pilot studie ",
    " pilot study ",
    " prospective studie ",
    " prospective study ",
    " pubmed ",
    " reproducibility of result ",
    " research gap ",
    " research synthesi ",
    " retrospective studie ",
    " retrospective study ",
    " review article ",
    " scoping review ",
    " scopu ",
    " sectional studie ",
    " sectional study ",
    " systematic review ",
    " umbrella review ",
    " web of science ",
};

static const char *
skip_directions (const char *label)
{
    const char *blank = strchr (label, ' ');
    while (blank != NULL && rhumb_word_list_has (DIRECTIONS, label, (gsize)(blank - label))) {
        label = blank + 1;
        blank = strchr (label, ' ');
    }
    return label;
}

static gboolean
is_place (const char *text)
{
    if (!g_unichar_isupper (g_utf8_get_char (text)))
        return FALSE;
    /* Indexers turn names around: "Asia, Southeastern". Two letters may be the code of a country or
     * anything ("ML"). */
    return rhumb_word_list_has (REGIONS, text, strcspn (text, ",")) ||
           (strlen (text) > 2 && rhumb_find_country (text) != NULL);
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
