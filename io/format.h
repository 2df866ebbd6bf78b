/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/attributed-network.h"
#include "graph/corpus-builder.h"
#include "graph/map.h"

G_BEGIN_DECLS

/**
 * RhumbInput:
 *
 * One file or pipe being read: bytes without a byte order mark, line by line, each read once.
 * Declared in io/scan/input.h, which is private to readers.
 *
 * Since: 0.1
 */
typedef struct _RhumbInput RhumbInput;

/**
 * RhumbNetworkPart:
 * @name: what the file is called by behind the name that the user gave: "nodes", "edges"
 * @write: writes it
 *
 * One of the files that a network is written to.
 *
 * Since: 0.2
 */
typedef struct {
    const char *name;
    gboolean (*write) (const RhumbAttributedNetwork *network, GOutputStream *stream,
                       GError **error);
} RhumbNetworkPart;

/**
 * RhumbFormat:
 * @name: name for `--format`, e.g. "bibtex"
 * @suffixes: (array zero-terminated=1): file name endings without the dot, for output
 * @summary: one line for `rhumb formats`
 * @is_library: whether it is no text and knows sources of its own: it is told before text is, and
 *   @read begins the sources
 * @save: (nullable): writes the papers to a file that appears whole or not at all, instead of
 *   @write_corpus
 * @sniff: (nullable): how surely the first bytes of a file are this format, 0 (not) to 100; told
 *   from content alone
 * @read: (nullable): adds every record of the input to the builder; reports what it leaves out
 * @read_network: (nullable): adds every node and edge of the input to the network, instead of
 * @read; reports to the builder what it leaves out
 * @write_corpus: (nullable): writes the papers
 * @write_network: (nullable): writes the network
 * @network_parts: (nullable) (array length=2): writes the network as two files, instead of
 *   @write_network
 * @write_map: (nullable): writes the drawing
 * @list_unplaced: (nullable): names what papers have and the format has no place for
 * @abstracts_hint: (nullable): where a file of this format has no abstracts: what its reader can do
 * @references_hint: (nullable): where a file of this format has no references: what its reader can
 *   do about it, as the end of a sentence
 *
 * A file format. Each is one file that exports one constant; format.c lists them once.
 *
 * Since: 0.1
 */
typedef struct {
    const char *name;
    const char *const *suffixes;
    const char *summary;
    gboolean is_library;
    gboolean (*save) (const RhumbCorpus *corpus, const char *path, GError **error);
    guint (*sniff) (const char *head, gsize length);
    gboolean (*read) (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error);
    gboolean (*read_network) (RhumbInput *input, RhumbAttributedNetwork *network,
                              RhumbCorpusBuilder *builder, GError **error);
    gboolean (*write_corpus) (const RhumbCorpus *corpus, GOutputStream *stream, GError **error);
    gboolean (*write_network) (const RhumbAttributedNetwork *network, GOutputStream *stream,
                               GError **error);
    const RhumbNetworkPart *network_parts;
    gboolean (*write_map) (const RhumbMap *map, GOutputStream *stream, GError **error);
    GPtrArray *(*list_unplaced) (const RhumbCorpus *corpus);
    const char *abstracts_hint;
    const char *references_hint;
} RhumbFormat;

/**
 * RhumbLoadOptions:
 * @format: (nullable): name of the format of all inputs; %NULL = told by content
 * @strict: whether a lost record or dropped field is an error
 * @from_year: leave out papers before this year, 0 = no bound
 * @to_year: leave out papers after this year, 0 = no bound
 * @separate_versions: whether a preprint and its published version stay two papers
 * @reverse_edges: whether edges of networks lead from the cited paper to the citing one
 * @max_bytes: most bytes of one file after decompression, 0 = 16 GiB
 * @n_threads: threads that read one file where its format allows it, 0 = one for each processor
 *
 * How papers are read.
 *
 * Since: 0.1
 */
typedef struct {
    const char *format;
    gboolean strict;
    int from_year;
    int to_year;
    gboolean separate_versions;
    gboolean reverse_edges;
    guint64 max_bytes;
    guint n_threads;
} RhumbLoadOptions;

#define RHUMB_NETWORK_PARTS 2

#define RHUMB_LOAD_DEFAULTS \
    {                       \
        .format = NULL      \
    }

const RhumbFormat *const *rhumb_format_list (void);
const RhumbFormat *rhumb_format_find (const char *name);
const RhumbFormat *rhumb_format_for_path (const char *path);

RhumbCorpus *rhumb_corpus_load (const char *const *paths, const RhumbLoadOptions *options,
                                GError **error);
gboolean rhumb_corpus_save (const RhumbCorpus *corpus, const char *path, const char *format,
                            GError **error);
RhumbAttributedNetwork *rhumb_attributed_network_load (const char *path, const char *format,
                                                       GError **error);
RhumbAttributedNetwork *rhumb_attributed_network_load_files (const char *const *paths,
                                                             const RhumbLoadOptions *options,
                                                             RhumbCorpus **report, GError **error);
gboolean rhumb_attributed_network_save (const RhumbAttributedNetwork *network, const char *path,
                                        const char *format, GError **error);
gboolean rhumb_map_save (const RhumbMap *map, const char *path, const char *format, GError **error);

G_END_DECLS
