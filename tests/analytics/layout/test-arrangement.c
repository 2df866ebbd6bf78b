/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Scenes that are arranged on their page.
 */
#include "analytics/layout/arrangement.h"

#include <math.h>

#include "analytics/layout/division.h"
#include "analytics/layout/label-placement.h"
#include "analytics/layout/room.h"
#include "analytics/layout/scattering.h"
#include "analytics/layout/springs.h"
#include "tests/analytics/layout/sample.h"

static const SampleShape shape = {.n_papers = 24, .n_topics = 3, .n_concepts = 9};
static const RhumbBox frame = {0, 86, 1270, 1062};
static const RhumbMapOptions options = RHUMB_MAP_DEFAULTS;

/* A scene whose nodes all begin in a spiral around one place. */
static RhumbScene *
make_scene (const Sample *sample, double x, double y)
{
    RhumbScene *scene = rhumb_scene_new (sample->topics, sample->ranking, &options, frame);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const double far = 16 * sqrt (i);
        scene->node[i].place = (RhumbPoint){x + far * cos (2.4 * i), y + far * sin (2.4 * i)};
    }
    return scene;
}

static void
what_began_at_one_side_ends_in_the_middle (void)
{
    static const RhumbPoint corner[] = {{200, 300}, {1050, 250}, {220, 850}, {1060, 860}};
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    for (guint k = 0; k < G_N_ELEMENTS (corner); k++) {
        g_autoptr (RhumbScene) scene = make_scene (&sample, corner[k].x, corner[k].y);
        g_autoptr (GArray) springs = rhumb_springs_new (scene);
        rhumb_territories_free (rhumb_arrange (scene, springs));
        const RhumbBox taken = rhumb_room_taken (scene);
        g_assert_cmpfloat (fabs (taken.left + taken.right - frame.left - frame.right), <, 60);
        g_assert_cmpfloat (fabs (taken.top + taken.bottom - frame.top - frame.bottom), <, 60);
    }
}

/* A knot of discs whose names have room is drawn wide. */
static void
few_nodes_fill_their_page (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    g_autoptr (RhumbScene) scene = make_scene (&sample, 600, 500);
    g_autoptr (GArray) springs = rhumb_springs_new (scene);
    rhumb_territories_free (rhumb_arrange (scene, springs));
    const RhumbBox taken = rhumb_room_taken (scene);
    const double share = (taken.right - taken.left) * (taken.bottom - taken.top) /
                         ((frame.right - frame.left) * (frame.bottom - frame.top));
    g_test_message ("%.0f %% of the page", 100 * share);
    g_assert_cmpfloat (share, >, 0.4);
}

static void
every_node_ends_well_inside_its_land (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    g_autoptr (RhumbScene) scene = make_scene (&sample, 600, 500);
    g_autoptr (GArray) springs = rhumb_springs_new (scene);
    RhumbTerritories *land = rhumb_arrange (scene, springs);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        g_assert_true (rhumb_is_well_inside (land, scene->node[i].cluster, scene->node[i].place));
    rhumb_territories_free (land);
}

/* Pairs of rings side by side or one below the other, closer than rings may lie by chance. */
static guint
count_rows (const RhumbScene *scene)
{
    guint n_pairs = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        for (guint32 j = 0; j < i; j++) {
            const double dx = fabs (scene->node[i].place.x - scene->node[j].place.x);
            const double dy = fabs (scene->node[i].place.y - scene->node[j].place.y);
            n_pairs += scene->node[i].is_ring && scene->node[j].is_ring && MIN (dx, dy) < 0.5 &&
                       MAX (dx, dy) < 20;
        }
    }
    return n_pairs;
}

/* A scene that is arranged, with its names. */
typedef struct {
    Sample sample;
    RhumbScene *scene;
    RhumbTerritories *land;
    GArray *taken; /* RhumbBox: the room of names */
} Arranged;

static void
arranged_clear (Arranged *arranged)
{
    rhumb_territories_free (arranged->land);
    rhumb_scene_free (arranged->scene);
    g_array_unref (arranged->taken);
    sample_clear (&arranged->sample);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arranged, arranged_clear)

/* Returns how many nodes are named. */
static guint
arrange (Arranged *arranged, const SampleShape *crowd)
{
    sample_make (&arranged->sample, crowd);
    arranged->scene = make_scene (&arranged->sample, 600, 500);
    g_autoptr (GArray) springs = rhumb_springs_new (arranged->scene);
    arranged->land = rhumb_arrange (arranged->scene, springs);
    arranged->taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    return rhumb_place_labels (arranged->scene, arranged->land, arranged->taken);
}

