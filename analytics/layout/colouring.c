/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Discs in the colours of a value: what is recent, what is central.
 *
 * By year a paper has the colour of its year and a concept that of the mean year of its papers, as
 * in the overlay of VOSviewer (van Eck, Waltman 2010, doi:10.1007/s11192-009-0146-3); nodes whose
 * years are all unknown are grey, because unknown is a value of its own. By score a node has the
 * colour of its place in the order of PageRank among its kind: scores themselves differ by
 * thousands, so nearly all would have one colour. In the places of a file nodes have the colours of
 * the values that the file gives.
 * The ramp runs from dark blue over green to yellow; its lightness grows steadily, so it can be
 * read in grey and by colour-blind readers (after viridis, S. van der Walt, N. Smith 2015).
 * Cost: n log n for n drawn nodes, plus the papers of the concepts.
 */
#include "analytics/layout/colouring.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analytics/layout/colour.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/compare.h"

#define UNKNOWN_COLOUR 0x9a9a9aff
#define N_STEPS 24
#define TAIL 0.05
#define DARK_START 0.3
#define KEY_HEIGHT 66.0
#define KEY_SIZE 11.5
#define MOST_TICKS 6
#define TICK_GAP 5.0
#define LEAST_POWER (-12)
#define MOST_POWER 12

/* The bar that tells what colours mean, and where the words below its ends leave room. */
typedef struct {
    double left;
    double y;
    double width;
    double first_end;
    double last_start;
} Key;

typedef struct {
    double size;
    guint n_decimals;
} Step;

static const guint32 ramp[] = {0x440154ff, 0x3b528bff, 0x21918cff, 0x5ec962ff, 0xfde725ff};

/* On a dark page the ramp begins where its colours stand out. */
static guint32
ramp_colour (const RhumbScene *scene, double share)
{
    const double least = scene->theme->towards >> 8 != 0 ? DARK_START : 0.0;
    const double at = (least + CLAMP (share, 0.0, 1.0) * (1 - least)) * (G_N_ELEMENTS (ramp) - 1);
    const guint i = MIN ((guint)at, (guint)G_N_ELEMENTS (ramp) - 2);
    return rhumb_colour_mix (ramp[i], ramp[i + 1], at - i);
}

/* The year of a paper, of others the mean of their papers'; not a number where all are unknown. */
static double
year_of (const RhumbScene *scene, const RhumbSceneNode *node)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (scene->graph);
    if (node->node == RHUMB_NONE || node->kind == RHUMB_NODE_PAPER) {
        const int year = node->node == RHUMB_NONE
                             ? node->year
                             : rhumb_corpus_get_paper (corpus, node->node)->year;
        return year != 0 ? (double)year : (double)NAN;
    }
    const RhumbRows rows = rhumb_graph_get_papers_of_kind (scene->graph, node->kind);
    const guint32 row = node->node - rhumb_graph_get_first_node (scene->graph, node->kind);
    double sum = 0.0;
    guint n_known = 0;
    for (gsize e = rows.start[row]; e < rows.start[row + 1]; e++) {
        const int year = rhumb_corpus_get_paper (corpus, rows.node[e])->year;
        sum += year;
        n_known += year != 0;
    }
    return n_known > 0 ? sum / n_known : NAN;
}

static gboolean
are_years (const RhumbScene *scene)
{
    return scene->options->colouring == RHUMB_MAP_COLOUR_YEAR;
}

/* Whether colours stand for values on a scale, not for a place in an order. */
static gboolean
has_values (const RhumbScene *scene)
{
    return are_years (scene) || scene->value_name != NULL;
}

/* The smallest of 1, 2 and 5 times powers of ten that makes at most MOST_TICKS steps of a span; of
 * years at least 1. */
static Step
find_step (const RhumbScene *scene, double span)
{
    static const int round[] = {1, 2, 5};
    for (int power = are_years (scene) ? 0 : LEAST_POWER;; power++) {
        for (guint k = 0; k < G_N_ELEMENTS (round); k++) {
            const double step = round[k] * pow (10, power);
            if (span <= MOST_TICKS * step * (1 + 1e-9) || power == MOST_POWER)
                return (Step){step, MAX (-power, 0)};
        }
    }
}

