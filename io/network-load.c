/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Reading networks as they are, with all attributes, without making papers of their nodes.
 *
 * Several files fill one network: nodes of one id are one, so a map file of VOSviewer and the
 * network file beside it, whose links have no direction, come together. What was read, lost and
 * noted stands in a corpus without papers. Cost: that of the readers.
 */
#include "io/format-private.h"

#include "graph/error.h"
#include "io/formats.h"
#include "io/scan/input.h"

static const RhumbFormat *
choose_format (RhumbInput *input, const char *name, GError **error)
{
    if (name != NULL)
        return rhumb_format_choose (name, RHUMB_FORMAT_READS_NETWORK, error);
    const RhumbFormat *told = rhumb_format_tell (input, error);
    if (told == NULL || told->read_network != NULL)
        return told;
    rhumb_input_set_error (input, error, RHUMB_ERROR_UNSUPPORTED, 1, "a network",
                           "papers in format '%s'", told->name);
    return NULL;
}

static gboolean
load_file (RhumbAttributedNetwork *network, const char *path, const RhumbLoadOptions *options,
           RhumbCorpusBuilder *builder, gboolean *is_of_vosviewer, GError **error)
{
    g_autoptr (RhumbInput) input = rhumb_input_open (path, options->max_bytes, error);
    const RhumbFormat *format =
        input != NULL ? choose_format (input, options->format, error) : NULL;
    if (format == NULL)
        return FALSE;
    *is_of_vosviewer |= format == &rhumb_format_vosviewer_map;
    const guint32 n_before = rhumb_attributed_network_get_n_nodes (network);
    rhumb_corpus_builder_begin_source (builder, path, format->name);
    if (!format->read_network (input, network, builder, error) ||
        !rhumb_format_report_repairs (builder, input, error))
        return FALSE;
    rhumb_corpus_builder_count_records (builder,
                                        rhumb_attributed_network_get_n_nodes (network) - n_before);
    return TRUE;
}

/**
 * rhumb_attributed_network_load_files:
 * @paths: (array zero-terminated=1): files, "-" for standard input, at least one
 * @options: (nullable): how to read, %NULL = %RHUMB_LOAD_DEFAULTS; years do not apply
 * @report: (out) (transfer full) (optional): a corpus without papers, with what is to be told of
 *   the files; its records are nodes
 * @error: return location for an error
 *
 * Reads the network that several files hold together. Nodes of one id are one node.
 *
 * Returns: (transfer full) (nullable): the network; %NULL with a #GFileError, %RHUMB_ERROR_FORMAT,
 *   %RHUMB_ERROR_UNSUPPORTED (no format of networks) or %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
RhumbAttributedNetwork *
rhumb_attributed_network_load_files (const char *const *paths, const RhumbLoadOptions *options,
                                     RhumbCorpus **report, GError **error)
{
    g_return_val_if_fail (paths != NULL && paths[0] != NULL, NULL);
    const RhumbLoadOptions defaults = RHUMB_LOAD_DEFAULTS;
    options = options != NULL ? options : &defaults;
    if (!rhumb_paths_check (paths, error))
        return NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new ();
    gboolean is_of_vosviewer = FALSE;
    rhumb_corpus_builder_set_strict (builder, options->strict);
    for (gsize i = 0; paths[i] != NULL; i++)
        if (!load_file (network, paths[i], options, builder, &is_of_vosviewer, error))
            return NULL;
    if (options->reverse_edges)
        rhumb_attributed_network_reverse_edges (network);
    if (is_of_vosviewer)
        rhumb_attributed_network_forget_directions (network);
    if (report == NULL)
        return g_steal_pointer (&network);
    *report = rhumb_corpus_builder_freeze (builder, error);
    return *report != NULL ? g_steal_pointer (&network) : NULL;
}

/**
 * rhumb_attributed_network_load:
 * @path: path of a file, "-" = standard input
 * @format: (nullable): name of its format, %NULL = told by its content
 * @error: return location for an error
 *
 * Reads a network with its attributes. The first fault is an error.
 *
 * Returns: (transfer full) (nullable): the network; %NULL with a #GFileError, %RHUMB_ERROR_FORMAT,
 *   %RHUMB_ERROR_UNSUPPORTED (no format of networks) or %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
RhumbAttributedNetwork *
rhumb_attributed_network_load (const char *path, const char *format, GError **error)
{
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.format = format;
    options.strict = TRUE;
    return rhumb_attributed_network_load_files ((const char *const[]){path, NULL}, &options, NULL,
                                                error);
}