static void
rings_do_not_stand_in_rows (void)
{
    const SampleShape crowd = {.n_papers = 120, .n_topics = 2, .n_concepts = 4};
    g_auto (Arranged) arranged = {0};
    const guint n_named = arrange (&arranged, &crowd);
    RhumbScene *scene = arranged.scene;
    const RhumbTerritories *land = arranged.land;
    const GArray *taken = arranged.taken;
    g_assert_cmpuint (n_named, ==, taken->len);
    const guint before = count_rows (scene);
    rhumb_scatter_rings (scene, land, taken);
    g_test_message ("%u pairs in rows before, %u after", before, count_rows (scene));
    g_assert_cmpuint (count_rows (scene), <, before / 3);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *ring = &scene->node[i];
        g_assert_true (rhumb_is_well_inside (land, ring->cluster, ring->place));
        for (guint k = 0; ring->is_ring && k < taken->len; k++)
            g_assert_false (rhumb_box_touches_disc (g_array_index (taken, RhumbBox, k), ring->place,
                                                    ring->radius));
        for (guint32 j = 0; ring->is_ring && j < scene->n_nodes; j++)
            g_assert_true (j == i || hypot (scene->node[j].place.x - ring->place.x,
                                            scene->node[j].place.y - ring->place.y) >
                                         ring->radius + scene->node[j].radius);
    }
}

/* How much of the names, in boxes, is off their clusters' land. */
static double
off_own_land (const RhumbScene *scene, const RhumbTerritories *land)
{
    double off = 0.0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        if (!node->is_labelled)
            continue;
        const RhumbPoint centre = {node->label_place.x,
                                   node->label_place.y + node->label->height / 2};
        double own;
        rhumb_territories_foreign_share (
            land, node->cluster, rhumb_box_around (centre, node->label->width, node->label->height),
            &own);
        off += 1 - own;
    }
    return off;
}

static void
borders_run_between_names (void)
{
    const SampleShape crowd = {.n_papers = 60, .n_topics = 5, .n_concepts = 60};
    g_auto (Arranged) arranged = {0};
    arrange (&arranged, &crowd);
    RhumbScene *scene = arranged.scene;
    const double before = off_own_land (scene, arranged.land);
    g_autoptr (RhumbTerritories) again = rhumb_divide_anew (scene, arranged.land, arranged.taken);
    g_assert_nonnull (again);
    g_test_message ("%g names off their land before, %g after", before,
                    off_own_land (scene, again));
    g_assert_cmpfloat (before, >, 1);
    g_assert_cmpfloat (off_own_land (scene, again), <, 0.5 * before);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        g_assert_true (rhumb_is_well_inside (again, scene->node[i].cluster, scene->node[i].place));
}

/* Rings in so many rows that no name fits between them, and others' land around them. */
static void
rings_make_way_for_the_name_of_their_topic (void)
{
    const SampleShape crowd = {.n_papers = 120, .n_topics = 1, .n_concepts = 1};
    g_auto (Sample) sample = {0};
    sample_make (&sample, &crowd);
    g_autoptr (RhumbScene) scene = rhumb_scene_new (sample.topics, sample.ranking, &options, frame);
    g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (RhumbClaim));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        scene->node[i].place = (RhumbPoint){500 + 18.0 * (i % 12), 400 + 18.0 * (guint)(i / 12)};
        const RhumbClaim claim = {scene->node[i].place, 1.0, 14.0, 8.0, 0};
        g_array_append_val (claims, claim);
    }
    const RhumbClaim around = {{599, 481}, 0.6, 400.0, 0.0, 1};
    g_array_append_val (claims, around);
    g_autoptr (RhumbTerritories) land =
        rhumb_territories_new ((RhumbClaim *)(void *)claims->data, claims->len, 2, frame);
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    RhumbSceneCluster *cluster = &scene->cluster[0];
    cluster->title_place = (RhumbPoint){599, 481};
    rhumb_place_titles (scene, land, taken);
    g_assert_true (cluster->is_titled);
    const RhumbBox box =
        rhumb_box_around (cluster->title_place, cluster->title->width, cluster->title->height);
    double own;
    rhumb_territories_foreign_share (land, 0, box, &own);
    g_assert_cmpfloat (own, ==, 1.0);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *ring = &scene->node[i];
        g_assert_false (rhumb_box_touches_disc (box, ring->place, ring->radius));
        g_assert_true (rhumb_is_well_inside (land, 0, ring->place));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/arrangement/what-began-at-one-side-ends-in-the-middle",
                     what_began_at_one_side_ends_in_the_middle);
    g_test_add_func ("/arrangement/few-nodes-fill-their-page", few_nodes_fill_their_page);
    g_test_add_func ("/arrangement/every-node-ends-well-inside-its-land",
                     every_node_ends_well_inside_its_land);
    g_test_add_func ("/arrangement/rings-do-not-stand-in-rows", rings_do_not_stand_in_rows);
    g_test_add_func ("/arrangement/rings-make-way-for-the-name-of-their-topic",
                     rings_make_way_for_the_name_of_their_topic);
    g_test_add_func ("/arrangement/borders-run-between-names", borders_run_between_names);
    return g_test_run ();
}
