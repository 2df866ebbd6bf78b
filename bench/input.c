/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What programs that measure are given: numbers, tables of pairs, citation graphs. Figures about
 * anything else than what was asked for would mislead, so what cannot be read ends the program, or
 * is an error.
 */
#include "bench/input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "graph/corpus.h"
#include "graph/error.h"

#define MAGIC "CGB1"

/* Bytes before the nodes of a citation graph. */
#define HEADER 24

/* A number of the command line, which @name says what it is. */
guint64
input_read_number (const char *name, const char *text, guint64 least, guint64 most)
{
    guint64 number = 0;
    if (g_ascii_string_to_unsigned (text, 10, least, most, &number, NULL))
        return number;
    fprintf (stderr,
             "%s is “%s”, expected a number from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT "\n",
             name, text, least, most);
    exit (EXIT_FAILURE);
}

/* Reads a table of two numbers a line, first and second in turns. A line of names may come first.
 * Numbers are below %RHUMB_NONE. */
GArray *
input_read_pairs (const char *path)
{
    FILE *file = fopen (path, "r");
    GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
    char line[256];
    for (guint n = 1; file != NULL && fgets (line, sizeof line, file) != NULL; n++) {
        guint64 pair[2];
        const gboolean is_pair =
            sscanf (line, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &pair[0], &pair[1]) == 2 &&
            MAX (pair[0], pair[1]) < RHUMB_NONE;
        if (!is_pair && n > 1) {
            fprintf (stderr, "%s:%u: expected two numbers below %u\n", path, n, RHUMB_NONE);
            exit (EXIT_FAILURE);
        }
        for (guint i = 0; is_pair && i < 2; i++) {
            const guint32 number = (guint32)pair[i];
            g_array_append_val (pairs, number);
        }
    }
    if (pairs->len == 0) {
        fprintf (stderr, "%s: %s\n", path, file != NULL ? "no pair of numbers" : "cannot be read");
        exit (EXIT_FAILURE);
    }
    fclose (file);
    return pairs;
}

/* Reads a citation graph as generate-citations writes it (PREFIX.bin). */
RhumbNetwork *
input_read_citations (const char *path, RhumbNetworkMode mode, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    guint64 counts[2] = {0}; /* papers, arrows */
    if (!g_file_get_contents (path, &bytes, &length, error))
        return NULL;
    if (length >= HEADER)
        memcpy (counts, bytes + 8, sizeof counts);
    if (length < HEADER || memcmp (bytes, MAGIC, strlen (MAGIC)) != 0 || counts[0] == 0 ||
        counts[0] >= RHUMB_NONE || counts[1] != (length - HEADER) / 8 || length % 8 != 0) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                     "%s: expected a citation graph, as generate-citations writes it", path);
        return NULL;
    }
    const guint32 *citing = (const guint32 *)(gconstpointer)(bytes + HEADER);
    return rhumb_network_new (mode, (guint32)counts[0], (guint32)counts[0], citing,
                              citing + counts[1], NULL, counts[1], error);
}
