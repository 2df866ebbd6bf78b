/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Weights of phrases for languages of which nothing is known but function words and a stemmer: no
 * table of words, no endings.
 *
 * Two logistic regressions as in model/README.md, fitted to the same English keywords without
 * those features and without trees, which were grown on English words; where a phrase stands, how
 * long it is and what surrounds it means much the same in every language. How well they find
 * keyphrases of other languages has not been measured: no collection of any is at hand. Words
 * such as "de" hold phrases together in Romance languages, so a bridge costs nothing and an end on
 * such a word much. Without a table of words scores run lower; 0.7 on the bias, a choice by eye,
 * brings them to where the cut-offs made for English expect them.
 */
#include "analytics/text/neutral-model.h"

#include "analytics/text/features.h"

#include <string.h>

typedef struct {
    const char *feature;
    double author;
    double dense;
} Weight;

static const Weight weights[] = {
    {"bias", -4.1432, -4.0286},   {"ltf", -0.2075, -0.7128},
    {"tf2", 0.6961, 0.6467},      {"anyalone", 0.5855, 0.8896},
    {"lft", -0.3575, 0.6607},     {"rgt", -0.3789, 0.2718},
    {"anylft", 0.1951, -0.3747},  {"anyrgt", 0.8386, 0.9991},
    {"title", 0.3665, 0.0700},    {"lfirst", -0.3519, -0.2748},
    {"firstrel", 0.5719, 0.3420}, {"nsent", 0.5756, 0.8106},
    {"L1", -0.4128, -0.1963},     {"L2", 0.8872, 0.6136},
    {"L3", 0.2739, 0.1227},       {"L4", -0.7621, -0.7031},
    {"L5", -1.7524, -1.8028},     {"K1", 0.9145, -0.6002},
    {"nch", 1.0483, 1.7123},      {"short", -0.1003, 0.5340},
    {"paren", 0.7510, 0.3647},    {"prvof", 0.7860, 0.7967},
    {"nxtof", -0.3596, -0.2598},  {"prva", 0.3829, 0.3816},
    {"nxtand", 0.1543, 0.4546},   {"prvand", 0.5928, 0.7779},
    {"prvprep", 0.7673, 0.6209},  {"edge", -6, -6},
};

static const Weight *
find_weight (const char *feature)
{
    static const Weight none = {"", 0, 0};
    for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
        if (strcmp (weights[i].feature, feature) == 0)
            return &weights[i];
    return &none;
}

/* Builds the model: a weight for each feature, 0 for those that ask for what is not known. */
RhumbModel *
rhumb_neutral_model_new (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new ("[weights]\tfeature\tauthor\tdense\n");
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++) {
        const Weight *weight = find_weight (rhumb_feature_names[f]);
        char author[G_ASCII_DTOSTR_BUF_SIZE];
        char dense[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_dtostr (author, sizeof author, weight->author);
        g_ascii_dtostr (dense, sizeof dense, weight->dense);
        g_string_append_printf (text, "%s\t%s\t%s\n", rhumb_feature_names[f], author, dense);
    }
    RhumbModel *model = rhumb_model_parse (text->str, text->len, "neutral model", &error);
    g_assert_no_error (error);
    return model;
}
