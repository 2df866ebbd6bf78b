/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Texts are sorted as by strcmp(), and no text that repeats is missed.
 */
#include "graph/text-order.h"

#include <stdlib.h>
#include <string.h>

#include "graph/repeats.h"

#define N 20000

static int
compare_texts (const void *a, const void *b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Ids that share a beginning, short texts of few letters, and bytes above 0x7f. */
static char *
make_text (GRand *random, guint i)
{
    static const char letters[] = "ab\xc3\xa9z ";
    if (i % 3 == 0)
        return g_strdup_printf ("openalex:A%u", g_rand_int (random) % N);
    GString *text = g_string_new (i % 3 == 1 ? "" : "one beginning for many of them ");
    for (gint32 n = g_rand_int_range (random, 0, 20); n > 0; n--)
        g_string_append_c (text, letters[g_rand_int_range (random, 0, sizeof letters - 1)]);
    return g_string_free (text, FALSE);
}

static void
sorts_like_strcmp (void)
{
    static const guint sizes[] = {0, 1, 2, 15, 16, 17, N};
    g_autoptr (GRand) random = g_rand_new_with_seed (1);
    for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++) {
        g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
        g_autofree RhumbOrdered *items = g_new0 (RhumbOrdered, sizes[s] + 1);
        for (guint i = 0; i < sizes[s]; i++) {
            g_ptr_array_add (texts, make_text (random, i));
            items[i] = (RhumbOrdered){.text = texts->pdata[i], .number = i};
        }
        g_autofree gpointer *expected = g_new0 (gpointer, sizes[s] + 1);
        for (guint i = 0; i < sizes[s]; i++)
            expected[i] = texts->pdata[i];
        qsort (expected, sizes[s], sizeof *expected, compare_texts);
        rhumb_text_order_sort (items, sizes[s]);
        for (guint i = 0; i < sizes[s]; i++) {
            g_assert_cmpstr (items[i].text, ==, expected[i]);
            g_assert_true (items[i].text == texts->pdata[items[i].number]);
            g_assert_true (i == 0 || strcmp (items[i - 1].text, items[i].text) < 0 ||
                           items[i - 1].number < items[i].number);
        }
    }
}

/* What is shared may be longer than what is compared by eights. */
static void
sorts_long_texts (void)
{
    g_autofree char *shared = g_strnfill (100000, 'x');
    RhumbOrdered items[40];
    char *texts[40];
    for (guint i = 0; i < 40; i++) {
        texts[i] = g_strdup_printf ("%s%u", shared, (i * 7) % 10);
        items[i] = (RhumbOrdered){.text = texts[i], .number = i};
    }
    rhumb_text_order_sort (items, 40);
    for (guint i = 0; i < 40; i++)
        g_assert_cmpint (items[i].text[100000], ==, '0' + (int)(i / 4));
    for (guint i = 0; i < 40; i++)
        g_free (texts[i]);
}

static void
finds_what_repeats (void)
{
    g_auto (RhumbRepeats) repeats = {0};
    guint n_found = 0;
    rhumb_repeats_init (&repeats, N);
    for (guint i = 0; i < N; i++) {
        g_autofree char *text = g_strdup_printf ("doi:10.1000/p.%u", i);
        rhumb_repeats_add (&repeats, text);
        if (i % 100 == 0)
            rhumb_repeats_add (&repeats, text);
    }
    for (guint i = 0; i < N; i++) {
        g_autofree char *text = g_strdup_printf ("doi:10.1000/p.%u", i);
        const gboolean found = rhumb_repeats_has (&repeats, text);
        g_assert_true (found || i % 100 != 0);
        n_found += found;
    }
    g_assert_cmpuint (n_found, <, N / 5);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/text-order/sorts-like-strcmp", sorts_like_strcmp);
    g_test_add_func ("/text-order/sorts-long-texts", sorts_long_texts);
    g_test_add_func ("/repeats/finds-what-repeats", finds_what_repeats);
    return g_test_run ();
}
