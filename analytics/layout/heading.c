/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The heading: title and counts above the map, and below it how it was made.
 *
 * A map must say of how much it shows a part, what it leaves out, and what makes it again.
 * Cost: linear in papers, whose years it tells.
 */
#include "analytics/layout/heading.h"

#include <string.h>

#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/plural.h"
#include "graph/text.h"

#define MOST_NAMED 3
#define TITLE_SIZE 25
#define SIDES 56

/* 8212 → "8,212". */
static char *
grouped (guint64 n)
{
    GString *digits = g_string_new (NULL);
    g_string_printf (digits, "%" G_GUINT64_FORMAT, n);
    for (gssize at = (gssize)digits->len - 3; at > 0; at -= 3)
        g_string_insert_c (digits, at, ',');
    return g_string_free (digits, FALSE);
}

static char *
counted (guint32 n_drawn, guint32 n_all, const char *one, const char *many)
{
    g_autofree char *drawn = grouped (n_drawn);
    g_autofree char *all = grouped (n_all);
    if (n_drawn == n_all)
        return g_strdup_printf ("%s %s", all, n_all == 1 ? one : many);
    return g_strdup_printf ("%s of %s %s", drawn, all, many);
}

/* The years of the papers read, where they are known. */
static void
append_years (const RhumbScene *scene, GString *words)
{
    const RhumbCorpus *corpus = scene->graph != NULL ? rhumb_graph_get_corpus (scene->graph) : NULL;
    const guint32 n = corpus != NULL ? rhumb_corpus_get_n_papers (corpus) : 0;
    int first = G_MAXINT;
    int last = 0;
    for (guint32 p = 0; p < n; p++) {
        const int year = rhumb_corpus_get_paper (corpus, p)->year;
        if (year == 0)
            continue;
        first = MIN (first, year);
        last = MAX (last, year);
    }
    if (last == 0)
        return;
    if (first < last)
        g_string_append_printf (words, " · %d–%d", first, last);
    else
        g_string_append_printf (words, " · %d", last);
}

/* Nodes of a network that are linked as others are: twins.c. */
static void
append_twins (const RhumbScene *scene, GString *words)
{
    guint64 n = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++)
        n += scene->node[i].n_twins;
    if (n == 0)
        return;
    g_autofree char *left_out = grouped (n);
    g_string_append_printf (words, " · left out: %s %s %s", left_out,
                            rhumb_plural (n, scene->words->one, scene->words->many),
                            scene->words->twins);
}

static void
append_topics (const RhumbScene *scene, GString *words)
{
    g_autofree char *topics = grouped (scene->n_topics);
    g_autofree char *unlinked = grouped (scene->n_unlinked);
    g_string_append_printf (words, " · %s %s", topics,
                            rhumb_plural (scene->n_topics, "topic", "topics"));
    if (scene->n_unlinked > 0)
        g_string_append_printf (words, ", %s unlinked %s", unlinked,
                                rhumb_plural (scene->n_unlinked, "paper", "papers"));
}

static char *
describe_counts (const RhumbScene *scene)
{
    const RhumbSceneWords *own = scene->words;
    g_autofree char *concepts =
        counted (scene->n_concepts, scene->n_all_concepts, own != NULL ? own->one : "concept",
                 own != NULL ? own->many : "concepts");
    g_autofree char *papers = counted (scene->n_papers, scene->n_all_papers, "paper", "papers");
    const RhumbMapOptions *options = scene->options;
    GString *words = g_string_new (NULL);
    if (scene->summary != NULL) {
        g_string_append_printf (words, "%s · ", scene->summary);
        words->str[0] = g_ascii_toupper (words->str[0]);
    }
    if (options->show_concepts)
        g_string_append (words, concepts);
    if (options->show_papers)
        g_string_append_printf (words, "%s%s", options->show_concepts ? ", " : "", papers);
    if (own != NULL)
        g_string_append_printf (words, " · %u %s", scene->n_clusters,
                                rhumb_plural (scene->n_clusters, "cluster", "clusters"));
    else if (options->topic == RHUMB_NONE)
        append_topics (scene, words);
    else
        g_string_append_printf (words, " · topic %u of %u", options->topic, scene->n_clusters);
    append_years (scene, words);
    append_twins (scene, words);
    if (options->topic == RHUMB_NONE && scene->n_left_out > 0) {
        g_autofree char *left_out = grouped (scene->n_outsiders);
        g_string_append_printf (words, " · left out: %s %s with others", left_out,
                                rhumb_plural (scene->n_outsiders, "paper that shares nothing",
                                              "papers that share nothing"));
    }
    return g_string_free (words, FALSE);
}

static const char *
describe_layout (const RhumbMapOptions *options)
{
    if (options->placer != NULL)
        return options->placer->description;
    switch (options->layout) {
    case RHUMB_MAP_LAYOUT_ATLAS:
        return "(1.5,0)-energy, links inside topics ×2";
    case RHUMB_MAP_LAYOUT_LINLOG:
        return "LinLog, (1,0)-energy";
    case RHUMB_MAP_LAYOUT_VOS:
        return "VOS, (2,1)-energy";
    case RHUMB_MAP_LAYOUT_FR:
        return "Fruchterman–Reingold by igraph";
    case RHUMB_MAP_LAYOUT_DRL:
        return "DrL by igraph";
    case RHUMB_MAP_LAYOUT_KK:
        return "Kamada–Kawai by igraph";
    case RHUMB_MAP_LAYOUT_UMAP:
        return "UMAP by igraph";
    }
    g_return_val_if_reached ("");
}

