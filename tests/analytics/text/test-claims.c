/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The order of claims against a stable sort that compares all with all.
 */
#include "analytics/text/claims.h"

#include <string.h>

#include "tests/oracle.h"

/* Equal spellings at different places of memory, as several threads keep them. */
static const char SURFACE[][4] = {"eel", "cod", "eel", "ray", "cod", ""};

static GArray *
make_claims (guint n, guint32 n_terms, guint64 seed)
{
    GArray *claims = g_array_new (FALSE, FALSE, sizeof (RhumbClaim));
    for (guint i = 0; i < n; i++) {
        const RhumbClaim claim = {
            .term = oracle_random_below (n_terms, seed, 3 * i),
            .paper = oracle_random_below (9, seed, 3 * i + 1),
            .weight = i,
            .surface = SURFACE[oracle_random_below (G_N_ELEMENTS (SURFACE), seed, 3 * i + 2)],
        };
        g_array_append_val (claims, claim);
    }
    return claims;
}

static void
test_order (void)
{
    static const guint N[] = {0, 1, 2, 50, 400, 5000};
    for (guint64 seed = 0; seed < 24; seed++) {
        const guint n = N[seed % G_N_ELEMENTS (N)];
        const guint32 n_terms = seed % 4 == 0 ? 3000 : 1 + oracle_random_below (40, seed, 1);
        g_autoptr (GArray) claims = make_claims (n, n_terms, seed);
        g_autoptr (GArray) expected = g_array_copy (claims);
        g_array_sort (expected, rhumb_claims_compare);
        rhumb_claims_sort (claims, n_terms);
        g_assert_cmpuint (claims->len, ==, n);
        for (guint i = 0; i < n; i++) {
            const RhumbClaim *claim = &g_array_index (claims, RhumbClaim, i);
            const RhumbClaim *wanted = &g_array_index (expected, RhumbClaim, i);
            g_assert_cmpuint (claim->term, ==, wanted->term);
            g_assert_cmpstr (claim->surface, ==, wanted->surface);
            g_assert_cmpfloat (claim->weight, ==, wanted->weight);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/claims/sorted-by-term-spelling-and-paper-equal-ones-as-they-were",
                     test_order);
    return g_test_run ();
}