static char *
write_value (double value, guint n_decimals)
{
    char format[8], number[64];
    g_snprintf (format, sizeof format, "%%.%uf", MIN (n_decimals, 12));
    return g_strdup (g_ascii_formatd (number, sizeof number, format, value));
}

/* The values between which the ramp runs, at round ones: one old paper among many must not take
 * half of it. */
static void
find_span (RhumbScene *scene)
{
    g_autofree double *known = g_new (double, MAX (scene->n_nodes, 1));
    guint32 n_known = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (isfinite (scene->node[i].value))
            known[n_known++] = scene->node[i].value;
    }
    scene->least_value = 1.0;
    scene->greatest_value = 0.0;
    if (n_known == 0)
        return;
    qsort (known, n_known, sizeof *known, rhumb_compare_doubles);
    const double least = known[(guint32)(TAIL * (n_known - 1))];
    const double greatest = known[n_known - 1 - (guint32)(TAIL * (n_known - 1))];
    const double unit = are_years (scene) ? 1.0 : find_step (scene, greatest - least).size;
    scene->least_value = unit * floor (least / unit);
    scene->greatest_value = unit * ceil (greatest / unit);
    scene->is_clipped_below = known[0] < scene->least_value;
    scene->is_clipped_above = known[n_known - 1] > scene->greatest_value;
}

static void
colour_by_value (RhumbScene *scene)
{
    for (guint32 i = 0; i < scene->n_nodes && scene->value_name == NULL; i++)
        scene->node[i].value = year_of (scene, &scene->node[i]);
    find_span (scene);
    const double span = MAX (scene->greatest_value - scene->least_value, 1e-9);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const double value = scene->node[i].value;
        scene->node[i].colour = isfinite (value)
                                    ? ramp_colour (scene, (value - scene->least_value) / span)
                                    : UNKNOWN_COLOUR;
    }
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
    const RhumbSceneNode *node = data;
    const RhumbSceneNode *x = &node[*(const guint32 *)a];
    const RhumbSceneNode *y = &node[*(const guint32 *)b];
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->score != y->score)
        return x->score < y->score ? -1 : 1;
    return x->node < y->node ? -1 : x->node > y->node;
}

static void
colour_by_score (RhumbScene *scene)
{
    const guint32 n = scene->n_nodes;
    g_autofree guint32 *order = g_new (guint32, MAX (n, 1));
    for (guint32 i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data (order, (gint)n, sizeof *order, compare_scores, scene->node);
    for (guint32 first = 0, last; first < n; first = last) {
        last = first + 1;
        while (last < n && scene->node[order[last]].kind == scene->node[order[first]].kind)
            last++;
        for (guint32 i = first; i < last; i++)
            scene->node[order[i]].colour = ramp_colour (
                scene, last - first > 1 ? (double)(i - first) / (last - first - 1) : 1.0);
    }
}

void
rhumb_colouring_apply (RhumbScene *scene)
{
    switch (scene->options->colouring) {
    case RHUMB_MAP_COLOUR_YEAR:
        colour_by_value (scene);
        break;
    case RHUMB_MAP_COLOUR_SCORE:
        if (scene->value_name != NULL)
            colour_by_value (scene);
        else
            colour_by_score (scene);
        break;
    case RHUMB_MAP_COLOUR_TOPIC:
        for (guint32 i = 0; i < scene->n_nodes; i++)
            scene->node[i].colour = scene->cluster[scene->node[i].cluster].fill;
        break;
    }
}

static void
add_words (const RhumbScene *scene, RhumbMapBuilder *builder, double x, double y,
           RhumbMapAnchor anchor, gboolean bold, const char *words)
{
    const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                 .owner = RHUMB_NONE,
                                 .x = x,
                                 .y = y,
                                 .size = KEY_SIZE,
                                 .bold = bold,
                                 .anchor = anchor,
                                 .colour = bold ? scene->theme->quiet : scene->theme->faint};
    rhumb_sheet_write (builder, &line, words);
}

/* Round values between the ends of the bar, at most MOST_TICKS, where their words do not touch
 * those at the ends. */
