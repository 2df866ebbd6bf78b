/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What makes a run repeatable: version, command line, inputs with their counts, digests of the
 * files and of the papers in them, counts of results, what was done and by whose methods, seconds.
 * Everything but the seconds is the same for the same input.
 *
 * Files are read once more for their digests, which takes some seconds a gigabyte.
 */
#include "cli/manifest.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/methods.h"
#include "cli/named-files.h"

static json_t *
describe_inputs (const RhumbCorpus *corpus)
{
    json_t *inputs = json_array ();
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        json_array_append_new (inputs, json_pack ("{s:s, s:s, s:I, s:I, s:I}", "name", source->name,
                                                  "format", source->format, "records",
                                                  (json_int_t)source->n_records, "lost",
                                                  (json_int_t)source->n_records_lost, "merged",
                                                  (json_int_t)source->n_merged));
    }
    return inputs;
}

/* The SHA-256 of what a file holds now; %NULL if it cannot be read any more. */
static char *
get_digest (const char *path, guint64 *n_bytes)
{
    guint8 block[1 << 16];
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    FILE *file = fopen (path, "rbe");
    if (file == NULL)
        return NULL;
    *n_bytes = 0;
    for (gsize n; (n = fread (block, 1, sizeof block, file)) > 0;) {
        g_checksum_update (checksum, block, (gssize)n);
        *n_bytes += n;
    }
    const gboolean failed = ferror (file) != 0;
    fclose (file);
    return failed ? NULL : g_strdup (g_checksum_get_string (checksum));
}

/* A pipe is gone: what it held shows in the digest of the papers alone. */
static void
add_file (json_t *files, const char *path)
{
    guint64 n_bytes = 0;
    g_autofree char *name = rhumb_text_clean (path, -1);
    g_autofree char *digest =
        g_file_test (path, G_FILE_TEST_IS_REGULAR) ? get_digest (path, &n_bytes) : NULL;
    if (digest != NULL)
        json_array_append_new (files, json_pack ("{s:s, s:I, s:s}", "name", name, "bytes",
                                                 (json_int_t)n_bytes, "sha256", digest));
}

/* Of a folder, what was read there. */
static void
add_folder (json_t *files, const char *path, const RhumbCorpus *corpus)
{
    g_autofree char *folder = g_build_filename (path, "/", NULL);
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        if (g_str_has_prefix (source->name, folder) && !g_str_equal (source->format, "unknown"))
            add_file (files, source->name);
    }
}

/* Every file that was read, papers, libraries and lists, each once. */
static json_t *
describe_files (const Run *run, const RhumbCorpus *corpus)
{
    json_t *files = json_array ();
    g_autoptr (GPtrArray) paths = named_files_list_read (run);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index (paths, i);
        if (!g_hash_table_add (seen, (gpointer)path))
            continue;
        if (g_file_test (path, G_FILE_TEST_IS_DIR))
            add_folder (files, path, corpus);
        else
            add_file (files, path);
    }
    return files;
}

static void
add_counts (json_t *manifest, const Results *results)
{
    if (results->concepts != NULL)
        json_object_set_new (manifest, "concepts",
                             json_integer (rhumb_concepts_get_n_concepts (results->concepts)));
    if (results->topics != NULL) {
        const RhumbPartition *partition = rhumb_topics_get_partition (results->topics);
        json_object_set_new (manifest, "topics",
                             json_integer (rhumb_topics_get_n_topics (results->topics)));
        json_object_set_new (manifest, "quality",
                             json_pack ("{s:s, s:f, s:f}", "name",
                                        rhumb_partition_get_quality_name (partition), "value",
                                        rhumb_partition_get_quality (partition), "resolution",
                                        rhumb_partition_get_resolution (partition)));
    }
}

/* The manifest as one JSON object, readable by people. */
char *
manifest_write (const Run *run, const Results *results)
{
    json_t *manifest = json_pack ("{s:s, s:s, s:I}", "rhumb", RHUMB_VERSION, "command",
                                  run->command_line, "seed", (json_int_t)run->seed);
    if (results->corpus != NULL) {
        g_autofree char *digest = rhumb_corpus_get_digest (results->corpus);
        json_object_set_new (manifest, "inputs", describe_inputs (results->corpus));
        json_object_set_new (manifest, "files", describe_files (run, results->corpus));
        json_object_set_new (manifest, "papers",
                             json_integer (rhumb_corpus_get_n_papers (results->corpus)));
        json_object_set_new (manifest, "papers_sha256", json_string (digest));
    }
    add_counts (manifest, results);
    g_autofree char *methods = methods_describe (run, results);
    json_object_set_new (manifest, "methods", json_string (methods));
    json_object_set_new (manifest, "seconds",
                         json_real ((double)(g_get_monotonic_time () - run->started) / 1e6));
    char *text = json_dumps (manifest, JSON_INDENT (2) | JSON_REAL_PRECISION (8));
    char *result = g_strconcat (text, "\n", NULL);
    free (text);
    json_decref (manifest);
    return result;
}
