/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Map files of VOSviewer: a table of items with their places, clusters, weights and scores.
 *
 * Columns are parted by tabs, semicolons or commas. A map has no links: those stand in a network
 * file beside it, which is an edge list by the same ids. Numbers are told from texts by the
 * values; "null" and "NaN" are no values.
 * Source: VOSviewer manual 1.6.20. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "io/scan/csv.h"
#include "io/scan/input.h"
#include "io/scan/network-draft.h"
#include "io/write/vosviewer.h"

static gboolean
is_measure (const char *name)
{
    return g_str_has_prefix (name, "weight") || g_str_has_prefix (name, "score");
}

/* Names of measures keep their capitals. */
static char *
fold_name (const char *cell)
{
    g_autofree char *lower = g_ascii_strdown (cell, -1);
    return g_strdup (is_measure (lower) ? cell : lower);
}

static GPtrArray *
read_header (RhumbCsv *csv)
{
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < rhumb_csv_get_n_cells (csv); i++)
        g_ptr_array_add (names, fold_name (g_strstrip (rhumb_csv_get_cell (csv, i))));
    return names;
}

static const char *
find_cell (RhumbCsv *csv, const GPtrArray *names, const char *name)
{
    for (guint i = 0; i < MIN (names->len, rhumb_csv_get_n_cells (csv)); i++)
        if (g_str_equal (names->pdata[i], name))
            return g_strstrip (rhumb_csv_get_cell (csv, i));
    return NULL;
}

static gboolean
is_missing (const char *cell)
{
    return g_ascii_strcasecmp (cell, "null") == 0 || g_ascii_strcasecmp (cell, "nan") == 0;
}

static gboolean
add_item (RhumbCsv *csv, const GPtrArray *names, RhumbNetworkDraft *draft,
          RhumbCorpusBuilder *builder, GError **error)
{
    const guint64 line = rhumb_csv_get_line (csv);
    const char *label = find_cell (csv, names, "label");
    const char *id = find_cell (csv, names, "id");
    id = id != NULL && *id != '\0' ? id : label;
    if (id == NULL || *id == '\0')
        return rhumb_corpus_builder_report (builder, RHUMB_EVENT_RECORD_LOST, line,
                                            "item without an id", "expected an id or a label",
                                            error);
    const guint32 n_before = rhumb_network_draft_get_n_nodes (draft);
    const guint32 node = rhumb_network_draft_add_node (draft, id, line);
    if (node < n_before)
        return rhumb_corpus_builder_report (builder, RHUMB_EVENT_RECORD_LOST, line, id,
                                            "expected an id that no other item has", error);
    if (label != NULL && *label != '\0')
        rhumb_network_draft_set_label (draft, node, label);
    const guint n_cells = rhumb_csv_get_n_cells (csv);
    for (guint i = 0; i < MIN (names->len, n_cells); i++) {
        const char *name = names->pdata[i];
        const char *cell = g_strstrip (rhumb_csv_get_cell (csv, i));
        if (!g_str_equal (name, "id") && !g_str_equal (name, "label") && !is_missing (cell))
            rhumb_network_draft_add_guessed (draft, RHUMB_ELEMENT_NODE, node, name, cell);
    }
    return n_cells <= names->len ||
           rhumb_corpus_builder_report (builder, RHUMB_EVENT_FIELD_DROPPED, line,
                                        rhumb_csv_get_cell (csv, names->len),
                                        "expected as many cells as the header has", error);
}

static gboolean
read_map (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
          GError **error)
{
    g_autoptr (RhumbCsv) csv = rhumb_csv_open (input);
    g_autoptr (RhumbNetworkDraft) draft = rhumb_network_draft_new ();
    g_autoptr (GPtrArray) names = NULL;
    GError *failure = NULL;
    while (rhumb_csv_read (csv, &failure)) {
        const gboolean is_blank =
            rhumb_csv_get_n_cells (csv) == 1 && *g_strstrip (rhumb_csv_get_cell (csv, 0)) == '\0';
        if (is_blank)
            continue;
        if (names == NULL)
            names = read_header (csv);
        else if (!add_item (csv, names, draft, builder, error))
            return FALSE;
    }
    if (failure != NULL) {
        g_propagate_error (error, failure);
        return FALSE;
    }
    return rhumb_network_draft_fill (draft, network, builder, error);
}

/* Only columns that VOSviewer knows, one that names the items and one that places or measures. */
static guint
sniff (const char *head, gsize length)
{
    static const char *const known[] = {"id", "label", "sublabel", "description", "url",
                                        "x",  "y",     "cluster",  NULL};
    const char *end = memchr (head, '\n', length);
    g_autofree char *line = g_strndup (head, end != NULL ? (gsize)(end - head) : length);
    const char delimiter[] = {rhumb_csv_find_delimiter (line, strlen (line)), '\0'};
    g_auto (GStrv) cells = g_strsplit (line, delimiter, 200);
    gboolean has_name = FALSE;
    gboolean has_measure = FALSE;
    for (guint i = 0; cells[i] != NULL; i++) {
        g_strdelimit (cells[i], "\"", ' ');
        g_autofree char *name = g_ascii_strdown (g_strstrip (cells[i]), -1);
        if (!is_measure (name) && !g_strv_contains (known, name))
            return 0;
        has_name |= g_str_equal (name, "id") || g_str_equal (name, "label");
        has_measure |=
            is_measure (name) || g_str_equal (name, "x") || g_str_equal (name, "cluster");
    }
    return has_name && has_measure ? 92 : 0;
}

const RhumbFormat rhumb_format_vosviewer_map = {
    .name = "vosviewer-map",
    .summary = "map and network files of VOSviewer; its network files alone are edge lists",
    .sniff = sniff,
    .read_network = read_map,
    .network_parts = rhumb_vosviewer_network_parts,
};
