/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes as many abstracts as one likes, made from real ones, as JSON Lines: paper after paper of
 * the files again and again, with one word in twenty taken from another paper and one in a hundred
 * made new, so that no two are the same and the words never end. For measuring speed and memory.
 *
 * Usage: generate-abstracts N FILE… > abstracts.jsonl
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/gold.h"
#include "graph/text.h"

static guint64
draw (guint64 n, guint64 word)
{
    return rhumb_hash_mix (n, word);
}

static char *
perturb (const char *text, guint64 n, guint64 part, char **others, guint n_others)
{
    g_auto (GStrv) word = g_strsplit (text, " ", -1);
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint64 i = 0; word[i] != NULL; i++) {
        const guint64 chance = draw (n * 2 + part, i);
        if (i > 0)
            g_string_append_c (out, ' ');
        if (chance % 20 == 0 && n_others > 0)
            g_string_append (out, others[(chance >> 8) % n_others]);
        else
            g_string_append (out, word[i]);
        if (chance % 100 == 1)
            g_string_append_printf (out, "x%" G_GUINT64_FORMAT, n);
    }
    return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
write_paper (const GoldPaper *paper, const GoldPaper *other, guint64 n)
{
    g_auto (GStrv) others = g_strsplit (other->abstract, " ", -1);
    const guint n_others = g_strv_length (others);
    g_autofree char *title = perturb (paper->title, n, 0, others, n_others);
    g_autofree char *abstract = perturb (paper->abstract, n, 1, others, n_others);
    g_autofree char *id = g_strdup_printf ("made-%" G_GUINT64_FORMAT, n);
    json_t *object = json_pack ("{s:s, s:s, s:s}", "id", id, "title", title, "abstract", abstract);
    json_dumpf (object, stdout, JSON_COMPACT);
    putchar ('\n');
    json_decref (object);
}

int
main (int argc, char **argv)
{
    guint64 n = 0;
    if (argc < 3 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 100000000, &n, NULL)) {
        fputs ("usage: generate-abstracts N FILE…\n", stderr);
        return 2;
    }
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (gold_paper_free);
    for (int i = 2; i < argc; i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) more = gold_read (argv[i], stems, &error);
        if (more == NULL) {
            fprintf (stderr, "generate-abstracts: %s\n", error->message);
            return 1;
        }
        g_ptr_array_extend_and_steal (papers, g_steal_pointer (&more));
    }
    for (guint64 i = 0; i < n && papers->len > 0; i++)
        write_paper (papers->pdata[i % papers->len], papers->pdata[draw (i, 0) % papers->len], i);
    return papers->len > 0 ? 0 : 1;
}
