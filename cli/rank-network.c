/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Files of a network for `rhumb rank`: with its weights, its directions or none, and without
 * making papers of its nodes.
 */
#include "cli/rank-network.h"

#include <string.h>

#include "cli/digits.h"
#include "graph/plural.h"

/* Standard input and folders can be read once only, and are read as papers. */
static gboolean
are_files (char *const *inputs)
{
    for (gsize i = 0; inputs[i] != NULL; i++)
        if (g_str_equal (inputs[i], "-") || !g_file_test (inputs[i], G_FILE_TEST_IS_REGULAR))
            return FALSE;
    return TRUE;
}

/* Nothing is to be told of the lines of a file of pairs: it has no other lines. */
static gboolean
may_be_pairs (const Run *run)
{
    return run->inputs[1] == NULL && run->report == NULL && run->manifest == NULL && !run->strict &&
           !run->reverse_edges;
}

static void
find_year (RankNetwork *network)
{
    const RhumbAttributedNetwork *attributed = network->attributed;
    network->year =
        rhumb_attributed_network_find_attribute (attributed, RHUMB_ELEMENT_NODE, "year");
    if (network->year != RHUMB_NONE &&
        rhumb_attributed_network_get_attribute (attributed, RHUMB_ELEMENT_NODE, network->year)
                ->type != RHUMB_ATTRIBUTE_INTEGER)
        network->year = RHUMB_NONE;
}

/* An edge whose weight is no number, or that has none among others, counts as any edge does. */
static void
tell_unweighted (const Run *run, const RhumbAttributedNetwork *network)
{
    const guint weight =
        rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_EDGE, "weight");
    const gsize n = rhumb_attributed_network_get_n_edges (network);
    gsize n_without = 0;
    for (gsize e = 0; e < n && weight != RHUMB_NONE; e++)
        n_without += !rhumb_attributed_network_has_value (network, RHUMB_ELEMENT_EDGE, e, weight);
    if (n_without > 0 && !run->quiet)
        fprintf (stderr,
                 "rhumb %s: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                 " %s no weight, or one that is no number, and %s 1\n",
                 run->command->name, n_without, n,
                 rhumb_plural (n, "edge has", n_without == 1 ? "edges has" : "edges have"),
                 rhumb_plural (n_without, "weighs", "weigh"));
}

static gboolean
read_attributed (Run *run, Results *results, RankNetwork *network, GError **error)
{
    GError *problem = NULL;
    gsize n_left_out = 0;
    network->attributed = run_load_network (run, results, &problem);
    if (g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED)) {
        g_error_free (problem);
        return TRUE;
    }
    if (problem != NULL) {
        g_propagate_error (error, problem);
        return FALSE;
    }
    find_year (network);
    tell_unweighted (run, network->attributed);
    network->rows = rhumb_attributed_network_get_rows (network->attributed, &n_left_out, error);
    if (n_left_out > 0 && !run->quiet)
        fprintf (stderr,
                 "rhumb %s: %" G_GSIZE_FORMAT
                 " %s left out: from a node to itself, or of a weight not above 0\n",
                 run->command->name, n_left_out, rhumb_plural (n_left_out, "edge is", "edges are"));
    return network->rows != NULL;
}

/* Reads the inputs if they are files of a network; @network stays empty if they hold papers. What
 * is wrong with a file that looks like pairs, the common way of reading says. */
gboolean
rank_network_read (Run *run, Results *results, RankNetwork *network, GError **error)
{
    if (!are_files (run->inputs))
        return TRUE;
    if (may_be_pairs (run) &&
        rhumb_network_load_pairs (run->inputs[0], run->max_bytes, (guint)run->n_threads,
                                  &network->rows, &network->number, NULL) &&
        network->rows != NULL)
        return TRUE;
    return read_attributed (run, results, network, error);
}

/* Id, label and year of a node. */
void
rank_network_add_name (const RankNetwork *network, guint32 node, Table *table)
{
    if (network->attributed == NULL) {
        char room[DIGITS_ROOM];
        const char *id = digits_of_integer (room, (gint64)network->number[node]);
        table_add_text (table, id);
        table_add_text (table, id);
        table_add_null (table);
        return;
    }
    const char *id = rhumb_attributed_network_get_id (network->attributed, node);
    const char *label = rhumb_attributed_network_get_label (network->attributed, node);
    table_add_text (table, id);
    table_add_text (table, label != NULL ? label : id);
    if (network->year != RHUMB_NONE &&
        rhumb_attributed_network_has_value (network->attributed, RHUMB_ELEMENT_NODE, node,
                                            network->year))
        table_add_integer (table, rhumb_attributed_network_get_integer (network->attributed,
                                                                        RHUMB_ELEMENT_NODE, node,
                                                                        network->year));
    else
        table_add_null (table);
}

void
rank_network_clear (RankNetwork *network)
{
    g_clear_pointer (&network->rows, rhumb_network_unref);
    g_clear_pointer (&network->number, g_free);
    g_clear_pointer (&network->attributed, rhumb_attributed_network_free);
}
