/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The map from afar: each topic as one region with its name and three concepts that tell it.
 *
 * Places and land are those of the atlas, so whoever goes from one to the other finds everything
 * where it was. Discs become faint dots, links between the same two topics one band from words to
 * words, as wide as their strengths together; the strongest bands are drawn, 1.5 for each topic.
 * Words stand where they lie best on their own land: cost = 120 × share on foreign land +
 * 60 × share off its own + 0.02 × distance from the middle of the topic's discs; they never cover
 * other words. Terms that find no room on their land are left out before the name is.
 * Cost: clusters × 525 places, and the links.
 */
#include "analytics/layout/overview.h"

#include <math.h>

#include "analytics/layout/cluster-places.h"
#include "analytics/layout/text-block.h"
#include "graph/text.h"

#define N_TERMS 3
#define LONGEST_TERM 40
#define TERM_SIZE 12.0
#define FOREIGN_COST 120.0
#define OUTSIDE_COST 60.0
#define DISTANCE_COST 0.02
#define MOST_COST 45.0
#define BANDS_PER_TOPIC 1.5
#define WIDEST_BAND 11.0

/* A name with small letters and blanks between all its words. */
static char *
fold_words (const char *name)
{
    char *folded = g_utf8_casefold (name, -1);
    return g_strdelimit (folded, "-/_", ' ');
}

/* Whether two names have a word in common, of four letters or more, as folded text. */
static gboolean
share_a_word (const char *a, const char *b)
{
    g_auto (GStrv) words = g_strsplit (a, " ", -1);
    g_autofree char *padded = g_strconcat (" ", b, " ", NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        g_autofree char *word = g_strconcat (" ", words[i], " ", NULL);
        if (g_utf8_strlen (words[i], -1) >= 4 && g_strrstr (padded, word) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Chooses concepts that tell a topic beside its name: its first ones that share no word with the
 * name nor with each other and need no cutting, the most telling first, at most @most. */
GStrv
rhumb_overview_terms (const RhumbScene *scene, guint32 cluster, guint most)
{
    const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, cluster);
    RhumbConcepts *concepts = rhumb_graph_get_concepts (scene->graph);
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();
    g_ptr_array_add (keys, fold_words (topic->label));
    for (guint32 i = 0; i < topic->n_concepts && keys->len <= most; i++) {
        const char *label = rhumb_concepts_get_concept (concepts, topic->concepts[i])->label;
        g_autofree char *key = fold_words (label);
        gboolean is_new = TRUE;
        for (guint k = 0; is_new && k < keys->len; k++)
            is_new = !share_a_word (key, g_ptr_array_index (keys, k));
        if (!is_new || g_utf8_strlen (label, -1) > LONGEST_TERM)
            continue;
        g_strv_builder_add (terms, label);
        g_ptr_array_add (keys, g_steal_pointer (&key));
    }
    return g_strv_builder_end (terms);
}

/* A topic's words: its name, below it its terms, around one middle. */
typedef struct {
    RhumbTextBlock *name;
    GPtrArray *terms; /* of RhumbTextBlock */
    double width;
    double height;
} Words;

static void
words_clear (Words *words)
{
    g_clear_pointer (&words->name, rhumb_text_block_free);
    g_clear_pointer (&words->terms, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static void
words_init (Words *words, const RhumbScene *scene, guint32 c, guint n_terms, double size)
{
    g_autofree char *name = rhumb_scene_short_name (&scene->cluster[c]);
    words->name = rhumb_text_block_new (name, 2, 18, size, TRUE, 0.0);
    words->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)rhumb_text_block_free);
    words->width = words->name->width;
    words->height = words->name->height;
    g_auto (GStrv) terms = rhumb_overview_terms (scene, c, n_terms);
    for (guint i = 0; terms[i] != NULL; i++) {
        RhumbTextBlock *block = rhumb_text_block_new (terms[i], 1, 40, TERM_SIZE, FALSE, 0.0);
        words->width = MAX (words->width, block->width);
        words->height += block->height + 2;
        g_ptr_array_add (words->terms, block);
    }
}

static gboolean
is_taken (const GArray *taken, RhumbBox box)
{
    for (guint i = 0; i < taken->len; i++) {
        if (rhumb_boxes_overlap (box, g_array_index (taken, RhumbBox, i), 3.0))
            return TRUE;
    }
    return FALSE;
}

/* The place of least cost for words, if there is one of at most MOST_COST; @place: the middle of
 * the topic's discs, then where the words stand. */
static gboolean
find_place (const RhumbScene *scene, const RhumbTerritories *land, guint32 c, const Words *words,
            const GArray *taken, RhumbPoint *place)
{
    const RhumbPoint middle = *place;
    const RhumbBox extent = rhumb_cluster_extent (scene, c);
    double least = MOST_COST;
    for (guint k = 0; k < RHUMB_CLUSTER_SPOTS; k++) {
        const RhumbPoint p = rhumb_cluster_spot (extent, k);
        const RhumbBox box = rhumb_box_around (p, words->width + 4, words->height + 2);
        if (!rhumb_box_contains_box (scene->frame, box) || is_taken (taken, box))
            continue;
        double own;
        const double foreign = rhumb_territories_foreign_share (land, c, box, &own);
        const double cost = FOREIGN_COST * foreign + OUTSIDE_COST * (1 - own) +
                            DISTANCE_COST * hypot (p.x - middle.x, p.y - middle.y);
        if (cost < least) {
            least = cost;
            *place = p;
        }
    }
    return least < MOST_COST;
}

static void
add_block (RhumbMapBuilder *builder, const RhumbTextBlock *block, RhumbMapTextRole role, guint32 c,
           RhumbPoint at, guint32 colour)
{
    const RhumbMapText text = {.role = role,
                               .owner = c,
                               .lines = (const char *const *)block->lines,
                               .x = at.x,
                               .y = rhumb_text_block_first_baseline (block, at.y),
                               .size = block->size,
                               .leading = block->leading,
                               .bold = block->bold,
                               .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
                               .halo = 3.0,
                               .colour = colour};
    rhumb_map_builder_add_text (builder, &text);
}

static void
add_topic_words (const RhumbScene *scene, const Words *words, guint32 c, RhumbPoint middle,
                 RhumbMapBuilder *builder)
{
    RhumbPoint at = {middle.x, middle.y - words->height / 2};
    add_block (builder, words->name, RHUMB_MAP_TEXT_TOPIC, c, at, scene->cluster[c].ink);
    at.y += words->name->height + 2;
    for (guint i = 0; i < words->terms->len; i++) {
        const RhumbTextBlock *block = g_ptr_array_index (words->terms, i);
        add_block (builder, block, RHUMB_MAP_TEXT_TERM, c, at, scene->theme->ink);
        at.y += block->height + 2;
    }
}

/* Fewer terms, then smaller letters, until the words find a place; @place: as find_place() says. */
static void
add_words (const RhumbScene *scene, const RhumbTerritories *land, RhumbPoint *place,
           RhumbMapBuilder *builder)
{
    static const struct {
        guint n_terms;
        double size;
    } tries[] = {{N_TERMS, 21}, {N_TERMS, 17}, {2, 15}, {1, 14}, {0, 14}, {0, 11}};
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        gboolean is_placed = scene->cluster[c].n_nodes == 0;
        for (guint i = 0; !is_placed && i < G_N_ELEMENTS (tries); i++) {
            g_auto (Words) words = {0};
            words_init (&words, scene, c, tries[i].n_terms, tries[i].size);
            is_placed = find_place (scene, land, c, &words, taken, &place[c]);
            if (!is_placed)
                continue;
            const RhumbBox box = rhumb_box_around (place[c], words.width + 4, words.height + 2);
            g_array_append_val (taken, box);
            add_topic_words (scene, &words, c, place[c], builder);
        }
    }
}

typedef struct {
    guint32 from;
    guint32 to;
    double strength;
} Band;

static int
compare_bands (gconstpointer a, gconstpointer b)
{
    const Band *x = a;
    const Band *y = b;
    if (x->strength != y->strength)
        return x->strength > y->strength ? -1 : 1;
    return x->from != y->from ? (x->from < y->from ? -1 : 1) : x->to < y->to ? -1 : x->to > y->to;
}

static GArray *
find_bands (const RhumbScene *scene, const GArray *springs)
{
    const guint32 n = scene->n_clusters;
    g_autofree double *strength = g_new0 (double, MAX ((gsize)n * n, 1));
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring *spring = &g_array_index (springs, RhumbSpring, e);
        const guint32 a = scene->node[spring->from].cluster;
        const guint32 b = scene->node[spring->to].cluster;
        strength[(gsize)MIN (a, b) * n + MAX (a, b)] += spring->weight;
    }
    GArray *bands = g_array_new (FALSE, FALSE, sizeof (Band));
    for (guint32 a = 0; a < n; a++) {
        for (guint32 b = a + 1; b < n; b++) {
            const Band band = {a, b, strength[(gsize)a * n + b]};
            if (band.strength > 0)
                g_array_append_val (bands, band);
        }
    }
    g_array_sort (bands, compare_bands);
    return bands;
}

