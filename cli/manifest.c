/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What makes a run repeatable: version, command line, inputs with their counts, the digest of the
 * papers, counts of results, what was done and by whose methods, seconds. Everything but the
 * seconds is the same for the same input.
 */
#include "cli/manifest.h"

#include <jansson.h>
#include <stdlib.h>

#include "cli/methods.h"

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
