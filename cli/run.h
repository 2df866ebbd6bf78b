/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/command.h"
#include "cli/ranker.h"
#include "cli/table.h"
#include "rhumb.h"

G_BEGIN_DECLS

/* One call of one verb: what the shared options say, and the steps that verbs have in common. */
typedef struct {
    const Command *command;
    char **inputs;
    int from_year;
    int to_year;
    gboolean strict;
    gboolean separate_versions;
    gboolean reverse_edges;
    guint64 max_bytes; /* of one file; 0 = not given */
    char *report;
    char *manifest;
    char *output;
    char *format;
    gboolean json;
    int top; /* 0 = not given */
    gint64 seed;
    int n_threads; /* 0 = all */
    gboolean quiet;
    gboolean verbose;
    double density;
    int min_papers;
    char *stopwords;
    char *thesaurus;
    char *vocabulary_file;
    gboolean only_vocabulary;
    RhumbVocabulary *vocabulary; /* what that file holds, once it was asked for */
    GStrv stopword_list;         /* what these two files hold, once it was asked for */
    GStrv replaced;
    GStrv replacements;
    double resolution; /* 0 = not given */
    int n_topics;      /* 0 = not given */
    RhumbLeidenQuality quality;
    RhumbClusteringMethod algorithm;
    GArray *options;    /* a GOptionEntry for each that the verb has */
    GStrv given;        /* long options that were typed, without their dashes */
    char *command_line; /* for the manifest */
    guint64 methods;    /* what it tells besides: bits of cli/methods.h */
    gint64 started;
    gboolean without_index;  /* one that is there is not asked */
    gboolean index_is_told;  /* that it is not used, and why */
    gboolean found_nothing;  /* the table that was written has no rows */
    const char *why_nothing; /* what a verb says then; NULL = what the papers lack */
} Run;

/* Which groups of shared options a verb has. */
typedef enum {
    RUN_READS = 1 << 0,    /* inputs, years, strictness, report */
    RUN_CONCEPTS = 1 << 1, /* stop words, thesaurus, density */
    RUN_TOPICS = 1 << 2,   /* resolution, clusters, quality, algorithm */
    RUN_TABLE = 1 << 3,    /* --json, --top */
    RUN_ADDS = 1 << 4,     /* what the output holds already stays in it */
} RunParts;

/* What the steps give; freed together. */
typedef struct {
    RhumbCorpus *corpus;
    gboolean is_library;   /* the corpus is all of a library, whose index may be asked */
    guint64 library_state; /* checksum of that before it was read */
    RhumbConcepts *concepts;
    RhumbGraph *graph;
    Ranker *ranker; /* makes the ranking, NULL = none does */
    RhumbRanking *ranking;
    RhumbTopics *topics;
    GThread *digest; /* makes that of the corpus (cli/drawing.h), NULL = none does */
} Results;

gboolean run_parse (Run *run, const Command *command, RunParts parts, const GOptionEntry *own,
                    int argc, char **argv, GError **error);
gboolean run_choose_table (Run *run, const GOptionEntry *own, GError **error);
gboolean run_find_inputs (Run *run, GError **error);
gboolean run_was_given (const Run *run, const char *option);
gboolean run_check_used (const Run *run, const char *option, gboolean used, const char *expected,
                         GError **error);
gboolean run_check_topics_used (const Run *run, gboolean used, const char *expected,
                                GError **error);
gboolean run_check_concepts_used (const Run *run, gboolean used, const char *expected,
                                  GError **error);
void run_clear (Run *run);
void run_say (const Run *run, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean run_load (Run *run, Results *results, GError **error);
guint32 *run_load_papers (Run *run, Results *results, char **ids, guint *n, GError **error);
RhumbAttributedNetwork *run_load_network (Run *run, Results *results, GError **error);
gboolean run_get_concept_options (Run *run, RhumbConceptOptions *options, GError **error);
gboolean run_find_concepts (Run *run, Results *results, GError **error);
gboolean run_build_graph (Run *run, Results *results, GError **error);
gboolean run_build_graph_without_concepts (Run *run, Results *results, GError **error);
gboolean run_build_citations (Results *results, GError **error);
gboolean run_rank (Run *run, Results *results, GError **error);
RhumbTopicOptions run_get_topic_options (const Run *run);
gboolean run_rank_and_find_topics (Run *run, Results *results, GError **error);
gboolean run_write_table (Run *run, const Table *table, GError **error);
gboolean run_finish (Run *run, const Results *results, GError **error);
guint run_limit (const Run *run, guint n);
void results_clear (Results *results);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Results, results_clear)

G_END_DECLS
