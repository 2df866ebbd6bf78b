/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/pool.h"

#include <stdint.h>
#include <string.h>

/* Against a GHashTable, over texts of all lengths, many of them twice. */
static void
test_shared (void)
{
    g_autoptr (RhumbPool) pool = rhumb_pool_new ();
    g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < 20000; i++) {
        const guint k = (i * 7919) % 6000;
        g_autofree char *text = g_strnfill (k % 23, (char)('a' + k % 26));
        g_autofree char *name = g_strdup_printf ("%s%u", text, k);
        const char *kept = rhumb_pool_share (pool, name);
        g_assert_cmpstr (kept, ==, name);
        const char *before = g_hash_table_lookup (known, name);
        g_assert_true (before == NULL || before == kept);
        g_hash_table_insert (known, g_steal_pointer (&name), (gpointer)kept);
    }
    g_assert_cmpuint (g_hash_table_size (known), ==, 6000);
}

static void
test_apart (void)
{
    g_autoptr (RhumbPool) pool = rhumb_pool_new ();
    const char *shared = rhumb_pool_share_len (pool, "whelk, common", 5);
    g_assert_cmpstr (shared, ==, "whelk");
    g_assert_true (rhumb_pool_add (pool, "whelk") != shared);
    g_assert_true (rhumb_pool_share (pool, "whelk") == shared);
    g_assert_true (rhumb_pool_share (pool, "whelks") != shared);
    g_assert_cmpstr (rhumb_pool_share (pool, ""), ==, "");
    rhumb_pool_forget_shared (pool);
    const char *again = rhumb_pool_share (pool, "whelk");
    g_assert_true (again != shared);
    g_assert_cmpstr (shared, ==, again);
}

static void
test_lists (void)
{
    g_autoptr (RhumbPool) pool = rhumb_pool_new ();
    for (guint i = 1; i < 3000; i++) {
        rhumb_pool_add_len (pool, "abcdefghijk", i % 12);
        const char **list = RHUMB_POOL_NEW (pool, const char *, i % 50 + 1);
        g_assert_cmpuint ((uintptr_t)list % sizeof *list, ==, 0);
        for (guint k = 0; k < i % 50 + 1; k++)
            g_assert_null (list[k]);
        memset (list, 0xff, (i % 50 + 1) * sizeof *list);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pool/a-shared-text-is-kept-once", test_shared);
    g_test_add_func ("/pool/texts-that-are-added-stay-apart", test_apart);
    g_test_add_func ("/pool/lists-are-zeroed-and-aligned", test_lists);
    return g_test_run ();
}