/* Whether one of the first n_named names has a comma of its own. */
static gboolean
have_commas (const RhumbScene *scene, guint n_named)
{
    guint n_seen = 0;
    for (guint32 c = 0; c < scene->n_clusters && n_seen < n_named; c++) {
        const RhumbSceneCluster *cluster = &scene->cluster[c];
        if (cluster->is_left_out || cluster->is_unlinked)
            continue;
        if (strchr (cluster->parts[0], ',') != NULL)
            return TRUE;
        n_seen++;
    }
    return FALSE;
}

/* "Topic map: a, b and 4 more topics": what is largest, in the first part of its name. */
static char *
name_largest (const RhumbScene *scene, guint n_named)
{
    const guint32 n_topics = scene->n_topics;
    GString *words = g_string_new ("Topic map: ");
    const gboolean apart = have_commas (scene, n_named);
    guint n_seen = 0;
    for (guint32 c = 0; c < scene->n_clusters && n_seen < n_named; c++) {
        if (scene->cluster[c].is_left_out || scene->cluster[c].is_unlinked)
            continue;
        if (n_seen > 0)
            g_string_append (words, n_seen + 1 < n_topics ? (apart ? "; " : ", ")
                                    : apart               ? "; and "
                                                          : " and ");
        g_string_append (words, scene->cluster[c].parts[0]);
        n_seen++;
    }
    if (n_seen < n_topics)
        g_string_append_printf (words, " and %u more %s", n_topics - n_seen,
                                rhumb_plural (n_topics - n_seen, "topic", "topics"));
    return g_string_free (words, FALSE);
}

/* Of the names of the largest topics as many as have room. */
static char *
name_topics (const RhumbScene *scene)
{
    if (scene->n_nodes == 0 || scene->n_topics == 0)
        return g_strdup ("Topic map");
    guint n_named = MIN (MOST_NAMED, scene->n_topics);
    g_autofree char *words = name_largest (scene, n_named);
    const double room = scene->options->width - SIDES;
    while (n_named > 1 && rhumb_text_width (words, TITLE_SIZE, TRUE, 0.0) > room) {
        g_free (words);
        words = name_largest (scene, --n_named);
    }
    return g_steal_pointer (&words);
}

/* Writes what stands above the map: the title that was asked for, else what the map is of. */
char *
rhumb_heading_write_title (const RhumbScene *scene)
{
    const RhumbMapOptions *options = scene->options;
    const char *topic = options->topic == RHUMB_NONE ? NULL : scene->cluster[options->topic].name;
    if (options->title != NULL)
        return topic == NULL ? g_strdup (options->title)
                             : g_strconcat (options->title, " · ", topic, NULL);
    if (topic != NULL)
        return g_strconcat ("Topic: ", topic, NULL);
    if (scene->words == NULL)
        return name_topics (scene);
    return g_strdup (scene->title != NULL ? scene->title : scene->words->title);
}

/* Writes title, counts and provenance. */
void
rhumb_heading_draw (const RhumbScene *scene, RhumbMapBuilder *builder)
{
    const RhumbMapOptions *options = scene->options;
    const double room = options->width - SIDES;
    g_autofree char *title_words = rhumb_heading_write_title (scene);
    const RhumbSheetLine title = {.role = RHUMB_MAP_TEXT_TITLE,
                                  .owner = RHUMB_NONE,
                                  .x = 28,
                                  .y = 43,
                                  .size = TITLE_SIZE,
                                  .room = room,
                                  .bold = TRUE,
                                  .colour = scene->theme->title};
    g_autofree char *words = rhumb_text_shorten (title_words, 300);
    if (*words != '\0')
        rhumb_sheet_write (builder, &title, words);
    RhumbSheetLine counts = title;
    counts.role = RHUMB_MAP_TEXT_SUBTITLE;
    counts.y = 67;
    counts.size = 14;
    counts.bold = FALSE;
    counts.colour = scene->theme->quiet;
    g_autofree char *counted_words = describe_counts (scene);
    rhumb_sheet_write (builder, &counts, scene->n_nodes == 0 ? "nothing to draw" : counted_words);
    RhumbSheetLine footer = counts;
    footer.role = RHUMB_MAP_TEXT_FOOTER;
    footer.y = options->height - 16;
    footer.size = 11;
    footer.colour = scene->theme->faint;
    g_autofree char *seed = g_strdup_printf ("seed %" G_GUINT64_FORMAT, options->seed);
    g_autofree char *provenance = g_strconcat (
        "Layout: ", scene->keeps_places ? "places of the file" : describe_layout (options), " · ",
        options->provenance == NULL ? seed : options->provenance, NULL);
    rhumb_sheet_write (builder, &footer, provenance);
}
