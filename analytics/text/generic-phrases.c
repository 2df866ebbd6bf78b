/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Phrases that papers of any field use about themselves: their parts, where their authors looked
 * for others, and how they give results.
 *
 * "Confidence interval" and "Web of Science" are subjects of the few papers that study them, and
 * means of thousands; which of the two a corpus has is asked where this list is used (generic.c).
 * Cost: one binary search.
 */
#include "analytics/text/generic-phrases.h"

#include <stdlib.h>
#include <string.h>

/* As keys of terms. Ascending. */
static const char *const of_papers[] = {
    "academicpaper",      "casestudy",        "comparativestudy",   "empiricalstudy",
    "experimentalresult", "futuredirection",  "futureresearch",     "futurework",
    "knowledgegap",       "literaturereview", "mainoutcomemeasure", "modelarchitecture",
    "openproblem",        "openquestion",     "openresearch",       "openresearchproblem",
    "projectpage",        "realworld",        "realworlddata",      "realworldscenario",
    "relatedwork",        "researchagenda",   "researcharea",       "researchcommunity",
    "researchdirection",  "researchfield",    "researchgap",        "researchquestion",
    "researchtopic",      "sourcecode",       "stateoftheart",      "studydesign",
    "studypopulation",    "systematicreview", "technicalreport",    "trialregistration",
};

/* Ascending. */
static const char *const of_means[] = {
    "acmdigitallibrary",
    "cochranedatabase",
    "cochranelibrary",
    "confidenceinterval",
    "controlgroup",
    "eligibilitycriterion",
    "embase",
    "experimentalgroup",
    "googlescholar",
    "hazardratio",
    "ieeexplore",
    "inclusioncriterion",
    "interquartilerange",
    "interventiongroup",
    "medline",
    "oddsratio",
    "outcomemeasure",
    "primaryoutcome",
    "pubmed",
    "relativerisk",
    "riskratio",
    "sciencedirect",
    "scopus",
    "secondaryoutcome",
    "standarddeviation",
    "webofscience",
    "webofsciencecorecollection",
};

static int
compare_keys (const void *key, const void *item)
{
    return strcmp (key, *(const char *const *)item);
}

/* Whether a key is a phrase for a part or a kind of paper, which no paper is about. */
gboolean
rhumb_is_generic_phrase (const char *key)
{
    return bsearch (key, of_papers, G_N_ELEMENTS (of_papers), sizeof of_papers[0], compare_keys) !=
           NULL;
}

/* Whether a key is a phrase for a means of studies, which some papers are about. */
gboolean
rhumb_is_phrase_of_means (const char *key)
{
    return bsearch (key, of_means, G_N_ELEMENTS (of_means), sizeof of_means[0], compare_keys) !=
           NULL;
}
