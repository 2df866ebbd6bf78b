/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The one list of formats, and writing through it.
 *
 * A format is told by its name or, for an output, by the suffix of the file. A suffix that two
 * formats share is taken by the one that can do what is asked for; a suffix of one format alone
 * names it too.
 * Cost: linear in the formats, of which there are few.
 */
#include "io/format-private.h"

#include <string.h>

#include "graph/error.h"
#include "io/formats.h"
#include "io/output.h"

/* One a line, those that are read first. */
/* clang-format off */
static const RhumbFormat *const formats[] = {
    &rhumb_format_acl_anthology,
    &rhumb_format_aminer,
    &rhumb_format_arxiv,
    &rhumb_format_bibtex,
    &rhumb_format_crossref,
    &rhumb_format_crossref_unixref,
    &rhumb_format_csv,
    &rhumb_format_csv_network,
    &rhumb_format_dblp,
    &rhumb_format_dimensions,
    &rhumb_format_dot,
    &rhumb_format_edge_list,
    &rhumb_format_endnote_xml,
    &rhumb_format_gexf,
    &rhumb_format_gml,
    &rhumb_format_graphml,
    &rhumb_format_ieee_csv,
    &rhumb_format_jsonl,
    &rhumb_format_lens,
    &rhumb_format_library,
    &rhumb_format_mods,
    &rhumb_format_nbib,
    &rhumb_format_openalex,
    &rhumb_format_openalex_csv,
    &rhumb_format_pajek,
    &rhumb_format_papers_page,
    &rhumb_format_paperscape,
    &rhumb_format_pubmed_csv,
    &rhumb_format_pubmed_xml,
    &rhumb_format_refer,
    &rhumb_format_ris,
    &rhumb_format_scopus,
    &rhumb_format_semanticscholar,
    &rhumb_format_vosviewer,
    &rhumb_format_vosviewer_map,
    &rhumb_format_wos,
    &rhumb_format_wos_tab,
    &rhumb_format_svg,
    &rhumb_format_html,
    &rhumb_format_pdf,
    &rhumb_format_png,
    &rhumb_format_cytoscape,
    &rhumb_format_gexf_1_3,
    NULL,
};
/* clang-format on */

/**
 * rhumb_format_list:
 *
 * Lists all formats, those that are read first.
 *
 * Returns: (transfer none) (array zero-terminated=1): the formats
 *
 * Since: 0.1
 */
const RhumbFormat *const *
rhumb_format_list (void)
{
    return formats;
}

