/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/territories.h"

#include "graph/corpus.h"

static const RhumbBox frame = {0, 0, 700, 500};

static void
gives_each_cluster_the_land_around_its_claims (void)
{
    const RhumbClaim claim[] = {{{150, 250}, 1, 50, 15, 0}, {{550, 250}, 1, 50, 15, 1}};
    g_autoptr (RhumbTerritories) land = rhumb_territories_new (claim, 2, 2, frame);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[0].centre), ==, 0);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[1].centre), ==, 1);
    g_assert_cmpuint (rhumb_territories_get_owner (land, (RhumbPoint){350, 250}), ==, RHUMB_NONE);
}

static void
keeps_one_piece_the_one_with_most_claims (void)
{
    const RhumbClaim claim[] = {
        {{120, 250}, 1, 50, 15, 0}, {{150, 270}, 1, 50, 15, 0}, {{600, 250}, 1, 50, 15, 0}};
    g_autoptr (RhumbTerritories) land = rhumb_territories_new (claim, 3, 1, frame);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[1].centre), ==, 0);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[2].centre), ==, RHUMB_NONE);
    RhumbPoint found = {0, 0};
    g_assert_true (rhumb_territories_find_nearest (land, 0, claim[2].centre, 10, &found));
    g_assert_cmpuint (rhumb_territories_get_owner (land, found), ==, 0);
    g_assert_cmpfloat (found.x, >, 150);
}

/* A claim of the first cluster lies alone on the land of the second. */
static void
what_one_gives_up_another_has (void)
{
    const RhumbClaim claim[] = {{{120, 250}, 1, 50, 15, 0},
                                {{150, 270}, 1, 50, 15, 0},
                                {{500, 250}, 0.5, 40, 15, 0},
                                {{500, 250}, 0.7, 120, 15, 1}};
    g_autoptr (RhumbTerritories) land =
        rhumb_territories_new (claim, G_N_ELEMENTS (claim), 2, frame);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[0].centre), ==, 0);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[2].centre), ==, 1);
}

static void
arms_are_cut_and_fall_to_neighbours (void)
{
    RhumbClaim claim[14];
    guint n = 0;
    for (guint i = 0; i < 6; i++) /* a body */
        claim[n++] = (RhumbClaim){{130 + 60 * (i % 2), 190 + 60 * (i / 2)}, 1, 50, 15, 0};
    for (guint i = 0; i < 4; i++) /* its arm */
        claim[n++] = (RhumbClaim){{270 + 60 * i, 250}, 0.5, 30, 12, 0};
    for (guint i = 0; i < 4; i++) /* who is above it */
        claim[n++] = (RhumbClaim){{270 + 60 * i, 160}, 0.9, 70, 15, 1};
    g_autoptr (RhumbTerritories) land = rhumb_territories_new (claim, n, 2, frame);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[9].centre), ==, 0);
    rhumb_territories_cut_arms (land);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[5].centre), ==, 0);
    g_assert_cmpuint (rhumb_territories_get_owner (land, claim[9].centre), !=, 0);
    g_assert_cmpuint (rhumb_territories_get_owner (land, (RhumbPoint){390, 220}), ==, 1);
}

static void
traces_an_outline_around_its_land (void)
{
    const RhumbClaim claim[] = {{{350, 250}, 1, 50, 15, 0}};
    g_autoptr (RhumbTerritories) land = rhumb_territories_new (claim, 1, 1, frame);
    gsize n;
    g_autofree RhumbPoint *point = rhumb_territories_trace (land, 0, &n);
    g_assert_true (rhumb_polygon_contains (point, n, claim[0].centre));
    /* exp (−(r / 50)²) = 0.26 at r = 58 */
    g_assert_cmpfloat_with_epsilon (rhumb_polygon_area (point, n), G_PI * 58 * 58, 300);
}

static void
stays_in_the_frame (void)
{
    const RhumbClaim claim[] = {{{5, 5}, 1, 50, 15, 0}, {{695, 495}, 1, 50, 15, 1}};
    g_autoptr (RhumbTerritories) land = rhumb_territories_new (claim, 2, 2, frame);
    for (guint32 c = 0; c < 2; c++) {
        gsize n;
        g_autofree RhumbPoint *point = rhumb_territories_trace (land, c, &n);
        g_assert_nonnull (point);
        for (gsize i = 0; i < n; i++) {
            g_assert_cmpfloat (point[i].x, >=, 0);
            g_assert_cmpfloat (point[i].x, <=, 700);
            g_assert_cmpfloat (point[i].y, >=, 0);
            g_assert_cmpfloat (point[i].y, <=, 500);
        }
    }
}

/* Claims near the frame, whose land would reach beyond it. */
static void
ends_in_a_coast_before_the_frame (void)
{
    RhumbClaim claim[8];
    for (guint i = 0; i < G_N_ELEMENTS (claim); i++)
        claim[i] = (RhumbClaim){{150 + 50 * i, 40}, 1, 50, 15, 0};
    g_autoptr (RhumbTerritories) land =
        rhumb_territories_new (claim, G_N_ELEMENTS (claim), 1, frame);
    gsize n;
    g_autofree RhumbPoint *point = rhumb_territories_trace (land, 0, &n);
    double top = frame.bottom;
    for (gsize i = 0; i < n; i++)
        top = MIN (top, point[i].y);
    g_assert_cmpfloat (top, >, 10);
    for (guint i = 0; i < G_N_ELEMENTS (claim); i++)
        g_assert_true (rhumb_polygon_contains (point, n, claim[i].centre));
}

static void
knows_neighbours_and_foreign_land (void)
{
    const RhumbClaim claim[] = {
        {{300, 250}, 1, 50, 15, 0}, {{390, 250}, 1, 50, 15, 1}, {{100, 80}, 1, 30, 15, 2}};
    g_autoptr (RhumbTerritories) land = rhumb_territories_new (claim, 3, 3, frame);
    g_autofree double *border = rhumb_territories_borders (land);
    g_assert_cmpfloat (border[1], >, 0);
    g_assert_cmpfloat (border[1], ==, border[3]);
    g_assert_cmpfloat (border[2], ==, 0);
    double own;
    const RhumbBox box = rhumb_box_around (claim[1].centre, 20, 10);
    g_assert_cmpfloat (rhumb_territories_foreign_share (land, 0, box, &own), ==, 1);
    g_assert_cmpfloat (own, ==, 0);
    g_assert_cmpfloat (rhumb_territories_foreign_share (land, 1, box, &own), ==, 0);
    g_assert_cmpfloat (own, ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/territories/gives-each-cluster-the-land-around-its-claims",
                     gives_each_cluster_the_land_around_its_claims);
    g_test_add_func ("/territories/keeps-one-piece-the-one-with-most-claims",
                     keeps_one_piece_the_one_with_most_claims);
    g_test_add_func ("/territories/what-one-gives-up-another-has", what_one_gives_up_another_has);
    g_test_add_func ("/territories/arms-are-cut-and-fall-to-neighbours",
                     arms_are_cut_and_fall_to_neighbours);
    g_test_add_func ("/territories/traces-an-outline-around-its-land",
                     traces_an_outline_around_its_land);
    g_test_add_func ("/territories/ends-in-a-coast-before-the-frame",
                     ends_in_a_coast_before_the_frame);
    g_test_add_func ("/territories/stays-in-the-frame", stays_in_the_frame);
    g_test_add_func ("/territories/knows-neighbours-and-foreign-land",
                     knows_neighbours_and_foreign_land);
    return g_test_run ();
}
