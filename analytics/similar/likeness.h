/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * RhumbDirection:
 * @RHUMB_DIRECTION_BOTH: from a paper to those that it cites and to those that cite it
 * @RHUMB_DIRECTION_OUT: to those that it cites
 * @RHUMB_DIRECTION_IN: to those that cite it
 *
 * Which way a walk takes citations.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_DIRECTION_BOTH,
    RHUMB_DIRECTION_OUT,
    RHUMB_DIRECTION_IN,
} RhumbDirection;

/**
 * RhumbLikenessOptions:
 * @direction: which way citations are taken
 * @citations: weight of a citation, or of a paper naming another one; at least 0
 * @concepts: weight λ of concepts, at least 0
 * @venues: weight λ of venues, at least 0
 * @years: weight λ of years, at least 0
 * @people: weight λ of people, at least 0
 * @words: weight λ of the words of titles and abstracts, at least 0
 * @itself: weight of a link of each paper with itself, at least 0: with it a citation is something
 *   that both papers have in common, and not just the way to what they share
 *
 * What makes papers alike, and how much. 0 leaves a kind out.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbDirection direction;
    double citations;
    double concepts;
    double venues;
    double years;
    double people;
    double words;
    double itself;
} RhumbLikenessOptions;

#define RHUMB_LIKENESS_DEFAULTS                                                        \
    {                                                                                  \
        .direction = RHUMB_DIRECTION_BOTH, .citations = 1, .concepts = 1, .words = 0.1 \
    }

/**
 * RhumbLikeness:
 * @network: the links
 * @n_known: nodes 0 … @n_known − 1 are those of the graph
 * @n_years: how many nodes after those are years
 * @names: (element-type utf8): names of all nodes after those of the graph: years, then the stems
 *   of words
 * @labels: (element-type utf8): the same to be shown: years, then words as they are written
 *
 * All that makes papers alike, and what its nodes stand for. Belongs to one owner: it
 * is not counted by reference and not shared between threads.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbNetwork *network;
    guint32 n_known;
    guint32 n_years;
    GPtrArray *names;
    GPtrArray *labels;
} RhumbLikeness;

RhumbLikeness *rhumb_likeness_new (const RhumbGraph *graph, const RhumbLikenessOptions *options,
                                   GError **error);
guint64 *rhumb_likeness_list_keys (const RhumbLikeness *likeness, const RhumbGraph *graph);
void rhumb_likeness_free (RhumbLikeness *likeness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLikeness, rhumb_likeness_free)

G_END_DECLS
