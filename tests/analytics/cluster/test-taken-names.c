/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Taken names against looking through all of them.
 */
#include "analytics/cluster/taken-names.h"

#include <string.h>

#include "tests/oracle.h"

#define N_NAMES 60
#define N_GROUPS 3

/* One to three of four words. */
static char *
make_name (guint64 seed, guint64 step)
{
    static const char *const WORDS[] = {"graph", "neural", "network", "", "net"};
    GString *name = g_string_new (" ");
    const guint32 n = 1 + oracle_random_below (3, seed, 10 * step);
    for (guint32 i = 0; i < n; i++)
        g_string_append_printf (name, "%s ",
                                WORDS[oracle_random_below (5, seed, 10 * step + i + 1)]);
    return g_string_free (name, FALSE);
}

static void
names_are_apart_if_neither_contains_the_other (void)
{
    guint n_apart = 0;
    for (guint64 seed = 0; seed < 50; seed++) {
        TakenNames taken;
        rhumb_taken_names_init (&taken);
        g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
        for (guint step = 0; step < N_NAMES; step++) {
            g_autofree char *name = make_name (seed, step);
            gboolean is_apart = TRUE;
            gboolean is_taken = FALSE;
            for (guint i = 0; i < names->len; i++) {
                const char *other = g_ptr_array_index (names, i);
                is_taken |= g_str_equal (name, other);
                is_apart &= i % N_GROUPS != step % N_GROUPS ||
                            (strstr (name, other) == NULL && strstr (other, name) == NULL);
            }
            g_assert_cmpint (rhumb_taken_names_has (&taken, name), ==, is_taken);
            g_assert_cmpint (rhumb_taken_names_is_apart (&taken, step % N_GROUPS, name), ==,
                             is_apart);
            n_apart += is_apart;
            rhumb_taken_names_add (&taken, step % N_GROUPS, name);
            g_ptr_array_add (names, g_steal_pointer (&name));
        }
        rhumb_taken_names_clear (&taken);
    }
    g_assert_cmpuint (n_apart, >, 50);
}

static void
titles_may_contain_names (void)
{
    TakenNames taken;
    rhumb_taken_names_init (&taken);
    rhumb_taken_names_add_title (&taken, " graph neural network ");
    g_assert_true (rhumb_taken_names_has (&taken, " graph neural network "));
    g_assert_true (rhumb_taken_names_is_apart (&taken, 0, " graph "));
    rhumb_taken_names_clear (&taken);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/taken-names/apart-if-neither-contains-the-other",
                     names_are_apart_if_neither_contains_the_other);
    g_test_add_func ("/taken-names/titles-may-contain-names", titles_may_contain_names);
    return g_test_run ();
}
