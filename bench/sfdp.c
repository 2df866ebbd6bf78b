/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Graphviz's multilevel layout for comparison (Y. Hu, Efficient and high quality force-directed
 * graph drawing, The Mathematica Journal 10 (2005)), by the program sfdp.
 */
#include "bench/sfdp.h"

#include <gio/gio.h>

#include "analytics/layout/energy.h"

static char *
write_dot (const RhumbScene *scene, const GArray *springs, guint64 seed)
{
    GString *dot = g_string_new (NULL);
    g_string_printf (dot, "graph {\nstart=%" G_GUINT64_FORMAT "\n", seed);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        g_string_append_printf (dot, "%u\n", i);
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring spring = g_array_index (springs, RhumbSpring, e);
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd (number, sizeof number, "%.9f", spring.weight);
        g_string_append_printf (dot, "%u -- %u [weight=%s]\n", spring.from, spring.to, number);
    }
    g_string_append (dot, "}\n");
    return g_string_free (dot, FALSE);
}

void
place_by_sfdp (RhumbScene *scene, const GArray *springs, guint64 seed)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *dot = write_dot (scene, springs, seed);
    g_autofree char *plain = NULL;
    g_autoptr (GSubprocess) sfdp =
        g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                          "sfdp", "-Tplain", NULL);
    if (sfdp == NULL || !g_subprocess_communicate_utf8 (sfdp, dot, NULL, &plain, NULL, &error))
        g_error ("%s", error->message);
    g_auto (GStrv) line = g_strsplit (plain, "\n", -1);
    guint32 n_placed = 0;
    for (guint k = 0; line[k] != NULL; k++) {
        g_auto (GStrv) word = g_strsplit (line[k], " ", -1);
        if (g_strv_length (word) < 4 || !g_str_equal (word[0], "node"))
            continue;
        const guint64 i = g_ascii_strtoull (word[1], NULL, 10);
        g_assert (i < scene->n_nodes);
        scene->node[i].place =
            (RhumbPoint){g_ascii_strtod (word[2], NULL), g_ascii_strtod (word[3], NULL)};
        n_placed++;
    }
    if (n_placed != scene->n_nodes)
        g_error ("sfdp placed %u of %u nodes", n_placed, scene->n_nodes);
}