static gboolean
has_suffix (const RhumbFormat *format, const char *suffix)
{
    for (gsize i = 0; format->suffixes != NULL && format->suffixes[i] != NULL; i++)
        if (g_ascii_strcasecmp (format->suffixes[i], suffix) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
can (const RhumbFormat *format, RhumbFormatAbility ability)
{
    switch (ability) {
    case RHUMB_FORMAT_READS:
        return format->read != NULL || format->read_network != NULL;
    case RHUMB_FORMAT_READS_NETWORK:
        return format->read_network != NULL;
    case RHUMB_FORMAT_WRITES_CORPUS:
        return format->write_corpus != NULL || format->save != NULL;
    case RHUMB_FORMAT_WRITES_NETWORK:
        return format->write_network != NULL || format->network_parts != NULL;
    case RHUMB_FORMAT_WRITES_MAP:
        return format->write_map != NULL;
    }
    return FALSE;
}

static gboolean
can_write (const RhumbFormat *format)
{
    return can (format, RHUMB_FORMAT_WRITES_CORPUS) || can (format, RHUMB_FORMAT_WRITES_NETWORK) ||
           can (format, RHUMB_FORMAT_WRITES_MAP);
}

static const RhumbFormat *
find_by_name (const char *name)
{
    for (gsize i = 0; formats[i] != NULL; i++)
        if (g_ascii_strcasecmp (formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

/**
 * rhumb_format_find:
 * @name: name of a format, or a suffix with which one format alone writes, as "bib"
 *
 * Finds a format by what people call it, upper or lower case.
 *
 * Returns: (transfer none) (nullable): the format, %NULL if there is none or more than one
 *
 * Since: 0.1
 */
const RhumbFormat *
rhumb_format_find (const char *name)
{
    const RhumbFormat *found = find_by_name (name);
    if (found != NULL)
        return found;
    for (gsize i = 0; formats[i] != NULL; i++) {
        if (!can_write (formats[i]) || !has_suffix (formats[i], name))
            continue;
        if (found != NULL)
            return NULL;
        found = formats[i];
    }
    return found;
}

static const RhumbFormat *
find_by_suffix (const char *path, RhumbFormatAbility ability)
{
    g_autofree char *base = g_path_get_basename (path);
    const char *dot = strrchr (base, '.');
    for (gsize i = 0; dot != NULL && formats[i] != NULL; i++)
        if (can (formats[i], ability) && has_suffix (formats[i], dot + 1))
            return formats[i];
    return NULL;
}

/**
 * rhumb_format_for_path:
 * @path: path of an output
 *
 * Finds the format that a file name ends with, those that are written first.
 *
 * Returns: (transfer none) (nullable): the format, %NULL if none has that suffix
 *
 * Since: 0.1
 */
const RhumbFormat *
rhumb_format_for_path (const char *path)
{
    const RhumbFormat *format = find_by_suffix (path, RHUMB_FORMAT_WRITES_MAP);
    format = format != NULL ? format : find_by_suffix (path, RHUMB_FORMAT_WRITES_CORPUS);
    format = format != NULL ? format : find_by_suffix (path, RHUMB_FORMAT_WRITES_NETWORK);
    return format != NULL ? format : find_by_suffix (path, RHUMB_FORMAT_READS);
}

/* Names formats, for a message. @ability: what the formats should be able to do. Returns their
 * names, parted by commas. */
char *
rhumb_format_list_names (RhumbFormatAbility ability)
{
    GString *names = g_string_new (NULL);
    for (gsize i = 0; formats[i] != NULL; i++)
        if (can (formats[i], ability))
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", formats[i]->name);
    return g_string_free (names, FALSE);
}

/* Finds a format that a user named. @name: name of a format, for writing also a suffix that one
 * format alone has; @ability: what it must be able to do. Returns the format; %NULL with
 * %RHUMB_ERROR_UNSUPPORTED. */
const RhumbFormat *
rhumb_format_choose (const char *name, RhumbFormatAbility ability, GError **error)
{
    /* What is read is told by its content: ".json" and ".txt" say little of it. */
    const gboolean reads = ability <= RHUMB_FORMAT_READS_NETWORK;
    const RhumbFormat *format = reads ? find_by_name (name) : rhumb_format_find (name);
    if (format != NULL && can (format, ability))
        return format;
    g_autofree char *names = rhumb_format_list_names (ability);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                 "format “%s” cannot be %s, expected one of %s", name, reads ? "read" : "written",
                 names);
    return NULL;
}

/* Two files have two names. */
static gboolean
check_parts (const RhumbFormat *format, RhumbFormatAbility ability, gboolean is_named,
             GError **error)
{
    if (is_named || ability != RHUMB_FORMAT_WRITES_NETWORK || format->network_parts == NULL)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                 "format “%s” writes two files, expected the name of a file", format->name);
    return FALSE;
}

/* Finds the format of an output, before what is written is made. @path: path of the file; "-" or
 * %NULL = standard output; @name: name of the format, %NULL = told by the suffix of @path;
 * @ability: what is to be written. Returns the format; %NULL with %RHUMB_ERROR_UNSUPPORTED. */
const RhumbFormat *
rhumb_format_choose_output (const char *path, const char *name, RhumbFormatAbility ability,
                            GError **error)
{
    const gboolean is_named = path != NULL && !g_str_equal (path, "-");
    if (name != NULL) {
        const RhumbFormat *known = rhumb_format_choose (name, ability, error);
        return known != NULL && check_parts (known, ability, is_named, error) ? known : NULL;
    }
    const RhumbFormat *format = is_named ? find_by_suffix (path, ability) : NULL;
    if (format != NULL)
        return format;
    g_autofree char *names = rhumb_format_list_names (ability);
    if (is_named)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                     "%s: the name ends like no format that can be written, expected one of %s",
                     path, names);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                     "no format for standard output, expected one of %s", names);
    return NULL;
}

/* Errors of streams do not say of which file. */
static gboolean
tell_path (gboolean written, const char *path, GError **error)
{
    if (!written && error != NULL && *error != NULL && (*error)->domain == G_IO_ERROR)
        g_prefix_error (error, "%s: ", path != NULL ? path : "-");
    return written;
}

/**
 * rhumb_corpus_save:
 * @corpus: a corpus
 * @path: (nullable): path of the file; "-" or %NULL = standard output
 * @format: (nullable): name of the format, %NULL = told by the suffix of @path
 * @error: return location for an error
 *
 * Writes papers. The file appears whole or not at all.
 *
 * Returns: %FALSE with %RHUMB_ERROR_UNSUPPORTED, #GIOError or #GFileError
 *
 * Since: 0.1
 */
gboolean
rhumb_corpus_save (const RhumbCorpus *corpus, const char *path, const char *format, GError **error)
{
    const RhumbFormat *chosen =
        rhumb_format_choose_output (path, format, RHUMB_FORMAT_WRITES_CORPUS, error);
    if (chosen != NULL && chosen->save != NULL)
        return chosen->save (corpus, path != NULL ? path : "-", error);
    g_autoptr (RhumbOutput) output = chosen != NULL ? rhumb_output_open (path, error) : NULL;
    if (output == NULL)
        return FALSE;
    return tell_path (chosen->write_corpus (corpus, rhumb_output_get_stream (output), error), path,
                      error) &&
           rhumb_output_close (output, error);
}

/**
 * rhumb_map_save:
 * @map: a drawing
 * @path: (nullable): path of the file; "-" or %NULL = standard output
 * @format: (nullable): name of the format, %NULL = told by the suffix of @path
 * @error: return location for an error
 *
 * Writes a drawing. The file appears whole or not at all.
 *
 * Returns: %FALSE with %RHUMB_ERROR_UNSUPPORTED, #GIOError or #GFileError
 *
 * Since: 0.1
 */
gboolean
rhumb_map_save (const RhumbMap *map, const char *path, const char *format, GError **error)
{
    const RhumbFormat *chosen =
        rhumb_format_choose_output (path, format, RHUMB_FORMAT_WRITES_MAP, error);
    g_autoptr (RhumbOutput) output = chosen != NULL ? rhumb_output_open (path, error) : NULL;
    if (output == NULL)
        return FALSE;
    return tell_path (chosen->write_map (map, rhumb_output_get_stream (output), error), path,
                      error) &&
           rhumb_output_close (output, error);
}

/* "dir/net.csv" and "nodes" give "dir/net_nodes.csv". */
static char *
make_part_path (const char *path, const char *part)
{
    const char *base = strrchr (path, '/');
    const char *dot = strrchr (path, '.');
    const gboolean has_suffix = dot != NULL && dot > (base != NULL ? base + 1 : path);
    const int length = has_suffix ? (int)(dot - path) : (int)strlen (path);
    return g_strdup_printf ("%.*s_%s%s", length, path, part, has_suffix ? dot : "");
}

/* Both are written before the first appears; each appears whole or not at all. */
static gboolean
save_parts (const RhumbAttributedNetwork *network, const char *path, const RhumbFormat *format,
            GError **error)
{
    RhumbOutput *output[RHUMB_NETWORK_PARTS] = {NULL};
    gboolean done = TRUE;
    for (gsize i = 0; done && i < RHUMB_NETWORK_PARTS; i++) {
        const RhumbNetworkPart *part = &format->network_parts[i];
        g_autofree char *own = make_part_path (path, part->name);
        output[i] = rhumb_output_open (own, error);
        done = output[i] != NULL &&
               tell_path (part->write (network, rhumb_output_get_stream (output[i]), error), own,
                          error);
    }
    for (gsize i = 0; done && i < RHUMB_NETWORK_PARTS; i++)
        done = rhumb_output_close (output[i], error);
    for (gsize i = 0; i < RHUMB_NETWORK_PARTS; i++)
        rhumb_output_free (output[i]);
    return done;
}

/**
 * rhumb_attributed_network_save:
 * @network: a network
 * @path: (nullable): path of the file; "-" or %NULL = standard output
 * @format: (nullable): name of the format, %NULL = told by the suffix of @path
 * @error: return location for an error
 *
 * Writes a network. The file appears whole or not at all. A format that parts nodes and edges
 * writes "net_nodes.csv" and "net_edges.csv" for "net.csv", one after the other.
 *
 * Returns: %FALSE with %RHUMB_ERROR_UNSUPPORTED, #GIOError or #GFileError
 *
 * Since: 0.2
 */
gboolean
rhumb_attributed_network_save (const RhumbAttributedNetwork *network, const char *path,
                               const char *format, GError **error)
{
    const RhumbFormat *chosen =
        rhumb_format_choose_output (path, format, RHUMB_FORMAT_WRITES_NETWORK, error);
    if (chosen != NULL && chosen->network_parts != NULL)
        return save_parts (network, path, chosen, error);
    g_autoptr (RhumbOutput) output = chosen != NULL ? rhumb_output_open (path, error) : NULL;
    if (output == NULL)
        return FALSE;
    return tell_path (chosen->write_network (network, rhumb_output_get_stream (output), error),
                      path, error) &&
           rhumb_output_close (output, error);
}