static void
add_ticks (const RhumbScene *scene, RhumbMapBuilder *builder, const Key *key)
{
    const double first = scene->least_value;
    const double last = scene->greatest_value;
    const Step step = find_step (scene, last - first);
    for (double i = ceil (first / step.size); i * step.size < last; i++) {
        const double value = i * step.size;
        const double at = key->left + key->width * (value - first) / (last - first);
        g_autofree char *words = write_value (value, step.n_decimals);
        const double half = rhumb_text_width (words, KEY_SIZE, FALSE, 0.0) / 2 + TICK_GAP;
        if (at - half < key->first_end || at + half > key->last_start)
            continue;
        rhumb_sheet_rule (builder, at, key->y + 22, at, key->y + 26, scene->theme->quiet, 1);
        add_words (scene, builder, at, key->y + 38, RHUMB_MAP_ANCHOR_MIDDLE, FALSE, words);
    }
}

static void
add_bar (const RhumbScene *scene, RhumbMapBuilder *builder, const Key *key)
{
    const gboolean is_one = has_values (scene) && scene->least_value >= scene->greatest_value;
    guint32 colour[N_STEPS];
    for (guint i = 0; i < N_STEPS; i++)
        colour[i] = ramp_colour (scene, is_one ? 0.0 : (i + 0.5) / N_STEPS);
    rhumb_sheet_add_bar (builder, key->left, key->y + 10, key->width, colour, N_STEPS,
                         scene->theme->rule);
}

static gboolean
are_all_known (const RhumbScene *scene)
{
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (!isfinite (scene->node[i].value))
            return FALSE;
    }
    return TRUE;
}

static gboolean
are_all_papers (const RhumbScene *scene)
{
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (scene->node[i].kind != RHUMB_NODE_PAPER)
            return FALSE;
    }
    return TRUE;
}

/* What the colours are of, for the reader, and what grey is. */
static char *
name_values (const RhumbScene *scene)
{
    if (!has_values (scene))
        return g_strdup ("Colour: place by PageRank among its kind");
    const char *name = scene->value_name != NULL ? scene->value_name
                       : are_all_papers (scene)  ? "year"
                                                 : "year (mean of its papers)";
    return g_strconcat ("Colour: ", name, are_all_known (scene) ? NULL : "; grey: unknown", NULL);
}

/* What stands below an end of the bar; beyond it there may be more. */
static char *
write_end (const RhumbScene *scene, double value, const char *beyond)
{
    const guint n_decimals =
        find_step (scene, scene->greatest_value - scene->least_value).n_decimals;
    g_autofree char *number = write_value (value, n_decimals);
    return g_strconcat (beyond, number, NULL);
}

/* Draws the bar that tells what the colours mean, nothing where they are those of topics; gives the
 * height that it took. */
double
rhumb_colouring_draw_key (const RhumbScene *scene, RhumbMapBuilder *builder, double left, double y,
                          double width)
{
    if (scene->options->colouring == RHUMB_MAP_COLOUR_TOPIC)
        return 0.0;
    g_autofree char *name = name_values (scene);
    add_words (scene, builder, left, y, RHUMB_MAP_ANCHOR_START, TRUE, name);
    if (has_values (scene) && scene->least_value > scene->greatest_value) {
        add_words (scene, builder, left, y + 38, RHUMB_MAP_ANCHOR_START, FALSE,
                   are_years (scene) ? "no year is known; grey = unknown"
                                     : "no value is known; grey = unknown");
        return KEY_HEIGHT;
    }
    g_autofree char *first = has_values (scene) ? write_end (scene, scene->least_value,
                                                             scene->is_clipped_below ? "to " : "")
                                                : g_strdup ("lowest");
    g_autofree char *last = has_values (scene) ? write_end (scene, scene->greatest_value,
                                                            scene->is_clipped_above ? "from " : "")
                                               : g_strdup ("highest");
    const Key key = {
        .left = left,
        .y = y,
        .width = width,
        .first_end = left + rhumb_text_width (first, KEY_SIZE, FALSE, 0.0),
        .last_start = left + width - rhumb_text_width (last, KEY_SIZE, FALSE, 0.0),
    };
    add_bar (scene, builder, &key);
    add_words (scene, builder, left, y + 38, RHUMB_MAP_ANCHOR_START, FALSE, first);
    if (strcmp (first, last) != 0)
        add_words (scene, builder, left + width, y + 38, RHUMB_MAP_ANCHOR_END, FALSE, last);
    if (has_values (scene))
        add_ticks (scene, builder, &key);
    return KEY_HEIGHT;
}