/* A band leads from the words of one topic to those of the other; its items are their most
 * important ones. */
static void
add_bands (const RhumbScene *scene, const GArray *springs, const RhumbPoint *place,
           RhumbMapBuilder *builder)
{
    g_autofree guint32 *item = g_new (guint32, MAX (scene->n_clusters, 1));
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    for (guint32 i = scene->n_nodes; i-- > 0;)
        item[scene->node[order[i]].cluster] = order[i];
    g_autoptr (GArray) bands = find_bands (scene, springs);
    const guint n = MIN (bands->len, (guint)(BANDS_PER_TOPIC * scene->n_clusters));
    for (guint i = n; i-- > 0;) {
        const Band *band = &g_array_index (bands, Band, i);
        const double share = sqrt (band->strength / g_array_index (bands, Band, 0).strength);
        const RhumbPoint a = place[band->from];
        const RhumbPoint b = place[band->to];
        const RhumbPoint bend = {(b.y - a.y) * 0.1, (a.x - b.x) * 0.1};
        const RhumbMapLink link = {
            .from = item[band->from],
            .to = item[band->to],
            .strength = band->strength,
            .curve = {a.x, a.y, a.x + (b.x - a.x) / 3 + bend.x, a.y + (b.y - a.y) / 3 + bend.y,
                      b.x - (b.x - a.x) / 3 + bend.x, b.y - (b.y - a.y) / 3 + bend.y, b.x, b.y},
            .width = MAX (1.5, WIDEST_BAND * share),
            .colour = (scene->theme->link & 0xffffff00u) | (guint32)(40 + 50 * share)};
        rhumb_map_builder_add_link (builder, &link);
    }
}

/* Draws what the overview has in place of links and labels, onto a map that has its regions and
 * items. */
void
rhumb_overview_draw (const RhumbScene *scene, const RhumbTerritories *land, const GArray *springs,
                     RhumbMapBuilder *builder)
{
    g_autofree RhumbPoint *place = rhumb_cluster_middles (scene);
    add_words (scene, land, place, builder);
    add_bands (scene, springs, place, builder);
}
