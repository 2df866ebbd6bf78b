/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Discs in the colours of a value: what is recent, what is central.
 *
 * By year a paper has the colour of its year and a concept that of the mean year of its papers, as
 * in the overlay of VOSviewer (van Eck, Waltman 2010, doi:10.1007/s11192-009-0146-3); nodes whose
 * years are all unknown are grey, because unknown is a value of its own. By score a node has the
 * colour of its place in the order of PageRank among its kind: scores themselves differ by
 * thousands, so nearly all would have one colour.
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

/* The bar that tells what colours mean, and where the words below its ends leave room. */
typedef struct {
    double left;
    double y;
    double width;
    double first_end;
    double last_start;
} Key;

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

/* The papers about a concept or of a person. */
static RhumbRows
find_rows (const RhumbScene *scene, RhumbNodeKind kind)
{
    if (kind == RHUMB_NODE_PERSON)
        return rhumb_network_get_out_rows (
            rhumb_graph_get_relation (scene->graph, RHUMB_RELATION_WROTE));
    return rhumb_network_get_in_rows (
        rhumb_graph_get_relation (scene->graph, RHUMB_RELATION_ABOUT));
}

/* The year of a paper, of others the mean of their papers'; 0 where all are unknown. */
static double
year_of (const RhumbScene *scene, const RhumbSceneNode *node)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (scene->graph);
    if (node->node == RHUMB_NONE)
        return 0.0;
    if (node->kind == RHUMB_NODE_PAPER)
        return rhumb_corpus_get_paper (corpus, node->node)->year;
    const RhumbRows rows = find_rows (scene, node->kind);
    const guint32 row = node->node - rhumb_graph_get_first_node (scene->graph, node->kind);
    double sum = 0.0;
    guint n_known = 0;
    for (gsize e = rows.start[row]; e < rows.start[row + 1]; e++) {
        const int year = rhumb_corpus_get_paper (corpus, rows.node[e])->year;
        sum += year;
        n_known += year != 0;
    }
    return n_known > 0 ? sum / n_known : 0.0;
}

/* The years between which the ramp runs: one old paper among many must not take half of it. */
static void
find_span (RhumbScene *scene, const double *year)
{
    g_autofree double *known = g_new (double, MAX (scene->n_nodes, 1));
    guint32 n_known = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (year[i] != 0.0)
            known[n_known++] = year[i];
    }
    scene->least_value = 1.0;
    scene->greatest_value = 0.0;
    if (n_known == 0)
        return;
    qsort (known, n_known, sizeof *known, rhumb_compare_doubles);
    scene->least_value = floor (known[(guint32)(TAIL * (n_known - 1))]);
    scene->greatest_value = ceil (known[n_known - 1 - (guint32)(TAIL * (n_known - 1))]);
    scene->is_clipped_below = known[0] < scene->least_value;
    scene->is_clipped_above = known[n_known - 1] > scene->greatest_value;
}

static void
colour_by_year (RhumbScene *scene)
{
    g_autofree double *year = g_new (double, MAX (scene->n_nodes, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++)
        year[i] = year_of (scene, &scene->node[i]);
    find_span (scene, year);
    const double span = MAX (scene->greatest_value - scene->least_value, 1e-9);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        scene->node[i].colour = year[i] == 0.0
                                    ? UNKNOWN_COLOUR
                                    : ramp_colour (scene, (year[i] - scene->least_value) / span);
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
        colour_by_year (scene);
        break;
    case RHUMB_MAP_COLOUR_SCORE:
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

/* Years between the ends of the bar, at most MOST_TICKS, at round ones, where their words do not
 * touch those at the ends. */
static void
add_ticks (const RhumbScene *scene, RhumbMapBuilder *builder, const Key *key)
{
    const int first = (int)scene->least_value;
    const int last = (int)scene->greatest_value;
    static const int round[] = {1, 2, 5};
    int step = 1;
    for (guint k = 1; (last - first) / step > MOST_TICKS; k++)
        step = round[k % 3] * (int)pow (10, k / 3);
    for (int year = first + 1; year < last; year++) {
        const double at = key->left + key->width * (year - first) / (last - first);
        g_autofree char *words = g_strdup_printf ("%d", year);
        const double half = rhumb_text_width (words, KEY_SIZE, FALSE, 0.0) / 2 + TICK_GAP;
        if (year % step != 0 || at - half < key->first_end || at + half > key->last_start)
            continue;
        rhumb_sheet_rule (builder, at, key->y + 22, at, key->y + 26, scene->theme->quiet, 1);
        add_words (scene, builder, at, key->y + 38, RHUMB_MAP_ANCHOR_MIDDLE, FALSE, words);
    }
}

static void
add_bar (const RhumbScene *scene, RhumbMapBuilder *builder, const Key *key)
{
    const gboolean by_score = scene->options->colouring == RHUMB_MAP_COLOUR_SCORE;
    const gboolean is_one = !by_score && scene->least_value >= scene->greatest_value;
    guint32 colour[N_STEPS];
    for (guint i = 0; i < N_STEPS; i++)
        colour[i] = ramp_colour (scene, is_one ? 0.0 : (i + 0.5) / N_STEPS);
    rhumb_sheet_add_bar (builder, key->left, key->y + 10, key->width, colour, N_STEPS,
                         scene->theme->rule);
}

/* Draws the bar that tells what the colours mean, nothing where they are those of topics; gives the
 * height that it took. */
double
rhumb_colouring_draw_key (const RhumbScene *scene, RhumbMapBuilder *builder, double left, double y,
                          double width)
{
    const RhumbMapColouring colouring = scene->options->colouring;
    if (colouring == RHUMB_MAP_COLOUR_TOPIC)
        return 0.0;
    const gboolean by_year = colouring == RHUMB_MAP_COLOUR_YEAR;
    add_words (scene, builder, left, y, RHUMB_MAP_ANCHOR_START, TRUE,
               by_year && scene->words == NULL ? "Colour: year, of a concept the mean of its papers"
               : by_year                       ? "Colour: year, of others the mean of their papers"
                                               : "Colour: place by PageRank among its kind");
    if (by_year && scene->least_value > scene->greatest_value) {
        add_words (scene, builder, left, y + 38, RHUMB_MAP_ANCHOR_START, FALSE,
                   "no year is known; grey = unknown");
        return KEY_HEIGHT;
    }
    g_autofree char *first =
        by_year
            ? g_strdup_printf ("%s%.0f", scene->is_clipped_below ? "to " : "", scene->least_value)
            : g_strdup ("lowest");
    g_autofree char *last = by_year
                                ? g_strdup_printf ("%s%.0f", scene->is_clipped_above ? "from " : "",
                                                   scene->greatest_value)
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
    if (by_year)
        add_ticks (scene, builder, &key);
    return KEY_HEIGHT;
}
